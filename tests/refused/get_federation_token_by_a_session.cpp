// A session begins no session by GetFederationToken: a long-term key does.
// REFUSED[gcc]: use of deleted function '.*get_federation_token\(const (whence::)?Session&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W705\] GetFederationToken takes a long-term key: it refuses the credential of a session
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W705\] GetFederationToken takes a long-term key: it refuses the credential of a session
// ERRORS: 1
#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun begun = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
Begun second = get_federation_token(alice, "carol", {}, CallerSide::allows);
#else
Begun second = get_federation_token(*begun, "carol", {}, CallerSide::allows);
#endif
