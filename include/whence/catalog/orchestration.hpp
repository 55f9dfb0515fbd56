// Services that do the work themselves: Step Functions, CloudFormation, EventBridge, its Scheduler and Pipes. The
// credential never leaves the service.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>

namespace whence::catalog {

inline constexpr Place step_functions_service =
    memory_of("the Step Functions service", Plane::control, "states.amazonaws.com", sources::step_functions_role);

inline constexpr CredentialSource step_functions{
    .id = SourceId::step_functions,
    .name = "Step Functions state machine",
    .family = Family::build_and_data,
    .platforms = {Platform::aws_service},
    .trust = trusts_service("states.amazonaws.com", sources::step_functions_role),
    .assumer = {"the Step Functions service", Plane::control, "sts:AssumeRole", sources::step_functions_role},
    .custody = {step_functions_service},
    .custodian = {"the Step Functions service", sources::step_functions_role},
    .user = {"the Step Functions service", sources::step_functions_role},
    .session_name = {"32 random letters, such as wozynIhxRGfTvfRlXhHKONdyrIaAmRyN", sources::lambda_data_events},
    .lifetime = {.text = "unknown", .source = sources::step_functions_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::step_functions_role.graded(Grade::unverified)},
    .readers = {"", sources::step_functions_role},
    .workload_assumes = {SelfAssumption::no, sources::step_functions_role},
    .trail = {{"", "AssumedRole", "states.amazonaws.com", "", sources::lambda_data_events}},
    .trail_missing = {"the AssumeRole record is unknown", sources::step_functions_role.graded(Grade::unverified)},
    .notes = {{"The customer has no process that could assume the role.", sources::step_functions_role}}};
inline constexpr Place cloudformation_service = memory_of(
    "the CloudFormation service", Plane::control, "cloudformation.amazonaws.com", sources::cloudformation_service_role);

inline constexpr CredentialSource cloudformation{
    .id = SourceId::cloudformation,
    .name = "CloudFormation service role",
    .family = Family::build_and_data,
    .platforms = step_functions.platforms,
    .trust = trusts_service("cloudformation.amazonaws.com", sources::cloudformation_service_role),
    .assumer = {"the CloudFormation service", Plane::control, "sts:AssumeRole", sources::cloudformation_service_role},
    .requester = {"the caller of CloudFormation, which needs iam:PassRole on the role",
                  sources::cloudformation_service_role},
    .custody = {cloudformation_service},
    .custodian = {"the CloudFormation service", sources::cloudformation_service_role},
    .user = {"the CloudFormation service", sources::cloudformation_service_role},
    .session_name = {"AWSCloudFormation", sources::cloudformation_service_role},
    .lifetime = {.text = "unknown", .source = sources::cloudformation_service_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::cloudformation_service_role.graded(Grade::unverified)},
    .readers = {"", sources::cloudformation_service_role},
    .workload_assumes = {SelfAssumption::not_applicable, sources::cloudformation_service_role},
    .trail = {{"", "AssumedRole", "cloudformation.amazonaws.com",
               "sourceIPAddress is also cloudformation.amazonaws.com", sources::cloudformation_service_role}},
    .trail_missing = {"the AssumeRole record is unknown",
                      sources::cloudformation_service_role.graded(Grade::unverified)},
    .notes = {{"The Lambda functions of macros and custom resources have their own roles.",
               sources::cloudformation_service_role}}};
inline constexpr Place eventbridge_service =
    memory_of("the EventBridge service", Plane::control, "events.amazonaws.com", sources::eventbridge_roles);

inline constexpr CredentialSource eventbridge{
    .id = SourceId::eventbridge,
    .name = "EventBridge target with a role",
    .family = Family::build_and_data,
    .platforms = step_functions.platforms,
    .trust = trusts_service("events.amazonaws.com", sources::eventbridge_roles),
    .assumer = {"the EventBridge service", Plane::control, "sts:AssumeRole", sources::eventbridge_roles},
    .custody = {eventbridge_service},
    .custodian = {"the EventBridge service", sources::eventbridge_roles},
    .user = {"the EventBridge service", sources::eventbridge_roles},
    .session_name = {"apparently hexadecimal digits; one began with 088c41b2", sources::eventbridge_record},
    .lifetime = {.text = "unknown", .source = sources::eventbridge_roles.graded(Grade::unverified)},
    .rotation = {not_known, sources::eventbridge_roles.graded(Grade::unverified)},
    .readers = {"", sources::eventbridge_roles},
    .workload_assumes = {SelfAssumption::not_applicable, sources::eventbridge_roles},
    .trail = {{"", "AssumedRole", "events.amazonaws.com", "", sources::eventbridge_record},
              {"", "AWSService", "events.amazonaws.com",
               "for a target that is reached through a resource policy: no role is used", sources::lambda_data_events}},
    .trail_missing = {"the AssumeRole record is unknown", sources::eventbridge_roles.graded(Grade::unverified)},
    .notes = {
        {"A target reached through a resource policy has no role, and so no session and no credential of this kind.",
         sources::eventbridge_resource_policies},
        {"Records of a service acting as itself (type AWSService) and records of a session used by a service "
         "(invokedBy) are different.",
         sources::cloudtrail_user_identity}}};

inline constexpr Place eventbridge_scheduler_service = memory_of(
    "the EventBridge Scheduler service", Plane::control, "scheduler.amazonaws.com", sources::scheduler_confused_deputy);

inline constexpr CredentialSource eventbridge_scheduler{
    .id = SourceId::eventbridge_scheduler,
    .name = "EventBridge Scheduler",
    .family = Family::build_and_data,
    .platforms = step_functions.platforms,
    .trust = {TrustKind::service,
              "scheduler.amazonaws.com",
              {"sts:AssumeRole"},
              {"aws:SourceArn = arn:aws:scheduler:REGION:ACCOUNT:schedule-group/GROUP"},
              sources::scheduler_confused_deputy},
    .assumer = {"the EventBridge Scheduler service", Plane::control, "sts:AssumeRole",
                sources::scheduler_confused_deputy},
    .custody = {eventbridge_scheduler_service},
    .custodian = {"the EventBridge Scheduler service", sources::scheduler_confused_deputy},
    .user = {"the EventBridge Scheduler service", sources::scheduler_confused_deputy},
    .session_name = not_told_by(sources::scheduler_confused_deputy),
    .lifetime = {.text = not_known, .source = sources::scheduler_confused_deputy.graded(Grade::unverified)},
    .rotation = not_told_by(sources::scheduler_confused_deputy),
    .readers = {"", sources::scheduler_confused_deputy},
    .workload_assumes = {SelfAssumption::not_applicable, sources::scheduler_confused_deputy},
    .trail = {{"", "AssumedRole", "scheduler.amazonaws.com", "uses of the credential",
               sources::scheduler_confused_deputy.graded(Grade::inferred)}},
    .trail_missing = {"the AssumeRole record is unknown", sources::scheduler_confused_deputy.graded(Grade::unverified)},
    .notes = {{"aws:SourceArn is the ARN of the schedule group, never of the schedule.",
               sources::scheduler_confused_deputy}}};

inline constexpr Place eventbridge_pipes_service =
    memory_of("the EventBridge Pipes service", Plane::control, "pipes.amazonaws.com", sources::pipes_permissions);

inline constexpr CredentialSource eventbridge_pipes{
    .id = SourceId::eventbridge_pipes,
    .name = "EventBridge Pipes",
    .family = Family::build_and_data,
    .platforms = step_functions.platforms,
    .trust = {TrustKind::service,
              "pipes.amazonaws.com",
              {"sts:AssumeRole"},
              {"aws:SourceAccount = ACCOUNT", "aws:SourceArn = arn:aws:pipes:REGION:ACCOUNT:pipe/PIPE"},
              sources::pipes_example},
    .assumer = {"the EventBridge Pipes service", Plane::control, "sts:AssumeRole", sources::pipes_permissions},
    .custody = {eventbridge_pipes_service},
    .custodian = {"the EventBridge Pipes service", sources::pipes_permissions},
    .user = {"the EventBridge Pipes service", sources::pipes_permissions},
    .session_name = not_told_by(sources::pipes_permissions),
    .lifetime = {.text = not_known, .source = sources::pipes_permissions.graded(Grade::unverified)},
    .rotation = not_told_by(sources::pipes_permissions),
    .readers = {"", sources::pipes_permissions},
    .workload_assumes = {SelfAssumption::not_applicable, sources::pipes_permissions},
    .trail = {{"", "AssumedRole", "pipes.amazonaws.com", "uses of the credential",
               sources::pipes_permissions.graded(Grade::inferred)}},
    .trail_missing = {"the AssumeRole record is unknown", sources::pipes_permissions.graded(Grade::unverified)},
    .notes = {{"The conditions on the account and the pipe are optional.", sources::pipes_example}}};

}  // namespace whence::catalog
