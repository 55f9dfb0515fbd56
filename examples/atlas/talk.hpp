// The talk with which the library began, claim by claim: what it says, what was found, and on what that rests. Where the two differ the
// model follows the finding.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/whence.hpp>

namespace atlas {

using namespace whence;
using catalog::SourceId;

enum class Finding : std::uint8_t { confirmed, refined, consistent_but_not_seen, simplification, contradicted };

[[nodiscard]] constexpr Text name_of(Finding finding) {
  constexpr Text names[] = {"confirmed", "refined", "consistent, not seen", "a simplification", "contradicted"};
  return names[static_cast<std::size_t>(finding)];
}

struct Claim {
  Text id{};
  Text said{};
  Finding finding{};
  Text found{};
  Source source{};
  SourceId row{};  // the source that carries it; none for general ones
};

inline constexpr Claim talk[] = {
    {"S1",
     "The agent calls APIs outwards, and so needs permissions.",
     Finding::confirmed,
     "It calls UpdateInstanceInformation, ssmmessages and more.",
     sources::ssm_agent_source,
     {}},
    {"S2", "The permissions come from an instance profile, from host management, or from both.", Finding::refined,
     "Never both for the agent at one time: the profile first, host management only after three kinds of error; hybrid "
     "activations and ECS tasks are further ways.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S3",
     "A role is never itself what calls an API: the session of an assumed role is.",
     Finding::confirmed,
     "Records name an AssumedRole.",
     sources::roles,
     {}},
    {"S4", "A session uses what AssumeRole issued: key id, secret, session token.", Finding::refined,
     "So do the sessions of the other STS operations, and of issuers inside AWS: the instance identity has no AssumeRole record.",
     sources::temporary_credentials, SourceId::instance_identity},
    {"S5",
     "There is always somebody who performs AssumeRole.",
     Finding::confirmed,
     "For ordinary roles, service principals included; with SAML and web identities it is somebody without an AWS credential.",
     sources::cloudtrail_records,
     {}},
    {"S6", "chiba-user assumes chiba-role; not the human, the terminal or the CLI.", Finding::confirmed,
     "AssumeRole records carry the user as the caller, the CLI only as the user agent, the terminal only as an address.",
     sources::cloudtrail_records, SourceId::cli_profile},
    {"S7",
     "Nearly every AWS service is split into a control plane and a data plane.",
     Finding::confirmed,
     "AWS's own description.",
     sources::fault_isolation,
     {}},
    {"S8",
     "EC2 is zonal: a regional control plane, below it zonal ones, each with a data plane.",
     Finding::confirmed,
     "One to one is the talk's wording; AWS describes independent planes per zone and a regional layer that routes.",
     sources::fault_isolation,
     {}},
    {"S9",
     "Roughly, the control plane is AWS's layer and the data plane the operating system's.",
     Finding::simplification,
     "Hypervisor, volumes and packet forwarding are data plane as well.",
     sources::fault_isolation,
     {}},
    {"S10",
     "The control plane holds the instance id and the tags; the operating system does not know them by itself.",
     Finding::confirmed,
     "It learns them from the metadata service; tags only where that is allowed.",
     sources::instance_metadata,
     {}},
    {"S11",
     "The agent sits in the data plane.",
     Finding::confirmed,
     "It is a process of the guest.",
     sources::ssm_agent_source,
     {}},
    {"S12", "The agent never calls sts:AssumeRole.", Finding::confirmed, "There is no such call in its source.",
     sources::ssm_agent_source, SourceId::agent_with_the_profile},
    {"S13", "It has no permission to, and no way to STS through the VPC.", Finding::refined,
     "It needs neither. A profile may allow it and a VPC may route it; a diagnostic tool beside the agent calls GetCallerIdentity.",
     sources::ssm_agent_source, SourceId::agent_with_the_profile},
    {"S14", "The role of an instance profile is assumed by the EC2 service (the EC2 instance).", Finding::confirmed,
     "By the service. The instance id is only the session's name.", sources::cloudtrail_records, SourceId::instance_profile},
    {"S15", "The host-management role is assumed by the SSM service.", Finding::consistent_but_not_seen,
     "The role trusts ssm.amazonaws.com and the agent gets the credential from an API of SSM; no record of the AssumeRole was found.",
     sources::host_management, SourceId::host_management},
    {"S16", "The credentials of both finally rest in the EC2 control plane.", Finding::contradicted,
     "Those of host management come in the reply of an API of SSM. For the profile AWS documents only that EC2 hands them out.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S17", "The agent gets both from the instance metadata service.", Finding::contradicted,
     "The profile's it does. For host management it takes from there only the instance identity, to sign its request.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S18", "Users who have logged in can read the profile's credential at iam/security-credentials/ROLE.",
     Finding::refined,
     "With version 2 a token comes first; without a profile the answer is 404; a firewall on the host may stop a user.",
     sources::metadata_options, SourceId::instance_profile},
    {"S19", "For the host-management credential there is no metadata path.", Finding::confirmed,
     "No such category exists; the identity path has another credential.", sources::metadata_categories,
     SourceId::host_management},
    {"S20", "It is saved in /var/lib/amazon/ssm/credentials on Linux, and can be got by reading that file.",
     Finding::refined,
     "The path is right; the reader is root (mode 0600). Windows and macOS have other paths. The profile's credential is not "
     "saved since 3.2.1377.0.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S21", "The agent does not assume a role: it uses credentials of roles that others assumed.", Finding::confirmed,
     "All of the above.", sources::ssm_agent_source, SourceId::host_management},
};

/// The claim of this id, or nothing (a null pointer).
[[nodiscard]] constexpr const Claim* find_claim(Text id) {
  for (const Claim& claim : talk) {
    if (claim.id == id) return &claim;
  }
  return nullptr;
}

/// Calls `each` with every claim that this row carries.
template <class Each>
constexpr void claims_of(SourceId row, Each each) {
  for (const Claim& claim : talk) {
    if (claim.row == row) each(claim);
  }
}

}  // namespace atlas
