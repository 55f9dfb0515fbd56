// The value of a wrong name and the error of a valid name cannot be read.
// REFUSED[clang]: error: constexpr variable 'account' must be initialized by a constant expression
// REFUSED: function '.*stop
// REFUSED[gcc]: AccountId::parse\(whence::Text\(.*"1"\)
// REFUSED[clang]: in call to '.*AccountId::parse\("1"\)|constexpr variable 'account' must be initialized
// REFUSED[gcc]: Result<whence::AccountId, whence::NameError>::error\(\)
// REFUSED[clang]: constexpr variable 'no_account' must be initialized
// ERRORS: 2
// NAMES: account
// MEND: Test the result first: *result only if it has a value, result.error() only if it has none.
#include <whence/names/account_id.hpp>
using whence::AccountId;

#ifdef WHENCE_CONTROL
inline constexpr auto account = *AccountId::parse("111122223333");
inline constexpr auto no_account = AccountId::parse("1").error();
#else
inline constexpr auto account = *AccountId::parse("1");
inline constexpr auto no_account = AccountId::parse("111122223333").error();
#endif
