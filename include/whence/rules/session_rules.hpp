// What an STS operation requires beyond permission: how long the session lasts, and what signs the call.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/operation.hpp>
#include <whence/names/limits.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

struct SessionFacts {
  Operation operation = Operation::assume_role;
  Seconds duration{};       // as requested, or the default
  Seconds roles_maximum{};  // 0: no role; else the role's MaxSessionDuration
  bool by_a_service = false;
  bool by_a_role_session = false;
  bool by_a_user_session = false;                    // of GetSessionToken
  bool callers_session_is_valid = true;              // for a session: at the time of the call
  Truth session_token_passes_hour = Truth::unknown;  // the reading of X-4
  Seconds callers_session_left{};                    // 0: the end of the caller's session is not known
  bool in_console = false;               // it takes no DurationSeconds; the rest of the sign-in may be short
  bool root_approved = false;            // a delegation
  bool sets_an_origin_identity = false;  // a caller other than one with a token, and Roles Anywhere

  [[nodiscard]] constexpr Text asked_action() const { return info_of(operation).action; }
};

namespace rules {
struct the_duration_is_within_the_operations_limits {
  WHENCE_RULE("W401", Decision::invalid_request, sources::sts_model,
              "DurationSeconds must be 900 to 43200 for the operations that assume a role, 900 to 129600 for "
              "GetSessionToken and GetFederationToken, 0 to 900 for AssumeRoot, 60 to 3600 for GetWebIdentityToken, 1 "
              "to 129600 for GetScopedCredentials");
  static constexpr Truth holds(const auto& facts) {
    return truth(facts.in_console || facts.operation == Operation::get_delegated_access_token ||
                 info_of(facts.operation).duration.takes(facts.duration.count));
  }
  static constexpr LimitOutcome limit(const auto& facts) { return {.limit = &info_of(facts.operation).duration}; }
};

/// STS returns an error, it does not shorten the session: Troubleshoot IAM roles,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html.
struct the_duration_is_within_the_roles_maximum {
  WHENCE_RULE("W402", Decision::invalid_request, sources::methods_to_assume,
              "DurationSeconds must not exceed the role's MaxSessionDuration, unless a service assumes the role");
  static constexpr Truth holds(const auto& facts) {
    return truth(!assumes_a_role(facts.operation) || facts.by_a_service || facts.duration <= facts.roles_maximum);
  }
  static constexpr LimitOutcome limit(const auto& facts) {
    return {.limit = &info_of(facts.operation).duration, .at_most = facts.roles_maximum.count};
  }
};

/// Methods to assume a role, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html, exempts
/// "applications running on Amazon EC2 instances using instance profiles". This is taken to mean the session of the
/// profile, which a service begins, and not a session that the application then begins.
struct a_chained_session_lasts_an_hour {
  WHENCE_RULE("W403", Decision::invalid_request, sources::roles,
              "a session that a role session begins with AssumeRole (role chaining) lasts at most one hour, even if "
              "the role allows more");
  static constexpr Truth holds(const auto& facts) {
    const bool lasts_longer = facts.duration.count > limits::chained_duration.most;
    if (facts.operation != Operation::assume_role || !lasts_longer) return Truth::yes;
    return facts.by_a_role_session ? Truth::no : facts.by_a_user_session ? facts.session_token_passes_hour : Truth::yes;
  }
  static constexpr LimitOutcome limit(const SessionFacts&) { return {.limit = &limits::chained_duration}; }
  static constexpr const OpenQuestion* open(const SessionFacts&) { return &open_questions::x4; }
};

struct the_roles_maximum_is_within_iams_limits {
  WHENCE_RULE("W404", Decision::invalid_request, sources::create_role_api,
              "a role's MaxSessionDuration must be 3600 to 43200 seconds");
  static constexpr Truth holds(const auto& facts) {
    return truth(facts.roles_maximum == Seconds{} || limits::maximum_session_duration.takes(facts.roles_maximum.count));
  }
  static constexpr LimitOutcome limit(const SessionFacts&) { return {.limit = &limits::maximum_session_duration}; }
};

struct a_session_is_used_before_it_ends {
  WHENCE_RULE_WITH_ERROR("W405", Decision::invalid_request, sources::temporary_security_credentials,
                         StsError::expired_token, "the caller's session must not have expired when it makes the call");
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    return truth(facts.callers_session_is_valid);
  }
};

struct an_outbound_token_ends_with_its_session {
  WHENCE_RULE_WITH_ERROR("W407", Decision::invalid_request, sources::get_web_identity_token_api,
                         StsError::session_duration_escalation,
                         "a token of GetWebIdentityToken must not outlive the session that requests it");
  static constexpr Truth holds(const auto& facts) {
    const bool has_end = facts.callers_session_left != Seconds{};
    return truth(facts.operation != Operation::get_web_identity_token || !has_end ||
                 facts.duration <= facts.callers_session_left);
  }
};

/// The least duration is in the API model: CreateDelegationRequest,
/// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateDelegationRequest.html.
struct a_root_user_delegates_for_four_hours {
  WHENCE_RULE("W408", Decision::invalid_request, sources::temporary_delegation,
              "a delegation lasts 300 to 43200 seconds, and at most 14400 (four hours) if the root user approves it");
  static constexpr Truth holds(const auto& facts) {
    return truth(facts.operation != Operation::get_delegated_access_token ||
                 limit(facts).limit->takes(facts.duration.count));
  }
  static constexpr LimitOutcome limit(const auto& facts) {
    return {.limit = facts.root_approved ? &limits::root_delegated_duration : &limits::delegated_duration};
  }
};

struct no_caller_sets_an_origin_identity {
  WHENCE_RULE("W425", Decision::invalid_request, sources::assume_role_with_web_identity_api,
              "an origin identity comes from the token of an identity provider or from IAM Roles Anywhere: no caller "
              "can set it");
  static constexpr Truth holds(const auto& facts) { return truth(!facts.sets_an_origin_identity); }
};

using session_rules = RuleList<the_duration_is_within_the_operations_limits, the_roles_maximum_is_within_iams_limits,
                               the_duration_is_within_the_roles_maximum, a_chained_session_lasts_an_hour,
                               a_session_is_used_before_it_ends, an_outbound_token_ends_with_its_session,
                               a_root_user_delegates_for_four_hours, no_caller_sets_an_origin_identity>;

/// GetSessionToken needs no permission and cannot be denied; GetFederationToken needs one, except for the root user.
struct a_user_needs_permission_for_federation_tokens : MatrixNote<'o', Decides::the_callers_side> {
  WHENCE_RULE("W406", Decision::denied_implicitly, sources::federation_token_permissions,
              "an IAM user's own policies must allow sts:GetFederationToken");
  using MatrixNote::gate;
  using MatrixNote::holds;
  static constexpr GateOutcome gate(const SideFacts& facts) { return facts.side.allows(); }
  static constexpr Truth holds(const SideFacts& facts) { return facts.permitted; }
};

/// What GetFederationToken requires of the policies of its user; and what it requires of them to pass tags.
using federation_rules = RuleList<the_callers_policies_do_not_deny, a_user_needs_permission_for_federation_tokens,
                                  every_level_of_service_control_policies_allows>;
using federation_tag_rules = RuleList<the_callers_policies_do_not_deny, session_tags_need_tag_session,
                                      every_level_of_service_control_policies_allows>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
