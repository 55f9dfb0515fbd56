#include <whence/sts.hpp>
using namespace whence;
using namespace whence::literals;

constexpr auto account = "111122223333"_account;
constexpr IamUser alice{account, "alice"};
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" },
                  "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] }]
})"_trust_policy;
constexpr Role app = Role{account, "app", trust}.with_maximum_session(hours{12});
constexpr Role data = Role{account, "data", trust}.with_maximum_session(hours{12});

// The parameters of the call: a literal that breaks a limit of STS does not compile.
constexpr SessionTag tags[] = {{"team", "red"}};
constexpr Text transitive[] = {"team"};
constexpr StsRequest request{.session_name = "alice",
                             .duration = hours{8},
                             .tags = tags,
                             .transitive_tag_keys = transitive,
                             .source_identity = "alice"};
constexpr const Session& on_app = session_of<alice, app, own_policies_allow, request>;

// The next hop inherits the tag and the source identity, and needs their permissions again. Role chaining: at most one hour.
constexpr const Session& on_data = session_of<on_app, data, own_policies_allow>;
static_assert(on_data.source_identity() == "alice" &&
              principal_tag(on_data, "aws:PrincipalTag/team", "team")[0] == "red");
static_assert(longest_lifetime<on_app> >= hours{6});
static_assert(longest_lifetime_of(on_data).longest == hours{1});
static_assert(longest_lifetime_of(on_data).cap == &rules::a_chained_session_lasts_an_hour::info);

// What the kind of a credential may call, and what depends on its policies.
static_assert(may_call(on_app, "sts:GetFederationToken").refused_by<rules::role_sessions_get_no_tokens>());
static_assert(may_call(on_app, "sts:GetCallerIdentity", own_policies_deny));
static_assert(may_call(on_app, "s3:ListAllMyBuckets").is_unknown() &&
              may_call(on_app, "s3:ListAllMyBuckets", own_policies_allow));

// After the role's older sessions are revoked, a session that was begun with one of them is still usable.
constexpr Revocation revoked{.role = &app, .issued_before = Instant{} + hours{2}};
static_assert(!is_usable(on_app, Instant{} + minutes{10}, revoked) &&
              is_usable(on_data, Instant{} + minutes{10}, revoked));
