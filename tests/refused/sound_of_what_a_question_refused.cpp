// One mistake is one error, also if a question and a flow and a design find it.
// REFUSED: \[W203\] the role's trust policy must name the caller
// REFUSED: broken_by<whence::object<app>, whence::caller_is<
// REFUSED: holds<whence::may_assume, caller, app
// ERRORS: 1
// NAMES: app
// MEND: as w203_the_trust_policy_names_the_caller
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr IamUser caller = alice;
#else
inline constexpr IamUser caller = bob;
#endif
inline constexpr Role app(account, "app", trusts_alice);
static_assert(holds<may_assume, caller, app>);
inline constexpr Flow listing = assumes(caller, app) | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba) |
                                calls("s3:ListAllMyBuckets");
static_assert(sound<listing>);
inline constexpr Design ours{listing, listing};
static_assert(sound<ours>);
