// What is used where several credentials are there: by a script of Run Command, by an application beside the agent, and by
// an SDK that looks for one itself.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/decide/ssm_agent.hpp>
#include <whence/evidence/source.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/node.hpp>
#include <whence/model/reader.hpp>

namespace whence::catalog {

/// Which credential a program uses, and why. `id` is none where it finds none, or where it is not known.
struct Used {
  SourceId id{};
  bool is_known = true;
  Text why{};
  Source source = sources::ssm_agent_source;

  [[nodiscard]] constexpr bool is(SourceId other) const { return is_known && id == other; }
  [[nodiscard]] constexpr bool is_nothing() const { return is_known && id == SourceId::none; }
};

namespace detail {

constexpr bool metadata_gives_the_profile(const Node& node) {
  return node.metadata != MetadataService::off && node.profile != InstanceProfile::none &&
         node.profile != InstanceProfile::untrusted;
}

}  // namespace detail

/// As whom the AWS CLI or an SDK acts within a program of this user on such a node, while nothing but the node offers it a
/// credential. The agent's choice makes no difference to it, but for what the agent leaves in the default profile of the user
/// it runs as. Complexity: constant.
[[nodiscard]] constexpr Used application_session(const Node& node, Privilege privilege = Privilege::ordinary) {
  if (node.hybrid_activation && privilege == Privilege::superuser &&
      agent_session(node).session == AgentSession::of_hybrid_activation) {
    return {
        SourceId::hybrid_activation, true,
        "the agent writes the default profile of root, which every SDK of root reads before it asks the metadata service"};
  }
  if (detail::metadata_gives_the_profile(node)) {
    return {SourceId::instance_profile, true, "the metadata service gives the profile's credential to every program",
            sources::roles_for_ec2};
  }
  return {SourceId::none, true, "nothing on the node offers one", sources::roles_for_ec2};
}

/// As whom a script of Run Command (aws:runShellScript) acts. The agent points AWS_SHARED_CREDENTIALS_FILE at its own file
/// when it has one, which comes before the metadata service; otherwise the script is a program of the superuser's like any
/// other. Complexity: constant.
/// Source: aws/amazon-ssm-agent, agent/plugins/runscript/runscript.go, https://github.com/aws/amazon-ssm-agent/tree/1c217c89
[[nodiscard]] constexpr Used script_session(const Node& node) {
  const AgentChoice choice = agent_session(node);
  if (choice.session == AgentSession::unknown) return {SourceId::none, false, choice.why, choice.source};
  if (choice.session == AgentSession::none)
    return {SourceId::none, true, "the agent signs nothing, so it gets no script to run"};
  if (choice.session == AgentSession::of_host_management) {
    return {
        SourceId::host_management, true,
        "the agent sets AWS_SHARED_CREDENTIALS_FILE to its file, which comes before the metadata service, also where a "
        "profile is attached"};
  }
  if (choice.session == AgentSession::of_instance_profile && agent_saves_to(node) != nullptr) {
    return {
        SourceId::agent_with_the_profile, true,
        "before 3.2.1377.0 the agent left the profile's credential in its file as well, and pointed the script at it"};
  }
  return application_session(node, Privilege::superuser);
}

/// The places in which an SDK looks for a credential, in botocore's order.
enum class Provider : std::uint8_t {
  environment,
  assume_role_profile,  // role_arn in a profile
  web_identity,
  sso,  // of Identity Center
  shared_credentials_file,
  login,
  process,  // credential_process
  config_file,
  legacy_files,  // of the old EC2 tools, and of boto
  container,
  instance_metadata,
  none,
};

[[nodiscard]] constexpr Text name_of(Provider provider) {
  constexpr Text names[] = {"environment variables",   "profile with role_arn",
                            "web identity token",      "Identity Center",
                            "shared credentials file", "aws login",
                            "credential_process",      "config file",
                            "old configuration files", "container endpoint",
                            "instance metadata",       "none"};
  return names[static_cast<std::size_t>(provider)];
}

/// Which of them would find something.
class Providers {
 public:
  template <class... One>
  constexpr explicit Providers(One... provider) : bits_((0U | ... | bit(provider))) {}

  [[nodiscard]] constexpr bool has(Provider provider) const { return (bits_ & bit(provider)) != 0; }

 private:
  static constexpr unsigned bit(Provider provider) { return 1U << static_cast<unsigned>(provider); }
  unsigned bits_;
};

/// Which provider botocore takes, and so the AWS CLI and boto3. A profile that the program names itself takes the variables
/// out of the search. Complexity: constant.
/// Source: botocore credentials.py, create_credential_resolver,
/// https://github.com/boto/botocore/blob/0e6e2404b/botocore/credentials.py
[[nodiscard]] constexpr Provider taken_by_botocore(Providers found, bool program_names_a_profile = false) {
  for (auto at = static_cast<std::uint8_t>(program_names_a_profile ? 1 : 0);
       at < static_cast<std::uint8_t>(Provider::none); ++at) {
    if (found.has(static_cast<Provider>(at))) return static_cast<Provider>(at);
  }
  return Provider::none;
}

/// What every SDK does alike: variables first, then what files configure, then the container's endpoint, the metadata service
/// last. The order among the files differs, so where several of them would find something the answer is not known.
struct CommonChoice {
  Provider provider = Provider::none;
  bool is_known = true;
};
[[nodiscard]] constexpr CommonChoice taken_by_any_sdk(Providers found) {
  if (found.has(Provider::environment)) return {Provider::environment};
  Provider only = Provider::none;
  for (auto at = static_cast<std::uint8_t>(Provider::assume_role_profile);
       at <= static_cast<std::uint8_t>(Provider::legacy_files); ++at) {
    const auto one = static_cast<Provider>(at);
    if (!found.has(one)) continue;
    if (only != Provider::none) return {Provider::none, false};
    only = one;
  }
  if (only != Provider::none) return {only};
  if (found.has(Provider::container)) return {Provider::container};
  return {found.has(Provider::instance_metadata) ? Provider::instance_metadata : Provider::none};
}

}  // namespace whence::catalog
