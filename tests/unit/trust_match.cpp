// How closely a trust policy names a caller: every form of principal against every kind of caller.
// Sources: AWS JSON policy elements: Principal,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, and IAM identifiers,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
#include "dual.hpp"

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account_a = "111122223333"_account;
constexpr auto account_b = "444455556666"_account;

constexpr WebIdentity web_identity(Text provider) { return *WebIdentity::from(provider); }
constexpr SamlIdentity saml_identity(Text provider) { return *SamlIdentity::from(provider); }

// One caller of each kind, all of account A where they have an account.
constexpr Principal callers[] = {
    RootUser(account_a),
    IamUser(account_a, "alice"),
    RoleSession(account_a, "app", "s1"),
    InstanceIdentity(account_a, "i-0123456789abcdef0"),
    FederatedUser(account_a, "carol"),
    Service("ec2.amazonaws.com"),
    web_identity("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"),
    web_identity("accounts.google.com"),
    saml_identity("arn:aws:iam::111122223333:saml-provider/idp"),
};
constexpr PrincipalKind kinds[] = {
    PrincipalKind::root_user,         PrincipalKind::iam_user,       PrincipalKind::role_session,
    PrincipalKind::instance_identity, PrincipalKind::federated_user, PrincipalKind::service,
    PrincipalKind::web_identity,      PrincipalKind::web_identity,   PrincipalKind::saml_identity,
};

// Each principal in a statement of its own, in the order of the table below.
constexpr auto every_form = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:*", "Principal": "*"},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "*"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "111122223333"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "arn:aws:sts::111122223333:assumed-role/app/s1"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "arn:aws:sts::111122223333:federated-user/carol"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS":
    "arn:aws:sts::111122223333:assumed-role/aws:ec2-instance/i-0123456789abcdef0"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"Federated":
    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"Federated": "accounts.google.com"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/idp"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"Service": "ec2.amazonaws.com"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "AIDACKCEVSQ6C2EXAMPLE"}},
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "AROADBQP57FF2AEXAMPLE"}}
]})"_trust_policy_from_aws;

// -  does not name the caller
// *  names everyone               ?  names everyone, but no source says whether that includes this caller (U-101)
// a  names the caller's account   r  names the role of the session   d  names the caller
// u  names the caller if its unique id is this one (U-127)
// Columns: root user, IAM user, role session, instance identity, federated user; service, caller with a token of a
// provider of the account, caller with a token of a built-in issuer, caller with a SAML assertion.
constexpr struct Row {
  PrincipalForm form;
  char level[10];
} table[] = {
    {PrincipalForm::everyone, "*****????"},
    {PrincipalForm::everyone, "*****????"},
    {PrincipalForm::account, "aaaaa----"},
    {PrincipalForm::root, "aaaaa----"},  // in a policy it is the account, not the root user
    {PrincipalForm::iam_user, "-d-------"},
    {PrincipalForm::role, "--r------"},
    {PrincipalForm::role_session, "--d------"},
    {PrincipalForm::federated_user, "----d----"},
    {PrincipalForm::instance_identity_session, "---d-----"},
    {PrincipalForm::oidc_provider, "------d--"},
    {PrincipalForm::built_in_issuer, "-------d-"},
    {PrincipalForm::saml_provider, "--------d"},
    {PrincipalForm::service, "-----d---"},
    {PrincipalForm::unique_id, "-u-------"},  // of a user: perhaps of one that was deleted
    {PrincipalForm::unique_id, "--u------"},  // and of a role
};
constexpr std::size_t row_count = sizeof table / sizeof table[0], ids_at = row_count - 2;
constexpr std::size_t caller_count = sizeof callers / sizeof callers[0];

// A request of which nothing is known.
struct NoKeys {
  static constexpr ContextKey find(Text name) { return ContextKey::unknown(name); }
};
constexpr Match match_in(const Policy& policy, std::size_t statement, const Principal& caller) {
  NoKeys keys;
  return match(policy, policy.statements()[statement], caller, keys);
}

constexpr char letter_of(const Match& match) {
  if (match.open == OpenPoint::u127) return 'u';
  if (match.level != MatchLevel::everyone && match.certain != Truth::yes) return '!';
  switch (match.level) {
    case MatchLevel::none: return '-';
    case MatchLevel::everyone: return match.certain == Truth::yes ? '*' : match.certain == Truth::unknown ? '?' : '!';
    case MatchLevel::account: return 'a';
    case MatchLevel::user_of_federated_session: return 'f';
    case MatchLevel::role_of_session: return 'r';
    case MatchLevel::direct: return 'd';
  }
  return '!';
}

constexpr TrustPolicy policy = every_form;

constexpr char letter(std::size_t statement, const Principal& caller) {
  return letter_of(match_in(policy, statement, caller));
}

}  // namespace

DUAL_TEST_CASE("the table of principals is complete") {
  EXPECT(policy.statements().size() == row_count);
  EXPECT(sizeof kinds / sizeof kinds[0] == caller_count);
  for (std::size_t i = 0; i < caller_count; ++i) EXPECT(callers[i].kind() == kinds[i]);
  for (std::size_t i = 0; i < row_count; ++i) {
    const Span<PrincipalEntry> entries = policy.principals_of(policy.statements()[i]);
    EXPECT(entries.size() == 1);
    EXPECT(entries[0].form == table[i].form);
  }
}

DUAL_TEST_CASE("each principal names the callers of the table, and as closely as it says") {
  for (std::size_t i = 0; i < row_count; ++i) {
    for (std::size_t k = 0; k < caller_count; ++k) EXPECT(letter(i, callers[k]) == table[i].level[k]);
  }
}

DUAL_TEST_CASE("a caller of another account is named by \"*\" alone") {
  const Principal outsiders[] = {
      RootUser(account_b),
      IamUser(account_b, "alice"),
      RoleSession(account_b, "app", "s1"),
      InstanceIdentity(account_b, "i-0123456789abcdef0"),
      FederatedUser(account_b, "carol"),
      web_identity("arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com"),
      saml_identity("arn:aws:iam::444455556666:saml-provider/idp"),
  };
  for (const Principal& caller : outsiders) {
    const char everyone = signs_as_part_of_an_account(caller) ? '*' : '?';
    for (std::size_t i = 0; i < ids_at; ++i) EXPECT(letter(i, caller) == (i < 2 ? everyone : '-'));
  }
}

DUAL_TEST_CASE("a caller of another partition is not the one whose name and number it shares") {
  const Principal others[] = {
      IamUser(account_a, "alice", Partition::aws_cn),
      RoleSession(account_a, "app", "s1", Partition::aws_cn),
      InstanceIdentity(account_a, "i-0123456789abcdef0", Partition::aws_cn),
      FederatedUser(account_a, "carol", Partition::aws_cn),
      web_identity("arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"),
      saml_identity("arn:aws-cn:iam::111122223333:saml-provider/idp"),
  };
  for (const Principal& caller : others) {
    // The first three rows name no partition: "*", "*" and an account by its number.
    for (std::size_t i = 3; i < ids_at; ++i) EXPECT(letter(i, caller) == '-');
  }
}

DUAL_TEST_CASE("a name that differs in one part, or in letter case, is another name") {
  const Principal others[] = {
      IamUser(account_a, "bob"),
      IamUser(account_a, "Alice"),
      IamUser(account_a, "/team/", "alice"),
      RoleSession(account_a, "App", "s1"),
      RoleSession(account_a, "other", "s1"),
      InstanceIdentity(account_a, "i-0fedcba9876543210"),
      FederatedUser(account_a, "alice"),
      FederatedUser(account_a, "Carol"),
      Service("lambda.amazonaws.com"),
      Service("ec2.amazonaws.com.cn"),
      web_identity("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/other"),
      web_identity("graph.facebook.com"),
      saml_identity("arn:aws:iam::111122223333:saml-provider/Idp"),
  };
  for (const Principal& caller : others) {
    for (std::size_t i = 4; i < ids_at; ++i) EXPECT(letter(i, caller) == '-');
  }
  // Another session of the same role is named by the role, and not by the session.
  const Principal second = RoleSession(account_a, "app", "s2");
  EXPECT(letter(5, second) == 'r');
  EXPECT(letter(6, second) == '-');
  const Principal shouted = RoleSession(account_a, "app", "S1");
  EXPECT(letter(5, shouted) == 'r');
  EXPECT(letter(6, shouted) == '-');
}

namespace {

constexpr auto with_paths = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::111122223333:user/team/alice"}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::111122223333:role/team/app"}}
]})"_trust_policy;
constexpr TrustPolicy paths = with_paths;

constexpr auto for_ec2 = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
constexpr Role team_app(account_a, "/team/", "app", for_ec2);
constexpr Role plain_app(account_a, "app", for_ec2);

constexpr char letter_with_paths(std::size_t statement, const Principal& caller) {
  return letter_of(match_in(paths, statement, caller));
}

}  // namespace

DUAL_TEST_CASE("a user is named with his path, and a session without its role's where the ARN is all there is") {
  EXPECT(letter_with_paths(0, IamUser(account_a, "/team/", "alice")) == 'd');
  EXPECT(letter_with_paths(0, IamUser(account_a, "alice")) == '-');
  EXPECT(letter_with_paths(0, IamUser(account_a, "/other/", "alice")) == '-');
  // Role names are unique in their account, whatever the path, so the name is enough.
  EXPECT(letter_with_paths(1, RoleSession(account_a, "app", "s1")) == 'r');
  EXPECT(letter_with_paths(1, *Principal::from("arn:aws:sts::111122223333:assumed-role/app/s1")) == 'r');
}

DUAL_TEST_CASE("a session that came out of an operation still knows its role's path") {
  const Begun in_team = assume_role(Service("ec2.amazonaws.com"), team_app, {.session_name = "s1"});
  const Begun at_top = assume_role(Service("ec2.amazonaws.com"), plain_app, {.session_name = "s1"});
  EXPECT(letter_with_paths(1, in_team->principal()) == 'r');
  EXPECT(letter_with_paths(1, at_top->principal()) == '-');
  EXPECT(letter(5, in_team->principal()) == '-');
  EXPECT(letter(5, at_top->principal()) == 'r');
  EXPECT(letter(6, in_team->principal()) == 'd');  // a session's ARN has no path to compare
}

DUAL_TEST_CASE("a name that AWS prints is matched like the value it stands for") {
  const Text names[] = {
      "arn:aws:iam::111122223333:root",
      "arn:aws:iam::111122223333:user/alice",
      "arn:aws:sts::111122223333:assumed-role/app/s1",
      "arn:aws:sts::111122223333:assumed-role/aws:ec2-instance/i-0123456789abcdef0",
      "arn:aws:sts::111122223333:federated-user/carol",
      "ec2.amazonaws.com",
      "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
      "accounts.google.com",
      "arn:aws:iam::111122223333:saml-provider/idp",
  };
  for (std::size_t k = 0; k < caller_count; ++k) {
    const Principal caller = *Principal::from(names[k]);
    EXPECT(caller.kind() == callers[k].kind());
    for (std::size_t i = 0; i < row_count; ++i) EXPECT(letter(i, caller) == table[i].level[k]);
  }
}

DUAL_TEST_CASE("the instance identity session is matched by either of its two ARNs (X-12)") {
  const Principal printed_with_iam =
      *Principal::from("arn:aws:iam::111122223333:assumed-role/aws:ec2-instance/i-0123456789abcdef0");
  EXPECT(letter(8, printed_with_iam) == 'd');
}

DUAL_TEST_CASE("an account, a role or what is left of a deleted one is no caller") {
  const Text names[] = {"*", "111122223333", "arn:aws:iam::111122223333:role/app", "AROADBQP57FF2AEXAMPLE",
                        "AIDACKCEVSQ6C2EXAMPLE"};
  for (const Text name : names) EXPECT(Principal::from(name).error().fault == NameFault::principal_makes_no_request);
}

namespace {

constexpr auto lists = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": [
    "*", "111122223333", "arn:aws:iam::111122223333:user/alice"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": [
    "arn:aws:sts::111122223333:assumed-role/app/s1", "arn:aws:iam::111122223333:role/app", "111122223333"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {
    "AWS": "*", "Service": ["lambda.amazonaws.com", "ec2.amazonaws.com"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": [
    "444455556666", "arn:aws:iam::111122223333:user/bob"]}}
]})"_trust_policy;
constexpr TrustPolicy listed = lists;

constexpr char letter_in_list(std::size_t statement, const Principal& caller) {
  return letter_of(match_in(listed, statement, caller));
}

}  // namespace

DUAL_TEST_CASE("the principals of a list are alternatives, and the closest one counts") {
  EXPECT(letter_in_list(0, IamUser(account_a, "alice")) == 'd');
  EXPECT(letter_in_list(0, IamUser(account_a, "bob")) == 'a');
  EXPECT(letter_in_list(0, IamUser(account_b, "alice")) == '*');
  EXPECT(letter_in_list(0, Service("ec2.amazonaws.com")) == '?');
  EXPECT(letter_in_list(1, RoleSession(account_a, "app", "s1")) == 'd');
  EXPECT(letter_in_list(1, RoleSession(account_a, "app", "s2")) == 'r');
  EXPECT(letter_in_list(1, RoleSession(account_a, "other", "s1")) == 'a');
  EXPECT(letter_in_list(2, Service("ec2.amazonaws.com")) == 'd');
  EXPECT(letter_in_list(2, Service("ssm.amazonaws.com")) == '?');
  EXPECT(letter_in_list(3, IamUser(account_a, "alice")) == '-');
}

// IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
DUAL_TEST_CASE("a unique id names the caller that has it as aws:userid") {
  struct Keys {
    Text id;
    constexpr ContextKey find(Text name) const { return {name, id}; }
  };
  const auto named = [](std::size_t statement, const Principal& caller, Text id) {
    Keys keys{id};
    return letter_of(match(policy, policy.statements()[statement], caller, keys));
  };
  const Principal alice = IamUser(account_a, "alice"), s1 = RoleSession(account_a, "app", "s1");
  EXPECT(named(ids_at, alice, "AIDACKCEVSQ6C2EXAMPLE") == 'd');
  EXPECT(named(ids_at, alice, "AIDACKCEVSQ6C2EXAMPL2") == '-');
  EXPECT(named(ids_at + 1, alice, "AIDACKCEVSQ6C2EXAMPLE") == '-');
  EXPECT(named(ids_at + 1, s1, "AROADBQP57FF2AEXAMPLE:s1") == 'r');
  EXPECT(named(ids_at + 1, s1, "AROADBQP57FF2AEXAMPL2:s1") == '-');
  EXPECT(named(ids_at, s1, "AROADBQP57FF2AEXAMPLE:s1") == '-');
}

namespace {

constexpr auto services = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "states.amazonaws.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "states.eu-west-1.amazonaws.com"}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": [
    "states.eu-west-1.amazonaws.com", "states.amazonaws.com"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "pods.eks.amazonaws.com"}}
]})"_trust_policy;
constexpr TrustPolicy of_services = services;

}  // namespace

DUAL_TEST_CASE("a service with a Region and one without are perhaps the same: U-123") {
  const auto named = [](std::size_t statement, Service service) {
    const Match found = match_in(of_services, statement, service);
    if (found.open == OpenPoint::u123) return '?';
    return letter_of(found);
  };
  EXPECT(named(0, "states.amazonaws.com") == 'd');
  EXPECT(named(0, "states.eu-west-1.amazonaws.com") == '?');
  EXPECT(named(1, "states.amazonaws.com") == '?');
  EXPECT(named(1, "states.eu-west-1.amazonaws.com") == 'd');
  EXPECT(named(1, "states.us-east-1.amazonaws.com") == '-');
  EXPECT(named(2, "states.amazonaws.com") == 'd');  // the certain one of two
  EXPECT(named(2, "states.us-gov-west-1.amazonaws.com") == '?');
  EXPECT(named(0, "statesman.amazonaws.com") == '-');
  EXPECT(named(0, "states.eu-west-1.amazonaws.com.cn") == '-');
  EXPECT(named(0, "states.v-2.amazonaws.com") == '-');
  EXPECT(named(3, "eks.amazonaws.com") == '-');
  EXPECT(named(3, "pods.eks.eu-west-1.amazonaws.com") == '?');
}

DUAL_TEST_CASE("the levels are in the order of how much they name") {
  EXPECT(MatchLevel::none < MatchLevel::everyone);
  EXPECT(MatchLevel::everyone < MatchLevel::account);
  EXPECT(MatchLevel::account < MatchLevel::user_of_federated_session);
  EXPECT(MatchLevel::user_of_federated_session < MatchLevel::role_of_session);
  EXPECT(MatchLevel::role_of_session < MatchLevel::direct);
  EXPECT(name_of(MatchLevel::none) == "does not name the caller");
  EXPECT(name_of(MatchLevel::everyone) == "names everyone");
  EXPECT(name_of(MatchLevel::account) == "names the caller's account");
  EXPECT(name_of(MatchLevel::user_of_federated_session) == "names the user that began the federated user session");
  EXPECT(name_of(MatchLevel::role_of_session) == "names the role of the session");
  EXPECT(name_of(MatchLevel::direct) == "names the caller");
}

namespace {

constexpr auto actions = R"({"Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"},
  {"Effect": "Allow", "Principal": "*", "Action": "STS:assumerole"},
  {"Effect": "Allow", "Principal": "*", "Action": "sts:*"},
  {"Effect": "Allow", "Principal": "*", "Action": "sts:*Role"},
  {"Effect": "Allow", "Principal": "*", "Action": "sts:Assume?ole"},
  {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole*"},
  {"Effect": "Allow", "Principal": "*", "Action": ["sts:TagSession", "sts:AssumeRoleWithSAML"]},
  {"Effect": "Allow", "Principal": "*", "NotAction": "sts:AssumeRole"},
  {"Effect": "Allow", "Principal": "*", "NotAction": ["sts:TagSession", "sts:AssumeRoleWith*"]}
]})"_trust_policy_from_aws;
constexpr TrustPolicy acted = actions;

constexpr bool covered(std::size_t statement, Text action) {
  return covers(acted, acted.statements()[statement], action);
}

// AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity.
constexpr struct Covered {
  bool plain, saml, web;
} covered_by[] = {
    {true, false, false},  // the action itself, and no longer one
    {true, false, false},  // letter case does not matter
    {true, true, true},   {true, false, false}, {true, false, false},
    {true, true, true},   {false, true, false},  // a list
    {false, true, true},  {true, false, false},
};

}  // namespace

DUAL_TEST_CASE("a statement is about the actions that its patterns match, and NotAction turns that round") {
  EXPECT(acted.statements().size() == sizeof covered_by / sizeof covered_by[0]);
  for (std::size_t i = 0; i < acted.statements().size(); ++i) {
    EXPECT(covered(i, info_of(Operation::assume_role).action) == covered_by[i].plain);
    EXPECT(covered(i, info_of(Operation::assume_role_with_saml).action) == covered_by[i].saml);
    EXPECT(covered(i, info_of(Operation::assume_role_with_web_identity).action) == covered_by[i].web);
  }
}
