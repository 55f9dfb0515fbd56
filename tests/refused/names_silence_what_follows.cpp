// What is asked of a role whose name is wrong gives no error of its own.
// REFUSED[gcc]: refused_because.*a name can contain only letters, digits and _\+=,\.@-; the path is not part of it
// REFUSED[clang]: error: a name can contain only letters, digits and _\+=,\.@-; the path is not part of it
// ERRORS[gcc]: 2
// ERRORS[clang]: 1
// NAMES: web server
// MEANS: A role name has no spaces. The flow, the question and the session are not judged. g++ 12 prints the error of a
//   literal in braces twice.
// MEND: Correct the name.
#include <whence/sts.hpp>

#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr Role web{account, "web-server", trusts_ec2};
#else
inline constexpr Role web{account, "web server", trusts_ec2};
#endif
inline constexpr Flow by_imds = assumes(ec2, web) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) |
                                read_by(ec2_user) | calls("s3:GetObject");
static_assert(sound<by_imds>);
static_assert(holds<may_assume, ec2, web>);
static_assert(refused<may_assume, alice, web>);
const Session& begun = session_of<ec2, web>;
