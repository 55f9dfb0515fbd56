// CloudShell: row 38.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place cloudshell_console{.name = "the console",
                                          .plane = Plane::control,
                                          .medium = Medium::service_memory,
                                          .readers = Readers::the_service,
                                          .open_to_the_data_plane = true,
                                          .owner = "the console",
                                          .source = sources::console_credentials};
/// In the machine of the shell; asked with the token that its environment holds.
inline constexpr Place cloudshell_endpoint{
    .name = "credential endpoint of CloudShell",
    .plane = Plane::data,
    .medium = Medium::container_endpoint,
    .address = "http://localhost:1338/latest/meta-data/container/security-credentials",
    .readers = Readers::the_workload,
    .source = sources::cloudshell_credentials};
inline constexpr Place cloudshell_custody[] = {cloudshell_console, cloudshell_endpoint};

inline constexpr CredentialSource cloudshell{
    .id = Row::cloudshell,
    .name = "CloudShell",
    .trust = {.source = sources::cloudshell},
    .assumer = "the console and CloudShell, by no operation of STS that is seen",
    .assumer_plane = Plane::control,
    .action = "",
    .requester = "",
    .custody = cloudshell_custody,
    .custodian = "the console, then the endpoint of the shell's machine",
    .user = "every process in the shell",
    .session_name = "unchanged: that of the principal signed in to the console",
    .lifetime = "about 15 min",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::console_credentials,
    .custody_source = sources::cloudshell_credentials};

inline constexpr Platform cloudshell_platforms[] = {Platform::cloudshell};
inline constexpr Surface cloudshell_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
     "http://localhost:1338/latest/meta-data/container/security-credentials", sources::cloudshell_credentials},
    {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN", "what the request carries",
     sources::cloudshell_credentials},
    {SurfaceKind::url, "http://localhost:1338/latest/meta-data/container/security-credentials",
     "the answer has Type (empty), AccessKeyId, SecretAccessKey, Token, Expiration, Code (Success)",
     sources::cloudshell_credentials},
    {SurfaceKind::url, "http://localhost:1338/latest/api/token", "PUT, for a token", sources::console_credentials},
};
inline constexpr Trail cloudshell_trail[] = {
    {"", "", "", "as the principal that signed in to the console", sources::console_credentials}};
inline constexpr Stated cloudshell_notes[] = {
    {"It looks like the metadata service and is not: address, environment and session tell, not the answer's shape.",
     sources::console_credentials},
    {"It has no role of its own: what the shell does is done by the principal signed in to the console.",
     sources::cloudshell},
};
inline constexpr Entry cloudshell_entry{
    .key = "cloudshell",
    .family = Family::identity_and_cli,
    .source = &cloudshell,
    .platforms = cloudshell_platforms,
    .surfaces = cloudshell_surfaces,
    .readers = {"any process in the shell", sources::cloudshell_credentials},
    .session_name_source = sources::console_credentials,
    .lifetime = {.usual = 900, .source = sources::cloudshell_credentials},
    .rotation = {"by the endpoint, which gives out a new one", sources::cloudshell_credentials},
    .workload_assumes_source = sources::console_credentials,
    .trail = cloudshell_trail,
    .notes = cloudshell_notes};

}  // namespace whence::catalog
