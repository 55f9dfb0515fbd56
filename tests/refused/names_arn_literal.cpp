// arn-six-fields, trap-arn-typo, table 1.3 of partitions.
// REFUSED: error: static.assert.*an ARN must start with 'arn:'
// REFUSED: arn_does_not_start_with_arn.*character<1>
// REFUSED: error: static.assert.*an ARN must have six fields: arn:partition:service:region:account:resource
// REFUSED: arn_has_fewer_than_six_fields.*character<34>
// REFUSED: error: static.assert.*AWS has no partition with this name
// REFUSED: arn_has_an_unknown_partition.*character<5>
// REFUSED: error: static.assert.*the service field of an ARN must not be empty
// REFUSED: arn_has_an_empty_service.*character<9>
// REFUSED: error: static.assert.*the resource field of an ARN must not be empty
// REFUSED: arn_has_an_empty_resource.*character<27>
// REFUSED: error: static.assert.*an ARN must not contain white space or control characters
// REFUSED: arn_holds_a_character_that_no_arn_has.*character<36>
// ERRORS: 6
// NAMES: Arn:aws:iam::111122223333:role/
// MEANS: An ARN has six fields between colons, and the partition, service and resource must not be empty. The
//   error names the first character that is wrong.
// MEND: Copy the ARN from the console or from AWS's reply: arn:partition:service:region:account:resource.
#include <whence/names/name_literals.hpp>
using namespace whence::literals;

#ifdef WHENCE_CONTROL
inline constexpr auto beginning = "arn:aws:iam::111122223333:role/app"_arn;
inline constexpr auto five_fields = "arn:aws:iam::111122223333:role/app"_arn;
inline constexpr auto partition = "arn:aws-iso-f:iam::111122223333:role/app"_arn;
inline constexpr auto service = "arn:aws:iam::111122223333:root"_arn;
inline constexpr auto resource = "arn:aws:iam::111122223333:*"_arn;
inline constexpr auto space = "arn:aws:iam::111122223333:role/test_role"_arn;
#else
inline constexpr auto beginning = "Arn:aws:iam::111122223333:role/app"_arn;
inline constexpr auto five_fields = "arn:aws:iam:111122223333:role/app"_arn;
inline constexpr auto partition = "arn:aws-mars:iam::111122223333:role/app"_arn;
inline constexpr auto service = "arn:aws::iam::111122223333:root"_arn;
inline constexpr auto resource = "arn:aws:iam::111122223333:"_arn;
inline constexpr auto space = "arn:aws:iam::111122223333:role/test role"_arn;
#endif
