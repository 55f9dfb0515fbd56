// What stays within AWS: service-linked roles and forward access sessions, rows 34 and 35.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Platform within_aws_platforms[] = {Platform::aws_service};

inline constexpr Place linked_service{.name = "the service that the role is linked to",
                                      .plane = Plane::control,
                                      .medium = Medium::service_memory,
                                      .readers = Readers::the_service,
                                      .owner = "SERVICE.amazonaws.com",
                                      .source = sources::service_linked_roles};
inline constexpr Place service_linked_custody[] = {linked_service};

inline constexpr CredentialSource service_linked_role{
    .id = Row::service_linked_role,
    .name = "Service-linked role",
    .trust = {TrustKind::service, "SERVICE.amazonaws.com", only_assume_role, {}, sources::service_linked_roles},
    .assumer = "the service that the role is linked to",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = service_linked_custody,
    .custodian = "the service that the role is linked to",
    .user = "the service that the role is linked to",
    .session_name = "the service's choice: SLRManagement or dbi-id-db-... (RDS), MandoService<integer> (Inspector)",
    .lifetime =
        "the service's choice: 900 s (RDS, SLRManagement, with a session policy), 6 h (RDS, dbi-id-db-...), 1 h "
        "(Inspector)",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::cloudtrail_records,
    .custody_source = sources::service_linked_roles};

inline constexpr Trail service_linked_trail[] = {
    {"AssumeRole", "AWSService", "SERVICE.amazonaws.com",
     "recorded in the customer's account; the path of the role is aws-service-role/SERVICE.amazonaws.com/",
     sources::cloudtrail_records},
};
inline constexpr Stated service_linked_notes[] = {
    {"The service fixes the role's policy.", sources::service_linked_roles},
    {"Do not judge the life of a session that a service made (AWSService) by the role's MaxSessionDuration.",
     sources::cloudtrail_records},
    {"The path of a role is missing from the ARN of its sessions.", sources::cloudtrail_records},
    {"Type AWSService is the service as itself; a request that it passes on for a caller carries the caller's identity "
     "and invokedBy.",
     sources::cloudtrail_user_identity},
};
inline constexpr Entry service_linked_role_entry{
    .key = "service_linked_role",
    .family = Family::within_aws,
    .source = &service_linked_role,
    .platforms = within_aws_platforms,
    .readers = {"", sources::service_linked_roles},
    .session_name_source = sources::cloudtrail_records,
    .lifetime = {.least = 900, .most = 6 * 3600, .source = sources::cloudtrail_records},
    .rotation = {not_known, sources::service_linked_roles.graded(Grade::unverified)},
    .workload_assumes_source = sources::service_linked_roles,
    .trail = service_linked_trail,
    .notes = service_linked_notes};

inline constexpr Place forwarding_service{.name = "the service that forwards",
                                          .plane = Plane::control,
                                          .medium = Medium::service_memory,
                                          .readers = Readers::the_service,
                                          .owner = "SERVICE.amazonaws.com",
                                          .source = sources::forward_access_sessions};
inline constexpr Place forward_access_custody[] = {forwarding_service};

inline constexpr CredentialSource forward_access_session{
    .id = Row::forward_access_session,
    .name = "Forward access session",
    .assumer = "nobody: the service derives a request from the caller's, inside AWS",
    .assumer_plane = Plane::control,
    .action = "",
    .requester = "the caller, with his request to the service",
    .custody = forward_access_custody,
    .custodian = "the service that forwards",
    .user = "the service that forwards",
    .session_name = "the caller's own, unchanged",
    .lifetime = "bound to the caller's request",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::forward_access_sessions,
    .custody_source = sources::forward_access_sessions};

inline constexpr Trail forward_access_trail[] = {
    {"", "", "SERVICE.amazonaws.com",
     "userIdentity is the caller's; the request has the context keys aws:CalledVia, aws:CalledViaFirst, "
     "aws:CalledViaLast and aws:ViaAWSService",
     sources::forward_access_sessions},
};
inline constexpr Stated forward_access_notes[] = {
    {"It makes no session: the principal stays the same, and invokedBy is set.", sources::forward_access_sessions},
    {"Do not merge its records with those of the service as itself (type AWSService).",
     sources::cloudtrail_user_identity},
};
inline constexpr Entry forward_access_session_entry{.key = "forward_access_session",
                                                    .family = Family::within_aws,
                                                    .source = &forward_access_session,
                                                    .platforms = within_aws_platforms,
                                                    .readers = {"", sources::forward_access_sessions},
                                                    .session_name_source = sources::forward_access_sessions,
                                                    .lifetime = {.source = sources::forward_access_sessions},
                                                    .rotation = {"", sources::forward_access_sessions},
                                                    .workload_assumes_source = sources::forward_access_sessions,
                                                    .trail = forward_access_trail,
                                                    .notes = forward_access_notes};

}  // namespace whence::catalog
