// A trailing comma in the trust policy of the first design: JSON has none. The role and the flow that use the policy
// give no second error.
// REFUSED: error: static.assert.*policy: JSON has no comma after the last member or element: remove this comma
// ERRORS: 1
// NAMES: line<3>, column<
// MEND: Remove the comma at this line and column of the text.
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
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }],
})"_trust_policy;
#endif
constexpr Role web_server{"111122223333"_account, "web-server", trust};
constexpr OsUser app{"app"};
constexpr Flow serving = assumes(ec2, web_server) | rests_along(catalog::instance_profile) | read_by(app)
    | calls("s3:GetObject");
static_assert(sound<serving>);
