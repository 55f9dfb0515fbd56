// What a deployment must not let be read: rules that a team requires or waives in code.
#pragma once

#include <cstdint>

#include <whence/base/truth.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Who reads what, in the words of a rule.
enum class Exposure : std::uint8_t {
  machine_to_a_workload,               // with a network of its own
  machine_to_a_host_network_workload,  // with the machine's
  workload_to_a_neighbour,
  to_a_forged_request,
  to_an_ordinary_user,  // of the machine, or another one than the owner
  agent_to_a_script,
};

/// The facts: whether somebody of that kind reads a credential of that kind.
struct ExposureFacts {
  Exposure exposure;
  Truth is_read;
};

namespace rules {

/// A rule names the exposure that it forbids, and whether a team asks for the rule unless it says otherwise.
template <Exposure Forbidden, bool OnUnlessWaived>
struct Forbids {
  static constexpr Exposure exposure = Forbidden;
  static constexpr bool on_unless_waived = OnUnlessWaived;
  static constexpr Truth holds(const ExposureFacts& facts) {
    return facts.exposure == exposure ? negated(facts.is_read) : Truth::yes;
  }
};

struct no_workload_reads_its_machines_role : Forbids<Exposure::machine_to_a_workload, true> {
  WHENCE_RULE("W801", Decision::denied_implicitly,
              "no container or pod with a network of its own reads the credential of its machine",
              sources::ecs_instance_role);
};

struct no_host_network_workload_reads_its_machines_role : Forbids<Exposure::machine_to_a_host_network_workload, false> {
  WHENCE_RULE("W802", Decision::denied_implicitly,
              "no container or pod with the host's network reads the credential of its machine",
              sources::metadata_options);
};

struct no_workload_reads_anothers_credential : Forbids<Exposure::workload_to_a_neighbour, true> {
  WHENCE_RULE("W803", Decision::denied_implicitly,
              "no task, pod or job reads the credential of another one on the same machine", sources::ecs_task_roles);
};

struct no_forged_get_reads_a_credential : Forbids<Exposure::to_a_forged_request, true> {
  WHENCE_RULE("W804", Decision::denied_implicitly,
              "no credential is read by a GET that a server was made to send (server-side request forgery)",
              sources::metadata_options);
};

struct no_ordinary_user_reads_a_credential : Forbids<Exposure::to_an_ordinary_user, false> {
  WHENCE_RULE("W805", Decision::denied_implicitly,
              "no ordinary user of the machine reads a credential that is not his own", sources::limit_metadata);
};

struct no_script_gets_the_agents_credential : Forbids<Exposure::agent_to_a_script, false> {
  WHENCE_RULE("W806", Decision::denied_implicitly,
              "no script that the SSM agent runs gets the credential of host management or of the activation",
              sources::ssm_agent_source);
};

using exposure_rules = RuleList<no_workload_reads_its_machines_role, no_host_network_workload_reads_its_machines_role,
                                no_workload_reads_anothers_credential, no_forged_get_reads_a_credential,
                                no_ordinary_user_reads_a_credential, no_script_gets_the_agents_credential>;

}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
