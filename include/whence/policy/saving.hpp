// The save checks: what AWS refuses to save of a policy that can be parsed. save_checks.hpp lists them, with sources.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/base64.hpp>
#include <whence/base/config.hpp>
#include <whence/base/date.hpp>
#include <whence/base/ip_address.hpp>
#include <whence/base/text.hpp>
#include <whence/names/partition.hpp>
#include <whence/policy/identity_providers.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/policy_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Where a document comes from, which decides what it is held to.
enum class DocumentsFrom : std::uint8_t {
  author,   // somebody wrote it: it must be parsed, and AWS must save it
  account,  // somebody describes an account: the same, but for the checks that AWS spares older trust policies (S3, S4)
  aws,      // AWS returned it, so it was saved once, perhaps under older checks: it must be parsed
};

namespace detail {

// The actions that the trust policy of a role can have.
inline constexpr const char* actions_of_trust[] = {"sts:AssumeRole",         "sts:AssumeRoleWithWebIdentity",
                                                   "sts:AssumeRoleWithSAML", "sts:TagSession",
                                                   "sts:SetSourceIdentity",  "sts:SetContext"};

/// The types with which a resource of IAM begins. Source: Actions, resources, and condition keys for AWS Identity and
/// Access Management, https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
inline constexpr const char* iam_resource_types[] = {"role/",
                                                     "user/",
                                                     "policy/",
                                                     "group/",
                                                     "instance-profile/",
                                                     "oidc-provider/",
                                                     "saml-provider/",
                                                     "mfa/",
                                                     "report/",
                                                     "sms-mfa/",
                                                     "access-report/",
                                                     "federated-user/",
                                                     "server-certificate/",
                                                     "delegation-request/"};

/// The types of resources of S3 that have a region or an account. Source: Actions, resources, and condition keys for
/// Amazon S3, https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
inline constexpr const char* s3_resource_types[] = {"accesspoint", "job/", "storage-lens", "access-grants",
                                                    "async-request"};

/// The services that support resource control policies; AWS adds services: these are those of November 2026. Source:
/// sources::services_of_resource_control
inline constexpr const char* services_of_resource_control =
    "aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch "
    "cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend "
    "comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events firehose fis "
    "fms gamelift health inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications opensearch "
    "pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery "
    "signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2 workspaces xray ";

// Finds the first save check that refuses a policy. The partition is that of the account, or null if it is not known:
// then the first ARN that names one is taken for it, because no account has ARNs of two.
// A template of its words too, so that only a literal or a document pays for its functions.
template <PolicyKind Kind, class AnyPolicy, class Word>
class SaveChecker {
 public:
  constexpr SaveChecker(const AnyPolicy& policy, const PartitionInfo* partition, bool can_be_older)
      : policy_(policy), partition_(partition), can_be_older_(can_be_older) {}

  constexpr PolicyError run() {
    if (policy_.source().starts_with(" ")) return {PolicyFault::policy_begins_with_a_space, 0};
    if constexpr (Kind == PolicyKind::resource_control) {
      if (is_attached_by_aws()) return {};
    }
    for (const auto& each : policy_.statements()) {
      statement_ = &each;
      if (!statement()) return error_;
    }
    return {};
  }

 private:
  constexpr bool statement() {
    if constexpr (Kind == PolicyKind::trust) {
      return principals() && actions_of_trust_policy() && conditions();
    } else if constexpr (Kind == PolicyKind::resource_control) {
      if (statement_->effect == Effect::allow) {
        return refuse(PolicyFault::resource_control_policy_allows, statement_->source.at);
      }
      return actions_of_resource_control() && resources() && conditions();
    } else {
      return actions() && resources() && conditions();
    }
  }

  // The position of a string is its quote. A decoded string is after the source: its statement's position is used.
  template <class Piece>
  constexpr bool refuse(PolicyFault fault, Piece word) {
    const Word source = policy_.source();
    if (word.at >= source.size()) return refuse(fault, statement_->source.at);
    const bool quoted = word.at > 0 && source[word.at - 1] == '"';
    return refuse(fault, quoted ? word.at - 1 : word.at);
  }
  constexpr bool refuse(PolicyFault fault, std::uint32_t at) {
    error_ = {fault, at};
    return false;
  }

  // The policy RCPFullAWSAccess, which Organizations attaches and nobody can write.
  constexpr bool is_attached_by_aws() {
    const auto statements = policy_.statements();
    if (statements.size() != 1) return false;
    const auto& only = statements[0];
    if (only.effect == Effect::deny || only.conditions.count != 0 || only.not_resource || only.actions.count != 1 ||
        only.resources.count != 1) {
      return false;
    }
    return policy_.at(policy_.actions_of(only)[0]) == "*" && policy_.at(policy_.resources_of(only)[0]) == "*";
  }

  constexpr bool principals() {
    for (const auto& each : policy_.principals_of(*statement_)) {
      switch (each.key) {
        case PrincipalKey::everyone: return refuse(PolicyFault::principal_has_no_type, each.text);
        case PrincipalKey::service:
          if (!is_of_the_partition(policy_.at(each.text))) {
            return refuse(PolicyFault::service_is_of_another_partition, each.text);
          }
          break;
        case PrincipalKey::federated:
          if (!provider(each)) return false;
          [[fallthrough]];
        case PrincipalKey::aws:
          if (partition_ == nullptr && each.has_partition) partition_ = &info_of(each.partition);
          break;
      }
    }
    return true;
  }

  // Services have names in amazonaws.com in every partition.
  constexpr bool is_of_the_partition(Word service) {
    if (partition_ == nullptr || service.ends_with(".amazonaws.com")) return true;
    return service.ends_with(Word(partition_->dns_suffix));
  }

  // An Allow statement for the users of a shared issuer must say which of them.
  template <class Entry>
  constexpr bool provider(const Entry& entry) {
    if (statement_->effect == Effect::deny || entry.form == PrincipalForm::saml_provider || !assumes_with_a_token()) {
      return true;
    }
    const Word issuer = policy_.at(entry.name);
    const IdentityProvider& known = find_identity_provider(issuer);
    if (known.required_key == nullptr) return true;
    // IAM has always refused Cognito without its key; the other providers since June 2025.
    if (can_be_older_ && entry.form != PrincipalForm::built_in_issuer) return true;
    bool is_tested = false;
    Slice open;
    for (const auto& each : policy_.conditions_of(*statement_)) {
      const Word name = policy_.at(each.key);
      const bool its = ascii::equal_ignoring_case(name, known.required_key) ||
                       (known.or_key != nullptr && ascii::equal_ignoring_case(name, known.or_key));
      if (!its || !compares_texts(each.test.test)) continue;
      // IAM looks at the first value only.
      const auto values = policy_.values_of(each);
      if (values.empty() || (known.refuses_only_wildcards && is_only_wildcards(policy_.at(values[0])))) {
        open = values.empty() ? each.key : values[0];
      } else {
        is_tested = true;
      }
    }
    if (is_tested) return true;
    return open.at != 0 ? refuse(PolicyFault::key_of_a_shared_provider_is_open, open)
                        : refuse(PolicyFault::key_of_a_shared_provider_is_missing, entry.text);
  }
  // The operators that a recorded error message of IAM names.
  static constexpr bool compares_texts(ConditionTest test) {
    switch (test) {
      case ConditionTest::string_equals:
      case ConditionTest::string_equals_ignore_case:
      case ConditionTest::string_like: return true;
      default: return false;
    }
  }
  constexpr bool assumes_with_a_token() const {
    if (statement_->not_action) return true;
    for (const auto each : policy_.actions_of(*statement_)) {
      if (policy_.at(each) == actions_of_trust[1]) return true;
    }
    return false;
  }

  constexpr bool actions_of_trust_policy() {
    for (const auto each : policy_.actions_of(*statement_)) {
      const Word action = policy_.at(each);
      std::size_t known = 0;
      while (known < count_of(actions_of_trust) && action != actions_of_trust[known]) ++known;
      if (known == count_of(actions_of_trust)) return refuse(PolicyFault::action_is_not_of_a_trust_policy, each);
    }
    return true;
  }
  constexpr bool actions() {
    for (const auto each : policy_.actions_of(*statement_)) {
      const Word action = policy_.at(each);
      if (action[0] == '*' && action.size() > 1) return refuse(PolicyFault::action_of_every_service, each);
    }
    return true;
  }
  constexpr bool actions_of_resource_control() {
    for (const auto each : policy_.actions_of(*statement_)) {
      const Word action = policy_.at(each);
      if (action == "*") return refuse(PolicyFault::resource_control_policy_has_every_action, each);
      if (!supports_resource_control(action.part(0, action.find(':')))) {
        return refuse(PolicyFault::service_has_no_resource_control, each);
      }
    }
    return actions();
  }
  static constexpr bool supports_resource_control(Word service) {
    Word rest = services_of_resource_control;
    while (!rest.empty()) {
      const Word each = rest.part(0, rest.find(' '));
      if (ascii::equal_ignoring_case(each, service)) return true;
      rest = rest.part(each.size() + 1);
    }
    return false;
  }

  constexpr bool resources() {
    for (const auto each : policy_.resources_of(*statement_)) {
      const Word written = policy_.at(each);
      if (written == "*") continue;
      const PolicyFault fault = fault_of(written);
      if (fault != PolicyFault::none) return refuse(fault, each);
    }
    return true;
  }

  // The grammar has checked that it is an ARN with a service.
  constexpr PolicyFault fault_of(Word arn) {
    Word field[5];  // partition, service, region, account, resource
    std::size_t fields = 0;
    for (std::size_t at = 4; fields < 5 && at <= arn.size(); ++fields) {
      const std::size_t end = fields == 4 ? Word::npos : arn.find(':', at);
      field[fields] = arn.part(at, end == Word::npos ? end : end - at);
      at = end == Word::npos ? arn.size() + 1 : end + 1;
    }
    if (const PartitionInfo* const named = find_partition(field[0])) {
      if (partition_ == nullptr) partition_ = named;
      if (partition_ != named) return PolicyFault::resource_is_of_another_partition;
    }
    const bool of_iam = field[1] == "iam";
    const bool of_s3 = field[1] == "s3";
    const bool may_have_both = of_s3 && (field[4].starts_with("${") || begins_with_one_of(s3_resource_types, field[4]));
    if ((of_iam || of_s3 || field[1] == "route53") && !may_have_both && !is_only_wildcards(field[2])) {
      return PolicyFault::resource_has_a_region;
    }
    if (of_s3 && !may_have_both && !is_only_wildcards(field[3])) return PolicyFault::bucket_has_an_account;
    // Sources disagree on root: service control policies have it, and an older record of IAM refuses it.
    const bool has_type = !of_iam || fields < 5 || field[4] == "*" || field[4] == "root" ||
                          begins_with_one_of(iam_resource_types, field[4]);
    return has_type ? PolicyFault::none : PolicyFault::resource_type_is_not_of_iam;
  }
  constexpr bool conditions() {
    for (const auto& each : policy_.conditions_of(*statement_)) {
      const PolicyFault otherwise = fault_if_wrong(each.test.info().compares);
      if (otherwise == PolicyFault::none) continue;
      for (const auto value : policy_.values_of(each)) {
        if (!is_right(otherwise, policy_.at(value))) return refuse(otherwise, value);
      }
    }
    return true;
  }
  static constexpr PolicyFault fault_if_wrong(Compares compares) {
    switch (compares) {
      case Compares::arn: return PolicyFault::value_is_not_an_arn;
      case Compares::address: return PolicyFault::value_is_not_an_ip_address;
      case Compares::number: return PolicyFault::value_is_not_a_number;
      case Compares::binary: return PolicyFault::value_is_not_base64;
      case Compares::date: return PolicyFault::value_is_not_a_date;
      default: return PolicyFault::none;
    }
  }
  static constexpr bool is_right(PolicyFault otherwise, Word value) {
    switch (otherwise) {
      case PolicyFault::value_is_not_an_arn: return value == "*" || is_arn_pattern(value);
      case PolicyFault::value_is_not_an_ip_address: {
        IpBlock block;
        return IpBlock::parse(value, block);
      }
      case PolicyFault::value_is_not_a_number: return is_number(value);
      case PolicyFault::value_is_not_base64: return stands_for(value, "") != Truth::unknown;
      default: {
        Date date;
        return parse_date(value, date);
      }
    }
  }
  static constexpr bool is_arn_pattern(Word value) {
    if (!value.starts_with("arn:")) return false;
    std::size_t at = 3;
    for (int colons = 1; colons < 5; ++colons) {
      at = value.find(':', at + 1);
      if (at == Word::npos) return false;
    }
    return true;
  }

  template <std::size_t Count>
  static constexpr bool begins_with_one_of(const char* const (&words)[Count], Word text) {
    for (const char* const each : words) {
      if (text.starts_with(each)) return true;
    }
    return false;
  }
  static constexpr bool is_only_wildcards(Word text) {
    for (const char c : text) {
      if (c != '*' && c != '?') return false;
    }
    return true;
  }

  // [+-]digits[.digits][e[+-]digits], where one of the first two groups of digits can be missing.
  static constexpr bool is_number(Word text) {
    std::size_t at = behind_sign(text, 0);
    const std::size_t point = behind_digits(text, at);
    bool any = point > at;
    at = point;
    if (at < text.size() && text[at] == '.') {
      at = behind_digits(text, point + 1);
      any = any || at > point + 1;
    }
    if (any && at < text.size() && ascii::to_lower(text[at]) == 'e') {
      const std::size_t exponent = behind_sign(text, at + 1);
      at = behind_digits(text, exponent);
      any = at > exponent;
    }
    return any && at == text.size();
  }
  static constexpr std::size_t behind_sign(Word text, std::size_t at) {
    return at < text.size() && (text[at] == '-' || text[at] == '+') ? at + 1 : at;
  }
  static constexpr std::size_t behind_digits(Word text, std::size_t at) {
    while (at < text.size() && ascii::is_digit(text[at])) ++at;
    return at;
  }

  const AnyPolicy& policy_;
  const PartitionInfo* partition_;
  bool can_be_older_;
  const Statement* statement_ = nullptr;
  PolicyError error_;
};

template <PolicyKind Kind, class AnyPolicy>
constexpr PolicyError find_unsaved(const AnyPolicy& policy, const PartitionInfo* partition, bool can_be_older) {
  return SaveChecker<Kind, AnyPolicy, Text>(policy, partition, can_be_older).run();
}

}  // namespace detail

/// Why AWS refuses to save a policy in an account of this partition; no error if it saves it, or if no source says.
/// Complexity: linear in the policy; no allocation.
template <PolicyKind Kind>
[[nodiscard]] constexpr PolicyError why_not_saved(const PolicyOf<Kind>& policy, Partition of_the_account) {
  return detail::find_unsaved<Kind, Policy>(policy, &info_of(of_the_account), false);
}
/// The same if the partition of the account is not known.
template <PolicyKind Kind>
[[nodiscard]] constexpr PolicyError why_not_saved(const PolicyOf<Kind>& policy) {
  return detail::find_unsaved<Kind, Policy>(policy, nullptr, false);
}

}  // namespace whence
WHENCE_TEMPLATES_END
