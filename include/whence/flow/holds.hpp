// Compile-time proof: holds<question, facts...>, sound<flow or design...> and session_of<caller, role>. Any answer but
// yes is an error that names the rule and the user's objects. refused.hpp has the opposite of holds.
#pragma once

#include <whence/base/config.hpp>
#include <whence/flow/proof.hpp>
#include <whence/flow/session_proof.hpp>
#include <whence/flow/soundness.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Whether the answer to a question about named objects is yes: `static_assert(holds<may_assume, chiba_user,
/// chiba_role>)`. The objects must have static storage: at namespace scope, or static constexpr. Any other answer, also
/// unknown, is a compile error that names the rule and the objects, so `holds` is never false.
template <const auto& Question, const auto&... Facts>
inline constexpr bool holds = !__is_base_of(detail::NoBase, detail::Outcome<detail::Answer<Question, Facts...>>);

/// Whether every step of flows, designs and deployments is right: `static_assert(sound<instance_profile>)`. The error
/// names the rule, the flow, the step (counted from 1), who took it, and its role, place or action.
template <const auto&... Subjects>
inline constexpr bool sound = (!__is_base_of(detail::NoBase, detail::SoundOutcome<Subjects>) && ...);

/// The session of a named caller that assumes a named role: `session_of<ec2, instance_role>`, or `session_of<deployer,
/// release, own_policies_allow>` if the caller's own policies matter. It also takes Policies, a RequestContext, and a
/// SessionName or an StsRequest. If the call is refused, the error names the rule. At run time use assume_role.
template <const auto& Caller, const auto& Assumed, const auto&... Known>
inline constexpr const Session& session_of = detail::begun(
    !__is_base_of(detail::NoBase,
                  detail::Outcome<BegunBy<Caller, Assumed, Known...>, detail::BeginningOf<Caller, Assumed, Known...>>),
    BegunBy<Caller, Assumed, Known...>::session);

}  // namespace whence
WHENCE_TEMPLATES_END
