// Deployments: flows in an environment, such as a node or a cluster. sound<deployment> checks the flows, and also which
// credentials of the environment and of the flows are exposed, and to which vantage.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/all.hpp>
#include <whence/decide/can_read_in.hpp>
#include <whence/decide/choice.hpp>
#include <whence/decide/readings.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/flow/absence.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/flow.hpp>
#include <whence/flow/position.hpp>
#include <whence/flow/requirement.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/vantage.hpp>
#include <whence/model/vantages.hpp>
#include <whence/rules/environment_rules.hpp>
#include <whence/rules/exposure_rules.hpp>
#include <whence/rules/finding_rules.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/position_rules.hpp>
#include <whence/rules/read_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// An environment, and the exposure rules and findings that count.
struct HeldEnvironment {
  Environment environment;
  unsigned required = detail::required_unless_waived(Joined<rules::exposure_rules, rules::finding_rules>{});

  [[nodiscard]] constexpr bool has_to_keep(Exposure exposure) const {
    return (required >> static_cast<unsigned>(exposure) & 1U) != 0;
  }
  constexpr void hold_to(const Requirement& requirement) { required = requirement.applied_to(required); }
};

namespace detail {
template <class... Given>
inline constexpr bool is_an_environment = false;
template <class... Given>
inline constexpr bool are_flows = false;
}  // namespace detail

/// Flows in an environment.
template <std::size_t Count>
struct Deployment : HeldEnvironment {
  NamedFlow flows[Count];
};

/// The same, with one rule required or waived.
[[nodiscard]] constexpr HeldEnvironment operator|(HeldEnvironment held, const Requirement& requirement) {
  held.hold_to(requirement);
  return held;
}
template <std::size_t Count>
[[nodiscard]] constexpr Deployment<Count> operator|(Deployment<Count> deployment, const Requirement& requirement) {
  deployment.hold_to(requirement);
  return deployment;
}

/// `deployed(node, pod_flow, node_flow) | waive<rules::...>`. Without a flow, only the environment is checked.
template <class... Flows>
[[nodiscard]] constexpr Deployment<sizeof...(Flows)> deployed(const Environment& environment, Flows&&... flows) {
  return {{environment}, {static_cast<Flows&&>(flows)...}};
}
[[nodiscard]] constexpr HeldEnvironment deployed(const Environment& environment) { return {environment}; }
// What is asked of these is not a second error.
template <class... Flows>
[[nodiscard]] constexpr HeldEnvironment deployed(const Node& node, const Flows&...) {
  static_assert(detail::is_an_environment<Node, Flows...>,
                "a node is part of an environment: write deployed(Environment{.node = node}, flows...)");
  return {{.node = node}, 0};
}
template <class... Flows>
[[nodiscard]] constexpr HeldEnvironment deployed(const catalog::CredentialSource&, const Flows&...) {
  static_assert(detail::is_an_environment<catalog::CredentialSource, Flows...>,
                "a deployment begins with its environment: write deployed(environment, flows...)");
  return {{}, 0};
}
template <class... Others>
requires(__is_same(Others, catalog::CredentialSource) || ...) [[nodiscard]] constexpr HeldEnvironment
    deployed(const Environment& environment, const Others&...) {
  static_assert(detail::are_flows<Others...>,
                "a deployment takes flows: of a source, write assumes(caller, role) | rests_along(source) | ...");
  return {environment, 0};
}

/// What is wrong with a deployment: a step of a flow, or an exposure (flow 0, step 0): a reader and a credential.
struct DeploymentVerdict : FlowVerdict {
  using Rules = Joined<FlowVerdict::Rules, rules::environment_rules, rules::position_rules, rules::exposure_rules,
                       rules::finding_rules>;
};

namespace detail {
// Whether a credential is made for one workload and not for the machine.
constexpr bool is_a_workloads(Span<Place> places) {
  for (const Place& place : places) {
    if (place.readers == Readers::the_workload) return true;
  }
  return false;
}

// Whether a credential of this flow can rest at this place in this environment, if the catalogue has the place: a
// source of the catalogue has it there, and the credential begins as that of the source.
constexpr Verdict can_be_there(const Flow& flow, const Place& place, const Environment& environment) {
  bool is_known = false;
  Truth rests = Truth::no;
  Truth belongs = Truth::no;
  for (const catalog::CredentialSource* const entry : catalog::all) {
    for (const Place& one : entry->custody_on(environment.node.os)) {
      if (one.name != place.name || one.address != place.address || one.medium != place.medium) continue;
      is_known = true;
      const MoveFacts facts = facts_of_first_move(flow.steps(), rests_along(*entry).begins);
      const Truth begins = rules::a_credential_rests_along_its_own_source::holds(facts);
      belongs = either(belongs, begins);
      if (!entry->runs_on(environment.platform)) continue;
      rests = either(rests, both(begins, catalog::rests_at(*entry, one, environment)));
    }
  }
  Verdict verdict;
  if (!is_known || rests == Truth::yes) return verdict;
  verdict.rule = belongs == Truth::no ? &rules::a_credential_rests_along_its_own_source::info
                                      : &rules::there_is_a_credential_to_read::info;
  verdict.decision = rests == Truth::no ? verdict.rule->when_broken : Decision::unknown;
  return verdict;
}

// Why it cannot be there: what the flow's source lacks, or else the first source that has the place. For sound<...>.
template <class Told, std::size_t Count>
constexpr void tell_absence_of(Told& told, const Deployment<Count>& deployment, const FlowVerdict& found) {
  const Environment& environment = deployment.environment;
  const auto& steps = deployment.flows[found.flow - 1].steps();
  const Place& place = steps.places[found.step - 2];
  for (const catalog::CredentialSource* const entry : catalog::all) {
    if (!told.because.empty() && entry->name != steps.source) continue;
    for (const Place& one : entry->custody_on(environment.node.os)) {
      if (one.name != place.name || one.address != place.address || one.medium != place.medium) continue;
      told.because.clear();
      tell_absence(told, *entry, environment);
    }
  }
}

// The exposure if this vantage reads a credential of the machine or of a workload; `is_one` is false if it is not one.
struct ExposureOf {
  Exposure exposure{};
  bool is_one = false;
};
constexpr ExposureOf exposure_of(const Vantage& from, bool is_a_workloads, const Environment& environment) {
  if (from.means == Means::forged_get) return {Exposure::to_a_forged_request, true};
  if (from.means != Means::code) return {};
  // A credential that every container can read is the machine's: it is reported once, for the workload itself.
  if (from.inside == Inside::a_neighbour) return {Exposure::workload_to_a_neighbour, is_a_workloads};
  if (from.inside == Inside::the_workload) {
    if (is_a_workloads || !shares_a_machine(environment.platform)) return {};
    return {from.host_network ? Exposure::machine_to_a_host_network_workload : Exposure::machine_to_a_workload, true};
  }
  return {Exposure::to_an_ordinary_user, from.privilege == Privilege::ordinary && !from.owns_what_it_runs};
}

template <class... Rule>
constexpr const RuleInfo* rule_against(RuleList<Rule...>, Exposure exposure) {
  const RuleInfo* found = nullptr;
  ((Rule::exposure == exposure ? void(found = &Rule::info) : void()), ...);
  return found;
}

// The verdict on a reading that a required rule forbids.
constexpr FlowVerdict exposed_by(Exposure exposure, const Verdict& reading, Text who, Text what) {
  if (!reading && !reading.is_unknown()) return {};
  const RuleInfo* const rule = rule_against(rules::exposure_rules{}, exposure);
  Verdict verdict;
  verdict.rule = rule;
  verdict.decision = reading.is_unknown() ? Decision::unknown : rule->when_broken;
  verdict.open = reading.open;
  return {verdict, 0, 0, who, what};
}

// Each required exposure rule, for each vantage of the platform and each credential that rests in the environment.
template <class Faults>
constexpr void judge(const HeldEnvironment& held, Faults& faults) {
  const Environment& environment = held.environment;
  faults.flow = 0;
  for (const Vantage& from : Vantages(environment)) {
    for (const catalog::CredentialSource* const entry : catalog::all) {
      if (entry->counted_elsewhere || !entry->runs_on(environment.platform)) continue;
      const ExposureOf exposure = exposure_of(from, is_a_workloads(view_of(entry->custody)), environment);
      if (!exposure.is_one || !held.has_to_keep(exposure.exposure)) continue;
      const Verdict reading = can_read(from, *entry, environment);
      // Nobody says that a credential of another of its platforms is in use here.
      if (reading.open == &open_questions::b2) continue;
      faults.take(exposed_by(exposure.exposure, reading, from.name, entry->name));
    }
  }
  if (held.has_to_keep(Exposure::agent_to_a_script)) {
    const catalog::Used used = catalog::script_session(environment.node);
    const bool is_the_agents =
        used.id == catalog::SourceId::host_management || used.id == catalog::SourceId::hybrid_activation;
    Verdict reading;
    if (!used.is_known) reading.decision = Decision::unknown;
    if (!used.is_known || is_the_agents) {
      faults.take(
          exposed_by(Exposure::agent_to_a_script, reading, vantages::agent_script.name, "credential of the SSM agent"));
    }
  }
}

// Each flow on the node of the environment, and from where its reader reads; what the environment and the places of the
// flows expose; what the trust policies lack.
template <std::size_t Count, class Faults>
constexpr void judge(const Deployment<Count>& deployment, Faults& faults) {
  const Environment& environment = deployment.environment;
  for (std::size_t i = 0; i < Count; ++i) {
    const Flow& flow = deployment.flows[i];
    if (flow.steps().is_refused) continue;
    faults.flow = i + 1;
    judge_steps(flow, environment.node, faults);
    std::size_t step = 2;
    for (const Place& place : flow.custody()) {
      faults.take({can_be_there(flow, place, environment), 0, step++, flow.steps().caller_name(), place.name});
    }
    faults.take({read_from_there(deployment.flows, i, environment), 0, step, flow.user().name(), flow.read_at().name});
  }
  judge(static_cast<const HeldEnvironment&>(deployment), faults);
  for (const Vantage& from : Vantages(environment)) {
    for (const Flow& flow : deployment.flows) {
      const ExposureOf exposure = exposure_of(from, is_a_workloads(flow.custody()), environment);
      if (!exposure.is_one || !deployment.has_to_keep(exposure.exposure)) continue;
      for (const Place& place : flow.custody()) {
        // Only the catalogue knows the credentials that sign for a reply.
        if (place.medium == Medium::service_reply || place.medium == Medium::service_memory) continue;
        faults.take(exposed_by(exposure.exposure, can_read(from, place, environment), from.name, place.name));
      }
    }
  }
  judge_findings(faults, deployment.flows, deployment.required);
}
}  // namespace detail

/// Checks every required exposure rule, for each vantage of the platform and each credential of the catalogue that
/// rests in the environment. Complexity: vantages times places; no allocation.
[[nodiscard]] constexpr DeploymentVerdict check(const HeldEnvironment& held) {
  detail::FirstFault<DeploymentVerdict> faults;
  detail::judge(held, faults);
  return faults.found;
}

/// Checks every flow on the node of the environment, and from where its reader reads; then what the environment exposes
/// even if no flow uses it (such as the role of the node), what the flows' places expose, and what the trust policies
/// lack. A denial has precedence over an unknown. Same complexity, and flows times flows.
template <std::size_t Count>
[[nodiscard]] constexpr DeploymentVerdict check(const Deployment<Count>& deployment) {
  detail::FirstFault<DeploymentVerdict> faults;
  detail::judge(deployment, faults);
  return faults.found;
}

}  // namespace whence
WHENCE_TEMPLATES_END
