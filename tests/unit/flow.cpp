// Flows and designs: each rule that a flow can break, and at which step it is told.
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;

constexpr IamUser chiba_user(a, "chiba-user"), other_user(a, "other-user");
constexpr Service ec2("ec2.amazonaws.com"), ssm("ssm.amazonaws.com");
constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client), zoe("zoe", Privilege::ordinary, Plane::client);
constexpr OsUser root("root", Privilege::superuser), user("ec2-user");
constexpr Software cli("aws-cli", chiba), agent("amazon-ssm-agent", root);

constexpr auto for_chiba = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/chiba-user"}}})"_trust_policy;
constexpr auto for_account = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
constexpr auto not_for_chiba = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::111122223333:user/chiba-user"}}
]})"_trust_policy;
constexpr auto with_mfa = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/chiba-user"},
  "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}})"_trust_policy;
constexpr auto for_ec2 = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"}}})"_trust_policy;
constexpr auto for_ec2_with_conditions = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ec2.amazonaws.com"},
  "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}})"_trust_policy;
constexpr auto for_ssm = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ssm.amazonaws.com"}}})"_trust_policy;
constexpr auto for_github = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated":
    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}}})"_trust_policy_from_aws;

constexpr Role chiba_role(a, "chiba-role", for_chiba), account_role(a, "account-role", for_account);
constexpr Role denying_role(a, "denying-role", not_for_chiba), mfa_role(a, "mfa-role", with_mfa);
constexpr Role instance_role(a, "instance-role", for_ec2), host_role(a, "host-role", for_ssm);
constexpr Role conditional_instance_role(a, "conditional-role", for_ec2_with_conditions);
constexpr Role chinese_role(a, "chinese-role", for_account, Partition::aws_cn);
constexpr Role github_role(a, "github-role", for_github), foreign_github_role(b, "github-role", for_github);
constexpr WebIdentity job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");

constexpr auto only_buckets =
    R"({"Statement": {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}})"_identity_policy;
constexpr auto all_but_buckets = R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
  {"Effect": "Deny", "Action": "s3:List*", "Resource": "*"}]})"_identity_policy;
constexpr auto one_bucket =
    R"({"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::one/*"}})"_identity_policy;
constexpr auto not_one_bucket = R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
  {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::one/*"}]})"_identity_policy;

constexpr Place memory = catalog::cli_memory.owned_by(chiba), cache = catalog::cli_cache.owned_by(chiba);

constexpr Flow cli_profile = assumes(chiba_user, chiba_role) | requested_by(cli) | rests_in(memory) | rests_in(cache) |
                             read_by(cli) | calls("s3:ListAllMyBuckets");
constexpr Flow instance_profile = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                                  rests_in(catalog::profile_path) | read_by(user) | calls("s3:GetObject");
constexpr Flow host_management = assumes(ssm, host_role) | requested_by(agent) | rests_in(catalog::ssm_service) |
                                 rests_in(catalog::token_reply) | rests_in(catalog::agent_memory) |
                                 rests_in(catalog::agent_file_linux) | read_by(root) |
                                 calls("ssm:UpdateInstanceInformation");
constexpr Flow hybrid_activation = assumes(ssm, host_role) | rests_in(catalog::ssm_service) |
                                   rests_in(catalog::hybrid_reply) | rests_in(catalog::agent_memory) |
                                   rests_in(catalog::hybrid_file_linux) | read_by(agent) |
                                   calls("ssm:UpdateInstanceInformation");

// On the client, by whoever may assume the role: what differs between the flows is the first step.
constexpr Flow at_the_client(const FlowAssumed& assumed) {
  return assumed | rests_in(memory) | read_by(cli) | calls("s3:ListAllMyBuckets");
}
// The profile's credential, read by somebody.
constexpr Flow profile_read_by(const Reader& who) {
  return assumes(ec2, instance_role) | rests_in(catalog::ec2_service) | rests_in(catalog::profile_path) | read_by(who) |
         calls("s3:GetObject");
}
// The host-management credential, from the SSM service on through these places.
template <class... Places>
constexpr Flow of_ssm(const Reader& who, const Places&... places) {
  FlowResting resting = assumes(ssm, host_role) | rests_in(catalog::ssm_service);
  ((resting = resting | rests_in(places)), ...);
  return resting | read_by(who) | calls("ssm:UpdateInstanceInformation");
}

constexpr Judged<FlowVerdict> right(const FlowVerdict& verdict) {
  return {verdict && verdict.verdict.decision == Decision::allowed && verdict.step == 0 && verdict.flow == 0, verdict};
}
template <class Rule>
constexpr Judged<FlowVerdict> broken(const FlowVerdict& verdict, std::size_t step,
                                     Decision how = Decision::denied_implicitly, std::size_t flow = 0) {
  return {!verdict && verdict.refused_by<Rule>() && verdict.verdict.decision == how && verdict.step == step &&
              verdict.flow == flow,
          verdict};
}
template <class Rule>
constexpr Judged<FlowVerdict> open(const FlowVerdict& verdict, std::size_t step, std::size_t flow = 0) {
  return {!verdict && verdict.verdict.left_open_by<Rule>() && !verdict.refused_by<Rule>() && verdict.step == step &&
              verdict.flow == flow,
          verdict};
}

}  // namespace

DUAL_TEST_CASE("the flows of the talk are right, as they were found to be") {
  EXPECT(right(check(cli_profile)));
  EXPECT(right(check(instance_profile)));
  EXPECT(right(check(host_management)));
  EXPECT(right(check(hybrid_activation, {.hybrid_activation = true})));
}

DUAL_TEST_CASE("a flow tells its parts") {
  EXPECT(host_management.assumer() == Principal(ssm));
  EXPECT(assumer(host_management) == Principal(ssm));
  EXPECT(&host_management.role() == &host_role);
  EXPECT(host_management.requester() == "amazon-ssm-agent");
  EXPECT(instance_profile.requester().empty());
  EXPECT(host_management.custody().size() == 4);
  EXPECT(host_management.custody()[0].name == catalog::ssm_service.name);
  EXPECT(host_management.custody()[3].name == catalog::agent_file_linux.name);
  EXPECT(host_management.read_at().name == catalog::agent_file_linux.name);
  EXPECT(host_management.user().name() == "root");
  EXPECT(cli_profile.user().is_software());
  EXPECT(host_management.action() == "ssm:UpdateInstanceInformation");
}

DUAL_TEST_CASE("the first step is the assumption, and is judged like one") {
  constexpr InstanceIdentity instance(a, "i-0123456789abcdef0");
  const auto denied = Decision::denied_explicitly;
  EXPECT(right(check(at_the_client(assumes(chiba_user, account_role, CallerSide::allows)))));
  EXPECT(broken<the_root_user_assumes_no_role>(check(at_the_client(assumes(Principal(RootUser(a)), account_role))), 1));
  EXPECT(broken<a_federated_user_assumes_no_role>(
      check(at_the_client(assumes(Principal(FederatedUser(a, "carol")), account_role))), 1));
  EXPECT(broken<the_instance_identity_assumes_no_role>(check(at_the_client(assumes(Principal(instance), account_role))),
                                                       1));
  EXPECT(broken<no_trust_across_partitions>(check(at_the_client(assumes(chiba_user, chinese_role, CallerSide::allows))),
                                            1));
  EXPECT(right(check(at_the_client(assumes(job, github_role)))));
  EXPECT(broken<the_identity_provider_is_in_the_roles_account>(check(at_the_client(assumes(job, foreign_github_role))),
                                                               1));
  EXPECT(broken<the_callers_policies_do_not_deny>(
      check(at_the_client(assumes(chiba_user, chiba_role, CallerSide::denies))), 1, denied));
  EXPECT(right(check(at_the_client(assumes(other_user, denying_role, CallerSide::allows)))));
  EXPECT(broken<the_trust_policy_does_not_deny>(
      check(at_the_client(assumes(chiba_user, denying_role, CallerSide::allows))), 1, denied));
  EXPECT(broken<the_trust_policy_names_the_caller>(
      check(at_the_client(assumes(other_user, chiba_role, CallerSide::allows))), 1));
  EXPECT(broken<the_callers_own_policies_allow>(
      check(at_the_client(assumes(chiba_user, account_role, CallerSide::silent))), 1));
  EXPECT(open<the_callers_own_policies_allow>(check(at_the_client(assumes(chiba_user, account_role))), 1));
  EXPECT(open<the_conditions_are_met>(check(at_the_client(assumes(chiba_user, mfa_role))), 1));
}

DUAL_TEST_CASE("a flow may begin with a session, and is then judged as the session's") {
  const Begun token = get_session_token(chiba_user);
  const Begun federated = get_federation_token(chiba_user, "carol", {}, CallerSide::allows);
  EXPECT(right(check(at_the_client(assumes(*token, chiba_role)))));
  EXPECT(broken<a_federated_user_assumes_no_role>(check(at_the_client(assumes(*federated, chiba_role))), 1));
}

namespace {

constexpr auto to_account_role = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Resource": "arn:aws:iam::111122223333:role/account-role"}})"_identity_policy;
constexpr auto to_s3 = R"({"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})"_identity_policy;
constexpr auto to_nothing = R"({"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}})"_identity_policy;
constexpr IdentityPolicy work[] = {to_s3, to_account_role}, leisure[] = {to_s3},
                         leaving[] = {to_account_role, to_nothing};
constexpr Policies own(Span<IdentityPolicy> identity, IdentityPolicy boundary = {}) {
  Policies policies;
  policies.identity = identity;
  policies.boundary = boundary;
  return policies;
}
constexpr Policies at_work = own(work), at_leisure = own(leisure), on_leave = own(leaving), bounded = own(work, to_s3);
constexpr ContextKey mfa_used_keys[] = {{"aws:MultiFactorAuthPresent", "true"}};
constexpr ContextKey mfa_not_used_keys[] = {{"aws:MultiFactorAuthPresent", "false"}};
constexpr RequestContext mfa_used = mfa_used_keys, mfa_not_used = mfa_not_used_keys;
constexpr RequestContext nothing_else{Span<ContextKey>{}};

constexpr Flow with_policies = at_the_client(assumes(chiba_user, account_role, at_work));
constexpr Flow with_policies_and_mfa = at_the_client(assumes(chiba_user, mfa_role, at_leisure, mfa_used));

}  // namespace

DUAL_TEST_CASE("the first step takes policies and a context like the question") {
  EXPECT(right(check(with_policies)));
  EXPECT(
      broken<the_callers_own_policies_allow>(check(at_the_client(assumes(chiba_user, account_role, at_leisure))), 1));
  EXPECT(broken<the_callers_policies_do_not_deny>(check(at_the_client(assumes(chiba_user, account_role, on_leave))), 1,
                                                  Decision::denied_explicitly));
  EXPECT(broken<no_limit_of_the_caller_blocks>(check(at_the_client(assumes(chiba_user, account_role, bounded))), 1));
  EXPECT(right(check(with_policies_and_mfa)));
  EXPECT(right(check(at_the_client(assumes(chiba_user, mfa_role, mfa_used)))));
  EXPECT(
      broken<the_conditions_are_met>(check(at_the_client(assumes(chiba_user, mfa_role, at_leisure, mfa_not_used))), 1));
  EXPECT(broken<the_conditions_are_met>(check(at_the_client(assumes(chiba_user, mfa_role, nothing_else))), 1));
  EXPECT(open<the_conditions_are_met>(check(at_the_client(assumes(chiba_user, mfa_role, at_leisure))), 1));
  // The verdict of the first step keeps its evidence.
  const FlowVerdict refused = check(at_the_client(assumes(chiba_user, mfa_role, mfa_not_used)));
  EXPECT(refused.verdict.cited.gate == Gate::trust);
  EXPECT(refused.verdict.cited.condition == 0);
  // A service has no policies of an account on its side, and a session those of its role.
  const Flow of_ec2 = assumes(ec2, instance_role, at_leisure, nothing_else) | rests_in(catalog::ec2_service) |
                      rests_in(catalog::profile_path) | read_by(user) | calls("s3:GetObject");
  EXPECT(right(check(of_ec2)));
  const Begun token = get_session_token(chiba_user);
  EXPECT(right(check(at_the_client(assumes(*token, mfa_role, at_leisure, mfa_used)))));
}

// AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: 900 to 43200 seconds, at most the
// role's maximum, which is one hour by default; RoleSessionName is required. A service chooses the name itself.
DUAL_TEST_CASE("a flow that states the request of its call is right only if STS takes the request") {
  const auto with = [](const StsRequest& request) {
    return check(at_the_client(assumes(chiba_user, chiba_role, request)));
  };
  EXPECT(right(with({.session_name = "s1"})));
  EXPECT(right(with({.session_name = "s1", .duration = hours(1)})));
  EXPECT(broken<the_duration_is_within_the_roles_maximum>(with({.session_name = "s1", .duration = hours(2)}), 1,
                                                          Decision::invalid_request));
  EXPECT(broken<the_duration_is_within_the_operations_limits>(with({.session_name = "s1", .duration = hours(100)}), 1,
                                                              Decision::invalid_request));
  EXPECT(broken<the_duration_is_within_the_operations_limits>(with({.session_name = "s1", .duration = {899}}), 1,
                                                              Decision::invalid_request));
  EXPECT(broken<every_parameter_has_its_form>(with({}), 1, Decision::invalid_request));
  EXPECT(broken<an_mfa_device_comes_with_its_code>(with({.session_name = "s1", .serial_number = "GAHT12345678"}), 1,
                                                   Decision::invalid_request));
  const StsRequest all_day{.session_name = "s1", .duration = hours(12)};
  EXPECT(broken<the_duration_is_within_the_roles_maximum>(
      check(Design{at_the_client(assumes(chiba_user, chiba_role, all_day))}), 1, Decision::invalid_request, 1));
  const Begun token = get_session_token(chiba_user);
  const StsRequest one_hour{.session_name = "s1", .duration = hours(1)};
  EXPECT(right(check(at_the_client(assumes(*token, chiba_role, one_hour)))));
  const StsRequest after_it{.session_name = "s1", .at = Instant{hours(12).count}};
  EXPECT(broken<a_session_is_used_before_it_ends>(check(at_the_client(assumes(*token, chiba_role, after_it))), 1,
                                                  Decision::invalid_request));
  const StsRequest for_the_account{.source_account = "111122223333"};
  const Flow by_a_service = assumes(ec2, conditional_instance_role, for_the_account) | rests_in(catalog::ec2_service) |
                            rests_in(catalog::profile_path) | read_by(user) | calls("s3:GetObject");
  EXPECT(right(check(by_a_service)));
}

// How AWS enforcement code logic evaluates requests: an explicit Deny of a session policy ends the evaluation; if no
// session policy allows the call, only a policy of the resource that names the session can,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
DUAL_TEST_CASE("the session policies of a flow's session name what it calls") {
  using name_the_call = the_session_policies_name_the_call;
  const auto with = [](const IdentityPolicy& policy, Text action) {
    const StsRequest request{.session_name = "s1", .session_policy = policy};
    return check(assumes(chiba_user, chiba_role, request) | rests_in(memory) | read_by(cli) | calls(action));
  };
  EXPECT(right(with(only_buckets, "s3:ListAllMyBuckets")));
  EXPECT(right(with(only_buckets, "S3:listallmybuckets")));
  EXPECT(open<name_the_call>(with(only_buckets, "s3:GetObject"), 4));
  EXPECT(broken<name_the_call>(with(all_but_buckets, "s3:ListAllMyBuckets"), 4, Decision::denied_explicitly));
  EXPECT(right(with(all_but_buckets, "s3:GetObject")));
  // Which objects a Deny or an Allow is about is not in question.
  EXPECT(right(with(one_bucket, "s3:GetObject")));
  EXPECT(right(with(not_one_bucket, "s3:GetObject")));
  const ManagedPolicy unread{"arn:aws:iam::aws:policy/ReadOnlyAccess"};
  const StsRequest managed{.session_name = "s1", .managed_policies = {&unread, 1}};
  EXPECT(right(check(at_the_client(assumes(chiba_user, chiba_role, managed)))));
  const StsRequest narrow{.session_name = "s1", .session_policy = only_buckets};
  const Begun begun = assume_role(chiba_user, chiba_role, narrow);
  EXPECT(right(check(at_the_client(uses(*begun)))));
  const Flow other = uses(*begun) | rests_in(memory) | read_by(cli) | calls("s3:GetObject");
  EXPECT(open<name_the_call>(check(other), 4));
}

// From a position, only an environment tells what can be read: Configure instance metadata options,
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
DUAL_TEST_CASE("a flow alone does not tell whether its user can read from a stated position") {
  using by_environment = a_position_is_judged_in_an_environment;
  const Flow somewhere = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                         rests_in(catalog::profile_path) | read_by(user, vantages::os_user) | calls("s3:GetObject");
  EXPECT(open<by_environment>(check(somewhere), 4));
  EXPECT(open<by_environment>(check(Design{instance_profile, somewhere}), 4, 2));
  EXPECT(check(deployed(Environment{.node = {.profile = InstanceProfile::permits_agent}}, somewhere)));
  EXPECT(right(check(instance_profile)));
}

DUAL_TEST_CASE("a flow keeps the policies it was given, and views what they list") {
  const auto of = [](Policies policies) { return at_the_client(assumes(chiba_user, account_role, policies)); };
  const Flow flow = of(at_work);
  EXPECT(right(check(flow)));
  const Flow copy = flow;
  EXPECT(right(check(copy)));
  const auto second = Decision::denied_implicitly;
  EXPECT(broken<the_callers_own_policies_allow>(check(Design{flow, of(at_leisure)}), 1, second, 2));
}

static_assert(sound<with_policies, with_policies_and_mfa>);

// AssumeRole, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
DUAL_TEST_CASE("the credential first rests with whoever called STS") {
  using rule = sts_replies_to_its_caller;
  const Flow past_the_service =
      assumes(ec2, instance_role) | rests_in(catalog::agent_memory) | read_by(root) | calls("s3:GetObject");
  const Flow user_on_aws_side =
      assumes(chiba_user, chiba_role) | rests_in(catalog::profile_path) | read_by(user) | calls("s3:GetObject");
  EXPECT(broken<rule>(check(past_the_service), 2));
  EXPECT(broken<rule>(check(user_on_aws_side), 2));
  // A session that was delivered to a machine calls STS from there.
  constexpr RoleSession delivered(a, "instance-role", "i-0123456789abcdef0");
  const Flow chained = assumes(delivered, account_role, CallerSide::allows) |
                       rests_in(catalog::cli_memory.owned_by(user)) | read_by(user) | calls("s3:GetObject");
  EXPECT(right(check(chained)));
}

// AWS Fault Isolation Boundaries, https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/
DUAL_TEST_CASE("a credential comes out of AWS's side through a surface that is open to where it goes") {
  using rule = a_credential_leaves_aws_through_an_interface;
  EXPECT(right(check(of_ssm(root, catalog::token_reply, catalog::agent_memory))));
  EXPECT(broken<rule>(check(of_ssm(root, catalog::agent_memory)), 3));
  EXPECT(broken<rule>(check(of_ssm(chiba, catalog::token_reply, cache)),
                      4));  // the reply goes to an instance, not a client
  const Flow profile_to_client = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                                 rests_in(catalog::profile_path) | rests_in(cache) | read_by(chiba) |
                                 calls("s3:GetObject");
  EXPECT(broken<rule>(check(profile_to_client), 4));
  // A hybrid node may be a machine outside AWS.
  const Place outside = catalog::hybrid_file_linux.owned_by(OsUser("root", Privilege::superuser, Plane::client));
  const OsUser outside_root("root", Privilege::superuser, Plane::client);
  EXPECT(right(check(of_ssm(outside_root, catalog::hybrid_reply, outside), {.hybrid_activation = true})));
}

DUAL_TEST_CASE("a credential does not go back into AWS's side, nor from machine to machine by itself") {
  using rule = a_credential_does_not_move_into_aws;
  EXPECT(broken<rule>(check(of_ssm(root, catalog::token_reply, catalog::agent_memory, catalog::ssm_service)), 5));
  EXPECT(broken<rule>(check(of_ssm(chiba, catalog::token_reply, catalog::agent_memory, cache)), 5));
  EXPECT(right(check(of_ssm(root, catalog::token_reply, catalog::agent_memory, catalog::agent_file_linux))));
}

// Systems Manager's credential comes in the reply of its own API, and is on no path of the metadata service: S16, S17,
// S19 of the talk.
DUAL_TEST_CASE("on AWS's side a credential stays with the service that obtained it") {
  using rule = a_service_keeps_what_it_obtained;
  const Flow as_the_talk_has_it = assumes(ssm, host_role) | rests_in(catalog::ec2_service) |
                                  rests_in(catalog::profile_path) | read_by(agent) |
                                  calls("ssm:UpdateInstanceInformation");
  EXPECT(broken<rule>(check(as_the_talk_has_it), 2));
  EXPECT(broken<rule>(check(of_ssm(agent, catalog::profile_path)), 3));
  EXPECT(broken<rule>(check(of_ssm(agent, catalog::identity_path)), 3));
  const Flow ec2_to_ssm = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                          rests_in(catalog::token_reply) | read_by(root) | calls("s3:GetObject");
  EXPECT(broken<rule>(check(ec2_to_ssm), 3));
  const Place placeholder{
      .name = "some path", .plane = Plane::control, .readers = Readers::every_process, .open_to_the_data_plane = true};
  EXPECT(open<rule>(check(of_ssm(root, placeholder)), 3));
}

DUAL_TEST_CASE("the last step is the reading, and is judged like one") {
  EXPECT(right(check(profile_read_by(user))));
  EXPECT(right(check(profile_read_by(root))));
  EXPECT(broken<aws_exposes_the_credential_to_the_plane>(check(profile_read_by(chiba)), 4));
  EXPECT(broken<aws_exposes_the_credential_to_the_plane>(check(of_ssm(root)), 3));
  EXPECT(broken<only_its_own_machine_reads_a_credential>(
      check(of_ssm(chiba, catalog::token_reply, catalog::agent_memory)), 5));
  EXPECT(broken<imds_answers_the_whole_instance>(check(profile_read_by(user), {.metadata = MetadataService::off}), 4));
  EXPECT(broken<only_the_superuser_reads_the_agents_files>(
      check(of_ssm(user, catalog::token_reply, catalog::agent_memory, catalog::agent_file_linux)), 6));
  EXPECT(broken<only_the_signer_gets_the_reply>(check(of_ssm(user, catalog::token_reply)), 4));
  EXPECT(open<only_the_signer_gets_the_reply>(
      check(of_ssm(user, catalog::token_reply), {.registration = Registration::none}), 4));
  const FlowResting kept = assumes(chiba_user, chiba_role) | rests_in(memory) | rests_in(cache);
  EXPECT(right(check(kept | read_by(chiba) | calls("s3:ListAllMyBuckets"))));
  EXPECT(broken<only_the_owner_and_superuser_read_a_private_place>(
      check(kept | read_by(zoe) | calls("s3:ListAllMyBuckets")), 4));
  const FlowResting placeholder = assumes(chiba_user, chiba_role) | rests_in(catalog::cli_memory);
  EXPECT(open<only_the_owner_and_superuser_read_a_private_place>(
      check(placeholder | read_by(chiba) | calls("s3:ListAllMyBuckets")), 3));
}

DUAL_TEST_CASE("a credential can be read at an earlier place, or at one behind the last") {
  const FlowResting way = assumes(ssm, host_role) | rests_in(catalog::ssm_service) | rests_in(catalog::token_reply) |
                          rests_in(catalog::agent_memory);
  const Flow earlier = way | read_by(agent, catalog::token_reply) | calls("ssm:UpdateInstanceInformation");
  EXPECT(earlier.custody().size() == 3);
  EXPECT(earlier.read_at().name == catalog::token_reply.name);
  EXPECT(right(check(earlier)));
  const Flow behind_the_wall = way | read_by(agent, catalog::ssm_service) | calls("ssm:UpdateInstanceInformation");
  EXPECT(broken<aws_exposes_the_credential_to_the_plane>(check(behind_the_wall), 5));
  // One more place, and the way to it is judged.
  const Flow further = way | read_by(root, catalog::agent_file_linux) | calls("ssm:UpdateInstanceInformation");
  EXPECT(further.custody().size() == 4);
  EXPECT(further.read_at().name == catalog::agent_file_linux.name);
  EXPECT(right(check(further)));
  const Flow nameless = way | read_by(root, Place{.plane = Plane::data}) | calls("ssm:UpdateInstanceInformation");
  EXPECT(nameless.custody().size() == 4);
  EXPECT(open<only_the_owner_and_superuser_read_a_private_place>(check(nameless), 6));
  const Flow on_the_metadata_service =
      way | read_by(user, catalog::profile_path) | calls("ssm:UpdateInstanceInformation");
  EXPECT(broken<a_credential_does_not_move_into_aws>(check(on_the_metadata_service), 5));
}

DUAL_TEST_CASE("the first denial is told, else the first open step, wherever they stand") {
  const auto with = [](const Role& role, const Place& first, const OsUser& reader) {
    return assumes(ec2, role) | rests_in(first) | rests_in(catalog::profile_path) | read_by(reader) |
           calls("s3:GetObject");
  };
  const Place unowned{.name = "some service", .plane = Plane::control};
  // Two denials: the first. Two open steps: the first. A denial behind an open step: the denial.
  EXPECT(broken<the_trust_policy_names_the_caller>(check(with(host_role, catalog::ec2_service, chiba)), 1));
  EXPECT(broken<a_service_keeps_what_it_obtained>(check(with(instance_role, catalog::ssm_service, chiba)), 2));
  EXPECT(broken<aws_exposes_the_credential_to_the_plane>(check(with(instance_role, catalog::ec2_service, chiba)), 4));
  EXPECT(open<the_conditions_are_met>(check(with(conditional_instance_role, unowned, user)), 1));
  EXPECT(open<a_service_keeps_what_it_obtained>(check(with(instance_role, unowned, user)), 2));
  EXPECT(broken<aws_exposes_the_credential_to_the_plane>(
      check(with(conditional_instance_role, catalog::ec2_service, chiba)), 4));
  EXPECT(
      broken<a_service_keeps_what_it_obtained>(check(with(conditional_instance_role, catalog::ssm_service, user)), 2));
  EXPECT(broken<aws_exposes_the_credential_to_the_plane>(check(with(instance_role, unowned, chiba)), 4));
}

namespace {

constexpr Flow denied = at_the_client(assumes(other_user, chiba_role));
constexpr Flow undecided = at_the_client(assumes(chiba_user, mfa_role));
constexpr Flow unreadable = profile_read_by(chiba);

}  // namespace

DUAL_TEST_CASE("a design is right when all its flows are") {
  EXPECT(right(check(Design{cli_profile})));
  EXPECT(right(check(Design{cli_profile, instance_profile, host_management})));
}

DUAL_TEST_CASE("of a design the first flow that is denied is told, else the first that is open") {
  using not_named = the_trust_policy_names_the_caller;
  using not_seen = aws_exposes_the_credential_to_the_plane;
  const auto how = Decision::denied_implicitly;
  EXPECT(broken<not_named>(check(Design{denied}), 1, how, 1));
  EXPECT(broken<not_named>(check(Design{cli_profile, denied}), 1, how, 2));
  EXPECT(broken<not_named>(check(Design{cli_profile, denied, unreadable}), 1, how, 2));
  EXPECT(broken<not_seen>(check(Design{unreadable, cli_profile, denied}), 4, how, 1));
  EXPECT(open<the_conditions_are_met>(check(Design{cli_profile, undecided, undecided}), 1, 2));
  EXPECT(broken<not_seen>(check(Design{undecided, cli_profile, unreadable}), 4, how, 3));
  EXPECT(broken<not_seen>(check(Design{unreadable, undecided}), 4, how, 1));
}

DUAL_TEST_CASE("the state of the node holds for a whole design") {
  const Node off{.metadata = MetadataService::off};
  EXPECT(broken<imds_answers_the_whole_instance>(check(Design{cli_profile, instance_profile}, off), 4,
                                                 Decision::denied_implicitly, 2));
  EXPECT(right(check(Design{cli_profile}, off)));
}

DUAL_TEST_CASE("a flow takes as many places as it says") {
  const Place place = catalog::agent_memory;
  FlowResting resting = assumes(ssm, host_role) | rests_in(place);
  for (std::size_t i = 1; i < FlowSteps::most_places; ++i) resting = resting | rests_in(place);
  const Flow flow = resting | read_by(root) | calls("ssm:UpdateInstanceInformation");
  EXPECT(flow.custody().size() == FlowSteps::most_places);
}

static_assert(sound<cli_profile>);
static_assert(sound<cli_profile, instance_profile, host_management>);
constexpr Design whole{cli_profile, instance_profile, host_management};
static_assert(sound<whole>);
