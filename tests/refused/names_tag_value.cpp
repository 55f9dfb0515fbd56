// fmt-tag-value: letters, numbers, spaces and _.:/=+-@.
// REFUSED: function '.*tag_holds_a_character_that_is_not_allowed
// REFUSED[gcc]: Parameter<whence::grammar::TagValue>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
SessionTag tag() { return {"x", "a+b"}; }
#else
SessionTag tag() { return {"x", "a*b"}; }
#endif
