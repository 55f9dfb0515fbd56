// Certificates instead of credentials: IAM Roles Anywhere, the credential provider of AWS IoT and Greengrass.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place roles_anywhere_service =
    memory_of("the Roles Anywhere service", Plane::regional_control, "rolesanywhere.amazonaws.com",
              sources::roles_anywhere_create_session);
inline constexpr Place create_session_reply =
    open_to_clients(reply_of("reply of CreateSession", Plane::regional_control, "rolesanywhere:CreateSession",
                             "rolesanywhere.amazonaws.com", sources::roles_anywhere_create_session));
/// Used as credential_process.
inline constexpr Place helper_output =
    users_own("standard output of the credential helper", Medium::standard_output, "", sources::roles_anywhere_helper);
/// `serve`: offers the interface of IMDSv2 to every local user, without authentication.
inline constexpr Place helper_server =
    instead(with_readers(users_own("local server of the credential helper", Medium::container_endpoint,
                                   "http://127.0.0.1:9911", sources::roles_anywhere_helper),
                         Readers::every_process));
/// Written by `update`.
inline constexpr Place helper_file =
    instead(users_own("credentials file that the credential helper rewrites", Medium::file, "~/.aws/credentials",
                      sources::roles_anywhere_helper));
/// Who can read it depends on where the customer stores it.
inline constexpr Place certificate_key = with_readers(
    users_own("private key of the certificate", Medium::file, "", sources::roles_anywhere_helper), Readers::not_stated);

inline constexpr CredentialSource roles_anywhere{
    .id = SourceId::roles_anywhere,
    .name = "IAM Roles Anywhere",
    .family = Family::roles_anywhere_and_iot,
    .platforms = {Platform::workstation},
    .trust = {TrustKind::service,
              "rolesanywhere.amazonaws.com",
              {"sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"},
              {"aws:SourceArn = TRUST_ANCHOR_ARN"},
              sources::roles_anywhere_trust},
    .assumer = {"the Roles Anywhere service", Plane::regional_control, "sts:AssumeRole", sources::roles_anywhere_trust},
    .requester = {"the credential helper, through rolesanywhere:CreateSession, with the certificate's private key",
                  sources::roles_anywhere_trust},
    .proofs = {certificate_key},
    .custody = {roles_anywhere_service, create_session_reply, helper_output, helper_server, helper_file},
    .custodian = {"the credential helper; before it, the Roles Anywhere service", sources::roles_anywhere_helper},
    .user = {"the process that started the helper, every local user (serve), or the operating-system user (update)",
             sources::roles_anywhere_helper},
    .session_name =
        {"the name that the caller chooses, if the profile has acceptRoleSessionName; otherwise the certificate's "
         "serial number (not verified)",
         sources::roles_anywhere_create_session.graded(Grade::unverified)},
    .lifetime = {.text = "3,600 s by default; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = sources::roles_anywhere_create_session},
    .rotation = {"the helper, 5 min before expiry", sources::roles_anywhere_helper},
    .readers =
        {"standard output: the process that started the helper; serve: every local user; update: the operating-system "
         "user",
         sources::roles_anywhere_helper},
    .workload_assumes = {SelfAssumption::no, sources::roles_anywhere_trust},
    .surfaces = {{SurfaceKind::standard_output, "credential_process",
                  "JSON with Version (the number 1), AccessKeyId, SecretAccessKey, SessionToken and Expiration",
                  sources::roles_anywhere_helper},
                 {SurfaceKind::url, "http://127.0.0.1:9911", "serve, with the paths of IMDSv2",
                  sources::roles_anywhere_helper},
                 {SurfaceKind::file, "~/.aws/credentials", "update", sources::roles_anywhere_helper},
                 {SurfaceKind::api, "rolesanywhere:CreateSession", "signed with the X.509 certificate's key",
                  sources::roles_anywhere_create_session},
                 {SurfaceKind::url, "https://rolesanywhere.REGION.amazonaws.com/sessions", "",
                  sources::roles_anywhere_create_session}},
    .trail = {{"CreateSession", "", "",
               "an event of the Roles Anywhere service; sourceIdentity is the certificate's CN",
               sources::roles_anywhere_trust}},
    .trail_missing = {"the identity in that record, and the AssumeRole record, are unknown",
                      sources::roles_anywhere_trust.graded(Grade::unverified)},
    .notes = {
        {"The workload requests the role by name, and is often said to assume it; the caller of STS is the service.",
         sources::roles_anywhere_trust},
        {"The condition on the trust anchor is optional.", sources::roles_anywhere_trust},
        {"Every session has tags, by default x509Subject/*, x509Issuer/*, x509SAN/DNS, x509SAN/URI and x509SAN/Name/* "
         "(PutAttributeMapping changes them).",
         sources::roles_anywhere_attributes},
        {"Every session has the certificate's CN as source identity.", sources::roles_anywhere_trust},
        {"A trust policy tests these tags as aws:PrincipalTag/x509Subject/CN: no example uses aws:RequestTag.",
         sources::roles_anywhere_trust},
        {"Two statements are usual, both with aws:SourceArn: one for TagSession and SetSourceIdentity, and one for "
         "AssumeRole with sts:RoleSessionName = ${aws:PrincipalTag/x509Subject/CN}.",
         sources::hybrid_nodes_credentials},
        {"Sessions named RolesAnywhereInternalSession belong to the service-linked role and are unrelated.",
         sources::cloudtrail_records},
        {"serve looks like IMDS: identify the source by address, variables and session, not by the reply.",
         sources::roles_anywhere_helper},
        {"The replies of serve have a TTL of 64 by default, and any local user can read them.",
         sources::roles_anywhere_helper}}};
inline constexpr Place iot_service = memory_of("the credential provider of AWS IoT", Plane::regional_control,
                                               "credentials.iot.amazonaws.com", sources::iot_credential_provider);
inline constexpr Place iot_reply =
    open_to_clients(reply_of("reply of the credential provider", Plane::regional_control,
                             "https://PREFIX.credentials.iot.REGION.amazonaws.com/role-aliases/ALIAS/credentials",
                             "credentials.iot.amazonaws.com", sources::iot_credential_provider));
inline constexpr Place device_memory =
    users_own("memory of the device", Medium::process_memory, "", sources::iot_credential_provider);
inline constexpr Place device_key = with_readers(
    users_own("private key of the device", Medium::file, "", sources::iot_credential_provider), Readers::not_stated);

inline constexpr CredentialSource iot_credential_provider{
    .id = SourceId::iot_credential_provider,
    .name = "AWS IoT credential provider",
    .family = Family::roles_anywhere_and_iot,
    .platforms = {Platform::device},
    .trust = trusts_service("credentials.iot.amazonaws.com", sources::iot_credential_provider),
    .assumer = {"the AWS IoT service, for the role behind the role alias", Plane::regional_control, "sts:AssumeRole",
                sources::iot_credential_provider},
    .requester = {"the device, with a GET over mutual TLS and its private key", sources::iot_credential_provider},
    .proofs = {device_key},
    .custody = {iot_service, iot_reply, device_memory},
    .custodian = {"the device; before it, the AWS IoT service", sources::iot_credential_provider},
    .user = {"the device", sources::iot_credential_provider},
    .session_name = {"the certificate id (not verified)", sources::iot_credential_provider.graded(Grade::unverified)},
    .lifetime = {.text = "credentialDurationSeconds of the role alias: 3,600 s by default; 900 s to 43,200 s",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = sources::iot_credential_provider},
    .rotation = {not_known, sources::iot_credential_provider.graded(Grade::unverified)},
    .readers = {"the holder of the device's private key", sources::iot_credential_provider},
    .workload_assumes = {SelfAssumption::no, sources::iot_credential_provider},
    .surfaces = {{SurfaceKind::url,
                  "https://PREFIX.credentials.iot.REGION.amazonaws.com/role-aliases/ALIAS/credentials",
                  "credentials has accessKeyId, secretAccessKey, sessionToken and expiration",
                  sources::iot_credential_provider},
                 {SurfaceKind::header, "x-amzn-iot-thingname", "optional", sources::iot_credential_provider}},
    .trail_missing = {not_known, sources::iot_credential_provider.graded(Grade::unverified)}};
inline constexpr Place nucleus_memory =
    users_own("memory of the Greengrass nucleus", Medium::process_memory, "", sources::greengrass_source);
inline constexpr Place token_exchange_endpoint =
    with_readers(users_own("token exchange service of the nucleus", Medium::container_endpoint,
                           "http://localhost:<port>/2016-11-01/credentialprovider/", sources::greengrass_source),
                 Readers::the_workload);

inline constexpr CredentialSource greengrass{
    .id = SourceId::greengrass,
    .name = "Greengrass token exchange service",
    .family = Family::roles_anywhere_and_iot,
    .platforms = iot_credential_provider.platforms,
    .trust = trusts_service("credentials.iot.amazonaws.com", sources::greengrass_source),
    .assumer = {"the AWS IoT service, for the role behind the role alias", Plane::regional_control, "sts:AssumeRole",
                sources::greengrass_source},
    .requester = {"the nucleus, for the component, with the device's private key", sources::greengrass_source},
    .proofs = iot_credential_provider.proofs,
    .custody = {iot_service, iot_reply, nucleus_memory, token_exchange_endpoint},
    .custodian = {"the nucleus; before it, the AWS IoT service", sources::greengrass_source},
    .user = {"the component", sources::greengrass_source},
    .session_name = {"as for the AWS IoT credential provider: the certificate id (not verified)",
                     sources::iot_credential_provider.graded(Grade::unverified)},
    .lifetime = {.text = "as for the AWS IoT credential provider; the nucleus keeps it until 300 s before expiry",
                 .usual = 3600,
                 .least = 900,
                 .most = 43200,
                 .source = sources::iot_credential_provider},
    .rotation = {"the nucleus requests a new one 300 s before expiry, and caches errors for 120 s, 60 s or 300 s",
                 sources::greengrass_source},
    .readers = {"a component that depends on the token exchange service, with its own token",
                sources::greengrass_source},
    .workload_assumes = {SelfAssumption::no, sources::greengrass_source},
    .surfaces = {{SurfaceKind::environment_variable, "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                  "http://localhost:<port>/2016-11-01/credentialprovider/", sources::greengrass_source},
                 {SurfaceKind::environment_variable, "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                  "different for each component", sources::greengrass_source},
                 {SurfaceKind::url, "http://localhost:<port>/2016-11-01/credentialprovider/",
                  "the reply has AccessKeyId, SecretAccessKey, Token and Expiration", sources::greengrass_source}},
    .trail_missing = {"nothing is recorded locally; records of AWS IoT are unknown",
                      sources::greengrass_source.graded(Grade::unverified)},
    .notes = {
        {"It imitates a container endpoint: identify the source by address, variables and session, not by the reply.",
         sources::greengrass_source}}};

}  // namespace whence::catalog
