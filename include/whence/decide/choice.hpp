// Where the SSM agent saves its credential, and which of several credentials is used: by a script of Run Command, by an
// application beside the agent, and by an SDK.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/systems_manager.hpp>
#include <whence/decide/ssm_agent.hpp>
#include <whence/evidence/source.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/reader.hpp>

namespace whence::catalog {

/// The file in which the agent saves its credential: from 3.2.183.0 up to 3.2.1297.0 also the profile's, and on a hybrid
/// node unless it does not share credentials; null if none, or not known.
[[nodiscard]] constexpr const Place* agent_saves_to(const Node& node) {
  switch (agent_session(node).session) {
    case AgentSession::of_host_management: return &agent_file_on(node.os);
    case AgentSession::of_hybrid_activation: return node.shares_credentials ? &hybrid_file_on(node.os) : nullptr;
    case AgentSession::of_instance_profile: {
      const bool saved =
          node.agent >= agent_versions::host_management_appears && node.agent < agent_versions::profile_no_longer_saved;
      return saved ? &agent_file_on(node.os) : nullptr;
    }
    default: return nullptr;
  }
}

/// The variables that the agent sets for a script of Run Command: AWS_SHARED_CREDENTIALS_FILE (a null file: not set) and
/// AWS_PROFILE (an empty profile: not set). Complexity: constant.
/// Source: aws/amazon-ssm-agent, agent/plugins/runscript/runscript.go, at the tags of the versions,
/// https://github.com/aws/amazon-ssm-agent/tags
struct ScriptVariables {
  const Place* credentials_file = nullptr;
  Text profile{};
};
[[nodiscard]] constexpr ScriptVariables script_variables(const Node& node) {
  const Place* const file = agent_saves_to(node);
  if (file == nullptr) return {};
  if (node.hybrid_activation) return {file, node.shared_profile};
  return {file, node.agent < agent_versions::script_profile_dropped ? Text("default") : Text()};
}

/// Which credential a program uses, and why. `id` is none if it finds none, or if that is not known.
struct Used {
  SourceId id{};
  bool is_known = true;
  Text why{};
  Source source = sources::ssm_agent_source;

  [[nodiscard]] constexpr bool is(SourceId other) const { return is_known && id == other; }
  [[nodiscard]] constexpr bool is_nothing() const { return is_known && id == SourceId::none; }
};

/// Which credential the AWS CLI or an SDK uses in a program of this user on this node, if only the node offers one. The
/// agent's choice matters only if it is in the default profile of the user that it runs as: by default on a hybrid node,
/// not if the agent shares no credentials or writes a profile with a name of its own. Complexity: constant.
[[nodiscard]] constexpr Used application_session(const Node& node, Privilege privilege = Privilege::ordinary) {
  if (node.hybrid_activation && node.writes_the_default_profile() && privilege == Privilege::superuser &&
      agent_session(node).session == AgentSession::of_hybrid_activation) {
    return {SourceId::hybrid_activation, true,
            "the agent writes the default profile of root, which every SDK of root reads before it asks IMDS"};
  }
  if (node.has_metadata() && node.has_profile_credential()) {
    return {SourceId::instance_profile, true, "IMDS gives the instance profile's credential to every program",
            sources::roles_for_ec2};
  }
  return {SourceId::none, true, "nothing on the node offers a credential", sources::roles_for_ec2};
}

/// Which credential a script of Run Command (aws:runShellScript) uses. If the agent has a file of its own, it points
/// AWS_SHARED_CREDENTIALS_FILE at it, and that comes before IMDS; otherwise the script is like any other program of the
/// superuser. Complexity: constant.
/// Source: aws/amazon-ssm-agent, agent/plugins/runscript/runscript.go,
/// https://github.com/aws/amazon-ssm-agent/tree/1c217c89
[[nodiscard]] constexpr Used script_session(const Node& node) {
  const AgentChoice choice = agent_session(node);
  if (choice.session == AgentSession::unknown) return {SourceId::none, false, choice.why, choice.source};
  if (choice.session == AgentSession::none)
    return {SourceId::none, true, "the agent signs no request, so it gets no script to run"};
  if (choice.session == AgentSession::of_host_management) {
    return {SourceId::host_management, true,
            "the agent sets AWS_SHARED_CREDENTIALS_FILE to its file, which comes before IMDS even with a profile"};
  }
  if (choice.session == AgentSession::of_instance_profile && agent_saves_to(node) != nullptr) {
    return {
        SourceId::agent_with_the_profile, true,
        "before 3.2.1297.0 the agent also saved the profile's credential in its file, and pointed the script at it"};
  }
  if (choice.session == AgentSession::of_hybrid_activation && agent_saves_to(node) != nullptr) {
    return {SourceId::hybrid_activation, true,
            "the agent points AWS_SHARED_CREDENTIALS_FILE at the file that it shares, and AWS_PROFILE at its profile"};
  }
  return application_session(node, Privilege::superuser);
}

/// Where an SDK looks for a credential, in botocore's order.
enum class Provider : std::uint8_t {
  environment,
  assume_role_profile,      // role_arn in a profile
  web_identity,             // by AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN
  web_identity_of_profile,  // by web_identity_token_file and role_arn in a profile
  sso,                      // of Identity Center
  shared_credentials_file,
  login,    // of aws login
  process,  // credential_process
  config_file,
  legacy_files,  // of the old EC2 tools, and of boto: only botocore reads them
  container,
  instance_metadata,
  none,
};

[[nodiscard]] constexpr Text name_of(Provider provider) {
  constexpr const char* names[] = {"environment variables",
                                   "profile with role_arn",
                                   "web identity token",
                                   "profile with a web identity token",
                                   "Identity Center",
                                   "shared credentials file",
                                   "aws login",
                                   "credential_process",
                                   "config file",
                                   "old configuration files",
                                   "container endpoint",
                                   "instance metadata",
                                   "none"};
  return names[static_cast<std::size_t>(provider)];
}

/// Which of them would find a credential.
class Providers {
 public:
  template <class... One>
  constexpr explicit Providers(One... provider) : bits_((0U | ... | bit(provider))) {}

  [[nodiscard]] constexpr bool has(Provider provider) const { return (bits_ & bit(provider)) != 0; }

 private:
  static constexpr unsigned bit(Provider provider) { return 1U << static_cast<unsigned>(provider); }
  unsigned bits_;
};

/// Which provider botocore uses, and so the AWS CLI and boto3. If the program names a profile, the variables are
/// skipped: those with a key, and those of a web identity.
/// Source: botocore credentials.py, create_credential_resolver,
/// https://github.com/boto/botocore/blob/0e6e2404b/botocore/credentials.py
[[nodiscard]] constexpr Provider taken_by_botocore(Providers found, bool program_names_a_profile = false) {
  for (std::uint8_t at = 0; at < static_cast<std::uint8_t>(Provider::none); ++at) {
    const auto one = static_cast<Provider>(at);
    const bool is_variable = one == Provider::environment || one == Provider::web_identity;
    if (found.has(one) && !(is_variable && program_names_a_profile)) return one;
  }
  return Provider::none;
}

/// Which provider every SDK uses, if all agree; else it is not known. They agree that a container endpoint comes before
/// IMDS, that IMDS is last, and that variables come before these two. They do not agree on the rest:
/// - the JavaScript SDK skips the variables if a profile is named, by AWS_PROFILE or by the program
///   (@aws-sdk/credential-provider-node 3.972.99);
/// - the .NET SDK, version 3, tries the web identity first, then the profile, then the variables
///   (aws/aws-sdk-net, FallbackCredentialsFactory.cs);
/// - the JavaScript SDK, version 2, tries the container endpoint before credential_process and the web identity
///   (aws-sdk 2.1693.0, lib/node_loader.js);
/// - releases before 2025-11-19 do not have aws login, and only botocore reads the old configuration files.
struct CommonChoice {
  Provider provider = Provider::none;
  bool is_known = true;
};
[[nodiscard]] constexpr CommonChoice taken_by_any_sdk(Providers found, bool a_profile_is_named = false) {
  constexpr CommonChoice not_common{Provider::none, false};
  if (found.has(Provider::login) || found.has(Provider::legacy_files)) return not_common;
  Provider only = Provider::none;
  for (auto at = static_cast<std::uint8_t>(Provider::environment); at < static_cast<std::uint8_t>(Provider::container);
       ++at) {
    const auto one = static_cast<Provider>(at);
    if (!found.has(one)) continue;
    if (only != Provider::none) return not_common;
    only = one;
  }
  if (only == Provider::environment && a_profile_is_named) return not_common;
  const bool may_follow_a_container =
      only == Provider::web_identity || only == Provider::web_identity_of_profile || only == Provider::process;
  if (found.has(Provider::container) && may_follow_a_container) return not_common;
  if (only != Provider::none) return {only};
  if (found.has(Provider::container)) return {Provider::container};
  return {found.has(Provider::instance_metadata) ? Provider::instance_metadata : Provider::none};
}

}  // namespace whence::catalog
