// An account makes no request, so a literal cannot name it as a principal.
// REFUSED: this does not name a caller: accounts, roles and ids make no request
// REFUSED: character<1>
// ERRORS: 1
// NAMES: 111122223333
// MEANS: An account makes no request, so it is no caller.
// MEND: Write the ARN of the user or session that calls.
#include <whence/whence.hpp>

using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto caller = "arn:aws:iam::111122223333:user/ci/deployer"_principal;
#else
inline constexpr auto caller = "111122223333"_principal;
#endif
