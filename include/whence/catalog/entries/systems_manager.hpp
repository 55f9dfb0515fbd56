// Systems Manager: rows 9 to 11.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/entries/ec2.hpp>
#include <whence/catalog/entry.hpp>
#include <whence/catalog/ssm.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Platform ssm_instances[] = {Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node};
inline constexpr Platform ssm_hybrid_machines[] = {Platform::hybrid_machine};

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

inline constexpr Surface agent_with_the_profile_surfaces[] = {
    instance_profile_surfaces[0],   instance_profile_surfaces[1], metadata_token,
    metadata_token_lifetime_header, metadata_token_header,        ssm_identity_config,
};
inline constexpr Trail agent_with_the_profile_trail[] = {
    instance_profile_trail[0],
    {"UpdateInstanceInformation", "AssumedRole", "", "by the agent, in the session i-... of the profile's role",
     sources::ssm_agent_source.graded(Grade::inferred)},
};
inline constexpr Stated agent_with_the_profile_notes[] = {
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
     sources::ssm_agent_source},
};
inline constexpr Entry agent_with_the_profile_entry{
    .key = "agent_with_the_profile",
    .family = Family::systems_manager,
    .source = &agent_with_the_profile,
    .platforms = ssm_instances,
    .surfaces = agent_with_the_profile_surfaces,
    .readers = {"as the instance profile: the agent exposes nothing more", sources::ssm_agent_source},
    .session_name_source = sources::cloudtrail_records,
    .lifetime = {.usual = 6 * 3600,
                 .least = 6 * 3600 + 3 * 60,
                 .most = 6 * 3600 + 35 * 60,
                 .source = sources::cloudtrail_records},
    .rotation = {"the agent counts on 1 h at each reading: its core reads anew about every 30 min, its workers every "
                 "30 min",
                 sources::ssm_agent_source},
    .workload_assumes_source = sources::ssm_agent_source,
    .trail = agent_with_the_profile_trail,
    .notes = agent_with_the_profile_notes};

inline constexpr Surface host_management_surfaces[] = {
    {SurfaceKind::file, "/var/lib/amazon/ssm/credentials",
     "Linux; section [default] with aws_access_key_id, aws_secret_access_key, aws_session_token, and no expiry",
     sources::ssm_agent_source},
    {SurfaceKind::file, "%ProgramFiles%\\Amazon\\SSM\\credentials", "Windows", sources::ssm_agent_source},
    {SurfaceKind::file, "/opt/aws/ssm/data/credentials", "macOS, by the agent's source", sources::ssm_agent_source},
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
    ssm_identity_config,
};
inline constexpr Stated host_management_notes[] = {
    {"Two credentials take part: the instance identity's, from the metadata service, proves which instance asks; the "
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
     sources::ssm_agent_source},
};
inline constexpr Entry host_management_entry{
    .key = "host_management",
    .family = Family::systems_manager,
    .source = &host_management,
    .by_system = host_management_on,
    .platforms = ssm_instances,
    .surfaces = host_management_surfaces,
    .readers = {"root alone on Unix (mode 0600 in a directory of mode 0700); the local Administrators and SYSTEM on "
                "Windows; every script that Run Command runs as root; never the metadata service",
                sources::ssm_agent_source},
    .session_name_source = sources::role_for_all_instances,
    .lifetime = {.usual = 3600, .source = sources::ssm_agent_source.graded(Grade::inferred)},
    .rotation = {"the agent asks anew at half of the lifetime that the reply tells; its workers read the file again "
                 "10 min, and up to 1 min at random, before the end",
                 sources::ssm_agent_source},
    .workload_assumes_source = sources::ssm_agent_source,
    .trail_missing = {"AssumeRole by AWSService with invokedBy ssm.amazonaws.com is expected and was not seen; no "
                      "records of RegisterManagedInstance or RequestManagedInstanceRoleToken were found",
                      sources::cloudtrail_records.graded(Grade::unverified)},
    .notes = host_management_notes};

inline constexpr Surface hybrid_activation_surfaces[] = {
    {SurfaceKind::file, "/root/.aws/credentials", "Linux: the default profile of root", sources::ssm_agent_source},
    {SurfaceKind::file, "%USERPROFILE%\\.aws\\credentials", "Windows: the default profile of the service account",
     sources::ssm_agent_source},
    {SurfaceKind::file, "$HOME/.aws/credentials", "where the agent has another home", sources::ssm_agent_source},
    ssm_token_api,
    ssm_url,
    {SurfaceKind::file, "/var/lib/amazon/ssm/registration", "ManagedInstanceID and Region", sources::ssm_agent_source},
    {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/RegistrationKey",
     "the private key that signs, not the credential; manifest Vault/Manifest", sources::ssm_agent_source},
    {SurfaceKind::file, "/var/lib/amazon/ssm/Vault/Store/InstanceFingerprint",
     "a random UUID tied to hashes of the hardware", sources::ssm_agent_source},
    ssm_identity_config,
};
inline constexpr Stated hybrid_activation_notes[] = {
    {"On an EC2 instance a hybrid registration beats the EC2 identity: the node is mi-..., and neither the profile nor "
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
    {"The registered key is not rotated unless KeyAutoRotateDays is set, which is 0.", sources::ssm_agent_source},
};
inline constexpr Entry hybrid_activation_entry{
    .key = "hybrid_activation",
    .family = Family::systems_manager,
    .source = &hybrid_activation,
    .by_system = hybrid_activation_on,
    .platforms = ssm_hybrid_machines,
    .surfaces = hybrid_activation_surfaces,
    .readers = {"root or SYSTEM; every program of root with an SDK picks it up by default", sources::ssm_agent_source},
    .session_name_source = sources::ecs_agent_issue_3812,
    .lifetime = {.usual = 3600, .source = sources::ssm_agent_issue_570},
    .rotation = {"at half of the lifetime: a log shows the next one in 29.99 min", sources::ssm_agent_issue_570},
    .workload_assumes_source = sources::ssm_agent_source,
    .trail_missing = {not_known, sources::ssm_agent_source.graded(Grade::unverified)},
    .notes = hybrid_activation_notes};

}  // namespace whence::catalog
