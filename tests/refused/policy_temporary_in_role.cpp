// A role views its trust policy, which must have a name.
// REFUSED: error: .*deleted (member )?function
// REFUSED: a role views its trust policy, and a question its policies: give the policy a name first
// ERRORS: 1
// NAMES: role
// MEND: as policy_temporary
#include <whence/model/role.hpp>
#include <whence/policy/policy_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto trust =
    R"({"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}})"_trust_policy;
inline constexpr auto role = whence::Role::from_arn("arn:aws:iam::111122223333:role/r", trust);
#else
inline constexpr auto role = whence::Role::from_arn(
    "arn:aws:iam::111122223333:role/r",
    R"({"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}})"_trust_policy);
#endif
