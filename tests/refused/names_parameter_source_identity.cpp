// fmt-source-identity: 2 to 64 characters.
// REFUSED: function '.*source_identity_is_not_2_to_64
// REFUSED[clang]: in call to '.*"a"
// REFUSED[gcc]: Parameter<whence::grammar::SourceIdentity>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.source_identity = "alice"}; }
#else
StsRequest request() { return {.source_identity = "a"}; }
#endif
