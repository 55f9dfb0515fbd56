// What a second reading of the sources corrected in the catalogue: each by its id. The sources are those of the claims.
#include "dual.hpp"

#include <whence/catalog.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::catalog;

namespace {

constexpr bool has(Text text, Text words) {
  for (std::size_t i = 0; i + words.size() <= text.size(); ++i) {
    if (text.part(i, words.size()) == words) return true;
  }
  return false;
}
constexpr bool notes(const CredentialSource& source, Text words) {
  for (const Stated& note : source.notes) {
    if (has(note.text, words)) return true;
  }
  return false;
}
constexpr const Surface* surface(const CredentialSource& source, Text value) {
  for (const Surface& each : source.surfaces) {
    if (each.value == value) return &each;
  }
  return nullptr;
}
constexpr bool is_shown(const CredentialSource& source, Text value, Text note = {}) {
  const Surface* const found = surface(source, value);
  return found != nullptr && has(found->note, note);
}
constexpr bool records(const CredentialSource& source, Text event, Text detail) {
  for (const Trail& each : source.trail) {
    if (each.event == event && has(each.detail, detail)) return true;
  }
  return false;
}
constexpr Grade grade_of(const CredentialSource& source, Text place) {
  for (const Place& each : source.custody) {
    if (each.name == place) return each.source.grade;
  }
  return Grade::source_code_or_record;
}
constexpr Node with_agent(AgentVersion agent, InstanceProfile profile = InstanceProfile::permits_agent) {
  Node node{.profile = profile, .host_management = true};
  node.agent = agent;
  return node;
}

}  // namespace

DUAL_TEST_CASE("COR-01, COR-02: what the agent saves, and after which errors it uses host management") {
  EXPECT(agent_saves_to(with_agent({3, 2, 1241, 0})) != nullptr);
  EXPECT(agent_saves_to(with_agent({3, 2, 1297, 0})) == nullptr);
  const auto session = [](AgentVersion agent, InstanceProfile profile) {
    return agent_session(with_agent(agent, profile)).session;
  };
  EXPECT(session({3, 2, 532, 0}, InstanceProfile::untrusted) == AgentSession::of_host_management);
  EXPECT(session({3, 2, 532, 0}, InstanceProfile::failing) == AgentSession::of_host_management);
  EXPECT(session({3, 2, 582, 0}, InstanceProfile::failing) != AgentSession::of_host_management);
}
DUAL_TEST_CASE("COR-03, COR-04, COR-08: what a script gets of host management, and how the agent tried it") {
  EXPECT(surface(host_management, "AWS_PROFILE") == nullptr);
  EXPECT(script_variables(with_agent({3, 2, 419, 0})).profile == "default");
  EXPECT(script_variables(with_agent({3, 2, 532, 0})).profile.empty());
  EXPECT(
      notes(host_management, "Up to 3.2.1241.0 the agent tested this credential with ssm:UpdateInstanceInformation"));
  EXPECT(notes(host_management, "updater get these variables only if they are not set already"));
}
DUAL_TEST_CASE("COR-05, COR-06, COR-07: what a hybrid agent shares, and with whom") {
  EXPECT(is_shown(hybrid_activation, "AWS_SHARED_CREDENTIALS_FILE", "while the agent shares its credential"));
  EXPECT(is_shown(hybrid_activation, "AWS_PROFILE", "if Profile.ShareProfile is set"));
  EXPECT(is_shown(hybrid_activation, "amazon-ssm-agent.json", "Profile.ShareCreds (default true)"));
  EXPECT(has(hybrid_activation.readers.text, "by default every program of root"));
  const Node shared{.hybrid_activation = true};
  const Node unshared{.hybrid_activation = true, .shares_credentials = false};
  const Node named{.hybrid_activation = true, .shared_profile = "ssm-iot-gg"};
  EXPECT(application_session(shared, Privilege::superuser).id == SourceId::hybrid_activation);
  EXPECT(application_session(unshared, Privilege::superuser).id != SourceId::hybrid_activation);
  EXPECT(application_session(named, Privilege::superuser).id != SourceId::hybrid_activation);
  EXPECT(script_variables(unshared).credentials_file == nullptr);
  EXPECT(script_variables(named).profile == "ssm-iot-gg");
}
DUAL_TEST_CASE("COR-09: versions are compared number by number within a line") {
  EXPECT((AgentVersion{3, 2, 2303, 0} < AgentVersion{3, 3, 40, 0}));
  EXPECT(agent_session(with_agent({3, 3, 40, 0})).session == agent_session(with_agent({3, 2, 2303, 0})).session);
}
DUAL_TEST_CASE("COR-21, COR-22: where SDKs do not agree, the provider is not known") {
  EXPECT(!taken_by_any_sdk(Providers(Provider::environment), true).is_known);
  EXPECT(!taken_by_any_sdk(Providers(Provider::environment, Provider::web_identity)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(Provider::legacy_files)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(Provider::login)).is_known);
  EXPECT(taken_by_botocore(Providers(Provider::web_identity, Provider::shared_credentials_file), true) ==
         Provider::shared_credentials_file);
}
DUAL_TEST_CASE("COR-23 to COR-26: aws login has no session of its own") {
  EXPECT(has(console_login.session_name.text, "none of its own"));
  EXPECT(console_login.lifetime.usual == 900);
  EXPECT(has(console_login.lifetime.text, "12 h"));
  EXPECT(records(console_login, "AuthorizeOAuth2Access", "arn:aws:signin:::devtools/same-device"));
  EXPECT(records(console_login, "CreateOAuth2Token", "responseElements is null"));
  EXPECT(notes(console_login, "SignInLocalDevelopmentAccess"));
  EXPECT(notes(console_login, "2.32.0"));
}
DUAL_TEST_CASE("COR-27: the least, the usual and the most of the instance profile's lifetime") {
  for (const CredentialSource* const each : {&instance_profile, &agent_with_the_profile, &ecs_container_instance, &eks_node}) {
    EXPECT(each->lifetime.least == 21780);
    EXPECT(each->lifetime.most == 23700);
    EXPECT(each->lifetime.usual >= each->lifetime.least);
  }
}
DUAL_TEST_CASE("COR-28 to COR-30: the token file of IRSA, the trust of Fargate, SnapStart") {
  EXPECT(notes(eks_service_account, "without fsGroup"));
  EXPECT(*eks_fargate_pod_execution.trust.conditions.begin() ==
         "aws:SourceArn = arn:aws:eks:REGION:ACCOUNT:fargateprofile/CLUSTER/*");
  EXPECT(is_shown(lambda_function, "AWS_CONTAINER_CREDENTIALS_FULL_URI", "SnapStart"));
  EXPECT(surface(lambda_snapstart, "AWS_ACCESS_KEY_ID") == nullptr);
}
DUAL_TEST_CASE("COR-31, COR-32: SageMaker's notebooks and jobs") {
  EXPECT(is_shown(sagemaker_notebook,
                  "http://169.254.169.254/latest/meta-data/iam/security-credentials/"
                  "BaseNotebookInstanceEc2InstanceRole"));
  EXPECT(is_shown(sagemaker_notebook, "/latest/meta-data/iam/info", "764707924415"));
  EXPECT(is_shown(sagemaker_job, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"));
  EXPECT(notes(sagemaker_job, "With network isolation the container gets no credential"));
}
DUAL_TEST_CASE("COR-33, COR-34: the tags of Roles Anywhere, and how a trust policy tests them") {
  EXPECT(notes(roles_anywhere, "x509Subject/*"));
  EXPECT(notes(roles_anywhere, "the certificate's CN as source identity"));
  EXPECT(notes(roles_anywhere, "aws:PrincipalTag/x509Subject/CN"));
  EXPECT(notes(roles_anywhere, "Two statements are usual"));
}
DUAL_TEST_CASE("COR-35 to COR-37: the roles of Identity Center, and the audience of an assertion") {
  EXPECT(notes(identity_center, "its path is never /"));
  EXPECT(identity_center.assumer.source.grade == Grade::source_code_or_record);
  EXPECT(is_shown(saml_federation, "https://REGION.signin.aws.amazon.com/saml"));
}
DUAL_TEST_CASE("COR-38 to COR-40: lifetimes of Cognito and CloudShell, and who holds what is forwarded") {
  EXPECT(has(cognito_identity_pool.lifetime.text, "enhanced flow: 1 h, fixed; basic flow: 15 min to 12 h"));
  EXPECT(cloudshell.lifetime.least == 300);
  EXPECT(cloudshell.lifetime.most == 900);
  EXPECT(grade_of(forward_access_session, "the service that forwards the request") == Grade::inferred);
}
DUAL_TEST_CASE("COR-41: STS takes no token of GetWebIdentityToken") {
  EXPECT(refused_by<rules::no_token_of_aws_is_presented_to_sts>(
      may_call(CallerKind::outbound_token, "sts:AssumeRoleWithWebIdentity")));
}
DUAL_TEST_CASE("COR-42, COR-43: pods of a node, and pods that got nothing") {
  for (const CredentialSource* const each : {&eks_service_account, &eks_pod_identity}) {
    EXPECT(notes(*each, "A pod that has the node's role can get the tokens of other pods"));
    EXPECT(notes(*each, "A pod that got neither variables nor a token falls to the node's role"));
  }
}
