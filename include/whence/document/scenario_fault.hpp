// What can be wrong with a scenario.
#pragma once

#include <cstdint>

#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/policy_fault.hpp>

#define WHENCE_SCENARIO_FAULTS(FAULT)                                                                                \
  FAULT(scenario_is_longer_than_16_mib, "a scenario has at most 16777216 bytes")                                     \
  FAULT(value_is_longer_than_65536, "a value of a condition key has at most 65536 bytes")                            \
  FAULT(too_many_values, "the condition keys of a scenario have at most 524288 values")                              \
  FAULT(too_many_levels, "an organization has at most 64 levels")                                                    \
  FAULT(too_many_elements, "a list of a hop has at most 1024 elements")                                              \
  FAULT(packed_size_is_below_0, "PackedPolicySize must be 0 or more: it is a percentage")                            \
  FAULT(maximum_session_is_not_positive, "roleMaxSessionDuration must be more than 0: a role has 3600 to 43200")     \
  FAULT(field_beside_hops, "a chain has hops, and no fields of its own except id, expect, why and the like")         \
  FAULT(chain_is_longer_than_16_mib, "the hops of a chain have at most 16777216 bytes together")                     \
  FAULT(unknown_field, "a scenario has no such field")                                                               \
  FAULT(duplicate_field, "the scenario has this field twice")                                                        \
  FAULT(principal_is_missing, "principalArn (or caller) is missing: it names the caller")                            \
  FAULT(role_is_missing, "roleArn (or role) is missing: it names the role of the call")                              \
  FAULT(principal_is_not_a_caller,                                                                                   \
        "principalArn must be the ARN of a user or session, a service, a provider or an issuer")                     \
  FAULT(role_is_not_a_role, "roleArn must be the ARN of a role: arn:aws:iam::111122223333:role/path/name")           \
  FAULT(action_is_not_about_a_role,                                                                                  \
        "action must be one that assumes a role, "                                                                   \
        "sts:TagSession, sts:SetSourceIdentity, sts:SetContext or iam:PassRole")                                     \
  FAULT(policy_is_not_an_object, "a policy must be a JSON object, or a string that contains one")                    \
  FAULT(reply_is_about_another_role, "this is the reply of AWS about another role than roleArn")                     \
  FAULT(more_than_one_policy, "expected one policy, or null")                                                        \
  FAULT(key_is_given_twice, "this condition key is given twice; letter case does not matter")                        \
  FAULT(key_is_known_and_unknown, "a condition key must be in context or in unknown, not in both")                   \
  FAULT(too_many_keys, "a scenario has at most 1024 condition keys")                                                 \
  FAULT(key_contradicts_the_caller, "this condition key contradicts the caller, the role or the operation")          \
  FAULT(key_is_in_no_such_call, "no call of this caller and this action has this condition key")                     \
  FAULT(endpoint_policy_of_pass_role, "no policy of a VPC endpoint is known to take part in iam:PassRole")           \
  FAULT(documents_from_is_not_valid, "documentsFrom must be \"author\", \"account\" or \"aws\"")                                  \
  FAULT(point_is_not_disputed, "the disputed points are X-1, X-2, X-3 and X-4")                                      \
  FAULT(reading_is_not_valid, "a disputed point must be \"allow\", \"deny\" or \"unknown\"")                         \
  FAULT(account_is_not_valid, "an account id must have 12 digits")                                                   \
  FAULT(operation_is_not_known,                                                                                      \
        "operation must be AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, AssumeRoot, "                  \
        "GetSessionToken, GetFederationToken, GetWebIdentityToken or GetDelegatedAccessToken")                       \
  FAULT(operation_begins_nothing, "a hop must be an operation that gives a session or a token")                      \
  FAULT(unknown_parameter, "a request to STS has no such parameter")                                                 \
  FAULT(duplicate_parameter, "the request has this parameter twice")                                                 \
  FAULT(number_is_not_whole, "expected a whole number")                                                              \
  FAULT(instant_is_not_valid, "expected a date such as \"2026-01-31T12:00:00Z\", or seconds since 1970 (not 0)")     \
  FAULT(expected_true_or_false, "expected true or false, or null if it is not known")                                \
  FAULT(tag_is_not_valid, "a tag must be {\"Key\": ..., \"Value\": ...}; tags are a list of them, or {key: value}")  \
  FAULT(task_policy_is_not_valid, "TaskPolicyArn must be one of the policies arn:aws:iam::aws:policy/root-task/...") \
  FAULT(target_is_not_an_account, "TargetPrincipal must be an account id, or the ARN of a root user")                \
  FAULT(approver_is_not_a_caller, "approverArn must be the ARN of a user or session")                                \
  FAULT(federated_name_is_missing, "GetFederationToken needs a Name of 2 to 32 characters")                          \
  FAULT(chain_has_no_hop, "a chain must have at least one hop")                                                      \
  FAULT(hop_names_another_caller, "the caller of a later hop must be the session of the hop before it")              \
  FAULT(hop_before_began_no_session, "the hop before this one began no session")                                     \
  FAULT(chain_is_longer_than_64, "a chain has at most 64 hops")

namespace whence {

enum class ScenarioFault : std::uint8_t {
  none,
#define WHENCE_ENUMERATOR(name, sentence) name,
  WHENCE_JSON_FAULTS(WHENCE_ENUMERATOR) WHENCE_SCENARIO_FAULTS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
      policy,  // a policy in it cannot be parsed, or AWS does not save it
};

[[nodiscard]] constexpr ScenarioFault as_scenario_fault(JsonFault fault) {
  return static_cast<ScenarioFault>(static_cast<std::uint8_t>(fault));
}

/// What is wrong with a scenario, in which field and at which byte.
struct ScenarioError {
  ScenarioFault fault = ScenarioFault::none;
  std::uint32_t offset = 0;  // in the scenario
  Text field{};              // its name, or empty; the name of an unknown field views the scenario
  std::int32_t level = -1;   // the level in a list of levels, from 0; otherwise -1
  std::uint32_t index = 0;   // the policy in the field or level, from 0
  PolicyError policy{};      // why a policy is refused, and at which of its bytes
  NameError name{};          // what is wrong with an ARN, if that is the fault

  constexpr explicit operator bool() const { return fault != ScenarioFault::none; }
  [[nodiscard]] constexpr Text sentence() const {
    switch (fault) {
#define WHENCE_SENTENCE(name, sentence) \
  case ScenarioFault::name: return sentence;
      WHENCE_JSON_FAULTS(WHENCE_SENTENCE)
      WHENCE_SCENARIO_FAULTS(WHENCE_SENTENCE)
#undef WHENCE_SENTENCE
      case ScenarioFault::policy: return policy.sentence();
      case ScenarioFault::none: break;
    }
    return "nothing is wrong";
  }
};

}  // namespace whence
