// What stays within AWS: service-linked roles and forward access sessions.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place linked_service = memory_of("the service that the role is linked to", Plane::control,
                                                  "SERVICE.amazonaws.com", sources::service_linked_roles);

inline constexpr CredentialSource service_linked_role{
    .id = SourceId::service_linked_role,
    .name = "Service-linked role",
    .family = Family::within_aws,
    .platforms = {Platform::aws_service},
    .trust = trusts_service("SERVICE.amazonaws.com", sources::service_linked_roles),
    .assumer = {"the service that the role is linked to", Plane::control, "sts:AssumeRole",
                sources::cloudtrail_records},
    .custody = {linked_service},
    .custodian = {"the service that the role is linked to", sources::service_linked_roles},
    .user = {"the service that the role is linked to", sources::service_linked_roles},
    .session_name = {"the service's choice: SLRManagement or dbi-id-db-... (RDS), MandoService<integer> (Inspector)",
                     sources::cloudtrail_records},
    .lifetime =
        {.text =
             "the service's choice: 900 s (RDS, SLRManagement, with a session policy), 6 h (RDS, dbi-id-db-...), 1 h "
             "(Inspector)",
         .least = 900,
         .most = 6 * 3600,
         .source = sources::cloudtrail_records},
    .rotation = {not_known, sources::service_linked_roles.graded(Grade::unverified)},
    .readers = {"", sources::service_linked_roles},
    .workload_assumes = {SelfAssumption::not_applicable, sources::service_linked_roles},
    .trail = {{"AssumeRole", "AWSService", "SERVICE.amazonaws.com",
               "recorded in the customer's account; the path of the role is aws-service-role/SERVICE.amazonaws.com/",
               sources::cloudtrail_records}},
    .notes = {
        {"The service fixes the role's policy.", sources::service_linked_roles},
        {"Do not judge the life of a session that a service made (AWSService) by the role's MaxSessionDuration.",
         sources::cloudtrail_records},
        {"The path of a role is missing from the ARN of its sessions.", sources::cloudtrail_records},
        {"Type AWSService is the service as itself; a request that it passes on for a caller carries the caller's identity "
         "and invokedBy.",
         sources::cloudtrail_user_identity}}};
inline constexpr Place forwarding_service =
    memory_of("the service that forwards", Plane::control, "SERVICE.amazonaws.com", sources::forward_access_sessions);

inline constexpr CredentialSource forward_access_session{
    .id = SourceId::forward_access_session,
    .name = "Forward access session",
    .family = Family::within_aws,
    .platforms = service_linked_role.platforms,
    .assumer = {"nobody: the service derives a request from the caller's, inside AWS",
                Plane::control,
                {},
                sources::forward_access_sessions},
    .requester = {"the caller, with his request to the service", sources::forward_access_sessions},
    .custody = {forwarding_service},
    .custodian = {"the service that forwards", sources::forward_access_sessions},
    .user = {"the service that forwards", sources::forward_access_sessions},
    .session_name = {"the caller's own, unchanged", sources::forward_access_sessions},
    .lifetime = {.text = "bound to the caller's request", .source = sources::forward_access_sessions},
    .rotation = {"", sources::forward_access_sessions},
    .readers = {"", sources::forward_access_sessions},
    .workload_assumes = {SelfAssumption::not_applicable, sources::forward_access_sessions},
    .trail = {{"", "", "SERVICE.amazonaws.com",
               "userIdentity is the caller's; the request has the context keys aws:CalledVia, aws:CalledViaFirst, "
               "aws:CalledViaLast and aws:ViaAWSService",
               sources::forward_access_sessions}},
    .notes = {
        {"It makes no session: the principal stays the same, and invokedBy is set.", sources::forward_access_sessions},
        {"Do not merge its records with those of the service as itself (type AWSService).",
         sources::cloudtrail_user_identity}}};

}  // namespace whence::catalog
