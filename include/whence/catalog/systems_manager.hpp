// Systems Manager: what the SSM agent signs with. The agent assumes nothing: the EC2 service or the SSM service does.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// The role that Systems Manager proposes for host management; another one may be chosen.
/// Source: Default Host Management Configuration,
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html
inline constexpr Text host_management_role_name = "AWSSystemsManagerDefaultEC2InstanceManagementRole";
inline constexpr Text host_management_role_path = "/service-role/";
/// What the profile's role must allow for the agent to stay with it.
inline constexpr Text agents_test_action = "ssm:UpdateInstanceInformation";
inline constexpr Place ssm_service = memory_of("the SSM service", Plane::regional_control, "ssm.amazonaws.com",
                                               sources::ssm_agent_source.graded(Grade::inferred));
/// Signed twice: SigV4 with the instance identity credential, and RSA-PSS over that signature with the registered key, in
/// the header SSM-AsymmetricKeyAuthorization.
inline constexpr Place token_reply =
    open_to_workloads(reply_of("reply of RequestManagedInstanceRoleToken", Plane::regional_control,
                               "ssm:RequestManagedInstanceRoleToken", "ssm.amazonaws.com", sources::ssm_agent_source));
inline constexpr Place agent_memory =
    program_memory("memory of the SSM agent", Readers::superuser, sources::ssm_agent_source, "root or SYSTEM");
namespace detail {

// A file that the agent hardens: on Unix root's, mode 0600 in a directory of mode 0700; on Windows with an access list of
// its own. Source: aws/amazon-ssm-agent, agent/fileutil/harden_unix.go and harden_windows.go.
[[nodiscard]] constexpr Place hardened_file(Text name, Text address, OperatingSystem os = OperatingSystem::linux_os) {
  const bool windows = os == OperatingSystem::windows;
  return {.name = name,
          .plane = Plane::data,
          .medium = Medium::file,
          .address = address,
          .readers = Readers::superuser,
          .owner = windows ? Text("Administrators and SYSTEM") : Text("root"),
          .mode = windows ? Text("full control for Administrators and SYSTEM, inheritance off")
                          : Text("0600, directory 0700"),
          .source = sources::ssm_agent_source};
}

[[nodiscard]] constexpr Place users_profile(Text name, Text address, Text user) {
  return {.name = name,
          .plane = Plane::data,
          .medium = Medium::file,
          .address = address,
          .readers = Readers::superuser,
          .owner = user,
          .source = sources::ssm_agent_source};
}

[[nodiscard]] constexpr const Place& one_for(OperatingSystem os, const Place& linux_os, const Place& windows,
                                             const Place& macos) {
  return os == OperatingSystem::windows ? windows : os == OperatingSystem::macos ? macos : linux_os;
}

}  // namespace detail

/// The agent's credential file: written only for what Systems Manager gave it. For macOS the manual gives the path of
/// Linux; the agent's source, which is followed, has another one.
inline constexpr Place agent_file_linux =
    detail::hardened_file("credential file of the agent", "/var/lib/amazon/ssm/credentials");
inline constexpr Place agent_file_windows = detail::hardened_file(
    "credential file of the agent", "%ProgramFiles%\\Amazon\\SSM\\credentials", OperatingSystem::windows);
inline constexpr Place agent_file_macos =
    detail::hardened_file("credential file of the agent", "/opt/aws/ssm/data/credentials", OperatingSystem::macos);
[[nodiscard]] constexpr const Place& agent_file_on(OperatingSystem os) {
  return detail::one_for(os, agent_file_linux, agent_file_windows, agent_file_macos);
}

/// The private half of the key that the agent registered for the instance.
inline constexpr Place registration_key_linux =
    detail::hardened_file("registration key of the agent", "/var/lib/amazon/ssm/Vault/Store/EC2RegistrationKey");
inline constexpr Place registration_key_windows = detail::hardened_file(
    "registration key of the agent", "%ProgramData%\\Amazon\\SSM\\InstanceData\\Vault\\Store\\EC2RegistrationKey",
    OperatingSystem::windows);
inline constexpr Place registration_key_macos = detail::hardened_file(
    "registration key of the agent", "/opt/aws/ssm/data/Vault/Store/EC2RegistrationKey", OperatingSystem::macos);

/// The private half of the key that the agent registered for a hybrid node.
inline constexpr Place hybrid_key_linux =
    detail::hardened_file("registration key of the hybrid node", "/var/lib/amazon/ssm/Vault/Store/RegistrationKey");
inline constexpr Place hybrid_key_windows = detail::hardened_file(
    "registration key of the hybrid node", "%ProgramData%\\Amazon\\SSM\\InstanceData\\Vault\\Store\\RegistrationKey",
    OperatingSystem::windows);
inline constexpr Place hybrid_key_macos = detail::hardened_file(
    "registration key of the hybrid node", "/opt/aws/ssm/data/Vault/Store/RegistrationKey", OperatingSystem::macos);

/// On a hybrid node the agent writes the default profile of the user it runs as, which every SDK of that user picks up.
inline constexpr Place hybrid_file_linux =
    detail::users_profile("default profile of root", "/root/.aws/credentials", "root");
inline constexpr Place hybrid_file_windows =
    detail::users_profile("default profile of the service account", "%USERPROFILE%\\.aws\\credentials", "SYSTEM");
inline constexpr Place hybrid_file_macos =
    detail::users_profile("default profile of the agent's user", "$HOME/.aws/credentials", "root");
[[nodiscard]] constexpr const Place& hybrid_file_on(OperatingSystem os) {
  return detail::one_for(os, hybrid_file_linux, hybrid_file_windows, hybrid_file_macos);
}
/// The registered key alone signs here, with no credential of AWS beside it.
inline constexpr Place hybrid_reply{.name = "reply of RequestManagedInstanceRoleToken to a hybrid node",
                                    .plane = Plane::regional_control,
                                    .medium = Medium::service_reply,
                                    .address = "ssm:RequestManagedInstanceRoleToken",
                                    .readers = Readers::whoever_has_the_key,
                                    .open_to_the_data_plane = true,
                                    .open_to_clients = true,
                                    .owner = "ssm.amazonaws.com",
                                    .source = sources::ssm_agent_source};
/// Holds no secret: CredentialsExpiresAt, CredentialsRetrievedAt, CredentialSource, ShareFile, ShareProfile and more.
inline constexpr Surface ssm_identity_config{
    SurfaceKind::file, "/var/lib/amazon/ssm/runtimeconfig/identity_config.json",
    "when it ends and where it is from (CredentialSource: None, SSM or EC2), not itself; mode 0600; on macOS under "
    "/opt/aws/ssm/",
    sources::ssm_agent_source};
inline constexpr Surface ssm_url{SurfaceKind::url, "https://ssm.REGION.amazonaws.com", "over the customer's network",
                                 sources::ssm_agent_source};
inline constexpr Surface ssm_token_api{
    SurfaceKind::api, "ssm:RequestManagedInstanceRoleToken",
    "at ssm.REGION.amazonaws.com, target AmazonSSM.RequestManagedInstanceRoleToken; the reply has AccessKeyId, "
    "SecretAccessKey, SessionToken, TokenExpirationDate (seconds since 1970), UpdateKeyPair",
    sources::ssm_agent_source};

inline constexpr CredentialSource agent_with_the_profile{
    .id = SourceId::agent_with_the_profile,
    .name = "SSM agent with the instance profile",
    .family = Family::systems_manager,
    .platforms = {Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node},
    .needs = Needs::instance_profile,
    .agent_signs = AgentSession::of_instance_profile,
    .counted_elsewhere = true,
    .trust = trusts_service("ec2.amazonaws.com", sources::roles_for_ec2),
    .assumer = {"the EC2 service", Plane::zonal_control, "sts:AssumeRole", sources::cloudtrail_records},
    .custody = {ec2_service, profile_path, agent_memory},
    .custodian = {"the EC2 service", sources::ssm_agent_source},
    .user = {"the SSM agent", sources::ssm_agent_source},
    .session_name = {"the instance id, i-...", sources::cloudtrail_records},
    .lifetime = {.text = "as the instance profile; the agent reads it anew every 30 min",
                 .usual = 6 * 3600,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation = {"the agent counts on 1 h at each reading: its core reads anew about every 30 min, its workers every "
                 "30 min",
                 sources::ssm_agent_source},
    .readers = {"as the instance profile: the agent exposes nothing more", sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces = {instance_profile.surfaces[0], instance_profile.surfaces[1], metadata_token,
                 metadata_token_lifetime_header, metadata_token_header, ssm_identity_config},
    .trail = {instance_profile.trail[0],
              {"UpdateInstanceInformation", "AssumedRole", "",
               "by the agent, in the session i-... of the profile's role",
               sources::ssm_agent_source.graded(Grade::inferred)}},
    .notes = {
        {"The profile comes first at every refresh: the agent proves it by ssm:UpdateInstanceInformation, and goes on to "
         "host management after AccessDeniedException, EC2RoleRequestError and AssumeRoleUnauthorizedAccess alone.",
         sources::ssm_agent_source},
        {"After a throttled call, a network fault, a time-out, a server error or a wrong clock a good profile gives no "
         "credential this round, and never that of host management.",
         sources::ssm_agent_source},
        {"Agents from 3.2.183.0 up to, not including, 3.2.1377.0 wrote the profile's credential to the agent's file as "
         "well.",
         sources::ssm_agent_source},
        {"A hybrid registration on an EC2 instance comes before this: the agent then is an mi-... node.",
         sources::ssm_agent_source},
        {"The agent never calls sts:AssumeRole; the one call to STS in its source is GetCallerIdentity, in the diagnostics "
         "of ssm-cli.",
         sources::ssm_agent_source}}};

inline constexpr Places host_management_on_windows{{identity_path, registration_key_windows},
                                                   {ssm_service, token_reply, agent_memory, agent_file_windows}};
inline constexpr Places host_management_on_macos{{identity_path, registration_key_macos},
                                                 {ssm_service, token_reply, agent_memory, agent_file_macos}};

inline constexpr CredentialSource host_management{
    .id = SourceId::host_management,
    .name = "SSM agent with Default Host Management Configuration",
    .family = Family::systems_manager,
    .platforms = agent_with_the_profile.platforms,
    .needs = Needs::host_management,
    .agent_signs = AgentSession::of_host_management,
    .trust = trusts_service("ssm.amazonaws.com", sources::host_management),
    .assumer = {"the SSM service", Plane::regional_control, "sts:AssumeRole", sources::role_for_all_instances},
    .requester = {"the SSM agent, with the instance identity credential and its registered key",
                  sources::role_for_all_instances},
    .proofs = {identity_path, registration_key_linux},
    .custody = {ssm_service, token_reply, agent_memory, agent_file_linux},
    .custodian = {"the SSM agent", sources::ssm_agent_source},
    .user = {"the SSM agent, and the scripts that it runs as root or SYSTEM", sources::ssm_agent_source},
    .session_name = {"the instance id, i-...", sources::role_for_all_instances},
    .lifetime = {.text = "told in the reply, 1 h by inference; the agent asks anew at half of it",
                 .usual = 3600,
                 .source = sources::ssm_agent_source.graded(Grade::inferred)},
    .rotation = {"the agent asks anew at half of the lifetime that the reply tells; its workers read the file again "
                 "10 min, and up to 1 min at random, before the end",
                 sources::ssm_agent_source},
    .readers = {"root alone on Unix (mode 0600 in a directory of mode 0700); the local Administrators and SYSTEM on "
                "Windows; every script that Run Command runs as root; never the metadata service",
                sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces =
        {{SurfaceKind::file, "/var/lib/amazon/ssm/credentials",
          "Linux; section [default] with aws_access_key_id, aws_secret_access_key, aws_session_token, and no expiry",
          sources::ssm_agent_source},
         {SurfaceKind::file, "%ProgramFiles%\\Amazon\\SSM\\credentials", "Windows", sources::ssm_agent_source},
         {SurfaceKind::file, "/opt/aws/ssm/data/credentials", "macOS, by the agent's source",
          sources::ssm_agent_source},
         {SurfaceKind::environment_variable, "AWS_SHARED_CREDENTIALS_FILE",
          "set for the scripts of Run Command while the file is in force", sources::ssm_agent_source},
         {SurfaceKind::environment_variable, "AWS_PROFILE", "set beside it", sources::ssm_agent_source},
         ssm_token_api,
         ssm_url,
         {SurfaceKind::header, "SSM-AsymmetricKeyAuthorization",
          "Signature=<base64>: RSA-PSS with SHA-256 and salt 32, over the Authorization header's value",
          sources::ssm_agent_source},
         {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/EC2RegistrationKey",
          "the private key that signs, not the credential; manifest Vault/EC2Manifest", sources::ssm_agent_source},
         {SurfaceKind::url,
          "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance",
          "the identity that signs, not the credential", sources::ssm_agent_source},
         ssm_identity_config},
    .trail_missing = {"AssumeRole by AWSService with invokedBy ssm.amazonaws.com is expected and was not seen; no "
                      "records of RegisterManagedInstance or RequestManagedInstanceRoleToken were found",
                      sources::cloudtrail_records.graded(Grade::unverified)},
    .notes =
        {{"Two credentials take part: the instance identity's, from the metadata service, proves which instance asks; the "
          "one that does the work comes in a reply of Systems Manager and is never in the metadata service.",
          sources::ssm_agent_source},
         {"Assumer, requester, holder and user are four: the SSM service, the agent, the file, and the agent or a script.",
          sources::ssm_agent_source},
         {"The session's name is no proof: it is the instance id here and with the instance profile, and anyone who assumes "
          "a role can choose i-... himself. The role's ARN tells them apart, and ec2RoleDelivery, which EC2 sets.",
          sources::role_for_all_instances},
         {"That ec2RoleDelivery is missing from its records follows from how it is delivered; no record was seen.",
          sources::ssm_agent_source.graded(Grade::inferred)},
         {"The file is the superuser's, not any user's; but a script of Run Command gets the credential through its "
          "environment, and acts in this role even where an instance profile with other rights is attached.",
          sources::ssm_agent_issue_610},
         {"Not a fallback for every failure: after a network error with a good profile there is no credential at all.",
          sources::ssm_agent_source},
         {"The session's ARN drops the role's path, service-role/: the role's ARN cannot be rebuilt from it.",
          sources::identifiers},
         {"For macOS the manual gives the path of Linux, and the agent's source /opt/aws/ssm/data/credentials: the source "
          "is followed.",
          sources::ssm_agent_details.graded(Grade::disputed)},
         {"The role is one for each account and Region, in the service setting "
          "/ssm/managed-instance/default-ec2-instance-management-role: every instance without a good profile shares it, "
          "with all that is attached to it, and the session's name and a check by Systems Manager for each instance keep "
          "them apart.",
          sources::host_management},
         {"It needs version 2 of the metadata service and an agent of 3.2.582.0 or later.", sources::host_management},
         {"The first key that is registered for an instance id wins: behind a foreign one (InstanceAlreadyRegistered) the "
          "agent never gets the credential.",
          sources::ssm_agent_source},
         {"Before the agent has registered its key an ordinary user could register his own and ask for the credential (a "
          "proof of concept of 2023, not tried again).",
          sources::role_for_all_instances},
         {"It depends on the customer's network to ssm.REGION.amazonaws.com; delivery by the metadata service does not.",
          sources::ssm_agent_source.graded(Grade::inferred)},
         {"An agent that may use the profile again removes the file, unless workers of 3.2.0 to 3.2.1241.0 still run.",
          sources::ssm_agent_source}},
    .windows = &host_management_on_windows,
    .macos = &host_management_on_macos};

inline constexpr Places hybrid_activation_on_windows{{hybrid_key_windows},
                                                     {ssm_service, hybrid_reply, agent_memory, hybrid_file_windows}};
inline constexpr Places hybrid_activation_on_macos{{hybrid_key_macos},
                                                   {ssm_service, hybrid_reply, agent_memory, hybrid_file_macos}};

inline constexpr CredentialSource hybrid_activation{
    .id = SourceId::hybrid_activation,
    .name = "SSM agent with a hybrid activation",
    .family = Family::systems_manager,
    .platforms = {Platform::hybrid_machine},
    .needs = Needs::hybrid_activation,
    .agent_signs = AgentSession::of_hybrid_activation,
    .trust = {TrustKind::service,
              "ssm.amazonaws.com",
              {"sts:AssumeRole"},  // What the manual adds; a role without the conditions works too.
              {"aws:SourceAccount = ACCOUNT", "aws:SourceArn = arn:aws:ssm:REGION:ACCOUNT:*"},
              sources::service_role_for_hybrid},
    .assumer = {"the SSM service", Plane::regional_control, "sts:AssumeRole", sources::service_role_for_hybrid},
    .requester = {"the SSM agent, with its registered key alone", sources::service_role_for_hybrid},
    .proofs = {hybrid_key_linux},
    .custody = {ssm_service, hybrid_reply, agent_memory, hybrid_file_linux},
    .custodian = {"the SSM agent", sources::ssm_agent_source},
    .user = {"the SSM agent, and every program of root or SYSTEM", sources::ssm_agent_source},
    .session_name = {"the node id, mi-...", sources::ecs_agent_issue_3812},
    .lifetime = {.text = "about 1 h", .usual = 3600, .source = sources::ssm_agent_issue_570},
    .rotation = {"at half of the lifetime: a log shows the next one in 29.99 min", sources::ssm_agent_issue_570},
    .readers = {"root or SYSTEM; every program of root with an SDK picks it up by default", sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces = {{SurfaceKind::file, "/root/.aws/credentials", "Linux: the default profile of root",
                  sources::ssm_agent_source},
                 {SurfaceKind::file, "%USERPROFILE%\\.aws\\credentials",
                  "Windows: the default profile of the service account", sources::ssm_agent_source},
                 {SurfaceKind::file, "$HOME/.aws/credentials", "where the agent has another home",
                  sources::ssm_agent_source},
                 ssm_token_api,
                 ssm_url,
                 {SurfaceKind::file, "/var/lib/amazon/ssm/registration", "ManagedInstanceID and Region",
                  sources::ssm_agent_source},
                 {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/RegistrationKey",
                  "the private key that signs, not the credential; manifest Vault/Manifest", sources::ssm_agent_source},
                 {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/InstanceFingerprint",
                  "a random UUID tied to hashes of the hardware", sources::ssm_agent_source},
                 ssm_identity_config},
    .trail_missing = {not_known, sources::ssm_agent_source.graded(Grade::unverified)},
    .notes =
        {{"On an EC2 instance a hybrid registration beats the EC2 identity: the node is mi-..., and neither the profile nor "
          "host management is tried.",
          sources::ssm_agent_source},
         {"It writes the default profile of root, which every SDK of root then uses ahead of the metadata service.",
          sources::ssm_agent_source},
         {"The Authorization header of the agent's request says AWS4-HMAC-SHA256 and Credential=mi-..., and its signature "
          "is made with RSA.",
          sources::ssm_agent_source},
         {"The trust policy usually has conditions on aws:SourceAccount and aws:SourceArn.",
          sources::service_role_for_hybrid},
         {"The registration itself is not signed: it carries the activation's id and code, a public key and a fingerprint; "
          "or the operator signs it, with an IamRole.",
          sources::ssm_agent_source},
         {"An activation ends after 24 h unless stated, 30 days at most.", sources::create_activation_api},
         {"The registered key is not rotated unless KeyAutoRotateDays is set, which is 0.", sources::ssm_agent_source}},
    .windows = &hybrid_activation_on_windows,
    .macos = &hybrid_activation_on_macos};

}  // namespace whence::catalog
