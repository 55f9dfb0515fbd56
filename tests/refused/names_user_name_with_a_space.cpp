// fmt-user-name: one mistake is one error.
// REFUSED: function '.*name_holds_a_character_that_is_not_allowed
// REFUSED[clang]: in call to 'Name.*"chiba user"
// REFUSED[gcc]: Name<whence::grammar::UserName>.*\("chiba user"\)
// ERRORS: 1
#include <whence/names/name.hpp>

#ifdef WHENCE_CONTROL
whence::UserName user() { return "chiba-user"; }
#else
whence::UserName user() { return "chiba user"; }
#endif
