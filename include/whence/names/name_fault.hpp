// What can be wrong with a name, an id or an ARN: one enumerator and one sentence each.
#pragma once

#include <cstdint>

// Compilers quote one line of what stands here, so name and sentence stand on the same one.
// clang-format off
#define WHENCE_NAME_FAULTS(FAULT) \
  FAULT(account_id_is_not_12_digits, "an account id is exactly 12 digits, without hyphens") \
  FAULT(arn_does_not_start_with_arn, "an ARN starts with 'arn:'") \
  FAULT(arn_has_fewer_than_six_fields, "an ARN has six fields: arn:partition:service:region:account:resource") \
  FAULT(arn_is_longer_than_2048, "an ARN is at most 2048 characters long") \
  FAULT(arn_has_an_unknown_partition, "AWS has no partition of this name") \
  FAULT(arn_has_an_empty_service, "the service field of an ARN is not empty") \
  FAULT(arn_has_an_empty_resource, "the resource field of an ARN is not empty") \
  FAULT(arn_holds_a_character_that_no_arn_has, "an ARN holds no white space and no control character") \
  FAULT(arn_of_iam_or_sts_has_a_region, "IAM and STS ARNs leave the region field empty") \
  FAULT(arn_service_is_neither_iam_nor_sts, "a principal's ARN belongs to the service iam or sts") \
  FAULT(session_arn_uses_sts, "the ARN of a session uses the service sts, not iam") \
  FAULT(identity_arn_uses_iam, "the ARN of a role, user, root user or provider uses the service iam, not sts") \
  FAULT(arn_is_of_another_type, "this ARN is of another type than the one wanted here") \
  FAULT(arn_names_no_principal, "this ARN names nothing that can be a principal") \
  FAULT(a_group_is_no_principal, "a user group is not a principal") \
  FAULT(session_arn_has_no_session_name, "a session ARN ends in /ROLE-NAME/SESSION-NAME") \
  FAULT(session_arn_has_a_path, "a session ARN drops the role's path: it is ROLE-NAME/SESSION-NAME") \
  FAULT(wildcard_inside_a_principal, "a wildcard in a principal is the whole value or nothing") \
  FAULT(role_name_is_not_1_to_64, "a role name has 1 to 64 characters") \
  FAULT(user_name_is_not_1_to_64, "a user name has 1 to 64 characters") \
  FAULT(session_name_is_not_2_to_64, "a role session name has 2 to 64 characters") \
  FAULT(federated_name_is_not_2_to_32, "the name of a federated-user session has 2 to 32 characters") \
  FAULT(name_holds_a_character_that_is_not_allowed, "a name holds letters, digits and _+=,.@- only; a path is not part of it") \
  FAULT(path_is_not_1_to_512, "a path has 1 to 512 characters") \
  FAULT(path_does_not_start_and_end_with_a_slash, "a path starts and ends with '/'") \
  FAULT(path_holds_a_character_that_is_not_allowed, "a path holds printable ASCII without spaces") \
  FAULT(source_identity_is_not_2_to_64, "a source identity has 2 to 64 characters") \
  FAULT(external_id_is_not_2_to_1224, "an external id has 2 to 1224 characters") \
  FAULT(external_id_holds_a_character_that_is_not_allowed, "an external id holds letters, digits and _+=,.@:/- only") \
  FAULT(serial_number_is_not_9_to_256, "the serial number of an MFA device has 9 to 256 characters") \
  FAULT(serial_number_holds_a_character_that_is_not_allowed, "the serial number of an MFA device holds letters, digits and _+=/:,.@- only") \
  FAULT(token_code_is_not_6_digits, "the code of an MFA device is exactly 6 digits") \
  FAULT(tag_key_is_not_1_to_128, "the key of a session tag has 1 to 128 characters") \
  FAULT(tag_value_is_longer_than_256, "the value of a session tag has at most 256 characters") \
  FAULT(tag_begins_with_aws, "keys and values of session tags do not begin with aws:, which is reserved") \
  FAULT(tag_holds_a_character_that_is_not_allowed, "keys and values of session tags hold letters, numbers, spaces and _.:/=+-@ only") \
  FAULT(service_principal_is_not_a_host_name, "a service principal looks like ec2.amazonaws.com") \
  FAULT(service_principal_has_an_unknown_suffix, "a service principal ends in the DNS suffix of a partition, as ec2.amazonaws.com does") \
  FAULT(provider_name_is_not_valid, "a provider is an oidc-provider or saml-provider ARN, or one of the four built-in issuers") \
  FAULT(key_id_is_not_16_to_128, "an access key id or unique id has 16 to 128 characters") \
  FAULT(key_id_holds_a_character_that_is_not_allowed, "an access key id or unique id holds letters, digits and _ only") \
  FAULT(key_id_has_an_unknown_prefix, "this prefix is not one that AWS lists for ids") \
  FAULT(unique_id_is_neither_user_nor_role, "a unique id in a principal begins with AIDA (user) or AROA (role)") \
  FAULT(key_id_is_of_another_kind, "a long-term credential has a key id AKIA..., a temporary one ASIA...") \
  FAULT(canonical_user_is_not_64_hex, "a canonical user id is 64 hexadecimal digits") \
  FAULT(principal_makes_no_request, "this names no caller: accounts, roles and ids make no request; users, sessions, services and identities do") \
  FAULT(principal_is_not_recognised, "this is no ARN, account id, service principal or unique id")
// clang-format on

#include <whence/base/text.hpp>

namespace whence {

enum class NameFault : std::uint8_t {
  none,
#define WHENCE_ENUMERATOR(name, sentence) name,
  WHENCE_NAME_FAULTS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
};

[[nodiscard]] constexpr Text sentence_of(NameFault fault) {
  switch (fault) {
#define WHENCE_SENTENCE(name, sentence) \
  case NameFault::name: return sentence;
    WHENCE_NAME_FAULTS(WHENCE_SENTENCE)
#undef WHENCE_SENTENCE
    case NameFault::none: break;
  }
  return "nothing is wrong";
}

/// What is wrong with a name, and at which of its bytes.
struct NameError {
  NameFault fault = NameFault::none;
  std::uint32_t offset = 0;

  constexpr explicit operator bool() const { return fault != NameFault::none; }
  [[nodiscard]] constexpr Text sentence() const { return sentence_of(fault); }
  friend constexpr bool operator==(NameError, NameError) = default;
};

namespace refused {
// Declared and never defined: a literal that is wrong calls the one with the fault's name while it is being
// evaluated, which no compiler can do, so that the error carries that name.
#define WHENCE_DECLARATION(name, sentence) void name();
WHENCE_NAME_FAULTS(WHENCE_DECLARATION)
#undef WHENCE_DECLARATION
}  // namespace refused

namespace detail {

consteval void refuse_literal(NameFault fault) {
  switch (fault) {
#define WHENCE_CALL(name, sentence) \
  case NameFault::name: refused::name(); break;
    WHENCE_NAME_FAULTS(WHENCE_CALL)
#undef WHENCE_CALL
    case NameFault::none: break;
  }
}

}  // namespace detail
}  // namespace whence
