// By which error STS answers a call that a verdict refuses.
#pragma once

#include <whence/decide/verdict.hpp>
#include <whence/model/sts_error.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/session_rules.hpp>

namespace whence {

/// The error that stands for a refusal. Of an allowed call there is none, and of one that is unknown none is known: both give
/// a null pointer. Source: Troubleshoot IAM roles, https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html,
/// and the errors of each operation.
[[nodiscard]] constexpr const StsErrorInfo* sts_error_of(const Verdict& verdict) {
  if (verdict || verdict.is_unknown()) return nullptr;
  if (verdict.decision != Decision::invalid_request) return &info_of(StsError::access_denied);
  struct Special {
    const RuleInfo* rule;
    StsError error;
  };
  constexpr Special specials[] = {
      {&rules::policies_and_tags_fit_once_packed::info, StsError::packed_policy_too_large},
      {&rules::a_token_is_shown_before_it_expires::info, StsError::expired_token},
      {&rules::a_session_is_used_before_it_ends::info, StsError::expired_token},
      {&rules::an_outbound_token_ends_with_its_session::info, StsError::session_duration_escalation},
      {&rules::outbound_federation_is_enabled::info, StsError::outbound_federation_disabled},
  };
  for (const Special& special : specials) {
    if (special.rule == verdict.rule) return &info_of(special.error);
  }
  return &info_of(StsError::validation_error);
}

}  // namespace whence
