// What is easily got wrong about credential sources: one test for each trap that is known, in the words of the sources.
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>
#include <whence/model/forward_access.hpp>

using namespace whence;
using namespace whence::catalog;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;

constexpr bool contains(Text text, Text part) {
  for (std::size_t i = 0; i + part.size() <= text.size(); ++i) {
    if (text.part(i, part.size()) == part) return true;
  }
  return false;
}
constexpr bool notes_say(const CredentialSource& entry, Text part) {
  for (const Stated& note : entry.notes) {
    if (contains(note.text, part)) return true;
  }
  return false;
}
constexpr bool has_surface(const CredentialSource& entry, Text value) {
  for (const Surface& surface : entry.surfaces) {
    if (contains(surface.value, value)) return true;
  }
  return false;
}
constexpr bool has_trail(const CredentialSource& entry, Text event, Text type) {
  for (const Trail& trail : entry.trail) {
    if (trail.event == event && trail.type == type) return true;
  }
  return false;
}
constexpr bool reads(const Vantage& from, const CredentialSource& entry, const Environment& environment) {
  return static_cast<bool>(can_read(from, entry, environment));
}
constexpr RoleSession of_the_profile(account, "web", "i-0123456789abcdef0");
constexpr auto trusts_web = R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:role/web"}}})"_trust_policy;
constexpr Role second(account, "second", trusts_web);
constexpr Environment instance{.node = {.profile = InstanceProfile::permits_agent}};

}  // namespace

DUAL_TEST_CASE("1: host management takes two credentials, and only the one that proves is in the metadata service") {
  EXPECT(host_management.proofs.begin()[0].address == identity_path.address);
  EXPECT(host_management.proofs.begin()[0].medium == Medium::metadata_path);
  for (const Place& place : host_management.custody) EXPECT(place.medium != Medium::metadata_path);
}

DUAL_TEST_CASE("2: assumer, requester, holder and user are four") {
  EXPECT(contains(host_management.assumer.who, "SSM service"));
  EXPECT(contains(host_management.requester.text, "SSM agent"));
  EXPECT(host_management.custody.begin()[3].medium == Medium::file);
  EXPECT(contains(host_management.user.text, "scripts"));
}

DUAL_TEST_CASE("3: a session's name is no identity: both are named after the instance") {
  EXPECT(instance_profile.session_name.text == host_management.session_name.text);
  EXPECT(instance_profile.assumer.who != host_management.assumer.who);
  EXPECT(notes_say(host_management, "no proof"));
}

DUAL_TEST_CASE("4: an instance has two live credentials of one role, one for each version of the metadata service") {
  EXPECT(has_trail(instance_profile, "AssumeRole", "AWSService"));
  EXPECT(contains(instance_profile.trail.begin()[0].detail, "twice"));
  EXPECT(contains(instance_profile.trail.begin()[1].detail, "1.0 or 2.0"));
}

DUAL_TEST_CASE("5: the hop limit bounds the token alone") {
  const auto on = [](MetadataService metadata) {
    return Environment{.platform = Platform::eks_node,
                       .node = {.metadata = metadata, .profile = InstanceProfile::permits_agent}};
  };
  EXPECT(!reads(vantages::pod, eks_node, on(MetadataService::version_2_only)));
  EXPECT(reads(vantages::pod, eks_node, on(MetadataService::both_versions)));
  EXPECT(reads(vantages::host_network_pod, eks_node, on(MetadataService::version_2_only)));
}

DUAL_TEST_CASE(
    "6: any user reads the metadata service, and none but the superuser the agent's file; scripts get it anyway") {
  EXPECT(reads(vantages::os_user, instance_profile, instance));
  const Environment managed{.node = {.host_management = true}};
  EXPECT(!reads(vantages::os_user, host_management, managed));
  EXPECT(reads(vantages::agent_script, host_management, managed));
  EXPECT(script_session(managed.node).is(SourceId::host_management));
}

DUAL_TEST_CASE("7: the instance identity has a role's ARN, and no trust policy") {
  EXPECT(instance_identity.trust.kind == TrustKind::no_trust_policy);
  EXPECT(instance_identity.assumer.action.empty());
  EXPECT(notes_say(instance_identity, "no IAM object"));
}

DUAL_TEST_CASE("8: the role's path is not in the session's ARN") {
  EXPECT(host_management_role_path == "/service-role/");
  EXPECT(notes_say(host_management, "omits the role's path"));
}

DUAL_TEST_CASE("9: an instance profile is not its role: the paths tell the one and the other") {
  EXPECT(has_surface(instance_profile, "/latest/meta-data/iam/info"));
  EXPECT(has_surface(instance_profile, "/latest/meta-data/iam/security-credentials/"));
  EXPECT(notes_say(instance_profile, "different names"));
}

DUAL_TEST_CASE("10: the role's MaxSessionDuration does not bound what a service assumes") {
  EXPECT(instance_profile.lifetime.most == 23700);  // 6 h 35 min, of a role with 1 h
  EXPECT(notes_say(instance_profile, "MaxSessionDuration"));
}

DUAL_TEST_CASE("11: that a workload assumes nothing is so of its first role alone") {
  EXPECT(instance_profile.workload_assumes.answer == SelfAssumption::no);
  EXPECT(may_assume(of_the_profile, second, CallerSide::allows));
}

DUAL_TEST_CASE("12: IRSA, Pod Identity and ECS look alike inside; the assumer and the variables tell them apart") {
  EXPECT(eks_service_account.workload_assumes.answer == SelfAssumption::yes);
  EXPECT(eks_pod_identity.workload_assumes.answer == SelfAssumption::no);
  EXPECT(ecs_task.workload_assumes.answer == SelfAssumption::no);
  EXPECT(eks_service_account.assumer.plane.is_on(Plane::data));
  EXPECT(eks_pod_identity.assumer.plane.is_on(Plane::control));
  EXPECT(has_surface(eks_service_account, "AWS_WEB_IDENTITY_TOKEN_FILE"));
  EXPECT(has_surface(eks_pod_identity, "http://169.254.170.23/v1/credentials"));
  EXPECT(has_surface(ecs_task, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"));
}

DUAL_TEST_CASE("13: behind Pod Identity is the node's role, and the trust policy needs sts:TagSession") {
  EXPECT(has_trail(eks_pod_identity, "AssumeRoleForPodIdentity", "AssumedRole"));
  EXPECT(has_trail(eks_pod_identity, "AssumeRole", "AWSService"));
  EXPECT(eks_pod_identity.trust.actions.size() == 2);
  EXPECT(eks_pod_identity.trust.actions[1] == "sts:TagSession");
  EXPECT(eks_pod_identity.proofs.begin()[0].address == profile_path.address);
}

DUAL_TEST_CASE("14: with the role of the container instance all tasks are at stake, and the execution role with them") {
  const Environment ecs{.platform = Platform::ecs_on_ec2, .node = instance.node};
  EXPECT(can_read(vantages::os_user, ecs_task, ecs).open == &open_questions::u113);
  EXPECT(can_read(vantages::os_user, ecs_task_execution, ecs).is_unknown());
  EXPECT(ecs_task_execution.custody.begin()[2] == ecs_task.custody.begin()[2]);  // the memory of the same agent
}

DUAL_TEST_CASE("15: delivery and assumer are fields of their own") {
  EXPECT(ecs_task.assumer.who == fargate_task.assumer.who);
  EXPECT(!(ecs_task.custody.begin()[2] == fargate_task.custody.begin()[1]));
}

DUAL_TEST_CASE("16: what answers like the metadata service is not always EC2") {
  EXPECT(has_surface(roles_anywhere, "127.0.0.1:9911"));
  EXPECT(has_surface(cloudshell, "http://localhost:1338/latest/api/token"));
  for (const CredentialSource* const entry : {&roles_anywhere, &cloudshell, &greengrass}) {
    for (const Place& place : entry->custody) EXPECT(place.medium != Medium::metadata_path);
  }
}

DUAL_TEST_CASE("17: in Identity Center the key of the record is not the key that is used") {
  EXPECT(notes_say(identity_center, "key"));
  EXPECT(has_trail(identity_center, "AssumeRoleWithSAML", "SAMLUser"));
  EXPECT(has_trail(identity_center, "GetRoleCredentials", "IdentityCenterUser"));
}

DUAL_TEST_CASE("18: a forward access session is no session of a role") {
  EXPECT(forward_access_session.trust.kind == TrustKind::no_trust_policy);
  EXPECT(forward_access_session.assumer.action.empty());
  EXPECT(forward_access_session.workload_assumes.answer == SelfAssumption::not_applicable);
  EXPECT(notes_say(eventbridge, "no role"));
}

DUAL_TEST_CASE("19: a temporary key is no sign of a role") {
  EXPECT(session_token.trust.kind == TrustKind::no_trust_policy);
  EXPECT(has_trail(session_token, "", "IAMUser"));
  EXPECT(has_trail(root_task, "", "Root"));
}

DUAL_TEST_CASE("20: root assumes no role, and its session tokens last an hour at most") {
  EXPECT(root_user.assumer.action.empty());
  EXPECT(root_user.trust.kind == TrustKind::no_trust_policy);
  EXPECT(contains(session_token.lifetime.text, "root"));
  EXPECT(contains(federation_token.lifetime.text, "root"));
}

DUAL_TEST_CASE("21: Cognito is Federated in the trust policy, assumes itself in one flow and not in the other") {
  EXPECT(cognito_identity_pool.trust.kind == TrustKind::federated);
  EXPECT(cognito_identity_pool.trust.principal == "cognito-identity.amazonaws.com");
  EXPECT(cognito_identity_pool.workload_assumes.answer == SelfAssumption::no_or_yes);
  EXPECT(notes_say(cognito_identity_pool, "SecretKey"));
}

DUAL_TEST_CASE("22: Lambda has two families of sessions for one role") {
  EXPECT(contains(lambda_function.session_name.text, "function's name"));
  EXPECT(contains(lambda_function.session_name.text, "awslambda_"));
}

DUAL_TEST_CASE("23: a denied AssumeRole does not tell the role") {
  EXPECT(notes_say(cli_profile, "requestParameters null"));
}

DUAL_TEST_CASE("24: of the global endpoint the record's Region is not the one that served") {
  EXPECT(notes_say(cli_profile, "us-east-1"));
}

DUAL_TEST_CASE("25: not every failure of the profile leads to host management") {
  EXPECT(agent_session({.profile = InstanceProfile::failing, .host_management = true}).session == AgentSession::none);
  EXPECT(agent_session(
             {.profile = InstanceProfile::permits_agent, .host_management = true, .reaches_systems_manager = false})
             .session == AgentSession::none);
}

DUAL_TEST_CASE("26: a hybrid registration beats EC2, and its file is the default profile of root") {
  const Node node{.profile = InstanceProfile::permits_agent, .host_management = true, .hybrid_activation = true};
  EXPECT(agent_session(node).session == AgentSession::of_hybrid_activation);
  EXPECT(agent_saves_to(node)->address == "/root/.aws/credentials");
  EXPECT(application_session(node, Privilege::superuser).is(SourceId::hybrid_activation));
}

DUAL_TEST_CASE("27: the label AWS4-HMAC-SHA256 of a hybrid agent's request does not tell what signed it") {
  EXPECT(notes_say(hybrid_activation, "AWS4-HMAC-SHA256"));
  EXPECT(hybrid_activation.proofs.size() == 1);  // the registered key, no credential of AWS
}

DUAL_TEST_CASE("28: for macOS the manual and the source differ, and the source is followed") {
  EXPECT(host_management.on(OperatingSystem::macos).custody.begin()[3].address == "/opt/aws/ssm/data/credentials");
  EXPECT(notes_say(host_management, "macOS"));
}

DUAL_TEST_CASE("29: the role of host management is one for the Region and account") {
  EXPECT(notes_say(host_management, "one role for each account and Region"));
}
