// The forms of principal names, parsed and printed. The ids in the comments, and
// numbers such as 3.7, are those of the facts behind the library, whose sources are IAM identifiers,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, and AWS JSON policy elements: Principal,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#include "dual.hpp"

#include <whence/model/credential.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/name_literals.hpp>
#include <whence/names/parameter.hpp>
#include <whence/names/principal_name.hpp>

#include <cstddef>
#include <cstdint>

namespace {

using namespace whence;
using namespace whence::literals;

#define HEX_32 "79a59df900b949e55d96a1e698fbaced"

// A text that is built piece by piece.
class Printed {
 public:
  constexpr Printed() = default;
  constexpr explicit Printed(const PrincipalName& name) {
    print(name, [this](Text piece) { put(piece); });
  }
  constexpr void put(Text piece) {
    for (const char c : piece) characters_[size_++] = c;
  }
  constexpr void put(char c, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) characters_[size_++] = c;
  }
  [[nodiscard]] constexpr Text view() const { return {characters_, size_}; }

 private:
  char characters_[2100]{};
  std::size_t size_ = 0;
};

// A name and its parts. By default AWS prints the text that was read.
struct Row {
  Text text;
  PrincipalForm form;
  Text name{};
  Text path{};
  Text session{};
  Text printed{};
  [[nodiscard]] constexpr bool is_arn() const { return text.starts_with("arn:"); }
  [[nodiscard]] constexpr Text as_printed() const { return printed.empty() ? text : printed; }
};

constexpr Row rows[] = {
    // pk-anonymous
    {"*", PrincipalForm::everyone},
    // pk-account, pk-root-user
    {"111122223333", PrincipalForm::account},
    {"arn:aws:iam::111122223333:root", PrincipalForm::root},
    // pk-user
    {"arn:aws:iam::111122223333:user/anika", PrincipalForm::iam_user, "anika", "/"},
    {"arn:aws:iam::111122223333:user/division/unit/anika", PrincipalForm::iam_user, "anika", "/division/unit/"},
    {"arn:aws:iam::111122223333:user/a+b=c,d.e@f-g_h", PrincipalForm::iam_user, "a+b=c,d.e@f-g_h", "/"},
    // pk-role; 3.7 Role ARN
    {"arn:aws:iam::111122223333:role/r", PrincipalForm::role, "r", "/"},
    {"arn:aws:iam::111122223333:role/team/r", PrincipalForm::role, "r", "/team/"},
    {"arn:aws:iam::111122223333:role/service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
     PrincipalForm::role, "AWSSystemsManagerDefaultEC2InstanceManagementRole", "/service-role/"},
    // pk-slr
    {"arn:aws:iam::111122223333:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM",
     PrincipalForm::role, "AWSServiceRoleForAmazonSSM", "/aws-service-role/ssm.amazonaws.com/"},
    // pk-identity-center; reserved-sso-role-path
    {"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef",
     PrincipalForm::role, "AWSReservedSSO_Admin_0123456789abcdef", "/aws-reserved/sso.amazonaws.com/eu-west-1/"},
    // pk-ec2-infrastructure; trap-reserved-names
    {"arn:aws:iam::111122223333:role/aws:ec2-infrastructure", PrincipalForm::role, "aws:ec2-infrastructure", "/"},
    // pk-role-session; 3.7 Session ARN
    {"arn:aws:sts::111122223333:assumed-role/r/s1", PrincipalForm::role_session, "r", "", "s1"},
    {"arn:aws:sts::111122223333:assumed-role/app/user@example.com", PrincipalForm::role_session, "app", "",
     "user@example.com"},
    {"arn:aws:sts::111122223333:assumed-role/app/i-0123456789abcdef0", PrincipalForm::role_session, "app", "",
     "i-0123456789abcdef0"},
    {"arn:aws:sts::111122223333:assumed-role/aws:ec2-infrastructure/s1", PrincipalForm::role_session,
     "aws:ec2-infrastructure", "", "s1"},
    // pk-sts-federated-user
    {"arn:aws:sts::111122223333:federated-user/mary", PrincipalForm::federated_user, "mary"},
    // pk-instance-identity-role; X-12: both are accepted, sts is printed
    {"arn:aws:sts::111122223333:assumed-role/aws:ec2-instance/i-0123456789abcdef0",
     PrincipalForm::instance_identity_session, "aws:ec2-instance", "", "i-0123456789abcdef0"},
    {"arn:aws:iam::111122223333:assumed-role/aws:ec2-instance/i-0123456789abcdef0",
     PrincipalForm::instance_identity_session, "aws:ec2-instance", "", "i-0123456789abcdef0",
     "arn:aws:sts::111122223333:assumed-role/aws:ec2-instance/i-0123456789abcdef0"},
    // pk-oidc; arn-oidc-provider-has-path
    {"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com", PrincipalForm::oidc_provider,
     "token.actions.githubusercontent.com"},
    {"arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B7",
     PrincipalForm::oidc_provider, "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B7"},
    {"cognito-identity.amazonaws.com", PrincipalForm::built_in_issuer, "cognito-identity.amazonaws.com"},
    {"www.amazon.com", PrincipalForm::built_in_issuer, "www.amazon.com"},
    {"graph.facebook.com", PrincipalForm::built_in_issuer, "graph.facebook.com"},
    {"accounts.google.com", PrincipalForm::built_in_issuer, "accounts.google.com"},
    // pk-saml; fmt-saml-provider-name
    {"arn:aws:iam::111122223333:saml-provider/My_Company-1.2", PrincipalForm::saml_provider, "My_Company-1.2"},
    // pk-service, pk-roles-anywhere, pk-pod-identity; principal-service-regional-cross-region
    {"ec2.amazonaws.com", PrincipalForm::service, "ec2.amazonaws.com"},
    {"rolesanywhere.amazonaws.com", PrincipalForm::service, "rolesanywhere.amazonaws.com"},
    {"pods.eks.amazonaws.com", PrincipalForm::service, "pods.eks.amazonaws.com"},
    {"logs.ap-east-1.amazonaws.com", PrincipalForm::service, "logs.ap-east-1.amazonaws.com"},
    {"ec2.amazonaws.com.cn", PrincipalForm::service, "ec2.amazonaws.com.cn"},
    {"1.c2s.ic.gov", PrincipalForm::service, "1.c2s.ic.gov"},
    // pk-unique-id
    {"AIDAIOSFODNN7EXAMPLE", PrincipalForm::unique_id, "AIDAIOSFODNN7EXAMPLE"},
    {"AROAIOSFODNN7EXAMPLE", PrincipalForm::unique_id, "AROAIOSFODNN7EXAMPLE"},
    {"AROAIOSFODNN7EXAMPLEAROAIOSFODNN7EXAMPLEAROAIOSFODNN7EXAMPLE1234", PrincipalForm::unique_id,
     "AROAIOSFODNN7EXAMPLEAROAIOSFODNN7EXAMPLEAROAIOSFODNN7EXAMPLE1234"},  // 64 characters, like a canonical id
    // pk-canonical-user
    {HEX_32 HEX_32, PrincipalForm::canonical_user, HEX_32 HEX_32},
    {"ACCA9df900b949e55d96a1e698fbaced" HEX_32, PrincipalForm::canonical_user,
     "ACCA9df900b949e55d96a1e698fbaced" HEX_32},
    {"01234567890123456789012345678901" HEX_32, PrincipalForm::canonical_user,
     "01234567890123456789012345678901" HEX_32},
};

constexpr auto form_count = static_cast<std::size_t>(PrincipalForm::canonical_user) + 1;

struct Judgement {
  Text text;
  NameError error{};
  friend constexpr bool operator==(const Judgement&, const Judgement&) = default;
};

[[maybe_unused]] doctest::String toString(const Judgement& judgement) {
  return doctest::String(judgement.text.data(), static_cast<unsigned>(judgement.text.size())) + " -> fault " +
         doctest::toString(static_cast<int>(judgement.error.fault)) + " at " +
         doctest::toString(judgement.error.offset);
}

constexpr Judgement judge(Text text) {
  const Result<PrincipalName, NameError> name = parse_principal_name(text);
  return {text, name ? NameError{} : name.error()};
}
constexpr Judgement judge_as(PrincipalForm form, Text text) {
  const Result<PrincipalName, NameError> name = parse_arn_of(form, text);
  return {text, name ? NameError{} : name.error()};
}

// Checks each prefix of the text in memory of the same size: reading past its end is an error at compile time and with
// AddressSanitizer.
constexpr void expect_judged_within(Text text) {
  for (std::size_t size = 0; size <= text.size(); ++size) {
    char* const copy = new char[size];
    for (std::size_t i = 0; i < size; ++i) copy[i] = text[i];
    const NameError error = judge(Text(copy, size)).error;
    delete[] copy;
    EXPECT(error.offset <= size);
    EXPECT((size < text.size() || error == judge(text).error));
  }
}

constexpr Judgement mistakes[] = {
    // Faults of the whole ARN; arn-six-fields
    {"arn:", {NameFault::arn_has_fewer_than_six_fields, 4}},
    {"arn:aws:iam:111122223333:role/app", {NameFault::arn_has_fewer_than_six_fields, 33}},
    {"arn:aws::iam::111122223333:root", {NameFault::arn_has_an_empty_service, 8}},  // trap-arn-typo
    {"arn:aws-mars:iam::111122223333:root", {NameFault::arn_has_an_unknown_partition, 4}},
    {"arn:aws:iam::111122223333:", {NameFault::arn_has_an_empty_resource, 26}},
    {"arn:aws:iam::111122223333:user/chiba user", {NameFault::arn_holds_a_character_that_no_arn_has, 36}},
    {" arn:aws:iam::111122223333:root", {NameFault::principal_is_not_recognised, 0}},
    // arn-assumed-role-uses-sts, arn-iam-region-empty, arn-account-12-digits
    {"arn:aws:s3:::bucket", {NameFault::arn_service_is_neither_iam_nor_sts, 8}},
    {"arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0",
     {NameFault::arn_service_is_neither_iam_nor_sts, 8}},
    {"arn:aws:iam:us-east-1:111122223333:role/r", {NameFault::arn_of_iam_or_sts_has_a_region, 12}},
    {"arn:aws:sts:us-east-1:111122223333:assumed-role/r/s1", {NameFault::arn_of_iam_or_sts_has_a_region, 12}},
    {"arn:aws:iam:::root", {NameFault::account_id_is_not_12_digits, 13}},
    {"arn:aws:iam::11112222333:root", {NameFault::account_id_is_not_12_digits, 24}},
    {"arn:aws:iam::1111222233334:root", {NameFault::account_id_is_not_12_digits, 25}},
    {"arn:aws:iam::1111-2222-3333:root", {NameFault::account_id_is_not_12_digits, 17}},
    {"arn:aws:iam::aws:contextProvider/IdentityCenter", {NameFault::account_id_is_not_12_digits, 13}},
    {"arn:aws:sts::111122223333:role/r", {NameFault::identity_arn_uses_iam, 8}},  // 3.7 Role ARN
    {"arn:aws:sts::111122223333:user/u", {NameFault::identity_arn_uses_iam, 8}},
    {"arn:aws:sts::111122223333:root", {NameFault::identity_arn_uses_iam, 8}},
    {"arn:aws:sts::111122223333:oidc-provider/example.com", {NameFault::identity_arn_uses_iam, 8}},
    {"arn:aws:sts::111122223333:saml-provider/company", {NameFault::identity_arn_uses_iam, 8}},
    {"arn:aws:iam::111122223333:assumed-role/r/s1", {NameFault::session_arn_uses_sts, 8}},  // 3.7 Session ARN
    {"arn:aws:iam::111122223333:assumed-role/aws:ec2-infrastructure/s1", {NameFault::session_arn_uses_sts, 8}},
    {"arn:aws:iam::111122223333:federated-user/mary", {NameFault::session_arn_uses_sts, 8}},
    // 3.7 Session ARN; arn-assumed-role-drops-path
    {"arn:aws:sts::111122223333:assumed-role/p/r/s1", {NameFault::session_arn_has_a_path, 42}},
    {"arn:aws:sts::111122223333:assumed-role/r/s1/", {NameFault::session_arn_has_a_path, 43}},
    {"arn:aws:sts::111122223333:assumed-role/r", {NameFault::session_arn_has_no_session_name, 40}},
    {"arn:aws:sts::111122223333:assumed-role/", {NameFault::session_arn_has_no_session_name, 39}},
    {"arn:aws:sts::111122223333:assumed-role/r/", {NameFault::session_name_is_not_2_to_64, 41}},
    {"arn:aws:sts::111122223333:assumed-role/r/s", {NameFault::session_name_is_not_2_to_64, 42}},
    {"arn:aws:sts::111122223333:assumed-role/r/a:b", {NameFault::name_holds_a_character_that_is_not_allowed, 42}},
    {"arn:aws:sts::111122223333:assumed-role//s1", {NameFault::role_name_is_not_1_to_64, 39}},
    {"arn:aws:sts::111122223333:assumed-role/a:b/s1", {NameFault::name_holds_a_character_that_is_not_allowed, 40}},
    {"arn:aws:sts::111122223333:assumed-role/aws:/s1", {NameFault::role_name_is_not_1_to_64, 43}},
    {"arn:aws:sts::111122223333:assumed-role/aws:ec2:x/s1",
     {NameFault::name_holds_a_character_that_is_not_allowed, 46}},
    // fmt-role-name, fmt-user-name, fmt-federated-name, fmt-path
    {"arn:aws:iam::111122223333:role/", {NameFault::role_name_is_not_1_to_64, 31}},
    {"arn:aws:iam::111122223333:role/team/", {NameFault::role_name_is_not_1_to_64, 36}},
    {"arn:aws:iam::111122223333:role/team/a:b", {NameFault::name_holds_a_character_that_is_not_allowed, 37}},
    {"arn:aws:iam::111122223333:role/aws:ec2:x", {NameFault::name_holds_a_character_that_is_not_allowed, 38}},
    {"arn:aws:iam::111122223333:user/", {NameFault::user_name_is_not_1_to_64, 31}},
    {"arn:aws:iam::111122223333:user/aws:ec2-instance", {NameFault::name_holds_a_character_that_is_not_allowed, 34}},
    {"arn:aws:iam::111122223333:user/Ren\xC3\xA9", {NameFault::name_holds_a_character_that_is_not_allowed, 34}},
    {"arn:aws:iam::111122223333:user/caf\xC3\xA9/anika", {NameFault::path_holds_a_character_that_is_not_allowed, 34}},
    {"arn:aws:sts::111122223333:federated-user/m", {NameFault::federated_name_is_not_2_to_32, 42}},
    {"arn:aws:sts::111122223333:federated-user/a/b", {NameFault::name_holds_a_character_that_is_not_allowed, 42}},
    {"arn:aws:iam::111122223333:oidc-provider/", {NameFault::provider_name_is_not_valid, 40}},
    {"arn:aws:iam::111122223333:saml-provider/", {NameFault::provider_name_is_not_valid, 40}},
    {"arn:aws:iam::111122223333:saml-provider/a@b", {NameFault::name_holds_a_character_that_is_not_allowed, 41}},
    {"arn:aws:iam::111122223333:saml-provider/a/b", {NameFault::name_holds_a_character_that_is_not_allowed, 41}},
    // pk-group, pk-context-provider, pk-self-session and texts that are never a principal
    {"arn:aws:iam::111122223333:group/admins", {NameFault::a_group_is_no_principal, 26}},
    {"arn:aws:iam::111122223333:policy/p", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:iam::111122223333:instance-profile/p", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:iam::111122223333:mfa/alice", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:iam::111122223333:contextProvider/x", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:sts::111122223333:self", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:iam::111122223333:role", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:iam::111122223333:ROLE/r", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:iam::111122223333:root/", {NameFault::arn_names_no_principal, 26}},
    {"arn:aws:iam::111122223333:/r", {NameFault::arn_names_no_principal, 26}},
    // principal-no-partial-wildcard, principal-no-session-wildcard, arn-resource-type-not-wild
    {"arn:aws:iam::111122223333:role/*", {NameFault::wildcard_inside_a_principal, 31}},
    {"arn:aws:iam::111122223333:user/bob?", {NameFault::wildcard_inside_a_principal, 34}},
    {"arn:aws:iam::*:root", {NameFault::wildcard_inside_a_principal, 13}},
    {"arn:aws:iam::111122223333:*", {NameFault::wildcard_inside_a_principal, 26}},
    {"arn:aws:iam::111122223333:u*", {NameFault::wildcard_inside_a_principal, 27}},
    {"arn:aws:sts::111122223333:assumed-role/r/*", {NameFault::wildcard_inside_a_principal, 41}},
    {"**", {NameFault::principal_is_not_recognised, 0}},
    // 3.7 Account id
    {"11112222333", {NameFault::account_id_is_not_12_digits, 11}},
    {"1111222233334", {NameFault::account_id_is_not_12_digits, 12}},
    {"1111-2222-3333", {NameFault::account_id_is_not_12_digits, 4}},
    {"111122223333:root", {NameFault::account_id_is_not_12_digits, 12}},
    {"11112222333*", {NameFault::account_id_is_not_12_digits, 11}},
    // pk-service
    {"*.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 0}},
    {"EC2.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 0}},
    {"ec2.example.com", {NameFault::service_principal_has_an_unknown_suffix, 15}},
    {"Accounts.google.com", {NameFault::service_principal_is_not_a_host_name, 0}},
    // pk-unique-id; unique-id-length
    {"AIDA", {NameFault::key_id_is_not_16_to_128, 4}},
    {"AROAIOSFODNN7EXAMPLE:s1", {NameFault::key_id_holds_a_character_that_is_not_allowed, 20}},
    {"AKIAIOSFODNN7EXAMPLE", {NameFault::unique_id_is_neither_user_nor_role, 0}},
    {"ASIAIOSFODNN7EXAMPLE", {NameFault::unique_id_is_neither_user_nor_role, 0}},
    {"AGPAIOSFODNN7EXAMPLE", {NameFault::unique_id_is_neither_user_nor_role, 0}},
    {"AIPAIOSFODNN7EXAMPLE", {NameFault::unique_id_is_neither_user_nor_role, 0}},
    // pk-canonical-user
    {HEX_32 "g"
            "9a59df900b949e55d96a1e698fbaced",
     {NameFault::canonical_user_is_not_64_hex, 32}},
    {HEX_32 "79a59df900b949e55d96a1e698fbacex", {NameFault::canonical_user_is_not_64_hex, 63}},
    {"xABCDEF" HEX_32 "79a59df900b949e55d96a1e69", {NameFault::canonical_user_is_not_64_hex, 0}},
    {"a" HEX_32, {NameFault::principal_is_not_recognised, 0}},
    // None of these forms
    {"", {NameFault::principal_is_not_recognised, 0}},
    {"root", {NameFault::principal_is_not_recognised, 0}},
    {"alice", {NameFault::principal_is_not_recognised, 0}},
    {"ARN:aws:iam::111122223333:root", {NameFault::principal_is_not_recognised, 0}},
    {"anonymous", {NameFault::principal_is_not_recognised, 0}},
};

}  // namespace

DUAL_TEST_CASE("every form of principal is parsed") {
  for (const Row& row : rows) {
    EXPECT(judge(row.text) == Judgement{row.text});
    const PrincipalName name = *parse_principal_name(row.text);
    const bool has_account = row.is_arn() || row.form == PrincipalForm::account;
    EXPECT(name.form == row.form);
    EXPECT(name.has_partition == row.is_arn());
    EXPECT(name.partition == Partition::aws);
    EXPECT(name.account == (has_account ? "111122223333"_account : AccountId{}));
    EXPECT(name.name == row.name);
    EXPECT(name.path == row.path);
    EXPECT(name.session == row.session);
  }
}

DUAL_TEST_CASE("every form of principal is among the examples") {
  bool seen[form_count] = {};
  for (const Row& row : rows) seen[static_cast<std::size_t>(row.form)] = true;
  for (const bool each : seen) EXPECT(each);
}

DUAL_TEST_CASE("a principal is printed as AWS prints it, and reads as the same principal") {
  for (const Row& row : rows) {
    const PrincipalName name = *parse_principal_name(row.text);
    const Printed printed(name);
    EXPECT(printed.view() == row.as_printed());
    EXPECT(*parse_principal_name(printed.view()) == name);
  }
}

DUAL_TEST_CASE("a principal can have any partition") {
  // Table 1.3
  constexpr Text names[] = {"aws",     "aws-cn",    "aws-us-gov", "aws-eusc",
                            "aws-iso", "aws-iso-b", "aws-iso-e",  "aws-iso-f"};
  for (std::size_t i = 0; i < 8; ++i) {
    for (const Row& row : rows) {
      if (!row.is_arn()) continue;
      Printed text;
      text.put("arn:");
      text.put(names[i]);
      text.put(row.as_printed().part(7));
      const PrincipalName name = *parse_principal_name(text.view());
      EXPECT(name.form == row.form);
      EXPECT(name.partition == static_cast<Partition>(i));
      EXPECT(name.name == row.name);
      EXPECT(Printed(name).view() == text.view());
    }
  }
  EXPECT(judge("arn:aws-cn:iam::111122223333:role/p/r") == Judgement{"arn:aws-cn:iam::111122223333:role/p/r"});
}

DUAL_TEST_CASE("the error of a principal has the wrong byte") {
  for (const Judgement& row : mistakes) EXPECT(judge(row.text) == row);
}

DUAL_TEST_CASE("names inside an ARN have the same maximum length as outside") {
  // trap-session-name-lengths; fmt-path; fmt-oidc-url; fmt-saml-provider-name; arn-length-20-2048
  struct Limit {
    Text before;
    std::size_t most;
    Text after;
    NameFault fault;
    std::uint32_t behind = 0;  // the distance of the fault from the last allowed character
  };
  constexpr Limit limits[] = {
      {"arn:aws:iam::111122223333:user/", 64, "", NameFault::user_name_is_not_1_to_64},
      {"arn:aws:iam::111122223333:role/team/", 64, "", NameFault::role_name_is_not_1_to_64},
      {"arn:aws:iam::111122223333:role/aws:", 64, "", NameFault::role_name_is_not_1_to_64},
      {"arn:aws:sts::111122223333:assumed-role/", 64, "/s1", NameFault::role_name_is_not_1_to_64},
      {"arn:aws:sts::111122223333:assumed-role/r/", 64, "", NameFault::session_name_is_not_2_to_64},
      {"arn:aws:sts::111122223333:federated-user/", 32, "", NameFault::federated_name_is_not_2_to_32},
      {"arn:aws:iam::111122223333:role/", 510, "/r", NameFault::path_is_not_1_to_512, 1},
      {"arn:aws:iam::111122223333:oidc-provider/", 255, "", NameFault::provider_name_is_not_valid},
      {"arn:aws:iam::111122223333:saml-provider/", 128, "", NameFault::provider_name_is_not_valid},
      {"AROA", 124, "", NameFault::key_id_is_not_16_to_128},
      {"", 241, ".amazonaws.com", NameFault::service_principal_is_not_a_host_name, 14},
  };
  for (const Limit& limit : limits) {
    Printed fits, too_long;
    fits.put(limit.before);
    fits.put('x', limit.most);
    fits.put(limit.after);
    too_long.put(limit.before);
    too_long.put('x', limit.most + 1);
    too_long.put(limit.after);
    const auto at = static_cast<std::uint32_t>(limit.before.size() + limit.most) + limit.behind;
    EXPECT(judge(fits.view()) == Judgement{fits.view()});
    EXPECT(judge(too_long.view()).error == NameError{limit.fault, at});
  }
  Printed arn;
  arn.put("arn:aws:iam::111122223333:user/");
  arn.put('x', 2048 - 30);
  EXPECT(judge(arn.view()).error == NameError{NameFault::arn_is_longer_than_2048, 2048});
}

DUAL_TEST_CASE("the ARN of a session is made from that of its role, without the path") {
  // 3.7 Session ARN, derived; arn-assumed-role-drops-path; trap-session-arn-no-path
  PrincipalName name = *parse_principal_name("arn:aws:iam::111122223333:role/team/r");
  name.form = PrincipalForm::role_session;
  name.session = "s1";
  EXPECT(Printed(name).view() == "arn:aws:sts::111122223333:assumed-role/r/s1");
}

DUAL_TEST_CASE("a user or role without a path is printed under the root path") {
  PrincipalName name = *parse_principal_name("arn:aws:iam::111122223333:role/team/r");
  name.path = {};
  EXPECT(Printed(name).view() == "arn:aws:iam::111122223333:role/r");
  name.form = PrincipalForm::iam_user;
  EXPECT(Printed(name).view() == "arn:aws:iam::111122223333:user/r");
}

DUAL_TEST_CASE("an ARN of another form is refused at its resource") {
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < form_count; ++i) {
      const auto form = static_cast<PrincipalForm>(i);
      const NameError of_another{NameFault::arn_is_of_another_type, row.is_arn() ? 26U : 0U};
      EXPECT(judge_as(form, row.text).error == (form == row.form ? NameError{} : of_another));
    }
  }
  for (const Judgement& row : mistakes) EXPECT(judge_as(PrincipalForm::role, row.text) == row);
}

DUAL_TEST_CASE("only the ARN of a role is accepted as one") {
  // 3.7 Role ARN
  constexpr Judgement role_arns[] = {
      {"arn:aws:iam::111122223333:role/r"},
      {"arn:aws-cn:iam::111122223333:role/p/r"},
      {"arn:aws:iam::111122223333:user/r", {NameFault::arn_is_of_another_type, 26}},
      {"arn:aws:iam:us-east-1:111122223333:role/r", {NameFault::arn_of_iam_or_sts_has_a_region, 12}},
      {"arn:aws:sts::111122223333:role/r", {NameFault::identity_arn_uses_iam, 8}},
  };
  for (const Judgement& row : role_arns) EXPECT(judge_as(PrincipalForm::role, row.text) == row);
}

DUAL_TEST_CASE("the ARN of a session has the service sts, a role's name and a session's name") {
  // 3.7 Session ARN
  constexpr Judgement session_arns[] = {
      {"arn:aws:sts::111122223333:assumed-role/r/s1"},
      {"arn:aws:iam::111122223333:assumed-role/r/s1", {NameFault::session_arn_uses_sts, 8}},
      {"arn:aws:sts::111122223333:assumed-role/p/r/s1", {NameFault::session_arn_has_a_path, 42}},
      {"arn:aws:sts::111122223333:assumed-role/r", {NameFault::session_arn_has_no_session_name, 40}},
      {"arn:aws:sts::111122223333:assumed-role/aws:ec2-instance/i-0", {NameFault::arn_is_of_another_type, 26}},
  };
  for (const Judgement& row : session_arns) EXPECT(judge_as(PrincipalForm::role_session, row.text) == row);
}

DUAL_TEST_CASE("names of principals are equal if their parts are") {
  constexpr PrincipalName role = "arn:aws:iam::111122223333:role/team/r"_principal_name;
  constexpr Text others[] = {"arn:aws:iam::111122223333:user/team/r", "arn:aws-cn:iam::111122223333:role/team/r",
                             "arn:aws:iam::111122223334:role/team/r", "arn:aws:iam::111122223333:role/Team/r",
                             "arn:aws:iam::111122223333:role/r",      "arn:aws:iam::111122223333:role/team/R"};
  EXPECT(role == *parse_principal_name("arn:aws:iam::111122223333:role/team/r"));
  for (const Text other : others) EXPECT(role != *parse_principal_name(other));
  EXPECT("arn:aws:sts::111122223333:assumed-role/r/s1"_principal_name !=
         "arn:aws:sts::111122223333:assumed-role/r/s2"_principal_name);
  EXPECT("arn:aws:iam::111122223333:root"_principal_name != "111122223333"_principal_name);
}

DUAL_TEST_CASE("a principal can be a literal") {
  constexpr PrincipalName service = "ssm.amazonaws.com"_principal_name;
  EXPECT(service.form == PrincipalForm::service);
  EXPECT(service.name == "ssm.amazonaws.com");
  EXPECT("*"_principal_name.form == PrincipalForm::everyone);
  EXPECT("111122223333"_principal_name.account == "111122223333"_account);
}

DUAL_TEST_CASE("a part of a session's ARN is checked without reading past its end") {
  expect_judged_within("arn:aws:sts::111122223333:assumed-role/r/s1");
}

TEST_CASE("a part of a principal is checked without reading past its end") {
  for (const Row& row : rows) expect_judged_within(row.text);
  for (const Judgement& row : mistakes) expect_judged_within(row.text);
}

DUAL_TEST_CASE("every fault of a name can occur") {
  constexpr NameFault faults[] = {
#define WHENCE_FAULT(name, sentence) NameFault::name,
      WHENCE_NAME_FAULTS(WHENCE_FAULT)
#undef WHENCE_FAULT
  };
  bool met[sizeof faults / sizeof faults[0] + 1] = {};
  const auto meet = [&met](NameError error) { met[static_cast<std::size_t>(error.fault)] = true; };
  for (const Judgement& row : mistakes) meet(row.error);
  // Limits that have their own test above
  meet({NameFault::arn_is_longer_than_2048, 2048});
  meet({NameFault::path_is_not_1_to_512, 512});
  // Faults of names outside an ARN, or of only one form
  const NameError no_arn = Arn::parse("role/app").error();
  const NameError no_path = Path::parse("/a").error();
  const NameError no_role = parse_arn_of(PrincipalForm::role, "arn:aws:iam::111122223333:root").error();
  const NameError no_key = AccessKeyId::parse("AROAIOSFODNN7EXAMPLE").error();
  // Faults that the model finds
  const NameError no_caller = Principal::from("arn:aws:iam::111122223333:role/app").error();
  const NameError wrong_key = LongTermCredential(IamUser("111122223333"_account, "alice"))
                                  .with_key_id(*AccessKeyId::parse("ASIAIOSFODNN7EXAMPLE"))
                                  .error();
  EXPECT(no_arn == NameError{NameFault::arn_does_not_start_with_arn, 0});
  EXPECT(no_path == NameError{NameFault::path_does_not_start_and_end_with_a_slash, 2});
  EXPECT(no_role == NameError{NameFault::arn_is_of_another_type, 26});
  EXPECT(no_key == NameError{NameFault::key_id_has_an_unknown_prefix, 0});
  EXPECT(no_caller == NameError{NameFault::principal_makes_no_request, 0});
  EXPECT(wrong_key == NameError{NameFault::key_id_is_of_another_kind, 0});
  const NameError alone[] = {no_arn, no_path, no_role, no_key, no_caller, wrong_key};
  for (const NameError error : alone) meet(error);
  // Faults of request parameters
  const struct {
    NameError found, expected;
  } parameters[] = {
      {grammar::SourceIdentity::check("a"), {NameFault::source_identity_is_not_2_to_64, 1}},
      {grammar::ExternalId::check("x"), {NameFault::external_id_is_not_2_to_1224, 1}},
      {grammar::ExternalId::check("c 42"), {NameFault::external_id_holds_a_character_that_is_not_allowed, 1}},
      {grammar::SerialNumber::check("12345678"), {NameFault::serial_number_is_not_9_to_256, 8}},
      {grammar::SerialNumber::check("1234567#9"), {NameFault::serial_number_holds_a_character_that_is_not_allowed, 7}},
      {grammar::TokenCode::check("12345x"), {NameFault::token_code_is_not_6_digits, 5}},
      {grammar::TagKey::check(""), {NameFault::tag_key_is_not_1_to_128, 0}},
      {grammar::TagKey::check("AWS:team"), {NameFault::tag_begins_with_aws, 0}},
      {grammar::TagValue::check("a,b"), {NameFault::tag_holds_a_character_that_is_not_allowed, 1}},
      {grammar::TagValue::check(HEX_32 HEX_32 HEX_32 HEX_32 HEX_32 HEX_32 HEX_32 HEX_32 "0"),
       {NameFault::tag_value_is_longer_than_256, 256}},
  };
  for (const auto& parameter : parameters) {
    EXPECT(parameter.found == parameter.expected);
    meet(parameter.found);
  }
  for (const NameFault fault : faults) {
    const NameFault missing = met[static_cast<std::size_t>(fault)] ? NameFault::none : fault;
    EXPECT(missing == NameFault::none);
  }
}
