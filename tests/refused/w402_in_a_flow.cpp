// A flow states a request that STS refuses: two hours of a role with a maximum of one (du-02).
// REFUSED: \[W402\] DurationSeconds must not exceed the role's MaxSessionDuration, unless
// REFUSED: broken_by<whence::object<app>
// REFUSED: whence::seconds_asked<7200>, whence::seconds_allowed<900, 3600>
// ERRORS: 1
// NAMES: app
// MEND: as w402_the_duration_is_within_the_roles_maximum
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr StsRequest one{.session_name = "s1", .duration = hours(1)},
    two{.session_name = "s1", .duration = hours(2)};
#ifdef WHENCE_CONTROL
inline constexpr FlowAssumed begins = assumes(alice, app, one);
#else
inline constexpr FlowAssumed begins = assumes(alice, app, two);
#endif
inline constexpr Flow flow =
    begins | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba) | calls("s3:GetObject");
static_assert(sound<flow>);
