// The parameters of a call of STS, and what is known of the token that it presents.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/parameter.hpp>
#include <whence/policy/policy.hpp>

namespace whence {

class PassedRole;
struct OriginIdentity;

/// A managed policy that is passed to a session by its ARN. Without statements its contents are not known.
struct ManagedPolicy {
  Text arn;
  IdentityPolicy policy{};
};

/// The parameters of a call of STS. All are views: what they view must outlive the session. info_of(operation) says
/// which ones an operation takes; any other makes the request invalid. The session name, tags and source identity of a
/// caller with a SAML assertion or an OIDC token are those of its token. Source: AssumeRole,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, and its siblings.
struct StsRequest {
  static constexpr Seconds not_stated{INT64_MIN};

  Parameter<grammar::SessionName> session_name{};
  Seconds duration = not_stated;  // DurationSeconds; by default that of the operation
  Instant at{};                   // when the call is made; the default if dates do not matter
  Span<SessionTag> tags{};
  Span<Text> transitive_tag_keys{};
  Parameter<grammar::SourceIdentity> source_identity{};
  Parameter<grammar::ExternalId> external_id{};
  Parameter<grammar::SerialNumber> serial_number{};  // of an MFA device, together with its code
  Parameter<grammar::TokenCode> token_code{};        // a session does not keep it
  IdentityPolicy session_policy{};                   // Policy; not passed if it has no statements
  Span<ManagedPolicy> managed_policies{};            // PolicyArns
  std::int32_t packed_policy_size = -1;              // in percent; -1 if not known
  std::int64_t minimum_token_size = 0;               // STS pads a shorter session token; 0 if not stated
  Text scoped_session_description{};                 // of GetScopedCredentials, for CloudTrail
  Instant token_ends{};                              // of the presented token; the default if not known
  Instant sign_in_ends{};                     // SessionNotOnOrAfter of a SAML assertion; the default if there is none
  Instant console_session_ends{};             // set for Switch Role in the console: when the user's sign-in ends
  Text source_account{};                      // that a service acts for, if it says so: aws:SourceAccount ...
  Text source_arn{};                          // ... and aws:SourceArn
  const PassedRole* configured_by = nullptr;  // who passed the role to the service that assumes it
  const InstanceIdentity* identified_by = nullptr;  // the instance that the service assumes the role for
  const OriginIdentity* origin_identity = nullptr;  // of a token, or of Roles Anywhere: no caller sets it
  bool at_global_endpoint = false;                  // which does not have GetScopedCredentials

  [[nodiscard]] constexpr bool has_mfa() const { return serial_number.is_stated() && token_code.is_stated(); }
  [[nodiscard]] constexpr bool states_duration() const { return duration != not_stated; }
  [[nodiscard]] constexpr Seconds duration_or(Seconds unset) const { return states_duration() ? duration : unset; }
  [[nodiscard]] constexpr bool is_in_console() const { return console_session_ends != Instant{}; }
};

}  // namespace whence
