// Who can read a credential where it rests.
#pragma once

#include <whence/base/truth.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/read_facts.hpp>
#include <whence/rules/rule.hpp>

namespace whence::rules {

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
    const Plane observers = facts.observer.plane();
    if (place.readers == Readers::the_service) return Truth::no;  // whatever it hands on, nobody looks in
    return truth(observers.is_on(Plane::control) || place.is_open_to(observers));
  }
};

struct a_machine_keeps_to_itself {
  WHENCE_RULE("W303", Decision::denied_implicitly, "what rests on a machine is read on that machine",
              sources::instance_metadata.graded(Grade::inferred));
  static constexpr Truth holds(const ReadFacts& facts) {
    const Place& place = *facts.place;
    return truth(place.plane.is_on(Plane::control) || facts.observer.plane().is_on(place.plane));
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
    return truth(facts.place->readers != Readers::superuser || facts.observer.is_superuser());
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
      if (facts.environment_decides || facts.observer.is_superuser()) return Truth::yes;
      const bool is_said = !place.owner.empty() && !on_aws_side;
      return is_said ? truth(place.owner == facts.observer.user().name()) : Truth::unknown;
    }
    if (place.readers == Readers::not_stated || (place.readers == Readers::the_service && !on_aws_side)) {
      return Truth::unknown;
    }
    if (place.readers != Readers::owner_and_superuser || facts.observer.is_superuser()) return Truth::yes;
    if (place.owner.empty()) return Truth::unknown;  // whose it is has not been said
    return truth(place.owner == facts.observer.user().name());
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
    if (facts.place->owner != "ssm.amazonaws.com") {
      const bool was_shown_by_others = facts.place->source.grade == Grade::third_party;
      return was_shown_by_others ? both(facts.has_the_proofs, Truth::unknown) : facts.has_the_proofs;
    }
    if (!facts.node.reaches_systems_manager) return Truth::no;
    if (by_key) return truth(facts.observer.is_superuser());
    if (facts.node.metadata == MetadataService::off) return Truth::no;  // no identity credential to be had
    if (facts.node.registration == Registration::agents_key) return truth(facts.observer.is_superuser());
    return Truth::unknown;
  }
};

using read_rules =
    RuleList<there_is_a_credential_to_read, a_plane_sees_what_is_exposed_to_it, a_machine_keeps_to_itself,
             the_metadata_service_answers_the_whole_machine, the_agents_file_is_the_superusers,
             a_users_own_is_read_by_him_and_the_superuser, the_reply_goes_to_whoever_can_sign_for_it>;

}  // namespace whence::rules
