#include <whence/catalog.hpp>
using namespace whence;
using namespace whence::literals;

constexpr auto account = "111122223333"_account;
constexpr Service ssm{"ssm.amazonaws.com"};
constexpr OsUser root{"root", Privilege::superuser};
constexpr Software ssm_agent{"amazon-ssm-agent", root};
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ssm.amazonaws.com" } }]
})"_trust_policy;
constexpr Role host_role{account, "host-management", trust};

constexpr Flow host_management = assumes(ssm, host_role) | requested_by(ssm_agent)
    | rests_in(catalog::ssm_service) | rests_in(catalog::token_reply) | rests_in(catalog::agent_file_linux)
    | read_by(ssm_agent) | calls("ssm:UpdateInstanceInformation");
static_assert(holds<may_assume, ssm, host_role> && sound<host_management>);
