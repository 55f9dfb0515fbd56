// An element of the catalogue: who assumes the role, who requests it, who holds the credential on the way, who signs
// with it. Each claim cites its own evidence; a claim without good evidence is "unknown" or graded unverified.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/few.hpp>
#include <whence/base/text.hpp>
#include <whence/base/view_of.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/plane.hpp>
#include <whence/model/platform.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::catalog {

// The constants of all sources, in the order of their ids, which count from 1 and never change: add a new source at the
// end. This is the only list: it generates the ids, the keys and catalog::all.
#define WHENCE_CREDENTIAL_SOURCES(SOURCE) \
  SOURCE(cli_profile)                     \
  SOURCE(session_token)                   \
  SOURCE(federation_token)                \
  SOURCE(root_user)                       \
  SOURCE(root_task)                       \
  SOURCE(console_login)                   \
  SOURCE(instance_profile)                \
  SOURCE(instance_identity)               \
  SOURCE(agent_with_the_profile)          \
  SOURCE(host_management)                 \
  SOURCE(hybrid_activation)               \
  SOURCE(agent_in_a_task)                 \
  SOURCE(ecs_task)                        \
  SOURCE(ecs_task_execution)              \
  SOURCE(ecs_container_instance)          \
  SOURCE(fargate_task)                    \
  SOURCE(eks_node)                        \
  SOURCE(eks_service_account)             \
  SOURCE(eks_pod_identity)                \
  SOURCE(eks_fargate_pod_execution)       \
  SOURCE(lambda_function)                 \
  SOURCE(codebuild_build)                 \
  SOURCE(sagemaker_notebook)              \
  SOURCE(sagemaker_job)                   \
  SOURCE(glue_job)                        \
  SOURCE(step_functions)                  \
  SOURCE(cloudformation)                  \
  SOURCE(eventbridge)                     \
  SOURCE(roles_anywhere)                  \
  SOURCE(identity_center)                 \
  SOURCE(saml_federation)                 \
  SOURCE(github_actions)                  \
  SOURCE(cognito_identity_pool)           \
  SOURCE(service_linked_role)             \
  SOURCE(forward_access_session)          \
  SOURCE(iot_credential_provider)         \
  SOURCE(greengrass)                      \
  SOURCE(cloudshell)                      \
  SOURCE(container_on_ec2)                \
  SOURCE(metadata_interceptor)            \
  SOURCE(key_on_a_server)                 \
  SOURCE(credential_process)              \
  SOURCE(gitlab_ci)                       \
  SOURCE(circleci)                        \
  SOURCE(hcp_terraform)                   \
  SOURCE(bitbucket_pipelines)             \
  SOURCE(buildkite)                       \
  SOURCE(self_hosted_runner)              \
  SOURCE(batch_job)                       \
  SOURCE(app_runner)                      \
  SOURCE(amplify_hosting)                 \
  SOURCE(agentcore)                       \
  SOURCE(lambda_microvm)                  \
  SOURCE(eks_auto_mode_node)              \
  SOURCE(eks_hybrid_node)                 \
  SOURCE(eks_pod_identity_target)         \
  SOURCE(ecs_anywhere)                    \
  SOURCE(ecs_managed_instance)            \
  SOURCE(lambda_snapstart)                \
  SOURCE(lambda_managed_instance)         \
  SOURCE(eventbridge_scheduler)           \
  SOURCE(eventbridge_pipes)               \
  SOURCE(airflow)                         \
  SOURCE(emr_step)                        \
  SOURCE(emr_on_eks_job)                  \
  SOURCE(emr_serverless_job)              \
  SOURCE(gamelift_fleet)                  \
  SOURCE(appstream_instance)              \
  SOURCE(delegated_access)                \
  SOURCE(outbound_token)                  \
  SOURCE(scoped_credential)               \
  SOURCE(host_management_by_aws)          \
  SOURCE(mcp_server)

/// The id of a source. Ids never change.
enum class SourceId : std::uint8_t {
  none,
#define WHENCE_SOURCE_ID(NAME) NAME,
  WHENCE_CREDENTIAL_SOURCES(WHENCE_SOURCE_ID)
#undef WHENCE_SOURCE_ID
};

enum class Family : std::uint8_t {
  identity_and_cli,
  ec2,
  systems_manager,
  ecs,
  eks,
  lambda,
  build_and_data,
  federation,
  roles_anywhere_and_iot,
  within_aws,
  runtimes,  // of other services, for code of the customer
};

inline constexpr Text not_known = "unknown";

/// One claim and its evidence. Empty: does not exist. "unknown": no source documents it.
struct Stated {
  Text text{};
  Source source{};
  [[nodiscard]] constexpr bool empty() const { return text.empty(); }
};

/// A claim that no source makes: "unknown", and the document in which it was looked for.
[[nodiscard]] constexpr Stated not_told_by(const Source& source) {
  return {not_known, source.graded(Grade::unverified)};
}

/// The kind of principal that a role's trust policy names: the key of its Principal element.
enum class TrustKind : std::uint8_t { no_trust_policy, aws, service, federated };

/// What the role's trust policy must contain; empty if there is no role, or if the role has no trust policy.
struct Trust {
  TrustKind kind = TrustKind::no_trust_policy;
  Text principal{};           // as policies write it; words in capitals differ between accounts
  Few<Text, 3> actions{};     // all are required
  Few<Text, 2> conditions{};  // each a key and its value: required by the source, or known for it
  Source source{};
};

/// A trust policy that names only a service.
[[nodiscard]] constexpr Trust trusts_service(Text name, const Source& source) {
  return {TrustKind::service, name, {"sts:AssumeRole"}, {}, source};
}

/// Who calls STS, on which plane, and which operation, as policies write it; empty if no operation is visible.
struct Assumer {
  Text who{};
  Plane plane{};
  Text action{};
  Source source{};
};

/// Whether the workload itself assumes the role.
enum class SelfAssumption : std::uint8_t {
  no,
  yes,
  no_or_yes,       // depends on how the source is used
  not_applicable,  // there is no role, or no workload
};

/// The answer and its evidence.
struct WorkloadAssumes {
  SelfAssumption answer = SelfAssumption::no;
  Source source{};
};

/// In words, and in seconds: -1 if unknown or unbounded.
struct Lifetime {
  Text text{};
  std::int64_t usual = -1;
  std::int64_t least = -1;
  std::int64_t most = -1;
  Source source{};
};

/// How a workload finds its credential.
enum class SurfaceKind : std::uint8_t { environment_variable, url, path, header, file, api, standard_output };

struct Surface {
  SurfaceKind kind{};
  Text value{};  // exact; words in capitals or <brackets> vary
  Text note{};
  Source source{};
};

/// One kind of CloudTrail record. Kinds without a known record are not listed.
struct Trail {
  Text event{};       // its name; empty: the calls made with the credential
  Text type{};        // userIdentity.type
  Text invoked_by{};  // userIdentity.invokedBy
  Text detail{};
  Source source{};
};

/// The session that the SSM agent signs with.
enum class AgentSession : std::uint8_t {
  none,                  // it signs nothing
  of_instance_profile,   // a session begun by the EC2 service
  of_host_management,    // a session begun by the SSM service for the instance
  of_hybrid_activation,  // a session begun by the SSM service for the node mi-...
  unknown,
};

/// What must be configured for the credential to exist.
enum class Needs : std::uint8_t {
  not_stated,            // an environment does not state it: the credential is assumed to exist
  nothing,               // it exists in every state of the node
  metadata_service,      // IMDS is enabled
  instance_profile,      // one is attached, with a role that trusts EC2
  host_management,       // Default Host Management Configuration and IMDS are enabled
  hybrid_activation,     // the machine is registered as a node mi-...
  service_account_role,  // EKS: the pod's service account has a role
  pod_identity,          // EKS: the pod's service account has a Pod Identity association
};

/// The requester's proofs, and where the credential rests, in order, on one operating system.
struct Places {
  List<Place> proofs{};
  List<Place> custody{};
};

/// One source of credentials.
struct CredentialSource {
  SourceId id{};
  Text name{};
  Family family{};
  List<Platform> platforms{};  // where the workload, or the holder of the credential, runs
  Needs needs{};
  /// The credential is outside AWS only while the SSM agent signs with this session; none: the agent does not matter.
  AgentSession agent_signs{};
  /// A deployment does not count its readers: it is the credential of another source, read by one more program, or it
  /// can only request the credential of another source.
  bool counted_elsewhere = false;
  /// The credential of the underlying machine, if its readers may also be able to get this one (U-117); else null.
  const CredentialSource* machine = nullptr;
  Trust trust{};
  Assumer assumer{};
  Stated requester{};     // empty if no request is needed
  List<Place> proofs{};   // the credentials and keys that the requester signs with, as places
  List<Place> custody{};  // where the credential rests, in order
  Stated custodian{};
  Stated user{};
  Stated session_name{};
  Lifetime lifetime{};
  Stated rotation{};
  Stated readers{};
  WorkloadAssumes workload_assumes{};
  List<Surface> surfaces{};
  List<Trail> trail{};
  Stated trail_missing{};  // what is unknown, or was not found in CloudTrail
  List<Stated> notes{};    // common mistakes
  /// Its places on Windows and macOS, if they differ there; else null.
  const Places* windows = nullptr;
  const Places* macos = nullptr;

  [[nodiscard]] constexpr Text key() const;  // catalog/source_names.hpp
  [[nodiscard]] constexpr bool is_signed_with(AgentSession session) const { return agent_signs == session; }
  [[nodiscard]] constexpr Span<Place> proofs_on(OperatingSystem system) const {
    const Places* const places = places_on(system);
    return places == nullptr ? view_of(proofs) : view_of(places->proofs);
  }
  [[nodiscard]] constexpr Span<Place> custody_on(OperatingSystem system) const {
    const Places* const places = places_on(system);
    return places == nullptr ? view_of(custody) : view_of(places->custody);
  }
  /// A copy of the source, with its places on this operating system.
  [[nodiscard]] constexpr CredentialSource on(OperatingSystem system) const {
    CredentialSource source = *this;
    if (const Places* const places = places_on(system))
      source.proofs = places->proofs, source.custody = places->custody;
    return source;
  }
  /// Whether the workload, or the holder of the credential, runs on one of these platforms.
  [[nodiscard]] constexpr bool runs_on(Platforms where) const {
    for (const Platform* each = platforms.begin(); each != platforms.end(); ++each) {
      if (where.has(*each)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] constexpr const Places* places_on(OperatingSystem system) const {
    const Places* const places[] = {nullptr, windows, macos};
    return places[static_cast<std::size_t>(system)];
  }
};

}  // namespace whence::catalog
WHENCE_TEMPLATES_END
