// The talk, claim by claim: what was found of each, and the fact of the model that shows it.
#include "dual.hpp"

#include <whence/catalog.hpp>

#include "atlas/talk.hpp"

using namespace whence;
using namespace whence::catalog;
using namespace atlas;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr IamUser chiba_user(account, "chiba-user");
constexpr Service ec2("ec2.amazonaws.com"), ssm("ssm.amazonaws.com");
constexpr OsUser root("root", Privilege::superuser);
constexpr Software ssm_agent("amazon-ssm-agent", root);
constexpr Software aws_cli("aws-cli", OsUser("chiba", Privilege::ordinary, Plane::client));

#define TRUST(PRINCIPAL)                                                                                              \
  R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": )" PRINCIPAL \
  "}}"
constexpr auto trusts_user = TRUST(R"({"AWS": "arn:aws:iam::111122223333:user/chiba-user"})") ""_trust_policy;
constexpr auto trusts_ec2 = TRUST(R"({"Service": "ec2.amazonaws.com"})") ""_trust_policy;
constexpr auto trusts_ssm = TRUST(R"({"Service": "ssm.amazonaws.com"})") ""_trust_policy;
constexpr Role chiba_role(account, "chiba-role", trusts_user), profile_role(account, "web", trusts_ec2);
constexpr Role host_role(account, "/service-role/", "AWSSystemsManagerDefaultEC2InstanceManagementRole", trusts_ssm);

constexpr bool was_found(Text id, Finding finding) {
  const Claim* const claim = find_claim(id);
  return claim != nullptr && claim->finding == finding;
}
constexpr Environment with_profile{.node = {.profile = InstanceProfile::permits_agent}};
constexpr Environment with_host_management{.node = {.host_management = true}};
constexpr bool reads(const Vantage& from, const CredentialSource& entry, const Environment& environment) {
  return static_cast<bool>(can_read(from, entry, environment));
}

}  // namespace

DUAL_TEST_CASE("S1 confirmed: the agent calls APIs outwards, with a credential of a session's") {
  EXPECT(was_found("S1", Finding::confirmed));
  EXPECT(call(session_of<ec2, profile_role>, agents_test_action).by.kind() == PrincipalKind::role_session);
}

DUAL_TEST_CASE("S2 refined: profile or host management, never both at one time; and there are other ways") {
  EXPECT(was_found("S2", Finding::refined));
  EXPECT(agent_session({.profile = InstanceProfile::permits_agent, .host_management = true}).session ==
         AgentSession::of_instance_profile);
  EXPECT(agent_session({.host_management = true}).session == AgentSession::of_host_management);
  EXPECT(agent_session({.hybrid_activation = true}).session == AgentSession::of_hybrid_activation);
  EXPECT(find(SourceId::agent_in_a_task) != nullptr);
}

DUAL_TEST_CASE("S3 confirmed: a role is never the caller, the session of an assumed role is") {
  EXPECT(was_found("S3", Finding::confirmed));
  EXPECT(may_assume(chiba_role, profile_role).refused_by<rules::a_role_never_acts>());
  EXPECT(call(session_of<chiba_user, chiba_role>, "s3:GetObject").by.kind() == PrincipalKind::role_session);
}

DUAL_TEST_CASE("S4 refined: AssumeRole is one issuer of several, and of the instance identity no record is seen") {
  EXPECT(was_found("S4", Finding::refined));
  EXPECT(cli_profile.assumer.action == "sts:AssumeRole");
  EXPECT(session_token.assumer.action == "sts:GetSessionToken");
  EXPECT(root_task.assumer.action == "sts:AssumeRoot");
  EXPECT(saml_federation.assumer.action == "sts:AssumeRoleWithSAML");
  EXPECT(instance_identity.assumer.action.empty());
}

DUAL_TEST_CASE("S5 confirmed: somebody performs AssumeRole, a service too; with a token it is somebody without a key") {
  EXPECT(was_found("S5", Finding::confirmed));
  EXPECT(assumer(session_of<ec2, profile_role>) == Principal(ec2));
  EXPECT(github_actions.trust.kind == TrustKind::federated);
  EXPECT(github_actions.assumer.plane.is_on(Plane::client));
}

DUAL_TEST_CASE("S6 confirmed: chiba-user assumes chiba-role, not the CLI") {
  EXPECT(was_found("S6", Finding::confirmed));
  EXPECT(may_assume(chiba_user, chiba_role));
  EXPECT(may_assume(aws_cli, chiba_role).refused_by<rules::only_a_principal_calls_sts>());
}

DUAL_TEST_CASE("S7, S8 confirmed: control and data plane; that of EC2 is zonal below a regional one") {
  EXPECT(was_found("S7", Finding::confirmed));
  EXPECT(was_found("S8", Finding::confirmed));
  EXPECT(!Plane::control.is_on(Plane::data));
  EXPECT(instance_profile.assumer.plane == Plane::zonal_control);
  EXPECT(host_management.assumer.plane == Plane::regional_control);
}

DUAL_TEST_CASE("S9 a simplification, S10 confirmed: the system learns through a surface what AWS's side holds") {
  EXPECT(was_found("S9", Finding::simplification));
  EXPECT(was_found("S10", Finding::confirmed));
  EXPECT(can_read(root, ec2_service).refused_by<rules::aws_exposes_the_credential_to_the_plane>());
  EXPECT(can_read(root, profile_path));
}

DUAL_TEST_CASE(
    "S11, S12 confirmed, S13 refined: the agent is in the data plane, assumes nothing and needs no permission to") {
  EXPECT(was_found("S11", Finding::confirmed));
  EXPECT(was_found("S12", Finding::confirmed));
  EXPECT(was_found("S13", Finding::refined));
  EXPECT(ssm_agent.plane().is_on(Plane::data));
  EXPECT(may_assume(ssm_agent, profile_role, CallerSide::allows).refused_by<rules::only_a_principal_calls_sts>());
  EXPECT(agent_with_the_profile.workload_assumes.answer == SelfAssumption::no);
  EXPECT(host_management.workload_assumes.answer == SelfAssumption::no);
}

DUAL_TEST_CASE(
    "S14 confirmed for the service: EC2 assumes the profile's role; the instance id is only the session's name") {
  EXPECT(was_found("S14", Finding::confirmed));
  EXPECT(may_assume(ec2, profile_role));
  EXPECT(!may_assume(ssm, profile_role));
  EXPECT(instance_profile.trail.begin()[0].invoked_by == "ec2.amazonaws.com");
}

DUAL_TEST_CASE("S15 consistent, not seen: SSM assumes the host-management role, and no record of it was found") {
  EXPECT(was_found("S15", Finding::consistent_but_not_seen));
  EXPECT(may_assume(ssm, host_role));
  EXPECT(!may_assume(ec2, host_role));
  EXPECT(host_management.trail.size() == 0);
  EXPECT(!host_management.trail_missing.text.empty());
}

DUAL_TEST_CASE(
    "S16 contradicted: the host-management credential does not rest with EC2; of the profile's it is inferred") {
  EXPECT(was_found("S16", Finding::contradicted));
  for (const Place& place : host_management.custody) EXPECT(place.owner != "ec2.amazonaws.com");
  EXPECT(instance_profile.custody.begin()[0].source.grade == Grade::inferred);
}

DUAL_TEST_CASE(
    "S17 contradicted: from the metadata service comes what proves the instance, not the host-management credential") {
  EXPECT(was_found("S17", Finding::contradicted));
  EXPECT(agent_with_the_profile.custody.begin()[1].medium == Medium::metadata_path);
  EXPECT(host_management.custody.begin()[1].medium == Medium::service_reply);
  EXPECT(host_management.proofs.begin()[0].medium == Medium::metadata_path);
}

DUAL_TEST_CASE(
    "S18 refined: users read the profile's path, with a token where version 2 is asked for, and not without a profile") {
  EXPECT(was_found("S18", Finding::refined));
  EXPECT(reads(vantages::os_user, instance_profile, with_profile));
  EXPECT(!reads(vantages::remote_caller, instance_profile, with_profile));
  EXPECT(!reads(vantages::os_user, instance_profile, {}));
}

DUAL_TEST_CASE("S19 confirmed: no path of the metadata service has the host-management credential") {
  EXPECT(was_found("S19", Finding::confirmed));
  for (const Place& place : host_management.custody) EXPECT(place.medium != Medium::metadata_path);
}

DUAL_TEST_CASE("S20 refined: it is saved at that path, and the reader is the superuser") {
  EXPECT(was_found("S20", Finding::refined));
  EXPECT(agent_saves_to(with_host_management.node)->address == "/var/lib/amazon/ssm/credentials");
  EXPECT(reads(vantages::superuser, host_management, with_host_management));
  EXPECT(!reads(vantages::os_user, host_management, with_host_management));
  EXPECT(agent_saves_to(with_profile.node) == nullptr);
}

DUAL_TEST_CASE("S21 confirmed: the agent uses what others assumed") {
  EXPECT(was_found("S21", Finding::confirmed));
  EXPECT(agent_with_the_profile.assumer.who == instance_profile.assumer.who);
  EXPECT(agent_with_the_profile.assumer.who != host_management.assumer.who);
}
