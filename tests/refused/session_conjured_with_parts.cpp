// A session cannot be assembled from its parts.
// REFUSED[gcc]: no matching function for call to 'whence::Session::Session\(<brace-enclosed initializer list>\)'
// REFUSED[clang]: no matching constructor for initialization of '(whence::)?Session'
// ERRORS: 1
// NAMES: alice
// MEND: as session_conjured
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun session = assume_role(alice, app, {.session_name = "s1"});
#else
Session session{SessionKind::role, Operation::assume_role, RoleSession(account, "app", "s1"), alice};
#endif
