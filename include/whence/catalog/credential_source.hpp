// A row of the catalogue: where one kind of credential comes from. Its four relations are kept apart: who assumes the role,
// who causes it, who holds the credential on the way, who signs with it.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/place.hpp>
#include <whence/model/plane.hpp>

namespace whence::catalog {

/// Which row: ids never change. <whence/whence.hpp> has those of the CLI, EC2 and Systems Manager, <whence/catalog.hpp> all.
enum class Row : std::uint8_t {
  cli_profile = 1,
  session_token,
  federation_token,
  root_user,
  root_task,
  console_login,
  instance_profile,
  instance_identity,
  agent_with_the_profile,
  host_management,
  hybrid_activation,
  agent_in_a_task,
  ecs_task,
  ecs_task_execution,
  ecs_container_instance,
  fargate_task,
  eks_node,
  eks_service_account,
  eks_pod_identity,
  eks_fargate_pod_execution,
  lambda_function,
  codebuild_build,
  sagemaker_notebook,
  sagemaker_job,
  glue_job,
  step_functions,
  cloudformation,
  eventbridge,
  roles_anywhere,
  identity_center,
  saml_federation,
  github_actions,
  cognito_identity_pool,
  service_linked_role,
  forward_access_session,
  iot_credential_provider,
  greengrass,
  cloudshell,
};

/// Whom a role's trust policy names, by the key of the Principal element.
enum class TrustKind : std::uint8_t { no_trust_policy, aws, service, federated };

/// What the trust policy of the role must say. Nothing where there is no role, or none that has a trust policy.
struct Trust {
  TrustKind kind = TrustKind::no_trust_policy;
  Text principal{};         // as policies write it, with capitals where each account has its own
  Span<Text> actions{};     // all of them are needed
  Span<Text> conditions{};  // a key and its value each, as far as the source needs or is known for them
  Source source{};
};

inline constexpr Text only_assume_role[] = {"sts:AssumeRole"};

/// Whether it is true to say that the workload assumes the role itself.
enum class SelfAssumption : std::uint8_t {
  no,
  yes,
  no_or_yes,       // one way of using the source does, another does not
  not_applicable,  // there is no role, or no workload
};

struct CredentialSource {
  Row id{};
  Text name{};
  Trust trust{};
  Text assumer{};  // who calls STS
  Plane assumer_plane{};
  Text action{};          // the operation, as policies write it; empty where none is seen
  Text requester{};       // empty where nobody has to ask
  Span<Place> proofs{};   // with what the requester signs: places of the credentials and keys
  Span<Place> custody{};  // where the credential rests, in order
  Text custodian{};
  Text user{};
  Text session_name{};
  Text lifetime{};
  SelfAssumption workload_assumes = SelfAssumption::no;
  Source assumer_source{};
  Source custody_source{};
};

}  // namespace whence::catalog
