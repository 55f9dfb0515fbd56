// Certificates in place of credentials: IAM Roles Anywhere, the credential provider of AWS IoT and Greengrass, rows 29,
// 36 and 37.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place roles_anywhere_service{.name = "the Roles Anywhere service",
                                              .plane = Plane::regional_control,
                                              .medium = Medium::service_memory,
                                              .readers = Readers::the_service,
                                              .owner = "rolesanywhere.amazonaws.com",
                                              .source = sources::roles_anywhere_create_session};
inline constexpr Place create_session_reply{.name = "reply of CreateSession",
                                            .plane = Plane::regional_control,
                                            .medium = Medium::service_reply,
                                            .address = "rolesanywhere:CreateSession",
                                            .readers = Readers::whoever_has_the_proofs,
                                            .open_to_clients = true,
                                            .owner = "rolesanywhere.amazonaws.com",
                                            .source = sources::roles_anywhere_create_session};
/// As credential_process.
inline constexpr Place helper_output{.name = "standard output of the credential helper",
                                     .plane = Plane::client,
                                     .medium = Medium::standard_output,
                                     .readers = Readers::owner_and_superuser,
                                     .source = sources::roles_anywhere_helper};
/// `serve`: speaks version 2 of the instance metadata service to every local user, and does not ask who he is.
inline constexpr Place helper_server{.name = "local server of the credential helper",
                                     .plane = Plane::client,
                                     .medium = Medium::container_endpoint,
                                     .address = "http://127.0.0.1:9911",
                                     .readers = Readers::every_process,
                                     .source = sources::roles_anywhere_helper,
                                     .instead = true};
/// `update`.
inline constexpr Place helper_file{.name = "credentials file that the credential helper rewrites",
                                   .plane = Plane::client,
                                   .medium = Medium::file,
                                   .address = "~/.aws/credentials",
                                   .readers = Readers::owner_and_superuser,
                                   .source = sources::roles_anywhere_helper,
                                   .instead = true};
/// Who can read it depends on where the customer keeps it.
inline constexpr Place certificate_key{.name = "private key of the certificate",
                                       .plane = Plane::client,
                                       .medium = Medium::file,
                                       .readers = Readers::not_stated,
                                       .source = sources::roles_anywhere_helper};
inline constexpr Place roles_anywhere_proofs[] = {certificate_key};
inline constexpr Place roles_anywhere_custody[] = {roles_anywhere_service, create_session_reply, helper_output,
                                                   helper_server, helper_file};
inline constexpr Text roles_anywhere_actions[] = {"sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"};
inline constexpr Text roles_anywhere_conditions[] = {"aws:SourceArn = TRUST_ANCHOR_ARN"};

inline constexpr CredentialSource roles_anywhere{
    .id = Row::roles_anywhere,
    .name = "IAM Roles Anywhere",
    .trust = {TrustKind::service, "rolesanywhere.amazonaws.com", roles_anywhere_actions, roles_anywhere_conditions,
              sources::roles_anywhere_trust},
    .assumer = "the Roles Anywhere service",
    .assumer_plane = Plane::regional_control,
    .action = "sts:AssumeRole",
    .requester = "the credential helper, through rolesanywhere:CreateSession, with the private key of the certificate",
    .proofs = roles_anywhere_proofs,
    .custody = roles_anywhere_custody,
    .custodian = "the credential helper; the Roles Anywhere service on the way",
    .user = "the process that started the helper, every local user (serve), or the operating-system user (update)",
    .session_name =
        "the caller's own, if the profile has acceptRoleSessionName; otherwise the serial of the certificate "
        "(not verified)",
    .lifetime = "3,600 s unless stated; 900 s to 43,200 s",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::roles_anywhere_trust,
    .custody_source = sources::roles_anywhere_helper};

inline constexpr Platform roles_anywhere_platforms[] = {Platform::workstation};
inline constexpr Surface roles_anywhere_surfaces[] = {
    {SurfaceKind::standard_output, "credential_process",
     "JSON with Version (the number 1), AccessKeyId, SecretAccessKey, SessionToken and Expiration",
     sources::roles_anywhere_helper},
    {SurfaceKind::url, "http://127.0.0.1:9911", "serve, with the paths of version 2 of the instance metadata service",
     sources::roles_anywhere_helper},
    {SurfaceKind::file, "~/.aws/credentials", "update", sources::roles_anywhere_helper},
    {SurfaceKind::api, "rolesanywhere:CreateSession", "signed with the key of the X.509 certificate",
     sources::roles_anywhere_create_session},
    {SurfaceKind::url, "https://rolesanywhere.REGION.amazonaws.com/sessions", "",
     sources::roles_anywhere_create_session},
};
inline constexpr Trail roles_anywhere_trail[] = {
    {"CreateSession", "", "", "an event of the Roles Anywhere service; sourceIdentity is the CN of the certificate",
     sources::roles_anywhere_trust},
};
inline constexpr Stated roles_anywhere_notes[] = {
    {"The workload asks for the role by name, so that people say that it assumes it; the caller of STS is the service.",
     sources::roles_anywhere_trust},
    {"The condition on the trust anchor is optional.", sources::roles_anywhere_trust},
    {"Sessions named RolesAnywhereInternalSession are of the service-linked role, and something else.",
     sources::cloudtrail_records},
    {"serve looks like the instance metadata service: tell a source by its address, the variables and the session, not "
     "by the reply.",
     sources::roles_anywhere_helper},
    {"The replies of serve have a TTL of 64 unless stated otherwise, and any local user can read them.",
     sources::roles_anywhere_helper},
};
inline constexpr Entry roles_anywhere_entry{
    .key = "roles_anywhere",
    .family = Family::roles_anywhere_and_iot,
    .source = &roles_anywhere,
    .platforms = roles_anywhere_platforms,
    .surfaces = roles_anywhere_surfaces,
    .readers = {"standard output: the process that started the helper; serve: every local user; update: the "
                "operating-system user",
                sources::roles_anywhere_helper},
    .session_name_source = sources::roles_anywhere_create_session.graded(Grade::unverified),
    .lifetime = {.usual = 3600, .least = 900, .most = 43200, .source = sources::roles_anywhere_create_session},
    .rotation = {"by the helper, 5 min before the end", sources::roles_anywhere_helper},
    .workload_assumes_source = sources::roles_anywhere_trust,
    .trail = roles_anywhere_trail,
    .trail_missing = {"whom that record names, and the record of the AssumeRole: unknown",
                      sources::roles_anywhere_trust.graded(Grade::unverified)},
    .notes = roles_anywhere_notes};

inline constexpr Place iot_service{.name = "the credential provider of AWS IoT",
                                   .plane = Plane::regional_control,
                                   .medium = Medium::service_memory,
                                   .readers = Readers::the_service,
                                   .owner = "credentials.iot.amazonaws.com",
                                   .source = sources::iot_credential_provider};
inline constexpr Place iot_reply{
    .name = "reply of the credential provider",
    .plane = Plane::regional_control,
    .medium = Medium::service_reply,
    .address = "https://PREFIX.credentials.iot.REGION.amazonaws.com/role-aliases/ALIAS/credentials",
    .readers = Readers::whoever_has_the_proofs,
    .open_to_clients = true,
    .owner = "credentials.iot.amazonaws.com",
    .source = sources::iot_credential_provider};
inline constexpr Place device_memory{.name = "memory of the device",
                                     .plane = Plane::client,
                                     .medium = Medium::process_memory,
                                     .readers = Readers::owner_and_superuser,
                                     .source = sources::iot_credential_provider};
inline constexpr Place device_key{.name = "private key of the device",
                                  .plane = Plane::client,
                                  .medium = Medium::file,
                                  .readers = Readers::not_stated,
                                  .source = sources::iot_credential_provider};
inline constexpr Place iot_proofs[] = {device_key};
inline constexpr Place iot_custody[] = {iot_service, iot_reply, device_memory};

inline constexpr CredentialSource iot_credential_provider{
    .id = Row::iot_credential_provider,
    .name = "AWS IoT credential provider",
    .trust =
        {TrustKind::service, "credentials.iot.amazonaws.com", only_assume_role, {}, sources::iot_credential_provider},
    .assumer = "the AWS IoT service, for the role behind the role alias",
    .assumer_plane = Plane::regional_control,
    .action = "sts:AssumeRole",
    .requester = "the device, by a GET over mutual TLS with its private key",
    .proofs = iot_proofs,
    .custody = iot_custody,
    .custodian = "the device; the AWS IoT service on the way",
    .user = "the device",
    .session_name = "the certificate id (not verified)",
    .lifetime = "credentialDurationSeconds of the role alias: 3,600 s unless stated; 900 s to 43,200 s",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::iot_credential_provider,
    .custody_source = sources::iot_credential_provider};

inline constexpr Platform iot_platforms[] = {Platform::device};
inline constexpr Surface iot_surfaces[] = {
    {SurfaceKind::url, "https://PREFIX.credentials.iot.REGION.amazonaws.com/role-aliases/ALIAS/credentials",
     "credentials has accessKeyId, secretAccessKey, sessionToken and expiration", sources::iot_credential_provider},
    {SurfaceKind::header, "x-amzn-iot-thingname", "optional", sources::iot_credential_provider},
};
inline constexpr Entry iot_credential_provider_entry{
    .key = "iot_credential_provider",
    .family = Family::roles_anywhere_and_iot,
    .source = &iot_credential_provider,
    .platforms = iot_platforms,
    .surfaces = iot_surfaces,
    .readers = {"the holder of the device's private key", sources::iot_credential_provider},
    .session_name_source = sources::iot_credential_provider.graded(Grade::unverified),
    .lifetime = {.usual = 3600, .least = 900, .most = 43200, .source = sources::iot_credential_provider},
    .rotation = {not_known, sources::iot_credential_provider.graded(Grade::unverified)},
    .workload_assumes_source = sources::iot_credential_provider,
    .trail_missing = {not_known, sources::iot_credential_provider.graded(Grade::unverified)}};

inline constexpr Place nucleus_memory{.name = "memory of the Greengrass nucleus",
                                      .plane = Plane::client,
                                      .medium = Medium::process_memory,
                                      .readers = Readers::owner_and_superuser,
                                      .source = sources::greengrass_source};
inline constexpr Place token_exchange_endpoint{.name = "token exchange service of the nucleus",
                                               .plane = Plane::client,
                                               .medium = Medium::container_endpoint,
                                               .address = "http://localhost:<port>/2016-11-01/credentialprovider/",
                                               .readers = Readers::the_workload,
                                               .source = sources::greengrass_source};
inline constexpr Place greengrass_custody[] = {iot_service, iot_reply, nucleus_memory, token_exchange_endpoint};

inline constexpr CredentialSource greengrass{
    .id = Row::greengrass,
    .name = "Greengrass token exchange service",
    .trust = {TrustKind::service, "credentials.iot.amazonaws.com", only_assume_role, {}, sources::greengrass_source},
    .assumer = "the AWS IoT service, for the role behind the role alias",
    .assumer_plane = Plane::regional_control,
    .action = "sts:AssumeRole",
    .requester = "the nucleus, for the component, with the device's private key",
    .proofs = iot_proofs,
    .custody = greengrass_custody,
    .custodian = "the nucleus; the AWS IoT service on the way",
    .user = "the component",
    .session_name = "as with the AWS IoT credential provider: the certificate id (not verified)",
    .lifetime = "as with the AWS IoT credential provider; the nucleus keeps it until 300 s before the end",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::greengrass_source,
    .custody_source = sources::greengrass_source};

inline constexpr Surface greengrass_surfaces[] = {
    {SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
     "http://localhost:<port>/2016-11-01/credentialprovider/", sources::greengrass_source},
    {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN", "of each component its own",
     sources::greengrass_source},
    {SurfaceKind::url, "http://localhost:<port>/2016-11-01/credentialprovider/",
     "the reply has AccessKeyId, SecretAccessKey, Token and Expiration", sources::greengrass_source},
};
inline constexpr Stated greengrass_notes[] = {
    {"It imitates a container endpoint: tell a source by its address, the variables and the session, not by the reply.",
     sources::greengrass_source},
};
inline constexpr Entry greengrass_entry{
    .key = "greengrass",
    .family = Family::roles_anywhere_and_iot,
    .source = &greengrass,
    .platforms = iot_platforms,
    .surfaces = greengrass_surfaces,
    .readers = {"a component that depends on the token exchange service, by its own token", sources::greengrass_source},
    .session_name_source = sources::iot_credential_provider.graded(Grade::unverified),
    .lifetime = {.usual = 3600, .least = 900, .most = 43200, .source = sources::iot_credential_provider},
    .rotation = {"the nucleus asks anew 300 s before the end, and keeps errors for 120 s, 60 s or 300 s",
                 sources::greengrass_source},
    .workload_assumes_source = sources::greengrass_source,
    .trail_missing = {"nothing is recorded locally; of AWS IoT: unknown",
                      sources::greengrass_source.graded(Grade::unverified)},
    .notes = greengrass_notes};

}  // namespace whence::catalog
