// The root user's token lasts an hour (du-17).
// REFUSED[clang]: error: static.assert
// REFUSED: .*lasts_no_longer.*object<token>
// REFUSED[gcc]: lasts_no_longer.*\[W702\] a session that the root
// REFUSED[clang]: in call to .*a session that the root
// ERRORS: 1
// NAMES: token
// MEND: Ask about at most one hour, or use a user in place of the root user.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(root_user);
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<token> >= hours{1});
#else
static_assert(longest_lifetime<token> >= hours{2});
#endif
