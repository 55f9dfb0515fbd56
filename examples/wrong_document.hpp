// Names documents that are not what a tool reads, by what they begin with and which members they have.
#pragma once

#include <cstddef>
#include <string>

#include <whence/document.hpp>

#include "redact.hpp"

namespace front {

// What the tool reads in place of the document.
enum class Reads : unsigned char { policy, scenario };

struct WrongDocument {
  const char* what = nullptr;    // "a credentials file"; null if it is not known
  const char* advice = nullptr;  // how to get what the tool reads; may be null
  bool holds_keys = false;
};

namespace documents {

inline constexpr const char* from_iam = "to get a role's trust policy: aws iam get-role --role-name NAME --output json";
inline constexpr const char* from_plan =
    "to get the policies: terraform show -json PLAN | jq -r '.. | objects | .assume_role_policy? // empty'";
inline constexpr const char* from_state =
    "to get a trust policy out of it: jq -r '.. | objects | .assume_role_policy? // empty' FILE";
inline constexpr const char* from_template =
    "the trust policy is Properties.AssumeRolePolicyDocument of the AWS::IAM::Role, and is complete once it is "
    "deployed: aws iam get-role --role-name NAME --output json";
inline constexpr const char* as_json = "ask again with --output json";
inline constexpr const char* as_utf8 = "to convert it: iconv -f UTF-16 -t UTF-8 FILE";
inline constexpr const char* one_role = "it can hold many roles: ask for one with aws iam get-role --role-name NAME";

// A JSON object with this member, and with the other one unless it is null.
struct Row {
  const char* member;
  const char* other;
  WrongDocument is;
};
inline constexpr Row with_keys[] = {
    {"SecretAccessKey", nullptr, {"a credential", nullptr, true}},
    {"secretAccessKey", nullptr, {"a credential", nullptr, true}},
    {"SessionToken", nullptr, {"a credential", nullptr, true}},
    {"Credentials", nullptr, {"a reply of STS with a credential", nullptr, true}},
    {"credentials", nullptr, {"a reply with a credential", nullptr, true}},
    {"roleCredentials", nullptr, {"a reply of IAM Identity Center with a credential", nullptr, true}},
    {"AccessKey", nullptr, {"a reply of iam create-access-key", nullptr, true}},
    {"accessToken", nullptr, {"a cached token of IAM Identity Center", nullptr, true}},
    {"access_token", nullptr, {"a reply with tokens", nullptr, true}},
    {"id_token", nullptr, {"a reply with tokens", nullptr, true}},
    {"IdentityToken", nullptr, {"a reply with a token", nullptr, true}},
    {"WebIdentityToken", nullptr, {"a reply with a token", nullptr, true}},
    {"clientSecret", nullptr, {"a client registration of IAM Identity Center", nullptr, true}},
    {"SecretString", nullptr, {"a secret of Secrets Manager", nullptr, true}},
    {"private_key", nullptr, {"a key file", nullptr, true}},
    {"LoginProfile", nullptr, {"a reply of iam create-login-profile", nullptr, true}},
    {"ServiceSpecificCredential", nullptr, {"a reply of iam create-service-specific-credential", nullptr, true}},
};
inline constexpr Row of_aws[] = {
    {"UserId", "Arn", {"a reply of sts get-caller-identity", "its Arn is a caller"}},
    {"AWSTemplateFormatVersion", nullptr, {"a CloudFormation template", from_template}},
    {"Transform", "Resources", {"a CloudFormation template", from_template}},
    {"Resources", nullptr, {"a CloudFormation template", from_template}},
    {"TemplateBody", nullptr, {"a reply of cloudformation get-template", from_template}},
    {"Type", "Properties", {"a resource of a CloudFormation template", from_template}},
    {"terraform_version", "lineage", {"a Terraform state", from_state}},
    {"terraform_version", nullptr, {"a Terraform plan or state", from_state}},
    {"planned_values", nullptr, {"a Terraform plan", from_state}},
    {"resource_changes", nullptr, {"a Terraform plan", from_state}},
    {"resource", nullptr, {"a Terraform configuration", from_plan}},
    {"Roles", nullptr, {"a reply of iam list-roles", one_role}},
    {"RoleDetailList", nullptr, {"a reply of iam get-account-authorization-details", one_role}},
    {"UserDetailList", nullptr, {"a reply of iam get-account-authorization-details", one_role}},
    {"PolicyNames", nullptr, {"a list of names of policies", "aws iam get-role-policy gives one with its document"}},
    {"AttachedPolicies",
     nullptr,
     {"a reply of iam list-attached-role-policies", "aws iam get-policy-version gives one with its document"}},
    {"Policies",
     nullptr,
     {"a list of policies without their documents",
      "aws iam get-policy-version, or aws organizations describe-policy, "
      "gives one with its document"}},
    {"Versions",
     nullptr,
     {"a reply of iam list-policy-versions", "aws iam get-policy-version gives one with its document"}},
    {"AccessKeyMetadata", nullptr, {"a reply of iam list-access-keys", nullptr, true}},
    {"User", nullptr, {"a reply of iam get-user", "its Arn is a caller"}},
    {"InstanceProfile", nullptr, {"a reply of iam get-instance-profile", from_iam}},
    {"InstanceProfiles", nullptr, {"a reply of iam list-instance-profiles", from_iam}},
    {"EvaluationResults", nullptr, {"a reply of the IAM policy simulator", nullptr}},
    {"VpcEndpoints", nullptr, {"a reply of ec2 describe-vpc-endpoints", "select one: --vpc-endpoint-ids ID"}},
    {"Records", nullptr, {"a log of CloudTrail", nullptr}},
    {"eventVersion", nullptr, {"a record of CloudTrail", nullptr}},
    {"Events", nullptr, {"a reply of cloudtrail lookup-events", nullptr}},
    {"configurationItems", nullptr, {"a history of AWS Config", nullptr}},
    {"configurationItemVersion", nullptr, {"a record of AWS Config", nullptr}},
    {"findings", nullptr, {"a list of findings of a tool", nullptr}},
    {"Error", nullptr, {"an error of AWS", nullptr}},
    {"__type", nullptr, {"an error of AWS", nullptr}},
    {"apiVersion", "kind", {"a Kubernetes manifest", nullptr}},
    {"keys", nullptr, {"a key set of an identity provider", nullptr}},
    {"jwks_uri", nullptr, {"the discovery document of an identity provider", nullptr}},
};
inline constexpr Row in_place_of_a_policy[] = {
    {"principalArn", nullptr, {"a scenario", "examples/run decide answers it"}},
    {"caller", nullptr, {"a scenario", "examples/run decide answers it"}},
    {"trustPolicy", nullptr, {"a scenario", "examples/run decide answers it"}},
    {"hops", nullptr, {"a plan", "examples/run sts plan runs it"}},
    {"Role",
     nullptr,
     {"a reply of iam get-role", "it holds the trust policy of the role, and no policy of another kind"}},
    {"AssumeRolePolicyDocument",
     nullptr,
     {"a reply of iam get-role", "it holds the trust policy of the role, and no policy of another kind"}},
    {"RoleName", nullptr, {"a role without its trust policy", from_iam}},
    {"PolicyVersion",
     nullptr,
     {"a reply of iam get-policy-version", "it holds an identity policy, and no policy of another kind"}},
    {"PolicyDocument", nullptr, {"a reply that holds a policy of another kind", nullptr}},
    {"PolicySummary", nullptr, {"a reply of organizations describe-policy about a policy of another kind", nullptr}},
    {"Policy",
     nullptr,
     {"a reply about a policy of another kind, or one without its document",
      "aws iam get-policy-version --policy-arn ARN --version-id ID gives the document of an identity policy"}},
};
inline constexpr Row in_place_of_a_scenario[] = {
    {"Statement", nullptr, {"a policy", "it is a field of a scenario, such as trustPolicy; see --help"}},
    {"Role", nullptr, {"a reply of iam get-role", "it can be the trustPolicy of a scenario; see --help"}},
    {"AssumeRolePolicyDocument",
     nullptr,
     {"a reply of iam get-role", "it can be the trustPolicy of a scenario; see --help"}},
    {"PolicyVersion",
     nullptr,
     {"a reply of iam get-policy-version", "it can be one of the identityPolicies of a scenario; see --help"}},
    {"PolicyDocument", nullptr, {"a reply that holds a policy", "it is a field of a scenario; see --help"}},
    {"Policy", nullptr, {"a reply about a policy", "it is a field of a scenario; see --help"}},
};

// The names of the members of an object, up to its first fault: ",Name,Other,".
inline std::string names_of_members(Text object) {
  std::string out = ",";
  whence::JsonScanner json(object);
  json.object([&] {
    whence::JsonString name;
    whence::Slice value;
    if (!json.member_name(name)) return false;
    whence::write(out, object.part(name.raw.at, name.raw.size), ",");
    return json.value(value);
  });
  return out;
}

template <std::size_t Count>
const WrongDocument* find(const Row (&rows)[Count], const std::string& names) {
  const auto has = [&](const char* name) { return names.find("," + std::string(name) + ",") != std::string::npos; };
  for (const Row& row : rows) {
    if (has(row.member) && (row.other == nullptr || has(row.other))) return &row.is;
  }
  return nullptr;
}

inline WrongDocument name_of_object(Text object, Reads reads) {
  const std::string names = names_of_members(object);
  const WrongDocument* is = find(with_keys, names);
  const bool is_expected = reads == Reads::policy ? names.find(",Statement,") != std::string::npos
                                                  : names.find(",roleArn,") != std::string::npos ||
                                                        names.find(",principalArn,") != std::string::npos ||
                                                        names.find(",caller,") != std::string::npos;
  if (is == nullptr && is_expected) return {};
  // Of a text that is cut short or mistyped, that is the fault.
  whence::JsonScanner json(object);
  whence::Slice whole;
  const bool is_complete = json.value(whole) && json.end();
  if (is == nullptr && !is_complete) return {};
  if (is == nullptr)
    is = reads == Reads::policy ? find(in_place_of_a_policy, names) : find(in_place_of_a_scenario, names);
  if (is == nullptr) is = find(of_aws, names);
  if (is == nullptr) return {};
  WrongDocument out = *is;
  out.holds_keys = out.holds_keys || names_a_secret(object);
  return out;
}

// What a text that is no JSON begins with, and is then.
struct Beginning {
  const char* with;
  WrongDocument is;
};
inline constexpr Beginning of_bytes[] = {
    {"\xFF\xFE", {"a text in UTF-16", as_utf8}},
    {"\xFE\xFF", {"a text in UTF-16", as_utf8}},
    {"\x1F\x8B", {"a gzip archive", "gunzip -c FILE gives what is in it"}},
    {"PK\x03\x04", {"a zip archive", "unzip -p FILE gives what is in it"}},
    {"PK\x05\x06", {"a zip archive", nullptr}},
    {"BZh", {"a bzip2 archive", nullptr}},
    {"\xFD"
     "7zXZ",
     {"an xz archive", nullptr}},
    {"\x28\xB5\x2F\xFD", {"a zstd archive", nullptr}},
    {"7z\xBC\xAF", {"a 7z archive", nullptr}},
    {"%PDF", {"a PDF document", nullptr}},
    {"\x89PNG", {"a picture", nullptr}},
    {"\xFF\xD8\xFF", {"a picture", nullptr}},
    {"\x7F"
     "ELF",
     {"a program", nullptr}},
};
inline constexpr Beginning of_texts[] = {
    {"-----BEGIN", {"a private key or a certificate", nullptr, true}},
    {"ssh-", {"an SSH key", nullptr, true}},
    {"eyJ", {"a token (JWT)", nullptr, true}},
    {"<!doctype html", {"an HTML page", nullptr}},
    {"<html", {"an HTML page", nullptr}},
    {"<getrole", {"an XML reply of IAM", "AssumeRolePolicyDocument in it is percent-encoded: copy that"}},
    {"<assumerole", {"an XML reply of STS", nullptr, true}},
    {"<?xml", {"an XML document", "of an XML reply of IAM, copy the percent-encoded AssumeRolePolicyDocument"}},
    {"<", {"an XML or HTML document", nullptr}},
    {"an error occurred (", {"an error of the AWS CLI", nullptr}},
    {"unable to locate credentials", {"an error of the AWS CLI", nullptr}},
    {"usage: aws", {"an error of the AWS CLI", nullptr}},
    {"aws: error", {"an error of the AWS CLI", nullptr}},
    {"resource \"", {"a Terraform configuration", from_plan}},
    {"data \"", {"a Terraform configuration", from_plan}},
    {"module \"", {"a Terraform configuration", from_plan}},
    {"variable \"", {"a Terraform configuration", from_plan}},
    {"output \"", {"a Terraform configuration", from_plan}},
    {"provider \"", {"a Terraform configuration", from_plan}},
    {"terraform {", {"a Terraform configuration", from_plan}},
    {"locals {", {"a Terraform configuration", from_plan}},
    {"awstemplateformatversion:", {"a CloudFormation template", from_template}},
    {"transform:", {"a CloudFormation template", from_template}},
    {"resources:", {"a CloudFormation template", from_template}},
    {"parameters:", {"a CloudFormation template", from_template}},
    {"apiversion:", {"a Kubernetes manifest", nullptr}},
    {"version:", {"YAML", "to convert a policy: yq -o json FILE"}},
    {"statement:", {"a policy in YAML", "to convert it: yq -o json FILE"}},
    {"assumerolepolicydocument:", {"YAML", as_json}},
    {"role:", {"YAML", as_json}},
    {"role\t", {"the output of the AWS CLI as text", as_json}},
    {"assumerolepolicydocument\t", {"the output of the AWS CLI as text", as_json}},
    {"----------", {"the output of the AWS CLI as a table", as_json}},
    {"arn:", {"an ARN", nullptr}},
    {"#!", {"a script", nullptr}},
    {"```", {"a block of Markdown", "copy what is between its fences"}},
    {"//", {"JSON with comments", "JSON has none: remove them"}},
    {"/*", {"JSON with comments", "JSON has none: remove them"}},
};
// In a text that is no JSON, anywhere: first what must never be shown, then the rest.
inline constexpr Beginning of_secrets[] = {
    {"aws_access_key_id", {"a credentials file", nullptr, true}},
    {"aws_secret_access_key", {"a credentials file", nullptr, true}},
    {"aws_session_token", {"a credentials file", nullptr, true}},
    {"access key id,", {"a list of access keys", nullptr, true}},
    {"secret access key", {"a list of access keys", nullptr, true}},
    {"user,arn,user_creation_time", {"a credential report of IAM", nullptr, true}},
    {"private key", {"a private key", nullptr, true}},
};
inline constexpr Beginning of_lines[] = {
    {"\nresource \"aws_", {"a Terraform configuration", from_plan}},
    {"\ndata \"aws_", {"a Terraform configuration", from_plan}},
    {"awstemplateformatversion", {"a CloudFormation template", from_template}},
    {"\nresources:", {"a CloudFormation template", from_template}},
    {"aws::iam::role", {"a CloudFormation template", from_template}},
    {"\napiversion:", {"a Kubernetes manifest", nullptr}},
    {"\nstatement:", {"a policy in YAML", "to convert it: yq -o json FILE"}},
    {"[default]", {"a configuration file of the AWS CLI", nullptr, true}},
    {"[profile ", {"a configuration file of the AWS CLI", nullptr, true}},
    {"sso_start_url", {"a configuration file of the AWS CLI", nullptr, true}},
    {"credential_process", {"a configuration file of the AWS CLI", nullptr, true}},
    {"role_arn =", {"a configuration file of the AWS CLI", nullptr, true}},
};

inline bool holds(Text text, Text wanted) {
  for (std::size_t at = 0; at + wanted.size() <= text.size(); ++at) {
    if (whence::ascii::starts_with_ignoring_case(text.part(at), wanted)) return true;
  }
  return false;
}

inline WrongDocument name_of_text(Text text) {
  for (const Beginning& each : of_secrets) {
    if (holds(text, each.with)) return each.is;
  }
  for (const Beginning& each : of_texts) {
    if (whence::ascii::starts_with_ignoring_case(text, each.with)) return each.is;
  }
  for (const Beginning& each : of_lines) {
    if (holds(text, each.with)) return each.is;
  }
  if (names_a_secret(text)) return {"a text with secrets", nullptr, true};
  if (without_keys(text) != std::string(text)) return {"a text with what looks like a key", nullptr, true};
  return {};
}

// White space, and a byte order mark.
inline Text without_margin(Text text) {
  if (text.starts_with("\xEF\xBB\xBF")) text = text.part(3);
  whence::JsonScanner blank(text);
  blank.peek();
  return text.part(blank.offset());
}

}  // namespace documents

// Whether a text begins as a JSON object or list does. A section of a configuration file has a bracket too.
inline bool begins_as_json(Text text) {
  const Text inner = documents::without_margin(text);
  if (inner.empty() || inner[0] != '[') return inner.starts_with("{");
  const Text next = documents::without_margin(inner.part(1));
  return next.empty() || Text("{[]\"-0123456789").find(next[0]) != Text::npos;
}

// What a document is, if it is none that the tool reads: of the kind of a file, or of the members of a JSON object.
// Nothing is said of a text that seems to be meant as what the tool reads. Complexity: linear.
inline WrongDocument name_of_document(Text text, Reads reads) {
  using namespace documents;
  if (text.empty()) return {"an empty file"};
  for (const Beginning& each : of_bytes) {
    if (text.starts_with(each.with)) return each.is;
  }
  const Text inner = without_margin(text);
  if (inner.empty()) return {"an empty file"};
  const char second = text.size() > 1 ? text[1] : ' ';
  if (text[0] == '\0' || second == '\0') return {"a text in UTF-16, or binary data", as_utf8};
  if (text.find('\0') != Text::npos) return {"binary data"};
  if (inner[0] == '{') {
    const Text next = without_margin(inner.part(1));
    if (next.starts_with("'")) return {"a printed value of Python or JavaScript", "to print it as JSON: json.dumps"};
    return name_of_object(inner, reads);
  }
  if (inner[0] == '[' && begins_as_json(inner)) {
    const Text next = without_margin(inner.part(1));
    const WrongDocument of_element = next.starts_with("{") ? name_of_object(next, reads) : WrongDocument();
    if (of_element.what != nullptr && of_element.holds_keys) return {"a list of credentials", nullptr, true};
    return reads == Reads::policy ? WrongDocument{"a JSON list", "a file has one policy"} : of_element;
  }
  if (inner[0] == '%') {
    return {"a percent-encoded text that cannot be decoded",
            "an escape is % and two hexadecimal digits, and a '+' can mean a space or itself"};
  }
  return name_of_text(inner);
}

// A word in place of an ARN or a name, if it seems to be a secret.
inline WrongDocument name_of_word(Text word) {
  if (word.starts_with("AKIA") || word.starts_with("ASIA")) {
    return {"an access key id", "aws sts get-caller-identity tells whose key is in use", true};
  }
  if (word.starts_with("-----BEGIN")) return {"a private key or a certificate", nullptr, true};
  if (word.starts_with("eyJ")) return {"a token", nullptr, true};
  if (names_a_secret(word) || without_keys(word) != std::string(word)) {
    return {"a text with what looks like a key", nullptr, true};
  }
  // Names have one of these, or are short.
  bool is_name = word.size() < 32;
  for (const char c : word) is_name = is_name || c == ':' || c == '.' || c == ' ';
  return is_name ? WrongDocument() : WrongDocument{"a long text without the form of a name", nullptr, true};
}

}  // namespace front
