// The faults of policies and their bytes, for literals and for documents. The ids g-05 to g-31 are the vectors of
// policy_grammar.cpp that IAM refuses. Most rows are trust policies; the other kinds have their own table.
#include "dual.hpp"

#include <whence/document/policy_document.hpp>
#include <whence/policy/policy_literals.hpp>

#include <string>

namespace {

using whence::FixedText;
using whence::JsonFault;
using whence::NameFault;
using whence::PolicyError;
using whence::PolicyFault;
using whence::PolicyKind;
using whence::sentence_of;
using whence::SourcePosition;
using whence::Text;
namespace detail = whence::detail;

// The fault that a literal finds: it measures, then fills arrays of the measured size.
template <PolicyKind Kind, FixedText Source>
constexpr PolicyError error_of_literal() {
  constexpr detail::Measured measured = detail::measure_policy(Source.view(), Kind);
  if constexpr (measured.error) {
    return measured.error;
  } else {
    return detail::fill_policy<Kind, measured.shape>(Source).error;
  }
}

// These are faults of documents that AWS returned too.
template <PolicyKind Kind>
PolicyError error_of_document(Text source) {
  const auto document = whence::PolicyDocument<Kind>::parse(source, whence::DocumentsFrom::aws);
  return document ? PolicyError{} : document.error();
}

struct Refused {
  const char* id;
  Text source;
  PolicyError (*read)(Text);
  PolicyError found;
  PolicyFault fault;
  SourcePosition position;
};

template <FixedText Source>
inline constexpr FixedText source_of = Source;

template <PolicyKind Kind, FixedText Source>
constexpr Refused refused(const char* id, PolicyFault fault, SourcePosition position) {
  return {id, source_of<Source>.view(), error_of_document<Kind>, error_of_literal<Kind, Source>(), fault, position};
}
template <FixedText Source>
constexpr Refused refused(const char* id, PolicyFault fault, std::uint32_t line, std::uint32_t column) {
  return refused<PolicyKind::trust, Source>(id, fault, {line, column});
}

// The ^ marks the byte of the expected fault, and is not part of the policy.
template <std::size_t Size>
consteval FixedText<Size - 1> without_mark(const FixedText<Size>& marked) {
  FixedText<Size - 1> text;
  std::size_t at = 0;
  for (const char c : marked.characters) {
    if (c != '^') text.characters[at++] = c;
  }
  return text;
}

template <FixedText Marked, PolicyKind Kind = PolicyKind::trust>
constexpr Refused refused(PolicyFault fault) {
  const SourcePosition position = whence::position_of(Marked.view(), Marked.view().find('^'));
  return refused<Kind, without_mark(Marked)>("", fault, position);
}
template <FixedText Marked>
constexpr Refused identity(PolicyFault fault) {
  return refused<Marked, PolicyKind::identity>(fault);
}
template <FixedText Marked>
constexpr Refused service_control(PolicyFault fault) {
  return refused<Marked, PolicyKind::service_control>(fault);
}
template <FixedText Marked>
constexpr Refused resource_control(PolicyFault fault) {
  return refused<Marked, PolicyKind::resource_control>(fault);
}
template <FixedText Marked>
constexpr Refused endpoint(PolicyFault fault) {
  return refused<Marked, PolicyKind::endpoint>(fault);
}

#define STATEMENT(elements) R"({"Statement": {"Effect": "Allow", )" elements R"(}})"
#define PRINCIPAL(object) STATEMENT(R"("Action": "sts:AssumeRole", "Principal": )" object)
#define AWS(name) PRINCIPAL(R"({"AWS": ")" name R"("})")
#define SERVICE(name) PRINCIPAL(R"({"Service": ")" name R"("})")
#define FEDERATED(name) PRINCIPAL(R"({"Federated": ")" name R"("})")
#define ACTION(element) STATEMENT(R"("Principal": "*", )" element)
#define CONDITION(object) ACTION(R"("Action": "sts:AssumeRole", "Condition": )" object)
// For the other kinds: a policy with one statement, without the elements of the test.
#define DENY(elements) R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", )" elements R"(}})"
#define DENY_ACTION(element) DENY(R"("Resource": "*", )" element)
#define DENY_RESOURCE(element) DENY(R"("Action": "s3:*", )" element)

constexpr Refused vectors[] = {
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole",
  "Resource": "*"}})">("g-05", PolicyFault::resource_in_a_trust_policy, 3, 3),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny",
  "NotPrincipal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}})">(
        "g-06", PolicyFault::not_principal_in_a_trust_policy, 2, 3),
    refused<R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole"}]})">("g-07", PolicyFault::statement_has_no_principal, 2, 3),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/*"}, "Action": "sts:AssumeRole"}})">(
        "g-10", PolicyFault::wildcard_inside_a_principal, 2, 56),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Principal": {"AWS": "arn:aws:sts::111122223333:assumed-role/r/*"}, "Action": "sts:AssumeRole"}})">(
        "g-11", PolicyFault::wildcard_inside_a_principal, 2, 66),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Principal": {"AWS": "arn:aws:iam::111122223333:group/g"}, "Action": "sts:AssumeRole"}})">(
        "g-12", PolicyFault::a_group_is_no_principal, 2, 51),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Principal": {"Service": "*"}, "Action": "sts:AssumeRole"}})">("g-13", PolicyFault::wildcard_in_service, 2, 28),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {
    "Service": "ec2.amazonaws.com",
    "Service": "ssm.amazonaws.com"}, "Action": "sts:AssumeRole"}})">("g-16", PolicyFault::duplicate_principal_type, 3,
                                                                     5),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow",
  "Principal": {"Federated": "oidc.example.com"}, "Action": "sts:AssumeRoleWithWebIdentity"}})">(
        "g-20", PolicyFault::not_a_federated_principal, 2, 30),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {
  "CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"},
  "Action": "sts:AssumeRole"}})">("g-22", PolicyFault::canonical_user_is_of_s3, 2, 3),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
  "Action": "sts:AssumeRole",
  "NotAction": "sts:TagSession"}})">("g-23", PolicyFault::action_and_not_action, 3, 3),
    refused<R"({"Version": "2012-10-17", "Statement": {
  "Effect": "allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}})">(
        "g-24", PolicyFault::effect_is_neither_allow_nor_deny, 2, 13),
    refused<R"({
  "Version": "2012-10-18",
  "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}})">(
        "g-25", PolicyFault::version_is_unknown, 2, 14),
    refused<R"({"Version": "2012-10-17", "Statement": {
  "Sid": "a-b", "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"}})">(
        "g-27", PolicyFault::sid_is_not_alphanumeric, 2, 10),
    refused<R"({"Version": "2012-10-17", "Statement": [
  {"Sid": "S1", "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole"},
  {"Sid": "S1", "Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole"}]})">(
        "g-28", PolicyFault::sid_is_not_unique, 3, 3),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
  "Action": "sts:TagSession", "Condition": {"StringLike": {
    "aws:TagKeys": "a*",
    "aws:tagkeys": "b*"}}}})">("g-30", PolicyFault::duplicate_condition_key, 4, 5),
    refused<R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
  "Action": "sts:AssumeRole", "Condition": {
    "NullIfExists": {"aws:TokenIssueTime": "true"}}}})">("g-31", PolicyFault::null_with_if_exists, 3, 5),
};

constexpr Refused json_faults[] = {
    refused<R"(^)">(PolicyFault::text_ends_too_early),
    refused<R"({"Version": ^)">(PolicyFault::text_ends_too_early),
    refused<R"({"Version": "2012-10-17"^)">(PolicyFault::text_ends_too_early),
    refused<R"(^["Version"])">(PolicyFault::expected_an_object),
    refused<R"(^null)">(PolicyFault::expected_an_object),
    refused<"^\xEF\xBB\xBF{}">(PolicyFault::expected_an_object),  // a byte order mark
    refused<R"({"Statement": ^"*"})">(PolicyFault::expected_an_object),
    refused<R"({"Statement": [^[]]})">(PolicyFault::expected_an_object),
    refused<R"({"Version": ^2012})">(PolicyFault::expected_a_string),
    refused<R"({"Id": ^["a"]})">(PolicyFault::expected_a_string),
    refused<R"({"Statement": {"Sid": ^null}})">(PolicyFault::expected_a_string),
    refused<ACTION(R"("Action": ^{})")>(PolicyFault::expected_a_string_or_list),
    refused<ACTION(R"("Action": [^["sts:*"]])")>(PolicyFault::expected_a_string_or_list),
    refused<PRINCIPAL(R"({"AWS": ^111122223333})")>(PolicyFault::expected_a_string_or_list),
    refused<CONDITION(R"({"Bool": {"a": ^null}})")>(PolicyFault::expected_a_scalar),
    refused<CONDITION(R"({"Bool": {"a": ^True}})")>(PolicyFault::expected_a_scalar),
    refused<CONDITION(R"({"Bool": {"a": [true, ^{}]}})")>(PolicyFault::expected_a_scalar),
    refused<CONDITION(R"({"Bool": {"a": [^[]]}})")>(PolicyFault::expected_a_scalar),
    refused<R"({^Version: "2012-10-17"})">(PolicyFault::expected_a_member_name),
    refused<R"({"Version": "2012-10-17"^, })">(PolicyFault::comma_before_the_end),
    refused<ACTION(R"("Action": ["sts:*"^,])")>(PolicyFault::comma_before_the_end),
    refused<R"({^// a comment
})">(PolicyFault::comment_in_json),
    refused<R"({"Version" ^"2012-10-17"})">(PolicyFault::expected_a_colon),
    refused<CONDITION(R"({"Bool"^, {}})")>(PolicyFault::expected_a_colon),
    refused<R"({"Version": "2012-10-17" ^"Id": ""})">(PolicyFault::expected_comma_or_brace),
    refused<R"({"Version": "2012-10-17"^])">(PolicyFault::expected_comma_or_brace),
    refused<ACTION(R"("Action": ["sts:*" ^"sts:*"])")>(PolicyFault::expected_comma_or_bracket),
    refused<R"({"Version": ^"2012-10-17})">(PolicyFault::string_is_not_closed),
    refused<R"({"Version": ^"\)">(PolicyFault::string_is_not_closed),
    refused<"{\"Id\": \"a^\nb\"}">(PolicyFault::control_character_in_string),
    refused<"{\"Id\": \"a^\tb\"}">(PolicyFault::control_character_in_string),
    refused<R"({"Id": "a^\x41"})">(PolicyFault::unknown_escape),
    refused<R"({"Id": "a^\u004G"})">(PolicyFault::bad_unicode_escape),
    refused<R"({"Id": "a^\uD83D!"})">(PolicyFault::bad_unicode_escape),
    refused<R"({"Id": "a^\uDE00"})">(PolicyFault::bad_unicode_escape),
    refused<"{\"Id\": \"a^\xE9\"}">(PolicyFault::bad_utf8),  // Latin-1
    refused<"{\"Id\": \"a^\xC1\x81\"}">(PolicyFault::bad_utf8),
    refused<"{\"Id\": \"^\xC4\x80\"}">(PolicyFault::character_not_allowed),  // U+0100, policy-charset
    refused<"{\"Id\": \"^\xE2\x82\xAC\"}">(PolicyFault::character_not_allowed),
    refused<CONDITION(R"({"NumericEquals": {"a": ^01}})")>(PolicyFault::bad_number),
    refused<CONDITION(R"({"NumericEquals": {"a": [1, ^2.]}})")>(PolicyFault::bad_number),
    refused<ACTION(R"("Action": "sts:*")") "^}">(PolicyFault::text_after_the_document),
    refused<ACTION(R"("Action": "sts:*")") " \n ^{}">(PolicyFault::text_after_the_document),
};

// The names inside a policy. ARNs: arn-six-fields, arn-iam-region-empty, arn-account-12-digits,
// arn-assumed-role-uses-sts, arn-assumed-role-drops-path; names and paths: CreateRole, AssumeRole, GetFederationToken.
constexpr Refused name_faults[] = {
    refused<AWS("arn:aws:iam::^ACCOUNT-ID:root")>(PolicyFault::account_id_is_not_12_digits),
    refused<AWS("arn:aws:iam::1111^-2222-3333:root")>(PolicyFault::account_id_is_not_12_digits),
    refused<AWS("arn:aws:iam::11112222333^:root")>(PolicyFault::account_id_is_not_12_digits),
    refused<AWS("arn:aws:iam::111122223333^")>(PolicyFault::arn_has_fewer_than_six_fields),
    refused<AWS("arn:^gcp:iam::111122223333:root")>(PolicyFault::arn_has_an_unknown_partition),
    refused<AWS("arn:aws:^::111122223333:root")>(PolicyFault::arn_has_an_empty_service),
    refused<AWS("arn:aws:iam::111122223333:^")>(PolicyFault::arn_has_an_empty_resource),
    refused<AWS("arn:aws:iam::111122223333:role/a^ b")>(PolicyFault::arn_holds_a_character_that_no_arn_has),
    refused<AWS("arn:aws:iam:^us-east-1:111122223333:role/r")>(PolicyFault::arn_of_iam_or_sts_has_a_region),
    refused<AWS("arn:aws:^s3::111122223333:role/r")>(PolicyFault::arn_service_is_neither_iam_nor_sts),
    refused<AWS("arn:aws:^iam::111122223333:assumed-role/r/s1")>(PolicyFault::session_arn_uses_sts),
    refused<AWS("arn:aws:^sts::111122223333:role/r")>(PolicyFault::identity_arn_uses_iam),
    refused<AWS("arn:aws:iam::111122223333:^policy/p")>(PolicyFault::arn_names_no_principal),
    refused<AWS("arn:aws:iam::111122223333:^Root")>(PolicyFault::arn_names_no_principal),
    refused<AWS("arn:aws:iam::111122223333:^group/g")>(PolicyFault::a_group_is_no_principal),
    refused<AWS("arn:aws:sts::111122223333:assumed-role/r^")>(PolicyFault::session_arn_has_no_session_name),
    refused<AWS("arn:aws:sts::111122223333:assumed-role/p/r^/s1")>(PolicyFault::session_arn_has_a_path),
    refused<AWS("arn:aws:iam::^*:role/r")>(PolicyFault::wildcard_inside_a_principal),
    refused<AWS("arn:aws:iam::111122223333:role/a^?c")>(PolicyFault::wildcard_inside_a_principal),
    refused<FEDERATED("arn:aws:iam::111122223333:oidc-provider/^*")>(PolicyFault::wildcard_inside_a_principal),
    refused<AWS("arn:aws:iam::111122223333:role/^")>(PolicyFault::role_name_is_not_1_to_64),
    refused<AWS("arn:aws:iam::111122223333:user/team/^")>(PolicyFault::user_name_is_not_1_to_64),
    refused<AWS("arn:aws:sts::111122223333:assumed-role/r/a^")>(PolicyFault::session_name_is_not_2_to_64),
    refused<AWS("arn:aws:sts::111122223333:federated-user/a^")>(PolicyFault::federated_name_is_not_2_to_32),
    refused<AWS("arn:aws:iam::111122223333:role/a^!b")>(PolicyFault::name_holds_a_character_that_is_not_allowed),
    refused<AWS("arn:aws:iam::111122223333:role/^\xC3\xA9/r")>(PolicyFault::path_holds_a_character_that_is_not_allowed),
    refused<SERVICE("^EC2.amazonaws.com")>(PolicyFault::service_principal_is_not_a_host_name),
    refused<SERVICE("^*.amazonaws.com")>(PolicyFault::service_principal_is_not_a_host_name),
    refused<SERVICE("ec2.example.com^")>(PolicyFault::service_principal_has_an_unknown_suffix),
    refused<FEDERATED("arn:aws:iam::111122223333:oidc-provider/^")>(PolicyFault::provider_name_is_not_valid),
    // If the string has escapes, the position is that of the string, not of the byte.
    refused<PRINCIPAL(R"({"AWS": ^"arn:aws:iam::11112222333\u0033:group/g"})")>(PolicyFault::a_group_is_no_principal),
};

constexpr Refused policy_faults[] = {
    refused<R"({^"Statements": []})">(PolicyFault::unknown_policy_element),
    refused<R"({^"statement": []})">(PolicyFault::unknown_policy_element),
    refused<R"({"Version": "2012-10-17", ^"Statement\u0000": []})">(PolicyFault::unknown_policy_element),
    refused<R"({^"St\u0061tementsThatAreLongerThanAnyNameOfAnElement": []})">(PolicyFault::unknown_policy_element),
    refused<R"({"Version": "2012-10-17", ^"Version": "2012-10-17"})">(PolicyFault::duplicate_policy_element),
    refused<R"({"Id": "a", ^"\u0049d": "b"})">(PolicyFault::duplicate_policy_element),
    refused<ACTION(R"("Action": "sts:*"}, ^"Statement": {)")>(PolicyFault::duplicate_policy_element),
    refused<R"({"Version": ^"2012-10-1", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "sts:*"}})">(
        PolicyFault::version_is_unknown),
    refused<R"( ^{})">(PolicyFault::policy_has_no_statement),
    refused<R"( ^{"Version": "2012-10-17"})">(PolicyFault::policy_has_no_statement),
    refused<R"({"Statement": ^[]})">(PolicyFault::statement_list_is_empty),
    refused<ACTION(R"("Action": "sts:*", ^"Comment": "")")>(PolicyFault::unknown_statement_element),
    refused<ACTION(R"("Action": "sts:*", ^"sid": "")")>(PolicyFault::unknown_statement_element),
    refused<ACTION(R"("Action": "sts:*", ^"Effect": "Allow")")>(PolicyFault::duplicate_statement_element),
    refused<ACTION(R"("Action": "sts:*", ^"Action": "sts:*")")>(PolicyFault::duplicate_statement_element),
    refused<ACTION(R"("Action": "sts:*", ^"Princip\u0061l": "*")")>(PolicyFault::duplicate_statement_element),
    refused<ACTION(R"("Action": "sts:*", "Sid": "", ^"Sid": "")")>(PolicyFault::duplicate_statement_element),
    refused<CONDITION(R"({}, ^"Condition": {})")>(PolicyFault::duplicate_statement_element),
    refused<ACTION(R"("Action": "sts:*", "Sid": ^"S 1")")>(PolicyFault::sid_is_not_alphanumeric),
    refused<ACTION(R"("Action": "sts:*", "Sid": ^"\u00e9")")>(PolicyFault::sid_is_not_alphanumeric),
    refused<R"({"Statement": [{"Sid": "A", "Effect": "Deny", "Principal": "*", "Action": "sts:*"},
      {"Sid": "B", "Effect": "Deny", "Principal": "*", "Action": "sts:*"},
      ^{"Sid": "\u0041", "Effect": "Deny", "Principal": "*", "Action": "sts:*"}]})">(PolicyFault::sid_is_not_unique),
    refused<R"({"Statement": ^{"Principal": "*", "Action": "sts:*"}})">(PolicyFault::statement_has_no_effect),
    refused<R"({"Statement": {"Effect": ^"ALLOW", "Principal": "*", "Action": "sts:*"}})">(
        PolicyFault::effect_is_neither_allow_nor_deny),
    refused<R"({"Statement": {"Effect": ^"Deny ", "Principal": "*", "Action": "sts:*"}})">(
        PolicyFault::effect_is_neither_allow_nor_deny),
    refused<R"({"Statement": ^{"Effect": "Allow", "Action": "sts:*"}})">(PolicyFault::statement_has_no_principal),
    refused<ACTION(R"("Action": "sts:*", ^"NotPrincipal": "*")")>(PolicyFault::not_principal_in_a_trust_policy),
    refused<PRINCIPAL(R"(^"111122223333")")>(PolicyFault::principal_is_not_star_or_object),
    refused<PRINCIPAL(R"(^["*"])")>(PolicyFault::principal_is_not_star_or_object),
    refused<PRINCIPAL(R"(^{})")>(PolicyFault::principal_is_empty),
    refused<PRINCIPAL(R"(^{"AWS": [], "Service": []})")>(PolicyFault::principal_is_empty),
    refused<PRINCIPAL(R"({^"aws": "*"})")>(PolicyFault::unknown_principal_type),
    refused<PRINCIPAL(R"({^"*": "*"})")>(PolicyFault::unknown_principal_type),
    refused<PRINCIPAL(R"({"AWS": "*", ^"AW\u0053": "*"})")>(PolicyFault::duplicate_principal_type),
    refused<PRINCIPAL(R"({"Federated": [], ^"Federated": []})")>(PolicyFault::duplicate_principal_type),
    refused<PRINCIPAL(R"({^"CanonicalUser": []})")>(PolicyFault::canonical_user_is_of_s3),
    refused<PRINCIPAL(R"({"Service": ["ec2.amazonaws.com", ^"*"]})")>(PolicyFault::wildcard_in_service),
    refused<PRINCIPAL(R"({"AWS": ^"ec2.amazonaws.com"})")>(PolicyFault::not_an_aws_principal),
    refused<PRINCIPAL(R"({"AWS": ^"arn:aws:iam::111122223333:saml-provider/p"})")>(PolicyFault::not_an_aws_principal),
    refused<PRINCIPAL(R"({"AWS": ["*", ^"ACCOUNT-B-ID"]})")>(PolicyFault::not_an_aws_principal),
    refused<PRINCIPAL(R"({"AWS": ^"111122223333*"})")>(PolicyFault::not_an_aws_principal),
    refused<PRINCIPAL(R"({"AWS": ^"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"})")>(
        PolicyFault::not_an_aws_principal),  // a canonical user, see g-22
    refused<PRINCIPAL(R"({"AWS": ^""})")>(PolicyFault::not_an_aws_principal),
    refused<PRINCIPAL(R"({"AWS": ^" arn:aws:iam::111122223333:root"})")>(PolicyFault::not_an_aws_principal),
    refused<PRINCIPAL(R"({"Service": ^"ec2"})")>(PolicyFault::not_a_service_principal),
    refused<PRINCIPAL(R"({"Service": ^"111122223333"})")>(PolicyFault::not_a_service_principal),
    refused<PRINCIPAL(R"({"Service": ^"arn:aws:iam::111122223333:root"})")>(PolicyFault::not_a_service_principal),
    refused<PRINCIPAL(R"({"Federated": ^"*"})")>(PolicyFault::not_a_federated_principal),
    refused<PRINCIPAL(R"({"Federated": ^"sts.amazonaws.com"})")>(PolicyFault::not_a_federated_principal),
    refused<PRINCIPAL(R"({"Federated": ^"arn:aws:iam::111122223333:role/r"})")>(PolicyFault::not_a_federated_principal),
    refused<R"({"Statement": ^{"Effect": "Allow", "Principal": "*"}})">(PolicyFault::statement_has_no_action),
    refused<ACTION(R"("NotAction": "sts:*", ^"Action": "sts:*")")>(PolicyFault::action_and_not_action),
    refused<ACTION(R"("Action": ^[])")>(PolicyFault::action_list_is_empty),
    refused<ACTION(R"("NotAction": ^[])")>(PolicyFault::action_list_is_empty),
    refused<ACTION(R"("Action": ["sts:AssumeRole", ^"s3*:GetObject"])")>(PolicyFault::action_service_is_not_valid),
    refused<ACTION(R"("Action": ^"AssumeRole")")>(PolicyFault::action_has_no_service),
    refused<ACTION(R"("Action": ^"sts:")")>(PolicyFault::action_has_no_service),
    refused<ACTION(R"("Action": ^"sts:Assume:Role")")>(PolicyFault::action_has_no_service),
    refused<ACTION(R"("NotAction": ^"")")>(PolicyFault::action_has_no_service),
    refused<ACTION(R"("Action": "sts:*", ^"Resource": [])")>(PolicyFault::resource_in_a_trust_policy),
    refused<ACTION(R"("Action": "sts:*", ^"NotResource": "*")")>(PolicyFault::not_resource_in_a_trust_policy),
    refused<CONDITION(R"(^"a")")>(PolicyFault::condition_is_not_an_object),
    refused<CONDITION(R"(^[{}])")>(PolicyFault::condition_is_not_an_object),
    refused<CONDITION(R"({"DateGreaterThan": ^"b"})")>(PolicyFault::condition_is_not_an_object),
    refused<CONDITION(R"({^"x": {"a": "1"}})")>(PolicyFault::unknown_condition_operator),
    refused<CONDITION(R"({^"StringEqual": {}})")>(PolicyFault::unknown_condition_operator),
    refused<CONDITION(R"({^"ForAllValues:NullIfExists": {}})")>(PolicyFault::null_with_if_exists),
    refused<CONDITION(R"({"Bool": {"a": true}, ^"Bool": {"b": true}})")>(PolicyFault::duplicate_condition_operator),
    refused<CONDITION(R"({"Bool": {}, "Null": {}, ^"B\u006fol": {}})")>(PolicyFault::duplicate_condition_operator),
    refused<CONDITION(R"({"Bool": {"a": 1, "b": 1, ^"a": 1}})")>(PolicyFault::duplicate_condition_key),
    refused<CONDITION(R"({"Bool": {"b": 1}, "Null": {"\u0061": 1, ^"A": 1}})")>(PolicyFault::duplicate_condition_key),
    refused<CONDITION(R"({"Bool": {^"": 1}})")>(PolicyFault::condition_key_is_empty),
};

// Which kind takes which element: notprincipal-deny-only, trust-not-identity-principal, and the pages on the elements
// Principal, NotPrincipal, Action and Resource; of organizations,
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html and
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html. That a statement of
// the other kinds needs a Resource: MISSING_RESOURCE of IAM Access Analyzer.
constexpr Refused faults_of_kinds[] = {
    identity<DENY_ACTION(R"("Action": "sts:*", ^"Principal": "*")")>(PolicyFault::principal_is_not_taken),
    identity<DENY_ACTION(R"("Action": "sts:*", ^"NotPrincipal": "*")")>(PolicyFault::not_principal_is_not_taken),
    service_control<DENY_ACTION(R"("Action": "sts:*", ^"Principal": "*")")>(PolicyFault::principal_is_not_taken),
    service_control<DENY_ACTION(R"("Action": "sts:*", ^"NotPrincipal": "*")")>(PolicyFault::not_principal_is_not_taken),
    resource_control<DENY_ACTION(R"("Action": "sts:*", ^"NotPrincipal": "*")")>(
        PolicyFault::not_principal_is_not_taken),
    resource_control<
        R"({"Version": "2012-10-17", "Statement": ^{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}})">(
        PolicyFault::statement_has_no_principal),
    resource_control<DENY_ACTION(R"("Action": "sts:*", "Principal": ^{"AWS": "111122223333"})")>(
        PolicyFault::principal_is_not_everyone),
    resource_control<DENY_ACTION(R"("Action": "sts:*", "Principal": ^{"Service": "ec2.amazonaws.com"})")>(
        PolicyFault::principal_is_not_everyone),
    resource_control<DENY_ACTION(R"("Action": "sts:*", "Principal": ^{"AWS": ["*", "111122223333"]})")>(
        PolicyFault::principal_is_not_everyone),
    resource_control<R"({"Version": "2012-10-17", "Statement": [
      {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"},
      {"Effect": "Deny", "Principal": ^{"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*"}]})">(
        PolicyFault::principal_is_not_everyone),
    resource_control<DENY_ACTION(R"("Principal": "*", ^"NotAction": "sts:*")")>(
        PolicyFault::not_action_in_a_resource_control_policy),
    endpoint<R"({"Statement": ^{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})">(
        PolicyFault::statement_has_no_principal),
    endpoint<R"({"Statement": ^{"Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:*",
      "Resource": "*"}})">(PolicyFault::not_principal_is_not_taken),
    endpoint<DENY_ACTION(R"("Action": "sts:*", "Principal": "*", ^"NotPrincipal": "*")")>(
        PolicyFault::principal_and_not_principal),
    endpoint<DENY_ACTION(R"("Action": "sts:*", "NotPrincipal": "*", ^"Principal": "*")")>(
        PolicyFault::principal_and_not_principal),
    endpoint<DENY_ACTION(R"("Action": "sts:*", "NotPrincipal": "*", ^"NotPrincipal": "*")")>(
        PolicyFault::duplicate_statement_element),
    endpoint<DENY_ACTION(R"("Action": "sts:*", "NotPrincipal": ^{})")>(PolicyFault::principal_is_empty),
    service_control<R"({"Version": ^"2008-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}})">(
        PolicyFault::version_is_not_the_newest),
    service_control<R"( ^{"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}})">(
        PolicyFault::version_is_not_the_newest),
    resource_control<R"( ^{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}})">(
        PolicyFault::version_is_not_the_newest),
    resource_control<R"({"Version": ^"2008-10-17",
      "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}})">(
        PolicyFault::version_is_not_the_newest),
    service_control<R"({"Version": ^"2012-10-18", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}})">(
        PolicyFault::version_is_unknown),
    identity<DENY_ACTION(R"("Action": ^"AssumeRole")")>(PolicyFault::action_has_no_service),
    identity<DENY_ACTION(R"("NotAction": ["s3:*", ^":Get"])")>(PolicyFault::action_has_no_service),
    identity<DENY_ACTION(R"("Action": ^"s3:")")>(PolicyFault::action_has_no_service),
    identity<DENY_ACTION(R"("Action": ^"s3:Get:Object")")>(PolicyFault::action_has_no_service),
    identity<DENY_ACTION(R"("Action": ^"")")>(PolicyFault::action_has_no_service),
    identity<DENY_ACTION(R"("Action": ^"**")")>(PolicyFault::action_has_no_service),
    identity<DENY_ACTION(R"("Action": ^"s*:GetObject")")>(PolicyFault::action_service_is_not_valid),
    identity<DENY_ACTION(R"("Action": ^"s?:GetObject")")>(PolicyFault::action_service_is_not_valid),
    identity<DENY_ACTION(R"("Action": ^"s_3:GetObject")")>(PolicyFault::action_service_is_not_valid),
    identity<DENY_ACTION(R"("Action": ["*", ^" s3:GetObject"])")>(PolicyFault::action_service_is_not_valid),
    identity<DENY_ACTION(R"("Action": ^[])")>(PolicyFault::action_list_is_empty),
    identity<R"({"Statement": ^{"Effect": "Allow", "Action": "s3:*"}})">(PolicyFault::statement_has_no_resource),
    endpoint<R"({"Statement": ^{"Effect": "Allow", "Principal": "*", "Action": "s3:*"}})">(
        PolicyFault::statement_has_no_resource),
    service_control<R"({"Version": "2012-10-17", "Statement": ^{"Effect": "Deny", "Action": "*"}})">(
        PolicyFault::statement_has_no_resource),
    resource_control<
        R"({"Version": "2012-10-17", "Statement": ^{"Effect": "Deny", "Principal": "*", "Action": "s3:*"}})">(
        PolicyFault::statement_has_no_resource),
    identity<DENY_RESOURCE(R"("Resource": "*", ^"NotResource": "*")")>(PolicyFault::resource_and_not_resource),
    identity<DENY_RESOURCE(R"("NotResource": "*", ^"Resource": "*")")>(PolicyFault::resource_and_not_resource),
    identity<DENY_RESOURCE(R"("Resource": "*", ^"Resource": "*")")>(PolicyFault::duplicate_statement_element),
    identity<DENY_RESOURCE(R"("Resource": ^[])")>(PolicyFault::resource_list_is_empty),
    identity<DENY_RESOURCE(R"("NotResource": ^[])")>(PolicyFault::resource_list_is_empty),
    identity<DENY_RESOURCE(R"("Resource": ^{})")>(PolicyFault::expected_a_string_or_list),
    identity<DENY_RESOURCE(R"("Resource": ^"role/app")")>(PolicyFault::resource_is_not_an_arn),
    identity<DENY_RESOURCE(R"("Resource": ^"aws:s3:::bucket")")>(PolicyFault::resource_is_not_an_arn),
    identity<DENY_RESOURCE(R"("Resource": ["*", ^"111122223333"])")>(PolicyFault::resource_is_not_an_arn),
    identity<DENY_RESOURCE(R"("Resource": ^"ARN:aws:s3:::bucket")")>(PolicyFault::resource_is_not_an_arn),
    identity<DENY_RESOURCE(R"("Resource": ^"**")")>(PolicyFault::resource_is_not_an_arn),
    identity<DENY_RESOURCE(R"("NotResource": ^"")")>(PolicyFault::resource_is_not_an_arn),
    identity<DENY_RESOURCE(R"("Resource": ^"arn:gcp:s3:::bucket")")>(PolicyFault::arn_has_an_unknown_partition),
    identity<DENY_RESOURCE(R"("Resource": ^"arn:aws")")>(PolicyFault::resource_has_no_service),
    identity<DENY_RESOURCE(R"("Resource": ^"arn:aws::us-east-1:111122223333:x")")>(
        PolicyFault::resource_has_no_service),
    identity<DENY_RESOURCE(R"("Resource": ^"arn:*:*:us-east-1:111122223333:x")")>(PolicyFault::resource_has_no_service),
    identity<DENY_RESOURCE(R"("Resource": ^"arn:aws:s?:::bucket")")>(PolicyFault::resource_has_no_service),
    identity<DENY_RESOURCE(R"("Resource": ^"arn:aws:s3::bucket")")>(PolicyFault::resource_is_cut_short),
    // var-where: a variable replaces parts of the sixth field only.
    identity<DENY_RESOURCE(R"("Resource": ^"arn:aws:iam::${aws:PrincipalAccount}:role/r")")>(
        PolicyFault::variable_before_the_resource),
    identity<DENY_RESOURCE(R"("Resource": ["arn:aws:s3:::${aws:username}", ^"arn:aws:${aws:username}:::b"])")>(
        PolicyFault::variable_before_the_resource),
    identity<DENY_RESOURCE(R"("Resource": ^"arn:aws:sqs::111122223333")")>(PolicyFault::resource_is_cut_short),
};

// Faults of other texts: of names for which a policy has another fault first, of parameters of STS requests, and of
// scenarios, which can contain any values.
constexpr PolicyFault not_of_policies[] = {
    PolicyFault::expected_a_list,
    PolicyFault::nested_too_deeply,
    PolicyFault::arn_does_not_start_with_arn,
    PolicyFault::arn_is_of_another_type,
    PolicyFault::path_does_not_start_and_end_with_a_slash,
    PolicyFault::source_identity_is_not_2_to_64,
    PolicyFault::external_id_is_not_2_to_1224,
    PolicyFault::external_id_holds_a_character_that_is_not_allowed,
    PolicyFault::serial_number_is_not_9_to_256,
    PolicyFault::serial_number_holds_a_character_that_is_not_allowed,
    PolicyFault::token_code_is_not_6_digits,
    PolicyFault::tag_key_is_not_1_to_128,
    PolicyFault::tag_value_is_longer_than_256,
    PolicyFault::tag_begins_with_aws,
    PolicyFault::tag_holds_a_character_that_is_not_allowed,
    PolicyFault::key_id_is_not_16_to_128,
    PolicyFault::key_id_holds_a_character_that_is_not_allowed,
    PolicyFault::key_id_has_an_unknown_prefix,
    PolicyFault::key_id_is_of_another_kind,
    PolicyFault::unique_id_is_neither_user_nor_role,
    PolicyFault::canonical_user_is_not_64_hex,
    PolicyFault::principal_makes_no_request,
    PolicyFault::principal_is_not_recognised,
};

// Tested below, at run time, because it needs many characters.
constexpr PolicyFault of_length[] = {
    PolicyFault::arn_is_longer_than_2048,
    PolicyFault::path_is_not_1_to_512,
    PolicyFault::policy_is_longer_than_131072,
};

#define ONE_MORE(name, ...) +1
constexpr int fault_count = 0 WHENCE_JSON_FAULTS(ONE_MORE) WHENCE_NAME_FAULTS(ONE_MORE) WHENCE_POLICY_FAULTS(ONE_MORE);
constexpr int save_check_count = 0 WHENCE_SAVE_CHECKS(ONE_MORE);

template <class Use>
constexpr void for_each_refused(Use use) {
  for (const Refused& each : vectors) use(each);
  for (const Refused& each : json_faults) use(each);
  for (const Refused& each : name_faults) use(each);
  for (const Refused& each : policy_faults) use(each);
  for (const Refused& each : faults_of_kinds) use(each);
}

template <std::size_t Count>
constexpr bool holds(const PolicyFault (&list)[Count], PolicyFault fault) {
  for (const PolicyFault each : list) {
    if (each == fault) return true;
  }
  return false;
}

constexpr bool is_as_expected(const Refused& row) {
  return row.found.fault == row.fault && row.found.position_in(row.source) == row.position;
}

// A policy with this principal and more elements.
std::string policy_of(const std::string& principal, const std::string& more = {}) {
  return R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ")" + principal +
         "\"}}" + more + "}";
}

constexpr auto error_of = error_of_document<PolicyKind::trust>;

}  // namespace

DUAL_TEST_CASE("a literal finds every fault at its byte") {
  for_each_refused([](const Refused& row) { EXPECT(is_as_expected(row)); });
}

TEST_CASE("a document finds the same fault as a literal, at the same byte") {
  for_each_refused([](const Refused& row) {
    INFO(row.id << ' ' << std::string(row.source));
    const PolicyError error = row.read(row.source);
    CHECK(error == row.found);
    CHECK(error.fault == row.fault);
    CHECK(error.position_in(row.source) == row.position);
  });
}

DUAL_TEST_CASE("every fault of a policy is tested in this file") {
  for (int i = 1; i <= fault_count; ++i) {
    const auto fault = static_cast<PolicyFault>(i);
    bool provoked = holds(of_length, fault);
    for_each_refused([&](const Refused& row) { provoked = provoked || row.fault == fault; });
    EXPECT(provoked != holds(not_of_policies, fault));
  }
}

DUAL_TEST_CASE("every fault and every save check has its own sentence") {
  EXPECT(sentence_of(PolicyFault::none) == "nothing is wrong");
  EXPECT(!PolicyError{});
  for (int i = 1; i <= fault_count + save_check_count; ++i) {
    const Text sentence = sentence_of(static_cast<PolicyFault>(i));
    EXPECT(!sentence.empty());
    bool repeated = false;
    for (int k = 0; k < i; ++k) repeated = repeated || sentence_of(static_cast<PolicyFault>(k)) == sentence;
    EXPECT(!repeated);
  }
}

DUAL_TEST_CASE("faults of JSON and of names keep their meaning in a policy") {
  EXPECT(whence::as_policy_fault(JsonFault::none) == PolicyFault::none);
  EXPECT(whence::as_policy_fault(JsonFault::text_ends_too_early) == PolicyFault::text_ends_too_early);
  EXPECT(whence::as_policy_fault(JsonFault::text_after_the_document) == PolicyFault::text_after_the_document);
  EXPECT(whence::as_policy_fault(NameFault::none) == PolicyFault::none);
  EXPECT(whence::as_policy_fault(NameFault::account_id_is_not_12_digits) == PolicyFault::account_id_is_not_12_digits);
  EXPECT(whence::as_policy_fault(NameFault::principal_is_not_recognised) == PolicyFault::principal_is_not_recognised);
  EXPECT(whence::sentence_of(NameFault::a_group_is_no_principal) == sentence_of(PolicyFault::a_group_is_no_principal));
}

TEST_CASE("a name that is too long is refused at the first byte too many") {
  const std::string arn = "arn:aws:iam::111122223333:role/";
  const auto at = static_cast<std::uint32_t>(policy_of("").find("\"}}}"));  // where the name begins
  const auto start = static_cast<std::uint32_t>(arn.size());

  CHECK(!error_of(policy_of(arn + std::string(64, 'r'))));
  CHECK(error_of(policy_of(arn + std::string(65, 'r'))) ==
        PolicyError{PolicyFault::role_name_is_not_1_to_64, at + start + 64});

  // The path includes the slashes before and after it.
  CHECK(!error_of(policy_of(arn + std::string(510, 'p') + "/r")));
  CHECK(error_of(policy_of(arn + std::string(511, 'p') + "/r")) ==
        PolicyError{PolicyFault::path_is_not_1_to_512, at + start - 1 + 512});

  CHECK(error_of(policy_of("arn:" + std::string(2045, 'a'))) ==
        PolicyError{PolicyFault::arn_is_longer_than_2048, at + 2048});
  CHECK(error_of(policy_of("arn:" + std::string(2044, 'a'))) ==
        PolicyError{PolicyFault::arn_has_fewer_than_six_fields, at + 2048});
}

// policy-api-size: CreateRole takes documents of at most 131072 characters.
TEST_CASE("a policy must have at most 131072 characters") {
  std::string policy = policy_of("*");
  policy.resize(131072, ' ');
  CHECK(!error_of(policy));
  policy += ' ';
  CHECK(error_of(policy) == PolicyError{PolicyFault::policy_is_longer_than_131072, 131072});
  policy[131072] = '\n';
  policy.insert(0, 1 << 20, ' ');
  CHECK(error_of(policy) == PolicyError{PolicyFault::policy_is_longer_than_131072, 131072});

  // Characters, not bytes.
  std::string accents;
  for (int i = 0; i < 1000; ++i) accents += "\xC3\xA9";
  policy = policy_of("*", R"(, "Id": ")" + accents + "\"");
  policy.resize(131072 + 1000, ' ');
  CHECK(!error_of(policy));
  policy += ' ';
  CHECK(error_of(policy) == PolicyError{PolicyFault::policy_is_longer_than_131072, 132072});

  // Bytes that are not characters end before twice as many bytes.
  CHECK(error_of(std::string(1 << 20, '\x80')) == PolicyError{PolicyFault::policy_is_longer_than_131072, 262144});
}

namespace {
// The name of an element is decoded into a buffer that no known name fills.
constexpr Refused near_misses[] = {
    identity<DENY_ACTION(R"("Action": ^"s3::GetObject")")>(PolicyFault::action_has_no_service),
    refused<ACTION(R"("Action": "sts:*", ^"\u0041123456789abcdef": "")")>(PolicyFault::unknown_statement_element),
    refused<ACTION(R"("Action": "sts:*", ^"\u0041123456789abcdefg": "")")>(PolicyFault::unknown_statement_element),
    refused<ACTION(R"("Action": "sts:*", ^"\u0041123456789abcdefgh": "")")>(PolicyFault::unknown_statement_element),
};
}  // namespace

DUAL_TEST_CASE("two colons in a row, and names that just fill a buffer, are faults like others") {
  for (const Refused& row : near_misses) EXPECT(is_as_expected(row));
}
