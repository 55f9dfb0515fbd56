// A session of GetSessionToken without MFA does not call IAM (op-c6), one with MFA does (op-c7).
// REFUSED: \[W707\] a session of GetSessionToken can call IAM only if it began with
// REFUSED: broken_by<whence::object<token>, whence::object<action>
// ERRORS: 1
// NAMES: token, action
// MEND: Begin the session with SerialNumber and TokenCode.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Session token = *get_session_token(alice);
inline constexpr Session with_mfa =
    *get_session_token(alice, {.serial_number = "GAHT12345678", .token_code = "000000"});
inline constexpr Text action = "iam:ListUsers";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, with_mfa, action, own_policies_allow>);
#else
static_assert(holds<may_call, token, action, own_policies_allow>);
#endif
