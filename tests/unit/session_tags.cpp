// Calls that pass session tags or a source identity, which need permissions of their own. The ids in the comments are
// those of the worked cases from which the expectations come. Accounts: A 111122223333, B 444455556666.
#include "dual.hpp"

#include <initializer_list>
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr IamUser alice(a, "alice");
constexpr RoleSession s1(a, "app", "s1");

#define OWN(actions)                                                         \
  R"({"Statement": {"Effect": "Allow", "Resource": "*", "Action": )" actions \
  "}}"                                                                       \
  ""_identity_policy
#define AR R"("sts:AssumeRole")"
#define WITH_TAGS R"(["sts:AssumeRole", "sts:TagSession"])"
#define WITH_SOURCE R"(["sts:AssumeRole", "sts:SetSourceIdentity"])"
constexpr auto ar = OWN(AR);
constexpr auto with_tags = OWN(WITH_TAGS);
constexpr auto with_source = OWN(WITH_SOURCE);
constexpr auto s3 = OWN(R"("s3:*")");
template <const auto&... Literal>
constexpr IdentityPolicy only[] = {Literal...};
constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}

#define TRUST_IF(principal, actions, condition)                                      \
  R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": )" actions \
  R"(, "Principal": )" principal condition                                           \
  "}}"                                                                               \
  ""_trust_policy_from_aws
#define IF(test) R"(, "Condition": {)" test "}"
#define ACCOUNT_A R"({"AWS": "111122223333"})"
#define ALICE R"({"AWS": "arn:aws:iam::111122223333:user/alice"})"
constexpr auto account_ar = TRUST_IF(ACCOUNT_A, AR, "");
constexpr auto account_with_tags = TRUST_IF(ACCOUNT_A, WITH_TAGS, "");
constexpr auto account_with_source = TRUST_IF(ACCOUNT_A, WITH_SOURCE, "");
constexpr auto alice_ar = TRUST_IF(ALICE, AR, "");
constexpr auto alice_with_tags = TRUST_IF(ALICE, WITH_TAGS, "");
constexpr auto alice_with_source = TRUST_IF(ALICE, WITH_SOURCE, "");

constexpr Role ta(const TrustPolicy& trust) { return Role(a, "target", trust); }
constexpr Role tb(const TrustPolicy& trust) { return Role(b, "target", trust); }

constexpr RequestContext nothing{Span<ContextKey>{}};
constexpr ContextKey tag_keys[] = {{"aws:RequestTag/Project", "Automation"}};
constexpr RequestContext tagged = tag_keys;
constexpr ContextKey named_keys[] = {{"sts:SourceIdentity", "alice"}};
constexpr RequestContext named = named_keys;
constexpr ContextKey carried_keys[] = {{"aws:SourceIdentity", "alice"}};
constexpr RequestContext carried = carried_keys;

constexpr Judged<Verdict> allowed(const Verdict& verdict) {
  return {verdict && verdict.action == "sts:AssumeRole", verdict};
}
template <class Rule>
constexpr Judged<Verdict> denied(const Verdict& verdict, Text action, Gate gate,
                                 Decision how = Decision::denied_implicitly) {
  return {!verdict && verdict.decision == how && verdict.refused_by<Rule>() && verdict.action == action &&
          verdict.cited.gate == gate,
          verdict};
}
template <class Rule>
constexpr Judged<Verdict> unknown(const Verdict& verdict, Text action) {
  return {!verdict && verdict.left_open_by<Rule>() && verdict.open == nullptr && verdict.action == action, verdict};
}

using tags_allowed = session_tags_need_tag_session;
using source_allowed = a_source_identity_needs_set_source_identity;
using source_kept = a_source_identity_does_not_change;

}  // namespace

// Pass session tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
DUAL_TEST_CASE("a call that passes session tags needs sts:TagSession wherever it needs the operation") {
  const Policies only_ar = own(only<ar>), both = own(only<with_tags>);
  EXPECT(
      denied<tags_allowed>(may_assume(alice, ta(account_ar), both, tagged), "sts:TagSession", Gate::trust));  // ts-01
  EXPECT(denied<tags_allowed>(may_assume(alice, tb(account_ar), both, tagged), "sts:TagSession", Gate::trust));
  EXPECT(denied<tags_allowed>(may_assume(alice, tb(account_with_tags), only_ar, tagged), "sts:TagSession",
                              Gate::identity));                             // ts-02
  EXPECT(allowed(may_assume(alice, tb(account_with_tags), both, tagged)));  // ts-03
  EXPECT(denied<tags_allowed>(may_assume(alice, ta(account_with_tags), only_ar, tagged), "sts:TagSession",
                              Gate::identity));
  EXPECT(allowed(may_assume(alice, ta(account_with_tags), both, tagged)));
  // Within the account it is enough to be named.
  EXPECT(allowed(may_assume(alice, ta(alice_with_tags), own(only<s3>), tagged)));
  EXPECT(denied<tags_allowed>(may_assume(alice, ta(alice_ar), both, tagged), "sts:TagSession", Gate::trust));
  // The operation comes first.
  EXPECT(denied<the_callers_own_policies_allow>(may_assume(alice, ta(account_ar), own(only<s3>), tagged),
                                                "sts:AssumeRole", Gate::identity));
  // In one word what the own policies say holds for this action too.
  EXPECT(allowed(may_assume(alice, tb(account_with_tags), CallerSide::allows, tagged)));
  EXPECT(denied<tags_allowed>(may_assume(alice, tb(account_ar), CallerSide::allows, tagged), "sts:TagSession",
                              Gate::trust));
}

DUAL_TEST_CASE("whether tags are passed is told by their keys") {
  const Policies both = own(only<with_tags>);
  const Text project[] = {"Project"};
  const ContextKey listed[] = {{"aws:TagKeys", project}}, in_other_case[] = {{"AWS:tagkeys", project}};
  const ContextKey transitive[] = {{"sts:TransitiveTagKeys", project}};
  const ContextKey empty[] = {{"aws:TagKeys", Span<Text>{}}}, absent[] = {ContextKey::absent("aws:RequestTag/x")};
  const ContextKey not_known[] = {ContextKey::unknown("aws:TagKeys")};
  const ContextKey of_the_caller[] = {{"aws:PrincipalTag/Project", "Automation"}};
  for (const RequestContext& context :
       {RequestContext(listed), RequestContext(in_other_case), RequestContext(transitive)}) {
    EXPECT(denied<tags_allowed>(may_assume(alice, tb(account_ar), both, context), "sts:TagSession", Gate::trust));
    EXPECT(allowed(may_assume(alice, tb(account_with_tags), both, context)));
  }
  for (const RequestContext& context :
       {nothing, RequestContext(empty), RequestContext(absent), RequestContext(of_the_caller), RequestContext()}) {
    EXPECT(allowed(may_assume(alice, tb(account_ar), both, context)));
  }
  EXPECT(unknown<tags_allowed>(may_assume(alice, tb(account_ar), both, RequestContext(not_known)), "sts:TagSession"));
  EXPECT(allowed(may_assume(alice, tb(account_with_tags), both, RequestContext(not_known))));
}

namespace {

constexpr auto no_tags_here = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:*", "Principal": {"AWS": "111122223333"}},
  {"Effect": "Deny", "Action": "sts:TagSession", "Principal": {"AWS": "*"}}
]})"_trust_policy_from_aws;
constexpr auto never_tags = R"({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
  {"Effect": "Deny", "Action": "sts:TagSession", "Resource": "*"}]})"_identity_policy;
constexpr auto no_reserved_tags =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "sts:TagSession", "Resource": "*",
  "Principal": "*", "Condition": {"ForAnyValue:StringLike": {"aws:TagKeys": "Team*"}}}})"_resource_control_policy;
constexpr auto only_assume = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Resource": "*"}})"_service_control_policy;
constexpr auto endpoint_assume = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*",
  "Principal": "*"}})"_endpoint_policy;
constexpr ResourceControlPolicy at_role[] = {no_reserved_tags};
constexpr Span<ResourceControlPolicy> role_levels[] = {at_role};
constexpr ServiceControlPolicy at_caller[] = {only_assume};
constexpr Span<ServiceControlPolicy> caller_levels[] = {at_caller};

}  // namespace

// AWS data perimeter: an RCP stops trusted outsiders from passing reserved tags,
// https://github.com/aws-samples/data-perimeter-policy-examples
DUAL_TEST_CASE("each gate is passed by each permission, and the one that is not is told") {
  constexpr auto how = Decision::denied_explicitly;
  const Policies both = own(only<with_tags>);
  EXPECT(denied<the_trust_policy_does_not_deny>(may_assume(alice, tb(no_tags_here), both, tagged), "sts:TagSession",
                                                Gate::trust, how));
  EXPECT(allowed(may_assume(alice, tb(no_tags_here), both, nothing)));
  EXPECT(denied<the_callers_policies_do_not_deny>(may_assume(alice, ta(alice_with_tags), own(only<never_tags>), tagged),
                                                "sts:TagSession", Gate::identity, how));
  EXPECT(allowed(may_assume(alice, ta(alice_with_tags), own(only<never_tags>), nothing)));
  const Text team[] = {"Project", "TeamLead"}, project[] = {"Project"};
  const ContextKey reserved[] = {{"aws:TagKeys", team}}, harmless[] = {{"aws:TagKeys", project}};
  Policies controlled = both;
  controlled.resource_control = role_levels;
  EXPECT(denied<the_resource_control_policies_do_not_deny>(
      may_assume(alice, tb(account_with_tags), controlled, RequestContext(reserved)), "sts:TagSession",
      Gate::resource_control, how));
  EXPECT(allowed(may_assume(alice, tb(account_with_tags), controlled, RequestContext(harmless))));
  Policies above = both;
  above.service_control = caller_levels;
  EXPECT(denied<every_level_of_service_control_policies_allows>(may_assume(alice, tb(account_with_tags), above, tagged),
                                                                "sts:TagSession", Gate::service_control));
  EXPECT(allowed(may_assume(alice, tb(account_with_tags), above, nothing)));
  // Where it is not known whether tags are passed, neither is what stops them.
  const ContextKey not_known[] = {ContextKey::unknown("aws:TagKeys")};
  EXPECT(unknown<the_trust_policy_does_not_deny>(may_assume(alice, tb(no_tags_here), both, RequestContext(not_known)),
                                                 "sts:TagSession"));
  EXPECT(unknown<every_level_of_service_control_policies_allows>(
      may_assume(alice, tb(account_with_tags), above, RequestContext(not_known)), "sts:TagSession"));
  Policies through = both;
  through.endpoint = endpoint_assume;
  EXPECT(denied<the_endpoint_policy_allows>(may_assume(alice, tb(account_with_tags), through, tagged), "sts:TagSession",
                                            Gate::endpoint));
  EXPECT(allowed(may_assume(alice, tb(account_with_tags), through, nothing)));
}

namespace {

constexpr auto only_project_transitive =
    TRUST_IF(ACCOUNT_A, WITH_TAGS, IF(R"("ForAllValues:StringEquals": {"sts:TransitiveTagKeys": ["Project"]})"));
constexpr auto project_transitive =
    TRUST_IF(ACCOUNT_A, WITH_TAGS, IF(R"("ForAllValues:StringEquals": {"sts:TransitiveTagKeys": ["Project"]},
                                         "Null": {"sts:TransitiveTagKeys": "false"})"));
constexpr auto automation =
    TRUST_IF(ACCOUNT_A, WITH_TAGS, IF(R"("StringEquals": {"aws:RequestTag/Project": "Automation"})"));
constexpr auto automation_untaggable =
    TRUST_IF(ACCOUNT_A, AR, IF(R"("StringEquals": {"aws:RequestTag/Project": "Automation"})"));

}  // namespace

DUAL_TEST_CASE("conditions see the tags that are passed") {
  const Policies both = own(only<with_tags>);
  const Text project[] = {"Project"}, two[] = {"Project", "Team"};
  const ContextKey transitive[] = {{"sts:TransitiveTagKeys", project}}, too_many[] = {{"sts:TransitiveTagKeys", two}};
  EXPECT(allowed(may_assume(alice, tb(only_project_transitive), both, nothing)));  // ts-20
  EXPECT(allowed(may_assume(alice, tb(only_project_transitive), both, RequestContext(transitive))));
  EXPECT(denied<the_conditions_are_met>(may_assume(alice, tb(only_project_transitive), both, RequestContext(too_many)),
                                        "sts:AssumeRole", Gate::trust));
  const Verdict none = may_assume(alice, tb(project_transitive), both, nothing);  // ts-21
  EXPECT(denied<the_conditions_are_met>(none, "sts:AssumeRole", Gate::trust));
  EXPECT(none.cited.condition == 1);
  EXPECT(allowed(may_assume(alice, tb(project_transitive), both, RequestContext(transitive))));
  EXPECT(allowed(may_assume(alice, tb(automation), both, tagged)));  // ts-22
  EXPECT(denied<tags_allowed>(may_assume(alice, tb(automation_untaggable), both, tagged), "sts:TagSession",
                              Gate::trust));  // ts-22
  const ContextKey other[] = {{"aws:RequestTag/Project", "automation"}};
  EXPECT(denied<the_conditions_are_met>(may_assume(alice, tb(automation), both, RequestContext(other)),
                                        "sts:AssumeRole", Gate::trust));
}

namespace {

constexpr auto app_with_source = TRUST_IF(R"({"AWS": "arn:aws:iam::111122223333:role/app"})", WITH_SOURCE,
                                          IF(R"("StringEquals": {"sts:SourceIdentity": "alice"})"));
constexpr auto github_ar =
    TRUST_IF(R"({"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"})",
             R"("sts:AssumeRoleWithWebIdentity")", "");
constexpr auto github_with_source =
    TRUST_IF(R"({"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"})",
             R"(["sts:AssumeRoleWithWebIdentity", "sts:SetSourceIdentity"])", "");
constexpr WebIdentity job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");

}  // namespace

// Monitor and control actions taken with assumed roles,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
DUAL_TEST_CASE("a call that passes a source identity needs sts:SetSourceIdentity wherever it needs the operation") {
  const Policies only_ar = own(only<ar>), both = own(only<with_source>);
  constexpr Text action = "sts:SetSourceIdentity";
  EXPECT(denied<source_allowed>(may_assume(alice, ta(account_ar), both, named), action, Gate::trust));  // ts-14
  EXPECT(denied<source_allowed>(may_assume(alice, tb(account_ar), both, named), action, Gate::trust));  // ts-14
  EXPECT(denied<source_allowed>(may_assume(alice, tb(account_with_source), only_ar, named), action,
                                Gate::identity));  // ts-15
  EXPECT(allowed(may_assume(alice, tb(account_with_source), both, named)));
  EXPECT(allowed(may_assume(alice, ta(alice_with_source), own(only<s3>), named)));
  EXPECT(allowed(may_assume(alice, tb(account_ar), only_ar, nothing)));
  // Whoever shows a token has no own policies: the trust policy alone decides.
  EXPECT(may_assume(job, ta(github_with_source), named));
  EXPECT(refused_by<source_allowed>(may_assume(job, ta(github_ar), named)));
  const ContextKey not_known[] = {ContextKey::unknown("sts:SourceIdentity")};
  EXPECT(unknown<source_allowed>(may_assume(alice, tb(account_ar), both, RequestContext(not_known)), action));
}

DUAL_TEST_CASE("a session's source identity is carried on, and is no other") {
  const Policies only_ar = own(only<ar>), both = own(only<with_source>);
  constexpr Text action = "sts:SetSourceIdentity";
  const ContextKey bob[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "bob"}};
  const ContextKey again[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "alice"}};
  const ContextKey open[] = {ContextKey::unknown("aws:SourceIdentity"), {"sts:SourceIdentity", "alice"}};
  const Verdict changed = may_assume(s1, tb(account_with_source), both, RequestContext(bob));  // ts-16
  EXPECT(!changed);
  EXPECT(refused_by<source_kept>(changed));
  EXPECT(changed.decision == Decision::denied_implicitly);
  EXPECT(allowed(may_assume(s1, tb(account_with_source), both, RequestContext(again))));
  EXPECT(left_open_by<source_kept>(may_assume(s1, tb(account_with_source), both, RequestContext(open))));
  EXPECT(denied<source_allowed>(may_assume(s1, tb(account_ar), both, carried), action, Gate::trust));  // ts-17
  EXPECT(denied<source_allowed>(may_assume(s1, tb(account_with_source), only_ar, carried), action, Gate::identity));
  EXPECT(allowed(may_assume(s1, tb(account_with_source), both, carried)));  // ts-18
  // The new session will have it, and a condition on it sees it already.
  EXPECT(allowed(may_assume(s1, tb(app_with_source), both, carried)));
  EXPECT(denied<the_conditions_are_met>(may_assume(s1, tb(app_with_source), both, nothing), "sts:AssumeRole",
                                        Gate::trust));
}
