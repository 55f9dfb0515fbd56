// fmt-user-name: one mistake is one error.
// REFUSED: a name can contain only letters, digits and _\+=,\.@-; the path is not part of it
// REFUSED[gcc]: Name<whence::grammar::UserName>.*\("chiba user"\)
// ERRORS: 1
// NAMES: chiba user
// MEANS: A user name has letters, digits and _+=,.@- but no space.
// MEND: Replace the space, for example with a hyphen.
#include <whence/names/name.hpp>

#ifdef WHENCE_CONTROL
whence::UserName user() { return "chiba-user"; }
#else
whence::UserName user() { return "chiba user"; }
#endif
