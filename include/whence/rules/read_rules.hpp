// Who can read a credential at the place where it rests: on a node, and from a vantage in an environment.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/evidence/assumptions.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/reader.hpp>
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
  // For the reply of an authenticated API: whether the reader holds every credential used to sign the request.
  Truth has_the_proofs = Truth::unknown;
  bool environment_decides = false;  // whether environment_rules follow: they know who is inside a workload
  Truth is_owner = Truth::no;        // whether an environment says that the reader owns the files and programs there

  [[nodiscard]] constexpr bool is_for(Readers readers) const { return place->readers == readers; }
  /// Whether the place is the reply of an API to a signed request.
  [[nodiscard]] constexpr bool is_reply() const {
    return is_for(Readers::holder_of_the_key) || is_for(Readers::holder_of_the_proofs);
  }
  [[nodiscard]] constexpr bool is_reply_of_systems_manager() const {
    return is_reply() && place->owner == "ssm.amazonaws.com";
  }
  [[nodiscard]] constexpr bool rests_in(Medium medium) const { return place->medium == medium; }
  [[nodiscard]] constexpr bool metadata_is(MetadataService state) const { return node.metadata == state; }
  /// Whether the reader owns the place; unknown if its owner is not known.
  [[nodiscard]] constexpr Truth is_owned_by_the_reader() const {
    if (is_owner != Truth::no) return is_owner;
    if (place->owner.empty()) return environment_decides ? Truth::no : Truth::unknown;
    return truth(place->owner == reader.user().name());
  }
};

/// The facts of the question "can this be read from here, in this environment?".
struct EnvironmentFacts : ReadFacts {
  const Vantage* from;                                // never null
  const Environment* environment;                     // never null
  const catalog::CredentialSource* source = nullptr;  // of the credential; null if only the place was given

  [[nodiscard]] constexpr bool asks_the_metadata_service() const { return rests_in(Medium::metadata_path); }
  [[nodiscard]] constexpr bool has_own_network() const { return from->has_own_network(environment->platform); }
  /// The hop limit with which the reply with a token reaches this position.
  [[nodiscard]] constexpr unsigned hops_needed() const {
    if (from->hops != 0) return from->hops;
    return has_own_network() ? static_cast<std::uint8_t>(environment->container_hops) : 1U;
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
    return by_hops && from->network_mode(*environment) != NetworkMode::awsvpc_task ? &assumptions::container_hops
                                                                                   : nullptr;
  }
};

namespace rules {
struct there_is_a_credential_to_read {
  WHENCE_RULE("W301", Decision::denied_implicitly, sources::the_model,
              "there must be a credential at this place while the machine is in this state");
  static constexpr Truth holds(const auto& facts) { return facts.there_is_one; }
};

/// The boundary between the planes.
struct aws_exposes_the_credential_to_the_plane {
  WHENCE_RULE("W302", Decision::denied_implicitly, sources::the_model,
              "a credential inside AWS can be read from another plane only through an interface that is open to that "
              "plane");
  static constexpr Truth holds(const auto& facts) {
    const Place& place = *facts.place;
    if (!place.plane.is_on(Plane::control)) return Truth::yes;
    const Plane readers = facts.reader.plane();
    if (facts.is_for(Readers::the_service)) return Truth::no;  // nobody can look inside a service
    return truth(readers.is_on(Plane::control) || place.is_open_to(readers));
  }
};

struct only_its_own_machine_reads_a_credential {
  WHENCE_RULE("W303", Decision::denied_implicitly, sources::the_model,
              "a credential on a machine can be read only on that machine");
  static constexpr Truth holds(const auto& facts) {
    const Place& place = *facts.place;
    return truth(place.plane.is_on(Plane::control) || facts.reader.plane().is_on(place.plane));
  }
};

/// It requires no privilege; IMDSv2 only requires a token that any user can get. "Anyone who has direct access to the
/// instance, and potentially any software running on the instance, can view its metadata": Instance metadata and user
/// data, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html.
struct imds_answers_the_whole_instance {
  WHENCE_RULE("W304", Decision::denied_implicitly, sources::metadata_options,
              "a user or program of an instance can read its IMDS only if IMDS is enabled");
  static constexpr Truth holds(const auto& facts) {
    return truth(!facts.rests_in(Medium::metadata_path) || !facts.metadata_is(MetadataService::off));
  }
};

/// The talk says that a logged-in user can read the file; the agent's source code says which user: it hardens its
/// files in harden_unix.go and harden_windows.go. That its memory is private to it follows.
struct only_the_superuser_reads_the_agents_files {
  WHENCE_RULE("W305", Decision::denied_implicitly, sources::ssm_agent_source,
              "only the superuser can read the agent's files and memory: root on Unix (mode 0600 in a directory of "
              "mode 0700), Administrators and SYSTEM on Windows");
  static constexpr Truth holds(const auto& facts) {
    return truth(!facts.is_for(Readers::superuser) || facts.reader.is_superuser());
  }
};

/// Why a place is private (its mode, for example) is the source of that place in the catalogue.
struct only_the_owner_and_superuser_read_a_private_place {
  WHENCE_RULE("W306", Decision::denied_implicitly, sources::the_model,
              "only the owner (owned_by) and the superuser can read a file or process that is private to a user or a "
              "workload");
  static constexpr Truth holds(const auto& facts) {
    const bool on_aws_side = facts.place->plane.is_on(Plane::control);
    switch (facts.place->readers) {
      case Readers::the_workload:  // an environment says who is inside it
        if (facts.environment_decides || facts.reader.is_superuser()) return Truth::yes;
        return on_aws_side ? Truth::unknown : facts.is_owned_by_the_reader();
      case Readers::owner_and_superuser:
        return facts.reader.is_superuser() ? Truth::yes : facts.is_owned_by_the_reader();
      case Readers::not_stated: return Truth::unknown;
      case Readers::the_service: return on_aws_side ? Truth::yes : Truth::unknown;  // a machine has no service
      default: return Truth::yes;
    }
  }
  static constexpr const OpenQuestion* open(const auto& facts) {
    return facts.is_for(Readers::not_stated) ? &open_questions::u114 : nullptr;
  }
};

/// Every process can read the instance identity credential, but only the superuser the registered key. A third party
/// has shown that an ordinary user can register their own key before the agent does (U-102).
struct only_the_signer_gets_the_reply {
  WHENCE_RULE("W307", Decision::denied_implicitly, sources::ssm_agent_source,
              "Systems Manager sends the credential only to a caller that reaches it and signs with the registered "
              "key, which only the superuser can read, and on EC2 also with the instance identity credential");
  static constexpr Truth holds(const auto& facts) {
    const bool by_key = facts.is_for(Readers::holder_of_the_key);
    if (!facts.is_reply_of_systems_manager()) return Truth::yes;
    if (!facts.node.reaches_systems_manager) return Truth::no;
    if (by_key) return truth(facts.reader.is_superuser());
    if (facts.metadata_is(MetadataService::off)) return Truth::no;  // so there is no instance identity credential
    if (facts.node.registration == Registration::agents_key) return truth(facts.reader.is_superuser());
    return Truth::unknown;
  }
  static constexpr const OpenQuestion* open(const auto& facts) {
    return facts.node.registration == Registration::none ? &open_questions::u102 : &open_questions::u105;
  }
};

/// AWS identifies the sender of a request by its signature; that nobody else gets the reply follows.
struct only_a_caller_with_every_proof_gets_the_reply {
  WHENCE_RULE("W315", Decision::denied_implicitly, sources::request_signing.graded(Grade::inferred),
              "a service sends the credential only to a caller that holds every credential used to sign the request");
  static constexpr Truth holds(const auto& facts) {
    if (!facts.is_reply() || facts.is_reply_of_systems_manager()) return Truth::yes;
    return was_shown_by_others(facts) ? both(facts.has_the_proofs, Truth::unknown) : facts.has_the_proofs;
  }
  static constexpr const OpenQuestion* open(const auto& facts) {
    return was_shown_by_others(facts) ? &open_questions::u113 : &open_questions::u115;
  }

 private:
  static constexpr bool was_shown_by_others(const auto& facts) {
    return facts.place->source.grade == Grade::third_party;
  }
};

using read_rules =
    RuleList<there_is_a_credential_to_read, aws_exposes_the_credential_to_the_plane,
             only_its_own_machine_reads_a_credential, imds_answers_the_whole_instance,
             only_the_superuser_reads_the_agents_files, only_the_owner_and_superuser_read_a_private_place,
             only_the_signer_gets_the_reply, only_a_caller_with_every_proof_gets_the_reply>;

// The rules that an environment adds.

/// IMDSv1 has no token, so the hop limit does not apply to it; IMDSv1 gives its own credential for the same role.
struct the_hop_limit_lets_the_token_through {
  WHENCE_RULE("W308", Decision::denied_implicitly, sources::reading_metadata,
              "the reply with an IMDSv2 token reaches a container with its own network only if the hop limit is at "
              "least 2, and at least the number of network hops between the two");
  static constexpr Truth holds(const auto& facts) {
    if (!facts.asks_the_metadata_service() || !facts.metadata_is(MetadataService::version_2_only)) return Truth::yes;
    if (facts.from->hops == 0 && !facts.has_own_network()) return Truth::yes;
    const unsigned limit = facts.environment->hop_limit;
    if (facts.from->hops == 0 && facts.from->network_mode(*facts.environment) == NetworkMode::awsvpc_task) {
      return limit >= 2 ? Truth::yes : Truth::unknown;
    }
    return truth(limit >= facts.hops_needed());
  }
  static constexpr const OpenQuestion* open(const EnvironmentFacts&) { return &open_questions::u116; }
  static constexpr const Assumption* assumed(const EnvironmentFacts& facts) {
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
    return negated(environment.metadata_blocked_for_containers.cover(facts.from->network_mode(environment)));
  }
  static constexpr const OpenQuestion* open(const EnvironmentFacts&) { return &open_questions::u116; }
};

struct ordinary_users_can_reach_imds {
  WHENCE_RULE("W310", Decision::denied_implicitly, sources::limit_metadata,
              "if a firewall of the machine lets only the superuser reach IMDS, no other user can");
  static constexpr Truth holds(const auto& facts) {
    if (!facts.asks_the_metadata_service() || !facts.environment->metadata_for_superuser_only) return Truth::yes;
    if (facts.reader.is_superuser()) return Truth::yes;
    // A firewall rule sees the users of the machine's own processes; packets of a container are forwarded.
    return facts.has_own_network() ? Truth::unknown : Truth::no;
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
  static constexpr const Assumption* assumed(const EnvironmentFacts& facts) {
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
    if (!facts.is_for(Readers::the_workload) || facts.is_inside()) return Truth::yes;
    const Platforms platforms = facts.environment->platform;
    if (facts.reader.is_superuser()) return truth(has_a_machine(platforms));
    if (facts.from->inside == Inside::the_workload) return Truth::unknown;  // of another kind: is one in the other?
    const bool neighbours_task = facts.from->inside == Inside::a_neighbour && platforms.has(Platform::ecs_on_ec2);
    return neighbours_task ? Truth::unknown : Truth::no;
  }
  static constexpr const OpenQuestion* open(const EnvironmentFacts& facts) {
    return facts.from->inside == Inside::the_workload ? &open_questions::b2 : &open_questions::u113;
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
