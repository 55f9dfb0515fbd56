// fmt-mfa-serial: 9 to 256 characters.
// REFUSED: the serial number of an MFA device must have 9 to 256 characters
// REFUSED[gcc]: Parameter<whence::grammar::SerialNumber>
// ERRORS: 1
// NAMES: GAHT1234
// MEANS: The serial number of an MFA device has 9 to 256 characters.
// MEND: Write the ARN of a virtual device, or the whole number of a hardware device.
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.serial_number = "GAHT12345678"}; }
#else
StsRequest request() { return {.serial_number = "GAHT1234"}; }
#endif
