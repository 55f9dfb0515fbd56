// fmt-tag-key: 1 to 128 characters.
// REFUSED: the key of a session tag must have 1 to 128 characters
// REFUSED[gcc]: Parameter<whence::grammar::TagKey>
// ERRORS: 1
// NAMES: y
// MEANS: The key of a session tag has 1 to 128 characters.
// MEND: Give the tag a key.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
SessionTag tag() { return {"x", ""}; }
#else
SessionTag tag() { return {"", "y"}; }
#endif
