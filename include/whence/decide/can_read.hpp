// The question can_read: can a reader on a node, or a vantage in an environment, read a place or a source's credential?
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/metadata_service.hpp>
#include <whence/decide/ssm_agent.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// How a credential that rests at several places is read: the first place that the reader can read; failing that, an
/// undecided place; failing that, the last place and the rule that blocks it.
struct Reading {
  Verdict verdict;
  const Place* place = nullptr;

  constexpr explicit operator bool() const { return static_cast<bool>(verdict); }
};

namespace catalog {
/// Whether a node in this state has what a credential needs to exist.
[[nodiscard]] constexpr Truth exists_on(const Node& node, Needs needs) {
  switch (needs) {
    case Needs::nothing: return Truth::yes;
    case Needs::metadata_service: return truth(node.has_metadata());
    case Needs::instance_profile: return truth(node.has_profile_credential());
    case Needs::host_management: return truth(node.host_management && node.has_metadata());
    case Needs::hybrid_activation: return truth(node.hybrid_activation);
    default: return Truth::unknown;
  }
}

/// Whether a credential of this source rests at this place on this node; unknown if the node alone does not tell.
[[nodiscard]] constexpr Truth rests_at(const CredentialSource& source, const Place& place, const Node& node) {
  const Truth exists = exists_on(node, source.needs);
  if (place.plane.is_on(Plane::control)) return exists;
  if (!source.is_signed_with(AgentSession::none)) {
    const AgentSession agent = agent_session(node).session;
    const bool is_open = source.is_signed_with(AgentSession::of_host_management) && agent == AgentSession::unknown;
    if (is_open) return Truth::unknown;
    // The file of a hybrid node of EKS is written by nodeadm.
    const bool is_shared_file = agent == AgentSession::of_hybrid_activation && place.is(Medium::file) &&
                                source.id != catalog::SourceId::eks_hybrid_node;
    return truth(source.is_signed_with(agent) && (!is_shared_file || node.shares_credentials));
  }
  // A program of the machine gets its copy from IMDS.
  return source.needs == Needs::instance_profile ? both(exists, truth(node.has_metadata())) : exists;
}

/// The same in this environment: yes if it does not tell whether the credential is in use (a workstation's key), and
/// unknown if the source is not modelled on its platforms.
[[nodiscard]] constexpr Truth rests_at(const CredentialSource& source, const Place& place,
                                       const Environment& environment) {
  if (!source.runs_on(environment.platform)) return Truth::unknown;
  switch (source.needs) {
    case Needs::not_stated: return Truth::yes;
    case Needs::service_account_role: return truth(environment.service_account_role);
    case Needs::pod_identity: return truth(environment.pod_identity);
    default: return rests_at(source, place, environment.node);
  }
}

/// What a yes assumes of the existence of the credential, or null.
[[nodiscard]] constexpr const Assumption* assumed_of(Needs needs, const Environment& environment) {
  switch (needs) {
    case Needs::not_stated: return &assumptions::in_use;
    case Needs::service_account_role:
      return environment.service_account_role.is_given() ? nullptr : &assumptions::pod_role;
    case Needs::pod_identity: return environment.pod_identity.is_given() ? nullptr : &assumptions::pod_role;
    default: return nullptr;
  }
}
}  // namespace catalog

namespace detail {
// A place that is not inside AWS is on the machine of the environment. What is open to one plane of the machine is open
// to all of it.
constexpr Place there(Place place, const Environment& environment) {
  if (!place.plane.is_on(Plane::control)) {
    place.plane = plane_of(environment.platform);
  } else if (place.open_to_clients && is_also_a_client(environment.platform)) {
    place.open_to_the_data_plane = true;
  }
  return place;
}

// Whether a credential that signs the request rests at this place: only an instance has IMDS.
constexpr Truth proof_rests_at(const Place& place, const Environment& environment) {
  if (!place.is(Medium::metadata_path)) return Truth::yes;
  if (!is_instance(environment.platform)) return Truth::no;
  return catalog::exists_on(environment.node, catalog::needs_at(place));
}

// The rule that blocks a local endpoint tells more than the rule that blocks the memory or the file behind it.
constexpr bool is_surface(const Place& place) {
  return place.is(Medium::metadata_path) || place.is(Medium::container_endpoint);
}
}  // namespace detail

/// The type of the question `can_read`. Its functions are templates so that unused ones cost nothing.
struct CanRead {
  using Rules = rules::environment_read_rules;  // a reader is judged by the first of them, read_rules

  /// Can this reader read a credential that rests at this place, on a node in this state? The node matters for its IMDS
  /// and for the owner of its registered key. Complexity: constant; no allocation.
  template <class Facts = ReadFacts>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const Place& place, const Node& node = {}) const {
    return verdict(Facts{reader, &place, node, Truth::yes});
  }
  /// Can this reader read a credential of this source anywhere, given that there is one?
  template <class Facts = ReadFacts>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const catalog::CredentialSource& source) const {
    return closest<Facts>(reader, source, nullptr).verdict;
  }
  /// The same on a node in this state, which also decides whether there is one.
  template <class Facts = ReadFacts>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const catalog::CredentialSource& source,
                                             const Node& node) const {
    return closest<Facts>(reader, source, &node).verdict;
  }
  /// Can a credential that rests at this place be read from here, in this environment? Complexity: constant.
  template <class Facts = EnvironmentFacts>
  [[nodiscard]] constexpr Verdict operator()(const Vantage& from, const Place& place,
                                             const Environment& environment) const {
    return verdict_in<Facts>(from, place, nullptr, environment, Truth::yes, Truth::unknown);
  }
  /// Can this reader read it from there? The privilege is that of the position: the superuser of a container is an
  /// ordinary user of the machine.
  template <class Facts = EnvironmentFacts>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const Vantage& from, const Place& place,
                                             const Environment& environment) const {
    const OsUser user(reader.user().name(), from.privilege, reader.plane());
    return detail::verdict_of<rules::environment_read_rules>(
        Facts{{user, &place, environment.node, Truth::yes, Truth::unknown, true, owns(from, nullptr, environment)},
              &from,
              &environment});
  }
  /// Can a credential of this source be read from here, in this environment?
  template <class Facts = EnvironmentFacts>
  [[nodiscard]] constexpr Verdict operator()(const Vantage& from, const catalog::CredentialSource& source,
                                             const Environment& environment) const {
    return reading<Facts>(from, source, environment).verdict;
  }

  /// The same on a node, with the place. Complexity: linear in the places.
  template <class Facts = ReadFacts>
  [[nodiscard]] static constexpr Reading reading(const Reader& reader, const catalog::CredentialSource& source,
                                                 const Node& node = {}) {
    return closest<Facts>(reader, source, &node);
  }
  /// The same in an environment: the first place that this vantage can read, and the reply to a request that it could
  /// sign only if there is no other; failing that, an undecided place; failing that, the last endpoint or place.
  /// Complexity: linear in the places and in those of the proofs.
  template <class Facts = EnvironmentFacts>
  [[nodiscard]] static constexpr Reading reading(const Vantage& from, const catalog::CredentialSource& source,
                                                 const Environment& environment) {
    if (!source.runs_on(environment.platform)) {
      return {{Decision::unknown, &rules::there_is_a_credential_to_read::info, &open_questions::b2},
              source.custody_on(environment.node.os).begin()};
    }
    const Span<Place> proofs = source.proofs_on(environment.node.os);
    const Span<Place> custody = source.custody_on(environment.node.os);
    Truth has_the_proofs = proofs.empty() ? Truth::unknown : Truth::yes;
    for (const Place& proof : proofs) {
      const Verdict verdict = verdict_in<Facts>(from, detail::there(proof, environment), &source, environment,
                                                detail::proof_rests_at(proof, environment), Truth::unknown);
      has_the_proofs = both(has_the_proofs, verdict.is_unknown() ? Truth::unknown : truth(static_cast<bool>(verdict)));
    }
    Reading best{{Decision::denied_implicitly, &rules::there_is_a_credential_to_read::info}, custody.begin()};
    for (const Place& place : custody) {
      const Verdict verdict = verdict_in<Facts>(from, detail::there(place, environment), &source, environment,
                                                catalog::rests_at(source, place, environment), has_the_proofs);
      const Reading here{verdict, &place};
      if (here) {
        // A place that can be read directly tells more than a request that could also be signed.
        if (!best || best.place->is(Medium::service_reply)) best = here;
        if (!place.is(Medium::service_reply)) break;
      } else if (!best) {
        const bool tells_more =
            !best.verdict.is_unknown() && (detail::is_surface(place) || !detail::is_surface(*best.place));
        if (here.verdict.is_unknown() || tells_more) best = here;
      }
    }
    const bool can_ask_as_the_machine = source.machine != nullptr && from.means == Means::code;
    if (can_ask_as_the_machine && best.verdict.refused_by<rules::only_the_workload_reads_its_own>() &&
        reading<Facts>(from, *source.machine, environment)) {
      best.verdict = {Decision::unknown, best.verdict.rule, &open_questions::u117};
    }
    if (best && best.verdict.assumed == nullptr) best.verdict.assumed = catalog::assumed_of(source.needs, environment);
    return best;
  }

  /// The answer for these facts.
  template <class Facts = ReadFacts>
  [[nodiscard]] static constexpr Verdict verdict(const Facts& facts) {
    return detail::verdict_of<rules::read_rules>(facts);
  }

 private:
  // Whether it owns what the workload has: as the user who does, or as a workload that is alone on its machine. On a
  // machine that is also something else, a program may run as another user.
  static constexpr Truth owns(const Vantage& from, const catalog::CredentialSource* source,
                              const Environment& environment) {
    if (from.owns_what_it_runs) return Truth::yes;
    const Platforms platforms = environment.platform;
    if (from.inside != Inside::the_workload || from.has_own_network(platforms) || from.is_a_container_on(platforms)) {
      return Truth::no;
    }
    if (runs_only_containers(platforms)) return Truth::no;
    if (source == nullptr || from.on.empty() || source->runs_on(from.on.in(platforms))) return Truth::yes;
    return Truth::unknown;
  }

  // Without a node, a credential rests at every place.
  template <class Facts>
  static constexpr Reading closest(const Reader& reader, const catalog::CredentialSource& source, const Node* node) {
    Reading best;
    for (const Place& place : source.custody) {
      const Truth there_is_one = node == nullptr ? Truth::yes : catalog::rests_at(source, place, *node);
      const Reading here{verdict(Facts{reader, &place, node == nullptr ? Node{} : *node, there_is_one}), &place};
      if (here || best.place == nullptr || here.verdict.is_unknown() || !best.verdict.is_unknown()) best = here;
      if (best) break;
    }
    return best;
  }

  template <class Facts>
  static constexpr Verdict verdict_in(const Vantage& from, const Place& place, const catalog::CredentialSource* source,
                                      const Environment& environment, Truth there_is_one, Truth has_the_proofs) {
    const OsUser user(from.name, from.privilege, plane_of(environment.platform));
    return detail::verdict_of<rules::environment_read_rules>(
        Facts{{user, &place, environment.node, there_is_one, has_the_proofs, true, owns(from, source, environment)},
              &from,
              &environment,
              source});
  }
};

inline constexpr CanRead can_read{};

}  // namespace whence
WHENCE_TEMPLATES_END
