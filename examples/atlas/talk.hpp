// The claims of the talk that started this library: what it says, what was found, and the evidence. If they differ, the
// model follows the finding.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/catalog.hpp>

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
  SourceId shown_by{};  // the element of the catalogue that shows it; none for a general claim
};

inline constexpr Claim talk[] = {
    {"S1",
     "The agent makes outbound API calls, so it needs permissions.",
     Finding::confirmed,
     "It calls UpdateInstanceInformation, ssmmessages and others.",
     sources::ssm_agent_source,
     {}},
    {"S2", "The permissions come from an instance profile, from host management, or from both.", Finding::refined,
     "The agent never uses both at once: it tries the profile first, and host management only after three kinds of "
     "error. Hybrid activations and ECS tasks are further sources of permissions.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S3",
     "A role itself never calls an API: the session of an assumed role does.",
     Finding::confirmed,
     "CloudTrail records name an AssumedRole.",
     sources::roles,
     {}},
    {"S4", "A session uses the key id, secret and session token that AssumeRole issued.", Finding::refined,
     "So do sessions from other STS operations, and from issuers inside AWS: the instance identity has no AssumeRole "
     "record.",
     sources::temporary_credentials, SourceId::instance_identity},
    {"S5",
     "Somebody always performs AssumeRole.",
     Finding::confirmed,
     "This holds for ordinary roles, including service principals; with SAML and web identities, the caller has no "
     "AWS credential.",
     sources::cloudtrail_records,
     {}},
    {"S6", "chiba-user assumes chiba-role; the person, the terminal and the CLI do not.", Finding::confirmed,
     "AssumeRole records name the user as the caller, the CLI only as the user agent, and the terminal only as an "
     "address.",
     sources::cloudtrail_records, SourceId::cli_profile},
    {"S7",
     "Nearly every AWS service is split into a control plane and a data plane.",
     Finding::confirmed,
     "AWS describes it so.",
     sources::fault_isolation,
     {}},
    {"S8",
     "EC2 is zonal: below a regional control plane there are zonal control planes, each with a data plane.",
     Finding::confirmed,
     "The one-to-one pairing is the talk's wording; AWS describes independent planes in each zone and a regional "
     "layer that routes.",
     sources::fault_isolation,
     {}},
    {"S9",
     "Roughly, the control plane is AWS's layer and the data plane is the operating system's layer.",
     Finding::simplification,
     "The hypervisor, volumes and packet forwarding also belong to the data plane.",
     sources::fault_isolation,
     {}},
    {"S10",
     "The control plane holds the instance id and the tags; the operating system does not know them by itself.",
     Finding::confirmed,
     "It learns them from IMDS; tags only if that is allowed.",
     sources::instance_metadata,
     {}},
    {"S11",
     "The agent is in the data plane.",
     Finding::confirmed,
     "It is a process of the guest operating system.",
     sources::ssm_agent_source,
     {}},
    {"S12", "The agent never calls sts:AssumeRole.", Finding::confirmed, "Its source contains no such call.",
     sources::ssm_agent_source, SourceId::agent_with_the_profile},
    {"S13", "The agent has no permission to call AssumeRole, and no route to STS through the VPC.", Finding::refined,
     "It needs neither. A profile may allow the call and a VPC may route it; a diagnostic tool beside the agent calls "
     "GetCallerIdentity.",
     sources::ssm_agent_source, SourceId::agent_with_the_profile},
    {"S14", "The EC2 service (the EC2 instance) assumes the role of an instance profile.", Finding::confirmed,
     "The service assumes it. The instance id is only the session's name.", sources::cloudtrail_records,
     SourceId::instance_profile},
    {"S15", "The SSM service assumes the host-management role.", Finding::consistent_but_not_seen,
     "The role trusts ssm.amazonaws.com, and the agent gets the credential from an SSM API; no record of the "
     "AssumeRole was found.",
     sources::host_management, SourceId::host_management},
    {"S16", "In the end, the credentials of both rest in the EC2 control plane.", Finding::contradicted,
     "The host-management credential comes in the reply of an SSM API. For the profile, AWS documents only that EC2 "
     "provides the credential.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S17", "The agent gets both from IMDS.", Finding::contradicted,
     "It gets the profile's credential there. For host management, it gets only the instance identity credential "
     "there, to sign its request.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S18", "Logged-in users can read the profile's credential at iam/security-credentials/ROLE.", Finding::refined,
     "IMDSv2 requires a token first; without a profile the answer is 404; a firewall on the host may block a user.",
     sources::metadata_options, SourceId::instance_profile},
    {"S19", "There is no metadata path for the host-management credential.", Finding::confirmed,
     "No such category exists; the identity path has a different credential.", sources::metadata_categories,
     SourceId::host_management},
    {"S20", "On Linux it is saved in /var/lib/amazon/ssm/credentials, and can be read from that file.",
     Finding::refined,
     "The path is correct; only root can read it (mode 0600). Windows and macOS have other paths. Since 3.2.1297.0 "
     "the profile's credential is not saved.",
     sources::ssm_agent_source, SourceId::host_management},
    {"S21", "The agent does not assume a role: it uses the credentials of roles that others assumed.",
     Finding::confirmed, "All findings above confirm it.", sources::ssm_agent_source, SourceId::host_management},
};

/// The claim with this id, or null.
[[nodiscard]] constexpr const Claim* find_claim(Text id) {
  for (const Claim& claim : talk) {
    if (claim.id == id) return &claim;
  }
  return nullptr;
}

/// Calls `each` with every claim that this source shows.
template <class Each>
constexpr void claims_of(SourceId source, Each each) {
  for (const Claim& claim : talk) {
    if (claim.shown_by == source) each(claim);
  }
}

}  // namespace atlas
