// pk-group, principal-no-partial-wildcard, and texts that are not principals.
// REFUSED: error: static.assert.*a user group is not a principal
// REFUSED: a_group_is_no_principal.*character<27>
// REFUSED: error: static.assert.*a wildcard in a principal must be the whole value
// REFUSED: wildcard_inside_a_principal.*character<32>
// REFUSED: error: static.assert.*this ARN does not name a principal
// REFUSED: arn_names_no_principal.*character<27>
// REFUSED: error: static.assert.*the ARN of a principal must have the service iam or sts
// REFUSED: arn_service_is_neither_iam_nor_sts.*character<9>
// REFUSED: error: static.assert.*the region field of an IAM or STS ARN must be empty
// REFUSED: arn_of_iam_or_sts_has_a_region.*character<13>
// REFUSED: error: static.assert.*a unique id in a principal must begin with AIDA \(user\) or AROA \(role\)
// REFUSED: unique_id_is_neither_user_nor_role.*character<1>
// REFUSED: error: static.assert.*a service principal must end in the DNS suffix of a partition
// REFUSED: service_principal_has_an_unknown_suffix.*character<16>
// REFUSED: error: static.assert.*this is not an ARN, account id, service principal or unique id
// REFUSED: principal_is_not_recognised.*character<1>
// ERRORS: 8
// NAMES: arn:aws:iam::111122223333:group
// MEANS: The text is not a principal: a group, a name with a wildcard inside, or no ARN, account id, service or
//   unique id.
// MEND: Name a user, a role, an account, a session or a service. A group cannot be a principal.
#include <whence/names/name_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto group = "arn:aws:iam::111122223333:user/admins"_principal_name;
inline constexpr auto wildcard = "*"_principal_name;
inline constexpr auto policy = "arn:aws:iam::111122223333:role/readers"_principal_name;
inline constexpr auto bucket = "arn:aws:iam::111122223333:root"_principal_name;
inline constexpr auto region = "arn:aws:iam::111122223333:role/app"_principal_name;
inline constexpr auto key = "AROAIOSFODNN7EXAMPLE"_principal_name;
inline constexpr auto host = "ec2.amazonaws.com"_principal_name;
inline constexpr auto alias = "111122223333"_principal_name;
#else
inline constexpr auto group = "arn:aws:iam::111122223333:group/admins"_principal_name;
inline constexpr auto wildcard = "arn:aws:iam::111122223333:role/*"_principal_name;
inline constexpr auto policy = "arn:aws:iam::111122223333:policy/readers"_principal_name;
inline constexpr auto bucket = "arn:aws:s3:::bucket"_principal_name;
inline constexpr auto region = "arn:aws:iam:us-east-1:111122223333:role/app"_principal_name;
inline constexpr auto key = "AKIAIOSFODNN7EXAMPLE"_principal_name;
inline constexpr auto host = "ec2.example.com"_principal_name;
inline constexpr auto alias = "my-account"_principal_name;
#endif
