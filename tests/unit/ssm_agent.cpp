// Which session the SSM agent signs with: a decision table of every state of a node, from the agent's source and the
// manual. Sources: aws/amazon-ssm-agent at 1c217c89,
// https://github.com/aws/amazon-ssm-agent/tree/1c217c89, and its RELEASENOTES; Default Host Management Configuration,
// https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::catalog;

namespace {

using Is = AgentSession;

constexpr OperatingSystem systems[] = {OperatingSystem::linux_os, OperatingSystem::windows, OperatingSystem::macos};
constexpr MetadataService metadata_settings[] = {MetadataService::off, MetadataService::version_1_only,
                                                 MetadataService::both_versions, MetadataService::version_2_only};
constexpr InstanceProfile profiles[] = {InstanceProfile::none, InstanceProfile::permits_agent,
                                        InstanceProfile::denies_agent, InstanceProfile::untrusted,
                                        InstanceProfile::failing};
constexpr Registration registrations[] = {Registration::none, Registration::agents_key, Registration::another_key};

// Each side of each version at which something changed.
constexpr AgentVersion versions[] = {{2, 3, 1644, 0}, {3, 1, 0, 0},    {3, 2, 182, 0},  {3, 2, 183, 0},
                                     {3, 2, 531, 0},  {3, 2, 532, 0},  {3, 2, 581, 0},  {3, 2, 582, 0},
                                     {3, 2, 814, 0},  {3, 2, 815, 0},  {3, 2, 1040, 0}, {3, 2, 1041, 0},
                                     {3, 2, 1241, 0}, {3, 2, 1297, 0}, {3, 2, 1376, 0}, {3, 2, 1377, 0},
                                     {3, 3, 0, 0},    {3, 3, 1345, 0}, {4, 0, 0, 0}};

// One letter for each value that a row takes in; "*" for all.
// Metadata service: o off, 1 version 1 only, b both versions, 2 version 2 only.
// Profile: - none, p permits the agent, d denies it, u does not trust EC2, f fails otherwise.
// Host management, hybrid activation, a way to Systems Manager: y, n.
// Registered key: - none, a the agent's, o another.
// Versions: from the first up to and without the second.
constexpr AgentVersion oldest{0, 0, 0, 0}, newest{65535, 65535, 65535, 65535};
constexpr AgentVersion v183{3, 2, 183, 0}, v532{3, 2, 532, 0}, v582{3, 2, 582, 0}, v815{3, 2, 815, 0},
    v1041{3, 2, 1041, 0}, v1297{3, 2, 1297, 0}, v1377{3, 2, 1377, 0};

constexpr struct Row {
  const char *hybrid, *reaches, *metadata, *profile, *management, *registration;
  AgentVersion from, before;
  AgentSession session;
  const OpenQuestion* open = nullptr;
} table[] = {
    // A hybrid registration comes first, and gets its credential from Systems Manager.
    {"y", "y", "*", "*", "*", "*", oldest, newest, Is::of_hybrid_activation},
    {"y", "n", "*", "*", "*", "*", oldest, newest, Is::none},
    // An EC2 instance is one whose metadata service answers.
    {"n", "*", "o", "*", "*", "*", oldest, newest, Is::none},
    // The profile is tried first, and proved by a call to Systems Manager. Where that works nothing else is asked.
    {"n", "y", "1b2", "p", "*", "*", oldest, newest, Is::of_instance_profile},
    // From 3.2.582.0 every error but three ends the attempt; no answer at all is one of them.
    {"n", "n", "1b2", "p", "*", "*", oldest, newest, Is::none},
    {"n", "*", "1b2", "f", "*", "*", v582, newest, Is::none},
    {"n", "*", "1b2", "u", "*", "*", v582, v815, Is::none},
    // No profile, access denied, a role that does not trust EC2 (not from 3.2.582.0 up to 3.2.815.0) and before
    // 3.2.582.0 any other error lead on to host management: it has to be on, to be known to the agent and reached, and
    // the agent's own key has to be registered.
    {"n", "*", "1b2", "-d", "n", "*", oldest, newest, Is::none},
    {"n", "*", "1b2", "uf", "n", "*", oldest, v582, Is::none},
    {"n", "*", "1b2", "u", "n", "*", v815, newest, Is::none},
    {"n", "*", "1b2", "-duf", "y", "*", oldest, v183, Is::none},
    {"n", "n", "1b2", "-d", "y", "*", v183, newest, Is::none},
    {"n", "n", "1b2", "uf", "y", "*", v183, v582, Is::none},
    {"n", "n", "1b2", "u", "y", "*", v815, newest, Is::none},
    {"n", "y", "1b2", "-d", "y", "-o", v183, newest, Is::none},
    {"n", "y", "1b2", "uf", "y", "-o", v183, v582, Is::none},
    {"n", "y", "1b2", "u", "y", "-o", v815, newest, Is::none},
    // Version 2 of the metadata service: the manual asks for it, the agent does since 3.2.1041.0.
    {"n", "y", "1", "-d", "y", "a", v183, v1041, Is::unknown, &open_questions::u104},
    {"n", "y", "1", "uf", "y", "a", v183, v582, Is::unknown, &open_questions::u104},
    {"n", "y", "1", "u", "y", "a", v815, v1041, Is::unknown, &open_questions::u104},
    {"n", "y", "1", "-du", "y", "a", v1041, newest, Is::none},
    // The agent has it from 3.2.183.0.
    {"n", "y", "b2", "-d", "y", "a", v183, newest, Is::of_host_management},
    {"n", "y", "b2", "uf", "y", "a", v183, v582, Is::of_host_management},
    {"n", "y", "b2", "u", "y", "a", v815, newest, Is::of_host_management},
};

constexpr bool has(const char* letters, char wanted) {
  if (*letters == '*') return true;
  for (; *letters != '\0'; ++letters) {
    if (*letters == wanted) return true;
  }
  return false;
}

constexpr bool takes_in(const Row& row, const Node& node) {
  return has(row.hybrid, node.hybrid_activation ? 'y' : 'n') &&
         has(row.reaches, node.reaches_systems_manager ? 'y' : 'n') &&
         has(row.metadata, "o1b2"[static_cast<int>(node.metadata)]) &&
         has(row.profile, "-pduf"[static_cast<int>(node.profile)]) &&
         has(row.management, node.host_management ? 'y' : 'n') &&
         has(row.registration, "-ao"[static_cast<int>(node.registration)]) && node.agent >= row.from &&
         node.agent < row.before;
}

// Calls `each` with every state of a node that has this agent.
template <class Each>
constexpr void for_each_state(AgentVersion agent, Each each) {
  Node node{.agent = agent};
  for (const MetadataService metadata : metadata_settings) {
    for (const InstanceProfile profile : profiles) {
      for (const Registration registration : registrations) {
        for (int bits = 0; bits < 8; ++bits) {
          node.metadata = metadata;
          node.profile = profile;
          node.registration = registration;
          node.host_management = (bits & 1) != 0;
          node.hybrid_activation = (bits & 2) != 0;
          node.reaches_systems_manager = (bits & 4) != 0;
          each(node);
        }
      }
    }
  }
}

struct Count {
  int states = 0, in_no_row = 0, in_two_rows = 0, wrong = 0;
};

constexpr void judge(const Node& node, Count& count) {
  ++count.states;
  const Row* found = nullptr;
  for (const Row& row : table) {
    if (!takes_in(row, node)) continue;
    if (found != nullptr) ++count.in_two_rows;
    found = &row;
  }
  if (found == nullptr) {
    ++count.in_no_row;
    return;
  }
  const AgentChoice choice = agent_session(node);
  if (choice.session != found->session || choice.open != found->open || choice.why.empty()) ++count.wrong;
}

constexpr Count count_for(AgentVersion agent) {
  Count count;
  for_each_state(agent, [&](const Node& node) { judge(node, count); });
  return count;
}

}  // namespace

TEST_CASE("the agent's session is that of the one row of the table which takes the node's state in") {
  for (const AgentVersion agent : versions) {
    const Count count = count_for(agent);
    CHECK(count.states == 480);
    CHECK(count.in_no_row == 0);
    CHECK(count.in_two_rows == 0);
    CHECK(count.wrong == 0);
  }
}

DUAL_TEST_CASE("and so at compile time for today's agent") { EXPECT(count_for({3, 3, 0, 0}).wrong == 0); }
DUAL_TEST_CASE("and for the one just before it asked for version 2 of the metadata service") {
  EXPECT(count_for({3, 2, 1040, 0}).wrong == 0);
}

namespace {

constexpr Node state(InstanceProfile profile, Registration registration = Registration::agents_key) {
  return {.profile = profile, .host_management = true, .registration = registration};
}
constexpr AgentSession session(const Node& node) { return agent_session(node).session; }

}  // namespace

// The table of states at "Every refresh", row by row, host management on.
DUAL_TEST_CASE("the profile comes first, and host management only where it failed in one of three ways") {
  EXPECT(session(state(InstanceProfile::permits_agent)) == Is::of_instance_profile);  // sv-16
  EXPECT(session(state(InstanceProfile::denies_agent)) == Is::of_host_management);
  EXPECT(session(state(InstanceProfile::none)) == Is::of_host_management);  // sv-24
  EXPECT(session(state(InstanceProfile::untrusted)) == Is::of_host_management);
  EXPECT(session(state(InstanceProfile::failing)) == Is::none);  // sv-23
  EXPECT(session(state(InstanceProfile::none, Registration::another_key)) == Is::none);
  EXPECT(session({.metadata = MetadataService::version_1_only, .host_management = true}) == Is::none);  // sv-17
  EXPECT(session({}) == Is::none);
  EXPECT(session({.hybrid_activation = true}) == Is::of_hybrid_activation);
}

DUAL_TEST_CASE("with a profile that permits the agent, host management is never asked for") {
  for (const bool management : {false, true}) {
    for (const Registration registration : registrations) {
      const Node node{
          .profile = InstanceProfile::permits_agent, .host_management = management, .registration = registration};
      EXPECT(session(node) == Is::of_instance_profile);
    }
  }
}

DUAL_TEST_CASE("the choice tells why, and on what that rests") {
  const AgentChoice choice = agent_session({.host_management = true});
  EXPECT(!choice.why.empty());
  EXPECT(choice.open == nullptr);
  EXPECT(choice.source.url == "https://github.com/aws/amazon-ssm-agent/tree/1c217c89");
  EXPECT(choice.source.grade == Grade::source_code_or_record);
}

// aws/amazon-ssm-agent RELEASENOTES, https://github.com/aws/amazon-ssm-agent/blob/mainline/RELEASENOTES.md
DUAL_TEST_CASE("versions are compared number by number, and the named ones are those of the release notes") {
  EXPECT(agent_versions::host_management_appears == v183);
  EXPECT(agent_versions::script_profile_dropped == v532);
  EXPECT(agent_versions::only_some_errors_fall_back == v582);
  EXPECT(agent_versions::untrusted_profile_falls_back == v815);
  EXPECT(agent_versions::metadata_version_1_dropped == v1041);
  EXPECT(agent_versions::profile_no_longer_saved == v1297);  // its last release before saved it: 3.2.1241.0
  EXPECT(agent_versions::leftover_file_removed == v1377);
  for (std::size_t i = 0; i < sizeof versions / sizeof versions[0]; ++i) {
    for (std::size_t k = 0; k < sizeof versions / sizeof versions[0]; ++k) {
      EXPECT((versions[i] < versions[k]) == (i < k));
      EXPECT((versions[i] >= versions[k]) == (i >= k));
      EXPECT((versions[i] == versions[k]) == (i == k));
    }
  }
  EXPECT(AgentVersion{3, 2, 9, 0} < AgentVersion{3, 2, 10, 0});
  EXPECT(AgentVersion{3, 2, 0, 65535} < AgentVersion{3, 2, 1, 0});
  EXPECT(AgentVersion{2, 65535, 0, 0} < AgentVersion{3, 0, 0, 0});
}

namespace {

constexpr Text saved(OperatingSystem os, AgentVersion agent, Node node) {
  node.os = os;
  node.agent = agent;
  const Place* const file = agent_saves_to(node);
  return file == nullptr ? Text() : file->address;
}

constexpr Node with_profile{.profile = InstanceProfile::permits_agent, .host_management = true};
constexpr Node by_default{.host_management = true};
constexpr Node hybrid{.hybrid_activation = true};

constexpr Text agent_files[] = {"/var/lib/amazon/ssm/credentials", "%ProgramFiles%\\Amazon\\SSM\\credentials",
                                "/opt/aws/ssm/data/credentials"};

}  // namespace

DUAL_TEST_CASE("what Systems Manager gave is saved, each operating system in its own place") {
  for (std::size_t i = 0; i < 3; ++i) {
    for (const AgentVersion agent : versions) {
      if (agent >= v183) EXPECT(saved(systems[i], agent, by_default) == agent_files[i]);
    }
  }
  for (const AgentVersion agent : versions) {
    EXPECT(saved(OperatingSystem::linux_os, agent, hybrid) == "/root/.aws/credentials");
    EXPECT(saved(OperatingSystem::windows, agent, hybrid) == "%USERPROFILE%\\.aws\\credentials");
  }
}

DUAL_TEST_CASE("what the profile gave was saved from 3.2.183.0 up to 3.2.1297.0, and no longer") {
  for (std::size_t i = 0; i < 3; ++i) {
    for (const AgentVersion agent : versions) {
      const bool in_between = agent >= v183 && agent < v1297;
      EXPECT(saved(systems[i], agent, with_profile) == (in_between ? agent_files[i] : Text()));
    }
  }
}

DUAL_TEST_CASE("an agent without a credential saves none") {
  for (const AgentVersion agent : versions) {
    EXPECT(saved(OperatingSystem::linux_os, agent, {}).empty());
    EXPECT(saved(OperatingSystem::linux_os, agent, {.metadata = MetadataService::off}).empty());
    const bool any_error_falls_back = agent >= v183 && agent < v582;
    EXPECT(saved(OperatingSystem::linux_os, agent, state(InstanceProfile::failing)).empty() == !any_error_falls_back);
    EXPECT(saved(OperatingSystem::linux_os, agent, state(InstanceProfile::none, Registration::another_key)).empty());
    EXPECT(
        saved(OperatingSystem::linux_os, agent, {.hybrid_activation = true, .reaches_systems_manager = false}).empty());
  }
}

// Profile.ShareCreds and Profile.ShareProfile of amazon-ssm-agent.json, as 3.3.1142.0 reads them.
DUAL_TEST_CASE("a hybrid agent that shares no credentials saves none") {
  for (const OperatingSystem os : systems) {
    EXPECT(saved(os, {3, 3, 1142, 0}, {.hybrid_activation = true, .shares_credentials = false}).empty());
    EXPECT(!saved(os, {3, 3, 1142, 0}, {.hybrid_activation = true, .shared_profile = "ssm-iot-gg"}).empty());
  }
}

DUAL_TEST_CASE("a credential that the hybrid agent does not share rests in its memory only") {
  constexpr Node unshared{.hybrid_activation = true, .shares_credentials = false};
  EXPECT(rests_at(hybrid_activation, hybrid_file_linux, unshared) == Truth::no);
  EXPECT(rests_at(hybrid_activation, agent_memory, unshared) == Truth::yes);
  EXPECT(rests_at(hybrid_activation, hybrid_file_linux, hybrid) == Truth::yes);
}

DUAL_TEST_CASE("before 3.2.582.0 any error of the profile led to host management") {
  const auto of = [](InstanceProfile profile, AgentVersion agent) {
    return session({.profile = profile, .host_management = true, .agent = agent});
  };
  EXPECT(of(InstanceProfile::untrusted, {3, 2, 532, 0}) == Is::of_host_management);
  EXPECT(of(InstanceProfile::failing, {3, 2, 574, 0}) == Is::of_host_management);
  EXPECT(of(InstanceProfile::denies_agent, {3, 2, 183, 0}) == Is::of_host_management);
  EXPECT(of(InstanceProfile::untrusted, {3, 2, 582, 0}) == Is::none);
  EXPECT(of(InstanceProfile::failing, {3, 2, 582, 0}) == Is::none);
  EXPECT(of(InstanceProfile::untrusted, {3, 2, 815, 0}) == Is::of_host_management);
}

DUAL_TEST_CASE("the node of the defaults lacks nothing but a credential") {
  const Node node;
  EXPECT(node.os == OperatingSystem::linux_os);
  EXPECT(node.metadata == MetadataService::version_2_only);
  EXPECT(node.profile == InstanceProfile::none);
  EXPECT(!node.host_management);
  EXPECT(node.registration == Registration::agents_key);
  EXPECT(!node.hybrid_activation);
  EXPECT(node.reaches_systems_manager);
  EXPECT(node.agent >= v1377);
  EXPECT(node.writes_the_default_profile());
}
