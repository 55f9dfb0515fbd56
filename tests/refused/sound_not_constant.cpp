// Without constants there is no answer: one error, and not one for each constant of the machinery. Clang has one more, for
// the flow itself.
// REFUSED[clang]: constexpr variable 'listing' must be initialized by a constant expression
// REFUSED: the answer must be a constant: everything that a question is about must be constexpr and compile
// REFUSED: constant_for<whence::object<listing> ?>
// ERRORS[gcc]: 1
// ERRORS[clang]: 2
// NAMES: listing
// MEND: Write constexpr in front of everything that the question is about. If there is an error above this one, mend
//   that one first.
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Role app(account, "app", trusts_alice);
#else
inline const Role app(account, "app", trusts_alice);
#endif
inline constexpr Flow listing =
    assumes(alice, app) | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba) | calls("s3:ListAllMyBuckets");
static_assert(sound<listing>);
