// What can be wrong with a policy: the faults of JSON, of names and of the policy language, and the save checks.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/policy/save_checks.hpp>

// Sources of the sentences that are not about JSON: Grammar of the IAM JSON policy language,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html, and the IAM Access Analyzer
// policy check reference, https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
#define WHENCE_POLICY_FAULTS(FAULT)                                                                                    \
  FAULT(policy_is_longer_than_131072, "a policy document must have at most 131072 characters")                         \
  FAULT(unknown_policy_element, "IAM does not know this element: a policy has Version, Id and Statement")              \
  FAULT(duplicate_policy_element, "this element occurs twice in the policy")                                           \
  FAULT(version_is_unknown, "Version must be \"2012-10-17\" or \"2008-10-17\"")                                        \
  FAULT(version_is_not_the_newest, "a policy of an organization must have \"Version\": \"2012-10-17\"")                \
  FAULT(policy_has_no_statement, "the policy has no Statement")                                                        \
  FAULT(statement_list_is_empty, "the list of statements is empty")                                                    \
  FAULT(unknown_statement_element, "IAM does not know this statement element")                                         \
  FAULT(duplicate_statement_element, "this element occurs twice in the statement")                                     \
  FAULT(sid_is_not_alphanumeric, "a Sid can contain only A-Z, a-z and 0-9")                                            \
  FAULT(sid_is_not_unique, "an earlier statement has the same Sid")                                                    \
  FAULT(statement_has_no_effect, "this statement has no Effect")                                                       \
  FAULT(effect_is_neither_allow_nor_deny, "Effect must be \"Allow\" or \"Deny\", and letter case matters")             \
  FAULT(statement_has_no_principal, "this statement has no Principal, which this kind of policy must have")            \
  FAULT(not_principal_in_a_trust_policy, "a trust policy cannot have NotPrincipal")                                    \
  FAULT(not_principal_is_not_taken, "only Deny statements of VPC endpoint policies can have NotPrincipal")             \
  FAULT(principal_is_not_taken, "this kind of policy has no Principal: its attachment decides who the principals are") \
  FAULT(principal_and_not_principal, "a statement cannot have both Principal and NotPrincipal")                        \
  FAULT(principal_is_not_everyone, "a resource control policy must have Principal \"*\", which conditions can narrow") \
  FAULT(principal_is_not_star_or_object, "Principal must be \"*\" or an object such as {\"AWS\": ...}")                \
  FAULT(principal_is_empty, "Principal must not be empty")                                                             \
  FAULT(unknown_principal_type, "the type of a principal must be AWS, Service or Federated")                           \
  FAULT(duplicate_principal_type, "this principal type occurs twice: give it one list")                                \
  FAULT(canonical_user_is_of_s3, "only policies of Amazon S3 can have CanonicalUser")                                  \
  FAULT(wildcard_in_service, "Service cannot have a wildcard: name the service")                                       \
  FAULT(not_an_aws_principal, "an AWS principal must be an account, root, user, role, session, unique id or \"*\"")    \
  FAULT(not_a_service_principal, "a Service principal must be a service name, such as ec2.amazonaws.com")              \
  FAULT(not_a_federated_principal, "a Federated principal must be a provider ARN or one of the built-in issuers")      \
  FAULT(statement_has_no_action, "this statement has neither Action nor NotAction")                                    \
  FAULT(action_and_not_action, "a statement cannot have both Action and NotAction")                                    \
  FAULT(action_list_is_empty, "the list of actions is empty")                                                          \
  FAULT(action_has_no_service, "an action must be \"*\", or service:Name with one colon, such as sts:AssumeRole")      \
  FAULT(action_service_is_not_valid, "the service of an action must be \"*\", or only letters, digits, - and .")       \
  FAULT(not_action_in_a_resource_control_policy, "a resource control policy cannot have NotAction")                    \
  FAULT(statement_has_no_resource, "this statement has neither Resource nor NotResource")                              \
  FAULT(resource_and_not_resource, "a statement cannot have both Resource and NotResource")                            \
  FAULT(resource_list_is_empty, "the list of resources is empty")                                                      \
  FAULT(resource_is_not_an_arn, "a resource must be \"*\" or an ARN, which can contain * and ?")                       \
  FAULT(resource_has_no_service, "the service of a resource's ARN must be written out, without wildcards")             \
  FAULT(resource_is_cut_short, "an ARN with an empty field must have all six fields, such as arn:aws:s3:::bucket")     \
  FAULT(variable_before_the_resource, "a variable can be only in the last part of a resource, after five colons")      \
  FAULT(resource_in_a_trust_policy, "a trust policy has no Resource: the resource is the role it is attached to")      \
  FAULT(not_resource_in_a_trust_policy,                                                                                \
        "a trust policy has no NotResource: the resource is the role it is attached to")                               \
  FAULT(condition_is_not_an_object, "Condition must be an object: {operator: {key: value}}")                           \
  FAULT(unknown_condition_operator, "IAM does not know this condition operator")                                       \
  FAULT(null_with_if_exists, "Null cannot have IfExists")                                                              \
  FAULT(duplicate_condition_operator, "this condition operator occurs twice in the statement")                         \
  FAULT(duplicate_condition_key, "this key occurs twice under its operator: letter case does not distinguish keys")    \
  FAULT(condition_key_is_empty, "a condition key must not be empty")

namespace whence {

/// A fault of a policy: of its JSON, of a name in it, or of the policy language; or, after these, the save check that
/// refuses a policy that can be parsed.
enum class PolicyFault : std::uint8_t {
  none,
#define WHENCE_ENUMERATOR(name, ...) name,
  WHENCE_JSON_FAULTS(WHENCE_ENUMERATOR) WHENCE_NAME_FAULTS(WHENCE_ENUMERATOR) WHENCE_POLICY_FAULTS(WHENCE_ENUMERATOR)
      WHENCE_SAVE_CHECKS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
};

inline constexpr std::size_t first_save_check = static_cast<std::size_t>(PolicyFault::action_is_not_of_a_trust_policy);

/// Whether the policy can be parsed, but AWS refuses to save it.
[[nodiscard]] constexpr bool is_about_saving(PolicyFault fault) {
  return static_cast<std::size_t>(fault) >= first_save_check;
}
/// The id of the save check, such as S1; empty for every other fault.
[[nodiscard]] constexpr Text save_check_id(PolicyFault fault) {
#define WHENCE_ID(name, id, ...) id,
  constexpr const char* ids[] = {WHENCE_SAVE_CHECKS(WHENCE_ID)};
#undef WHENCE_ID
  return is_about_saving(fault) ? Text(ids[static_cast<std::size_t>(fault) - first_save_check]) : Text();
}

[[nodiscard]] constexpr PolicyFault as_policy_fault(JsonFault fault) {
  return static_cast<PolicyFault>(static_cast<std::uint8_t>(fault));
}
[[nodiscard]] constexpr PolicyFault as_policy_fault(NameFault fault) {
  if (!NameError{fault}) return PolicyFault::none;
  return static_cast<PolicyFault>(static_cast<std::uint8_t>(JsonFault::count) - 1 + static_cast<std::uint8_t>(fault));
}

[[nodiscard]] constexpr Text sentence_of(PolicyFault fault) {
#define WHENCE_SENTENCE(name, sentence) sentence,
#define WHENCE_SAVE_SENTENCE(name, id, sentence, ...) sentence,
  constexpr const char* sentences[] = {
      "nothing is wrong", WHENCE_JSON_FAULTS(WHENCE_SENTENCE) WHENCE_NAME_FAULTS(WHENCE_SENTENCE)
                              WHENCE_POLICY_FAULTS(WHENCE_SENTENCE) WHENCE_SAVE_CHECKS(WHENCE_SAVE_SENTENCE)};
#undef WHENCE_SAVE_SENTENCE
#undef WHENCE_SENTENCE
  return sentences[static_cast<std::size_t>(fault)];
}

/// What is wrong with a policy, and at which byte of its source.
struct PolicyError {
  PolicyFault fault = PolicyFault::none;
  std::uint32_t offset = 0;

  constexpr explicit operator bool() const { return fault != PolicyFault::none; }
  [[nodiscard]] constexpr Text sentence() const { return sentence_of(fault); }
  /// The id of the save check that refused the policy; empty if the policy cannot be parsed.
  [[nodiscard]] constexpr Text save_check() const { return save_check_id(fault); }
  [[nodiscard]] constexpr SourcePosition position_in(Text source) const { return position_of(source, offset); }
  friend constexpr bool operator==(PolicyError, PolicyError) = default;
};

}  // namespace whence
