// Without constants there is no answer: one error, and not one for each constant of the machinery.
// REFUSED: the answer must be a constant: everything that a question is about must be constexpr and compile
// REFUSED: constant_for<whence::object<listing> ?>
// ERRORS: 1
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Role app(account, "app", trusts_alice);
#else
inline const Role app(account, "app", trusts_alice);
#endif
inline constexpr Flow listing =
    assumes(alice, app) | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba) | calls("s3:ListAllMyBuckets");
static_assert(sound<listing>);
