// What ends a session before its time, or lets it last no longer.
#pragma once

#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/rule.hpp>

namespace whence {

struct UsableFacts {
  const Session& session;
  bool callers_session_is_valid;
  Revocation revocation;

  /// Whether it is a session of the role in question. Sessions that were begun with it belong to other roles.
  [[nodiscard]] constexpr bool is_of_that_role() const {
    return revocation.role != nullptr && session.role() != nullptr && session.role()->arn() == revocation.role->arn();
  }
};

/// How long a session is wanted to last, and when the sign-in behind it ends.
struct SignInFacts {
  Seconds wanted;
  Seconds sign_in_left;
};

namespace rules {

struct a_session_ends_with_its_sign_in {
  WHENCE_RULE(
      "W419", Decision::invalid_request,
      "a session of a SAML assertion ends with its SessionNotOnOrAfter, and one of the console with the sign-in, where "
      "that is earlier",
      sources::assume_role_with_saml_api);
  static constexpr Truth holds(const SignInFacts& facts) { return truth(facts.wanted <= facts.sign_in_left); }
};

struct a_revoked_session_is_denied {
  WHENCE_RULE(
      "W420", Decision::denied_explicitly,
      "a session must not have begun before its role's older sessions were revoked; those of service-linked roles cannot "
      "be revoked",
      sources::revoking_sessions);
  static constexpr Truth holds(const UsableFacts& facts) {
    const bool older = facts.session.begins() < facts.revocation.issued_before;
    return truth(!facts.is_of_that_role() || facts.session.role()->is_service_linked() || !older);
  }
};

struct a_session_needs_its_role {
  WHENCE_RULE(
      "W421", Decision::denied_implicitly,
      "the role of a session must still be there: its credential is not withdrawn, but nothing allows it anything",
      sources::revoking_sessions);
  static constexpr Truth holds(const UsableFacts& facts) {
    return truth(!facts.is_of_that_role() || !facts.revocation.role_is_deleted);
  }
};

using lifetime_rules = RuleList<a_session_ends_with_its_sign_in, a_revoked_session_is_denied, a_session_needs_its_role>;

}  // namespace rules
}  // namespace whence
