// What can be wrong with a name, an id or an ARN: one enumerator and one sentence each.
#pragma once

#include <cstddef>
#include <cstdint>

// Name and sentence are on one line, because compilers quote one line.
// clang-format off
// The faults of each kind of name that a literal can give.
#define WHENCE_FAULTS_OF_NAME_CHARACTERS(FAULT) \
  FAULT(name_holds_a_character_that_is_not_allowed, "a name can contain only letters, digits and _+=,.@-; the path is not part of it")
#define WHENCE_FAULTS_OF_ROLE_NAMES(FAULT) \
  FAULT(role_name_is_not_1_to_64, "a role name must have 1 to 64 characters")
#define WHENCE_FAULTS_OF_USER_NAMES(FAULT) \
  FAULT(user_name_is_not_1_to_64, "a user name must have 1 to 64 characters")
#define WHENCE_FAULTS_OF_SESSION_NAMES(FAULT) \
  FAULT(session_name_is_not_2_to_64, "a role session name must have 2 to 64 characters")
#define WHENCE_FAULTS_OF_FEDERATED_NAMES(FAULT) \
  FAULT(federated_name_is_not_2_to_32, "the name of a federated user session must have 2 to 32 characters")
#define WHENCE_FAULTS_OF_PATHS(FAULT) \
  FAULT(path_is_not_1_to_512, "a path must have 1 to 512 characters") \
  FAULT(path_does_not_start_and_end_with_a_slash, "a path must start and end with '/'") \
  FAULT(path_holds_a_character_that_is_not_allowed, "a path can contain only printable ASCII characters, without spaces")
#define WHENCE_FAULTS_OF_SOURCE_IDENTITIES(FAULT) \
  FAULT(source_identity_is_not_2_to_64, "a source identity must have 2 to 64 characters")
#define WHENCE_FAULTS_OF_EXTERNAL_IDS(FAULT) \
  FAULT(external_id_is_not_2_to_1224, "an external id must have 2 to 1224 characters") \
  FAULT(external_id_holds_a_character_that_is_not_allowed, "an external id can contain only letters, digits and _+=,.@:/-")
#define WHENCE_FAULTS_OF_SERIAL_NUMBERS(FAULT) \
  FAULT(serial_number_is_not_9_to_256, "the serial number of an MFA device must have 9 to 256 characters") \
  FAULT(serial_number_holds_a_character_that_is_not_allowed, "the serial number of an MFA device can contain only letters, digits and _+=/:,.@-")
#define WHENCE_FAULTS_OF_TOKEN_CODES(FAULT) \
  FAULT(token_code_is_not_6_digits, "the code of an MFA device must be exactly 6 digits")
#define WHENCE_FAULTS_OF_TAG_CHARACTERS(FAULT) \
  FAULT(tag_begins_with_aws, "the keys and values of session tags must not begin with aws:, which is reserved") \
  FAULT(tag_holds_a_character_that_is_not_allowed, "the keys and values of session tags can contain only letters, numbers, spaces and _.:/=+-@")
#define WHENCE_FAULTS_OF_TAG_KEYS(FAULT) \
  FAULT(tag_key_is_not_1_to_128, "the key of a session tag must have 1 to 128 characters")
#define WHENCE_FAULTS_OF_TAG_VALUES(FAULT) \
  FAULT(tag_value_is_longer_than_256, "the value of a session tag must have at most 256 characters")
#define WHENCE_FAULTS_OF_SERVICE_NAMES(FAULT) \
  FAULT(service_principal_is_not_a_host_name, "a service principal must be a host name, such as ec2.amazonaws.com") \
  FAULT(service_principal_has_an_unknown_suffix, "a service principal must end in the DNS suffix of a partition, as ec2.amazonaws.com does")
#define WHENCE_NAME_FAULTS(FAULT) \
  WHENCE_FAULTS_OF_NAME_CHARACTERS(FAULT) \
  WHENCE_FAULTS_OF_ROLE_NAMES(FAULT) \
  WHENCE_FAULTS_OF_USER_NAMES(FAULT) \
  WHENCE_FAULTS_OF_SESSION_NAMES(FAULT) \
  WHENCE_FAULTS_OF_FEDERATED_NAMES(FAULT) \
  WHENCE_FAULTS_OF_PATHS(FAULT) \
  WHENCE_FAULTS_OF_SOURCE_IDENTITIES(FAULT) \
  WHENCE_FAULTS_OF_EXTERNAL_IDS(FAULT) \
  WHENCE_FAULTS_OF_SERIAL_NUMBERS(FAULT) \
  WHENCE_FAULTS_OF_TOKEN_CODES(FAULT) \
  WHENCE_FAULTS_OF_TAG_CHARACTERS(FAULT) \
  WHENCE_FAULTS_OF_TAG_KEYS(FAULT) \
  WHENCE_FAULTS_OF_TAG_VALUES(FAULT) \
  WHENCE_FAULTS_OF_SERVICE_NAMES(FAULT) \
  FAULT(account_id_is_not_12_digits, "an account id must be exactly 12 digits, without hyphens") \
  FAULT(arn_does_not_start_with_arn, "an ARN must start with 'arn:'") \
  FAULT(arn_has_fewer_than_six_fields, "an ARN must have six fields: arn:partition:service:region:account:resource") \
  FAULT(arn_is_longer_than_2048, "an ARN must have at most 2048 characters") \
  FAULT(arn_has_an_unknown_partition, "AWS has no partition with this name") \
  FAULT(arn_has_an_empty_service, "the service field of an ARN must not be empty") \
  FAULT(arn_has_an_empty_resource, "the resource field of an ARN must not be empty") \
  FAULT(arn_holds_a_character_that_no_arn_has, "an ARN must not contain white space or control characters") \
  FAULT(arn_of_iam_or_sts_has_a_region, "the region field of an IAM or STS ARN must be empty") \
  FAULT(arn_service_is_neither_iam_nor_sts, "the ARN of a principal must have the service iam or sts") \
  FAULT(session_arn_uses_sts, "the ARN of a session must have the service sts, not iam") \
  FAULT(identity_arn_uses_iam, "the ARN of a role, user, root user or provider must have the service iam, not sts") \
  FAULT(arn_is_of_another_type, "this ARN does not have the type that is needed here") \
  FAULT(arn_names_no_principal, "this ARN does not name a principal") \
  FAULT(a_group_is_no_principal, "a user group is not a principal") \
  FAULT(session_arn_has_no_session_name, "the ARN of a session must end in /ROLE-NAME/SESSION-NAME") \
  FAULT(session_arn_has_a_path, "the ARN of a session must not contain the role's path: it ends in /ROLE-NAME/SESSION-NAME") \
  FAULT(wildcard_inside_a_principal, "a wildcard in a principal must be the whole value") \
  FAULT(provider_name_is_not_valid, "a provider must be an oidc-provider or saml-provider ARN, or one of the four built-in issuers") \
  FAULT(key_id_is_not_16_to_128, "an access key id or unique id must have 16 to 128 characters") \
  FAULT(key_id_holds_a_character_that_is_not_allowed, "an access key id or unique id can contain only letters, digits and _") \
  FAULT(key_id_has_an_unknown_prefix, "AWS does not list this prefix for ids") \
  FAULT(unique_id_is_neither_user_nor_role, "a unique id in a principal must begin with AIDA (user) or AROA (role)") \
  FAULT(key_id_is_of_another_kind, "the key id of a long-term credential must begin with AKIA, that of a temporary credential with ASIA") \
  FAULT(canonical_user_is_not_64_hex, "a canonical user id must be 64 hexadecimal digits") \
  FAULT(principal_makes_no_request, "this does not name a caller: accounts, roles and ids make no request; users, sessions, services and identities do") \
  FAULT(principal_is_not_recognised, "this is not an ARN, account id, service principal or unique id")
// clang-format on

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

enum class NameFault : std::uint8_t {
  none,
#define WHENCE_ENUMERATOR(name, sentence) name,
  WHENCE_NAME_FAULTS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
};

[[nodiscard]] constexpr Text sentence_of(NameFault fault) {
#define WHENCE_SENTENCE(name, sentence) sentence,
  constexpr const char* sentences[] = {"nothing is wrong", WHENCE_NAME_FAULTS(WHENCE_SENTENCE)};
#undef WHENCE_SENTENCE
  return sentences[static_cast<std::size_t>(fault)];
}

/// What is wrong with a name, and at which of its bytes.
struct NameError {
  NameFault fault = NameFault::none;
  std::uint32_t offset = 0;

  constexpr explicit operator bool() const { return fault != NameFault::none; }
  [[nodiscard]] constexpr Text sentence() const { return sentence_of(fault); }
  friend constexpr bool operator==(NameError, NameError) = default;
};

}  // namespace whence
WHENCE_TEMPLATES_END
