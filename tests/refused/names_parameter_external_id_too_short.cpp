// fmt-external-id: 2 to 1224 characters.
// REFUSED: an external id must have 2 to 1224 characters
// REFUSED[gcc]: Parameter<whence::grammar::ExternalId>
// ERRORS: 1
// NAMES: 1
// MEANS: An external id has 2 to 1224 characters.
// MEND: Use the id that the third party gave you, in full.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.external_id = "12"}; }
#else
StsRequest request() { return {.external_id = "1"}; }
#endif
