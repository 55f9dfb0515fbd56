// fmt-external-id: no white space.
// REFUSED: an external id can contain only letters, digits and _\+=,\.@:/-
// REFUSED[gcc]: Parameter<whence::grammar::ExternalId>
// ERRORS: 1
// NAMES: has space
// MEANS: An external id has letters, digits and _+=,.@:/- and no white space.
// MEND: Leave out the space or other character.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.external_id = "cust:42/eu-1"}; }
#else
StsRequest request() { return {.external_id = "has space"}; }
#endif
