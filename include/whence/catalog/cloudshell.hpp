// CloudShell.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>

namespace whence::catalog {

inline constexpr Place cloudshell_console =
    open_to_workloads(memory_of("the console", Plane::control, "the console", sources::console_credentials));
/// On the shell's machine; requests carry the token from the shell's environment.
inline constexpr Place cloudshell_endpoint = workload_endpoint(
    "credential endpoint of CloudShell", "http://localhost:1338/latest/meta-data/container/security-credentials",
    sources::cloudshell_credentials);

inline constexpr CredentialSource cloudshell{
    .id = SourceId::cloudshell,
    .name = "CloudShell",
    .family = Family::identity_and_cli,
    .platforms = {Platform::cloudshell},
    .trust = {.source = sources::cloudshell},
    .assumer = {"the console and CloudShell; no STS operation is visible", Plane::control, "",
                sources::console_credentials},
    .custody = {cloudshell_console, cloudshell_endpoint},
    .custodian = {"the console, then the endpoint on the shell's machine", sources::cloudshell_credentials},
    .user = {"every process in the shell", sources::cloudshell_credentials},
    .session_name = {"unchanged: that of the principal signed in to the console", sources::console_credentials},
    .lifetime = {.text = "between 5 and 15 min", .least = 300, .most = 900, .source = sources::cloudshell_credentials},
    .rotation = {"the endpoint provides a new credential", sources::cloudshell_credentials},
    .readers = {"any process in the shell", sources::cloudshell_credentials},
    .workload_assumes = {SelfAssumption::no, sources::console_credentials},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                  "http://localhost:1338/latest/meta-data/container/security-credentials",
                  sources::cloudshell_credentials},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN", "sent with the request",
                  sources::cloudshell_credentials},
                 {SurfaceKind::url, "http://localhost:1338/latest/meta-data/container/security-credentials",
                  "the reply has Type (empty), AccessKeyId, SecretAccessKey, Token, Expiration, Code (Success)",
                  sources::cloudshell_credentials},
                 {SurfaceKind::url, "http://localhost:1338/latest/api/token", "PUT, to get a token",
                  sources::console_credentials}},
    .trail = {{"", "", "", "recorded under the principal that signed in to the console", sources::console_credentials}},
    .notes = {
        {"It looks like IMDS but is not: identify it by address, environment and session, not by the reply's format.",
         sources::console_credentials},
        {"CloudShell has no role of its own: the principal signed in to the console makes every call.",
         sources::cloudshell}}};

}  // namespace whence::catalog
