// CloudShell.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place cloudshell_console =
    open_to_workloads(memory_of("the console", Plane::control, "the console", sources::console_credentials));
/// In the machine of the shell; asked with the token that its environment holds.
inline constexpr Place cloudshell_endpoint = workload_endpoint(
    "credential endpoint of CloudShell", "http://localhost:1338/latest/meta-data/container/security-credentials",
    sources::cloudshell_credentials);

inline constexpr CredentialSource cloudshell{
    .id = SourceId::cloudshell,
    .name = "CloudShell",
    .family = Family::identity_and_cli,
    .platforms = {Platform::cloudshell},
    .trust = {.source = sources::cloudshell},
    .assumer = {"the console and CloudShell, by no operation of STS that is seen",
                Plane::control,
                {},
                sources::console_credentials},
    .custody = {cloudshell_console, cloudshell_endpoint},
    .custodian = {"the console, then the endpoint of the shell's machine", sources::cloudshell_credentials},
    .user = {"every process in the shell", sources::cloudshell_credentials},
    .session_name = {"unchanged: that of the principal signed in to the console", sources::console_credentials},
    .lifetime = {.text = "about 15 min", .usual = 900, .source = sources::cloudshell_credentials},
    .rotation = {"by the endpoint, which gives out a new one", sources::cloudshell_credentials},
    .readers = {"any process in the shell", sources::cloudshell_credentials},
    .workload_assumes = {SelfAssumption::no, sources::console_credentials},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                  "http://localhost:1338/latest/meta-data/container/security-credentials",
                  sources::cloudshell_credentials},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN", "what the request carries",
                  sources::cloudshell_credentials},
                 {SurfaceKind::url, "http://localhost:1338/latest/meta-data/container/security-credentials",
                  "the answer has Type (empty), AccessKeyId, SecretAccessKey, Token, Expiration, Code (Success)",
                  sources::cloudshell_credentials},
                 {SurfaceKind::url, "http://localhost:1338/latest/api/token", "PUT, for a token",
                  sources::console_credentials}},
    .trail = {{"", "", "", "as the principal that signed in to the console", sources::console_credentials}},
    .notes = {
        {"It looks like the metadata service and is not: address, environment and session tell, not the answer's shape.",
         sources::console_credentials},
        {"It has no role of its own: what the shell does is done by the principal signed in to the console.",
         sources::cloudshell}}};

}  // namespace whence::catalog
