// A delegation that the root user approves ends after four hours.
// REFUSED[clang]: error: static.assert
// REFUSED: .*lasts_no_longer.*object<delegated>
// REFUSED[gcc]: lasts_no_longer.*\[W408\] a delegation lasts 300
// REFUSED[clang]: in call to .*a delegation lasts 300
// ERRORS: 1
// NAMES: delegated
// MEND: Ask about at most four hours, or let a user or role approve the delegation.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session delegated =
    *get_delegated_access_token(alice, root_user, Truth::yes, {.duration = hours(1)}, own_policies_allow);
#ifdef WHENCE_CONTROL
static_assert(longest_lifetime<delegated> >= hours{4});
#else
static_assert(longest_lifetime<delegated> >= hours{5});
#endif
