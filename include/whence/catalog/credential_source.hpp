// A source of credentials: who assumes the role, who causes it, who holds the credential on the way, who signs with it. Each
// claim has its own source of evidence beside it; where none is good enough the claim says "unknown", or is graded unverified.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/few.hpp>
#include <whence/base/text.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/plane.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::catalog {

// Every source, by the name of its constant, in the order of the ids, which count from 1 and never change: a new source comes
// last. This is the only list: the ids, the keys and catalog::all are made of it.
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
  SOURCE(cloudshell)

/// Which source: ids never change.
enum class SourceId : std::uint8_t {
  none,
#define WHENCE_SOURCE_ID(NAME) NAME,
  WHENCE_CREDENTIAL_SOURCES(WHENCE_SOURCE_ID)
#undef WHENCE_SOURCE_ID
};

/// The name of a source on a command line, which is that of its constant.
[[nodiscard]] constexpr Text key_of(SourceId id) {
#define WHENCE_SOURCE_KEY(NAME) #NAME,
  constexpr Text keys[] = {"none", WHENCE_CREDENTIAL_SOURCES(WHENCE_SOURCE_KEY)};
#undef WHENCE_SOURCE_KEY
  return keys[static_cast<std::size_t>(id)];
}

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
};

[[nodiscard]] constexpr Text name_of(Family family) {
  constexpr Text names[] = {"Identity and CLI",
                            "EC2",
                            "Systems Manager",
                            "ECS",
                            "EKS",
                            "Lambda",
                            "Build and data",
                            "Federation and Identity Center",
                            "Roles Anywhere and IoT",
                            "Forward access and service-linked roles"};
  return names[static_cast<std::size_t>(family)];
}

inline constexpr Text not_known = "unknown";

/// One claim and what it rests on. Empty: there is nothing such. "unknown": no source tells.
struct Stated {
  Text text{};
  Source source{};

  [[nodiscard]] constexpr bool empty() const { return text.empty(); }
};

/// Whom a role's trust policy names, by the key of the Principal element.
enum class TrustKind : std::uint8_t { no_trust_policy, aws, service, federated };

[[nodiscard]] constexpr Text name_of(TrustKind kind) {
  constexpr Text names[] = {"none", "AWS", "Service", "Federated"};
  return names[static_cast<std::size_t>(kind)];
}

/// What the trust policy of the role must say. Nothing where there is no role, or none that has a trust policy.
struct Trust {
  TrustKind kind = TrustKind::no_trust_policy;
  Text principal{};           // as policies write it, with capitals where each account has its own
  Few<Text, 3> actions{};     // all of them are needed
  Few<Text, 2> conditions{};  // a key and its value each, as far as the source needs or is known for them
  Source source{};
};

/// The trust policy names a service, and no more.
[[nodiscard]] constexpr Trust trusts_service(Text name, const Source& source) {
  return {TrustKind::service, name, {"sts:AssumeRole"}, {}, source};
}

/// Who calls STS, from which side of AWS, and by which operation, as policies write it: empty where none is seen.
struct Assumer {
  Text who{};
  Plane plane{};
  Text action{};
  Source source{};
};

/// Whether it is true to say that the workload assumes the role itself.
enum class SelfAssumption : std::uint8_t {
  no,
  yes,
  no_or_yes,       // one way of using the source does, another does not
  not_applicable,  // there is no role, or no workload
};

[[nodiscard]] constexpr Text name_of(SelfAssumption answer) {
  constexpr Text names[] = {"no", "yes", "no or yes", "not applicable"};
  return names[static_cast<std::size_t>(answer)];
}

/// The answer, and what it rests on.
struct WorkloadAssumes {
  SelfAssumption answer = SelfAssumption::no;
  Source source{};
};

/// In words, and in seconds: -1 where it is not known or there is no such bound.
struct Lifetime {
  Text text{};
  std::int64_t usual = -1;
  std::int64_t least = -1;
  std::int64_t most = -1;
  Source source{};
};

/// By what a workload finds its credential.
enum class SurfaceKind : std::uint8_t { environment_variable, url, path, header, file, api, standard_output };

[[nodiscard]] constexpr Text name_of(SurfaceKind kind) {
  constexpr Text names[] = {"environment variable", "URL", "path", "header", "file", "API", "standard output"};
  return names[static_cast<std::size_t>(kind)];
}

struct Surface {
  SurfaceKind kind{};
  Text value{};  // exact; what stands in capitals or <brackets> differs from case to case
  Text note{};
  Source source{};
};

/// One kind of record in CloudTrail. What no record was found of is not listed.
struct Trail {
  Text event{};       // its name; empty: the calls that are made with the credential
  Text type{};        // userIdentity.type
  Text invoked_by{};  // userIdentity.invokedBy
  Text detail{};
  Source source{};
};

/// With whose session the SSM agent signs.
enum class AgentSession : std::uint8_t {
  none,                  // it signs nothing
  of_instance_profile,   // a session begun by the EC2 service
  of_host_management,    // a session begun by the SSM service for the instance
  of_hybrid_activation,  // a session begun by the SSM service for the node mi-...
  unknown,
};

/// What must be set up for a credential of the source to exist.
enum class Needs : std::uint8_t {
  not_stated,            // an environment does not tell: the credential is taken to exist
  nothing,               // it exists in whatever state the node is
  metadata_service,      // of the instance, switched on
  instance_profile,      // attached, with a role that trusts EC2
  host_management,       // Default Host Management Configuration, and the metadata service
  hybrid_activation,     // the machine is registered as a node mi-...
  service_account_role,  // EKS: the pod's service account has a role
  pod_identity,          // EKS: the pod's service account has a Pod Identity association
};

/// With what the requester signs, and where the credential rests, in order: on one operating system.
struct Places {
  Few<Place, 2> proofs{};
  Few<Place, 5> custody{};
};

/// One source of credentials.
struct CredentialSource {
  SourceId id{};
  Text name{};
  Family family{};
  Few<Platform, 3> platforms{};  // where the workload runs, or the holder of the credential
  Needs needs{};
  /// The credential is outside AWS only while the SSM agent signs with this session; none: the agent does not matter.
  AgentSession agent_signs{};
  /// A deployment does not count who reads it: it is the credential of another source, read by one more program, or it can do
  /// nothing but ask for the credential of another source.
  bool counted_elsewhere = false;
  /// The credential of the machine below, where its readers may be able to get this one as well (U-117); else null.
  const CredentialSource* machine = nullptr;
  Trust trust{};
  Assumer assumer{};
  Stated requester{};       // empty where nobody has to ask
  Few<Place, 2> proofs{};   // with what the requester signs: places of the credentials and keys
  Few<Place, 5> custody{};  // where the credential rests, in order
  Stated custodian{};
  Stated user{};
  Stated session_name{};
  Lifetime lifetime{};
  Stated rotation{};
  Stated readers{};
  WorkloadAssumes workload_assumes{};
  Few<Surface, 11> surfaces{};
  Few<Trail, 3> trail{};
  Stated trail_missing{};   // what is not known, or was looked for in CloudTrail and not found
  Few<Stated, 14> notes{};  // what is easily got wrong
  /// Its places on Windows and on macOS, where they differ there; else null.
  const Places* windows = nullptr;
  const Places* macos = nullptr;

  [[nodiscard]] constexpr Text key() const { return key_of(id); }
  [[nodiscard]] constexpr Span<Place> proofs_on(OperatingSystem system) const {
    const Places* const places = places_on(system);
    return places == nullptr ? Span<Place>(proofs) : Span<Place>(places->proofs);
  }
  [[nodiscard]] constexpr Span<Place> custody_on(OperatingSystem system) const {
    const Places* const places = places_on(system);
    return places == nullptr ? Span<Place>(custody) : Span<Place>(places->custody);
  }
  /// The same source, with its places on this operating system.
  [[nodiscard]] constexpr CredentialSource on(OperatingSystem system) const {
    CredentialSource source = *this;
    if (const Places* const places = places_on(system))
      source.proofs = places->proofs, source.custody = places->custody;
    return source;
  }
  /// Whether the workload that this credential is for, or its holder, runs on such a platform.
  [[nodiscard]] constexpr bool runs_on(Platform platform) const {
    for (const Platform each : platforms) {
      if (each == platform) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] constexpr const Places* places_on(OperatingSystem system) const {
    return system == OperatingSystem::windows ? windows : system == OperatingSystem::macos ? macos : nullptr;
  }
};

}  // namespace whence::catalog
WHENCE_TEMPLATES_END
