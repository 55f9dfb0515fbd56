// From where the reader of a flow reads in a deployment.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/few.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/can_read_in.hpp>
#include <whence/decide/readings.hpp>
#include <whence/flow/flow.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/place.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/position_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// Whether a named vantage of another platform, or a position that this platform lacks, was stated.
constexpr bool is_elsewhere(const Vantage& vantage, const Environment& environment) {
  const Platforms platforms = environment.platform;
  if (vantage.on.meets(platforms)) return false;
  // A machine can run containers; one whose workloads are containers says of which kind.
  if (vantage.is_a_container_on(platforms) && !shares_a_machine(platforms)) return false;
  if (vantage.inside == Inside::the_machine && !has_a_machine(platforms)) return true;
  return !vantage.on.empty() || (vantage.means != Means::code && platforms == Platform::aws_service);
}

// Whether two flows have the same reader. A superuser is the same only as the same program: every machine and every
// container has a root.
constexpr bool is_same_reader(const Reader& left, const Reader& right) {
  if (left.user().name() != right.user().name() || left.is_superuser() != right.is_superuser()) return false;
  return !left.is_superuser() || left.name() == right.name();
}

// Whether a flow says that its reader runs in a workload: it reads what was made for the workload, as its owner.
constexpr bool reads_its_workloads(const Flow& flow) {
  const Place& place = flow.read_at();
  return place.readers == Readers::the_workload && place.owner == flow.user().user().name();
}

// The positions that the reader of a flow can have: those that its own flow states, or else its other flows; or else
// what its privilege and the platform leave open.
using Positions = Few<Vantage, 8>;
template <class Flows>
constexpr Positions positions_of(const Flows& flows, std::size_t number, const Environment& environment) {
  const Flow& asked = flows[number];
  Positions positions;
  if (asked.from() != nullptr) {
    positions.add(*asked.from());
    return positions;
  }
  const bool here_in_a_workload = reads_its_workloads(asked);
  bool in_a_workload = false;
  for (const Flow& flow : flows) {
    if (!is_same_reader(flow.user(), asked.user())) continue;
    in_a_workload = in_a_workload || reads_its_workloads(flow);
    // A user who is also on the machine is not there in a flow that reads what was made for its workload.
    const bool fits = flow.from() != nullptr && (!here_in_a_workload || flow.from()->inside == Inside::the_workload);
    if (fits) positions.add(*flow.from());
  }
  if (!positions.empty()) return positions;
  const Privilege privilege = asked.user().user().privilege();
  const Vantage on_the_machine{.name = asked.user().name(), .privilege = privilege};
  Vantage inside{.name = asked.user().name(), .inside = Inside::the_workload};
  if (shares_a_machine(environment.platform)) {
    if (privilege == Privilege::superuser || !in_a_workload) positions.add(on_the_machine);
    if (privilege == Privilege::superuser && !in_a_workload) return positions;
    inside.in_a_container = true;
    positions.add(inside);
    positions.add(inside).host_network = true;
  } else if (has_a_machine(environment.platform) && !in_a_workload) {
    positions.add(on_the_machine);
  } else {
    positions.add(inside).privilege = privilege;
  }
  return positions;
}

// Whether the reader of a flow reads from where it is in this environment.
template <class Flows>
constexpr Verdict read_from_there(const Flows& flows, std::size_t number, const Environment& environment) {
  const Flow& flow = flows[number];
  PositionFacts facts;
  facts.is_on_the_platform = flow.from() == nullptr || !is_elsewhere(*flow.from(), environment);
  const Positions positions = positions_of(flows, number, environment);
  facts.all_agree = !positions.overflows();  // of a position that was left out, nothing is known
  Verdict first;
  bool is_first = true;
  for (const Vantage& from : positions) {
    const Verdict one = can_read(flow.user(), from, flow.read_at(), environment);
    if (is_first) first = one;
    is_first = false;
    const bool agree = static_cast<bool>(one) == static_cast<bool>(first) && one.is_unknown() == first.is_unknown();
    facts.all_agree = facts.all_agree && agree;
  }
  const Verdict said = verdict_of<rules::position_rules>(facts);
  return said ? first : said;
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
