// A session begins no session by GetSessionToken: a long-term key does.
// REFUSED: error: static.assert.*\[W705\] GetSessionToken and GetFederationToken accept only a long-term
// REFUSED: broken_by<whence::Session>
// ERRORS: 1
// NAMES: Session
// MEND: as w705_tokens_are_given_for_long_term_keys
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
Begun second = get_session_token(alice);
#else
Begun second = get_session_token(*begun);
#endif
