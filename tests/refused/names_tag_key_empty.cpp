// fmt-tag-key: 1 to 128 characters.
// REFUSED: function '.*tag_key_is_not_1_to_128
// REFUSED[gcc]: Parameter<whence::grammar::TagKey>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
SessionTag tag() { return {"x", ""}; }
#else
SessionTag tag() { return {"", "y"}; }
#endif
