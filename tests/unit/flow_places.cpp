// Where a credential can rest: inside AWS with the service that obtained it, and along a source only as that of the source.
#include "dual.hpp"

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto account = "111122223333"_account;
constexpr IamUser alice(account, "alice");
constexpr RootUser the_root_user(account);
constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");
constexpr RoleSession some_session(account, "shop", "i-0123456789abcdef0");
constexpr Service ec2("ec2.amazonaws.com"), lambda("lambda.amazonaws.com");
constexpr Service ssm("ssm.amazonaws.com"), pods("pods.eks.amazonaws.com");

constexpr WebIdentity job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
constexpr WebIdentity cluster =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF");
constexpr WebIdentity pool = *WebIdentity::from("cognito-identity.amazonaws.com");
constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/intranet");
constexpr SamlIdentity permission_set =
    *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE");

constexpr auto everybody = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"], "Principal": {
    "AWS": "arn:aws:iam::111122223333:user/alice",
    "Service": ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com", "lambda.amazonaws.com", "ssm.amazonaws.com",
                "pods.eks.amazonaws.com"]}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": [
    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF",
    "cognito-identity.amazonaws.com"]}},
  {"Effect": "Allow", "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"], "Principal": {"Federated": [
    "arn:aws:iam::111122223333:saml-provider/intranet",
    "arn:aws:iam::111122223333:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE"]}}
]})"_trust_policy_from_aws;
constexpr Role shop(account, "shop", everybody);

constexpr OsUser app("app"), root("root", Privilege::superuser);
constexpr OsUser runner("runner", Privilege::ordinary, Plane::client),
    chiba("chiba", Privilege::ordinary, Plane::client);

// The rules of the moves alone: who assumes the role is not in question here.
template <class Caller>
constexpr Verdict first_move(const Caller& caller, const Place& place) {
  const FlowResting resting = assumes(caller, shop, own_policies_allow) | rests_in(place);
  return detail::moved(resting.steps, 0);
}
template <class Caller, class... User>
constexpr Verdict along(const Caller& caller, const catalog::CredentialSource& source, const User&... user) {
  const FlowResting resting = assumes(caller, shop, own_policies_allow) | rests_along(source, user...);
  return detail::moved(resting.steps, 0);
}
template <class Holder>
constexpr Verdict used_at(const Holder& holder, const Place& place) {
  const FlowResting resting = uses(holder) | rests_in(place);
  return detail::moved(resting.steps, 0);
}

using owner = a_service_keeps_what_it_obtained;
using source_of = a_credential_rests_along_its_own_source;

}  // namespace

// Instance metadata: IAM roles for Amazon EC2, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
DUAL_TEST_CASE("a session that began with a token or an assertion rests in no service that did not present it") {
  for (const Place& place : {catalog::ec2_service,
                             catalog::profile_path,
                             catalog::identity_path,
                             catalog::lambda_service,
                             catalog::ecs_service,
                             catalog::ecs_push,
                             catalog::fargate_agent_memory,
                             catalog::fargate_endpoint,
                             catalog::ssm_service,
                             catalog::token_reply,
                             catalog::hybrid_reply,
                             catalog::eks_auth_service,
                             catalog::eks_auth_reply,
                             catalog::codebuild_service,
                             catalog::sagemaker_service,
                             catalog::glue_service,
                             catalog::step_functions_service,
                             catalog::cloudformation_service,
                             catalog::eventbridge_service,
                             catalog::roles_anywhere_service,
                             catalog::iot_service,
                             catalog::cloudshell_console}) {
    EXPECT(refused_by<owner>(first_move(job, place)));
    EXPECT(refused_by<owner>(first_move(cluster, place)));
    EXPECT(refused_by<owner>(first_move(pool, place)));
    EXPECT(refused_by<owner>(first_move(employee, place)));
    EXPECT(refused_by<owner>(first_move(permission_set, place)));
  }
}

// IAM Identity Center and Amazon Cognito (enhanced flow) call STS with a token for their users.
DUAL_TEST_CASE("Identity Center and Cognito keep what they obtained with a token, and nobody else's") {
  EXPECT(first_move(permission_set, catalog::identity_center_service));
  EXPECT(first_move(permission_set, catalog::role_credentials_reply));
  EXPECT(first_move(pool, catalog::cognito_service));
  EXPECT(first_move(pool, catalog::cognito_reply));
  EXPECT(refused_by<owner>(first_move(permission_set, catalog::cognito_service)));
  EXPECT(refused_by<owner>(first_move(pool, catalog::identity_center_service)));
  EXPECT(refused_by<owner>(first_move(employee, catalog::identity_center_service)));
  EXPECT(refused_by<owner>(first_move(job, catalog::cognito_service)));
  EXPECT(refused_by<owner>(first_move(cluster, catalog::cognito_reply)));
}

DUAL_TEST_CASE("outside AWS, the bearer of the token has the session") {
  EXPECT(first_move(job, catalog::job_environment));
  EXPECT(first_move(cluster, catalog::service_account_sdk_memory));
  EXPECT(first_move(pool, catalog::app_memory));  // the basic flow
  EXPECT(first_move(employee, catalog::console_session));
}

DUAL_TEST_CASE("a place inside AWS does not become a user's, and a workload's place keeps its plane") {
  EXPECT(catalog::profile_path.owned_by(app) == catalog::profile_path);
  EXPECT(catalog::fargate_endpoint.owned_by(app) == catalog::fargate_endpoint);
  EXPECT(refused_by<owner>(first_move(job, catalog::profile_path.owned_by(app))));
  EXPECT(refused_by<sts_replies_to_its_caller>(first_move(alice, catalog::profile_path.owned_by(app))));
  EXPECT(catalog::job_environment.owned_by(app).plane == Plane::client);
  EXPECT(catalog::job_environment.owned_by(app).owner == "app");
  EXPECT(catalog::lambda_variables.owned_by(chiba).plane == Plane::data);
  EXPECT(catalog::cli_cache.owned_by(app).plane == Plane::data);  // the CLI runs anywhere
}

DUAL_TEST_CASE("a user's session, and that of another service, rest in no service") {
  EXPECT(refused_by<sts_replies_to_its_caller>(first_move(alice, catalog::ec2_service)));
  EXPECT(refused_by<sts_replies_to_its_caller>(first_move(alice, catalog::profile_path)));
  EXPECT(refused_by<sts_replies_to_its_caller>(first_move(some_session, catalog::lambda_service)));
  EXPECT(refused_by<owner>(first_move(lambda, catalog::ecs_service)));
  EXPECT(refused_by<owner>(first_move(ssm, catalog::profile_path)));
  EXPECT(first_move(ssm, catalog::ssm_service));
}

DUAL_TEST_CASE("a credential that exists rests inside AWS only where its service put it") {
  EXPECT(used_at(instance, catalog::identity_path));
  EXPECT(refused_by<owner>(used_at(instance, catalog::ssm_service)));
  EXPECT(refused_by<owner>(used_at(alice, catalog::profile_path)));
  EXPECT(refused_by<owner>(used_at(the_root_user, catalog::lambda_service)));
  EXPECT(used_at(alice, catalog::cloudshell_console));
  EXPECT(used_at(alice, catalog::console_login_reply));
  EXPECT(used_at(alice, catalog::callers_memory));
  // The name of a role's session does not say who began it; the session itself does.
  EXPECT(left_open_by<owner>(used_at(some_session, catalog::profile_path)));
  EXPECT(used_at(some_session, catalog::cloudshell_console));
  const Begun delivered = assume_role(ec2, shop, {.session_name = "i-0123456789abcdef0"});
  const Begun by_alice = assume_role(alice, shop, {.session_name = "alice"});
  EXPECT(used_at(*delivered, catalog::profile_path));
  EXPECT(refused_by<owner>(used_at(*delivered, catalog::lambda_service)));
  EXPECT(refused_by<owner>(used_at(*by_alice, catalog::profile_path)));
  EXPECT(used_at(*by_alice, catalog::callers_memory));
}

// Which principal each source's trust policy names: the catalogue cites a document for each.
DUAL_TEST_CASE("a credential rests along a source only if it begins as that of the source") {
  using namespace catalog;
  EXPECT(along(job, github_actions, runner));
  EXPECT(along(cluster, eks_service_account, app));
  EXPECT(along(pool, cognito_identity_pool, chiba));
  EXPECT(along(permission_set, identity_center, chiba));
  EXPECT(along(employee, saml_federation, chiba));
  EXPECT(along(alice, cli_profile, chiba));
  EXPECT(along(some_session, cli_profile, chiba));
  EXPECT(along(pods, eks_pod_identity, app));
  EXPECT(along(lambda, lambda_function, app));
  EXPECT(refused_by<source_of>(along(job, eks_service_account, app)));
  EXPECT(refused_by<source_of>(along(cluster, github_actions, runner)));
  EXPECT(refused_by<source_of>(along(alice, eks_service_account, app)));
  EXPECT(refused_by<source_of>(along(alice, github_actions, runner)));
  EXPECT(refused_by<source_of>(along(alice, saml_federation, chiba)));
  EXPECT(refused_by<source_of>(along(job, cli_profile, chiba)));
  EXPECT(refused_by<source_of>(along(employee, cli_profile, chiba)));
  EXPECT(refused_by<source_of>(along(job, saml_federation, chiba)));
  EXPECT(refused_by<source_of>(along(employee, github_actions, runner)));
  EXPECT(refused_by<source_of>(along(alice, session_token, chiba)));  // GetSessionToken assumes no role
  EXPECT(refused_by<source_of>(along(alice, root_user, chiba)));
}

namespace {

// The flows that were found to be sound and are not.
template <class Caller, class... User>
constexpr FlowVerdict whole(const Caller& caller, const catalog::CredentialSource& source, const OsUser& reader,
                            const User&... user) {
  return check(assumes(caller, shop, own_policies_allow) | rests_along(source, user...) | read_by(reader) |
               calls("s3:GetObject"));
}

constexpr Flow release =
    assumes(job, shop) | rests_along(catalog::github_actions, runner) | read_by(runner) | calls("s3:PutObject");
constexpr Flow in_a_pod =
    assumes(cluster, shop) | rests_along(catalog::eks_service_account, app) | read_by(app) | calls("s3:GetObject");

}  // namespace

static_assert(sound<release, in_a_pod>);

DUAL_TEST_CASE("a job's session does not get into a machine or a service") {
  EXPECT(refused_by<owner>(whole(job, catalog::instance_profile, app)));
  EXPECT(refused_by<owner>(whole(job, catalog::lambda_function, app, app)));
  EXPECT(refused_by<owner>(whole(job, catalog::ecs_task, app, app)));
  EXPECT(refused_by<owner>(whole(job, catalog::fargate_task, app, app)));
  EXPECT(refused_by<owner>(whole(job, catalog::host_management, root)));
  EXPECT(refused_by<owner>(whole(cluster, catalog::eks_node, app)));
  EXPECT(refused_by<owner>(whole(cluster, catalog::eks_pod_identity, app, app)));
  EXPECT(refused_by<sts_replies_to_its_caller>(whole(alice, catalog::instance_profile, app)));
  // The job's environment is on the runner, whatever user is named.
  EXPECT(refused_by<only_its_own_machine_reads_a_credential>(whole(job, catalog::github_actions, app, app)));
  EXPECT(refused_by<only_its_own_machine_reads_a_credential>(whole(job, catalog::github_actions, root, runner)));
}

DUAL_TEST_CASE("a deployment has the places of its platform, and credentials that begin as those of the places") {
  const auto on = [](Platform platform, const Flow& flow) {
    return check(
        deployed(Environment{.platform = platform, .node = {.profile = InstanceProfile::permits_agent}}, flow));
  };
  EXPECT(on(Platform::ci_runner, release));
  for (const Platform platform : {Platform::lambda, Platform::ec2, Platform::workstation, Platform::eks_fargate,
                                  Platform::codebuild, Platform::cloudshell, Platform::device}) {
    EXPECT(refused_by<there_is_a_credential_to_read>(on(platform, release)));
  }
  EXPECT(on(Platform::eks_fargate, in_a_pod));
  EXPECT(on(Platform::eks_node, in_a_pod));
  EXPECT(refused_by<there_is_a_credential_to_read>(on(Platform::lambda, in_a_pod)));
  // Each place by itself, without its source.
  const auto at = [](const Place& place, const OsUser& reader) {
    return Flow(assumes(job, shop) | rests_in(place) | read_by(reader) | calls("s3:GetObject"));
  };
  EXPECT(refused_by<source_of>(on(Platform::lambda, at(catalog::lambda_variables.owned_by(app), app))));
  EXPECT(refused_by<source_of>(on(Platform::ec2, at(catalog::agent_memory, root))));
  EXPECT(refused_by<source_of>(on(Platform::eks_node, at(catalog::pod_identity_agent_memory, root))));
  EXPECT(refused_by<source_of>(on(Platform::codebuild, at(catalog::codebuild_endpoint.owned_by(app), app))));
  EXPECT(refused_by<source_of>(on(Platform::eks_node, at(catalog::service_account_sdk_memory.owned_by(app), app))));
}
