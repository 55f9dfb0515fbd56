// fmt-source-identity: 2 to 64 characters.
// REFUSED: a source identity must have 2 to 64 characters
// REFUSED[gcc]: Parameter<whence::grammar::SourceIdentity>
// ERRORS: 1
// NAMES: a
// MEANS: A source identity has 2 to 64 characters.
// MEND: Write the whole name of the person or system.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.source_identity = "alice"}; }
#else
StsRequest request() { return {.source_identity = "a"}; }
#endif
