// What an STS operation asks for beyond the permission: how long the session lasts, and with what it is called.
#pragma once

#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/model/operation.hpp>
#include <whence/rules/assume_facts.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/sources.hpp>

namespace whence {

struct SessionFacts {
  Operation operation = Operation::assume_role;
  Seconds duration{};       // what is asked for, or what holds when nothing is
  Seconds roles_maximum{};  // 0: no role; else the role's MaxSessionDuration
  bool by_a_service = false;
  bool by_a_role_session = false;
  bool by_a_user_session = false;        // of GetSessionToken
  bool callers_session_is_valid = true;  // where a session's credential signs the call: at that instant
};

namespace rules {

struct the_duration_is_within_the_operations_limits {
  WHENCE_RULE(
      "W401", the_duration_is_within_the_operations_limits, Decision::invalid_request,
      "DurationSeconds must be 900 to 43200 for the operations that assume a role, 900 to 129600 for GetSessionToken and "
      "GetFederationToken",
      sources::assume_role_api);
  static constexpr Truth holds(const SessionFacts& facts) {
    const OperationInfo& operation = info_of(facts.operation);
    return truth(operation.shortest <= facts.duration && facts.duration <= operation.longest);
  }
};

struct the_duration_is_within_the_roles_maximum {
  WHENCE_RULE(
      "W402", the_duration_is_within_the_roles_maximum, Decision::invalid_request,
      "a session must not last longer than the role's MaxSessionDuration, unless a service begins it: more is an error, not cut",
      sources::troubleshooting_roles);
  static constexpr Truth holds(const SessionFacts& facts) {
    const bool of_a_role = facts.operation == Operation::assume_role ||
                           facts.operation == Operation::assume_role_with_saml ||
                           facts.operation == Operation::assume_role_with_web_identity;
    return truth(!of_a_role || facts.by_a_service || facts.duration <= facts.roles_maximum);
  }
};

struct a_chained_session_lasts_an_hour {
  WHENCE_RULE(
      "W403", a_chained_session_lasts_an_hour, Decision::invalid_request,
      "a session that a role session begins with AssumeRole lasts one hour at the most, whatever the role's maximum",
      sources::methods_to_assume);
  static constexpr Truth holds(const SessionFacts& facts) {
    if (facts.operation != Operation::assume_role || facts.duration <= hours(1)) return Truth::yes;
    return facts.by_a_role_session ? Truth::no : facts.by_a_user_session ? Truth::unknown : Truth::yes;
  }
};

struct the_roles_maximum_is_one_that_iam_takes {
  WHENCE_RULE("W404", the_roles_maximum_is_one_that_iam_takes, Decision::invalid_request,
              "a role's MaxSessionDuration must be 3600 to 43200 seconds", sources::create_role_api);
  static constexpr Truth holds(const SessionFacts& facts) {
    return truth(facts.roles_maximum == Seconds{} ||
                 (hours(1) <= facts.roles_maximum && facts.roles_maximum <= hours(12)));
  }
};

struct a_session_is_used_before_it_ends {
  WHENCE_RULE("W405", a_session_is_used_before_it_ends, Decision::invalid_request,
              "a call must be signed while the caller's session is valid", sources::assume_role_api);
  static constexpr Truth holds(const SessionFacts& facts) { return truth(facts.callers_session_is_valid); }
};

using session_rules = RuleList<the_duration_is_within_the_operations_limits, the_duration_is_within_the_roles_maximum,
                               a_chained_session_lasts_an_hour, the_roles_maximum_is_one_that_iam_takes,
                               a_session_is_used_before_it_ends>;

struct PermissionFacts {
  constexpr explicit PermissionFacts(CallerSide callers_side) : side(callers_side) {
    permission.not_denied_by_side.passes = truth(side != CallerSide::denies);
  }
  CallerSide side;  // the root user's allows
  PermissionOutcome permission;
};

/// GetSessionToken needs no permission and cannot be denied; GetFederationToken needs one, except for the root user.
struct a_user_needs_permission_for_federation_tokens {
  WHENCE_RULE("W406", a_user_needs_permission_for_federation_tokens, Decision::denied_implicitly,
              "an IAM user's own policies must allow GetFederationToken", sources::federation_token_permissions);
  static constexpr Truth holds(const PermissionFacts& facts) {
    return facts.side == CallerSide::not_given ? Truth::unknown : truth(facts.side == CallerSide::allows);
  }
};

using federation_rules = RuleList<a_user_needs_permission_for_federation_tokens>;

}  // namespace rules
}  // namespace whence
