// Names made from literals; fmt-role-name, fmt-user-name, fmt-role-session-name, fmt-federated-name, fmt-path.
// REFUSED: function '.*name_holds_a_character_that_is_not_allowed
// REFUSED: function '.*user_name_is_not_1_to_64
// REFUSED: function '.*role_name_is_not_1_to_64
// REFUSED: function '.*session_name_is_not_2_to_64
// REFUSED: function '.*federated_name_is_not_2_to_32
// REFUSED: function '.*path_does_not_start_and_end_with_a_slash
// REFUSED: function '.*path_holds_a_character_that_is_not_allowed
// REFUSED: function '.*path_is_not_1_to_512
// REFUSED: function '.*service_principal_is_not_a_host_name
// REFUSED: function '.*service_principal_has_an_unknown_suffix
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
