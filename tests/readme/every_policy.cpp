#include <whence/whence.hpp>
using namespace whence;
using namespace whence::literals;

constexpr IamUser alice{"111122223333"_account, "alice"};
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "111122223333" },
                  "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }]
})"_trust_policy;
constexpr Role deploy{"444455556666"_account, "/team/", "deploy", trust};

// Alice's own policies, and a service control policy of the organization.
constexpr auto may_deploy = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/team/*" }]
})"_identity_policy;
constexpr auto only_in_europe = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" },
                { "Effect": "Deny", "Action": "*", "Resource": "*",
                  "Condition": { "StringNotLike": { "aws:RequestedRegion": "eu-*" } } }]
})"_service_control_policy;
constexpr IdentityPolicy own[] = {may_deploy};
constexpr ServiceControlPolicy at_the_root[] = {only_in_europe};
constexpr Span<ServiceControlPolicy> organization[] = {at_the_root};
constexpr Policies policies{.identity = own, .service_control = organization};

// The call. A key that is not listed is absent.
constexpr ContextKey keys[] = {{"aws:RequestedRegion", "eu-west-1"}, {"aws:MultiFactorAuthPresent", "true"}};
constexpr RequestContext with_mfa{keys};
static_assert(holds<may_assume, alice, deploy, policies, with_mfa>);

// Without a description of the call, a condition on it leaves the verdict unknown.
static_assert(may_assume(alice, deploy, policies).is_unknown());

// A denial cites the statement, counted from 0: the second statement of the only policy of the first level.
constexpr ContextKey elsewhere[] = {{"aws:RequestedRegion", "us-east-1"}, {"aws:MultiFactorAuthPresent", "true"}};
constexpr Verdict verdict = may_assume(alice, deploy, policies, RequestContext{elsewhere});
static_assert(verdict.refused_by<rules::the_callers_policies_do_not_deny>());
static_assert(verdict.cited.gate == Gate::service_control && verdict.cited.statement == 1);
