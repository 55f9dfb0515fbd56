// What the caller of an STS operation states, and what is known of the token that is shown with it.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/parameter.hpp>
#include <whence/policy/policy.hpp>

namespace whence {

class PassedRole;

/// A managed policy that is passed to a session by its ARN, and what it says. Without statements what it says is not known.
struct ManagedPolicy {
  Text arn;
  IdentityPolicy policy{};
};

/// The parameters of a call to STS. All views: what they view must outlive the session that comes of it. Which operation
/// takes which is told by info_of(operation); one that is stated and not taken makes the request invalid. Session name, tags
/// and source identity of a web identity or SAML user stand here as the token says them.
/// Source: AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, and its siblings.
struct StsRequest {
  static constexpr Seconds not_stated{INT64_MIN};

  Parameter<grammar::SessionName> session_name{};
  Seconds duration = not_stated;  // DurationSeconds; otherwise the operation's own holds
  Instant at{};                   // when the call is made; the default where dates do not matter
  Span<SessionTag> tags{};
  Span<Text> transitive_tag_keys{};
  Parameter<grammar::SourceIdentity> source_identity{};
  Parameter<grammar::ExternalId> external_id{};
  Parameter<grammar::SerialNumber> serial_number{};  // of an MFA device, stated together with its code
  Parameter<grammar::TokenCode> token_code{};        // no session keeps it
  IdentityPolicy session_policy{};                   // Policy; without statements none is passed
  Span<ManagedPolicy> managed_policies{};            // PolicyArns
  std::int32_t packed_policy_size = -1;              // in percent, where it is known
  Instant token_ends{};                              // of the token that is shown; the default where it is not known
  Instant sign_in_ends{};          // SessionNotOnOrAfter of a SAML assertion; the default where there is none
  Instant console_session_ends{};  // given: the role is switched to in the console, by somebody signed in until then
  Text source_account{};           // for whom a service acts, where it says so: aws:SourceAccount ...
  Text source_arn{};               // ... and aws:SourceArn
  const PassedRole* configured_by = nullptr;        // who passed the role to the service that assumes it
  const InstanceIdentity* identified_by = nullptr;  // by whose identity the service knew for whom it assumes it

  [[nodiscard]] constexpr bool has_mfa() const { return serial_number.is_stated() && token_code.is_stated(); }
  [[nodiscard]] constexpr bool states_duration() const { return duration != not_stated; }
  [[nodiscard]] constexpr Seconds duration_or(Seconds unset) const { return states_duration() ? duration : unset; }
  [[nodiscard]] constexpr bool is_in_console() const { return console_session_ends != Instant{}; }
};

}  // namespace whence
