// The question can_read in an environment: can a vantage read a place or a source's credential?
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/metadata_service.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/evidence/assumptions.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/place.hpp>
#include <whence/model/platform.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/environment_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

namespace catalog {
/// The same in an environment with a platform of the source: yes if it does not tell whether the credential is in use
/// (a workstation's key).
[[nodiscard]] constexpr Truth rests_where_it_runs(const CredentialSource& source, const Place& place,
                                                  const Environment& environment) {
  switch (source.needs) {
    case Needs::not_stated: return Truth::yes;
    case Needs::service_account_role: return truth(environment.service_account_role);
    case Needs::pod_identity: return truth(environment.pod_identity);
    default: return rests_at(source, place, environment.node);
  }
}
/// The same in this environment: unknown if the source is not modelled on its platforms.
[[nodiscard]] constexpr Truth rests_at(const CredentialSource& source, const Place& place,
                                       const Environment& environment) {
  return source.runs_on(environment.platform) ? rests_where_it_runs(source, place, environment) : Truth::unknown;
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

template <class What>
struct RulesOf<CanRead, Vantage, What, Environment> {
  using type = rules::environment_read_rules;
};
template <class Who>
struct RulesOf<CanRead, Who, Vantage, Place, Environment> {
  using type = rules::environment_read_rules;
};

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

template <>
struct CanReadIn<Environment> {
  [[nodiscard]] static constexpr Verdict answer(const Vantage& from, const Place& place,
                                                const Environment& environment) {
    return verdict_in(from, place, nullptr, environment, Truth::yes, Truth::unknown);
  }
  [[nodiscard]] static constexpr Verdict answer(const Vantage& from, const catalog::CredentialSource& source,
                                                const Environment& environment) {
    return reading(from, source, environment).verdict;
  }
  [[nodiscard]] static constexpr Verdict answer(const Reader& reader, const Vantage& from, const Place& place,
                                                const Environment& environment) {
    const OsUser user(reader.user().name(), from.privilege, reader.plane());
    return verdict_of<rules::environment_read_rules>(EnvironmentFacts{
        {user, &place, environment.node, Truth::yes, Truth::unknown, true, owns(from, nullptr, environment)},
        &from,
        &environment});
  }

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
      const Verdict verdict = verdict_in(from, detail::there(proof, environment), &source, environment,
                                         detail::proof_rests_at(proof, environment), Truth::unknown);
      has_the_proofs = both(has_the_proofs, verdict.is_unknown() ? Truth::unknown : truth(static_cast<bool>(verdict)));
    }
    Reading best{{Decision::denied_implicitly, &rules::there_is_a_credential_to_read::info}, custody.begin()};
    for (const Place& place : custody) {
      const Verdict verdict = verdict_in(from, detail::there(place, environment), &source, environment,
                                         catalog::rests_where_it_runs(source, place, environment), has_the_proofs);
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
        reading(from, *source.machine, environment)) {
      best.verdict = {Decision::unknown, best.verdict.rule, &open_questions::u117};
    }
    if (best && best.verdict.assumed == nullptr) best.verdict.assumed = catalog::assumed_of(source.needs, environment);
    return best;
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

  static constexpr Verdict verdict_in(const Vantage& from, const Place& place, const catalog::CredentialSource* source,
                                      const Environment& environment, Truth there_is_one, Truth has_the_proofs) {
    const OsUser user(from.name, from.privilege, plane_of(environment.platform));
    return detail::verdict_of<rules::environment_read_rules>(EnvironmentFacts{
        {user, &place, environment.node, there_is_one, has_the_proofs, true, owns(from, source, environment)},
        &from,
        &environment,
        source});
  }
};
}  // namespace detail

}  // namespace whence
WHENCE_TEMPLATES_END
