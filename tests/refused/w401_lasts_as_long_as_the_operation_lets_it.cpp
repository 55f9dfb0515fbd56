// A session of GetSessionToken lasts at most 36 hours (du-16).
// REFUSED[clang]: error: static.assert
// REFUSED: .*lasts_no_longer.*object<token>
// REFUSED[gcc]: lasts_no_longer.*\[W401\] DurationSeconds must be
// REFUSED[clang]: in call to .*DurationSeconds must be
// ERRORS: 1
// NAMES: token
// MEND: Ask about a duration that the operation allows: up to 12 hours for roles, up to 36 hours for session
//   tokens.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<token> >= hours{36});
#else
static_assert(longest_lifetime<token> >= hours{37});
#endif
