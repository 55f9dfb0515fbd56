// The rows of the catalogue, field by field, against an extract that was typed from the documents, not from the code.
// Sources:
//   aws/amazon-ssm-agent at 1c217c89, https://github.com/aws/amazon-ssm-agent/tree/1c217c89
//   IAM roles for Amazon EC2, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
//   Default Host Management Configuration,
//   https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html
//   botocore credentials.py, https://github.com/boto/botocore/blob/0e6e2404b/botocore/credentials.py
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>
#include "atlas/talk.hpp"

using namespace whence;
using namespace whence::catalog;
using namespace atlas;

namespace {

constexpr bool contains(Text text, Text part) {
  for (std::size_t i = 0; i + part.size() <= text.size(); ++i) {
    if (text.part(i, part.size()) == part) return true;
  }
  return false;
}

// The last place of a custody: where the credential comes to rest.
constexpr const Place& last_of(const CredentialSource& source) {
  return source.custody.begin()[source.custody.size() - 1];
}

constexpr CredentialSource hybrid_windows = hybrid_activation.on(OperatingSystem::windows);
constexpr CredentialSource host_management_windows = host_management.on(OperatingSystem::windows);
constexpr CredentialSource host_management_macos = host_management.on(OperatingSystem::macos);

struct Extract {
  const CredentialSource& source;
  int row;
  Text trusted;           // the service of the trust policy, where it names one
  Text assumer;           // who calls STS
  PlaneKind plane;        // from where
  Text action;            // by which operation
  bool workload_assumes;  // whether it is true to say that the workload assumes the role itself
  Text session_name;      // what the name of the session holds
  std::size_t places;     // how many hops there are
  PlaneKind rests_on;     // where the last one is
  Medium medium;
};

constexpr Extract extracts[] = {
    // STS, memory of the CLI, cache file
    {cli_profile, 1, "", "user", PlaneKind::client, "sts:AssumeRole", true, "botocore-session-", 2, PlaneKind::client,
     Medium::file},
    // STS, EC2, metadata service
    {instance_profile, 7, "ec2.amazonaws.com", "EC2", PlaneKind::control, "sts:AssumeRole", false, "i-", 2,
     PlaneKind::control, Medium::metadata_path},
    // EC2, metadata service: there is no trust policy, and no event of STS was seen
    {instance_identity, 8, "", "AWS", PlaneKind::control, "", false, "aws:ec2-instance", 2, PlaneKind::control,
     Medium::metadata_path},
    // as the instance profile, then the agent's memory: no file
    {agent_with_the_profile, 9, "ec2.amazonaws.com", "EC2", PlaneKind::control, "sts:AssumeRole", false, "i-", 3,
     PlaneKind::data, Medium::process_memory},
    // STS, SSM, reply, the agent's memory, file
    {host_management, 10, "ssm.amazonaws.com", "SSM", PlaneKind::control, "sts:AssumeRole", false, "i-", 4,
     PlaneKind::data, Medium::file},
    {host_management_windows, 10, "ssm.amazonaws.com", "SSM", PlaneKind::control, "sts:AssumeRole", false, "i-", 4,
     PlaneKind::data, Medium::file},
    {host_management_macos, 10, "ssm.amazonaws.com", "SSM", PlaneKind::control, "sts:AssumeRole", false, "i-", 4,
     PlaneKind::data, Medium::file},
    {hybrid_activation, 11, "ssm.amazonaws.com", "SSM", PlaneKind::control, "sts:AssumeRole", false, "mi-", 4,
     PlaneKind::data, Medium::file},
    {hybrid_windows, 11, "ssm.amazonaws.com", "SSM", PlaneKind::control, "sts:AssumeRole", false, "mi-", 4,
     PlaneKind::data, Medium::file},
};

}  // namespace

DUAL_TEST_CASE("each row says whom the role trusts, who assumes it, from where and by which operation") {
  for (const Extract& row : extracts) {
    EXPECT(static_cast<int>(row.source.id) == row.row);
    EXPECT(!row.source.name.empty());
    EXPECT(contains(row.source.trust.principal, row.trusted));
    EXPECT(contains(row.source.assumer.who, row.assumer));
    EXPECT(row.source.assumer.plane.kind == row.plane);
    EXPECT(row.source.assumer.action == row.action);
    EXPECT(row.source.workload_assumes.answer == (row.workload_assumes ? SelfAssumption::yes : SelfAssumption::no));
    EXPECT(contains(row.source.session_name.text, row.session_name));
  }
  EXPECT(cli_profile.trust.kind == TrustKind::aws);
  EXPECT(instance_identity.trust.kind == TrustKind::no_trust_policy);
  EXPECT(instance_profile.trust.kind == TrustKind::service);
  EXPECT(host_management.trust.kind == TrustKind::service);
  EXPECT(hybrid_activation.trust.kind == TrustKind::service);
}

DUAL_TEST_CASE("each row says where the credential rests, in order, and where it ends up") {
  for (const Extract& row : extracts) {
    EXPECT(row.source.custody.size() == row.places);
    EXPECT(last_of(row.source).plane.kind == row.rests_on);
    EXPECT(last_of(row.source).medium == row.medium);
  }
  const auto mediums_of = [](const CredentialSource& source, std::initializer_list<Medium> mediums) {
    std::size_t i = 0;
    for (const Medium medium : mediums) {
      if (source.custody.begin()[i++].medium != medium) return false;
    }
    return i == source.custody.size();
  };
  using enum Medium;
  EXPECT(mediums_of(cli_profile, {process_memory, file}));
  EXPECT(mediums_of(instance_profile, {service_memory, metadata_path}));
  EXPECT(mediums_of(instance_identity, {service_memory, metadata_path}));
  EXPECT(mediums_of(agent_with_the_profile, {service_memory, metadata_path, process_memory}));
  EXPECT(mediums_of(host_management, {service_memory, service_reply, process_memory, file}));
  EXPECT(mediums_of(hybrid_activation, {service_memory, service_reply, process_memory, file}));
}

DUAL_TEST_CASE("what Systems Manager obtains is on no path of the metadata service") {
  for (const CredentialSource& source :
       {host_management, host_management_windows, host_management_macos, hybrid_activation, hybrid_windows}) {
    for (const Place& place : source.custody) {
      EXPECT(place.medium != Medium::metadata_path);
      EXPECT(!contains(place.address, "169.254.169.254"));
      if (place.plane.is_on(Plane::control)) EXPECT(place.owner == "ssm.amazonaws.com");
    }
  }
}

DUAL_TEST_CASE("the metadata service hands out the two credentials of EC2, each at its path") {
  EXPECT(metadata_address == "http://169.254.169.254");
  EXPECT(metadata_token_path == "/latest/api/token");
  EXPECT(profile_path.address.starts_with("http://169.254.169.254/latest/meta-data/iam/security-credentials/"));
  EXPECT(identity_path.address ==
         "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance");
  for (const Place& path : {profile_path, identity_path}) {
    EXPECT(path.readers == Readers::every_process);
    EXPECT(path.open_to_the_data_plane);
    EXPECT(!path.open_to_clients);  // link-local: never seen from another machine
    EXPECT(path.plane.is_on(Plane::control));
    EXPECT(path.owner == "ec2.amazonaws.com");
  }
  EXPECT(ec2_service.readers == Readers::the_service);
  EXPECT(!ec2_service.open_to_the_data_plane);
  EXPECT(ssm_service.readers == Readers::the_service);
  EXPECT(!ssm_service.open_to_the_data_plane);
}

DUAL_TEST_CASE("each operating system has its own file, and its superuser alone reads it") {
  const struct {
    const CredentialSource& source;
    Text address, owner, mode;
  } files[] = {
      {host_management, "/var/lib/amazon/ssm/credentials", "root", "0600"},
      {host_management_windows, "%ProgramFiles%\\Amazon\\SSM\\credentials", "Administrators", "full control"},
      {host_management_macos, "/opt/aws/ssm/data/credentials", "root", "0600"},
      {hybrid_activation, "/root/.aws/credentials", "root", ""},
      {hybrid_windows, "%USERPROFILE%\\.aws\\credentials", "SYSTEM", ""},
  };
  for (const auto& file : files) {
    const Place& place = last_of(file.source);
    EXPECT(place.address == file.address);
    EXPECT(contains(place.owner, file.owner));
    EXPECT(contains(place.mode, file.mode));
    EXPECT(place.readers == Readers::superuser);
  }
  EXPECT(contains(agent_file_linux.mode, "0700"));
  EXPECT(contains(agent_file_windows.owner, "SYSTEM"));
  EXPECT(contains(agent_file_windows.mode, "inheritance off"));
  EXPECT(&agent_file_on(OperatingSystem::linux_os) == &agent_file_linux);
  EXPECT(&agent_file_on(OperatingSystem::windows) == &agent_file_windows);
  EXPECT(&agent_file_on(OperatingSystem::macos) == &agent_file_macos);
}

DUAL_TEST_CASE("host management is asked for with two proofs, of which the superuser alone reads the second") {
  const struct {
    const CredentialSource& source;
    Text key;
  } rows[] = {
      {host_management, "/var/lib/amazon/ssm/Vault/Store/EC2RegistrationKey"},
      {host_management_windows, "%ProgramData%\\Amazon\\SSM\\InstanceData\\Vault\\Store\\EC2RegistrationKey"},
      {host_management_macos, "/opt/aws/ssm/data/Vault/Store/EC2RegistrationKey"},
  };
  for (const auto& row : rows) {
    EXPECT(row.source.proofs.size() == 2);
    EXPECT(row.source.proofs.begin()[0].address == identity_path.address);
    EXPECT(row.source.proofs.begin()[1].address == row.key);
    EXPECT(row.source.proofs.begin()[1].readers == Readers::superuser);
    EXPECT(contains(row.source.requester.text, "agent"));
    EXPECT(row.source.custody.begin()[1].address == "ssm:RequestManagedInstanceRoleToken");
    EXPECT(row.source.custody.begin()[1].readers == Readers::holder_of_the_proofs);
  }
  EXPECT(contains(registration_key_linux.mode, "0600"));
  EXPECT(hybrid_activation.custody.begin()[1].address == "ssm:RequestManagedInstanceRoleToken");
}

DUAL_TEST_CASE("the CLI is asked for with the user's key, and keeps the session in its cache") {
  EXPECT(cli_profile.proofs.size() == 1);
  EXPECT(cli_profile.proofs.begin()[0].address == "~/.aws/credentials");
  EXPECT(cli_profile.proofs.begin()[0].medium == Medium::file);
  EXPECT(last_of(cli_profile).address == "~/.aws/cli/cache/<sha1>.json");
  EXPECT(last_of(cli_profile).mode == "0600");
  for (const Place& place : cli_profile.custody) {
    EXPECT(place.readers == Readers::owner_and_superuser);
    EXPECT(place.plane == Plane::client);
  }
}

DUAL_TEST_CASE("assumer, requester, custodian and user are told apart") {
  EXPECT(instance_profile.requester.text.empty());  // nobody has to ask
  EXPECT(agent_with_the_profile.requester.text.empty());
  EXPECT(contains(host_management.requester.text, "SSM agent"));
  EXPECT(contains(hybrid_activation.requester.text, "SSM agent"));
  EXPECT(contains(cli_profile.requester.text, "CLI"));
  EXPECT(contains(instance_profile.custodian.text, "EC2"));
  EXPECT(contains(instance_identity.custodian.text, "EC2"));
  EXPECT(contains(host_management.custodian.text, "agent"));
  EXPECT(contains(agent_with_the_profile.user.text, "agent"));
  EXPECT(contains(host_management.user.text, "agent"));
  EXPECT(contains(host_management.user.text, "scripts"));
  for (const Extract& row : extracts) {
    // The agent assumes nothing, by whatever row.
    EXPECT(!contains(row.source.assumer.who, "agent"));
    EXPECT(!row.source.custodian.text.empty());
    EXPECT(!row.source.user.text.empty());
    EXPECT(!row.source.lifetime.text.empty());
  }
}

DUAL_TEST_CASE("the names of the default role and of the agent's test are those of the manual") {
  EXPECT(host_management_role_name == "AWSSystemsManagerDefaultEC2InstanceManagementRole");
  EXPECT(host_management_role_path == "/service-role/");
  EXPECT(agents_test_action == "ssm:UpdateInstanceInformation");
  EXPECT(RoleName::parse(host_management_role_name).has_value());
  EXPECT(Path::parse(host_management_role_path).has_value());
}

DUAL_TEST_CASE("each row and each place tells on what it rests") {
  const auto is_told = [](const Source& source) { return !source.title.empty() && source.url.starts_with("https://"); };
  for (const Extract& row : extracts) {
    EXPECT(is_told(row.source.assumer.source));
    EXPECT(is_told(row.source.custodian.source));
    for (const Place& place : row.source.custody) EXPECT(is_told(place.source));
    for (const Place& place : row.source.proofs) EXPECT(is_told(place.source));
  }
  // That EC2 and SSM keep it behind what they hand out is stated nowhere.
  EXPECT(ec2_service.source.grade == Grade::inferred);
  EXPECT(ssm_service.source.grade == Grade::inferred);
  EXPECT(agent_file_linux.source.grade == Grade::source_code_or_record);
}

namespace {

// The talk, claim by claim, as it was found.
constexpr struct {
  Text id;
  Finding finding;
} findings[] = {
    {"S1", Finding::confirmed},     {"S2", Finding::refined},       {"S3", Finding::confirmed},
    {"S4", Finding::refined},       {"S5", Finding::confirmed},     {"S6", Finding::confirmed},
    {"S7", Finding::confirmed},     {"S8", Finding::confirmed},     {"S9", Finding::simplification},
    {"S10", Finding::confirmed},    {"S11", Finding::confirmed},    {"S12", Finding::confirmed},
    {"S13", Finding::refined},      {"S14", Finding::confirmed},    {"S15", Finding::consistent_but_not_seen},
    {"S16", Finding::contradicted}, {"S17", Finding::contradicted}, {"S18", Finding::refined},
    {"S19", Finding::confirmed},    {"S20", Finding::refined},      {"S21", Finding::confirmed},
};
constexpr std::size_t claim_count = sizeof findings / sizeof findings[0];

}  // namespace

DUAL_TEST_CASE("the talk has twenty-one claims, in order, and each was found to be what it is") {
  EXPECT(sizeof talk / sizeof talk[0] == claim_count);
  for (std::size_t i = 0; i < claim_count; ++i) {
    EXPECT(talk[i].id == findings[i].id);
    EXPECT(talk[i].finding == findings[i].finding);
    EXPECT(find_claim(findings[i].id) == &talk[i]);
    EXPECT(!talk[i].said.empty());
    EXPECT(!talk[i].found.empty());
    EXPECT(talk[i].source.url.starts_with("https://"));
  }
  EXPECT(find_claim("S22") == nullptr);
  EXPECT(find_claim("") == nullptr);
  EXPECT(find_claim("s1") == nullptr);
}

DUAL_TEST_CASE("a row carries the claims about it, and no others") {
  const auto carries = [](SourceId row, std::initializer_list<Text> ids) {
    const Text* expected = ids.begin();
    bool right = true;
    claims_of(row, [&](const Claim& claim) {
      if (expected == ids.end() || claim.id != *expected) {
        right = false;
      } else {
        ++expected;
      }
    });
    return right && expected == ids.end();
  };
  EXPECT(carries(SourceId::cli_profile, {"S6"}));
  EXPECT(carries(SourceId::instance_profile, {"S14", "S18"}));
  EXPECT(carries(SourceId::instance_identity, {"S4"}));
  EXPECT(carries(SourceId::agent_with_the_profile, {"S12", "S13"}));
  EXPECT(carries(SourceId::host_management, {"S2", "S15", "S16", "S17", "S19", "S20", "S21"}));
  EXPECT(carries(SourceId::hybrid_activation, {}));
}

DUAL_TEST_CASE("findings have names") {
  EXPECT(name_of(Finding::confirmed) == "confirmed");
  EXPECT(name_of(Finding::refined) == "refined");
  EXPECT(name_of(Finding::consistent_but_not_seen) == "consistent, not seen");
  EXPECT(name_of(Finding::simplification) == "a simplification");
  EXPECT(name_of(Finding::contradicted) == "contradicted");
}
