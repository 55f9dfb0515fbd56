// What is known only at run time goes through parse, which can say no.
// REFUSED[gcc]: could not convert 'text' from 'whence::Text' to 'whence::UserName'
// REFUSED[clang]: no viable conversion from returned value of type '(whence::)?Text' to .*UserName'
// ERRORS: 1
#include <whence/names/name.hpp>
using namespace whence;

#ifdef WHENCE_CONTROL
Result<UserName, NameError> name_of(Text text) { return UserName::parse(text); }
#else
UserName name_of(Text text) { return text; }
#endif
