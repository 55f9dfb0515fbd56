// There is no session but what an operation began.
// REFUSED[gcc]: 'constexpr whence::Session::Session\(\)' is private within this context
// REFUSED[clang]: calling a private constructor of class 'whence::Session'
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
#ifdef WHENCE_CONTROL
Begun session = get_session_token(alice);
#else
Session session{};
#endif
