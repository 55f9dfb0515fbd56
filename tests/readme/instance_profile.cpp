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

constexpr Flow serving = assumes(ec2, web_server) | rests_along(catalog::instance_profile) | read_by(app)
    | calls("s3:GetObject");
static_assert(sound<serving>);
