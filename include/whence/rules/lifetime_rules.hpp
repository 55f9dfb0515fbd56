// What ends a session early, or limits how long it can last.
#pragma once

#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/session.hpp>
#include <whence/model/session_scope.hpp>
#include <whence/rules/rule.hpp>

namespace whence {

struct UsableFacts {
  const Session& session;
  bool callers_session_is_valid;
  Revocation revocation;

  /// Whether it is a session of the role that the revocation names. Sessions begun with it belong to other roles.
  [[nodiscard]] constexpr bool is_of_that_role() const {
    return revocation.role != nullptr && session.role() != nullptr && session.role()->arn() == revocation.role->arn();
  }
};

/// The wanted duration of a session, and how long the sign-in behind it still lasts.
struct SignInFacts {
  Seconds wanted;
  Seconds sign_in_left;
};

namespace rules {
/// Of the console: Switch from a user to an IAM role (console),
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html.
struct a_session_ends_with_its_sign_in {
  WHENCE_RULE("W419", Decision::invalid_request, sources::assume_role_with_saml_api,
              "a session that began with a SAML assertion ends at SessionNotOnOrAfter, and a console session ends "
              "with the sign-in, if that is earlier");
  static constexpr Truth holds(const SignInFacts& facts) { return truth(facts.wanted <= facts.sign_in_left); }
};

struct the_session_is_not_revoked {
  WHENCE_RULE("W420", Decision::denied_explicitly, sources::revoking_sessions,
              "a session must not have begun before its role's older sessions were revoked; sessions of "
              "service-linked roles cannot be revoked");
  static constexpr Truth holds(const UsableFacts& facts) {
    if (!facts.is_of_that_role() || facts.session.role()->is_service_linked()) return Truth::yes;
    const Instant before = facts.revocation.issued_before;
    if (facts.session.begins() < before) return Truth::no;
    return unscoped(facts.session).begins() < before ? Truth::unknown : Truth::yes;
  }
  static constexpr const OpenQuestion* open(const UsableFacts&) { return &open_questions::u130; }
};

/// Permissions are evaluated at each request, and the deletion of a role takes its policies away.
struct a_session_needs_its_role {
  WHENCE_RULE("W421", Decision::denied_implicitly, sources::disabling_permissions.graded(Grade::inferred),
              "the role of a session must still exist: without its role, the session keeps its credential but is "
              "allowed nothing");
  static constexpr Truth holds(const UsableFacts& facts) {
    return truth(!facts.is_of_that_role() || !facts.revocation.role_is_deleted);
  }
};

using lifetime_rules = RuleList<a_session_ends_with_its_sign_in, the_session_is_not_revoked, a_session_needs_its_role>;
}  // namespace rules
}  // namespace whence
