// What can be wrong with a policy: the faults of JSON, those of names, and those of the policy language.
#pragma once

#include <cstdint>

#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/names/name_fault.hpp>

// Sources, where a sentence is not plain JSON: Grammar of the IAM JSON policy language,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html, and the IAM Access Analyzer
// policy check reference, https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
#define WHENCE_POLICY_FAULTS(FAULT)                                                                                \
  FAULT(policy_is_longer_than_131072, "a policy document has at most 131072 characters")                           \
  FAULT(unknown_policy_element, "a policy holds Version, Id and Statement: IAM knows no other element here")       \
  FAULT(duplicate_policy_element, "this element stands twice in the policy")                                       \
  FAULT(version_is_unknown, "Version is \"2012-10-17\" or \"2008-10-17\"")                                         \
  FAULT(version_is_not_the_newest, "a policy of an organization has \"Version\": \"2012-10-17\"")                  \
  FAULT(policy_has_no_statement, "the policy has no Statement")                                                    \
  FAULT(statement_list_is_empty, "the list of statements is empty")                                                \
  FAULT(unknown_statement_element, "IAM knows no such statement element")                                          \
  FAULT(duplicate_statement_element, "this element stands twice in the statement")                                 \
  FAULT(sid_is_not_alphanumeric, "a Sid holds A-Z, a-z and 0-9 only")                                              \
  FAULT(sid_is_not_unique, "an earlier statement has the same Sid")                                                \
  FAULT(statement_has_no_effect, "this statement has no Effect")                                                   \
  FAULT(effect_is_neither_allow_nor_deny, "Effect is \"Allow\" or \"Deny\", and letter case matters")              \
  FAULT(statement_has_no_principal, "this statement has no Principal, which this kind of policy needs")            \
  FAULT(not_principal_in_a_trust_policy, "a trust policy takes no NotPrincipal")                                   \
  FAULT(not_principal_is_not_taken, "NotPrincipal stands in Deny statements of VPC endpoint policies only")        \
  FAULT(principal_is_not_taken, "no Principal here: the principal is whoever the policy is attached to")           \
  FAULT(principal_and_not_principal, "a statement has Principal or NotPrincipal, not both")                        \
  FAULT(principal_is_not_everyone, "a resource control policy has Principal \"*\" and narrows it by conditions")   \
  FAULT(principal_is_not_star_or_object, "Principal is \"*\" or an object such as {\"AWS\": ...}")                 \
  FAULT(principal_is_empty, "Principal names nobody")                                                              \
  FAULT(unknown_principal_type, "a principal type is AWS, Service or Federated")                                   \
  FAULT(duplicate_principal_type, "this principal type stands twice: give it one list")                            \
  FAULT(canonical_user_is_of_s3, "CanonicalUser stands in policies of Amazon S3 only")                             \
  FAULT(wildcard_in_service, "Service takes no wildcard: name the service")                                        \
  FAULT(not_an_aws_principal, "under AWS stands an account, root, user, role, session, unique id or \"*\"")        \
  FAULT(not_a_service_principal, "under Service stands a service principal such as ec2.amazonaws.com")             \
  FAULT(not_a_federated_principal, "under Federated stands a provider ARN or one of the built-in issuers")         \
  FAULT(statement_has_no_action, "this statement has neither Action nor NotAction")                                \
  FAULT(action_and_not_action, "a statement has Action or NotAction, not both")                                    \
  FAULT(action_list_is_empty, "the list of actions is empty")                                                      \
  FAULT(action_is_not_of_sts, "a trust policy names STS actions only, such as sts:AssumeRole")                     \
  FAULT(action_has_no_service, "an action is \"*\", or service:Name with one colon, such as sts:AssumeRole")       \
  FAULT(action_service_is_not_valid, "the service of an action has letters, digits, - and . only, or is \"*\"")    \
  FAULT(not_action_in_a_resource_control_policy, "a resource control policy takes no NotAction")                   \
  FAULT(statement_has_no_resource, "this statement has neither Resource nor NotResource")                          \
  FAULT(resource_and_not_resource, "a statement has Resource or NotResource, not both")                            \
  FAULT(resource_list_is_empty, "the list of resources is empty")                                                  \
  FAULT(resource_is_not_an_arn, "a resource is \"*\" or an ARN, in which * and ? may stand")                       \
  FAULT(resource_has_no_service, "the service of a resource's ARN is written out, without wildcards")              \
  FAULT(resource_is_cut_short, "an ARN that leaves a field empty goes on to its sixth: arn:aws:s3:::bucket")       \
  FAULT(variable_before_the_resource, "a variable stands in the last part of a resource only, behind five colons") \
  FAULT(resource_has_a_region, "a resource of IAM or S3 has no region")                                            \
  FAULT(resource_type_is_not_of_iam, "a resource of IAM is * or begins with its type, such as role/ or user/")     \
  FAULT(resource_in_a_trust_policy, "a trust policy has no Resource: the resource is the role it is attached to")  \
  FAULT(not_resource_in_a_trust_policy,                                                                            \
        "a trust policy has no NotResource: the resource is the role it is attached to")                           \
  FAULT(condition_is_not_an_object, "Condition is an object: {operator: {key: value}}")                            \
  FAULT(unknown_condition_operator, "IAM knows no such condition operator")                                        \
  FAULT(null_with_if_exists, "Null takes no IfExists")                                                             \
  FAULT(duplicate_condition_operator, "this condition operator stands twice in the statement")                     \
  FAULT(duplicate_condition_key, "this key stands twice under its operator; letter case does not tell keys apart") \
  FAULT(condition_key_is_empty, "a condition key is not empty")                                                    \
  FAULT(date_is_not_valid, "a date is written 2026-01-31T12:00:00Z, or in seconds since 1970")

namespace whence {

/// One enumerator for each thing that can be wrong with a policy.
enum class PolicyFault : std::uint8_t {
  none,
#define WHENCE_ENUMERATOR(name, sentence) name,
  WHENCE_JSON_FAULTS(WHENCE_ENUMERATOR) WHENCE_NAME_FAULTS(WHENCE_ENUMERATOR) WHENCE_POLICY_FAULTS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
};

[[nodiscard]] constexpr PolicyFault as_policy_fault(JsonFault fault) {
  return static_cast<PolicyFault>(static_cast<std::uint8_t>(fault));
}
[[nodiscard]] constexpr PolicyFault as_policy_fault(NameFault fault) {
  if (fault == NameFault::none) return PolicyFault::none;
  return static_cast<PolicyFault>(static_cast<std::uint8_t>(JsonFault::count) - 1 + static_cast<std::uint8_t>(fault));
}

[[nodiscard]] constexpr Text sentence_of(PolicyFault fault) {
  switch (fault) {
#define WHENCE_SENTENCE(name, sentence) \
  case PolicyFault::name: return sentence;
    WHENCE_JSON_FAULTS(WHENCE_SENTENCE)
    WHENCE_NAME_FAULTS(WHENCE_SENTENCE)
    WHENCE_POLICY_FAULTS(WHENCE_SENTENCE)
#undef WHENCE_SENTENCE
    case PolicyFault::none: break;
  }
  return "nothing is wrong";
}

/// What is wrong with a policy, and at which byte of its source.
struct PolicyError {
  PolicyFault fault = PolicyFault::none;
  std::uint32_t offset = 0;

  constexpr explicit operator bool() const { return fault != PolicyFault::none; }
  [[nodiscard]] constexpr Text sentence() const { return sentence_of(fault); }
  [[nodiscard]] constexpr SourcePosition position_in(Text source) const { return position_of(source, offset); }
  friend constexpr bool operator==(PolicyError, PolicyError) = default;
};

}  // namespace whence
