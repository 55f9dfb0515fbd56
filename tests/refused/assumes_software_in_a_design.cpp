// A flow that does not begin is the only error: no other step of it is judged.
// REFUSED: error: static.assert.*\[W101\] a program or an operating-system
// REFUSED: broken_by<whence::Software>
// ERRORS: 1
// NAMES: Software
// NAMES[clang]: flow, agent, app
// MEND: as assumes_software
#include "world.hpp"

#include <whence/catalog.hpp>

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
inline constexpr Flow flow = assumes(alice, app) | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba) |
                             calls("s3:GetObject");
#else
inline constexpr Flow flow = assumes(agent, app) | rests_in(catalog::ec2_service) | read_by(agent) |
                             calls("s3:GetObject");
#endif
static_assert(sound<flow>);
