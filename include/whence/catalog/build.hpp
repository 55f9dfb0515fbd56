// Builds and data work: CodeBuild, SageMaker and Glue. The service assumes the role and hands the
// credential to the build, notebook or job.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place codebuild_service = open_to_workloads(
    memory_of("the CodeBuild service", Plane::control, "codebuild.amazonaws.com", sources::codebuild_service_role));
inline constexpr Place codebuild_endpoint = workload_endpoint(
    "credential endpoint of the build container", "http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    sources::codebuild_troubleshooting);

inline constexpr CredentialSource codebuild_build{
    .id = SourceId::codebuild_build,
    .name = "CodeBuild build",
    .family = Family::build_and_data,
    .platforms = {Platform::codebuild},
    .trust = trusts_service("codebuild.amazonaws.com", sources::codebuild_service_role),
    .assumer = {"the CodeBuild service", Plane::control, "sts:AssumeRole", sources::codebuild_service_role},
    .custody = {codebuild_service, codebuild_endpoint},
    .custodian = {"the CodeBuild service", sources::codebuild_troubleshooting},
    .user = {"every command of the build", sources::codebuild_troubleshooting},
    .session_name = {"AWSCodeBuild-<uuid>", sources::codebuild_session_report},
    .lifetime = {.text = "the duration of the build; the figure is unknown",
                 .source = sources::codebuild_service_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::codebuild_service_role.graded(Grade::unverified)},
    .readers = {"every command of the build, and every dependency that it runs", sources::codebuild_troubleshooting},
    .workload_assumes = {SelfAssumption::no, sources::codebuild_service_role},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "",
                  sources::codebuild_troubleshooting},
                 {SurfaceKind::url, "http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "",
                  sources::codebuild_troubleshooting}},
    .trail = {{"AssumeRole", "AWSService", "codebuild.amazonaws.com", "",
               sources::codebuild_service_role.graded(Grade::inferred)}},
    .trail_missing = {"no AssumeRole record was observed", sources::codebuild_service_role.graded(Grade::unverified)},
    .notes = {
        {"A build can use this session to assume a second role (credential_source = EcsContainer in its profile). The "
         "build is the assumer of the second role, and that session lasts at most 1 h (role chaining). Claims about "
         "the first role do not apply to the second.",
         sources::botocore_credentials},
        {"AWS states only for EC2 that handing the session to the workload is not role chaining.",
         sources::roles.graded(Grade::inferred)},
        {"ECS tasks use the same address: identify the source by address, variables and session, not by the reply.",
         sources::codebuild_troubleshooting.graded(Grade::inferred)}}};
inline constexpr Place sagemaker_service = open_to_workloads(
    memory_of("the SageMaker service", Plane::control, "sagemaker.amazonaws.com", sources::sagemaker_roles));
/// IMDS of the notebook's instance, which belongs to an account of AWS. What else can read it there is not documented.
inline constexpr Place notebook_metadata{.name = "metadata endpoint of the notebook host",
                                         .plane = Plane::control,
                                         .medium = Medium::metadata_path,
                                         .address =
                                             "http://169.254.169.254/latest/meta-data/iam/security-credentials/"
                                             "BaseNotebookInstanceEc2InstanceRole",
                                         .readers = Readers::not_stated,
                                         .open_to_the_data_plane = true,
                                         .owner = "sagemaker.amazonaws.com",
                                         .source = sources::notebook_reports};
inline constexpr Place notebook_memory = program_memory("memory of the notebook's SDK", Readers::the_workload,
                                                        sources::sagemaker_notebooks.graded(Grade::inferred));

inline constexpr CredentialSource sagemaker_notebook{
    .id = SourceId::sagemaker_notebook,
    .name = "SageMaker notebook instance",
    .family = Family::build_and_data,
    .platforms = {Platform::sagemaker_notebook},
    .trust = trusts_service("sagemaker.amazonaws.com", sources::sagemaker_roles),
    .assumer = {"the SageMaker service", Plane::control, "sts:AssumeRole", sources::sagemaker_roles},
    .custody = {sagemaker_service, notebook_metadata, notebook_memory},
    .custodian = {"the SageMaker service", sources::notebook_reports},
    .user = {"all code that the notebook's user runs", sources::sagemaker_notebooks.graded(Grade::unverified)},
    .session_name = {"SageMaker", sources::sagemaker_session_report},
    .lifetime = {.text = "unknown", .source = sources::sagemaker_roles.graded(Grade::unverified)},
    .rotation = {not_known, sources::sagemaker_roles.graded(Grade::unverified)},
    .readers = {"all code that the notebook's user runs", sources::sagemaker_notebooks.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::no, sources::sagemaker_roles},
    .surfaces = {{SurfaceKind::url, notebook_metadata.address,
                  "the role's name in the path is AWS's, not the customer's", sources::notebook_reports},
                 {SurfaceKind::path, "/latest/meta-data/iam/info",
                  "names an instance profile of an account of AWS (764707924415 was seen)", sources::notebook_reports}},
    .trail_missing = {not_known, sources::sagemaker_roles.graded(Grade::unverified)},
    .notes = {
        {"The endpoint looks like the instance's own, but calls act as the customer's execution role: SageMaker "
         "assumes it, and the trust policy names SageMaker.",
         sources::notebook_reports},
        {"The sources disagree on the endpoint's version: version 2 by default; or both versions, if the notebook is "
         "created by API without a version.",
         sources::sagemaker_notebook_metadata.graded(Grade::disputed)}}};
inline constexpr Place sagemaker_container = workload_endpoint(
    "credential endpoint of the app or job", "http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    sources::sagemaker_toolkit_pull_68);

inline constexpr CredentialSource sagemaker_job{
    .id = SourceId::sagemaker_job,
    .name = "SageMaker Studio, training or processing",
    .family = Family::build_and_data,
    .platforms = {Platform::sagemaker_job},
    .trust = trusts_service("sagemaker.amazonaws.com", sources::sagemaker_roles),
    .assumer = {"the SageMaker service", Plane::control, "sts:AssumeRole", sources::sagemaker_roles},
    .custody = {sagemaker_service, sagemaker_container},
    .custodian = {"the SageMaker service", sources::sagemaker_toolkit_pull_68},
    .user = {"all code in the container of the app or job", sources::sagemaker_toolkit_pull_68},
    .session_name = {"SageMaker", sources::sagemaker_session_report},
    .lifetime = {.text = "unknown", .source = sources::sagemaker_roles.graded(Grade::unverified)},
    .rotation = {not_known, sources::sagemaker_roles.graded(Grade::unverified)},
    .readers = {"all code in the container of the app or job", sources::sagemaker_toolkit_pull_68},
    .workload_assumes = {SelfAssumption::no, sources::sagemaker_roles},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "on 169.254.170.2",
                  sources::sagemaker_toolkit_pull_68}},
    .trail = {{"", "AssumedRole", "", "sourceIdentity is the Studio user profile, if that option is on",
               sources::sagemaker_source_identity}},
    .trail_missing = {"the AssumeRole record is unknown", sources::sagemaker_roles.graded(Grade::unverified)},
    .notes = {
        {"Studio blocks its apps from IMDS.", sources::sagemaker_roles.graded(Grade::unverified)},
        {"With network isolation the container gets no credential; SageMaker still moves data of S3 with the role.",
         sources::sagemaker_internet_free}}};
inline constexpr Place glue_service = open_to_workloads(
    memory_of("the Glue service", Plane::control, "glue.amazonaws.com", sources::glue_role.graded(Grade::inferred)));
/// No source says how the job gets the credential.
inline constexpr Place glue_runtime =
    program_memory("runtime of the job", Readers::not_stated, sources::glue_role.graded(Grade::unverified));

inline constexpr CredentialSource glue_job{
    .id = SourceId::glue_job,
    .name = "Glue job",
    .family = Family::build_and_data,
    .platforms = {Platform::glue},
    .trust = trusts_service("glue.amazonaws.com", sources::glue_role),
    .assumer = {"the Glue service", Plane::control, "sts:AssumeRole", sources::glue_role},
    .custody = {glue_service, glue_runtime},
    .custodian = {"the Glue service", sources::glue_role.graded(Grade::unverified)},
    .user = {"the script of the job", sources::glue_role.graded(Grade::unverified)},
    .session_name = {"GlueJobRunnerSession", sources::glue_session_report},
    .lifetime = {.text = "unknown", .source = sources::glue_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::glue_role.graded(Grade::unverified)},
    .readers = {"the script of the job", sources::glue_role.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::no, sources::glue_role},
    .surfaces = {{SurfaceKind::environment_variable, not_known,
                  "it is unknown whether an environment variable is used at all",
                  sources::glue_role.graded(Grade::unverified)}},
    .trail = {{"AssumeRole", "AWSService", "glue.amazonaws.com", "", sources::glue_role.graded(Grade::inferred)}},
    .trail_missing = {"no AssumeRole record was observed", sources::glue_role.graded(Grade::unverified)}};

}  // namespace whence::catalog
