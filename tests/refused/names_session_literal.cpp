// arn-assumed-role-uses-sts, arn-assumed-role-drops-path; 3.7 Role ARN and Session ARN.
// REFUSED: error: static.assert.*the ARN of a session must have the service sts, not iam
// REFUSED: session_arn_uses_sts.*character<9>
// REFUSED: error: static.assert.*must have the service iam, not sts
// REFUSED: identity_arn_uses_iam.*character<9>
// REFUSED: error: static.assert.*the ARN of a session must not contain the role's path: it ends in /ROLE-NAME/SESSION-NAME
// REFUSED: session_arn_has_a_path.*character<43>
// REFUSED: error: static.assert.*the ARN of a session must end in /ROLE-NAME/SESSION-NAME
// REFUSED: session_arn_has_no_session_name.*character<41>
// REFUSED: error: static.assert.*a role session name must have 2 to 64 characters
// REFUSED: session_name_is_not_2_to_64.*character<43>
// REFUSED: error: static.assert.*a name can contain only letters, digits and _\+=,.@-
// REFUSED: name_holds_a_character_that_is_not_allowed.*character<43>
// ERRORS: 6
// NAMES: arn:aws:iam::111122223333:assum
// MEANS: The ARN of a session is arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION, without the path of the role.
// MEND: Take the ARN from GetCallerIdentity: service sts, then role name and session name.
#include <whence/names/name_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto session = "arn:aws:sts::111122223333:assumed-role/r/s1"_principal_name;
inline constexpr auto role = "arn:aws:iam::111122223333:role/r"_principal_name;
inline constexpr auto path = "arn:aws:iam::111122223333:role/p/r"_principal_name;
inline constexpr auto no_session = "arn:aws:iam::111122223333:assumed-role/aws:ec2-instance/i-0"_principal_name;
inline constexpr auto too_short = "arn:aws:sts::111122223333:assumed-role/r/ss"_principal_name;
inline constexpr auto colon = "arn:aws:sts::111122223333:assumed-role/r/a@b"_principal_name;
#else
inline constexpr auto session = "arn:aws:iam::111122223333:assumed-role/r/s1"_principal_name;
inline constexpr auto role = "arn:aws:sts::111122223333:role/r"_principal_name;
inline constexpr auto path = "arn:aws:sts::111122223333:assumed-role/p/r/s1"_principal_name;
inline constexpr auto no_session = "arn:aws:sts::111122223333:assumed-role/r"_principal_name;
inline constexpr auto too_short = "arn:aws:sts::111122223333:assumed-role/r/s"_principal_name;
inline constexpr auto colon = "arn:aws:sts::111122223333:assumed-role/r/a:b"_principal_name;
#endif
