// Lambda with SnapStart, in MicroVMs, and on Managed Instances.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/lambda.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place microvm_metadata{
    .name = "metadata service of the MicroVM",
    .plane = Plane::data,
    .medium = Medium::metadata_path,
    .address = "http://169.254.169.254/latest/meta-data/iam/security-credentials/execution_role",
    .readers = Readers::the_workload,
    .source = sources::agent_toolkit};

inline constexpr CredentialSource lambda_microvm{
    .id = SourceId::lambda_microvm,
    .name = "Lambda MicroVM execution role",
    .family = Family::lambda,
    .platforms = {Platform::lambda_microvm},
    .trust = {TrustKind::service,
              "lambda.amazonaws.com",
              {"sts:AssumeRole"},
              {"aws:SourceAccount = ACCOUNT", "aws:SourceArn = arn:aws:lambda:REGION:ACCOUNT:microvm-image:*"},
              sources::agent_toolkit},
    .assumer = {"the Lambda service", Plane::control, "sts:AssumeRole", sources::agent_toolkit},
    .custody = {lambda_service, microvm_metadata},
    .custodian = {"the Lambda service, then the metadata service of the MicroVM", sources::agent_toolkit},
    .user = {"all code in the MicroVM", sources::agent_toolkit},
    .session_name = not_told_by(sources::agent_toolkit),
    .lifetime = {.text = not_known, .source = sources::agent_toolkit.graded(Grade::unverified)},
    .rotation = not_told_by(sources::agent_toolkit),
    .readers = {"any code in the guest", sources::agent_toolkit},
    .workload_assumes = {SelfAssumption::no, sources::agent_toolkit},
    .surfaces = {{SurfaceKind::url, "http://169.254.169.254/latest/meta-data/iam/security-credentials/execution_role",
                  "IMDSv2: the role's name in the path is always execution_role", sources::agent_toolkit}},
    .trail = {{"AssumeRole", "AWSService", "lambda.amazonaws.com", "", sources::agent_toolkit.graded(Grade::inferred)}},
    .trail_missing = {"no AssumeRole record was observed", sources::agent_toolkit.graded(Grade::unverified)},
    .notes = {{"The build role of the image is another role.", sources::agent_toolkit}}};

inline constexpr Place snapstart_endpoint =
    workload_endpoint("credential endpoint of a function with SnapStart", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                      sources::lambda_snapstart);

inline constexpr CredentialSource lambda_snapstart{
    .id = SourceId::lambda_snapstart,
    .name = "Lambda execution role, with SnapStart",
    .family = Family::lambda,
    .platforms = lambda_function.platforms,
    .counted_elsewhere = true,
    .trust = lambda_function.trust,
    .assumer = lambda_function.assumer,
    .custody = {lambda_service, snapstart_endpoint},
    .custodian = {"the Lambda service, then a local endpoint", sources::lambda_snapstart},
    .user = lambda_function.user,
    .session_name = lambda_function.session_name,
    .lifetime = lambda_function.lifetime,
    .rotation = {"the endpoint gives a new credential", sources::lambda_snapstart.graded(Grade::inferred)},
    .readers = lambda_function.readers,
    .workload_assumes = lambda_function.workload_assumes,
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                  "the address of a local endpoint", sources::lambda_snapstart},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                  "sent with the request to the endpoint", sources::lambda_snapstart}},
    .trail = lambda_function.trail,
    .notes = {{"There are no variables with a key: they would expire in the snapshot.", sources::lambda_snapstart}}};

/// No source says how the function gets it there.
inline constexpr Place managed_function =
    runtime_of("container of the function on an instance", sources::lambda_managed_instances);

inline constexpr CredentialSource lambda_managed_instance{
    .id = SourceId::lambda_managed_instance,
    .name = "Lambda Managed Instances, execution role and operator role",
    .family = Family::lambda,
    .platforms = {Platform::lambda_managed},
    .trust = trusts_service("lambda.amazonaws.com", sources::lambda_operator_role),
    .assumer = {"the Lambda service", Plane::control, "sts:AssumeRole", sources::lambda_operator_role},
    .custody = {lambda_service, managed_function},
    .custodian = {"the Lambda service", sources::lambda_operator_role},
    .user = {"the function: the execution role; the Lambda service: the operator role", sources::lambda_operator_role},
    .session_name = {"as for the Lambda execution role; that of the operator role is unknown",
                     sources::lambda_managed_instances.graded(Grade::unverified)},
    .lifetime = {.text = "as for the Lambda execution role; that of the operator role is unknown",
                 .source = sources::lambda_managed_instances.graded(Grade::unverified)},
    .rotation = not_told_by(sources::lambda_managed_instances),
    .readers = {"the function; its container is no boundary: all functions of one capacity provider must trust each "
                "other",
                sources::lambda_managed_security},
    .workload_assumes = {SelfAssumption::no, sources::lambda_managed_instances},
    .surfaces = {{SurfaceKind::environment_variable, not_known, "how the function finds it is not documented",
                  sources::lambda_managed_instances.graded(Grade::unverified)}},
    .trail = {{"AssumeRole", "AWSService", "lambda.amazonaws.com", "as for the Lambda execution role",
               sources::lambda_managed_instances.graded(Grade::inferred)}},
    .trail_missing = {"records of the operator role are unknown",
                      sources::lambda_managed_instances.graded(Grade::unverified)},
    .notes = {
        {"Both roles trust lambda.amazonaws.com.", sources::lambda_operator_role},
        {"lambda:PassCapacityProvider guards which functions are placed there.", sources::lambda_managed_security}}};

}  // namespace whence::catalog
