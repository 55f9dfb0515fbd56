// Which credential may call what: the whole matrix, typed again from the pages named at each group, and the calls that
// come of it. The ids in the comments are those of the rows and worked cases from which the expectations come.
// Accounts: A 111122223333, B 444455556666.
#include "dual.hpp"

#include <initializer_list>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

// A row per kind of caller, a column per operation. The verdict: A allow, C conditional, D deny, U not verified,
// - there is no such call; behind it the note that says why.
constexpr struct {
  CallerKind kind;
  Text id;
  Text cells;
} matrix[] = {
    // AR | SAML | WEB | ROOT | GST | GFT | GCI | GAKI | DAM | GWIT | GDAT | GSC | IAM | OTHER
    {CallerKind::root_key, "m-root-key",  //
     "D a | C t | C t | D b | A c | C e | A d | C e | C e | U | C k | D S | C e | C e"},
    {CallerKind::root_session_token, "m-root-gst",
     "D a | C t | C t | D b | D f | D f | A d | D g | D g | U | C k | C N | C h | C e"},
    {CallerKind::root_federated, "m-root-fed",
     "D i | C t | C t | D b | D f | D f | A d | D i | D i | D i | C k | C N | D j | C l"},
    {CallerKind::user_key, "m-user-key",
     "C m | C t | C t | C n | A c | C o | A d | C e | C e | C p | C k | D S | C e | C e"},
    {CallerKind::user_session_token, "m-user-gst",
     "C m | C t | C t | D g | D f | D f | A d | D g | D g | C p | C k | C N | D h | C e"},
    {CallerKind::user_session_token_with_mfa, "m-user-gst-mfa",
     "C m | C t | C t | D g | D f | D f | A d | D g | D g | C p | C k | C N | C h | C e"},
    {CallerKind::user_federated, "m-user-fed",
     "D i | C t | C t | D i | D f | D f | A d | D i | D i | D i | C k | C N | D j | C l"},
    {CallerKind::role_assumed, "m-role-ar",
     "C q | C t | C t | C n | D r | D r | A d | C e | C e | C p | C k | C N | C e | C e"},
    {CallerKind::role_by_saml, "m-role-saml",
     "C q | C t | C t | C n | D r | D r | A d | C e | C e | C p | C k | C N | C e | C e"},
    {CallerKind::role_by_web_identity, "m-role-web",
     "C q | C t | C t | C n | D r | D r | A d | C e | C e | C p | C k | C N | C e | C e"},
    {CallerKind::role_of_identity_center, "m-role-idc",
     "C q | C t | C t | C n | D r | D r | A d | C e | C e | C p | C k | C N | C e | C e"},
    {CallerKind::role_delivered, "m-role-ec2",
     "C q | C t | C t | C n | D r | D r | A d | C e | C e | C p | C k | C N | C e | C e"},
    {CallerKind::role_delivered_by_systems_manager, "m-role-dhmc",
     "C q | C t | C t | C n | D r | D r | A d | C e | C e | C p | C k | C N | C e | C e"},
    {CallerKind::instance_identity, "m-iir",
     "D iir | C t | C t | D iir | D iir | D iir | A d | D iir | D iir | D iir | D iir | D iir | D iir | C iir"},
    {CallerKind::service_linked_role, "m-slr", "C s | - | - | U | D r | D r | A d | C e | C e | U | - | U | C e | C e"},
    {CallerKind::assumed_root, "m-assumeroot",
     "D u | C t | C t | D b | D u | D u | A d | D u | D u | D u | D u | U | C u | C u"},
    {CallerKind::service, "m-service",  //
     "C v | - | - | - | - | - | - | - | - | - | - | - | - | C v"},
    {CallerKind::token_holder, "m-token-holder",
     "D w | C t | C t | D w | D w | D w | D w | D w | D w | D w | D w | D w | D w | C x"},
    {CallerKind::anonymous, "m-anonymous",
     "D w | D t | D t | D w | D w | D w | D w | D w | D w | D w | D w | D w | D w | C x"},
    {CallerKind::role_itself, "m-role-itself",
     "- y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y"},
    {CallerKind::group, "m-group",  //
     "- y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y | - y"},
    {CallerKind::delegated, "m-delegated",
     "U z | C t | C t | U z | D f | D f | A d | U z | U z | U z | U z | U z | C z | C z"},
    {CallerKind::bearer_token, "m-bearer",  //
     "U | - | - | U | U | U | U | U | U | U | U | U | U | C"},
    {CallerKind::outbound_token, "m-jwt-out",
     "D w | D t | D O | D w | D w | D w | D w | D w | D w | D w | D w | D w | D w | C x"},
};
constexpr std::size_t rows = sizeof matrix / sizeof matrix[0];
constexpr std::size_t columns = 14;

// One cell after the other. The note is its letter, I for iir, or a dot where there is none.
class Cells {
 public:
  constexpr explicit Cells(Text row) : row_(row) {}
  constexpr CallCell next() {
    const char verdict = row_[at_];
    const char note = at_ + 2 < row_.size() && row_[at_ + 2] != '|' ? row_[at_ + 2] : '.';
    while (at_ < row_.size() && row_[at_] != '|') ++at_;
    at_ += 2;
    return {verdict == 'A'   ? CallVerdict::allow
            : verdict == 'C' ? CallVerdict::conditional
            : verdict == 'D' ? CallVerdict::deny
            : verdict == 'U' ? CallVerdict::unknown
                             : CallVerdict::not_applicable,
            // The note of the instance identity role is called iir, which no other begins with but i.
            note == 'i' && is_iir_ ? 'I' : note};
  }
  constexpr Cells& of_the_instance_identity(bool is) {
    is_iir_ = is;
    return *this;
  }
  [[nodiscard]] constexpr bool at_end() const { return at_ >= row_.size(); }

 private:
  Text row_;
  std::size_t at_ = 0;
  bool is_iir_ = false;
};
constexpr Cells cells_of(std::size_t row) {
  Cells cells(matrix[row].cells);
  cells.of_the_instance_identity(matrix[row].id == "m-iir");
  return cells;
}

// The notes, by what they say.
constexpr struct {
  char note;
  const RuleInfo* rule;
} notes[] = {
    {'a', &rules::the_root_user_assumes_no_role::info},
    {'b', &rules::assume_root_is_not_for_root_users::info},
    {'c', &rules::get_session_token_needs_no_permission::info},
    {'d', &rules::get_caller_identity_needs_a_valid_credential::info},
    {'e', &rules::ordinary_calls_need_permission::info},
    {'f', &rules::tokens_are_given_for_long_term_keys::info},
    {'g', &rules::session_tokens_call_little_of_sts::info},
    {'h', &rules::session_tokens_call_iam_with_mfa::info},
    {'i', &rules::a_federated_user_assumes_no_role::info},
    {'j', &rules::federated_users_do_not_call_iam::info},
    {'k', &rules::delegated_tokens_are_for_partners::info},
    {'l', &rules::federated_users_need_session_policies::info},
    {'m', &rules::assuming_needs_the_trust_policy::info},
    {'n', &rules::assume_root_is_for_administrators::info},
    {'o', &rules::a_user_needs_permission_for_federation_tokens::info},
    {'p', &rules::outbound_tokens_need_permission::info},
    {'q', &rules::chaining_needs_both_sides::info},
    {'I', &rules::the_instance_identity_assumes_no_role::info},
    {'r', &rules::role_sessions_get_no_tokens::info},
    {'s', &rules::service_linked_chaining_needs_both_sides::info},
    {'t', &rules::federated_calls_carry_a_token::info},
    {'u', &rules::assumed_root_does_its_task::info},
    {'v', &rules::a_service_needs_the_trust_policy::info},
    {'w', &rules::sts_calls_are_signed::info},
    {'x', &rules::a_resource_policy_allows_unsigned_calls::info},
    {'y', &rules::a_caller_has_a_credential::info},
    {'z', &rules::delegated_sessions_keep_to_their_request::info},
    {'N', &rules::narrowing_is_not_denied::info},
    {'S', &rules::temporary_credentials_are_narrowed::info},
    {'O', &rules::no_token_of_aws_is_presented_to_sts::info},
    {'.', &rules::the_call_is_documented::info},
};
constexpr const RuleInfo* rule_of_note(char note) {
  for (const auto& each : notes) {
    if (each.note == note) return each.rule;
  }
  return nullptr;
}

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr IamUser alice(a, "alice");
constexpr RootUser root(a);
constexpr RoleSession s1(a, "app", "s1");
constexpr FederatedUser carol(a, "carol");
constexpr InstanceIdentity instance(a, "i-0123456789abcdef0");
constexpr Service ec2("ec2.amazonaws.com"), ssm("ssm.amazonaws.com"), lambda("lambda.amazonaws.com");
constexpr WebIdentity token_holder = *WebIdentity::from("accounts.google.com");
constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");

constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333", "Service":
    ["ec2.amazonaws.com", "ssm.amazonaws.com", "lambda.amazonaws.com", "autoscaling.amazonaws.com"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "accounts.google.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML", "Principal": {
    "Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}
]})"_trust_policy;
constexpr Role app(a, "app", trust);
constexpr Role reserved(a, "/aws-reserved/sso.amazonaws.com/us-east-2/", "AWSReservedSSO_Admin_abc", trust);
constexpr auto trusts_outbound = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated": ["arn:aws:iam::111122223333:oidc-provider/abc123-def456.tokens.sts.global.api.aws",
    "arn:aws:iam::111122223333:oidc-provider/abc123.tokens.sts.global.api.aws.example.com"]}}})"_trust_policy;
constexpr Role target(a, "target", trusts_outbound);
constexpr Role linked(a, "/aws-service-role/autoscaling.amazonaws.com/", "AWSServiceRoleForAutoScaling", trust);

constexpr auto allows = CallerSide::allows, silent = CallerSide::silent, denies = CallerSide::denies,
               blocked = CallerSide::blocked;
constexpr StsRequest named{.session_name = "s1"};
constexpr StsRequest with_mfa{.serial_number = "arn:aws:iam::111122223333:mfa/alice", .token_code = "000000"};
constexpr auto s3_policy = R"({"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})"_identity_policy;
constexpr IdentityPolicy s3_alone[] = {s3_policy};
constexpr auto deny_sts_policy =
    R"({"Statement": {"Effect": "Deny", "Action": "sts:*", "Resource": "*"}})"_identity_policy;
constexpr IdentityPolicy no_sts[] = {deny_sts_policy};
constexpr auto all_of_sts_policy =
    R"({"Statement": {"Effect": "Allow", "Action": "sts:*", "Resource": "*"}})"_identity_policy;
constexpr IdentityPolicy all_of_sts[] = {all_of_sts_policy};
constexpr StsRequest with_s3{.session_name = "s1", .session_policy = s3_alone[0]};

constexpr auto scp_without_s3 = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}
]})"_service_control_policy;
constexpr auto scp_of_ec2 = R"({"Version": "2012-10-17", "Statement": {
  "Effect": "Allow", "Action": "ec2:*", "Resource": "*"}})"_service_control_policy;
constexpr auto scp_without_sts = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "sts:*", "Resource": "*"}
]})"_service_control_policy;
constexpr ServiceControlPolicy withheld[] = {scp_without_s3}, nothing_of_s3[] = {scp_of_ec2},
                               sts_withheld[] = {scp_without_sts};
constexpr auto ec2_alone = R"({"Statement": {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}})"_identity_policy;

constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}

constexpr Session user_token = *get_session_token(alice), user_token_mfa = *get_session_token(alice, with_mfa);
constexpr Session root_token = *get_session_token(root);
constexpr Session federated = *get_federation_token(alice, "carol", {}, allows);
constexpr Session federated_s3 = *get_federation_token(alice, "carol", {.session_policy = s3_alone[0]}, allows);
constexpr Session root_federated = *get_federation_token(root, "carol", {});
constexpr Session by_assume_role = *assume_role(alice, app, named, allows);
constexpr Session by_saml = *assume_role(employee, app, named), by_web = *assume_role(token_holder, app, named);
constexpr Session of_identity_center = *assume_role(alice, reserved, named, allows);
constexpr Session by_ec2 = *assume_role(ec2, app, named), by_lambda = *assume_role(lambda, app, named),
                  by_ssm = *assume_role(ssm, app, named);
constexpr Session service_linked = *assume_role(Service("autoscaling.amazonaws.com"), linked, named);
constexpr RootAccess central{.management_account = a, .is_enabled = Truth::yes, .at_regional_endpoint = Truth::yes};
constexpr Session member_root =
    *assume_root(by_assume_role, Account(b), RootTask::unlock_bucket_policy, central, {}, allows);
constexpr Session credentials_root =
    *assume_root(by_assume_role, Account(b), RootTask::delete_root_credentials, central, {}, allows);
constexpr Session delegated = *get_delegated_access_token(s1, alice, Truth::yes, {.duration = hours(1)}, allows);

constexpr const Session* all_sessions[] = {
    &user_token,     &user_token_mfa, &root_token,  &federated,          &federated_s3, &root_federated,
    &by_assume_role, &by_saml,        &by_web,      &of_identity_center, &by_ec2,       &by_lambda,
    &by_ssm,         &service_linked, &member_root, &delegated,
};

constexpr Text calls[] = {"sts:AssumeRole",          "sts:AssumeRoleWithSAML",      "sts:AssumeRoleWithWebIdentity",
                          "sts:AssumeRoot",          "sts:GetSessionToken",         "sts:GetFederationToken",
                          "sts:GetCallerIdentity",   "sts:GetAccessKeyInfo",        "sts:DecodeAuthorizationMessage",
                          "sts:GetWebIdentityToken", "sts:GetDelegatedAccessToken", "sts:GetScopedCredentials",
                          "iam:ListUsers",           "s3:ListAllMyBuckets"};

template <class Rule>
constexpr Judged<Verdict> refused(const Verdict& verdict) {
  return {verdict.refused_by<Rule>() && verdict.decision == Decision::denied_implicitly, verdict};
}

}  // namespace

// Compare AWS STS credentials, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html, and
// the page of each operation, https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
DUAL_TEST_CASE("every cell of the matrix says what the documentation says, by the same note") {
  EXPECT(rows == 24);
  EXPECT(rows == sizeof caller_kinds / sizeof caller_kinds[0]);
  EXPECT(CallTarget::count == columns);
  for (std::size_t row = 0; row < rows; ++row) {
    Cells cells = cells_of(row);
    for (std::size_t column = 0; column < columns; ++column) {
      const CallCell wanted = cells.next();
      const CallCell cell = call_cell(matrix[row].kind, CallTarget::at(column));
      EXPECT(cell.verdict == wanted.verdict);
      EXPECT(cell.note == wanted.note);
    }
    EXPECT(cells.at_end());
  }
}

DUAL_TEST_CASE("every kind of caller has its row") {
  for (std::size_t row = 0; row < rows; ++row) {
    EXPECT(info_of(matrix[row].kind).kind == matrix[row].kind);
    EXPECT(info_of(matrix[row].kind).id == matrix[row].id);
    EXPECT(find_caller_kind(matrix[row].id) == &info_of(matrix[row].kind));
  }
  EXPECT(find_caller_kind("m-nobody") == nullptr);
}

DUAL_TEST_CASE("every note is a rule of its own") {
  for (const auto& each : notes) EXPECT(&rule_of(CallCell{CallVerdict::conditional, each.note}) == each.rule);
  for (const auto& row : matrix) {
    for (std::size_t column = 0; column < columns; ++column) {
      const CallCell cell = call_cell(row.kind, CallTarget::at(column));
      EXPECT(&rule_of(cell) == rule_of_note(cell.note));
    }
  }
}

DUAL_TEST_CASE("what is called is told by its action, letter case ignored") {
  for (std::size_t column = 0; column < columns; ++column) EXPECT(CallTarget(calls[column]).column() == column);
  EXPECT(CallTarget("STS:assumerole").column() == 0);  // sa-10
  EXPECT(CallTarget(Operation::get_delegated_access_token).column() == 10);
  EXPECT(CallTarget(Operation::get_scoped_credentials).column() == 11);
  EXPECT(CallTarget("IAM:PassRole").name() == "IAM");
  EXPECT(CallTarget("ec2:RunInstances").name() == "OTHER");
  EXPECT(CallTarget("sts:GetCallerIdentity").name() == "GetCallerIdentity");
}

// Actions, resources, and condition keys for AWS STS,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
DUAL_TEST_CASE("what is a permission and no operation is called by nobody") {
  for (const Text action :
       {Text("sts:TagSession"), Text("sts:SetSourceIdentity"), Text("sts:SetContext"),
        Text("sts:TagGetWebIdentityToken"), Text("sts:GetServiceBearerToken")}) {  // op-permission-only
    EXPECT(!CallTarget(action).is_callable());
    EXPECT(may_call(alice, action, allows).decision == Decision::invalid_request);
    EXPECT(may_call(by_assume_role, action, allows).decision == Decision::invalid_request);
  }
  EXPECT(may_call(alice, "sts:GetAccessKeyInfo", allows));
}

// The same pages.
DUAL_TEST_CASE("of a kind of caller alone the answer is the cell") {
  for (std::size_t row = 0; row < rows; ++row) {
    Cells cells = cells_of(row);
    for (std::size_t column = 0; column < columns; ++column) {
      const CallCell cell = cells.next();
      const Verdict verdict = may_call(matrix[row].kind, calls[column]);
      const bool open = cell.verdict == CallVerdict::conditional || cell.verdict == CallVerdict::unknown;
      EXPECT(static_cast<bool>(verdict) == (cell.verdict == CallVerdict::allow));
      EXPECT(verdict.is_unknown() == open);
      EXPECT(verdict.rule == (verdict ? nullptr : rule_of_note(cell.note)));
    }
  }
}

// U-4; for the rest no source speaks of the call.
DUAL_TEST_CASE("what nobody has answered is unknown, and names the open question") {
  for (std::size_t row = 0; row < rows; ++row) {
    Cells cells = cells_of(row);
    for (std::size_t column = 0; column < columns; ++column) {
      if (cells.next().verdict != CallVerdict::unknown) continue;
      const Verdict verdict = may_call(matrix[row].kind, calls[column]);
      EXPECT(is_unknown(verdict));
      EXPECT(verdict.open != nullptr);
    }
  }
  EXPECT(may_call(CallerKind::root_key, "sts:GetWebIdentityToken").open == &open_questions::u4);
  EXPECT(may_call(root, "sts:GetWebIdentityToken", allows).open == &open_questions::u4);
}

// Getting started with outbound identity federation,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_getting_started.html
// WIT-6: the issuer of these tokens is a host of the account under tokens.sts.global.api.aws.
DUAL_TEST_CASE("AWS does not accept its own outbound tokens as web identity tokens") {
  using rule = rules::no_token_of_aws_is_presented_to_sts;
  EXPECT(refused<rule>(may_call(CallerKind::outbound_token, "sts:AssumeRoleWithWebIdentity")));
  EXPECT(refused<rules::federated_calls_carry_a_token>(may_call(CallerKind::outbound_token, "sts:AssumeRoleWithSAML")));
  const WebIdentity of_aws =
      *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/abc123-def456.tokens.sts.global.api.aws");
  EXPECT(refused<rule>(may_assume(of_aws, target)));
  EXPECT(!assume_role_with_web_identity(of_aws, target, named));
  const WebIdentity of_another =
      *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/abc123.tokens.sts.global.api.aws.example.com");
  EXPECT(may_assume(of_another, target));
}

DUAL_TEST_CASE("no policy makes a yes of what nobody has answered") {
  for (const CallerSide side : {allows, silent, CallerSide::not_given}) {
    EXPECT(is_unknown(may_call(root, "sts:GetWebIdentityToken", side)));
    EXPECT(is_unknown(may_call(service_linked, "sts:AssumeRoot", side)));
    EXPECT(is_unknown(may_call(service_linked, "sts:GetWebIdentityToken", side)));
    for (const Text call : {Text("sts:AssumeRole"), Text("sts:AssumeRoot"), Text("sts:GetAccessKeyInfo"),
                            Text("sts:DecodeAuthorizationMessage"), Text("sts:GetWebIdentityToken"),
                            Text("sts:GetDelegatedAccessToken")}) {
      EXPECT(is_unknown(may_call(delegated, call, side)));
    }
  }
}

// Compare AWS STS credentials, as above; AWS JSON policy elements: Principal,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
DUAL_TEST_CASE("a principal is of the kind of the credential that it signs with") {
  EXPECT(caller_kind_of(root) == CallerKind::root_key);
  EXPECT(caller_kind_of(alice) == CallerKind::user_key);
  EXPECT(caller_kind_of(s1) == CallerKind::role_assumed);
  EXPECT(caller_kind_of(carol) == CallerKind::user_federated);
  EXPECT(caller_kind_of(instance) == CallerKind::instance_identity);
  EXPECT(caller_kind_of(ec2) == CallerKind::service);
  EXPECT(caller_kind_of(token_holder) == CallerKind::token_holder);
  EXPECT(caller_kind_of(employee) == CallerKind::token_holder);
  EXPECT(caller_kind_of(app) == CallerKind::role_itself);
}

DUAL_TEST_CASE("a session is of the kind of the operation that gave it, and of whoever called that") {
  EXPECT(caller_kind_of(root_token) == CallerKind::root_session_token);
  EXPECT(caller_kind_of(root_federated) == CallerKind::root_federated);
  EXPECT(caller_kind_of(user_token) == CallerKind::user_session_token);
  EXPECT(caller_kind_of(user_token_mfa) == CallerKind::user_session_token_with_mfa);
  EXPECT(caller_kind_of(federated) == CallerKind::user_federated);
  EXPECT(caller_kind_of(by_assume_role) == CallerKind::role_assumed);
  EXPECT(caller_kind_of(by_saml) == CallerKind::role_by_saml);
  EXPECT(caller_kind_of(by_web) == CallerKind::role_by_web_identity);
  EXPECT(caller_kind_of(of_identity_center) == CallerKind::role_of_identity_center);
  EXPECT(caller_kind_of(by_ec2) == CallerKind::role_delivered);
  EXPECT(caller_kind_of(by_lambda) == CallerKind::role_delivered);
  EXPECT(caller_kind_of(by_ssm) == CallerKind::role_delivered_by_systems_manager);
  EXPECT(caller_kind_of(service_linked) == CallerKind::service_linked_role);
  EXPECT(caller_kind_of(member_root) == CallerKind::assumed_root);
  EXPECT(caller_kind_of(delegated) == CallerKind::delegated);
  // The principal alone no longer tells by which operation it came, but it is still no user.
  EXPECT(caller_kind_of(by_saml.principal()) == CallerKind::role_assumed);
  EXPECT(caller_kind_of(service_linked.principal()) == CallerKind::service_linked_role);
  EXPECT(caller_kind_of(of_identity_center.principal()) == CallerKind::role_of_identity_center);
}

// GetCallerIdentity, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
DUAL_TEST_CASE("whoever signs may ask who he is, whatever is denied to him") {
  constexpr Text call = "sts:GetCallerIdentity";
  for (const CallerSide side : {allows, silent, blocked, denies, CallerSide::not_given}) {
    EXPECT(may_call(alice, call, side));  // op-c1
    EXPECT(may_call(root, call, side));
    EXPECT(may_call(s1, call, side));
    EXPECT(may_call(carol, call, side));
    EXPECT(may_call(instance, call, side));  // sv-22
    for (const Session* session : all_sessions) EXPECT(may_call(*session, call, side));
  }
  EXPECT(may_call(alice, call, own(no_sts)));
  EXPECT(may_call(by_assume_role, call, own(no_sts)));
  const Session cut_down = *assume_role(alice, app, with_s3, allows);
  EXPECT(may_call(cut_down, call));  // op-c2
  EXPECT(may_call(federated_s3, call));
  EXPECT(refused<rules::sts_calls_are_signed>(may_call(token_holder, call, allows)));  // m-token-holder
  EXPECT(refused<rules::sts_calls_are_signed>(may_call(CallerKind::anonymous, call)));
}

// Permissions for GetSessionToken,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
DUAL_TEST_CASE("GetSessionToken needs no permission and cannot be denied by a policy") {
  constexpr Text call = "sts:GetSessionToken";
  EXPECT(may_call(alice, call, silent));       // op-c3
  EXPECT(may_call(alice, call, denies));       // op-c4
  EXPECT(may_call(alice, call, own(no_sts)));  // op-c4
  EXPECT(may_call(alice, call, blocked));
  EXPECT(may_call(root, call, silent));  // m-root-key
}

// Permissions for GetFederationToken,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
DUAL_TEST_CASE("GetFederationToken needs a permission of users, and none of the root user") {
  constexpr Text call = "sts:GetFederationToken";
  EXPECT(refused<rules::a_user_needs_permission_for_federation_tokens>(may_call(alice, call, silent)));  // op-c5
  EXPECT(refused<rules::a_user_needs_permission_for_federation_tokens>(may_call(alice, call, own(s3_alone))));
  EXPECT(may_call(alice, call, denies).decision == Decision::denied_explicitly);
  EXPECT(may_call(alice, call, own(no_sts)).decision == Decision::denied_explicitly);
  EXPECT(is_unknown(may_call(alice, call, CallerSide::not_given)));
  EXPECT(may_call(alice, call, own(all_of_sts)));
  EXPECT(may_call(root, call, silent));  // m-root-key
  EXPECT(get_federation_token(root, "carol", {}, silent).has_value());
  // Service control policies (SCPs), https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html:
  // they restrict the root user of a member account.
  const Span<ServiceControlPolicy> denied[] = {sts_withheld}, left_out[] = {nothing_of_s3};
  Policies organization;
  organization.service_control = denied;
  EXPECT(may_call(root, call, organization).decision == Decision::denied_explicitly);
  EXPECT(get_federation_token(root, "carol", {}, organization).error().decision == Decision::denied_explicitly);
  EXPECT(may_call(root, "sts:GetSessionToken", organization));
  organization.service_control = left_out;
  EXPECT(may_call(root, call, organization).decision == Decision::denied_implicitly);
  EXPECT(!get_federation_token(root, "carol", {}, organization));
  organization.management_account = a;
  EXPECT(get_federation_token(root, "carol", {}, organization).has_value());
}

// Compare AWS STS credentials, as above.
DUAL_TEST_CASE("neither a role session nor any other session gets a token") {
  for (const Text call : {Text("sts:GetSessionToken"), Text("sts:GetFederationToken")}) {
    for (const Session* session :
         {&by_assume_role, &by_saml, &by_web, &of_identity_center, &by_ec2, &by_lambda, &by_ssm, &service_linked}) {
      EXPECT(refused<rules::role_sessions_get_no_tokens>(may_call(*session, call, allows)));  // du-27, du-28
    }
    EXPECT(refused<rules::role_sessions_get_no_tokens>(may_call(s1, call, allows)));
    for (const Session* session :
         {&user_token, &user_token_mfa, &root_token, &federated_s3, &root_federated, &delegated}) {
      EXPECT(refused<rules::tokens_are_given_for_long_term_keys>(may_call(*session, call, allows)));
    }
    EXPECT(refused<rules::assumed_root_does_its_task>(may_call(member_root, call, allows)));
  }
}

DUAL_TEST_CASE("a session of GetSessionToken calls IAM with MFA alone, and of STS little") {
  constexpr Text call = "iam:ListUsers";
  EXPECT(refused<rules::session_tokens_call_iam_with_mfa>(may_call(user_token, call, allows)));  // op-c6
  EXPECT(may_call(user_token_mfa, call, allows));                                                // op-c7
  EXPECT(refused<rules::session_tokens_call_iam_with_mfa>(may_call(user_token_mfa, call, silent)));
  EXPECT(may_call(user_token_mfa, call, denies).decision == Decision::denied_explicitly);
  // The same page: the root user's sessions are no exception.
  const Session root_mfa = *get_session_token(root, with_mfa);
  EXPECT(refused<rules::session_tokens_call_iam_with_mfa>(may_call(root_token, call, allows)));
  EXPECT(may_call(root_mfa, call, allows));
  EXPECT(may_call(root_mfa, call, silent));
  EXPECT(may_call(root_mfa, call, denies).decision == Decision::denied_explicitly);
  EXPECT(may_call(root_token, "s3:ListAllMyBuckets", silent));
  EXPECT(may_call(user_token, "s3:ListAllMyBuckets", allows));
  EXPECT(may_call(user_token, "s3:ListAllMyBuckets", own(s3_alone)));
  EXPECT(refused<rules::ordinary_calls_need_permission>(may_call(user_token, "s3:ListAllMyBuckets", silent)));
  for (const Text other :
       {Text("sts:AssumeRoot"), Text("sts:GetAccessKeyInfo"), Text("sts:DecodeAuthorizationMessage")}) {
    EXPECT(refused<rules::session_tokens_call_little_of_sts>(may_call(user_token, other, allows)));
    EXPECT(refused<rules::session_tokens_call_little_of_sts>(may_call(user_token_mfa, other, allows)));
  }
  // GetSessionToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html: since November 2026 it
  // lists these two as well.
  for (const Session* session : {&user_token, &user_token_mfa}) {
    EXPECT(left_open_by<rules::outbound_tokens_need_permission>(may_call(*session, "sts:GetWebIdentityToken", allows)));
    EXPECT(refused<rules::outbound_tokens_need_permission>(may_call(*session, "sts:GetWebIdentityToken", silent)));
    EXPECT(left_open_by<rules::delegated_tokens_are_for_partners>(
        may_call(*session, "sts:GetDelegatedAccessToken", allows)));
  }
  EXPECT(may_call(root_token, "sts:GetWebIdentityToken", allows).open == &open_questions::u4);
  EXPECT(left_open_by<rules::delegated_tokens_are_for_partners>(
      may_call(root_token, "sts:GetDelegatedAccessToken", allows)));
  // sa-24: AssumeRole is the one that it may call, and the other side decides as well.
  EXPECT(is_unknown(may_call(user_token, "sts:AssumeRole", allows)));
  EXPECT(may_assume(user_token, app, allows));
  EXPECT(assume_role(user_token, app, named, own(all_of_sts)).has_value());
}

DUAL_TEST_CASE("a federated user calls little of STS and no IAM, and what their session policies allow") {
  for (const Session* session : {&federated, &federated_s3, &root_federated}) {
    EXPECT(refused<rules::a_federated_user_assumes_no_role>(may_call(*session, "sts:AssumeRole", allows)));  // op-c8
    EXPECT(refused<rules::federated_users_do_not_call_iam>(may_call(*session, "iam:ListUsers", allows)));
    EXPECT(!assume_role(*session, app, named, allows));  // sa-23
    EXPECT(refused_by<rules::a_federated_user_assumes_no_role>(may_assume(*session, app, allows)));
  }
  EXPECT(refused<rules::a_federated_user_assumes_no_role>(may_call(carol, "sts:GetAccessKeyInfo", allows)));
  // GetFederationToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
  constexpr Text trade = "sts:GetDelegatedAccessToken";
  for (const Session* session : {&federated, &federated_s3, &root_federated}) {
    EXPECT(refused<rules::a_federated_user_assumes_no_role>(may_call(*session, "sts:GetWebIdentityToken", allows)));
    EXPECT(refused<rules::delegated_tokens_are_for_partners>(may_call(*session, trade, allows)));
    EXPECT(!get_delegated_access_token(*session, alice, Truth::yes, {.duration = hours(1)}, allows));
  }
  EXPECT(is_unknown(may_call(carol, trade, allows)));
  EXPECT(is_unknown(get_delegated_access_token(carol, alice, Truth::yes, {.duration = hours(1)}, allows).error()));
  const Session federated_sts = *get_federation_token(alice, "carol", {.session_policy = all_of_sts[0]}, allows);
  EXPECT(left_open_by<rules::delegated_tokens_are_for_partners>(may_call(federated_sts, trade, allows)));
  EXPECT(refused<rules::delegated_tokens_are_for_partners>(may_call(federated_sts, trade, silent)));
  EXPECT(get_delegated_access_token(federated_sts, alice, Truth::yes, {.duration = hours(1)}, allows).has_value());
  EXPECT(refused<rules::assume_root_is_not_for_root_users>(may_call(root_federated, "sts:AssumeRoot", allows)));
  using empty = rules::federated_users_need_session_policies;
  EXPECT(refused<empty>(may_call(federated, "s3:ListBucket", allows)));  // op-c9, trap-gft-empty
  EXPECT(refused<empty>(may_call(root_federated, "s3:ListBucket", allows)));
  EXPECT(may_call(federated_s3, "s3:ListBucket", allows));
  EXPECT(may_call(federated_s3, "s3:ListBucket", own(s3_alone)));
  EXPECT(refused<empty>(may_call(federated_s3, "s3:ListBucket", silent)));     // what its maker may not
  EXPECT(refused<empty>(may_call(federated_s3, "ec2:RunInstances", allows)));  // what the session policy leaves out
  EXPECT(may_call(federated_s3, "s3:ListBucket", denies).decision == Decision::denied_explicitly);
}

// Instance identity roles,
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html#ec2-instance-identity-roles
DUAL_TEST_CASE("of STS the instance identity calls GetCallerIdentity alone") {
  using rule = rules::the_instance_identity_assumes_no_role;
  EXPECT(refused<rule>(may_call(instance, "sts:AssumeRole", allows)));  // sv-21
  EXPECT(refused_by<rule>(may_assume(instance, app, allows)));          // sv-21
  for (const Text call : {Text("sts:AssumeRoot"), Text("sts:GetSessionToken"), Text("sts:GetFederationToken"),
                          Text("sts:GetAccessKeyInfo"), Text("sts:GetWebIdentityToken"), Text("iam:ListUsers")}) {
    EXPECT(refused<rule>(may_call(instance, call, allows)));
  }
  EXPECT(is_unknown(may_call(instance, "s3:ListAllMyBuckets", allows)));  // integrated services alone
}

// Grant a user permissions to switch roles,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
DUAL_TEST_CASE("the root user calls everything but what is not for it") {
  EXPECT(refused<rules::the_root_user_assumes_no_role>(may_call(root, "sts:AssumeRole", allows)));  // sa-22
  EXPECT(refused<rules::the_root_user_assumes_no_role>(may_call(root_token, "sts:AssumeRole", allows)));
  EXPECT(refused<rules::assume_root_is_not_for_root_users>(may_call(root, "sts:AssumeRoot", allows)));  // op-c10
  EXPECT(refused<rules::assume_root_is_not_for_root_users>(may_call(root_token, "sts:AssumeRoot", allows)));
  EXPECT(may_call(root, "s3:ListAllMyBuckets", silent));  // needs-policy: full access
  EXPECT(may_call(root, "iam:ListUsers", own({})));
  // ... apart from what the organization of a member account withholds.
  const Span<ServiceControlPolicy> denied[] = {withheld}, left_out[] = {nothing_of_s3};
  Policies organization;
  organization.service_control = denied;
  EXPECT(may_call(root, "s3:ListAllMyBuckets", organization).decision == Decision::denied_explicitly);
  organization.service_control = left_out;
  EXPECT(may_call(root, "s3:ListAllMyBuckets", organization).decision == Decision::denied_implicitly);
  EXPECT(may_call(root, "ec2:RunInstances", organization));
  organization.management_account = a;
  EXPECT(may_call(root, "s3:ListAllMyBuckets", organization));  // or-09
}

// Policies and permissions in IAM, https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html,
// and Permissions boundaries for IAM entities,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
DUAL_TEST_CASE("what a role session may call its role's policies say, within boundary and session policy") {
  using rule = rules::ordinary_calls_need_permission;
  Policies bounded = own(s3_alone);
  EXPECT(may_call(by_assume_role, "s3:GetObject", bounded));
  bounded.boundary = ec2_alone;
  const Verdict cut = may_call(by_assume_role, "s3:GetObject", bounded);  // bs-14
  EXPECT(refused<rule>(cut));
  EXPECT(cut.cited.gate == Gate::boundary);
  // session-perms-intersection, session-policy-never-adds
  const Session for_ec2 = *assume_role(alice, app, {.session_name = "s1", .session_policy = ec2_alone}, allows);
  EXPECT(refused<rule>(may_call(for_ec2, "s3:GetObject", own(s3_alone))));
  EXPECT(may_call(for_ec2, "s3:GetObject", own(s3_alone)).cited.gate == Gate::session);
  EXPECT(refused<rule>(may_call(for_ec2, "ec2:RunInstances", own(s3_alone))));
  EXPECT(may_call(for_ec2, "ec2:RunInstances", allows));
  // session-policy-arns-and-inline: together they allow what one of them allows.
  const ManagedPolicy managed[] = {{"arn:aws:iam::111122223333:policy/s3", s3_alone[0]}};
  const Session for_both = *assume_role(
      alice, app, {.session_name = "s1", .session_policy = ec2_alone, .managed_policies = managed}, allows);
  EXPECT(may_call(for_both, "s3:GetObject", own(s3_alone)));
  const ManagedPolicy not_read[] = {{"arn:aws:iam::aws:policy/ReadOnlyAccess"}};
  const Session for_some = *assume_role(alice, app, {.session_name = "s1", .managed_policies = not_read}, allows);
  EXPECT(is_unknown(may_call(for_some, "s3:GetObject", own(s3_alone))));
}

DUAL_TEST_CASE("policies cannot decide alone on what hangs on a trust policy, a switch or a list") {
  for (const Session* session : {&by_assume_role, &by_saml, &by_web, &by_ec2, &by_ssm, &of_identity_center}) {
    EXPECT(left_open_by<rules::chaining_needs_both_sides>(may_call(*session, "sts:AssumeRole", allows)));
    EXPECT(left_open_by<rules::assume_root_is_for_administrators>(may_call(*session, "sts:AssumeRoot", allows)));
    EXPECT(
        may_call(*session, "sts:GetWebIdentityToken", allows).left_open_by<rules::outbound_tokens_need_permission>());
    EXPECT(refused_by<rules::assume_root_is_for_administrators>(may_call(*session, "sts:AssumeRoot", silent)));
    EXPECT(may_call(*session, "sts:AssumeRole", denies).decision == Decision::denied_explicitly);
    EXPECT(may_call(*session, "iam:ListUsers", allows));
  }
  EXPECT(left_open_by<rules::assuming_needs_the_trust_policy>(may_call(alice, "sts:AssumeRole", silent)));  // sa-03
  EXPECT(left_open_by<rules::service_linked_chaining_needs_both_sides>(
      may_call(service_linked, "sts:AssumeRole", allows)));
  EXPECT(is_unknown(may_call(alice, "sts:GetDelegatedAccessToken", allows)));
  EXPECT(left_open_by<rules::federated_calls_carry_a_token>(may_call(alice, "sts:AssumeRoleWithSAML", allows)));
  EXPECT(
      left_open_by<rules::federated_calls_carry_a_token>(may_call(alice, "sts:AssumeRoleWithSAML", denies)));  // fe-09
  EXPECT(is_unknown(may_call(alice, "sts:AssumeRoleWithWebIdentity", own(no_sts))));                           // fe-09
}

DUAL_TEST_CASE("a role and a group call nothing, and a service only assumes roles") {
  for (const Text call : calls) {
    EXPECT(refused_by<rules::a_caller_has_a_credential>(may_call(app, call)));
    EXPECT(refused_by<rules::a_caller_has_a_credential>(may_call(CallerKind::group, call)));
  }
  EXPECT(refused_by<rules::the_call_is_documented>(may_call(ec2, "sts:GetSessionToken")));
  EXPECT(left_open_by<rules::a_service_needs_the_trust_policy>(may_call(ec2, "sts:AssumeRole")));
  EXPECT(refused_by<rules::a_call_names_an_action>(may_call(alice, "say hello", allows)));
}

// Perform a privileged task on a member account,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
DUAL_TEST_CASE("a session of AssumeRoot does its task and nothing else") {
  using rule = rules::assumed_root_does_its_task;
  EXPECT(may_call(member_root, "s3:DeleteBucketPolicy", silent));
  EXPECT(may_call(member_root, "s3:GetBucketPolicy"));
  EXPECT(refused<rule>(may_call(member_root, "s3:GetObject", allows)));
  EXPECT(refused<rule>(may_call(member_root, "iam:ListUsers", allows)));
  EXPECT(refused<rule>(may_call(member_root, "sqs:SetQueueAttributes", allows)));
  for (const Text call : {Text("sts:AssumeRole"), Text("sts:GetSessionToken"), Text("sts:GetFederationToken"),
                          Text("sts:GetAccessKeyInfo"), Text("sts:DecodeAuthorizationMessage"),
                          Text("sts:GetWebIdentityToken"), Text("sts:GetDelegatedAccessToken")}) {
    EXPECT(refused<rule>(may_call(member_root, call, allows)));
  }
  EXPECT(refused<rules::assume_root_is_not_for_root_users>(may_call(member_root, "sts:AssumeRoot", allows)));
  EXPECT(may_call(member_root, "sts:GetCallerIdentity", denies));
  // What is done to credentials is done to those of the root user alone.
  const Resource itself{"arn:aws:iam::444455556666:root"}, other{"arn:aws:iam::444455556666:user/bob"};
  EXPECT(may_call(credentials_root, "iam:DeleteAccessKey", itself));
  EXPECT(refused<rule>(may_call(credentials_root, "iam:DeleteAccessKey", other)));
  EXPECT(is_unknown(may_call(credentials_root, "iam:DeleteAccessKey")));
  EXPECT(refused<rule>(may_call(credentials_root, "iam:CreateLoginProfile", itself)));
}

DUAL_TEST_CASE("there are five tasks of AssumeRoot, by the names of their policies") {
  const struct {
    RootTask task;
    Text policy, leaves, leaves_not;
  } tasks[] = {
      // result-assumeroot-tasks
      {RootTask::audit_root_credentials, "IAMAuditRootUserCredentials", "iam:ListAccessKeys", "iam:DeleteAccessKey"},
      {RootTask::create_root_password, "IAMCreateRootUserPassword", "iam:CreateLoginProfile", "iam:DeleteLoginProfile"},
      {RootTask::delete_root_credentials, "IAMDeleteRootUserCredentials", "iam:DeactivateMFADevice",
       "iam:CreateLoginProfile"},
      {RootTask::unlock_bucket_policy, "S3UnlockBucketPolicy", "s3:DeleteBucketPolicy", "s3:DeleteBucket"},
      {RootTask::unlock_queue_policy, "SQSUnlockQueuePolicy", "sqs:SetQueueAttributes", "sqs:DeleteQueue"},
  };
  EXPECT(sizeof root_tasks / sizeof root_tasks[0] == sizeof tasks / sizeof tasks[0]);
  for (const auto& each : tasks) {
    EXPECT(info_of(each.task).task == each.task);
    EXPECT(info_of(each.task).policy == each.policy);
    EXPECT(leaves(each.task, each.leaves));
    EXPECT(!leaves(each.task, each.leaves_not));
    EXPECT(!leaves(each.task, "sts:AssumeRole"));
  }
  EXPECT(leaves(RootTask::unlock_bucket_policy, "S3:deletebucketpolicy"));
}

DUAL_TEST_CASE("a credential that has expired calls nothing") {
  const Session early = *assume_role(alice, app, {.session_name = "s1", .at = {1000}}, allows);
  EXPECT(may_call(early, "s3:GetObject", allows, Instant{4599}));
  EXPECT(!may_call(early, "s3:GetObject", allows, Instant{4600}));
  EXPECT(!may_call(early, "sts:GetCallerIdentity", Instant{4600}));
  EXPECT(may_call(TemporaryCredential(early), "s3:GetObject", allows, Instant{1000}));
  EXPECT(may_call(LongTermCredential(alice), "s3:GetObject", allows, Instant{99999}));  // has no expiry
}

namespace {
constexpr auto one_bucket =
    R"({"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::one/*"}})"_identity_policy;
}  // namespace

// IAM JSON policy elements: Resource: a statement is about the resources that it names. Which one a call is about is not
// known unless it is given, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
DUAL_TEST_CASE("a policy about one resource does not decide a call without a resource") {
  const IdentityPolicy own_policies[] = {one_bucket};
  const Policies policies{.identity = own_policies};
  EXPECT(is_unknown(may_call(alice, "s3:GetObject", policies)));
  EXPECT(may_call(alice, "s3:GetObject", policies, Resource{"arn:aws:s3:::one/key"}));
  EXPECT(may_call(alice, "s3:GetObject", policies, Resource{"arn:aws:s3:::two/key"}).decision ==
         Decision::denied_implicitly);
}
