// Text that is known only at run time needs parse, which can return an error.
// REFUSED[gcc]: could not convert 'text' from 'whence::Text' to 'whence::UserName'
// REFUSED[clang]: no viable conversion from returned value of type '(whence::)?Text' to .*UserName'
// ERRORS: 1
// NAMES: text
// MEND: Call parse, and handle its error: if (const auto name = UserName::parse(text)) use(*name).
#include <whence/names/name.hpp>
using namespace whence;

#ifdef WHENCE_CONTROL
Result<UserName, NameError> name_of(Text text) { return UserName::parse(text); }
#else
UserName name_of(Text text) { return text; }
#endif
