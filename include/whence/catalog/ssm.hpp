// Systems Manager: what the SSM agent signs with. The agent assumes nothing: the EC2 service or the SSM service does.
#pragma once

#include <whence/base/config.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/node.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::catalog {

/// The role that Systems Manager proposes for host management; another one may be chosen.
/// Source: Default Host Management Configuration,
/// https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html
inline constexpr Text host_management_role_name = "AWSSystemsManagerDefaultEC2InstanceManagementRole";
inline constexpr Text host_management_role_path = "/service-role/";
/// What the profile's role must allow for the agent to stay with it.
inline constexpr Text agents_test_action = "ssm:UpdateInstanceInformation";

inline constexpr Place ssm_service{.name = "the SSM service",
                                   .plane = Plane::regional_control,
                                   .medium = Medium::service_memory,
                                   .readers = Readers::the_service,
                                   .owner = "ssm.amazonaws.com",
                                   .source = sources::ssm_agent_source.graded(Grade::inferred)};
/// Signed twice: SigV4 with the instance identity credential, and RSA-PSS over that signature with the registered key, in
/// the header SSM-AsymmetricKeyAuthorization.
inline constexpr Place token_reply{.name = "reply of RequestManagedInstanceRoleToken",
                                   .plane = Plane::regional_control,
                                   .medium = Medium::service_reply,
                                   .address = "ssm:RequestManagedInstanceRoleToken",
                                   .readers = Readers::whoever_has_the_proofs,
                                   .open_to_the_data_plane = true,
                                   .owner = "ssm.amazonaws.com",
                                   .source = sources::ssm_agent_source};
inline constexpr Place agent_memory{.name = "memory of the SSM agent",
                                    .plane = Plane::data,
                                    .medium = Medium::process_memory,
                                    .readers = Readers::superuser,
                                    .owner = "root or SYSTEM",
                                    .source = sources::ssm_agent_source};

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

template <class Value>
[[nodiscard]] constexpr Value one_for(OperatingSystem os, Value linux_os, Value windows, Value macos) {
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

/// The private half of the key that the agent registered for the instance.
inline constexpr Place registration_key_linux =
    detail::hardened_file("registration key of the agent", "/var/lib/amazon/ssm/Vault/Store/EC2RegistrationKey");
inline constexpr Place registration_key_windows = detail::hardened_file(
    "registration key of the agent", "%ProgramData%\\Amazon\\SSM\\InstanceData\\Vault\\Store\\EC2RegistrationKey",
    OperatingSystem::windows);
inline constexpr Place registration_key_macos = detail::hardened_file(
    "registration key of the agent", "/opt/aws/ssm/data/Vault/Store/EC2RegistrationKey", OperatingSystem::macos);

/// On a hybrid node the agent writes the default profile of the user it runs as, which every SDK of that user picks up.
inline constexpr Place hybrid_file_linux{.name = "default profile of root",
                                         .plane = Plane::data,
                                         .medium = Medium::file,
                                         .address = "/root/.aws/credentials",
                                         .readers = Readers::superuser,
                                         .owner = "root",
                                         .source = sources::ssm_agent_source};
inline constexpr Place hybrid_file_macos{.name = "default profile of the agent's user",
                                         .plane = Plane::data,
                                         .medium = Medium::file,
                                         .address = "$HOME/.aws/credentials",
                                         .readers = Readers::superuser,
                                         .owner = "root",
                                         .source = sources::ssm_agent_source};
inline constexpr Place hybrid_file_windows{.name = "default profile of the service account",
                                           .plane = Plane::data,
                                           .medium = Medium::file,
                                           .address = "%USERPROFILE%\\.aws\\credentials",
                                           .readers = Readers::superuser,
                                           .owner = "SYSTEM",
                                           .source = sources::ssm_agent_source};

inline constexpr Place host_management_custody_linux[] = {ssm_service, token_reply, agent_memory, agent_file_linux};
inline constexpr Place host_management_custody_windows[] = {ssm_service, token_reply, agent_memory, agent_file_windows};
inline constexpr Place host_management_custody_macos[] = {ssm_service, token_reply, agent_memory, agent_file_macos};
inline constexpr Place host_management_proofs_linux[] = {identity_path, registration_key_linux};
inline constexpr Place host_management_proofs_windows[] = {identity_path, registration_key_windows};
inline constexpr Place host_management_proofs_macos[] = {identity_path, registration_key_macos};
inline constexpr Place agent_profile_custody[] = {ec2_service, profile_path, agent_memory};
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
inline constexpr Place hybrid_custody_linux[] = {ssm_service, hybrid_reply, agent_memory, hybrid_file_linux};
inline constexpr Place hybrid_custody_macos[] = {ssm_service, hybrid_reply, agent_memory, hybrid_file_macos};
inline constexpr Place hybrid_key_linux[] = {
    detail::hardened_file("registration key of the hybrid node", "/var/lib/amazon/ssm/Vault/Store/RegistrationKey")};
inline constexpr Place hybrid_key_windows[] = {detail::hardened_file(
    "registration key of the hybrid node", "%ProgramData%\\Amazon\\SSM\\InstanceData\\Vault\\Store\\RegistrationKey",
    OperatingSystem::windows)};
inline constexpr Place hybrid_key_macos[] = {detail::hardened_file(
    "registration key of the hybrid node", "/opt/aws/ssm/data/Vault/Store/RegistrationKey", OperatingSystem::macos)};
inline constexpr Place hybrid_custody_windows[] = {ssm_service, hybrid_reply, agent_memory, hybrid_file_windows};

[[nodiscard]] constexpr const Place& agent_file_on(OperatingSystem os) {
  return *detail::one_for(os, &agent_file_linux, &agent_file_windows, &agent_file_macos);
}

/// Row 9: the agent reads what everybody on the instance can read, and keeps it in memory.
inline constexpr CredentialSource agent_with_the_profile{
    .id = Row::agent_with_the_profile,
    .name = "SSM agent with the instance profile",
    .trust = {TrustKind::service, "ec2.amazonaws.com", only_assume_role, {}, sources::roles_for_ec2},
    .assumer = "the EC2 service",
    .assumer_plane = Plane::zonal_control,
    .action = "sts:AssumeRole",
    .requester = "",
    .custody = agent_profile_custody,
    .custodian = "the EC2 service",
    .user = "the SSM agent",
    .session_name = "the instance id, i-...",
    .lifetime = "as the instance profile; the agent reads it anew every 30 min",
    .workload_assumes = SelfAssumption::no,
    .assumer_source = sources::cloudtrail_records,
    .custody_source = sources::ssm_agent_source};

/// Row 10, for one operating system.
[[nodiscard]] constexpr CredentialSource host_management_on(OperatingSystem os) {
  return {.id = Row::host_management,
          .name = "SSM agent with Default Host Management Configuration",
          .trust = {TrustKind::service, "ssm.amazonaws.com", only_assume_role, {}, sources::host_management},
          .assumer = "the SSM service",
          .assumer_plane = Plane::regional_control,
          .action = "sts:AssumeRole",
          .requester = "the SSM agent, with the instance identity credential and its registered key",
          .proofs = detail::one_for<Span<Place>>(os, host_management_proofs_linux, host_management_proofs_windows,
                                                 host_management_proofs_macos),
          .custody = detail::one_for<Span<Place>>(os, host_management_custody_linux, host_management_custody_windows,
                                                  host_management_custody_macos),
          .custodian = "the SSM agent",
          .user = "the SSM agent, and the scripts that it runs as root or SYSTEM",
          .session_name = "the instance id, i-...",
          .lifetime = "told in the reply, 1 h by inference; the agent asks anew at half of it",
          .workload_assumes = SelfAssumption::no,
          .assumer_source = sources::role_for_all_instances,
          .custody_source = sources::ssm_agent_source};
}
inline constexpr CredentialSource host_management = host_management_on(OperatingSystem::linux_os);
inline constexpr CredentialSource host_management_windows = host_management_on(OperatingSystem::windows);
inline constexpr CredentialSource host_management_macos = host_management_on(OperatingSystem::macos);

/// What the manual adds to the trust policy; a role without them works too.
inline constexpr Text hybrid_conditions[] = {"aws:SourceAccount = ACCOUNT",
                                             "aws:SourceArn = arn:aws:ssm:REGION:ACCOUNT:*"};

/// Row 11, for one operating system.
[[nodiscard]] constexpr CredentialSource hybrid_activation_on(OperatingSystem os) {
  return {
      .id = Row::hybrid_activation,
      .name = "SSM agent with a hybrid activation",
      .trust = {TrustKind::service, "ssm.amazonaws.com", only_assume_role, hybrid_conditions,
                sources::service_role_for_hybrid},
      .assumer = "the SSM service",
      .assumer_plane = Plane::regional_control,
      .action = "sts:AssumeRole",
      .requester = "the SSM agent, with its registered key alone",
      .proofs = detail::one_for<Span<Place>>(os, hybrid_key_linux, hybrid_key_windows, hybrid_key_macos),
      .custody = detail::one_for<Span<Place>>(os, hybrid_custody_linux, hybrid_custody_windows, hybrid_custody_macos),
      .custodian = "the SSM agent",
      .user = "the SSM agent, and every program of root or SYSTEM",
      .session_name = "the node id, mi-...",
      .lifetime = "about 1 h",
      .workload_assumes = SelfAssumption::no,
      .assumer_source = sources::service_role_for_hybrid,
      .custody_source = sources::ssm_agent_source};
}
inline constexpr CredentialSource hybrid_activation = hybrid_activation_on(OperatingSystem::linux_os);

}  // namespace whence::catalog
WHENCE_TEMPLATES_END
