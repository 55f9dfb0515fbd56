// fmt-tag-key, ts-12: aws: is reserved.
// REFUSED: function '.*tag_begins_with_aws
// REFUSED[gcc]: Parameter<whence::grammar::TagKey>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
SessionTag tag() { return {"x", "y"}; }
#else
SessionTag tag() { return {"aws:x", "y"}; }
#endif
