// A forwarded request views its session.
// REFUSED[gcc]: use of deleted function '.*ForwardAccess\(const (whence::)?Session&&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: a forwarded request views the session: give the session a name first
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: a forwarded request views the session: give the session a name first
// ERRORS: 1
// NAMES: on_app
// MEND: Give the session a name, and forward that.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_alice);
inline constexpr Begun on_app = assume_role(alice, app, {.session_name = "s1"});
#ifdef WHENCE_CONTROL
ForwardAccess forwarded(*on_app, ec2);
#else
ForwardAccess forwarded(Session(*on_app), ec2);
#endif
