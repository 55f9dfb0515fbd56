// Credentials on servers: what containers on EC2 find, what an interceptor gives to pods, long-term keys, the output of
// credential_process, and self-hosted runners.
#pragma once

#include <whence/catalog/cli.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr CredentialSource container_on_ec2{
    .id = SourceId::container_on_ec2,
    .name = "Container or pod on EC2 without roles of its own",
    .family = Family::ec2,
    .platforms = {Platform::ec2},
    .needs = needs_at(profile_path),
    .counted_elsewhere = true,
    .trust = instance_profile.trust,
    .assumer = instance_profile.assumer,
    .custody = {ec2_service, profile_path},
    .custodian = {"the EC2 service", sources::roles_for_ec2},
    .user = {"every process in the container or pod", sources::rust_sdk_issue_540},
    .session_name = instance_profile.session_name,
    .lifetime = instance_profile.lifetime,
    .rotation = instance_profile.rotation,
    .readers =
        {"on the host as for the instance profile; a container or pod with a network of its own if IMDSv1 is on or the "
         "hop limit is at least the hops that it needs; on the host network as a process of the host",
         sources::rust_sdk_issue_540},
    .workload_assumes = {SelfAssumption::no, sources::cloudtrail_records},
    .surfaces = instance_profile.surfaces,
    .trail = {{"AssumeRole", "AWSService", "ec2.amazonaws.com",
               "as for the instance profile; a container and its host cannot be told apart",
               sources::cloudtrail_records}},
    .notes = {
        {"Docker, Swarm, Nomad, Elastic Beanstalk, kops, k3s and others: no container platform is exempt from the hop "
         "limit.",
         sources::rust_sdk_issue_540},
        {"A container of Elastic Beanstalk's Docker platform needs a hop limit of 2.", sources::beanstalk_issue_242}}};

/// The answer in place of IMDS. That it goes to the pod of the annotation is stated; whether a forged request gets it
/// depends on the interceptor.
inline constexpr Place interceptor_memory =
    program_memory("memory of the interceptor", Readers::superuser, sources::kube2iam_readme);
inline constexpr Place interceptor_endpoint =
    with_readers(workload_endpoint("answer of the interceptor in place of IMDS",
                                   "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE_OF_THE_POD",
                                   sources::kube2iam_readme),
                 Readers::not_stated);

inline constexpr CredentialSource metadata_interceptor{
    .id = SourceId::metadata_interceptor,
    .name = "kube2iam or kiam in front of IMDS",
    .family = Family::eks,
    .platforms = {Platform::ec2, Platform::eks_node},
    .needs = Needs::not_stated,
    .counted_elsewhere = true,
    .trust = {TrustKind::aws,
              "arn:aws:iam::ACCOUNT:role/NODE_ROLE, or that of the kiam server",
              {"sts:AssumeRole"},
              {},
              sources::kube2iam_readme},
    .assumer = {"the interceptor on the node, with the node's role", Plane::data, "sts:AssumeRole",
                sources::kube2iam_readme},
    .requester = {"the pod, by the request to IMDS that the interceptor answers", sources::kube2iam_readme},
    .proofs = {profile_path},
    .custody = {interceptor_memory, interceptor_endpoint},
    .custodian = {"the interceptor", sources::kube2iam_readme},
    .user = {"every process in the pod", sources::kube2iam_readme},
    .session_name = not_told_by(sources::kube2iam_readme),
    .lifetime = {.text = "at most 1 h: role chaining", .most = 3600, .source = sources::roles},
    .rotation = not_told_by(sources::kube2iam_readme),
    .readers = {"the pod whose annotation names the role; a pod on the host network bypasses the interceptor and reads "
                "the node's role",
                sources::kube2iam_readme},
    .workload_assumes = {SelfAssumption::no, sources::kube2iam_readme},
    .surfaces = {{SurfaceKind::url, "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE_OF_THE_POD",
                  "the interceptor answers, not EC2", sources::kube2iam_readme}},
    .trail = {{"AssumeRole", "AssumedRole", "", "by the session of the node's role",
               sources::kube2iam_readme.graded(Grade::inferred)}},
    .notes = {{"A second hop: the node's session, which EC2 began, assumes the role of the pod. This is role chaining: "
               "at most 1 h.",
               sources::kube2iam_readme}}};

inline constexpr Place servers_key_file =
    users_own("credentials file with a user's key", Medium::file, "~/.aws/credentials", sources::mcp_issue_1877);
inline constexpr Place servers_key_variables =
    instead(users_own("variables with a user's key", Medium::environment, "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY",
                      sources::mcp_issue_1877));
inline constexpr Place mounted_key_file =
    instead(with_readers(users_own("credentials file mounted into a container", Medium::file, "/root/.aws/credentials",
                                   sources::mcp_issue_1877),
                         Readers::the_workload));

inline constexpr CredentialSource key_on_a_server{
    .id = SourceId::key_on_a_server,
    .name = "IAM user's long-term key on a server or in a container",
    .family = Family::identity_and_cli,
    .platforms = {Platform::workstation, Platform::hybrid_machine, Platform::ec2, Platform::ecs_on_ec2,
                  Platform::eks_node, Platform::ci_runner},
    .trust = {.source = sources::mcp_issue_1877},
    .assumer = {"nobody: the key belongs to an IAM user, and no role is assumed", Plane::client, "",
                sources::mcp_issue_1877},
    .custody = {servers_key_file, servers_key_variables, mounted_key_file},
    .custodian = {"the file or the variables", sources::mcp_issue_1877},
    .user = {"every program that finds the key, for example an MCP server or an agent", sources::mcp_issue_1877},
    .session_name = {"none: the ARN is arn:aws:iam::ACCOUNT:user/NAME", sources::identifiers},
    .lifetime = {.text = "until the key is deleted or rotated", .source = sources::identifiers},
    .rotation = {"none by itself", sources::mcp_issue_1877},
    .readers = {"the operating-system user and root; if it is mounted or set there, every process of the container",
                sources::mcp_issue_1877},
    .workload_assumes = {SelfAssumption::not_applicable, sources::mcp_issue_1877},
    .surfaces = {{SurfaceKind::file, "~/.aws/credentials", "often mounted into a container as /root/.aws",
                  sources::mcp_issue_1877},
                 {SurfaceKind::environment_variable, "AWS_ACCESS_KEY_ID", "", sources::mcp_issue_1877},
                 {SurfaceKind::environment_variable, "AWS_SECRET_ACCESS_KEY", "", sources::mcp_issue_1877}},
    .trail = {{"", "IAMUser", "", "with an AKIA key", sources::cloudtrail_user_identity}},
    .notes = {{"A credentials file of root comes before IMDS: a leftover file hides the role of the machine.",
               sources::ssm_agent_tags}}};

inline constexpr Place process_output =
    users_own("standard output of the command", Medium::standard_output, "", sources::botocore_credentials);
inline constexpr Place process_sdk_memory =
    users_own("memory of the SDK that ran the command", Medium::process_memory, "", sources::botocore_credentials);

inline constexpr CredentialSource credential_process{
    .id = SourceId::credential_process,
    .name = "credential_process, a command of a profile",
    .family = Family::identity_and_cli,
    .platforms = {Platform::workstation, Platform::hybrid_machine, Platform::ec2, Platform::ci_runner},
    .trust = {.source = sources::process_credentials},
    .assumer = {"the tool decides: it may assume a role, or return a key that it keeps", Plane::client, "",
                sources::process_credentials},
    .requester = {"the SDK, which runs the command of the profile", sources::botocore_credentials},
    .custody = {process_output, process_sdk_memory},
    .custodian = {"the tool, then the SDK; whether the tool has a cache depends on it", sources::botocore_credentials},
    .user = {"the program whose SDK ran the command", sources::botocore_credentials},
    .session_name = {"the tool's choice", sources::botocore_credentials},
    .lifetime = {.text = "the Expiration in the command's JSON, or none", .source = sources::botocore_credentials},
    .rotation = {"the SDK runs the command again before Expiration; without it, never", sources::botocore_credentials},
    .readers = {"anyone who may run the command as that operating-system user", sources::botocore_credentials},
    .workload_assumes = {SelfAssumption::no_or_yes, sources::process_credentials},
    .surfaces = {{SurfaceKind::standard_output, "credential_process",
                  "JSON with Version (the number 1), AccessKeyId, SecretAccessKey, SessionToken and Expiration",
                  sources::botocore_credentials},
                 {SurfaceKind::file, "~/.aws/config", "the profile names the command", sources::botocore_credentials}},
    .trail_missing = {"only the tool's own calls are recorded, and they depend on the tool",
                      sources::process_credentials.graded(Grade::inferred)},
    .notes = {{"Whether there is a role, and whom it trusts, depends on the tool.", sources::process_credentials}}};

inline constexpr CredentialSource self_hosted_runner{
    .id = SourceId::self_hosted_runner,
    .name = "Self-hosted runner of GitHub, GitLab or Buildkite on EC2, ECS or EKS",
    .family = Family::ec2,
    .platforms = {Platform::ec2, Platform::ecs_on_ec2, Platform::eks_node},
    .needs = needs_at(profile_path),
    .counted_elsewhere = true,
    .trust = instance_profile.trust,
    .assumer = instance_profile.assumer,
    .custody = {ec2_service, profile_path},
    .custodian = {"the EC2 service", sources::runner_reports},
    .user = {"every job on the runner", sources::runner_reports},
    .session_name = instance_profile.session_name,
    .lifetime = instance_profile.lifetime,
    .rotation = instance_profile.rotation,
    .readers = {"every job on the runner, also jobs of other repositories", sources::runner_reports},
    .workload_assumes = {SelfAssumption::no, sources::runner_reports},
    .surfaces = instance_profile.surfaces,
    .trail = {{"AssumeRole", "AWSService", "ec2.amazonaws.com",
               "as for the machine's own credential; jobs cannot be told apart", sources::runner_reports}},
    .notes = {
        {"The runner uses the credential of its machine: that of EC2, or on ECS and EKS that of the task, of IRSA or "
         "of Pod Identity. A token of the job (OIDC) is beside it.",
         sources::runner_reports},
        {"If the step that uses the token is missing or fails, the SDK finds the credential of the machine.",
         sources::runner_reports}}};

}  // namespace whence::catalog
