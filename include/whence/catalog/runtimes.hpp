// Runtimes of other services, which run code of the customer: App Runner, Amplify Hosting and Bedrock AgentCore.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>

namespace whence::catalog {

inline constexpr Place app_runner_service = open_to_workloads(
    memory_of("the App Runner service", Plane::control, "tasks.apprunner.amazonaws.com", sources::app_runner_roles));
inline constexpr Place app_runner_runtime = runtime_of("container of the application", sources::app_runner_roles);

inline constexpr CredentialSource app_runner{
    .id = SourceId::app_runner,
    .name = "App Runner instance role",
    .family = Family::runtimes,
    .platforms = {Platform::app_runner},
    .trust = trusts_service("tasks.apprunner.amazonaws.com", sources::app_runner_roles),
    .assumer = {"the App Runner service", Plane::control, "sts:AssumeRole", sources::app_runner_roles},
    .custody = {app_runner_service, app_runner_runtime},
    .custodian = {"the App Runner service", sources::app_runner_roles},
    .user = {"the container of the application", sources::app_runner_roles},
    .session_name = not_told_by(sources::app_runner_roles),
    .lifetime = {.text = not_known, .source = sources::app_runner_roles.graded(Grade::unverified)},
    .rotation = not_told_by(sources::app_runner_roles),
    .readers = {"the container of the application", sources::app_runner_roles},
    .workload_assumes = {SelfAssumption::no, sources::app_runner_roles},
    .surfaces = {{SurfaceKind::environment_variable, not_known,
                  "the default order of an SDK finds it; how is not documented",
                  sources::app_runner_roles.graded(Grade::unverified)}},
    .trail = {{"AssumeRole", "AWSService", "tasks.apprunner.amazonaws.com", "",
               sources::app_runner_roles.graded(Grade::inferred)}},
    .trail_missing = {"no AssumeRole record was observed", sources::app_runner_roles.graded(Grade::unverified)},
    .notes = {{"The access role, which pulls the image, is another role: it trusts build.apprunner.amazonaws.com.",
               sources::app_runner_roles},
              {"App Runner is closed to new customers.", sources::app_runner_roles}}};

inline constexpr Place amplify_service = open_to_workloads(
    memory_of("the Amplify service", Plane::control, "amplify.amazonaws.com", sources::amplify_compute_role));
inline constexpr Place amplify_runtime =
    runtime_of("runtime of the server-side rendering function", sources::amplify_compute_role);

inline constexpr CredentialSource amplify_hosting{
    .id = SourceId::amplify_hosting,
    .name = "Amplify Hosting SSR compute role",
    .family = Family::runtimes,
    .platforms = {Platform::amplify},
    .trust = trusts_service("amplify.amazonaws.com", sources::amplify_compute_role),
    .assumer = {"the Amplify service", Plane::control, "sts:AssumeRole", sources::amplify_compute_role},
    .custody = {amplify_service, amplify_runtime},
    .custodian = {"the Amplify service, then the runtime of the function", sources::amplify_compute_role},
    .user = {"the server-side code of the app or branch", sources::amplify_compute_role},
    .session_name = not_told_by(sources::amplify_compute_role),
    .lifetime = {.text = not_known, .source = sources::amplify_compute_role.graded(Grade::unverified)},
    .rotation = {"a change of the role needs no new deployment", sources::amplify_compute_role},
    .readers = {"the server-side code, and anyone who can run code in it; in public repositories also previews of pull "
                "requests",
                sources::amplify_compute_role},
    .workload_assumes = {SelfAssumption::no, sources::amplify_compute_role},
    .surfaces = {{SurfaceKind::environment_variable, not_known, "it is present in the runtime; how is not documented",
                  sources::amplify_compute_role.graded(Grade::unverified)}},
    .trail = {{"AssumeRole", "AWSService", "amplify.amazonaws.com", "",
               sources::amplify_compute_role.graded(Grade::inferred)}},
    .trail_missing = {"no AssumeRole record was observed", sources::amplify_compute_role.graded(Grade::unverified)},
    .notes = {{"It is set for the app or for a branch. Amplify refuses a role with another trust policy when it is "
               "attached.",
               sources::amplify_compute_role},
              {"Amplify has had it since February 2025.", sources::amplify_history}}};

inline constexpr Place agentcore_service = open_to_workloads(memory_of(
    "the AgentCore service", Plane::control, "bedrock-agentcore.amazonaws.com", sources::agentcore_permissions));
/// The metadata service of the micro virtual machine (MMDS), whatever its network mode is.
inline constexpr Place agentcore_metadata{
    .name = "metadata service of the micro virtual machine",
    .plane = Plane::data,
    .medium = Medium::metadata_path,
    .address = "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE",
    .readers = Readers::the_workload,
    .source = sources::agentcore_credentials};

inline constexpr CredentialSource agentcore{
    .id = SourceId::agentcore,
    .name = "Bedrock AgentCore execution role",
    .family = Family::runtimes,
    .platforms = {Platform::agentcore},
    .trust = {TrustKind::service,
              "bedrock-agentcore.amazonaws.com",
              {"sts:AssumeRole"},
              {"aws:SourceAccount = ACCOUNT", "aws:SourceArn = arn:aws:bedrock-agentcore:REGION:ACCOUNT:*"},
              sources::agentcore_permissions},
    .assumer = {"the AgentCore service", Plane::control, "sts:AssumeRole", sources::agentcore_permissions},
    .custody = {agentcore_service, agentcore_metadata},
    .custodian = {"the AgentCore service, then the metadata service of the machine", sources::agentcore_credentials},
    .user = {"the agent, browser or code interpreter", sources::agentcore_credentials},
    .session_name = not_told_by(sources::agentcore_permissions),
    .lifetime = {.text = not_known, .source = sources::agentcore_permissions.graded(Grade::unverified)},
    .rotation = not_told_by(sources::agentcore_permissions),
    .readers = {"any code in the machine, also code that a model wrote; each machine serves one user session",
                sources::agentcore_best_practices},
    .workload_assumes = {SelfAssumption::no, sources::agentcore_permissions},
    .surfaces = {{SurfaceKind::url, "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE",
                  "the paths of IMDS", sources::agentcore_credentials}},
    .trail = {{"AssumeRole", "AWSService", "bedrock-agentcore.amazonaws.com", "",
               sources::agentcore_permissions.graded(Grade::inferred)}},
    .trail_missing = {"no AssumeRole record was observed", sources::agentcore_permissions.graded(Grade::unverified)},
    .notes = {{"It is the role of the runtime, the browser, the code interpreter and the harness.",
               sources::agentcore_credentials},
              {"metadataConfiguration.requireMMDSV2 asks for version 2 of the metadata service; since 2026-06-30 a "
               "runtime without it cannot be invoked.",
               sources::agentcore_best_practices},
              {"At first (December 2025) only version 1 answered.",
               sources::agentcore_best_practices.graded(Grade::unverified)}}};

}  // namespace whence::catalog
