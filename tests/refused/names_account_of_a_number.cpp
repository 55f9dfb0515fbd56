// A number has lost the leading zeros: an account id is made from digits.
// REFUSED: (AccountId\(.*uint64_t\).* is private|private constructor of class .*AccountId')
// ERRORS: 1
// NAMES: 11122223333
// MEND: Write the id as text: "012345678901"_account, or AccountId::parse(text) at run time.
#include <whence/names/account_id.hpp>

#ifdef WHENCE_CONTROL
inline const auto account = *whence::AccountId::parse("011122223333");
#else
inline const auto account = whence::AccountId(11122223333);
#endif
