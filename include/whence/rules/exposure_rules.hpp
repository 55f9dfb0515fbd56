// What a deployment must not expose: rules that a team requires or waives in code. They are requirements of operation,
// and AWS refuses nothing that breaks them: the source of each is the page that recommends it, or says what is exposed.
#pragma once

#include <cstdint>

#include <whence/base/truth.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Which kind of reader reads which kind of credential.
enum class Exposure : std::uint8_t {
  machine_to_a_workload,               // with its own network
  machine_to_a_host_network_workload,  // on the host network
  workload_to_a_neighbour,
  to_a_forged_request,
  to_an_ordinary_user,  // of the machine, or a user other than the owner
  agent_to_a_script,
};

/// Whether a reader of that kind reads a credential of that kind.
struct ExposureFacts {
  Exposure exposure;
  Truth is_read;
};

namespace rules {
/// A rule has the exposure that it forbids, and whether it applies unless a team waives it.
template <Exposure Forbidden, bool OnUnlessWaived>
struct Forbids {
  static constexpr Exposure exposure = Forbidden;
  static constexpr bool is_finding = false;
  static constexpr bool on_unless_waived = OnUnlessWaived;
  static constexpr unsigned bit = 1U << static_cast<unsigned>(Forbidden);  // among those of exposures and findings
  static constexpr Truth holds(const ExposureFacts& facts) {
    return facts.exposure == exposure ? negated(facts.is_read) : Truth::yes;
  }
};

struct no_workload_reads_its_machines_role : Forbids<Exposure::machine_to_a_workload, true> {
  WHENCE_RULE("W801", Decision::denied_implicitly, sources::ecs_role_practices,
              "a container or pod with its own network must not be able to read the credential of its machine");
};
struct no_host_network_workload_reads_its_machines_role : Forbids<Exposure::machine_to_a_host_network_workload, false> {
  WHENCE_RULE("W802", Decision::denied_implicitly, sources::ecs_role_practices,
              "a container or pod on the host network must not be able to read the credential of its machine");
};
struct no_workload_reads_anothers_credential : Forbids<Exposure::workload_to_a_neighbour, true> {
  WHENCE_RULE("W803", Decision::denied_implicitly, sources::ecs_task_roles,
              "a task, pod or job must not be able to read the credential of another one on the same machine");
};
struct no_forged_get_reads_a_credential : Forbids<Exposure::to_a_forged_request, true> {
  WHENCE_RULE("W804", Decision::denied_implicitly, sources::metadata_service,
              "a forged GET (server-side request forgery) must not be able to read a credential");
};
struct no_ordinary_user_reads_a_credential : Forbids<Exposure::to_an_ordinary_user, false> {
  WHENCE_RULE("W805", Decision::denied_implicitly, sources::limit_metadata,
              "an ordinary user of the machine must not be able to read a credential that belongs to somebody else");
};
struct no_script_gets_the_agents_credential : Forbids<Exposure::agent_to_a_script, false> {
  WHENCE_RULE("W806", Decision::denied_implicitly, sources::ssm_agent_source,
              "a script that the SSM agent runs must not get the credential of host management or of a hybrid "
              "activation");
};

using exposure_rules = RuleList<no_workload_reads_its_machines_role, no_host_network_workload_reads_its_machines_role,
                                no_workload_reads_anothers_credential, no_forged_get_reads_a_credential,
                                no_ordinary_user_reads_a_credential, no_script_gets_the_agents_credential>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
