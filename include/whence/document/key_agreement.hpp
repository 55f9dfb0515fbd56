// Whether a call can have a condition key with the value that somebody gives for it.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/document/scenario_fault.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/evaluate/special_callers.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>
#include <whence/names/principal_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {

// Whether a call about a role can have this key, apart from what RequestKeys knows. Sources: Actions, resources, and
// condition keys for AWS Security Token Service,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html; AWS global
// condition context keys, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
constexpr bool can_have(const Principal& caller, bool passes, Text name) {
  const auto is = [name](Text wanted) { return ascii::equal_ignoring_case(name, wanted); };
  const auto begins = [name](Text prefix) { return ascii::starts_with_ignoring_case(name, prefix); };
  const bool session = caller.is(PrincipalKind::role_session);
  const bool web = caller.is(PrincipalKind::web_identity);
  const bool saml = caller.is(PrincipalKind::saml_identity);
  if (is_claim_key(name)) {
    return session || (web && !claim_of(name, caller.name().name).empty());
  }
  if (begins("saml:")) {
    // Later calls of the session have only these.
    return saml || (session && (is("saml:sub") || is("saml:sub_type") || is("saml:namequalifier")));
  }
  if (begins("sts:")) {
    constexpr Text of_other_operations[] = {"sts:TaskPolicyArn",    "sts:IdentityTokenAudience",
                                            "sts:SigningAlgorithm", "sts:AWSServiceName",
                                            "sts:SubjectMode",      "sts:IdentityTokenScope"};
    if (passes || is_one_of(name, of_other_operations)) return false;
    if (is("sts:RoleAuthorizedByIdp")) return web;
    return !begins("sts:RequestContext") || (!web && !saml);
  }
  if (is("iam:PassedToService") || is("iam:AssociatedResourceArn")) return passes;
  if (is("aws:FederatedProvider")) return session || web;
  constexpr Text of_role_sessions[] = {"ec2:SourceInstanceArn",    "ec2:RoleDelivery",
                                       "aws:Ec2InstanceSourceVpc", "aws:Ec2InstanceSourcePrivateIPv4",
                                       "ssm:SourceInstanceArn",    "lambda:SourceFunctionArn",
                                       "glue:RoleAssumedBy",       "glue:CredentialIssuingService",
                                       "identitystore:UserId",     "aws:ChatbotSourceArn"};
  return session || !is_one_of(name, of_role_sessions);
}

}  // namespace detail

/// What a caller, a role and the operation say about the condition keys of the call. Views caller and role.
class KeyAgreement {
 public:
  /// A hop of a plan can be of an operation that has no role, or has other keys.
  constexpr KeyAgreement(const Principal& caller, const Role& role, bool passes = false, bool is_hop = false)
      : caller_(caller),
        passes_(passes),
        is_hop_(is_hop),
        keys_(caller, role,
              caller.is(PrincipalKind::web_identity)    ? Operation::assume_role_with_web_identity
              : caller.is(PrincipalKind::saml_identity) ? Operation::assume_role_with_saml
                                                        : Operation::assume_role,
              nothing_, {}) {}
  KeyAgreement(const KeyAgreement&) = delete;
  KeyAgreement& operator=(const KeyAgreement&) = delete;

  /// key_is_in_no_such_call, key_contradicts_the_caller, or none.
  [[nodiscard]] constexpr ScenarioFault fault_of(const ContextKey& key) {
    const bool of_the_role = ascii::equal_ignoring_case(key.name(), "aws:ResourceAccount") ||
                             ascii::equal_ignoring_case(key.name(), "sts:RoleSessionName") ||
                             ascii::equal_ignoring_case(key.name(), "sts:ExternalId") ||
                             ascii::equal_ignoring_case(key.name(), "sts:DurationSeconds");
    if (is_hop_ && of_the_role) return ScenarioFault::none;
    const bool is_possible =
        !keys_.never_has(key.name()) && (is_hop_ || detail::can_have(caller_, passes_, key.name()));
    if (key.is_present() && !is_possible) return ScenarioFault::key_is_in_no_such_call;
    if (passes_ && of_the_role) return ScenarioFault::none;
    return keys_.contradicts(key) || names_another_role(key) ? ScenarioFault::key_contradicts_the_caller
                                                             : ScenarioFault::none;
  }

 private:
  // Whether aws:PrincipalArn of a session is not the ARN of a role.
  [[nodiscard]] constexpr bool names_another_role(const ContextKey& key) const {
    return caller_.is(PrincipalKind::role_session) && key.is_present() && key.size() == 1 &&
           ascii::equal_ignoring_case(key.name(), "aws:PrincipalArn") && !parse_arn_of(PrincipalForm::role, key[0]);
  }

  const Principal& caller_;
  bool passes_, is_hop_;
  RequestContext nothing_{Span<ContextKey>{}};
  RequestKeys keys_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
