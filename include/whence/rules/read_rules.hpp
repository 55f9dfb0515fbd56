// Who can read a credential where it rests: on a node, and from a vantage of a whole environment, with its hop limits, firewalls
// and containers.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/node.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/place.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The facts of the question "can this reader read a credential at this place?".
struct ReadFacts {
  Reader reader;
  const Place* place;  // never null
  Node node{};
  Truth there_is_one = Truth::yes;  // whether a credential rests there at all
  // Whether the reader has all that the requester signs with, where the place is the reply of an authenticated API.
  Truth has_the_proofs = Truth::unknown;
  bool environment_decides = false;  // whether rules on an environment follow, which tell who is inside a workload
  bool is_owner = false;  // whether an environment tells that the files and programs there are the reader's

  /// Whether the place is the reader's own; unknown where nothing tells whose it is.
  [[nodiscard]] constexpr Truth is_owned_by_the_observer() const {
    if (is_owner) return Truth::yes;
    if (place->owner.empty()) return environment_decides ? Truth::no : Truth::unknown;
    return truth(place->owner == reader.user().name());
  }
};

/// The facts of the question "can this be read from here, in this environment?".
struct EnvironmentFacts : ReadFacts {
  const Vantage* from;             // never null
  const Environment* environment;  // never null

  [[nodiscard]] constexpr bool asks_the_metadata_service() const { return place->medium == Medium::metadata_path; }
  [[nodiscard]] constexpr bool has_own_network() const { return from->has_own_network(environment->platform); }
};

namespace rules {

struct there_is_a_credential_to_read {
  WHENCE_RULE("W301", Decision::denied_implicitly, "a credential must rest at this place in this state of the node",
              sources::ssm_agent_source);
  static constexpr Truth holds(const ReadFacts& facts) { return facts.there_is_one; }
};

/// The wall between the planes.
struct a_plane_sees_what_is_exposed_to_it {
  WHENCE_RULE("W302", Decision::denied_implicitly,
              "a credential on AWS's side is seen from another plane only through a surface that exposes it there",
              sources::fault_isolation.graded(Grade::inferred));
  static constexpr Truth holds(const ReadFacts& facts) {
    const Place& place = *facts.place;
    if (!place.plane.is_on(Plane::control)) return Truth::yes;
    const Plane readers = facts.reader.plane();
    if (place.readers == Readers::the_service) return Truth::no;  // whatever it hands on, nobody looks in
    return truth(readers.is_on(Plane::control) || place.is_open_to(readers));
  }
};

struct a_machine_keeps_to_itself {
  WHENCE_RULE("W303", Decision::denied_implicitly, "what rests on a machine is read on that machine",
              sources::instance_metadata.graded(Grade::inferred));
  static constexpr Truth holds(const ReadFacts& facts) {
    const Place& place = *facts.place;
    return truth(place.plane.is_on(Plane::control) || facts.reader.plane().is_on(place.plane));
  }
};

/// Any user of the system can: no privilege is asked for, with version 2 only a token that any user can get.
struct the_metadata_service_answers_the_whole_machine {
  WHENCE_RULE("W304", Decision::denied_implicitly,
              "every user and program of the instance reads the metadata service, while it is on",
              sources::metadata_options);
  static constexpr Truth holds(const ReadFacts& facts) {
    return truth(facts.place->medium != Medium::metadata_path || facts.node.metadata != MetadataService::off);
  }
};

/// The talk says that a user who has logged in can read the file; the agent's source says which user.
struct the_agents_file_is_the_superusers {
  WHENCE_RULE(
      "W305", Decision::denied_implicitly,
      "the agent's files and memory are for the superuser: root on Unix (mode 0600 in a directory of mode 0700), Administrators "
      "and SYSTEM on Windows",
      sources::ssm_agent_source);
  static constexpr Truth holds(const ReadFacts& facts) {
    return truth(facts.place->readers != Readers::superuser || facts.reader.is_superuser());
  }
};

struct a_users_own_is_read_by_him_and_the_superuser {
  WHENCE_RULE("W306", Decision::denied_implicitly,
              "a user's file or process is read by its owner (owned_by) and the superuser", sources::aws_cli_source);
  static constexpr Truth holds(const ReadFacts& facts) {
    const Place& place = *facts.place;
    // Who is inside a workload is for an environment to say; on a machine there is no service, so this is a place of which
    // nobody has said who reads it.
    const bool on_aws_side = place.plane.is_on(Plane::control);
    if (place.readers == Readers::the_workload) {
      if (facts.environment_decides || facts.reader.is_superuser()) return Truth::yes;
      return on_aws_side ? Truth::unknown : facts.is_owned_by_the_observer();
    }
    if (place.readers == Readers::not_stated || (place.readers == Readers::the_service && !on_aws_side)) {
      return Truth::unknown;
    }
    if (place.readers != Readers::owner_and_superuser || facts.reader.is_superuser()) return Truth::yes;
    return facts.is_owned_by_the_observer();
  }
  static constexpr const OpenQuestion* open(const ReadFacts& facts) {
    return facts.place->readers == Readers::not_stated ? &open_questions::u114 : nullptr;
  }
};

/// Two signatures on one request: the instance identity credential, which every process can read, and the registered
/// key, which only the superuser can. Before the agent has registered its key, a third party has shown an ordinary user
/// to register one of his own (U-102).
struct the_reply_goes_to_whoever_can_sign_for_it {
  WHENCE_RULE(
      "W307", Decision::denied_implicitly,
      "Systems Manager gives its credential to whoever signs with the registered key, which only the superuser reads, "
      "and on EC2 with the instance identity credential as well; any other service, to whoever has all that the requester "
      "signs with",
      sources::ssm_agent_source);
  static constexpr Truth holds(const ReadFacts& facts) {
    const bool by_key = facts.place->readers == Readers::whoever_has_the_key;
    if (!by_key && facts.place->readers != Readers::whoever_has_the_proofs) return Truth::yes;
    if (!is_of_systems_manager(facts)) {
      return was_shown_by_others(facts) ? both(facts.has_the_proofs, Truth::unknown) : facts.has_the_proofs;
    }
    if (!facts.node.reaches_systems_manager) return Truth::no;
    if (by_key) return truth(facts.reader.is_superuser());
    if (facts.node.metadata == MetadataService::off) return Truth::no;  // no identity credential to be had
    if (facts.node.registration == Registration::agents_key) return truth(facts.reader.is_superuser());
    return Truth::unknown;
  }
  static constexpr const OpenQuestion* open(const ReadFacts& facts) {
    if (!is_of_systems_manager(facts)) {
      return was_shown_by_others(facts) ? &open_questions::u113 : &open_questions::u115;
    }
    return facts.node.registration == Registration::none ? &open_questions::u102 : &open_questions::u105;
  }

 private:
  static constexpr bool is_of_systems_manager(const ReadFacts& facts) {
    return facts.place->owner == "ssm.amazonaws.com";
  }
  static constexpr bool was_shown_by_others(const ReadFacts& facts) {
    return facts.place->source.grade == Grade::third_party;
  }
};

using read_rules =
    RuleList<there_is_a_credential_to_read, a_plane_sees_what_is_exposed_to_it, a_machine_keeps_to_itself,
             the_metadata_service_answers_the_whole_machine, the_agents_file_is_the_superusers,
             a_users_own_is_read_by_him_and_the_superuser, the_reply_goes_to_whoever_can_sign_for_it>;

// What an environment adds.

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
  static constexpr const OpenQuestion* open(const EnvironmentFacts&) { return &open_questions::u116; }
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
    if (facts.reader.is_superuser()) return Truth::yes;
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
    if (facts.reader.is_superuser()) return truth(has_a_machine(platform));
    const bool neighbours_task = facts.from->inside == Inside::a_neighbour && platform == Platform::ecs_on_ec2;
    return neighbours_task ? Truth::unknown : Truth::no;
  }
  static constexpr const OpenQuestion* open(const EnvironmentFacts&) { return &open_questions::u113; }
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
