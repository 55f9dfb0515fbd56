// Lambda: row 21.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place lambda_service{.name = "the Lambda service",
                                      .plane = Plane::control,
                                      .medium = Medium::service_memory,
                                      .readers = Readers::the_service,
                                      .open_to_the_data_plane = true,
                                      .owner = "lambda.amazonaws.com",
                                      .source = sources::lambda_execution_role};
inline constexpr Place lambda_variables{.name = "environment variables of the function",
                                        .plane = Plane::data,
                                        .medium = Medium::environment,
                                        .address = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN",
                                        .readers = Readers::the_workload,
                                        .source = sources::lambda_environment};
inline constexpr Place lambda_custody[] = {lambda_service, lambda_variables};

inline constexpr CredentialSource lambda_function{
    .id = Row::lambda_function,
    .name = "Lambda execution role",
    .trust = {TrustKind::service, "lambda.amazonaws.com", only_assume_role, {}, sources::lambda_execution_role},
    .assumer = "the Lambda service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = lambda_custody,
    .custodian = "the Lambda service, then the execution environment",
    .user = "the function, its layers and extensions",
    .session_name = "the function's name; sessions of the service itself are named awslambda_<n>_<yyyymmddHHMMSSmmm>",
    .lifetime =
        "not shown for the function's sessions; those of the service itself lasted 2 h; the role's "
        "MaxSessionDuration does not count",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::cloudtrail_records,
    .custody_source = sources::lambda_environment};

inline constexpr Platform lambda_platforms[] = {Platform::lambda};
inline constexpr Surface lambda_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_ACCESS_KEY_ID", "", sources::lambda_environment},
    {SurfaceKind::environment_variable, "AWS_SECRET_ACCESS_KEY", "", sources::lambda_environment},
    {SurfaceKind::environment_variable, "AWS_SESSION_TOKEN", "", sources::lambda_environment},
    {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
     "with SnapStart: the address of the local endpoint", sources::lambda_snapstart},
    {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN",
     "with SnapStart: what the request to the endpoint carries", sources::lambda_snapstart},
};
inline constexpr Trail lambda_trail[] = {
    {"AssumeRole", "AWSService", "lambda.amazonaws.com", "there is no durationSeconds", sources::cloudtrail_records},
    {"", "AssumedRole", "",
     "inScopeOf with issuerType AWS::Lambda::Function, and in credentialsIssuedTo the function's ARN",
     sources::identity_center_records},
};
inline constexpr Stated lambda_notes[] = {
    {"With SnapStart a local endpoint stands in the place of the variables, which would age in the snapshot.",
     sources::lambda_snapstart},
    {"One role has two families of sessions: those named after the function, and awslambda_... of the service itself.",
     sources::cloudtrail_records},
    {"The role's MaxSessionDuration does not count: do not check lifetimes of sessions that a service assumed against "
     "it.",
     sources::cloudtrail_records},
    {"No custodian of the customer's stands between Lambda and the function.",
     sources::lambda_environment.graded(Grade::inferred)},
    {"A function that uses its credential to assume a second role is the assumer of that one, which is a chain: 1 h at "
     "most.",
     sources::botocore_credentials},
    {"The condition key lambda:SourceFunctionArn tells the function to which the credential was given.",
     sources::lambda_execution_role},
};
inline constexpr Entry lambda_function_entry{
    .key = "lambda_function",
    .family = Family::lambda,
    .source = &lambda_function,
    .platforms = lambda_platforms,
    .surfaces = lambda_surfaces,
    .readers = {"any code in the execution environment: the handler, layers, extensions, child processes",
                sources::lambda_environment},
    .session_name_source = sources::identity_center_records,
    .lifetime = {.source = sources::cloudtrail_records.graded(Grade::unverified)},
    .rotation = {"with the execution environment", sources::lambda_execution_role.graded(Grade::inferred)},
    .workload_assumes_source = sources::cloudtrail_records,
    .trail = lambda_trail,
    .notes = lambda_notes};

}  // namespace whence::catalog
