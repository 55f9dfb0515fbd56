// fmt-tag-key, ts-12: aws: is reserved.
// REFUSED: the keys and values of session tags must not begin with aws:, which is reserved
// REFUSED[gcc]: Parameter<whence::grammar::TagKey>
// ERRORS: 1
// NAMES: aws:x
// MEANS: Keys and values that begin with aws: are reserved by AWS.
// MEND: Choose a key with another beginning.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
SessionTag tag() { return {"x", "y"}; }
#else
SessionTag tag() { return {"aws:x", "y"}; }
#endif
