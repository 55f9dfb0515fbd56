// The trust policy of a role, without its suffix.
// REFUSED: error: static.assert.*a trust policy needs its suffix: .*_trust_policy
// ERRORS: 1
// NAMES: has_its_suffix
// MEANS: The suffix makes a policy of the text, which the compiler parses.
// MEND: Write _trust_policy behind the literal, and give it a name, because the role views it.
#include "world.hpp"

#ifdef WHENCE_CONTROL
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
inline constexpr Role app{account, "app", trust};
#else
inline constexpr Role app{account, "app", R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"};
#endif
static_assert(holds<may_assume, ec2, app>);
