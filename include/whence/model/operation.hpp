// The operations of AWS STS that bring a session into being.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/time.hpp>

namespace whence {

/// Source: AWS STS API reference, https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
enum class Operation : std::uint8_t {
  assume_role,
  assume_role_with_saml,
  assume_role_with_web_identity,
  get_session_token,
  get_federation_token,
};

struct OperationInfo {
  Operation operation;
  Text action;       // as policies write it
  bool is_signed;    // whether the caller signs with AWS credentials; otherwise a token is the proof
  Seconds shortest;  // DurationSeconds may be from here ...
  Seconds longest;   // ... to here, ends included
  Seconds when_unset;
};

/// Durations: AssumeRole and its siblings, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html;
/// GetSessionToken and GetFederationToken by an IAM user,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
inline constexpr OperationInfo operations[] = {
    {Operation::assume_role, "sts:AssumeRole", true, {900}, {43200}, {3600}},
    {Operation::assume_role_with_saml, "sts:AssumeRoleWithSAML", false, {900}, {43200}, {3600}},
    {Operation::assume_role_with_web_identity, "sts:AssumeRoleWithWebIdentity", false, {900}, {43200}, {3600}},
    {Operation::get_session_token, "sts:GetSessionToken", true, {900}, {129600}, {43200}},
    {Operation::get_federation_token, "sts:GetFederationToken", true, {900}, {129600}, {43200}},
};

[[nodiscard]] constexpr const OperationInfo& info_of(Operation operation) {
  return operations[static_cast<std::size_t>(operation)];
}

}  // namespace whence
