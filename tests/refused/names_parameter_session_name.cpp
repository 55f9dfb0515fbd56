// fmt-role-session-name: only external ids can have a colon.
// REFUSED: function '.*name_holds_a_character_that_is_not_allowed
// REFUSED[clang]: in call to '.*"a:b"
// REFUSED[gcc]: Parameter<whence::grammar::SessionName>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.session_name = "a@b"}; }
#else
StsRequest request() { return {.session_name = "a:b"}; }
#endif
