// What stays within AWS: service-linked roles and forward access sessions.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place linked_service =
    memory_of("the linked service", Plane::control, "SERVICE.amazonaws.com", sources::service_linked_roles);

inline constexpr CredentialSource service_linked_role{
    .id = SourceId::service_linked_role,
    .name = "Service-linked role",
    .family = Family::within_aws,
    .platforms = {Platform::aws_service},
    .trust = trusts_service("SERVICE.amazonaws.com", sources::service_linked_roles),
    .assumer = {"the linked service", Plane::control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {linked_service},
    .custodian = {"the linked service", sources::service_linked_roles},
    .user = {"the linked service", sources::service_linked_roles},
    .session_name = {"chosen by the service: SLRManagement or dbi-id-db-... (RDS), MandoService<integer> (Inspector)",
                     sources::cloudtrail_records},
    .lifetime =
        {.text =
             "chosen by the service: 900 s (RDS, SLRManagement, with a session policy), 6 h (RDS, dbi-id-db-...), 1 h "
             "(Inspector)",
         .least = 900,
         .most = 6 * 3600,
         .source = sources::cloudtrail_records},
    .rotation = {not_known, sources::service_linked_roles.graded(Grade::unverified)},
    .readers = {"", sources::service_linked_roles},
    .workload_assumes = {SelfAssumption::not_applicable, sources::service_linked_roles},
    .trail = {{"AssumeRole", "AWSService", "SERVICE.amazonaws.com",
               "recorded in the customer's account; the role's path is aws-service-role/SERVICE.amazonaws.com/",
               sources::cloudtrail_records}},
    .notes = {
        {"The service defines the role's policy.", sources::service_linked_roles},
        {"Do not check the lifetime of a session begun by a service (AWSService) against the role's "
         "MaxSessionDuration.",
         sources::cloudtrail_records},
        {"The ARN of a role's session omits the role's path.", sources::cloudtrail_records},
        {"Type AWSService means the service as itself; a request that the service forwards for a caller carries the "
         "caller's identity and invokedBy.",
         sources::cloudtrail_user_identity}}};
/// That the service holds it follows; the page does not say who does.
inline constexpr Place forwarding_service =
    memory_of("the service that forwards the request", Plane::control, "SERVICE.amazonaws.com",
              sources::forward_access_sessions.graded(Grade::inferred));

inline constexpr CredentialSource forward_access_session{
    .id = SourceId::forward_access_session,
    .name = "Forward access session",
    .family = Family::within_aws,
    .platforms = service_linked_role.platforms,
    .assumer = {"nobody: the service derives a request from the caller's request, inside AWS", Plane::control, "",
                sources::forward_access_sessions},
    .requester = {"the caller, with its request to the service", sources::forward_access_sessions},
    .custody = {forwarding_service},
    .custodian = {"the service that forwards the request", sources::forward_access_sessions.graded(Grade::inferred)},
    .user = {"the service that forwards the request", sources::forward_access_sessions},
    .session_name = {"the caller's, unchanged", sources::forward_access_sessions},
    .lifetime = {.text = "limited to the caller's request", .source = sources::forward_access_sessions},
    .rotation = {"", sources::forward_access_sessions},
    .readers = {"", sources::forward_access_sessions},
    .workload_assumes = {SelfAssumption::not_applicable, sources::forward_access_sessions},
    .trail = {{"", "", "SERVICE.amazonaws.com",
               "userIdentity is the caller's; the request has the context keys aws:CalledVia, aws:CalledViaFirst, "
               "aws:CalledViaLast and aws:ViaAWSService",
               sources::forward_access_sessions}},
    .notes = {{"It creates no session: the principal stays the same, and invokedBy is set.",
               sources::forward_access_sessions},
              {"Do not merge its records with records of the service acting as itself (type AWSService).",
               sources::cloudtrail_user_identity}}};

}  // namespace whence::catalog
