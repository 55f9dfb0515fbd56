// Lambda.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place lambda_service = open_to_workloads(
    memory_of("the Lambda service", Plane::control, "lambda.amazonaws.com", sources::lambda_execution_role));
inline constexpr Place lambda_variables{.name = "environment variables of the function",
                                        .plane = Plane::data,
                                        .medium = Medium::environment,
                                        .address = "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN",
                                        .readers = Readers::the_workload,
                                        .source = sources::lambda_environment};

inline constexpr CredentialSource lambda_function{
    .id = SourceId::lambda_function,
    .name = "Lambda execution role",
    .family = Family::lambda,
    .platforms = {Platform::lambda},
    .trust = trusts_service("lambda.amazonaws.com", sources::lambda_execution_role),
    .assumer = {"the Lambda service", Plane::control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {lambda_service, lambda_variables},
    .custodian = {"the Lambda service, then the execution environment", sources::lambda_environment},
    .user = {"the function, its layers and extensions", sources::lambda_environment},
    .session_name = {"the function's name; sessions of the service itself are named awslambda_<n>_<yyyymmddHHMMSSmmm>",
                     sources::identity_center_records},
    .lifetime = {.text =
                     "not observed for the function's sessions; sessions of the service itself lasted 2 h; the role's "
                     "MaxSessionDuration does not apply",
                 .source = sources::cloudtrail_records.graded(Grade::unverified)},
    .rotation = {"together with the execution environment", sources::lambda_execution_role.graded(Grade::inferred)},
    .readers = {"any code in the execution environment: the handler, layers, extensions, child processes",
                sources::lambda_environment},
    .workload_assumes = {SelfAssumption::no, sources::cloudtrail_records},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_ACCESS_KEY_ID", "", sources::lambda_environment},
                 {SurfaceKind::environment_variable, "AWS_SECRET_ACCESS_KEY", "", sources::lambda_environment},
                 {SurfaceKind::environment_variable, "AWS_SESSION_TOKEN", "", sources::lambda_environment},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                  "with SnapStart: the address of a local endpoint", sources::lambda_snapstart},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                  "with SnapStart: sent with the request to the endpoint", sources::lambda_snapstart}},
    .trail = {{"AssumeRole", "AWSService", "lambda.amazonaws.com", "durationSeconds is absent",
               sources::cloudtrail_records},
              {"", "AssumedRole", "",
               "inScopeOf has issuerType AWS::Lambda::Function, and the function's ARN in credentialsIssuedTo",
               sources::identity_center_records}},
    .notes = {
        {"With SnapStart there are no variables with a key, because they would expire in the snapshot: a local "
         "endpoint replaces them (lambda_snapstart).",
         sources::lambda_snapstart},
        {"One role has two kinds of sessions: named after the function, and awslambda_... of the service itself.",
         sources::cloudtrail_records},
        {"The role's MaxSessionDuration does not apply: do not compare sessions of a service with it.",
         sources::cloudtrail_records},
        {"The customer has no custodian between Lambda and the function.",
         sources::lambda_environment.graded(Grade::inferred)},
        {"A function that assumes a second role with its credential is that role's assumer (role chaining: at most 1 "
         "h).",
         sources::botocore_credentials},
        {"The condition key lambda:SourceFunctionArn identifies the function that received the credential.",
         sources::lambda_execution_role}}};

}  // namespace whence::catalog
