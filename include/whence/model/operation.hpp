// The operations of AWS STS: their parameters, results, durations and errors.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/model/sts_error.hpp>
#include <whence/names/limits.hpp>

namespace whence {

/// Source: AWS STS API reference, https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
enum class Operation : std::uint8_t {
  assume_role,
  assume_role_with_saml,
  assume_role_with_web_identity,
  assume_root,
  get_session_token,
  get_federation_token,
  get_caller_identity,
  get_access_key_info,
  decode_authorization_message,
  get_web_identity_token,
  get_delegated_access_token,
  get_scoped_credentials,
};

/// How an operation takes a parameter.
enum class Taken : std::uint8_t {
  no,
  stated,      // from the caller
  from_token,  // from the presented assertion or token
};

struct OperationInfo {
  Operation operation;
  Text action;             // as policies write it
  bool is_signed;          // whether the caller signs with an AWS credential; otherwise a token is the proof
  Limit duration;          // of DurationSeconds; most 0: its result has no lifetime
  Seconds when_unset;      // for a user or a role
  Taken mfa;               // SerialNumber and TokenCode
  Taken session_policies;  // Policy and PolicyArns
  Taken tags, transitive_tags, source_identity;
  StsErrors errors;  // beside AccessDenied and ValidationError, which every operation has
  Text gives;

  /// As the API reference writes it: AssumeRole.
  [[nodiscard]] constexpr Text name() const { return action.part(sizeof "sts:" - 1); }
};

inline constexpr Limit no_duration{"", 0, 0, ""};

/// Sources: Compare AWS STS credentials,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html, and the page of each operation,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and so on.
inline constexpr OperationInfo operations[] = {
    {Operation::assume_role, "sts:AssumeRole", true, limits::assume_role_duration, hours(1), Taken::stated,
     Taken::stated, Taken::stated, Taken::stated, Taken::stated,
     StsErrors(StsError::malformed_policy_document, StsError::packed_policy_too_large, StsError::region_disabled,
               StsError::expired_token),
     "a session of the role"},
    {Operation::assume_role_with_saml, "sts:AssumeRoleWithSAML", false, limits::assume_role_duration, hours(1),
     Taken::no, Taken::stated, Taken::from_token, Taken::from_token, Taken::from_token,
     StsErrors(StsError::malformed_policy_document, StsError::packed_policy_too_large, StsError::region_disabled,
               StsError::expired_token, StsError::invalid_identity_token, StsError::idp_rejected_claim),
     "a session of the role"},
    {Operation::assume_role_with_web_identity, "sts:AssumeRoleWithWebIdentity", false, limits::assume_role_duration,
     hours(1), Taken::no, Taken::stated, Taken::from_token, Taken::from_token, Taken::from_token,
     StsErrors(StsError::malformed_policy_document, StsError::packed_policy_too_large, StsError::region_disabled,
               StsError::expired_token, StsError::invalid_identity_token, StsError::idp_rejected_claim,
               StsError::idp_communication_error),
     "a session of the role"},
    {Operation::assume_root, "sts:AssumeRoot", true, limits::assume_root_duration, minutes(15), Taken::no, Taken::no,
     Taken::no, Taken::no, Taken::no, StsErrors(StsError::region_disabled, StsError::expired_token),
     "a session of a member account's root user, for one task"},
    {Operation::get_session_token, "sts:GetSessionToken", true, limits::token_duration, hours(12), Taken::stated,
     Taken::no, Taken::no, Taken::no, Taken::no, StsErrors(StsError::region_disabled),
     "a temporary credential of the same user"},
    {Operation::get_federation_token, "sts:GetFederationToken", true, limits::token_duration, hours(12), Taken::no,
     Taken::stated, Taken::stated, Taken::no, Taken::no,
     StsErrors(StsError::malformed_policy_document, StsError::packed_policy_too_large, StsError::region_disabled),
     "a federated user session"},
    {Operation::get_caller_identity, "sts:GetCallerIdentity", true, no_duration, Seconds{}, Taken::no, Taken::no,
     Taken::no, Taken::no, Taken::no, StsErrors(), "account, ARN and user id of the caller"},
    {Operation::get_access_key_info, "sts:GetAccessKeyInfo", true, no_duration, Seconds{}, Taken::no, Taken::no,
     Taken::no, Taken::no, Taken::no, StsErrors(), "the account of an access key id"},
    {Operation::decode_authorization_message, "sts:DecodeAuthorizationMessage", true, no_duration, Seconds{}, Taken::no,
     Taken::no, Taken::no, Taken::no, Taken::no, StsErrors(StsError::invalid_authorization_message),
     "the details of a denial"},
    {Operation::get_web_identity_token, "sts:GetWebIdentityToken", true, limits::jwt_duration, minutes(5), Taken::no,
     Taken::no, Taken::stated, Taken::no, Taken::no,
     StsErrors(StsError::jwt_payload_size_exceeded, StsError::outbound_federation_disabled,
               StsError::session_duration_escalation),
     "a token about the caller, which is not an AWS credential"},
    {Operation::get_delegated_access_token, "sts:GetDelegatedAccessToken", true, limits::delegated_duration, Seconds{},
     Taken::no, Taken::no, Taken::no, Taken::no, Taken::no,
     StsErrors(StsError::packed_policy_too_large, StsError::region_disabled, StsError::expired_trade_in_token),
     "a temporary credential of the principal that approved the delegation"},
    {Operation::get_scoped_credentials, "sts:GetScopedCredentials", true, limits::scoped_duration, Seconds{}, Taken::no,
     Taken::stated, Taken::no, Taken::no, Taken::no,
     StsErrors(StsError::malformed_policy_document, StsError::packed_policy_too_large,
               StsError::insufficient_session_lifetime, StsError::invalid_subject_credentials),
     "a temporary credential of the same session, with fewer permissions or a shorter life"},
};
static_assert(is_in_order(operations, &OperationInfo::operation));

[[nodiscard]] constexpr const OperationInfo& info_of(Operation operation) {
  return operations[static_cast<std::size_t>(operation)];
}

/// The operation of an action as policies write it, letter case ignored; null for any other action.
[[nodiscard]] constexpr const OperationInfo* find_operation(Text action) {
  for (std::size_t i = 0; i < count_of(operations); ++i) {
    if (ascii::equal_ignoring_case(action, operations[i].action)) return &operations[i];
  }
  return nullptr;
}

/// Whether it begins a role session.
[[nodiscard]] constexpr bool assumes_a_role(Operation operation) {
  switch (operation) {
    case Operation::assume_role:
    case Operation::assume_role_with_saml:
    case Operation::assume_role_with_web_identity: return true;
    default: return false;
  }
}

}  // namespace whence
