// Every source of the catalogue as a flow of a design.
#include "dual.hpp"

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::catalog;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr IamUser user(account, "broker");
constexpr RootUser the_root_user(account);
constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");

// The name of the provider or service that the source's trust policy names: the part behind the slash of an ARN.
constexpr Text name_in(Text principal) {
  const std::size_t slash = principal.find('/');
  return slash == Text::npos ? principal : principal.part(slash + 1);
}

// May a credential of this source take the way that the entry tells, from whoever calls STS on?
constexpr bool is_a_way(const CredentialSource& source) {
  const bool by_service = source.trust.kind == TrustKind::service && source.assumer.plane.is_on(Plane::control);
  const bool by_saml = source.trust.kind == TrustKind::federated && source.assumer.action == "sts:AssumeRoleWithSAML";
  const bool by_token = source.trust.kind == TrustKind::federated && !by_saml;
  const bool calls = source.trust.kind != TrustKind::no_trust_policy;
  const PrincipalKind assumer = source.id == SourceId::instance_identity ? PrincipalKind::instance_identity
                                : by_service                             ? PrincipalKind::service
                                : by_saml                                ? PrincipalKind::saml_identity
                                : by_token                               ? PrincipalKind::web_identity
                                                                         : PrincipalKind::iam_user;
  const Place* from = nullptr;
  for (const Place& place : source.custody) {
    const bool nobody_called = from == nullptr && !calls;
    MoveFacts move{assumer, name_in(source.trust.principal), from, &place, calls};
    if (from == nullptr) move.begins = rests_along(source).begins;
    if (!nobody_called && judge(rules::move_rules{}, move).rule != nullptr) return false;
    from = &place;
  }
  return true;
}

}  // namespace

TEST_CASE("the credential of every source gets from place to place as flows may") {
  for (const CredentialSource* const entry : all) {
    // EKS Auth calls STS with the session of a role; the service that calls in a flow has no session.
    if (entry->id == SourceId::eks_pod_identity_target) continue;
    CAPTURE(static_cast<int>(entry->id));
    CHECK(is_a_way(*entry));
  }
}

namespace {

#define SERVICE_TRUST(SERVICE)                                                                                     \
  R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],)" \
  R"("Principal": {"Service": ")" SERVICE R"("}}]})"
constexpr auto tasks_trust = SERVICE_TRUST("ecs-tasks.amazonaws.com") ""_trust_policy;
constexpr auto lambda_trust = SERVICE_TRUST("lambda.amazonaws.com") ""_trust_policy;
constexpr auto pods_trust = SERVICE_TRUST("pods.eks.amazonaws.com") ""_trust_policy;
constexpr auto irsa_trust = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"}}]})"_trust_policy;
constexpr auto sso_trust = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
  "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/AWSSSO_1_DO_NOT_DELETE"}}]})"_trust_policy;
constexpr Service tasks("ecs-tasks.amazonaws.com"), lambda("lambda.amazonaws.com"), pods("pods.eks.amazonaws.com");
constexpr WebIdentity pods_token =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC");
constexpr SamlIdentity identity_centers =
    *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/AWSSSO_1_DO_NOT_DELETE");
constexpr Role task_role(account, "task", tasks_trust), function_role(account, "function", lambda_trust);
constexpr Role pod_role(account, "pod", pods_trust), irsa_role(account, "irsa", irsa_trust);
constexpr Role reserved_role(account, "permission-set", sso_trust);

constexpr OsUser app("app");
constexpr Software program("program", app);
constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);

// A workload's credential, read by the program inside it.
constexpr Flow of_a_task =
    assumes(tasks, task_role) | rests_along(ecs_task, app) | read_by(program) | calls("s3:GetObject");
constexpr Flow of_fargate =
    assumes(tasks, task_role) | rests_along(fargate_task, app) | read_by(program) | calls("s3:GetObject");
constexpr Flow of_a_function =
    assumes(lambda, function_role) | rests_along(lambda_function, app) | read_by(program) | calls("s3:GetObject");
constexpr Flow of_a_pod =
    assumes(pods, pod_role) | rests_along(eks_pod_identity, app) | read_by(program) | calls("s3:GetObject");
constexpr Flow of_irsa =
    assumes(pods_token, irsa_role) | rests_along(eks_service_account, app) | read_by(program) | calls("s3:GetObject");
constexpr Flow of_sso = assumes(identity_centers, reserved_role) | rests_along(identity_center, chiba) |
                        read_by(chiba) | calls("s3:GetObject");
// No role is assumed.
constexpr Flow of_a_token = uses(user) | rests_along(session_token, chiba) | read_by(chiba) | calls("s3:GetObject");
constexpr Flow of_root = uses(the_root_user) | rests_along(root_user, chiba) | read_by(chiba) | calls("iam:ListUsers");
constexpr Flow of_the_instance =
    uses(instance) | rests_along(instance_identity) | read_by(app) | calls("ssm:RegisterManagedInstance");
constexpr Flow of_a_shell = uses(user) | rests_along(cloudshell, app) | read_by(program) | calls("s3:GetObject");

}  // namespace

static_assert(sound<of_a_task, of_fargate, of_a_function, of_a_pod, of_irsa, of_sso>);
static_assert(sound<of_a_token, of_root, of_the_instance, of_a_shell>);

DUAL_TEST_CASE("a flow along a source rests where the source says, and the user's places are his") {
  EXPECT(of_a_task.custody().size() == ecs_task.custody.size());
  EXPECT(of_a_task.custody()[0] == ecs_task.custody.begin()[0]);
  EXPECT(of_sso.custody()[of_sso.custody().size() - 1].owner == "chiba");
  EXPECT(assumer(of_a_token) == Principal(user));
}

DUAL_TEST_CASE("what is inside the workload is not read by another user, and without a user it is not decided") {
  const OsUser other("other");
  const FlowVerdict by_another =
      check(assumes(tasks, task_role) | rests_along(ecs_task, app) | read_by(other) | calls("s3:GetObject"));
  EXPECT(by_another.refused_by<rules::only_the_owner_and_superuser_read_a_private_place>());
  const FlowVerdict of_nobody =
      check(assumes(tasks, task_role) | rests_along(ecs_task) | read_by(app) | calls("s3:GetObject"));
  EXPECT(of_nobody.verdict.left_open_by<rules::only_the_owner_and_superuser_read_a_private_place>());
}

DUAL_TEST_CASE("a whole cluster: several flows share the node") {
  constexpr Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
  EXPECT(check(deployed(node, of_a_pod, of_irsa)));
  Environment two_hops = node;
  two_hops.hop_limit = 2;
  EXPECT(check(deployed(two_hops, of_a_pod, of_irsa)).refused_by<rules::no_workload_reads_its_machines_role>());
}
