// A trust policy is a view of a policy, which must have a name.
// REFUSED: error: .*deleted (member )?function
// REFUSED: a role views its trust policy, and a question its policies: give the policy a name first
// ERRORS: 1
// NAMES[!clang<15]: sts:AssumeRole
// MEND: Give the policy a name: constexpr auto trust = ..., and pass that.
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto trust =
    R"({"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}})"_trust_policy;
inline const whence::TrustPolicy policy = trust;
#else
inline const whence::TrustPolicy policy =
    R"({"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}})"_trust_policy;
#endif
