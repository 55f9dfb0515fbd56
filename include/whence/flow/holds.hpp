// Compile-time proof: holds<question, facts...>, sound<flow or design...> and session_of<caller, role>. Whatever is not
// answered with yes is an error that names the rule and the user's own objects.
#pragma once

#include <whence/base/config.hpp>
#include <whence/flow/proof.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Whether a question about named objects is answered with yes: `static_assert(holds<may_assume, chiba_user, chiba_role>)`.
/// The objects have static storage, at namespace scope or as static constexpr. Any other answer, also unknown, is an error
/// of the compiler's that names the rule and the objects; so `holds` is never false.
template <const auto& Question, const auto&... Facts>
inline constexpr bool holds = sizeof(detail::Answer<Question, Facts...>) != 0;

/// Whether flows, designs and deployments are right from the first step to the last: `static_assert(sound<instance_profile>)`.
/// The error names the rule, the flow, the step (counted from 1: assumes, each rests_in, read_by), who took it and what it
/// was about. A subject is whatever check() judges with a FlowVerdict.
template <const auto&... Subjects>
inline constexpr bool sound = ((sizeof(detail::Soundness<Subjects>) != 0) && ...);

/// The session that comes of a named caller assuming a named role with nothing special asked for: `session_of<ec2,
/// instance_role>`, or `session_of<deployer, release, own_policies_allow>` where the caller's own policies matter; Policies,
/// a RequestContext, and a SessionName or a whole StsRequest, can be given too. Where that is refused, the error names the
/// rule. The error itself is no session: at run time there is assume_role.
template <const auto& Caller, const auto& Assumed, const auto&... Known>
inline constexpr const Session& session_of = detail::BegunHere<Caller, Assumed, Known...>::session;

}  // namespace whence
WHENCE_TEMPLATES_END
