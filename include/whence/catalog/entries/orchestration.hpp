// Services that do the work themselves: Step Functions, CloudFormation and EventBridge, rows 26 to 28. The credential
// never leaves the service.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Platform orchestration_platforms[] = {Platform::aws_service};

inline constexpr Place step_functions_service{.name = "the Step Functions service",
                                              .plane = Plane::control,
                                              .medium = Medium::service_memory,
                                              .readers = Readers::the_service,
                                              .owner = "states.amazonaws.com",
                                              .source = sources::step_functions_role};
inline constexpr Place step_functions_custody[] = {step_functions_service};

inline constexpr CredentialSource step_functions{
    .id = Row::step_functions,
    .name = "Step Functions state machine",
    .trust = {TrustKind::service, "states.amazonaws.com", only_assume_role, {}, sources::step_functions_role},
    .assumer = "the Step Functions service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = step_functions_custody,
    .custodian = "the Step Functions service",
    .user = "the Step Functions service",
    .session_name = "32 random letters, such as wozynIhxRGfTvfRlXhHKONdyrIaAmRyN",
    .lifetime = "unknown",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::step_functions_role,
    .custody_source = sources::step_functions_role};

inline constexpr Trail step_functions_trail[] = {
    {"", "AssumedRole", "states.amazonaws.com", "", sources::lambda_data_events},
};
inline constexpr Stated step_functions_notes[] = {
    {"There is no process of the customer's that could assume the role.", sources::step_functions_role},
};
inline constexpr Entry step_functions_entry{
    .key = "step_functions",
    .family = Family::build_and_data,
    .source = &step_functions,
    .platforms = orchestration_platforms,
    .readers = {"", sources::step_functions_role},
    .session_name_source = sources::lambda_data_events,
    .lifetime = {.source = sources::step_functions_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::step_functions_role.graded(Grade::unverified)},
    .workload_assumes_source = sources::step_functions_role,
    .trail = step_functions_trail,
    .trail_missing = {"the AssumeRole record: unknown", sources::step_functions_role.graded(Grade::unverified)},
    .notes = step_functions_notes};

inline constexpr Place cloudformation_service{.name = "the CloudFormation service",
                                              .plane = Plane::control,
                                              .medium = Medium::service_memory,
                                              .readers = Readers::the_service,
                                              .owner = "cloudformation.amazonaws.com",
                                              .source = sources::cloudformation_service_role};
inline constexpr Place cloudformation_custody[] = {cloudformation_service};

inline constexpr CredentialSource cloudformation{
    .id = Row::cloudformation,
    .name = "CloudFormation service role",
    .trust = {TrustKind::service,
              "cloudformation.amazonaws.com",
              only_assume_role,
              {},
              sources::cloudformation_service_role},
    .assumer = "the CloudFormation service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "whoever calls CloudFormation, who needs iam:PassRole on the role",
    .custody = cloudformation_custody,
    .custodian = "the CloudFormation service",
    .user = "the CloudFormation service",
    .session_name = "AWSCloudFormation",
    .lifetime = "unknown",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::cloudformation_service_role,
    .custody_source = sources::cloudformation_service_role};

inline constexpr Trail cloudformation_trail[] = {
    {"", "AssumedRole", "cloudformation.amazonaws.com", "sourceIPAddress is cloudformation.amazonaws.com as well",
     sources::cloudformation_service_role},
};
inline constexpr Stated cloudformation_notes[] = {
    {"The Lambda functions behind macros and custom resources run with roles of their own.",
     sources::cloudformation_service_role},
};
inline constexpr Entry cloudformation_entry{
    .key = "cloudformation",
    .family = Family::build_and_data,
    .source = &cloudformation,
    .platforms = orchestration_platforms,
    .readers = {"", sources::cloudformation_service_role},
    .session_name_source = sources::cloudformation_service_role,
    .lifetime = {.source = sources::cloudformation_service_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::cloudformation_service_role.graded(Grade::unverified)},
    .workload_assumes_source = sources::cloudformation_service_role,
    .trail = cloudformation_trail,
    .trail_missing = {"the AssumeRole record: unknown", sources::cloudformation_service_role.graded(Grade::unverified)},
    .notes = cloudformation_notes};

inline constexpr Place eventbridge_service{.name = "the EventBridge service",
                                           .plane = Plane::control,
                                           .medium = Medium::service_memory,
                                           .readers = Readers::the_service,
                                           .owner = "events.amazonaws.com",
                                           .source = sources::eventbridge_roles};
inline constexpr Place eventbridge_custody[] = {eventbridge_service};

inline constexpr CredentialSource eventbridge{
    .id = Row::eventbridge,
    .name = "EventBridge target with a role",
    .trust = {TrustKind::service, "events.amazonaws.com", only_assume_role, {}, sources::eventbridge_roles},
    .assumer = "the EventBridge service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = eventbridge_custody,
    .custodian = "the EventBridge service",
    .user = "the EventBridge service",
    .session_name = "like hexadecimal digits; one began with 088c41b2",
    .lifetime = "unknown",
    .workload_assumes = SelfAssumption::not_applicable,
    .assumer_source = sources::eventbridge_roles,
    .custody_source = sources::eventbridge_roles};

inline constexpr Trail eventbridge_trail[] = {
    {"", "AssumedRole", "events.amazonaws.com", "", sources::eventbridge_record},
    {"", "AWSService", "events.amazonaws.com",
     "of a target that is reached through a resource policy: there is no role", sources::lambda_data_events},
};
inline constexpr Stated eventbridge_notes[] = {
    {"A target that is reached through a resource policy has no role, and so no session and no credential of "
     "this kind.",
     sources::eventbridge_resource_policies},
    {"Records of a service that acts as itself (type AWSService) and records of a session that a service uses "
     "(invokedBy) are two things.",
     sources::cloudtrail_user_identity},
};
inline constexpr Entry eventbridge_entry{
    .key = "eventbridge",
    .family = Family::build_and_data,
    .source = &eventbridge,
    .platforms = orchestration_platforms,
    .readers = {"", sources::eventbridge_roles},
    .session_name_source = sources::eventbridge_record,
    .lifetime = {.source = sources::eventbridge_roles.graded(Grade::unverified)},
    .rotation = {not_known, sources::eventbridge_roles.graded(Grade::unverified)},
    .workload_assumes_source = sources::eventbridge_roles,
    .trail = eventbridge_trail,
    .trail_missing = {"the AssumeRole record: unknown", sources::eventbridge_roles.graded(Grade::unverified)},
    .notes = eventbridge_notes};

}  // namespace whence::catalog
