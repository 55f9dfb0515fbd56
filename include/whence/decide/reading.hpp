// can_read(from, entry, environment) and its inverses: who reads which credential of a machine, through which place, and which
// wall stops the others.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/few.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/all.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/catalog/ssm_agent.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/environment_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Can this be read from here, given that a credential rests there (or as far as it does)? Complexity: constant.
[[nodiscard]] constexpr Verdict verdict_in(const Vantage& from, const Place& place, const Environment& environment,
                                           Truth there_is_one = Truth::yes, Truth has_the_proofs = Truth::unknown) {
  // A user is told by his name; here he is told by whether the files and programs are his.
  Place asked = place;
  if (asked.readers == Readers::owner_and_superuser && asked.owner.empty()) asked.owner = "whose programs they are";
  const bool is_owner =
      from.owns_what_it_runs || (from.inside == Inside::the_workload && !shares_a_machine(environment.platform));
  const Text name = is_owner && asked.readers == Readers::owner_and_superuser ? asked.owner : from.name;
  const EnvironmentFacts facts{{OsUser(name, from.privilege, plane_of(environment.platform)), &asked, environment.node,
                                there_is_one, has_the_proofs, true},
                               &from,
                               &environment};
  Verdict verdict = detail::verdict_of<rules::environment_read_rules>(facts);
  if (!verdict.is_unknown()) return verdict;
  if (verdict.left_open_by<rules::the_hop_limit_bounds_the_token>()) {
    verdict.open = &open_questions::u116;
  } else if (verdict.left_open_by<rules::a_workload_keeps_its_own>()) {
    verdict.open = &open_questions::u113;
  } else if (place.readers == Readers::not_stated) {
    verdict.open = &open_questions::u114;
  } else if (verdict.left_open_by<rules::the_reply_goes_to_whoever_can_sign_for_it>()) {
    const bool is_unregistered = environment.node.registration == Registration::none;
    verdict.open = place == catalog::ecs_push                  ? &open_questions::u113
                   : place.owner != catalog::ssm_service.owner ? &open_questions::u115
                   : is_unregistered                           ? &open_questions::u102
                                                               : &open_questions::u105;
  }
  return verdict;
}

/// A place by itself, such as one of a flow's.
[[nodiscard]] constexpr Reading reading_in(const Vantage& from, const Place& place, const Environment& environment) {
  return {verdict_in(from, place, environment), &place};
}

namespace catalog {

/// Whether the workload that this credential is for, or its holder, runs on such a platform.
[[nodiscard]] constexpr bool runs_on(const Entry& entry, Platform platform) {
  for (const Platform one : entry.platforms) {
    if (one == platform) return true;
  }
  return false;
}

/// Whether a credential of this entry rests at this place in such an environment. Where the environment does not decide
/// whether it is in use, as with a key on a workstation, the question is put as if it were.
[[nodiscard]] constexpr Truth rests_at(const Entry& entry, const Place& place, const Environment& environment) {
  if (!runs_on(entry, environment.platform)) return Truth::no;
  switch (entry.id()) {
    case Row::instance_profile:
    case Row::instance_identity:
    case Row::agent_with_the_profile:
    case Row::host_management:
    case Row::hybrid_activation: return rests_at(*entry.source, place, environment.node);
    case Row::ecs_container_instance:
    case Row::eks_node: {
      // Who holds a copy on the machine has it from the metadata service.
      const bool is_got = place.plane.is_on(Plane::control) || environment.node.metadata != MetadataService::off;
      return both(truth(is_got), rests_at(instance_profile, place, environment.node));
    }
    case Row::eks_service_account: return truth(environment.service_account_role);
    case Row::eks_pod_identity: return truth(environment.pod_identity);
    default: return Truth::yes;
  }
}

namespace detail {

// What is not on AWS's side is on the machine of the environment, whichever that is.
constexpr Place there(Place place, const Environment& environment) {
  if (!place.plane.is_on(Plane::control)) place.plane = plane_of(environment.platform);
  return place;
}

// Whether what a requester signs with rests at this place: without an instance there is no metadata service.
constexpr Truth proof_rests_at(const Place& place, const Environment& environment) {
  if (place.medium != Medium::metadata_path) return Truth::yes;
  if (!is_instance(environment.platform)) return Truth::no;
  return whence::catalog::rests_at(place == identity_path ? instance_identity : instance_profile, place,
                                   environment.node);
}

// The wall before a local surface tells more than that before the memory or the file behind it.
constexpr bool is_surface(const Place& place) {
  return place.medium == Medium::metadata_path || place.medium == Medium::container_endpoint;
}

}  // namespace detail

/// The way by which this credential can be read from here: the first place at which it lies open, or the reply that can be
/// signed for; where there is none, a place that is undecided; else the wall before the last surface or place.
/// Complexity: linear in the places and in those of the proofs.
[[nodiscard]] constexpr Reading reading_in(const Vantage& from, const Entry& entry, const Environment& environment) {
  const CredentialSource source = entry.on(environment.node.os);
  Truth has_the_proofs = source.proofs.size() == 0 ? Truth::unknown : Truth::yes;
  for (const Place& proof : source.proofs) {
    const Verdict verdict =
        verdict_in(from, detail::there(proof, environment), environment, detail::proof_rests_at(proof, environment));
    has_the_proofs = both(has_the_proofs, verdict.is_unknown() ? Truth::unknown : truth(static_cast<bool>(verdict)));
  }
  Reading best{{Decision::denied_implicitly, &rules::there_is_a_credential_to_read::info}, source.custody.begin()};
  for (const Place& place : source.custody) {
    const Verdict verdict = verdict_in(from, detail::there(place, environment), environment,
                                       rests_at(entry, place, environment), has_the_proofs);
    const Reading here{verdict, &place};
    if (here) {
      // Where it lies open it is simply read; that a request for it could be signed as well says less.
      if (!best || best.place->medium == Medium::service_reply) best = here;
      if (place.medium != Medium::service_reply) break;
    } else if (!best) {
      const bool tells_more =
          !best.verdict.is_unknown() && (detail::is_surface(place) || !detail::is_surface(*best.place));
      if (here.verdict.is_unknown() || tells_more) best = here;
    }
  }
  const bool is_a_pods = entry.id() == Row::eks_service_account || entry.id() == Row::eks_pod_identity;
  if (is_a_pods && from.means == Means::code && best.verdict.refused_by<rules::a_workload_keeps_its_own>() &&
      reading_in(from, eks_node_entry, environment)) {
    best.verdict.decision = Decision::unknown;
    best.verdict.open = &open_questions::u117;
  }
  return best;
}

}  // namespace catalog

/// From where somebody could look in such an environment: the named vantages that exist on its platform.
class Vantages : public Few<Vantage, 9> {
 public:
  constexpr explicit Vantages(const Environment& environment) {
    using namespace vantages;
    const Platform platform = environment.platform;
    const auto all = [this](const auto&... vantage) { (add(vantage), ...); };
    if (is_instance(platform) || platform == Platform::hybrid_machine) all(os_user, superuser);
    if (platform == Platform::workstation) all(the_user, another_user, superuser);
    if (platform == Platform::device || platform == Platform::ci_runner) all(another_user, superuser);
    if (is_instance(platform) || platform == Platform::hybrid_machine) add(agent_script);
    switch (platform) {
      case Platform::ecs_on_ec2: all(container, host_network_container, another_task); break;
      case Platform::fargate: all(container, another_task); break;
      case Platform::eks_node: all(pod, host_network_pod, another_pod); break;
      case Platform::eks_fargate: all(pod, another_pod); break;
      case Platform::lambda: all(function_code, layer); break;
      case Platform::codebuild: add(build_command); break;
      case Platform::sagemaker_notebook:
      case Platform::sagemaker_job:
      case Platform::glue: add(job_code); break;
      case Platform::ci_runner: add(job_step); break;
      case Platform::cloudshell: add(shell); break;
      case Platform::mobile_app: add(app_user); break;
      case Platform::device: add(component); break;
      default: break;
    }
    if (platform != Platform::aws_service) all(remote_caller, remote_caller_with_headers);
  }
};

/// One vantage and how it gets at a credential, or what stops it.
struct Reader {
  Vantage from{};
  Reading reading{};
};

/// The answers of every vantage of an environment for one credential. Nothing is allocated.
class ReaderList : public Few<Reader, Vantages::most> {
 public:
  constexpr ReaderList(const catalog::Entry& entry, const Environment& environment) {
    for (const Vantage& from : Vantages(environment)) add({from, catalog::reading_in(from, entry, environment)});
  }
};

/// Who reads this credential in this environment, and who does not and why: every vantage of its platform is asked.
/// Complexity: vantages times places; no allocation.
[[nodiscard]] constexpr ReaderList readers_of(const catalog::Entry& entry, const Environment& environment) {
  return {entry, environment};
}

/// One credential and how it is got at.
struct Sight {
  const catalog::Entry* entry = nullptr;
  Reading reading{};
};

/// The answers for every credential that can rest in an environment, from one vantage.
class SightList : public Few<Sight, sizeof(catalog::all) / sizeof(catalog::all[0])> {
 public:
  constexpr SightList(const Vantage& from, const Environment& environment) {
    for (const catalog::Entry* const entry : catalog::all) {
      if (!catalog::runs_on(*entry, environment.platform)) continue;
      add({entry, catalog::reading_in(from, *entry, environment)});
    }
  }
  /// Whether this credential can be read.
  [[nodiscard]] constexpr bool has(catalog::Row row) const {
    for (const Sight& sight : *this) {
      if (sight.entry->id() == row && sight.reading) return true;
    }
    return false;
  }
};

/// What can be read from here, and what cannot and why: every credential that can rest in this environment is asked for.
/// Complexity: the catalogue; no allocation.
[[nodiscard]] constexpr SightList visible_credentials(const Vantage& from, const Environment& environment) {
  return {from, environment};
}

/// Which rules can decide can_read in an environment, for holds<can_read, ...>.
template <class What>
constexpr rules::environment_read_rules rules_of(const CanRead&, const Vantage&, const What&, const Environment&) {
  return {};
}

}  // namespace whence
WHENCE_TEMPLATES_END
