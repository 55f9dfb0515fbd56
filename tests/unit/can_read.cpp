// Who reads a credential where it rests: every place of the catalogue, every reader, every state of the node that
// could matter. Sources: Instance metadata and user data,
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html; aws/amazon-ssm-agent at 1c217c89,
// https://github.com/aws/amazon-ssm-agent/tree/1c217c89; A role for all your EC2 instances (A. Steele),
// https://awsteele.com/blog/2023/02/20/a-role-for-all-your-ec2-instances.html
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>

using namespace whence;

namespace {

constexpr OsUser user("ec2-user");
constexpr OsUser root("root", Privilege::superuser);
constexpr Software agent("amazon-ssm-agent", root);
constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);
constexpr OsUser clients_root("root", Privilege::superuser, Plane::client);
constexpr Software cli("aws-cli", chiba);
constexpr OsUser zoe("zoe", Privilege::ordinary, Plane::client);

constexpr Reader readers[] = {user, root, agent, chiba, clients_root, cli};

constexpr Place chibas_file = catalog::cli_credentials_file.owned_by(chiba);
constexpr Place chibas_cache = catalog::cli_cache.owned_by(chiba);
constexpr Place chibas_memory = catalog::cli_memory.owned_by(chiba);
constexpr Place zoes_file = catalog::cli_credentials_file.owned_by(zoe);
constexpr Place zoes_cache = catalog::cli_cache.owned_by(zoe);
constexpr Place zoes_memory = catalog::cli_memory.owned_by(zoe);

// y  yes
// 2  no: nothing exposes it to that plane (W302)        3  no: it rests on another machine (W303)
// 5  no: it is the superuser's (W305)                   6  no: it is another user's (W306)
// ?  unknown: whose it is has not been said (W306)
// m  yes while the metadata service is on, else no (W304)
// For the replies of Systems Manager, where a no is W307's:
// h  whenever it can be reached, for it asks for the key that the superuser reads    n  never
// k  yes with the agent's key, for whoever reads it         u  no with the agent's key, for he does not read it
//    For k and u: without another registration it is open who gets one (U-102, U-105); never while the metadata service
//    is off, for its credential is the other proof, or while Systems Manager cannot be reached.
// Columns: user, root and agent on the node; user, root and CLI on a client.
struct Row {
  const Place& place;
  char answer[7];
};
constexpr Row on_clients[] = {
    {catalog::cli_credentials_file, "333?y?"},
    {catalog::cli_memory, "333?y?"},
    {catalog::cli_cache, "333?y?"},
    {chibas_file, "333yyy"},
    {chibas_memory, "333yyy"},
    {chibas_cache, "333yyy"},
    {zoes_file, "3336y6"},
    {zoes_memory, "3336y6"},
    {zoes_cache, "3336y6"},
};
constexpr Row on_aws_side[] = {
    {catalog::ec2_service, "222222"},
    {catalog::profile_path, "mmm222"},
    {catalog::identity_path, "mmm222"},
    {catalog::ssm_service, "222222"},
};
constexpr Row on_the_node[] = {
    {catalog::agent_memory, "5yy333"},           {catalog::agent_file_linux, "5yy333"},
    {catalog::agent_file_windows, "5yy333"},     {catalog::agent_file_macos, "5yy333"},
    {catalog::registration_key_linux, "5yy333"}, {catalog::registration_key_windows, "5yy333"},
    {catalog::registration_key_macos, "5yy333"}, {catalog::hybrid_file_linux, "5yy333"},
    {catalog::hybrid_file_windows, "5yy333"},    {catalog::hybrid_file_macos, "5yy333"},
    {catalog::hybrid_key_linux, "5yy333"},    {catalog::hybrid_key_windows, "5yy333"},
    {catalog::hybrid_key_macos, "5yy333"},
};
constexpr Row replies[] = {{catalog::token_reply, "ukk222"}};
constexpr Row hybrid_replies[] = {{catalog::hybrid_reply, "nhhnhn"}};

constexpr const RuleInfo& rule_of(char digit) {
  switch (digit) {
    case '2': return rules::aws_exposes_the_credential_to_the_plane::info;
    case '3': return rules::only_its_own_machine_reads_a_credential::info;
    case '4': return rules::imds_answers_the_whole_instance::info;
    case '5': return rules::only_the_superuser_reads_the_agents_files::info;
    case '6': return rules::only_the_owner_and_superuser_read_a_private_place::info;
    default: return rules::only_the_signer_gets_the_reply::info;
  }
}

// What a letter of the table comes to on this node: y, ?, o (open: U-102 or U-105) or the digit of the rule.
constexpr char settled(char letter, const Node& node) {
  const bool metadata = node.metadata != MetadataService::off;
  switch (letter) {
    case 'm': return metadata ? 'y' : '4';
    case 'n': return '7';
    case 'h': return node.reaches_systems_manager ? 'y' : '7';
    case 'k':
    case 'u':
      if (!metadata || !node.reaches_systems_manager) return '7';
      if (node.registration != Registration::agents_key) return 'o';
      return letter == 'k' ? 'y' : '7';
    default: return letter;
  }
}

constexpr bool agrees(const Verdict& verdict, char expected, const Node& node) {
  switch (expected) {
    case 'y': return verdict && verdict.rule == nullptr && verdict.open == nullptr;
    case '?': return verdict.is_unknown() && verdict.rule == &rule_of('6') && verdict.open == nullptr;
    case 'o': {
      const bool none = node.registration == Registration::none;
      const OpenQuestion* open = none ? &open_questions::u102 : &open_questions::u105;
      return verdict.is_unknown() && verdict.rule == &rule_of('7') && verdict.open == open;
    }
    default:
      return verdict.decision == Decision::denied_implicitly && verdict.rule == &rule_of(expected) &&
             verdict.open == nullptr;
  }
}

constexpr MetadataService metadata_settings[] = {MetadataService::off, MetadataService::version_1_only,
                                                 MetadataService::both_versions, MetadataService::version_2_only};
constexpr Registration registrations[] = {Registration::none, Registration::agents_key, Registration::another_key};

constexpr int all_right = -1;

// The first row that is wrong on such nodes, counted from 0.
template <std::size_t Count>
constexpr int first_wrong(const Row (&rows)[Count], bool hybrid) {
  Node node{.hybrid_activation = hybrid};
  for (std::size_t i = 0; i < Count; ++i) {
    for (const MetadataService metadata : metadata_settings) {
      for (const Registration registration : registrations) {
        for (const bool reaches : {true, false}) {
          node.metadata = metadata;
          node.registration = registration;
          node.reaches_systems_manager = reaches;
          for (std::size_t k = 0; k < sizeof readers / sizeof readers[0]; ++k) {
            const char expected = settled(rows[i].answer[k], node);
            if (!agrees(can_read(readers[k], rows[i].place, node), expected, node)) return static_cast<int>(i);
          }
        }
      }
    }
  }
  return all_right;
}

}  // namespace

DUAL_TEST_CASE("what rests with a user of a client is read there, by him and by the client's superuser") {
  EXPECT(first_wrong(on_clients, false) == all_right);
}

DUAL_TEST_CASE("a hybrid activation makes no difference to a client") {
  EXPECT(first_wrong(on_clients, true) == all_right);
}

DUAL_TEST_CASE("of what rests on AWS's side a node reads the metadata paths alone, and a client nothing") {
  EXPECT(first_wrong(on_aws_side, false) == all_right);
  EXPECT(first_wrong(on_aws_side, true) == all_right);
}

DUAL_TEST_CASE("the agent's files, keys and memory are read by the superuser of the node") {
  EXPECT(first_wrong(on_the_node, false) == all_right);
}

DUAL_TEST_CASE("and so on a node with a hybrid activation") { EXPECT(first_wrong(on_the_node, true) == all_right); }

DUAL_TEST_CASE("the reply of Systems Manager goes to whoever has both proofs, or the one of a hybrid node") {
  EXPECT(first_wrong(replies, false) == all_right);
  EXPECT(first_wrong(hybrid_replies, true) == all_right);
}

DUAL_TEST_CASE("every place of the catalogue is in the tables") {
  const catalog::CredentialSource sources[] = {
      catalog::cli_profile,
      catalog::instance_profile,
      catalog::instance_identity,
      catalog::agent_with_the_profile,
      catalog::host_management,
      catalog::host_management.on(OperatingSystem::windows),
      catalog::host_management.on(OperatingSystem::macos),
      catalog::hybrid_activation,
      catalog::hybrid_activation.on(OperatingSystem::windows),
      catalog::hybrid_activation.on(OperatingSystem::macos),
  };
  const auto listed_in = [](const Place& place, const auto& rows) {
    for (const Row& row : rows) {
      if (row.place.name == place.name && row.place.address == place.address) return true;
    }
    return false;
  };
  const auto listed = [&](const Place& place) {
    return listed_in(place, on_clients) || listed_in(place, on_aws_side) || listed_in(place, on_the_node) ||
           listed_in(place, replies) || listed_in(place, hybrid_replies);
  };
  for (const catalog::CredentialSource& source : sources) {
    for (const Place& place : source.custody) EXPECT(listed(place));
    for (const Place& place : source.proofs) EXPECT(listed(place));
  }
}

DUAL_TEST_CASE("a place can be bound to the user who owns it, and is then on his plane") {
  EXPECT(chibas_file.owner == "chiba");
  EXPECT(chibas_file.plane == Plane::client);
  EXPECT(chibas_file.address == catalog::cli_credentials_file.address);
  const Place on_the_instance = catalog::cli_cache.owned_by(user);
  EXPECT(on_the_instance.plane == Plane::data);
  EXPECT(can_read(user, on_the_instance));
  EXPECT(can_read(root, on_the_instance));
  EXPECT(can_read(OsUser("other"), on_the_instance).refused_by<rules::only_the_owner_and_superuser_read_a_private_place>());
  EXPECT(can_read(OsUser("ec2-user", Privilege::ordinary, Plane::client), on_the_instance)
             .refused_by<rules::only_its_own_machine_reads_a_credential>());
  // A hybrid node may be a machine outside AWS.
  const Place outside = catalog::hybrid_file_linux.owned_by(clients_root);
  EXPECT(can_read(clients_root, outside));
  EXPECT(can_read(chiba, outside).refused_by<rules::only_the_superuser_reads_the_agents_files>());
  EXPECT(can_read(root, outside).refused_by<rules::only_its_own_machine_reads_a_credential>());
}

namespace {

constexpr auto& host_management = catalog::host_management;
constexpr Node managed{.host_management = true};

constexpr Node with(InstanceProfile profile, bool managed_by_default = false) {
  return {.profile = profile, .host_management = managed_by_default};
}
constexpr Node registered(Registration registration) { return {.host_management = true, .registration = registration}; }

constexpr bool reads_at(const Reader& who, const catalog::CredentialSource& source, const Node& node, Text place) {
  const Reading reading = CanRead::reading(who, source, node);
  return reading && can_read(who, source, node) && reading.place != nullptr && reading.place->name == place;
}
template <class Rule>
constexpr bool stopped_by(const Reader& who, const catalog::CredentialSource& source, const Node& node, Text place) {
  const Reading reading = CanRead::reading(who, source, node);
  return !reading && reading.verdict.refused_by<Rule>() && can_read(who, source, node).refused_by<Rule>() &&
         reading.place != nullptr && reading.place->name == place;
}
constexpr bool open_at(const Reader& who, const catalog::CredentialSource& source, const Node& node, Text place,
                       const OpenQuestion& question) {
  const Reading reading = CanRead::reading(who, source, node);
  return !reading && reading.verdict.is_unknown() && reading.verdict.open == &question && reading.place != nullptr &&
         reading.place->name == place;
}
using nothing_rests = rules::there_is_a_credential_to_read;

}  // namespace

DUAL_TEST_CASE("whoever is on the instance reads the profile's credential, where there is one") {
  const Text path = catalog::profile_path.name;
  for (const Reader& who : {Reader(user), Reader(root), Reader(agent)}) {
    for (const catalog::CredentialSource& source : {catalog::instance_profile, catalog::agent_with_the_profile}) {
      EXPECT(reads_at(who, source, with(InstanceProfile::permits_agent), path));
      EXPECT(reads_at(who, source, with(InstanceProfile::denies_agent), path));
      EXPECT(reads_at(who, source, with(InstanceProfile::denies_agent, true), path));
      EXPECT(reads_at(who, source, with(InstanceProfile::failing), path));
      EXPECT(can_read(who, source, with(InstanceProfile::none)).refused_by<nothing_rests>());
      EXPECT(can_read(who, source, with(InstanceProfile::untrusted)).refused_by<nothing_rests>());
    }
  }
  EXPECT(stopped_by<rules::imds_answers_the_whole_instance>(
      user, catalog::instance_profile, {.metadata = MetadataService::off, .profile = InstanceProfile::permits_agent},
      path));
  EXPECT(stopped_by<rules::aws_exposes_the_credential_to_the_plane>(chiba, catalog::instance_profile,
                                                               with(InstanceProfile::permits_agent), path));
}

DUAL_TEST_CASE("the instance identity credential is there without a profile, for everybody on the instance") {
  const Text path = catalog::identity_path.name;
  EXPECT(reads_at(user, catalog::instance_identity, {}, path));
  EXPECT(reads_at(root, catalog::instance_identity, with(InstanceProfile::permits_agent), path));
  EXPECT(can_read(user, catalog::instance_identity, {.metadata = MetadataService::off}).refused_by<nothing_rests>());
  EXPECT(!can_read(clients_root, catalog::instance_identity));
}

DUAL_TEST_CASE("the agent keeps a profile's credential in memory only while it uses it") {
  const auto rests = [](InstanceProfile profile) {
    return rests_at(catalog::agent_with_the_profile, catalog::agent_memory, with(profile, true));
  };
  EXPECT(rests(InstanceProfile::permits_agent) == Truth::yes);
  EXPECT(rests(InstanceProfile::denies_agent) == Truth::no);
  EXPECT(rests(InstanceProfile::failing) == Truth::no);
  EXPECT(rests(InstanceProfile::none) == Truth::no);
}

DUAL_TEST_CASE("the host-management credential is the superuser's once the agent has registered its key") {
  const Text reply = catalog::token_reply.name, file = catalog::agent_file_linux.name;
  EXPECT(reads_at(root, host_management, managed, reply));
  EXPECT(reads_at(agent, host_management, managed, reply));
  EXPECT(stopped_by<rules::only_the_superuser_reads_the_agents_files>(user, host_management, managed, file));
  EXPECT(stopped_by<rules::only_the_superuser_reads_the_agents_files>(user, catalog::host_management.on(OperatingSystem::windows), managed, file));
  EXPECT(stopped_by<rules::only_its_own_machine_reads_a_credential>(clients_root, host_management, managed, file));
  // Nobody can sign for it while no key, or somebody else's, has been registered: who then gets it is open.
  for (const Reader& who : {Reader(user), Reader(root), Reader(agent)}) {
    EXPECT(open_at(who, host_management, registered(Registration::none), reply, open_questions::u102));
    EXPECT(open_at(who, host_management, registered(Registration::another_key), reply, open_questions::u105));
  }
  // With host management off the request is denied, and nothing is saved.
  EXPECT(can_read(root, host_management, {}).refused_by<nothing_rests>());
  EXPECT(can_read(user, host_management, registered(Registration::agents_key))
             .refused_by<rules::only_the_superuser_reads_the_agents_files>());
  // A profile that serves the agent keeps it from asking, but not the superuser.
  EXPECT(reads_at(root, host_management, with(InstanceProfile::permits_agent, true), reply));
  EXPECT(rests_at(host_management, catalog::agent_memory, with(InstanceProfile::permits_agent, true)) == Truth::no);
  EXPECT(rests_at(host_management, catalog::agent_file_linux, with(InstanceProfile::permits_agent, true)) == Truth::no);
  EXPECT(rests_at(host_management, catalog::agent_file_linux, managed) == Truth::yes);
}

DUAL_TEST_CASE("without a way to Systems Manager, or to the identity credential, nobody gets it") {
  for (const Reader& who : {Reader(user), Reader(root), Reader(agent)}) {
    EXPECT(!can_read(who, host_management, {.host_management = true, .reaches_systems_manager = false}));
    EXPECT(!can_read(who, host_management, {.host_management = true, .reaches_systems_manager = false}).is_unknown());
    EXPECT(!can_read(who, host_management, {.metadata = MetadataService::off, .host_management = true}));
    EXPECT(!can_read(who, host_management, {.metadata = MetadataService::off, .host_management = true}).is_unknown());
  }
}

DUAL_TEST_CASE("where it is not known what the agent uses, it is not known what rests in its file") {
  const Node old{.metadata = MetadataService::version_1_only, .host_management = true, .agent = {3, 2, 400, 0}};
  EXPECT(rests_at(host_management, catalog::agent_file_linux, old) == Truth::unknown);
  EXPECT(rests_at(host_management, catalog::agent_memory, old) == Truth::unknown);
  EXPECT(rests_at(catalog::agent_with_the_profile, catalog::agent_memory, old) == Truth::no);
  EXPECT(rests_at(catalog::hybrid_activation, catalog::hybrid_file_linux, old) == Truth::no);
}

DUAL_TEST_CASE("a hybrid node's credential is the superuser's") {
  const Node hybrid{.hybrid_activation = true};
  EXPECT(reads_at(root, catalog::hybrid_activation, hybrid, catalog::hybrid_reply.name));
  EXPECT(reads_at(agent, catalog::hybrid_activation, hybrid, catalog::hybrid_reply.name));
  EXPECT(stopped_by<rules::only_the_superuser_reads_the_agents_files>(user, catalog::hybrid_activation, hybrid,
                                                              catalog::hybrid_file_linux.name));
  EXPECT(can_read(root, catalog::hybrid_activation, {}).refused_by<nothing_rests>());
  EXPECT(!can_read(root, catalog::hybrid_activation, {.hybrid_activation = true, .reaches_systems_manager = false}));
  EXPECT(rests_at(catalog::hybrid_activation, catalog::hybrid_file_linux, hybrid) == Truth::yes);
  EXPECT(rests_at(host_management, catalog::agent_file_linux, {.host_management = true, .hybrid_activation = true}) ==
         Truth::no);
}

DUAL_TEST_CASE("whose files of the CLI they are has to be said before it is known who reads them") {
  EXPECT(can_read(chiba, catalog::cli_profile).is_unknown());
  EXPECT(reads_at(clients_root, catalog::cli_profile, {}, catalog::cli_memory.name));
  EXPECT(stopped_by<rules::only_its_own_machine_reads_a_credential>(root, catalog::cli_profile, {}, catalog::cli_cache.name));
}

DUAL_TEST_CASE("software reads what its user reads") {
  for (const auto& rows : {on_clients[0], on_clients[3], on_clients[6], on_aws_side[1], on_the_node[0], replies[0]}) {
    for (const OsUser& runs_as : {user, root, chiba, clients_root}) {
      const Verdict by_hand = can_read(runs_as, rows.place);
      const Verdict by_program = can_read(Software("program", runs_as), rows.place);
      EXPECT(by_hand.decision == by_program.decision);
      EXPECT(by_hand.rule == by_program.rule);
    }
  }
}

DUAL_TEST_CASE("of a place of which too little has been said it is not known who reads it") {
  for (const Reader& who : {Reader(user), Reader(root), Reader(agent)}) {
    EXPECT(can_read(who, Place{.plane = Plane::data}).is_unknown());
    EXPECT(can_read(who, Place{.plane = Plane::control}).refused_by<rules::aws_exposes_the_credential_to_the_plane>());
    EXPECT(can_read(who, Place{}).refused_by<rules::only_its_own_machine_reads_a_credential>());
  }
  EXPECT(can_read(clients_root, Place{}).is_unknown());
}

DUAL_TEST_CASE("on AWS's side, too, a service's memory is its own") {
  const Software service("a service", OsUser("service", Privilege::superuser, Plane::control));
  EXPECT(can_read(service, catalog::ec2_service).refused_by<rules::aws_exposes_the_credential_to_the_plane>());
  EXPECT(can_read(service, catalog::profile_path));
  EXPECT(can_read(service, catalog::agent_memory).refused_by<rules::only_its_own_machine_reads_a_credential>());
}

DUAL_TEST_CASE("a reader is a user or software, on the plane of the user") {
  EXPECT(!Reader(root).is_software());
  EXPECT(Reader(agent).is_software());
  EXPECT(Reader(agent).name() == "amazon-ssm-agent");
  EXPECT(Reader(agent).user().name() == "root");
  EXPECT(Reader(agent).is_superuser());
  EXPECT(!Reader(cli).is_superuser());
  EXPECT(Reader(cli).plane() == Plane::client);
  EXPECT(agent.plane() == Plane::data);
}

DUAL_TEST_CASE("places have the names of their media") {
  EXPECT(name_of(catalog::ec2_service.medium) == "memory of the service");
  EXPECT(name_of(catalog::token_reply.medium) == "reply of an API call");
  EXPECT(name_of(catalog::profile_path.medium) == "instance metadata path");
  EXPECT(name_of(Medium::container_endpoint) == "container endpoint");
  EXPECT(name_of(Medium::environment) == "environment variables");
  EXPECT(name_of(catalog::agent_memory.medium) == "memory of the process");
  EXPECT(name_of(catalog::agent_file_linux.medium) == "file");
}

static_assert(holds<can_read, root, catalog::agent_file_linux>);
static_assert(holds<can_read, user, catalog::profile_path>);
static_assert(holds<can_read, root, catalog::host_management, managed>);
