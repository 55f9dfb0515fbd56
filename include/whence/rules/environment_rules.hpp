// Who can read a credential from a vantage in an environment: the rules that an environment adds.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/evidence/assumptions.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/metadata_block.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/platform.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The facts of the question "can this be read from here, in this environment?".
struct EnvironmentFacts : ReadFacts {
  const Vantage* from;                                // never null
  const Environment* environment;                     // never null
  const catalog::CredentialSource* source = nullptr;  // of the credential; null if only the place was given

  [[nodiscard]] constexpr bool asks_the_metadata_service() const { return rests_in(Medium::metadata_path); }
  [[nodiscard]] constexpr bool has_own_network() const { return from->has_own_network(environment->platform); }
  [[nodiscard]] constexpr NetworkMode network_mode() const {
    if (!has_own_network()) return NetworkMode::host;
    const Platforms where = from->in_a_container && !from->on.empty() ? from->on : environment->platform;
    if (where.has(Platform::eks_node) || where.has(Platform::kubernetes)) return NetworkMode::pod;
    const bool is_a_task = environment->platform.has(Platform::ecs_on_ec2) && where.has(Platform::ecs_on_ec2);
    return is_a_task && environment->network == ContainerNetwork::awsvpc ? NetworkMode::awsvpc_task
                                                                         : NetworkMode::bridge;
  }
  /// The hop limit with which the reply with a token reaches this position.
  [[nodiscard]] constexpr unsigned hops_needed() const {
    const unsigned hops = from->hops != 0     ? from->hops
                          : has_own_network() ? static_cast<std::uint8_t>(environment->container_hops)
                                              : 1U;
    return has_own_network() && hops < 2 ? 2U : hops;
  }
  /// Whether what every process of a machine can read there is open to this position: a container has files and programs
  /// of its own, and with a network of its own no local server of the machine. What it is given of them was not said.
  [[nodiscard]] constexpr Truth shares_with_the_machine() const {
    const bool is_local = !place->plane.is_on(Plane::control) && from->is_a_container_on(environment->platform);
    const bool by_network = rests_in(Medium::container_endpoint) && from->host_network;
    return is_local && !by_network ? Truth::unknown : Truth::yes;
  }
  /// Whether the position is inside the workload that the credential was made for, and not inside another one.
  [[nodiscard]] constexpr bool is_inside() const {
    if (from->inside != Inside::the_workload) return false;
    return source == nullptr || from->on.empty() || source->runs_on(from->on.in(environment->platform));
  }
  /// What a yes assumes.
  [[nodiscard]] constexpr const Assumption* assumed() const {
    const bool by_hops = asks_the_metadata_service() && metadata_is(MetadataService::version_2_only) &&
                         has_own_network() && from->hops == 0 && !environment->container_hops.is_given();
    return by_hops && network_mode() != NetworkMode::awsvpc_task ? &assumptions::container_hops : nullptr;
  }
};

namespace rules {
/// IMDSv1 has no token, so the hop limit does not apply to it; IMDSv1 gives its own credential for the same role.
struct the_hop_limit_lets_the_token_through {
  WHENCE_RULE("W308", Decision::denied_implicitly, sources::reading_metadata,
              "the reply with an IMDSv2 token reaches a container with its own network only if the hop limit is at "
              "least 2, and at least the number of network hops between the two");
  static constexpr Truth holds(const auto& facts) {
    if (!facts.asks_the_metadata_service() || !facts.metadata_is(MetadataService::version_2_only)) return Truth::yes;
    if (facts.from->hops == 0 && !facts.has_own_network()) return Truth::yes;
    const unsigned limit = facts.environment->hop_limit;
    if (facts.from->hops == 0 && facts.network_mode() == NetworkMode::awsvpc_task) {
      return limit >= 2 ? Truth::yes : Truth::unknown;
    }
    return truth(limit >= facts.hops_needed());
  }
  static constexpr const OpenQuestion* open(const auto&) { return &open_questions::u116; }
  static constexpr const Assumption* assumed(const auto& facts) {
    const Environment& environment = *facts.environment;
    if (!environment.hop_limit.is_given()) return &assumptions::hop_limit;
    if (!environment.node.metadata.is_given()) return &assumptions::metadata_versions;
    // Every container with a network of its own needs at least 2.
    const bool by_hops = facts.from->hops == 0 && environment.hop_limit >= 2 && !environment.container_hops.is_given();
    return by_hops ? &assumptions::container_hops : nullptr;
  }
};

struct containers_can_reach_imds {
  WHENCE_RULE("W309", Decision::denied_implicitly, sources::ecs_task_roles,
              "if IMDS is blocked for containers, only a container on the host network can reach it, and one in a "
              "network mode that the block does not cover");
  static constexpr Truth holds(const auto& facts) {
    const Environment& environment = *facts.environment;
    if (!environment.metadata_blocked_for_containers || !facts.asks_the_metadata_service()) return Truth::yes;
    if (!facts.has_own_network()) return Truth::yes;
    return negated(environment.metadata_blocked_for_containers.cover(facts.network_mode()));
  }
  static constexpr const OpenQuestion* open(const auto&) { return &open_questions::u116; }
};

struct ordinary_users_can_reach_imds {
  WHENCE_RULE("W310", Decision::denied_implicitly, sources::limit_metadata,
              "if a firewall of the machine lets only the superuser reach IMDS, no other user can");
  static constexpr Truth holds(const auto& facts) {
    if (!facts.asks_the_metadata_service() || !facts.environment->metadata_for_superuser_only) return Truth::yes;
    if (facts.reader.is_superuser()) return Truth::yes;
    // A firewall rule tests the user id. It does not see that of forwarded packets, and a process in a container, or a
    // server that sends a forged request, may have that of the superuser.
    return facts.from->inside == Inside::the_machine ? Truth::no : Truth::unknown;
  }
};

struct a_forged_get_can_read_imds {
  WHENCE_RULE("W311", Decision::denied_implicitly, sources::metadata_service,
              "IMDSv2 requires a token that is requested with PUT and sent in a header, which a forged GET cannot do; "
              "a local server that speaks IMDSv2 requires it too");
  static constexpr Truth holds(const auto& facts) {
    if (facts.from->means != Means::forged_get) return Truth::yes;
    // A local server that is open to every process speaks IMDSv2 too.
    const bool local_server = facts.rests_in(Medium::container_endpoint) && facts.is_for(Readers::every_process);
    if (local_server) return Truth::no;
    return truth(!facts.asks_the_metadata_service() || !facts.metadata_is(MetadataService::version_2_only));
  }
  static constexpr const Assumption* assumed(const auto& facts) {
    const bool by_default = facts.asks_the_metadata_service() && !facts.node.metadata.is_given();
    return by_default ? &assumptions::metadata_versions : nullptr;
  }
};

/// Documented of pods. The superuser of a customer's machine reads it too, because they can enter every container. ECS
/// does not keep the tasks of an EC2 instance apart (U-113): Amazon ECS task IAM role,
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html.
struct only_the_workload_reads_its_own {
  WHENCE_RULE("W312", Decision::denied_implicitly, sources::eks_pod_identities.graded(Grade::inferred),
              "a credential made for one container, pod, function or job can be read only inside it, and by the "
              "superuser of the machine that runs it");
  static constexpr Truth holds(const auto& facts) {
    if (facts.is_for(Readers::every_process)) return facts.shares_with_the_machine();
    if (!facts.is_for(Readers::the_workload) || facts.is_inside()) return Truth::yes;
    const Platforms platforms = facts.environment->platform;
    if (facts.reader.is_superuser()) return truth(has_a_machine(platforms));
    if (facts.from->inside == Inside::the_workload) return Truth::unknown;  // of another kind: is one in the other?
    const bool neighbours_task = facts.from->inside == Inside::a_neighbour && platforms.has(Platform::ecs_on_ec2);
    return neighbours_task ? Truth::unknown : Truth::no;
  }
  static constexpr const OpenQuestion* open(const auto& facts) {
    const bool undecided_inside = facts.is_for(Readers::every_process) || facts.from->inside == Inside::the_workload;
    return undecided_inside ? &open_questions::b2 : &open_questions::u113;
  }
};

/// A flaw that also reads files or environment variables finds the id or the token there: it is more than a forged
/// request.
struct a_forged_get_can_read_the_local_endpoint {
  WHENCE_RULE("W313", Decision::denied_implicitly, sources::container_credentials.graded(Grade::inferred),
              "a local credential endpoint answers only a request that has the workload's credential id or token; a "
              "forged request has neither");
  static constexpr Truth holds(const auto& facts) {
    const bool own = facts.rests_in(Medium::container_endpoint) && facts.is_for(Readers::the_workload);
    return truth(!own || facts.from->means == Means::code);
  }
};

struct a_forged_request_reads_only_http {
  WHENCE_RULE("W314", Decision::denied_implicitly, sources::the_model,
              "a forged request can read only an HTTP reply: no file, environment variable or memory, and it cannot "
              "sign");
  static constexpr Truth holds(const auto& facts) {
    const bool over_http = facts.rests_in(Medium::metadata_path) || facts.rests_in(Medium::container_endpoint);
    return truth(facts.from->means == Means::code || over_http || facts.rests_in(Medium::service_memory));
  }
};

using environment_rules =
    RuleList<the_hop_limit_lets_the_token_through, containers_can_reach_imds, ordinary_users_can_reach_imds,
             a_forged_get_can_read_imds, only_the_workload_reads_its_own, a_forged_get_can_read_the_local_endpoint,
             a_forged_request_reads_only_http>;
/// The rules that decide in an environment: the read rules, then these.
using environment_read_rules = Joined<read_rules, environment_rules>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
