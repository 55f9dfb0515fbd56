// The errors of AWS STS.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Source: the errors of each operation, https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html, and
/// Troubleshoot IAM roles, https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
enum class StsError : std::uint8_t {
  access_denied,
  validation_error,
  malformed_policy_document,
  packed_policy_too_large,
  region_disabled,
  expired_token,
  invalid_identity_token,
  idp_rejected_claim,
  idp_communication_error,
  expired_trade_in_token,
  session_duration_escalation,
  outbound_federation_disabled,
  jwt_payload_size_exceeded,
  invalid_authorization_message,
  insufficient_session_lifetime,
  invalid_subject_credentials,
};

struct StsErrorInfo {
  StsError error;
  Text name, when;
};

inline constexpr StsErrorInfo sts_errors[] = {
    {StsError::access_denied, "AccessDenied", "a policy or the kind of credential does not allow the call"},
    {StsError::validation_error, "ValidationError", "a parameter breaks a limit of the operation or of the role"},
    {StsError::malformed_policy_document, "MalformedPolicyDocument", "a session policy is not valid"},
    {StsError::packed_policy_too_large, "PackedPolicyTooLarge", "session policies and tags are too large once packed"},
    {StsError::region_disabled, "RegionDisabledException", "STS is not active in this Region for the account"},
    {StsError::expired_token, "ExpiredTokenException", "the presented token has expired"},
    {StsError::invalid_identity_token, "InvalidIdentityToken", "the token is malformed or cannot be verified"},
    {StsError::idp_rejected_claim, "IDPRejectedClaim", "the identity provider rejected the claim"},
    {StsError::idp_communication_error, "IDPCommunicationError", "STS cannot reach the identity provider; try again"},
    {StsError::expired_trade_in_token, "ExpiredTradeInTokenException", "the trade-in token has expired"},
    {StsError::session_duration_escalation, "SessionDurationEscalationException",
     "the requested token would outlive the session that requests it"},
    {StsError::outbound_federation_disabled, "OutboundWebIdentityFederationDisabledException",
     "the account has not enabled outbound federation"},
    {StsError::jwt_payload_size_exceeded, "JWTPayloadSizeExceededException", "the claims of the token are too large"},
    {StsError::invalid_authorization_message, "InvalidAuthorizationMessageException", "the message is not valid"},
    {StsError::insufficient_session_lifetime, "InsufficientSessionLifetime",
     "the calling session ends before the requested duration"},
    {StsError::invalid_subject_credentials, "InvalidSubjectCredentials", "the calling session cannot be validated"},
};
static_assert(is_in_order(sts_errors, &StsErrorInfo::error));

[[nodiscard]] constexpr const StsErrorInfo& info_of(StsError error) {
  return sts_errors[static_cast<std::size_t>(error)];
}

class StsErrors {
 public:
  template <class... Errors>
  constexpr explicit StsErrors(Errors... errors) : bits_((0U | ... | bit(errors))) {}
  [[nodiscard]] constexpr bool has(StsError error) const { return (bits_ & bit(error)) != 0; }

 private:
  static constexpr std::uint32_t bit(StsError error) { return 1U << static_cast<unsigned>(error); }
  std::uint32_t bits_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
