// reserved-role-name-colon: an ARN can contain a reserved name, but a new role cannot have it.
// REFUSED: function '.*name_holds_a_character_that_is_not_allowed
// ERRORS: 1
#include <whence/names/name_literals.hpp>
using namespace whence::literals;

inline constexpr auto infrastructure = "arn:aws:iam::111122223333:role/aws:ec2-infrastructure"_principal_name;
#ifdef WHENCE_CONTROL
whence::RoleName role() { return "ec2-infrastructure"; }
#else
whence::RoleName role() { return "aws:ec2-infrastructure"; }
#endif
