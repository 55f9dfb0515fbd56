// The trust policy of the first design names ECS, but EC2 assumes the role.
// REFUSED: \[W203\] the role's trust policy must name the caller in a statement that allows this operation
// ERRORS: 1
// NAMES: serving
// MEND: as w203_the_trust_policy_names_the_caller
#include <whence/catalog.hpp>
using namespace whence;
using namespace whence::literals;

constexpr Service ec2{"ec2.amazonaws.com"};
#ifdef WHENCE_CONTROL
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }]
})"_trust_policy;
#else
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ecs-tasks.amazonaws.com" } }]
})"_trust_policy;
#endif
constexpr Role web_server{"111122223333"_account, "web-server", trust};
constexpr OsUser app{"app"};
constexpr Flow serving = assumes(ec2, web_server) | rests_along(catalog::instance_profile) | read_by(app)
    | calls("s3:GetObject");
static_assert(sound<serving>);
