// Systems Manager: the credentials of the SSM agent. The agent assumes no role: the EC2 or SSM service does.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

/// The role that Systems Manager proposes for host management; another can be chosen.
/// Source: Default Host Management Configuration,
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html
inline constexpr Text host_management_role_name = "AWSSystemsManagerDefaultEC2InstanceManagementRole";
inline constexpr Text host_management_role_path = "/service-role/";
/// The profile's role must allow this action, or the agent does not use the profile.
inline constexpr Text agents_test_action = "ssm:UpdateInstanceInformation";
inline constexpr Place ssm_service = memory_of("the SSM service", Plane::regional_control, "ssm.amazonaws.com",
                                               sources::ssm_agent_source.graded(Grade::inferred));
/// The request is signed twice: SigV4 with the instance identity credential, and RSA-PSS over that signature with the
/// registered key, in the header SSM-AsymmetricKeyAuthorization.
inline constexpr Place token_reply =
    open_to_workloads(reply_of("reply of RequestManagedInstanceRoleToken", Plane::regional_control,
                               "ssm:RequestManagedInstanceRoleToken", "ssm.amazonaws.com", sources::ssm_agent_source));
inline constexpr Place agent_memory =
    program_memory("memory of the SSM agent", Readers::superuser, sources::ssm_agent_source, "root or SYSTEM");
namespace detail {

[[nodiscard]] constexpr Place users_profile(Text name, Text address, Text user,
                                            const Source& source = sources::ssm_agent_source) {
  return {.name = name,
          .plane = Plane::data,
          .medium = Medium::file,
          .address = address,
          .readers = Readers::superuser,
          .owner = user,
          .source = source};
}
// A file that the agent protects: on Unix owned by root, mode 0600 in a directory of mode 0700; on Windows with its own
// access list. Source: aws/amazon-ssm-agent, agent/fileutil/harden_unix.go and harden_windows.go.
[[nodiscard]] constexpr Place hardened_file(Text name, Text address, OperatingSystem os = OperatingSystem::linux_os) {
  const bool windows = os == OperatingSystem::windows;
  Place place = users_profile(name, address, windows ? Text("Administrators and SYSTEM") : Text("root"));
  place.mode =
      windows ? Text("full control for Administrators and SYSTEM, inheritance off") : Text("0600, directory 0700");
  return place;
}
[[nodiscard]] constexpr const Place& one_for(OperatingSystem os, const Place& linux_os, const Place& windows,
                                             const Place& macos) {
  const Place* const places[] = {&linux_os, &windows, &macos};
  return *places[static_cast<std::size_t>(os)];
}

}  // namespace detail

/// The agent's credential file, only for credentials from Systems Manager. For macOS the manual gives the Linux path;
/// the agent's source has another path, which is used here.
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

/// On a hybrid node the agent writes the default profile of the user it runs as, which every SDK of that user uses.
inline constexpr Place hybrid_file_linux =
    detail::users_profile("default profile of root", "/root/.aws/credentials", "root");
inline constexpr Place hybrid_file_windows =
    detail::users_profile("default profile of the service account", "%USERPROFILE%\\.aws\\credentials", "SYSTEM");
inline constexpr Place hybrid_file_macos =
    detail::users_profile("default profile of the agent's user", "$HOME/.aws/credentials", "root");
[[nodiscard]] constexpr const Place& hybrid_file_on(OperatingSystem os) {
  return detail::one_for(os, hybrid_file_linux, hybrid_file_windows, hybrid_file_macos);
}
/// Signed only with the registered key, without an AWS credential.
inline constexpr Place hybrid_reply = open_to_clients(open_to_workloads(
    with_readers(reply_of("reply of RequestManagedInstanceRoleToken to a hybrid node", Plane::regional_control,
                          "ssm:RequestManagedInstanceRoleToken", "ssm.amazonaws.com", sources::ssm_agent_source),
                 Readers::holder_of_the_key)));
/// No secret: CredentialsExpiresAt, CredentialsRetrievedAt, CredentialSource, ShareFile, ShareProfile and more.
inline constexpr Surface ssm_identity_config{
    SurfaceKind::file, "/var/lib/amazon/ssm/runtimeconfig/identity_config.json",
    "its expiry and origin (CredentialSource: None, SSM or EC2), not the credential itself; mode 0600; on macOS under "
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
    .lifetime = {.text = "as for the instance profile; the agent reads it again every 30 min",
                 .usual = 6 * 3600 + 3 * 60,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation =
        {"the agent assumes 1 h at each reading: its core reads again about every 30 min, its workers every 30 min",
         sources::ssm_agent_source},
    .readers = {"as for the instance profile: the agent exposes nothing more", sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces = {instance_profile.surfaces.begin()[0], instance_profile.surfaces.begin()[1], metadata_token,
                 metadata_token_lifetime_header, metadata_token_header, ssm_identity_config},
    .trail = {instance_profile.trail.begin()[0],
              {"UpdateInstanceInformation", "AssumedRole", "",
               "by the agent, in the session i-... of the profile's role",
               sources::ssm_agent_source.graded(Grade::inferred)}},
    .notes = {
        {"The agent tries the profile first at every refresh: it tests it with ssm:UpdateInstanceInformation, and "
         "changes to host management only after AccessDeniedException, EC2RoleRequestError and, since 3.2.815.0, "
         "AssumeRoleUnauthorizedAccess; before 3.2.582.0 after any error.",
         sources::ssm_agent_tags},
        {"Since 3.2.582.0, after a throttled call, a network fault, a time-out, a server error or a wrong clock, a "
         "good profile gives no credential in that round, and the agent does not use host management instead.",
         sources::ssm_agent_tags},
        {"Agents from 3.2.183.0 up to but not including 3.2.1297.0 also wrote the profile's credential to their file, "
         "and pointed scripts at it; the last release that did is 3.2.1241.0.",
         sources::ssm_agent_tags},
        {"A file that such an agent left may stay readable. Since 3.2.1377.0 the agent removes it, except while a "
         "worker runs and an agent of 3.2.0.0 to 3.2.1241.0 is in the audit log of the last 3 days.",
         sources::ssm_agent_tags},
        {"If every attempt fails, CredentialSource is None; before 3.2.1297.0 it is EC2.", sources::ssm_agent_tags},
        {"A hybrid registration on an EC2 instance takes precedence: the agent is then an mi-... node.",
         sources::ssm_agent_source},
        {"The agent never calls sts:AssumeRole; the only STS call in its source is GetCallerIdentity, in the "
         "diagnostics of ssm-cli.",
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
    .lifetime = {.text = "given in the reply, 1 h by inference; the agent requests a new one at half of it",
                 .usual = 3600,
                 .source = sources::ssm_agent_source.graded(Grade::inferred)},
    .rotation =
        {"the agent requests a new one at half of the lifetime in the reply; its workers read the file again 10 min, "
         "plus up to 1 min at random, before expiry",
         sources::ssm_agent_source},
    .readers =
        {"only root on Unix (mode 0600 in a directory of mode 0700); the local Administrators and SYSTEM on Windows; "
         "every script that Run Command runs as root; it is never in IMDS",
         sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces =
        {{SurfaceKind::file, "/var/lib/amazon/ssm/credentials",
          "Linux; section [default] with aws_access_key_id, aws_secret_access_key, aws_session_token, and no expiry",
          sources::ssm_agent_source},
         {SurfaceKind::file, "%ProgramFiles%\\Amazon\\SSM\\credentials", "Windows", sources::ssm_agent_source},
         {SurfaceKind::file, "/opt/aws/ssm/data/credentials", "macOS, according to the agent's source",
          sources::ssm_agent_source},
         {SurfaceKind::environment_variable, "AWS_SHARED_CREDENTIALS_FILE",
          "set for Run Command scripts while the file is in use", sources::ssm_agent_source},
         ssm_token_api,
         ssm_url,
         {SurfaceKind::header, "SSM-AsymmetricKeyAuthorization",
          "Signature=<base64>: RSA-PSS with SHA-256 and salt 32, over the value of the Authorization header",
          sources::ssm_agent_source},
         {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/EC2RegistrationKey",
          "the private key that signs the request, not the credential; manifest Vault/EC2Manifest",
          sources::ssm_agent_source},
         {SurfaceKind::url,
          "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance",
          "the identity that signs the request, not the credential", sources::ssm_agent_source},
         ssm_identity_config},
    .trail_missing =
        {"AssumeRole by AWSService with invokedBy ssm.amazonaws.com is expected but was not observed; no records of "
         "RegisterManagedInstance or RequestManagedInstanceRoleToken were found",
         sources::cloudtrail_records.graded(Grade::unverified)},
    .notes =
        {{"Two credentials are involved: the instance identity credential, from IMDS, proves which instance asks; the "
          "working credential comes in a reply of Systems Manager and is never in IMDS.",
          sources::ssm_agent_source},
         {"Assumer, requester, holder and user differ: the SSM service, the agent, the file, the agent or a script.",
          sources::ssm_agent_source},
         {"The session name is no proof: it is the instance id here and with the instance profile, and anyone who "
          "assumes a role can choose i-... as the name. The role's ARN and ec2RoleDelivery, set by EC2, tell them "
          "apart.",
          sources::role_for_all_instances},
         {"The absence of ec2RoleDelivery from its records follows from how it is delivered; no record was observed.",
          sources::ssm_agent_source.graded(Grade::inferred)},
         {"Only the superuser can read the file; but a Run Command script gets the credential through its "
          "environment, and acts in this role even if an instance profile with other permissions is attached.",
          sources::ssm_agent_issue_610},
         {"It is not a fallback for every failure: after a network error with a good profile there is no credential.",
          sources::ssm_agent_source},
         {"The session's ARN omits the role's path, service-role/: the role's ARN cannot be rebuilt from it.",
          sources::identifiers},
         {"For macOS the manual gives the Linux path, and the agent's source gives /opt/aws/ssm/data/credentials: the "
          "catalogue follows the agent's source.",
          sources::ssm_agent_details.graded(Grade::disputed)},
         {"There is one role for each account and Region, in the service setting "
          "/ssm/managed-instance/default-ec2-instance-management-role: every instance without a good profile shares "
          "it and everything attached to it; the session name and a check by Systems Manager for each instance keep "
          "instances apart.",
          sources::host_management},
         {"The manual requires IMDSv2 and an agent of 3.2.582.0 or later; the agent has had it since 3.2.183.0.",
          sources::host_management},
         {"Scripts get only AWS_SHARED_CREDENTIALS_FILE; before 3.2.532.0 they also got AWS_PROFILE, set to default.",
          sources::ssm_agent_tags},
         {"Commands of the agent's updater get these variables only if they are not set already.",
          sources::ssm_agent_tags},
         {"Up to 3.2.1241.0 the agent tested this credential with ssm:UpdateInstanceInformation before it used it.",
          sources::ssm_agent_tags},
         {"The first key registered for an instance id wins: after a foreign registration (InstanceAlreadyRegistered) "
          "the agent never gets the credential.",
          sources::ssm_agent_source},
         {"Before the agent has registered its key, an ordinary user could register their own key and request the "
          "credential (a proof of concept of 2023, not tried again).",
          sources::role_for_all_instances},
         {"It depends on the customer's network to ssm.REGION.amazonaws.com; delivery through IMDS does not.",
          sources::ssm_agent_source.graded(Grade::inferred)},
         {"An agent that can use the profile again removes the file, unless workers of 3.2.0 to 3.2.1241.0 still run.",
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
              {"sts:AssumeRole"},  // The manual adds conditions; a role without them works too.
              {"aws:SourceAccount = ACCOUNT", "aws:SourceArn = arn:aws:ssm:REGION:ACCOUNT:*"},
              sources::service_role_for_hybrid},
    .assumer = {"the SSM service", Plane::regional_control, "sts:AssumeRole", sources::service_role_for_hybrid},
    .requester = {"the SSM agent, with only its registered key", sources::service_role_for_hybrid},
    .proofs = {hybrid_key_linux},
    .custody = {ssm_service, hybrid_reply, agent_memory, hybrid_file_linux},
    .custodian = {"the SSM agent", sources::ssm_agent_source},
    .user = {"the SSM agent, and every program of root or SYSTEM", sources::ssm_agent_source},
    .session_name = {"the node id, mi-...", sources::ecs_agent_issue_3812},
    .lifetime = {.text = "about 1 h", .usual = 3600, .source = sources::ssm_agent_issue_570},
    .rotation = {"at half of the lifetime: a log shows the next credential in 29.99 min", sources::ssm_agent_issue_570},
    .readers = {"root or SYSTEM; by default every program of root with an SDK uses it", sources::ssm_agent_source},
    .workload_assumes = {SelfAssumption::no, sources::ssm_agent_source},
    .surfaces = {{SurfaceKind::file, "/root/.aws/credentials", "Linux: root's default profile",
                  sources::ssm_agent_source},
                 {SurfaceKind::file, "%USERPROFILE%\\.aws\\credentials",
                  "Windows: the service account's default profile", sources::ssm_agent_source},
                 {SurfaceKind::file, "$HOME/.aws/credentials", "if the agent has a different home directory",
                  sources::ssm_agent_source},
                 {SurfaceKind::environment_variable, "AWS_SHARED_CREDENTIALS_FILE",
                  "set for Run Command scripts while the agent shares its credential; if the agent itself has it, the "
                  "file that the agent writes",
                  sources::ssm_agent_tags},
                 {SurfaceKind::environment_variable, "AWS_PROFILE",
                  "set for Run Command scripts if Profile.ShareProfile is set", sources::ssm_agent_tags},
                 {SurfaceKind::file, "amazon-ssm-agent.json",
                  "Profile.ShareCreds (default true), Profile.ShareProfile (default empty: the profile default) and "
                  "Profile.ForceUpdateCreds (default false)",
                  sources::ssm_agent_tags},
                 ssm_token_api,
                 ssm_url,
                 {SurfaceKind::file, "/var/lib/amazon/ssm/registration", "ManagedInstanceID and Region",
                  sources::ssm_agent_source},
                 {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/RegistrationKey",
                  "the private key that signs the request, not the credential; manifest Vault/Manifest",
                  sources::ssm_agent_source},
                 {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/InstanceFingerprint",
                  "a random UUID bound to hashes of the hardware", sources::ssm_agent_source},
                 ssm_identity_config},
    .trail_missing = {not_known, sources::ssm_agent_source.graded(Grade::unverified)},
    .notes =
        {{"If Profile.ShareCreds is false, or the agent has no home directory, it writes no file. If "
          "Profile.ShareProfile names another profile (the Greengrass package: ssm-iot-gg), it writes that one. In "
          "both cases the other programs of root go on, to IMDS if there is one.",
          sources::ssm_agent_tags},
         {"Users met root's programs that changed to this role, or did not: it depends on these settings.",
          sources::ssm_agent_issue_157},
         {"On an EC2 instance, a hybrid registration overrides the EC2 identity: the node is mi-..., and the agent "
          "tries neither the profile nor host management.",
          sources::ssm_agent_source},
         {"By default it writes root's default profile, which every SDK run by root then uses before IMDS.",
          sources::ssm_agent_source},
         {"The Authorization header of the agent's request contains AWS4-HMAC-SHA256 and Credential=mi-..., but its "
          "signature is made with RSA.",
          sources::ssm_agent_source},
         {"The trust policy usually has conditions on aws:SourceAccount and aws:SourceArn.",
          sources::service_role_for_hybrid},
         {"The registration itself is not signed: it carries the activation's id and code, a public key and a "
          "fingerprint; or the operator signs it, with an IamRole.",
          sources::ssm_agent_source},
         {"An activation expires after 24 h by default, at most 30 days.", sources::create_activation_api},
         {"The registered key is not rotated unless KeyAutoRotateDays is set; its default is 0.",
          sources::ssm_agent_source}},
    .windows = &hybrid_activation_on_windows,
    .macos = &hybrid_activation_on_macos};

}  // namespace whence::catalog
