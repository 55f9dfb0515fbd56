// fmt-mfa-code: six digits.
// REFUSED: function '.*token_code_is_not_6_digits
// REFUSED[clang]: in call to '.*"12345a"
// REFUSED[gcc]: Parameter<whence::grammar::TokenCode>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;

#ifdef WHENCE_CONTROL
StsRequest request() { return {.token_code = "000000"}; }
#else
StsRequest request() { return {.token_code = "12345a"}; }
#endif
