// Evaluates the policies of an organization and of a VPC endpoint.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The result of the policy of a VPC endpoint: no Deny, and an Allow.
struct EndpointOutcome {
  GateOutcome not_denied, allows;
};

namespace detail {
constexpr bool is_management(const Policies& policies, AccountId account) {
  return policies.management_account != AccountId{} && account == policies.management_account;
}
// Neither a service control policy nor a resource control policy applies to the calls of a service-linked role.
constexpr bool is_service_linked(const Principal& caller) {
  return is_path_of_service_linked_roles(caller.name().path);
}
}  // namespace detail

/// Whether no resource control policy denies a call about a role. They do not bind resources of the management account
/// or service-linked roles, nor the calls of service-linked roles. Complexity: linear in the policies.
/// Source: Resource control policies (RCPs),
/// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
template <class Keys>
[[nodiscard]] constexpr GateOutcome ask_resource_control(const Policies& policies, const Role& role,
                                                         const AskedCall<Keys>& call) {
  if (detail::is_management(policies, role.account()) || role.is_service_linked() ||
      detail::is_service_linked(call.caller)) {
    return {};
  }
  Weighed weighed;
  int level = 0;
  for (const Span<ResourceControlPolicy>& attached : policies.resource_control) {
    std::size_t index = 0;
    for (const ResourceControlPolicy& policy : attached) {
      weigh(weighed, policy, detail::place_of(Gate::resource_control, index++, level), call);
    }
    ++level;
  }
  return weighed.not_denied();
}

/// Whether every level of the caller's organization has a service control policy that allows the call. They do not bind
/// the management account or service-linked roles. Adds what they deny to `denials`. Linear in the policies.
template <class Keys>
[[nodiscard]] constexpr GateOutcome ask_service_control(const Policies& policies, const AskedCall<Keys>& call,
                                                        Weighed& denials) {
  GateOutcome out;
  if (detail::is_management(policies, call.caller.account()) || detail::is_service_linked(call.caller)) return out;
  int level = 0;
  for (const Span<ServiceControlPolicy>& attached : policies.service_control) {
    Weighed weighed;
    std::size_t index = 0;
    for (const ServiceControlPolicy& policy : attached) {
      weigh(weighed, policy, detail::place_of(Gate::service_control, index++, level), call);
    }
    denials.add_denial(weighed);
    if (weighed.allows < out.passes) {
      out = weighed.allowed_at(detail::or_gate(weighed.allow, detail::place_of(Gate::service_control, 0, level)));
    }
    ++level;
  }
  return out;
}

/// The result of the policy of the VPC endpoint that the call passes through. Complexity: linear in the policy.
template <class Keys>
[[nodiscard]] constexpr EndpointOutcome ask_endpoint(const Policies& policies, const AskedCall<Keys>& call) {
  const Citation gate = detail::place_of(Gate::endpoint);
  Weighed weighed;
  weigh(weighed, policies.endpoint, gate, call);
  return {weighed.not_denied(), weighed.allowed_at(detail::or_gate(weighed.allow, gate))};
}

}  // namespace whence
WHENCE_TEMPLATES_END
