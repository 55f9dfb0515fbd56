// What stands between a vantage and a credential beside the read rules: hop limits, firewalls, containers, what a forged request
// cannot do.
#pragma once

#include <whence/base/truth.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/read_facts.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The facts of the question "can this be read from here, in this environment?".
struct EnvironmentFacts : ReadFacts {
  const Vantage* from;             // never null
  const Environment* environment;  // never null

  [[nodiscard]] constexpr bool asks_the_metadata_service() const { return place->medium == Medium::metadata_path; }
  [[nodiscard]] constexpr bool has_own_network() const { return from->has_own_network(environment->platform); }
};

namespace rules {

/// Version 1 has no token, so no hop limit; and version 1 hands out a credential of its own for the same role.
struct the_hop_limit_bounds_the_token {
  WHENCE_RULE(
      "W308", Decision::denied_implicitly,
      "the reply with the token of version 2 does not reach a container with a network of its own while the hop limit "
      "is 1; version 1 and containers with the host's network are not bounded by it",
      sources::metadata_options);
  static constexpr Truth holds(const EnvironmentFacts& facts) {
    if (!facts.asks_the_metadata_service() || !facts.has_own_network()) return Truth::yes;
    if (facts.node.metadata != MetadataService::version_2_only || facts.environment->hop_limit >= 2) return Truth::yes;
    const bool has_an_interface =
        facts.environment->platform == Platform::ecs_on_ec2 && facts.environment->network == ContainerNetwork::awsvpc;
    return has_an_interface ? Truth::unknown : Truth::no;
  }
};

struct the_metadata_service_can_be_kept_from_containers {
  WHENCE_RULE("W309", Decision::denied_implicitly,
              "where the metadata service is kept from containers, only those with the host's network reach it",
              sources::ecs_instance_role);
  static constexpr Truth holds(const EnvironmentFacts& facts) {
    const bool blocked = facts.environment->metadata_blocked_for_containers;
    return truth(!facts.asks_the_metadata_service() || !blocked || !facts.has_own_network());
  }
};

struct a_firewall_can_keep_users_from_the_metadata_service {
  WHENCE_RULE("W310", Decision::denied_implicitly,
              "a firewall of the machine can let the superuser alone reach the metadata service",
              sources::limit_metadata);
  static constexpr Truth holds(const EnvironmentFacts& facts) {
    if (!facts.asks_the_metadata_service() || !facts.environment->metadata_for_superuser_only) return Truth::yes;
    if (facts.observer.is_superuser()) return Truth::yes;
    // The rule of a firewall sees the users of the machine's own processes; a container's packets are forwarded.
    return facts.has_own_network() ? Truth::unknown : Truth::no;
  }
};

struct a_forged_get_has_no_token {
  WHENCE_RULE(
      "W311", Decision::denied_implicitly,
      "version 2 of the metadata service asks for a PUT and a header, which a forged GET does not have; version 1 asks "
      "for nothing",
      sources::metadata_options);
  static constexpr Truth holds(const EnvironmentFacts& facts) {
    if (facts.from->means != Means::forged_get) return Truth::yes;
    // A local server that is open to every process speaks version 2 as well.
    const bool local_server =
        facts.place->medium == Medium::container_endpoint && facts.place->readers == Readers::every_process;
    if (local_server) return Truth::no;
    return truth(!facts.asks_the_metadata_service() || facts.node.metadata != MetadataService::version_2_only);
  }
};

/// On a machine of the customer's its superuser reads it too: he can enter every container.
struct a_workload_keeps_its_own {
  WHENCE_RULE(
      "W312", Decision::denied_implicitly,
      "what is made for one container, pod, function or job is read inside it, and by the superuser of the machine below",
      sources::ecs_task_roles);
  static constexpr Truth holds(const EnvironmentFacts& facts) {
    if (facts.place->readers != Readers::the_workload || facts.from->inside == Inside::the_workload) return Truth::yes;
    const Platform platform = facts.environment->platform;
    if (facts.observer.is_superuser()) return truth(has_a_machine(platform));
    const bool neighbours_task = facts.from->inside == Inside::a_neighbour && platform == Platform::ecs_on_ec2;
    return neighbours_task ? Truth::unknown : Truth::no;
  }
};

struct a_local_endpoint_asks_for_more_than_a_url {
  WHENCE_RULE(
      "W313", Decision::denied_implicitly,
      "a workload's local endpoint answers whoever knows its id or has its token, which a forged request does not",
      sources::ecs_task_roles.graded(Grade::inferred));
  static constexpr Truth holds(const EnvironmentFacts& facts) {
    const bool own = facts.place->medium == Medium::container_endpoint && facts.place->readers == Readers::the_workload;
    return truth(!own || facts.from->means == Means::code);
  }
};

struct a_forged_request_reads_no_memory {
  WHENCE_RULE("W314", Decision::denied_implicitly,
              "a forged request reads what answers over HTTP: no file, no variable, no memory, and it signs nothing",
              sources::metadata_options.graded(Grade::inferred));
  static constexpr Truth holds(const EnvironmentFacts& facts) {
    const Medium medium = facts.place->medium;
    const bool over_http = medium == Medium::metadata_path || medium == Medium::container_endpoint;
    return truth(facts.from->means == Means::code || over_http || medium == Medium::service_memory);
  }
};

using environment_rules =
    RuleList<the_hop_limit_bounds_the_token, the_metadata_service_can_be_kept_from_containers,
             a_firewall_can_keep_users_from_the_metadata_service, a_forged_get_has_no_token, a_workload_keeps_its_own,
             a_local_endpoint_asks_for_more_than_a_url, a_forged_request_reads_no_memory>;
/// What decides in an environment: the read rules, then these.
using environment_read_rules = Joined<read_rules, environment_rules>;

}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
