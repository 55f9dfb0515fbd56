// The program of the first design assumes the role itself. It is no principal: it reads the credential that EC2 obtained.
// REFUSED: \[W101\] a program or an operating-system user is not a principal in this model: it cannot
// ERRORS: 1
// NAMES: OsUser
// MEND: as w101_nor_does_an_operating_system_user
#include <whence/catalog.hpp>
using namespace whence;
using namespace whence::literals;

constexpr Service ec2{"ec2.amazonaws.com"};
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }]
})"_trust_policy;
constexpr Role web_server{"111122223333"_account, "web-server", trust};
constexpr OsUser app{"app"};
#ifdef WHENCE_CONTROL
constexpr Flow serving = assumes(ec2, web_server) | rests_along(catalog::instance_profile) | read_by(app)
    | calls("s3:GetObject");
#else
constexpr Flow serving = assumes(app, web_server) | rests_along(catalog::instance_profile) | read_by(app)
    | calls("s3:GetObject");
#endif
static_assert(sound<serving>);
