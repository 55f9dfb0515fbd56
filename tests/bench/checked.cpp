// A design that is only checked: the object file should contain nothing of it.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr Service ec2{"ec2.amazonaws.com"};
inline constexpr OsUser root{"root", Privilege::superuser};
inline constexpr Software ssm_agent{"amazon-ssm-agent", root};
inline constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }]
})"_trust_policy;
inline constexpr Role instance_role{account, "web-server", trust};
inline constexpr Flow instance_profile = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                                         rests_in(catalog::profile_path) | read_by(ssm_agent) |
                                         calls("ssm:UpdateInstanceInformation");
inline constexpr Design fleet{instance_profile, instance_profile};
static_assert(holds<may_assume, ec2, instance_role> && sound<instance_profile, fleet>);
static_assert(session_of<ec2, instance_role>.ends() == Instant{} + hours(1));
