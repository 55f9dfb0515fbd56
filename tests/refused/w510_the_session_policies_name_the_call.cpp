// A flow calls what its own session policies do not name.
// REFUSED: \[W510\] not decided: a flow must not call an action that the session policies of its session deny; if none of them names the
// REFUSED: undecided_for<whence::object<flow>, whence::step_number<4>
// REFUSED[!clang<15]: step_is<.*"calls\(s3:PutObject\)"
// ERRORS: 1
// NAMES: flow
// MEND: Add the action to the session policy, or remove it from the flow.
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr auto reads =
    R"({"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}})"_identity_policy;
inline constexpr StsRequest narrowed{.session_name = "s1", .session_policy = reads};
inline constexpr FlowHeld held =
    assumes(alice, app, narrowed) | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba);
#ifdef WHENCE_CONTROL
inline constexpr Flow flow = held | calls("s3:GetObject");
#else
inline constexpr Flow flow = held | calls("s3:PutObject");
#endif
static_assert(sound<flow>);
