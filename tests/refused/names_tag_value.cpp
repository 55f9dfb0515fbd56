// fmt-tag-value: letters, numbers, spaces and _.:/=+-@.
// REFUSED: the keys and values of session tags can contain only letters, numbers, spaces and _\.:/=\+-@
// REFUSED[gcc]: Parameter<whence::grammar::TagValue>
// ERRORS: 1
// NAMES: a*b
// MEANS: A tag has letters, numbers, spaces and _.:/=+-@ only.
// MEND: Replace the character.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
SessionTag tag() { return {"x", "a+b"}; }
#else
SessionTag tag() { return {"x", "a*b"}; }
#endif
