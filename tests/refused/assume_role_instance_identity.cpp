// The instance identity assumes no role.
// REFUSED[gcc]: use of deleted function '.*assume_role\(const (whence::)?InstanceIdentity&
// REFUSED[clang c++<26]: call to deleted function
// REFUSED[clang c++<26]: \[W106\] the instance identity session tells which instance it is
// REFUSED[clang c++>=26]: error: .*call to deleted function.*: \[W106\] the instance identity session tells which instance it is
// ERRORS: 1
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");
inline constexpr Role app(account, "app", trusts_alice);
#ifdef WHENCE_CONTROL
Begun begun = assume_role(alice, app, {.session_name = "s1"});
#else
Begun begun = assume_role(instance, app, {.session_name = "s1"});
#endif
