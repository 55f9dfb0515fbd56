// A device without its code is no MFA.
// REFUSED: \[W415\] SerialNumber and TokenCode must be given together
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: alice, app
// MEND: Pass both serial_number and token_code, or neither.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
inline constexpr StsRequest with_code{.session_name = "s1", .serial_number = "GAHT12345678", .token_code = "000000"};
inline constexpr StsRequest without{.session_name = "s1", .serial_number = "GAHT12345678"};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, with_code>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, without>;
#endif
