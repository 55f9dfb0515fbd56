// fmt-mfa-serial: 9 to 256 characters.
// REFUSED: function '.*serial_number_is_not_9_to_256
// REFUSED[clang]: in call to '.*"GAHT1234"
// REFUSED[gcc]: Parameter<whence::grammar::SerialNumber>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.serial_number = "GAHT12345678"}; }
#else
StsRequest request() { return {.serial_number = "GAHT1234"}; }
#endif
