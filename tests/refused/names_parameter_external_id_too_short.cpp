// fmt-external-id: 2 to 1224 characters.
// REFUSED: function '.*external_id_is_not_2_to_1224
// REFUSED[clang]: in call to '.*"1"
// REFUSED[gcc]: Parameter<whence::grammar::ExternalId>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.external_id = "12"}; }
#else
StsRequest request() { return {.external_id = "1"}; }
#endif
