#include <whence/sts.hpp>
using namespace whence;
using namespace whence::literals;

constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" } }]
})"_trust_policy;
constexpr Role planning{"111122223333"_account, "planning", trust};
constexpr Service lambda{"lambda.amazonaws.com"};
constexpr Session planner = session_of<lambda, planning>;

// The planner, an agent, hands a sub-agent the same session for a quarter of an hour, with permission to read and to
// narrow it further.
constexpr auto reads = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "sts:GetScopedCredentials"], "Resource": "*" }]
})"_identity_policy;
constexpr StsRequest to_read{.duration = minutes{15}, .session_policy = reads};
constexpr Session reader = scoped_session_of<planner, own_policies_allow, to_read>;

// It is the same principal with less, not a session of another role.
static_assert(reader.principal() == planner.principal() && Chain{reader}.length() == 1);
static_assert(may_call(reader, "s3:GetObject", own_policies_allow));
static_assert(!may_call(reader, "s3:PutObject", own_policies_allow) &&
              may_call(planner, "s3:PutObject", own_policies_allow));

// A longer life than the reader's own, and a fourth policy, are refused. In scoped_session_of they do not compile.
static_assert(get_scoped_credentials(reader, {.duration = hours{1}}, own_policies_allow)
                  .error()
                  .refused_by<rules::a_scope_ends_with_its_session>());
static_assert(longest_lifetime_of(reader).cap == &rules::a_scope_ends_with_its_session::info);
constexpr Session second = scoped_session_of<reader, own_policies_allow, to_read>;
constexpr Session third = scoped_session_of<second, own_policies_allow, to_read>;
static_assert(get_scoped_credentials(third, to_read, own_policies_allow)
                  .error()
                  .refused_by<rules::three_scopes_limit_a_session>());
