// reserved-role-name-colon: an ARN can contain a reserved name, but a new role cannot have it.
// REFUSED: a name can contain only letters, digits and _\+=,\.@-; the path is not part of it
// ERRORS: 1
// NAMES: aws:ec2-infrastructure
// MEND: Choose a role name without a colon. To name an existing reserved role, use its ARN.
#include <whence/names/name_literals.hpp>
using namespace whence::literals;

inline constexpr auto infrastructure = "arn:aws:iam::111122223333:role/aws:ec2-infrastructure"_principal_name;
#ifdef WHENCE_CONTROL
whence::RoleName role() { return "ec2-infrastructure"; }
#else
whence::RoleName role() { return "aws:ec2-infrastructure"; }
#endif
