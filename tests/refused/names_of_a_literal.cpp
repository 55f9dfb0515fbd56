// Names made from literals; fmt-role-name, fmt-user-name, fmt-role-session-name, fmt-federated-name, fmt-path.
// REFUSED: a name can contain only letters, digits and _\+=,\.@-; the path is not part of it
// REFUSED: a user name must have 1 to 64 characters
// REFUSED: a role name must have 1 to 64 characters
// REFUSED: a role session name must have 2 to 64 characters
// REFUSED: the name of a federated user session must have 2 to 32 characters
// REFUSED: a path must start and end with .{1,2}/
// REFUSED: a path can contain only printable ASCII characters, without spaces
// REFUSED: a path must have 1 to 512 characters
// REFUSED: a service principal must be a host name, such as ec2\.amazonaws\.com
// REFUSED: a service principal must end in the DNS suffix of a partition, as ec2\.amazonaws\.com does
// NAMES: chiba user
// MEANS: Each kind of name has its own length and its own characters.
// MEND: Shorten the name, or replace the character. The sentence says what the kind allows.
#include <whence/names/name.hpp>
#include <whence/names/service_name.hpp>
using namespace whence;

#ifdef WHENCE_CONTROL
inline constexpr UserName space{"chiba-user"};
inline constexpr UserName empty{"a"};
inline constexpr RoleName too_long{"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg"};
inline constexpr SessionName too_short{"ab"};
inline constexpr FederatedName too_long_for_a_federated_user{"aaaaaaaaaabbbbbbbbbbccccccccccdd"};
inline constexpr Path open_ended{"/a/"};
inline constexpr Path space_in_a_path{"/ab/"};
inline constexpr Path no_path{"/"};
inline constexpr ServiceName any_service{"ssm.amazonaws.com"};
inline constexpr ServiceName stranger{"ssm.amazonaws.com.cn"};
#else
inline constexpr UserName space{"chiba user"};
inline constexpr UserName empty{""};
inline constexpr RoleName too_long{"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg"};
inline constexpr SessionName too_short{"a"};
inline constexpr FederatedName too_long_for_a_federated_user{"aaaaaaaaaabbbbbbbbbbccccccccccddd"};
inline constexpr Path open_ended{"/a"};
inline constexpr Path space_in_a_path{"/a b/"};
inline constexpr Path no_path{""};
inline constexpr ServiceName any_service{"*.amazonaws.com"};
inline constexpr ServiceName stranger{"ssm.example.com"};
#endif
