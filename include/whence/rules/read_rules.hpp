// Who can read a credential at the place where it rests, on a node.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/reader.hpp>
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

}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
