// Who may assume, and who may pass, a role: the answer of AWS's documents for a small world of callers, roles and
// policies.
//
// It is written from the documents alone and shares no code with the library: a mistake in one of the two shows as a
// difference. It is naive, and each clause names the document that says it. A point on which the documents disagree has
// two readings. The answer is unknown if the readings, or the possible states of a condition key, lead to different
// outcomes.
#pragma once

#include <initializer_list>

namespace model {

// ---- the world -----------------------------------------------------------------------------------------------------

/// Every caller with an account is in account A.
enum class Caller {
  user,               // an IAM user with a long-term key
  user_session,       // that user with the credential of GetSessionToken
  role_session,       // a session of the role `app`, which the library saw begin
  named_session,      // a session of the role `app`, known by its ARN alone
  linked_session,     // a session of a service-linked role
  sso_session,        // a session of a role that IAM Identity Center reserved
  root,               // the root user
  root_session,       // the root user with the credential of GetSessionToken
  federated_user,     // a session of GetFederationToken
  instance_identity,  // the session that identifies an EC2 instance
  service,            // an AWS service
  web_identity,       // the holder of a token of an OIDC provider of account A
  saml_identity,      // the holder of an assertion of a SAML provider of account A
};
enum class Target {
  same_account,     // a role of account A
  other_account,    // a role of account B
  itself,           // the role `app`
  service_linked,   // a role of account A that is linked to `service`
  other_partition,  // a role of account A in another partition
};
/// Whom a statement of the trust policy names.
enum class Who {
  nobody,                // there is no such statement
  somebody_else,         // another user, session, service or provider
  deleted,               // the unique id that remains of a deleted role, or of a deleted user for sessions of roles
  other_account,         // account C
  account,               // account A, as an ARN
  account_number,        // account A, as twelve digits
  account_if_arn,        // account A, if aws:PrincipalArn is the caller's user or role
  role_of_session,       // the role of the calling session
  caller,                // the caller itself
  account_and_caller,    // a list of both
  everyone,              // {"AWS": "*"}
  everyone_if_arn,       // the same, if aws:PrincipalArn is the caller's user or role
  everyone_but_the_arn,  // the same, unless aws:PrincipalArn is the caller's user or role
};
/// What a policy, or a statement of the trust policy, says of the call.
enum class Says {
  absent,  // there is no such policy
  silent,  // it is about other calls
  allows,
  denies,     // it allows every call, and denies this one
  allows_if,  // it allows this call under the condition of the scenario
  denies_if,  // it allows every call, and denies this one under the condition
  not_known,  // of identity policies: there may be more, and what they allow is not known
};
/// The condition: a test of one key, which the call may have.
enum class Test { equals, not_equals, equals_if_exists, is_absent, is_present };
enum class Key { matches, differs, absent, not_known };
/// Which account manages the organization whose policies the scenario has.
enum class Management { not_known, account_a, account_b, account_c };

struct Scenario {
  Caller caller{};
  Target target{};
  Who allowed{}, denied{};
  Says allow = Says::allows, deny = Says::denies;  // allow: allows, allows_if, or silent: a statement for other calls
  Says identity{}, boundary{}, session{}, service_control{}, resource_control{};
  Management management{};
  Test test{};
  Key key{};
};

// ---- the readings --------------------------------------------------------------------------------------------------

/// What the documents, or the scenario, leave open. `yes` lets the call pass.
enum class Point {
  x1,              // does "*" in a trust policy admit a caller of the same account directly?
  x2,              // is a user that the trust policy names free of its permissions boundary?
  x3,              // is a session that the trust policy names free of its session policy?
  u101,            // does an Allow for "*" admit services and holders of tokens?
  path_of_role,    // is the path of the session's role the one that the condition names?
  other_policies,  // do the identity policies that are not known allow the call?
  count
};

class Readings {
 public:
  constexpr explicit Readings(unsigned yes) : yes_(yes) {}
  constexpr bool operator()(Point point) {
    asked_ |= bit(point);
    return (yes_ & bit(point)) != 0;
  }
  [[nodiscard]] constexpr unsigned asked() const { return asked_; }
  [[nodiscard]] static constexpr unsigned bit(Point point) { return 1U << static_cast<unsigned>(point); }

 private:
  unsigned yes_, asked_ = 0;
};

enum class Outcome {
  allowed,
  denied_explicitly,
  denied_implicitly,
  denied,  // and the documents do not say whether a Deny would count: the call is refused whatever the policies say
};

// ---- the clauses ---------------------------------------------------------------------------------------------------

namespace clauses {

template <class Value>
constexpr bool is_one_of(Value value, std::initializer_list<Value> values) {
  for (const Value each : values) {
    if (value == each) return true;
  }
  return false;
}

/// IAM JSON policy elements: Condition operators. A positive operator is not met if the key is absent, a negated one
/// and one with IfExists is; Null asks whether it is absent.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
constexpr bool is_met(Test test, Key key) {
  switch (test) {
    case Test::equals: return key == Key::matches;
    case Test::not_equals: return key != Key::matches;
    case Test::equals_if_exists: return key != Key::differs;
    case Test::is_absent: return key == Key::absent;
    default: return key != Key::absent;
  }
}
constexpr bool allows(Says says, bool met) {
  return is_one_of(says, {Says::allows, Says::denies, Says::denies_if}) || (says == Says::allows_if && met);
}
constexpr bool denies(Says says, bool met) { return says == Says::denies || (says == Says::denies_if && met); }

/// Compare AWS STS credentials: AssumeRole can be called by an IAM user, and by a role with temporary credentials; the
/// credential of GetSessionToken can call it too, that of GetFederationToken cannot.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
/// Methods to assume a role: the root user cannot.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
/// Instance identity roles: their session calls no operation of STS but GetCallerIdentity.
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
constexpr bool can_assume_no_role(Caller caller) {
  return is_one_of(caller, {Caller::root, Caller::root_session, Caller::federated_user, Caller::instance_identity});
}

constexpr bool has_a_token(Caller caller) { return is_one_of(caller, {Caller::web_identity, Caller::saml_identity}); }

/// Compare AWS STS credentials: any user who has a token can call AssumeRoleWithSAML and AssumeRoleWithWebIdentity.
/// IAM roles: a service assumes a service role by its trust policy. Neither is a user or role of an account, which have
/// policies. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html
constexpr bool has_policies_of_its_own(Caller caller) { return caller != Caller::service && !has_a_token(caller); }

constexpr bool is_session_of_a_role(Caller caller) {
  return is_one_of(caller, {Caller::role_session, Caller::named_session, Caller::linked_session, Caller::sso_session});
}
constexpr bool is_user(Caller caller) { return caller == Caller::user || caller == Caller::user_session; }

constexpr bool is_same_account(Target target) { return target != Target::other_account; }

/// Service control policies: they bind the users and roles of member accounts, not those of the management account, and
/// no service-linked role.
/// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
constexpr bool is_bound_by_service_control(const Scenario& s) {
  if (!has_policies_of_its_own(s.caller) || s.caller == Caller::linked_session) return false;
  return s.management != Management::account_a;
}

/// Resource control policies: they bind the resources of member accounts, whoever calls, not those of the management
/// account. They do not bind calls of a service-linked role, or the trust policy of one.
/// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
constexpr bool is_bound_by_resource_control(const Scenario& s) {
  if (s.caller == Caller::linked_session || s.target == Target::service_linked) return false;
  return s.management != (is_same_account(s.target) ? Management::account_a : Management::account_b);
}

/// AWS global condition context keys, aws:PrincipalArn: the ARN of the user, or of the role and not of its session. A
/// service and the holder of a token have none. The ARN of a session does not have the path of its role.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
constexpr bool has_the_arn(Caller caller, Readings& reading) {
  if (caller == Caller::named_session) return reading(Point::path_of_role);
  return has_policies_of_its_own(caller);
}

/// How an Allow of the trust policy lets the caller in.
enum class Admission { none, by_account, by_role, directly };

/// AWS JSON policy elements: Principal. An account stands for its users and roles; a role for its sessions; the id of a
/// deleted user or role for nobody. For "*" this page says that no other permission is required in the same account,
/// but the policy checks of Access Analyzer report it in a trust policy as an error; neither page says whether it
/// admits services and holders of tokens (U-101).
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
constexpr Admission admission_of(Caller caller, Who who, Readings& reading) {
  const bool of_an_account = has_policies_of_its_own(caller);
  switch (who) {
    case Who::account:
    case Who::account_number: return of_an_account ? Admission::by_account : Admission::none;
    case Who::account_if_arn:
      return of_an_account && has_the_arn(caller, reading) ? Admission::by_account : Admission::none;
    case Who::role_of_session: return is_session_of_a_role(caller) ? Admission::by_role : Admission::none;
    case Who::caller:
    case Who::account_and_caller: return Admission::directly;
    case Who::everyone:
      if (!of_an_account) return reading(Point::u101) ? Admission::directly : Admission::none;
      return reading(Point::x1) ? Admission::directly : Admission::by_account;
    case Who::everyone_if_arn:
      return of_an_account && has_the_arn(caller, reading) ? Admission::directly : Admission::none;
    default: return Admission::none;
  }
}

/// Whether a Deny of the trust policy is about the caller: "*" is everyone.
constexpr bool is_about(Caller caller, Who who, Readings& reading) {
  const bool of_an_account = has_policies_of_its_own(caller);
  switch (who) {
    case Who::account:
    case Who::account_number: return of_an_account;
    case Who::account_if_arn:
    case Who::everyone_if_arn: return of_an_account && has_the_arn(caller, reading);
    case Who::everyone_but_the_arn: return !of_an_account || !has_the_arn(caller, reading);
    case Who::role_of_session: return is_session_of_a_role(caller);
    case Who::caller:
    case Who::account_and_caller:
    case Who::everyone: return true;
    default: return false;
  }
}

}  // namespace clauses

// ---- the answers ---------------------------------------------------------------------------------------------------

/// How AWS enforcement code logic evaluates requests to allow or deny access, below "the logic":
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
/// The state of the key is known here.
constexpr Outcome may_assume(const Scenario& s, Readings& reading) {
  using namespace clauses;
  if (can_assume_no_role(s.caller)) return Outcome::denied;
  // Cross account resource access in IAM: there is no access across partitions.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html
  if (s.target == Target::other_partition) return Outcome::denied;
  // Principal: a provider is one of the role's own account.
  if (has_a_token(s.caller) && s.target == Target::other_account) return Outcome::denied;

  const bool met = is_met(s.test, s.key);
  const bool own = has_policies_of_its_own(s.caller);
  const bool service_control = is_bound_by_service_control(s);

  // The logic: one explicit deny in any policy that applies is the final decision.
  if (is_about(s.caller, s.denied, reading) && denies(s.deny, met)) return Outcome::denied_explicitly;
  if (own && (denies(s.identity, met) || denies(s.boundary, met) || denies(s.session, met))) {
    return Outcome::denied_explicitly;
  }
  if (service_control && denies(s.service_control, met)) return Outcome::denied_explicitly;
  if (is_bound_by_resource_control(s) && denies(s.resource_control, met)) return Outcome::denied_explicitly;

  // The logic: RCPFullAWSAccess cannot be detached, so a resource control policy never lacks an Allow.
  // The logic: no applicable Allow in the service control policies is a final Deny.
  if (service_control && s.service_control != Says::absent && !allows(s.service_control, met)) {
    return Outcome::denied_implicitly;
  }
  // The logic: a role trust policy is an exception, it must explicitly allow the principal.
  if (!allows(s.allow, met)) return Outcome::denied_implicitly;
  const Admission admission = admission_of(s.caller, s.allowed, reading);
  if (admission == Admission::none) return Outcome::denied_implicitly;
  if (!own) return Outcome::allowed;

  // Cross-account policy evaluation logic: both accounts must allow the request, however the caller is named.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
  const bool same_account = is_same_account(s.target);
  // The logic: within an account, an Allow for the user, the session or the role of the session needs no Allow in an
  // identity policy; one for the account delegates to the identity policies (Principal).
  const bool by_trust = same_account && (admission == Admission::by_role || admission == Admission::directly);
  const bool by_identity = allows(s.identity, met) || (s.identity == Says::not_known && reading(Point::other_policies));
  if (!by_trust && !by_identity) return Outcome::denied_implicitly;

  // The logic: an Allow for a role's ARN is limited by an implicit deny in a boundary or session policy. One for the
  // ARN of the session or user, and one for "*" with aws:PrincipalArn, is not. Others contradict it: the page about
  // trust policies says that the boundary of a user must allow the call, and a simulator lets a session policy
  // limit the session that is named.
  // Update a role trust policy, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
  const bool directly = same_account && admission == Admission::directly;
  if (s.boundary != Says::absent && !allows(s.boundary, met)) {
    if (!directly || (is_user(s.caller) && !reading(Point::x2))) return Outcome::denied_implicitly;
  }
  if (s.session != Says::absent && !allows(s.session, met)) {
    if (!directly || !reading(Point::x3)) return Outcome::denied_implicitly;
  }
  return Outcome::allowed;
}

/// Grant a user permissions to pass a role to an AWS service: an identity policy must allow iam:PassRole, within one
/// account. It is no operation of a service, and the trust policy does not matter.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
/// Resource control policies cannot name the actions of IAM, which their list of services does not have.
constexpr Outcome may_pass(const Scenario& s, Readings& reading) {
  using namespace clauses;
  if (s.target != Target::same_account && s.target != Target::itself) return Outcome::denied;
  const bool met = is_met(s.test, s.key);
  if (denies(s.identity, met) || denies(s.boundary, met) || denies(s.session, met)) return Outcome::denied_explicitly;
  const bool service_control = is_bound_by_service_control(s);
  if (service_control && denies(s.service_control, met)) return Outcome::denied_explicitly;
  if (service_control && s.service_control != Says::absent && !allows(s.service_control, met)) {
    return Outcome::denied_implicitly;
  }
  if (!allows(s.identity, met) && !(s.identity == Says::not_known && reading(Point::other_policies))) {
    return Outcome::denied_implicitly;
  }
  for (const Says limit : {s.boundary, s.session}) {
    if (limit != Says::absent && !allows(limit, met)) return Outcome::denied_implicitly;
  }
  return Outcome::allowed;
}

/// The points that Policies::disputed settles.
inline constexpr unsigned disputed_points =
    Readings::bit(Point::x1) | Readings::bit(Point::x2) | Readings::bit(Point::x3);

/// All outcomes that are possible, and the points that decide among them.
struct Answer {
  bool outcomes[4]{};
  unsigned open = 0;         // the bits of the points on which it depends whether the call is allowed
  bool key_decides = false;  // the state of the key, which is not known, decides
  [[nodiscard]] constexpr bool may_be(Outcome outcome) const { return outcomes[static_cast<int>(outcome)]; }
  [[nodiscard]] constexpr bool may_be_denied() const {
    return may_be(Outcome::denied) || may_be(Outcome::denied_explicitly) || may_be(Outcome::denied_implicitly);
  }
  [[nodiscard]] constexpr bool is_unknown() const { return may_be(Outcome::allowed) && may_be_denied(); }
  constexpr void add(const Answer& other) {
    for (int i = 0; i < 4; ++i) outcomes[i] = outcomes[i] || other.outcomes[i];
    open |= other.open;
    key_decides = key_decides || other.key_decides;
  }
};

/// Asks for every state of the key that is possible, and for every reading of the points that matter. The points in
/// `settled` have only the reading in `settled_as`.
template <class Question>
constexpr Answer answer_of(Question question, const Scenario& scenario, unsigned settled = 0, unsigned settled_as = 0) {
  Answer answer;
  constexpr unsigned readings = 1U << static_cast<unsigned>(Point::count);
  bool possible[readings][2]{};  // whether it can be denied, and allowed, under each reading
  unsigned asked = 0;
  const auto ask = [&](unsigned yes) {
    for (const Key key : {Key::matches, Key::differs, Key::absent}) {
      if (scenario.key != Key::not_known && scenario.key != key) continue;
      Scenario of_key = scenario;
      of_key.key = key;
      Readings reading((yes & ~settled) | (settled_as & settled));
      const Outcome outcome = question(of_key, reading);
      asked |= reading.asked();
      answer.outcomes[static_cast<int>(outcome)] = true;
      possible[yes][outcome == Outcome::allowed] = true;
    }
  };
  ask(0);
  for (unsigned yes = 1; yes < readings && asked != 0; ++yes) ask(yes);
  for (unsigned yes = 0; yes < readings; ++yes) {
    if (possible[yes][0] && possible[yes][1]) answer.key_decides = true;
    for (unsigned point = 1; point < readings && asked != 0; point <<= 1) {
      const unsigned other = yes ^ point;
      if ((possible[yes][0] && possible[other][1]) || (possible[yes][1] && possible[other][0])) {
        if (possible[yes][0] != possible[other][0] || possible[yes][1] != possible[other][1]) answer.open |= point;
      }
    }
  }
  return answer;
}

/// The result of the caller's policies in one word, in place of the policies.
enum class Side {
  not_given,  // an identity policy allows the call or not; nothing else is assumed
  allows,     // an identity policy allows it, and no limit blocks it
  silent,     // no identity policy allows it, and no limit blocks it
  blocked,    // a boundary, a session policy or a service control policy does not allow it
  denies,     // a policy denies it
};

/// All that such a word can mean.
constexpr Answer answer_of(Side side, Scenario scenario) {
  Answer answer;
  for (const Says identity : {Says::silent, Says::allows, Says::denies}) {
    if (side == Side::allows && identity != Says::allows) continue;
    if (side == Side::silent && identity != Says::silent) continue;
    if (side == Side::denies ? identity != Says::denies : identity == Says::denies) continue;
    scenario.identity = identity;
    if (side != Side::blocked) {
      answer.add(answer_of(may_assume, scenario));
      continue;
    }
    for (Says Scenario::*const limit : {&Scenario::boundary, &Scenario::session, &Scenario::service_control}) {
      // A user has no session policy. A service-linked role has no boundary, and is bound by no service control policy.
      if (limit == &Scenario::session && clauses::is_user(scenario.caller)) continue;
      if (limit != &Scenario::session && scenario.caller == Caller::linked_session) continue;
      Scenario blocked = scenario;
      blocked.*limit = Says::silent;
      answer.add(answer_of(may_assume, blocked));
    }
  }
  return answer;
}

}  // namespace model
