// Why a credential does not rest where a question or a deployment expects it: what the machine lacks. The answers of
// flow/proof.hpp find these functions by their arguments, so only users of the catalogue include them.
#pragma once

#include <whence/base/config.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/decide/ssm_agent.hpp>
#include <whence/flow/proof.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/node.hpp>
#include <whence/model/verdict.hpp>
#include <whence/rules/read_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// What a node lacks that the credential needs to exist; empty if it lacks nothing.
constexpr const char* lack_of(const Node& node, catalog::Needs needs) {
  using catalog::Needs;
  switch (needs) {
    case Needs::metadata_service: return node.has_metadata() ? "" : "IMDS is off";
    case Needs::instance_profile:
      if (node.has_profile_credential()) return "";
      return node.profile == InstanceProfile::none ? "no instance profile is attached"
                                                   : "the role of the instance profile does not trust EC2";
    case Needs::host_management:
      if (!node.host_management) return "host management is off";
      return node.has_metadata() ? "" : "IMDS is off";
    case Needs::hybrid_activation: return node.hybrid_activation ? "" : "the machine has no hybrid activation";
    case Needs::nothing: return "";
    default: return "a Node does not say whether this credential exists, an Environment does";
  }
}

template <class Told>
constexpr void tell_absence(Told& told, const catalog::CredentialSource& source, const Node& node) {
  told.because.add(lack_of(node, source.needs));
  if (!told.because.empty()) return;
  if (!source.is_signed_with(catalog::AgentSession::none)) {
    const auto agent = catalog::agent_session(node);
    told.because.add(source.is_signed_with(agent.session) ? "ShareCreds is off: the agent writes no file that is shared"
                                                          : agent.why);
  } else if (!node.has_metadata()) {
    told.because.add("IMDS is off");
  }
}

template <class Told>
constexpr void tell_absence(Told& told, const catalog::CredentialSource& source, const Environment& environment) {
  if (!source.runs_on(environment.platform)) {
    told.because.add("this credential does not exist on this platform:");
    for_each_platform(environment.platform, [&told](Platform each) { told.because.add(" ").add(name_of(each)); });
  } else if (source.needs == catalog::Needs::service_account_role) {
    told.because.add("the service account of the pod has no role");
  } else if (source.needs == catalog::Needs::pod_identity) {
    told.because.add("the service account of the pod has no Pod Identity association");
  } else {
    tell_absence(told, source, environment.node);
  }
}

// The answer about the credential of a source, on a node or in an environment.
template <class Told, class Subject, class Where>
requires requires(Told& told, const catalog::CredentialSource& source, const Where& where) {
  tell_absence(told, source, where);
}
constexpr void tell_answer(Told& told, const Verdict& verdict, const Subject&, const catalog::CredentialSource& source,
                           const Where& where) {
  if (verdict.decided_by<rules::there_is_a_credential_to_read>()) tell_absence(told, source, where);
  tell_doubt(told, verdict, false);
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
