// fmt-account-id; 3.7 Account id.
// REFUSED: error: static.assert.*an account id must be exactly 12 digits, without hyphens
// REFUSED: account_id_is_not_12_digits.*character<5>
// REFUSED: account_id_is_not_12_digits.*character<12>
// REFUSED: account_id_is_not_12_digits.*character<13>
// REFUSED: account_id_is_not_12_digits.*character<1>
// REFUSED[!clang<15]: valid_name<false, whence::written<whence::FixedText<15>\{"1111-2222-3333"\}>, whence::character<5> ?>
// ERRORS: 4
// NAMES: 1111-2222-3333
// MEANS: An account id has exactly 12 digits. The error names the first character that is wrong.
// MEND: Write the 12 digits, with leading zeros and without hyphens.
#include <whence/names/name_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto hyphens = "111122223333"_account;
inline constexpr auto short_by_one = "000000000001"_account;
inline constexpr auto long_by_one = "000000000000"_account;
inline constexpr auto empty = "999999999999"_account;
#else
inline constexpr auto hyphens = "1111-2222-3333"_account;
inline constexpr auto short_by_one = "11112222333"_account;
inline constexpr auto long_by_one = "1111222233334"_account;
inline constexpr auto empty = ""_account;
#endif
