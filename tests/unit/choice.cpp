// Which credential is used where several are there: the SSM agent's scripts, applications beside it, and the SDKs.
#include "dual.hpp"

#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::catalog;

namespace {

using enum Provider;

constexpr Node with_both{.profile = InstanceProfile::permits_agent, .host_management = true};
constexpr Node agent_denied{.profile = InstanceProfile::denies_agent, .host_management = true};
constexpr Node without_profile{.host_management = true};
constexpr Node hybrid_with_profile{.profile = InstanceProfile::permits_agent, .hybrid_activation = true};

}  // namespace

DUAL_TEST_CASE("with host management on and a profile attached, a script runs as the profile where the agent does") {
  EXPECT(script_session(with_both).is(SourceId::instance_profile));
  EXPECT(application_session(with_both).is(SourceId::instance_profile));
}

// aws/amazon-ssm-agent issue 610: the script acts as the role of host management though another profile is attached.
DUAL_TEST_CASE(
    "where the profile does not let the agent in, a script runs as host management and applications as the profile") {
  EXPECT(script_session(agent_denied).is(SourceId::host_management));
  EXPECT(application_session(agent_denied).is(SourceId::instance_profile));
  EXPECT(application_session(agent_denied, Privilege::superuser).is(SourceId::instance_profile));
}

DUAL_TEST_CASE("without a profile a script runs as host management, and applications find nothing") {
  EXPECT(script_session(without_profile).is(SourceId::host_management));
  EXPECT(application_session(without_profile).is_nothing());
}

DUAL_TEST_CASE("on a hybrid node root uses the default profile that the agent writes, before the metadata service") {
  EXPECT(script_session(hybrid_with_profile).is(SourceId::hybrid_activation));
  EXPECT(application_session(hybrid_with_profile, Privilege::superuser).is(SourceId::hybrid_activation));
  EXPECT(application_session(hybrid_with_profile).is(SourceId::instance_profile));
}

DUAL_TEST_CASE("an agent that signs nothing runs no script") {
  EXPECT(script_session({}).is_nothing());
  EXPECT(script_session({.profile = InstanceProfile::failing, .host_management = true}).is_nothing());
  EXPECT(script_session({.host_management = true, .reaches_systems_manager = false}).is_nothing());
}

DUAL_TEST_CASE("from 3.2.183.0 up to 3.2.1297.0 the file held the profile's credential too") {
  const auto of = [](AgentVersion version) {
    return script_session({.profile = InstanceProfile::permits_agent, .agent = version});
  };
  EXPECT(of({3, 2, 183, 0}).is(SourceId::agent_with_the_profile));
  EXPECT(of({3, 2, 1241, 0}).is(SourceId::agent_with_the_profile));
  EXPECT(of({3, 2, 1296, 65535}).is(SourceId::agent_with_the_profile));
  EXPECT(of({3, 2, 1297, 0}).is(SourceId::instance_profile));
  EXPECT(of({3, 2, 182, 0}).is(SourceId::instance_profile));
}

DUAL_TEST_CASE("what the agent signs with not being known, neither is what its script gets") {
  const Used used =
      script_session({.metadata = MetadataService::version_1_only, .host_management = true, .agent = {3, 2, 500, 0}});
  EXPECT(!used.is_known);
  EXPECT(!used.is_nothing());
  EXPECT(!used.is(SourceId::host_management));
}

DUAL_TEST_CASE("a script gets the agent's file while the agent has one, and a profile only before 3.2.532.0") {
  struct {
    InstanceProfile profile;
    AgentVersion agent;
    bool has_file;
    Text sets;
  } const cases[] = {
      {InstanceProfile::permits_agent, {3, 2, 182, 0}, false, ""},
      {InstanceProfile::permits_agent, {3, 2, 183, 0}, true, "default"},
      {InstanceProfile::permits_agent, {3, 2, 531, 0}, true, "default"},
      {InstanceProfile::permits_agent, {3, 2, 532, 0}, true, ""},
      {InstanceProfile::permits_agent, {3, 2, 1241, 0}, true, ""},
      {InstanceProfile::permits_agent, {3, 2, 1297, 0}, false, ""},
      {InstanceProfile::none, {3, 2, 419, 0}, true, "default"},
      {InstanceProfile::none, {3, 2, 532, 0}, true, ""},
      {InstanceProfile::none, {3, 3, 1142, 0}, true, ""},
      {InstanceProfile::failing, {3, 3, 1142, 0}, false, ""},
  };
  for (const auto& each : cases) {
    const ScriptVariables set =
        script_variables({.profile = each.profile, .host_management = true, .agent = each.agent});
    EXPECT((set.credentials_file == &agent_file_linux) == each.has_file);
    EXPECT((set.credentials_file == nullptr) == !each.has_file);
    EXPECT(set.profile == each.sets);
  }
}

DUAL_TEST_CASE("a hybrid agent shares its credential with root by default only, and with scripts in any profile") {
  constexpr Node named{
      .profile = InstanceProfile::permits_agent, .hybrid_activation = true, .shared_profile = "ssm-iot-gg"};
  constexpr Node called_default{.hybrid_activation = true, .shared_profile = "default"};
  constexpr Node unshared{
      .profile = InstanceProfile::permits_agent, .hybrid_activation = true, .shares_credentials = false};
  constexpr Node outside{.metadata = MetadataService::off, .hybrid_activation = true, .shares_credentials = false};
  constexpr auto root = Privilege::superuser;
  EXPECT(application_session(named, root).is(SourceId::instance_profile));
  EXPECT(application_session(called_default, root).is(SourceId::hybrid_activation));
  EXPECT(application_session(unshared, root).is(SourceId::instance_profile));
  EXPECT(application_session(outside, root).is_nothing());
  EXPECT(script_session(named).is(SourceId::hybrid_activation));
  EXPECT(script_session(unshared).is(SourceId::instance_profile));
  EXPECT(script_session(outside).is_nothing());
  EXPECT(script_variables(named).credentials_file == &hybrid_file_linux);
  EXPECT(script_variables(named).profile == "ssm-iot-gg");
  EXPECT(script_variables(hybrid_with_profile).credentials_file == &hybrid_file_linux);
  EXPECT(script_variables(hybrid_with_profile).profile.empty());
  EXPECT(script_variables(unshared).credentials_file == nullptr);
}

DUAL_TEST_CASE("botocore takes the first of its order, for every set of what it would find") {
  constexpr Provider order[] = {environment,  assume_role_profile,
                                web_identity, web_identity_of_profile,
                                sso,          shared_credentials_file,
                                login,        process,
                                config_file,  legacy_files,
                                container,    instance_metadata};
  constexpr int count = sizeof order / sizeof order[0];
  for (int first = 0; first < count; ++first) {
    EXPECT(static_cast<int>(order[first]) == first);
    for (int second = first; second < count; ++second) {
      EXPECT(taken_by_botocore(Providers(order[second], order[first])) == order[first]);
    }
  }
  EXPECT(taken_by_botocore(Providers()) == none);
  EXPECT(taken_by_botocore(Providers(environment, assume_role_profile), true) == assume_role_profile);
}

DUAL_TEST_CASE("each place where an SDK looks has a name") {
  constexpr Text names[] = {"environment variables",
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
  for (std::size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    EXPECT(name_of(static_cast<Provider>(i)) == names[i]);
  }
}

// A profile that the program names removes the variables, also those of a web identity, and nothing else.
DUAL_TEST_CASE("botocore skips every variable if the program names a profile") {
  EXPECT(taken_by_botocore(Providers(environment, instance_metadata), true) == instance_metadata);
  EXPECT(taken_by_botocore(Providers(environment), true) == none);
  EXPECT(taken_by_botocore(Providers(web_identity, shared_credentials_file), true) == shared_credentials_file);
  EXPECT(taken_by_botocore(Providers(web_identity, shared_credentials_file)) == web_identity);
  EXPECT(taken_by_botocore(Providers(web_identity_of_profile, shared_credentials_file), true) ==
         web_identity_of_profile);
  EXPECT(taken_by_botocore(Providers(web_identity, container), true) == container);
}

DUAL_TEST_CASE("what every SDK does alike: the container before the metadata service, and one other before both") {
  EXPECT(taken_by_any_sdk(Providers(environment, instance_metadata)).provider == environment);
  EXPECT(taken_by_any_sdk(Providers(environment, container)).provider == environment);
  EXPECT(taken_by_any_sdk(Providers(shared_credentials_file, container)).provider == shared_credentials_file);
  EXPECT(taken_by_any_sdk(Providers(web_identity, instance_metadata)).provider == web_identity);
  EXPECT(taken_by_any_sdk(Providers(container, instance_metadata)).provider == container);
  EXPECT(taken_by_any_sdk(Providers(instance_metadata)).provider == instance_metadata);
  EXPECT(taken_by_any_sdk(Providers()).provider == none);
  EXPECT(taken_by_any_sdk(Providers()).is_known);
  EXPECT(taken_by_any_sdk(Providers(environment)).is_known);
}

DUAL_TEST_CASE("where SDKs differ, the provider is not known") {
  // .NET version 3 takes the profile or the web identity before variables; JavaScript skips them if a profile is named.
  EXPECT(!taken_by_any_sdk(Providers(environment, shared_credentials_file)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(environment, shared_credentials_file), true).is_known);
  EXPECT(!taken_by_any_sdk(Providers(environment, web_identity)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(environment, instance_metadata), true).is_known);
  // Only botocore reads the old files; aws login is of November 2025.
  EXPECT(!taken_by_any_sdk(Providers(legacy_files, instance_metadata)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(legacy_files)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(login, instance_metadata)).is_known);
  // The middle differs from SDK to SDK, and JavaScript version 2 looks at the container before some of it.
  EXPECT(!taken_by_any_sdk(Providers(web_identity, shared_credentials_file)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(process, config_file, container)).is_known);
  EXPECT(!taken_by_any_sdk(Providers(web_identity, container)).is_known);
}

// aws/amazon-ecs-agent, README: ECS_AWSVPC_BLOCK_IMDS is for tasks in network mode awsvpc; eksctl: security.
DUAL_TEST_CASE("a block of IMDS covers some network modes only") {
  using enum MetadataBlock;
  using Mode = NetworkMode;
  EXPECT(covers(ecs_variable, Mode::awsvpc_task) == Truth::yes);
  EXPECT(covers(ecs_variable, Mode::bridge) == Truth::no);
  EXPECT(covers(docker_user_rule, Mode::bridge) == Truth::yes);
  EXPECT(covers(hop_limit, Mode::bridge) == Truth::yes);
  EXPECT(covers(hop_limit, Mode::pod) == Truth::yes);
  EXPECT(covers(hop_limit, Mode::awsvpc_task) == Truth::unknown);
  EXPECT(covers(eksctl_pod_option, Mode::pod) == Truth::yes);
  EXPECT(covers(rule_by_user, Mode::bridge) == Truth::unknown);
  for (const MetadataBlock block : {hop_limit, ecs_variable, docker_user_rule, eksctl_pod_option}) {
    EXPECT(covers(block, Mode::host) == Truth::no);
  }
  EXPECT(metadata_blocks[static_cast<std::size_t>(ecs_variable)].name == "ECS_AWSVPC_BLOCK_IMDS");
  EXPECT(count_of(metadata_blocks) == static_cast<std::size_t>(rule_by_user) + 1);
}
