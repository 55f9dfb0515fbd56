// A device without its code is no MFA.
// REFUSED: \[W415\] SerialNumber and TokenCode are stated together
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow",
  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr StsRequest with_code{.session_name = "s1", .serial_number = "GAHT12345678", .token_code = "000000"};
inline constexpr StsRequest without{.session_name = "s1", .serial_number = "GAHT12345678"};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, with_code>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, without>;
#endif
