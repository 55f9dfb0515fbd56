// Anybody on the instance reads the credential of the profile: the error names the rule that lets them.
// REFUSED: the answer must be a refusal, but it is allowed: no rule is broken
// REFUSED: allowed_by<whence::rules::imds_answers_the_whole_instance, whence::says<.*, whence::object<app>, whence::object<whence::catalog::profile_path>
// REFUSED[gcc]: says<.*"W304"
// REFUSED[clang>=15]: says<.*"W304"
// REFUSED[clang<15]: says<'W', '3', '0', '4'>
// ERRORS: 1
// NAMES: app
// MEND: Let IMDS answer fewer readers, for example only the superuser; or write holds<...> if the answer is
//   right.
#include "federation.hpp"

#ifdef WHENCE_CONTROL
static_assert(refused<can_read, runner, catalog::profile_path>);
#else
static_assert(refused<can_read, app, catalog::profile_path>);
#endif
