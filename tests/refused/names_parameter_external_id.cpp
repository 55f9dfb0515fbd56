// fmt-external-id: no white space.
// REFUSED: function '.*external_id_holds_a_character_that_is_not_allowed
// REFUSED[clang]: in call to '.*"has space"
// REFUSED[gcc]: Parameter<whence::grammar::ExternalId>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.external_id = "cust:42/eu-1"}; }
#else
StsRequest request() { return {.external_id = "has space"}; }
#endif
