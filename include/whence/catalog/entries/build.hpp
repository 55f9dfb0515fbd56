// Builds and data work: CodeBuild, SageMaker and Glue, rows 22 to 25. The service assumes the role and hands the
// credential to the build, notebook or job.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place codebuild_service{.name = "the CodeBuild service",
                                         .plane = Plane::control,
                                         .medium = Medium::service_memory,
                                         .readers = Readers::the_service,
                                         .open_to_the_data_plane = true,
                                         .owner = "codebuild.amazonaws.com",
                                         .source = sources::codebuild_service_role};
inline constexpr Place codebuild_endpoint{.name = "credential endpoint of the build container",
                                          .plane = Plane::data,
                                          .medium = Medium::container_endpoint,
                                          .address = "http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                                          .readers = Readers::the_workload,
                                          .source = sources::codebuild_troubleshooting};
inline constexpr Place codebuild_custody[] = {codebuild_service, codebuild_endpoint};

inline constexpr CredentialSource codebuild_build{
    .id = Row::codebuild_build,
    .name = "CodeBuild build",
    .trust = {TrustKind::service, "codebuild.amazonaws.com", only_assume_role, {}, sources::codebuild_service_role},
    .assumer = "the CodeBuild service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = codebuild_custody,
    .custodian = "the CodeBuild service",
    .user = "every command of the build",
    .session_name = "AWSCodeBuild-<uuid>",
    .lifetime = "as long as the build; the figure is unknown",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::codebuild_service_role,
    .custody_source = sources::codebuild_troubleshooting};

inline constexpr Platform codebuild_platforms[] = {Platform::codebuild};
inline constexpr Surface codebuild_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "",
     sources::codebuild_troubleshooting},
    {SurfaceKind::url, "http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "",
     sources::codebuild_troubleshooting},
};
inline constexpr Trail codebuild_trail[] = {
    {"AssumeRole", "AWSService", "codebuild.amazonaws.com", "",
     sources::codebuild_service_role.graded(Grade::inferred)},
};
inline constexpr Stated codebuild_notes[] = {
    {"A build that assumes a second role with this session (credential_source = EcsContainer in its profile) is the "
     "assumer of that one, and the second session lasts at most 1 h: a chain. What holds for the first role does not "
     "hold for the next.",
     sources::botocore_credentials},
    {"That handing the session to the build is no chain is stated for EC2 alone.",
     sources::roles.graded(Grade::inferred)},
    {"The address is that of ECS tasks: tell the source by the address, the variables and the session, "
     "not by the reply.",
     sources::codebuild_troubleshooting.graded(Grade::inferred)},
};
inline constexpr Entry codebuild_build_entry{
    .key = "codebuild_build",
    .family = Family::build_and_data,
    .source = &codebuild_build,
    .platforms = codebuild_platforms,
    .surfaces = codebuild_surfaces,
    .readers = {"every command of the build, and every dependency that it runs", sources::codebuild_troubleshooting},
    .session_name_source = sources::codebuild_session_report,
    .lifetime = {.source = sources::codebuild_service_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::codebuild_service_role.graded(Grade::unverified)},
    .workload_assumes_source = sources::codebuild_service_role,
    .trail = codebuild_trail,
    .trail_missing = {"no record of the AssumeRole was seen",
                      sources::codebuild_service_role.graded(Grade::unverified)},
    .notes = codebuild_notes};

inline constexpr Place sagemaker_service{.name = "the SageMaker service",
                                         .plane = Plane::control,
                                         .medium = Medium::service_memory,
                                         .readers = Readers::the_service,
                                         .open_to_the_data_plane = true,
                                         .owner = "sagemaker.amazonaws.com",
                                         .source = sources::sagemaker_roles};
/// Shaped like the metadata service of EC2; its exact path is told nowhere.
inline constexpr Place notebook_metadata{.name = "metadata endpoint of the notebook's host",
                                         .plane = Plane::control,
                                         .medium = Medium::metadata_path,
                                         .readers = Readers::not_stated,
                                         .open_to_the_data_plane = true,
                                         .owner = "sagemaker.amazonaws.com",
                                         .source = sources::sagemaker_notebooks.graded(Grade::unverified)};
inline constexpr Place notebook_memory{.name = "memory of the notebook's SDK",
                                       .plane = Plane::data,
                                       .medium = Medium::process_memory,
                                       .readers = Readers::the_workload,
                                       .source = sources::sagemaker_notebooks.graded(Grade::inferred)};
inline constexpr Place notebook_custody[] = {sagemaker_service, notebook_metadata, notebook_memory};

inline constexpr CredentialSource sagemaker_notebook{
    .id = Row::sagemaker_notebook,
    .name = "SageMaker notebook instance",
    .trust = {TrustKind::service, "sagemaker.amazonaws.com", only_assume_role, {}, sources::sagemaker_roles},
    .assumer = "the SageMaker service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = notebook_custody,
    .custodian = "the SageMaker service",
    .user = "all code of the notebook's user",
    .session_name = "SageMaker",
    .lifetime = "unknown",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::sagemaker_roles,
    .custody_source = sources::sagemaker_notebooks.graded(Grade::unverified)};

inline constexpr Platform notebook_platforms[] = {Platform::sagemaker_notebook};
inline constexpr Surface notebook_surfaces[] = {
    {SurfaceKind::url, not_known, "an endpoint like the metadata service of EC2; the exact path is unknown",
     sources::sagemaker_notebooks.graded(Grade::unverified)},
};
inline constexpr Stated notebook_notes[] = {
    {"What looks like the metadata service of EC2 is not EC2: SageMaker assumes the role, and trust names it.",
     sources::sagemaker_roles},
    {"Which version the endpoint asks for is told in two ways: version 2 unless stated otherwise; or both, where "
     "whoever makes the notebook by API states nothing.",
     sources::sagemaker_notebook_metadata.graded(Grade::disputed)},
};
inline constexpr Entry sagemaker_notebook_entry{
    .key = "sagemaker_notebook",
    .family = Family::build_and_data,
    .source = &sagemaker_notebook,
    .platforms = notebook_platforms,
    .surfaces = notebook_surfaces,
    .readers = {"all code of the notebook's user", sources::sagemaker_notebooks.graded(Grade::inferred)},
    .session_name_source = sources::sagemaker_session_report,
    .lifetime = {.source = sources::sagemaker_roles.graded(Grade::unverified)},
    .rotation = {not_known, sources::sagemaker_roles.graded(Grade::unverified)},
    .workload_assumes_source = sources::sagemaker_roles,
    .trail_missing = {not_known, sources::sagemaker_roles.graded(Grade::unverified)},
    .notes = notebook_notes};

/// By what the container gets it no source says; an endpoint for containers is likely.
inline constexpr Place sagemaker_container{.name = "container of the app or job",
                                           .plane = Plane::data,
                                           .medium = Medium::container_endpoint,
                                           .readers = Readers::not_stated,
                                           .source = sources::sagemaker_roles.graded(Grade::unverified)};
inline constexpr Place sagemaker_job_custody[] = {sagemaker_service, sagemaker_container};

inline constexpr CredentialSource sagemaker_job{
    .id = Row::sagemaker_job,
    .name = "SageMaker Studio, training or processing",
    .trust = {TrustKind::service, "sagemaker.amazonaws.com", only_assume_role, {}, sources::sagemaker_roles},
    .assumer = "the SageMaker service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = sagemaker_job_custody,
    .custodian = "the SageMaker service",
    .user = "all code in the container of the app or job",
    .session_name = "SageMaker",
    .lifetime = "unknown",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::sagemaker_roles,
    .custody_source = sources::sagemaker_roles.graded(Grade::unverified)};

inline constexpr Platform sagemaker_job_platforms[] = {Platform::sagemaker_job};
inline constexpr Surface sagemaker_job_surfaces[] = {
    {SurfaceKind::environment_variable, not_known, "the URI of an endpoint for containers is likely",
     sources::sagemaker_roles.graded(Grade::unverified)},
};
inline constexpr Trail sagemaker_job_trail[] = {
    {"", "AssumedRole", "", "sourceIdentity is the user profile of Studio, where that option is on",
     sources::sagemaker_source_identity},
};
inline constexpr Stated sagemaker_job_notes[] = {
    {"Studio keeps the instance metadata service from its apps.", sources::sagemaker_roles.graded(Grade::unverified)},
};
inline constexpr Entry sagemaker_job_entry{
    .key = "sagemaker_job",
    .family = Family::build_and_data,
    .source = &sagemaker_job,
    .platforms = sagemaker_job_platforms,
    .surfaces = sagemaker_job_surfaces,
    .readers = {"all code in the container of the app or job", sources::sagemaker_roles.graded(Grade::inferred)},
    .session_name_source = sources::sagemaker_session_report,
    .lifetime = {.source = sources::sagemaker_roles.graded(Grade::unverified)},
    .rotation = {not_known, sources::sagemaker_roles.graded(Grade::unverified)},
    .workload_assumes_source = sources::sagemaker_roles,
    .trail = sagemaker_job_trail,
    .trail_missing = {"the AssumeRole record: unknown", sources::sagemaker_roles.graded(Grade::unverified)},
    .notes = sagemaker_job_notes};

inline constexpr Place glue_service{.name = "the Glue service",
                                    .plane = Plane::control,
                                    .medium = Medium::service_memory,
                                    .readers = Readers::the_service,
                                    .open_to_the_data_plane = true,
                                    .owner = "glue.amazonaws.com",
                                    .source = sources::glue_role};
/// By what the job gets it no source says.
inline constexpr Place glue_runtime{.name = "runtime of the job",
                                    .plane = Plane::data,
                                    .medium = Medium::process_memory,
                                    .readers = Readers::not_stated,
                                    .source = sources::glue_role.graded(Grade::unverified)};
inline constexpr Place glue_custody[] = {glue_service, glue_runtime};

inline constexpr CredentialSource glue_job{
    .id = Row::glue_job,
    .name = "Glue job",
    .trust = {TrustKind::service, "glue.amazonaws.com", only_assume_role, {}, sources::glue_role},
    .assumer = "the Glue service",
    .assumer_plane = Plane::control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = glue_custody,
    .custodian = "the Glue service",
    .user = "the script of the job",
    .session_name = "GlueJobRunnerSession",
    .lifetime = "unknown",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::glue_role,
    .custody_source = sources::glue_role.graded(Grade::unverified)};

inline constexpr Platform glue_platforms[] = {Platform::glue};
inline constexpr Surface glue_surfaces[] = {
    {SurfaceKind::environment_variable, not_known, "whether it is by a variable at all is unknown",
     sources::glue_role.graded(Grade::unverified)},
};
inline constexpr Trail glue_trail[] = {
    {"AssumeRole", "AWSService", "glue.amazonaws.com", "", sources::glue_role.graded(Grade::inferred)},
};
inline constexpr Entry glue_job_entry{
    .key = "glue_job",
    .family = Family::build_and_data,
    .source = &glue_job,
    .platforms = glue_platforms,
    .surfaces = glue_surfaces,
    .readers = {"the script of the job", sources::glue_role.graded(Grade::inferred)},
    .session_name_source = sources::glue_session_report,
    .lifetime = {.source = sources::glue_role.graded(Grade::unverified)},
    .rotation = {not_known, sources::glue_role.graded(Grade::unverified)},
    .workload_assumes_source = sources::glue_role,
    .trail = glue_trail,
    .trail_missing = {"no record of the AssumeRole was seen", sources::glue_role.graded(Grade::unverified)}};

}  // namespace whence::catalog
