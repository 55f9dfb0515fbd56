// fmt-role-session-name: only external ids can have a colon.
// REFUSED: a name can contain only letters, digits and _\+=,\.@-; the path is not part of it
// REFUSED[gcc]: Parameter<whence::grammar::SessionName>
// ERRORS: 1
// NAMES: a:b
// MEANS: A role session name has letters, digits and _+=,.@- but no colon or slash.
// MEND: Replace the character, for example with a hyphen.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.session_name = "a@b"}; }
#else
StsRequest request() { return {.session_name = "a:b"}; }
#endif
