// fmt-mfa-code: six digits.
// REFUSED: the code of an MFA device must be exactly 6 digits
// REFUSED[gcc]: Parameter<whence::grammar::TokenCode>
// ERRORS: 1
// NAMES: 12345a
// MEANS: The code of an MFA device is exactly six digits.
// MEND: Write the six digits that the device shows.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.token_code = "000000"}; }
#else
StsRequest request() { return {.token_code = "12345a"}; }
#endif
