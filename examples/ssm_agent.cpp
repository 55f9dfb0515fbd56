// Does the SSM agent dream of IAM roles? The claims of the talk as static_asserts; the program prints them as a story.
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "front.hpp"

using namespace whence;
using namespace whence::literals;

namespace {

// The principals, users and programs.
constexpr auto account = "111122223333"_account;
constexpr IamUser chiba_user{account, "chiba-user"};
constexpr Service ec2{"ec2.amazonaws.com"};
constexpr Service ssm{"ssm.amazonaws.com"};
constexpr OsUser chiba{"chiba", Privilege::ordinary, Plane::client};  // at the terminal
constexpr OsUser root{"root", Privilege::superuser};                  // on the instance
constexpr OsUser ec2_user{"ec2-user"};                                // on the instance
constexpr Software aws_cli{"aws-cli", chiba};
constexpr Software ssm_agent{"amazon-ssm-agent", root};

// The roles, with trust policies in IAM's own JSON. A mistake in the JSON is a compile error with its line and column.
constexpr auto user_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": { "AWS": "arn:aws:iam::111122223333:user/chiba-user" } }]
})"_trust_policy;
constexpr auto ec2_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }]
})"_trust_policy;
constexpr auto ssm_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ssm.amazonaws.com" } }]
})"_trust_policy;
constexpr Role chiba_role{account, "chiba-role", user_trust};
constexpr Role instance_role{account, "web-server", ec2_trust};
constexpr Role host_role{account, "/service-role/", "AWSSystemsManagerDefaultEC2InstanceManagementRole", ssm_trust};
constexpr Role hybrid_role{account, "hybrid-nodes", ssm_trust};

// S1. The agent calls APIs, and needs permissions for it: the session makes the call, and this call tests the profile's
// role.
static_assert(call(session_of<ec2, instance_role>, catalog::agents_test_action).by.kind() ==
              PrincipalKind::role_session);

// S3. A role never calls an API: the session of an assumed role does.
static_assert(call(session_of<chiba_user, chiba_role>, "s3:ListAllMyBuckets").by ==
              Principal(RoleSession(account, "chiba-role", "design")));

// S4. The session's credential comes from AssumeRole, and expires.
static_assert(session_of<chiba_user, chiba_role>.operation() == Operation::assume_role);
static_assert(TemporaryCredential(session_of<chiba_user, chiba_role>).expires() == Instant{} + hours(1));

// S5. Somebody calls AssumeRole. S6. For the CLI that is chiba-user, not the person, the terminal or the CLI.
static_assert(holds<may_assume, chiba_user, chiba_role>);
static_assert(may_assume(aws_cli, chiba_role).refused_by<rules::only_a_principal_calls_sts>());
static_assert(may_assume(chiba, chiba_role).refused_by<rules::only_a_principal_calls_sts>());
static_assert(assumer(session_of<chiba_user, chiba_role>) == Principal(chiba_user));

// S7. A service has a control plane and a data plane. S8. EC2's control plane is regional and, below that, zonal.
static_assert(!Plane::control.is_on(Plane::data));
static_assert(catalog::instance_profile.assumer.plane == Plane::zonal_control &&
              Plane::zonal_control.is_on(Plane::regional_control));

// S9. Roughly, the data plane is the layer of the operating system. S10. The operating system does not know what is
// inside AWS, except through an interface that is open to it. S11. The agent is in the data plane.
static_assert(root.plane().is_on(Plane::data) && ec2_user.plane().is_on(Plane::data));
static_assert(can_read(root, catalog::ec2_service).refused_by<rules::aws_exposes_the_credential_to_the_plane>());
static_assert(holds<can_read, root, catalog::profile_path>);
static_assert(ssm_agent.plane().is_on(Plane::data));

// S12. The agent never calls sts:AssumeRole. S13. A permission would not change that: no program is a principal.
static_assert(may_assume(ssm_agent, instance_role).refused_by<rules::only_a_principal_calls_sts>());
static_assert(may_assume(ssm_agent, host_role, CallerSide::allows).refused_by<rules::only_a_principal_calls_sts>());

// S14. The EC2 service assumes the instance profile's role. S15. The SSM service assumes the host-management role.
static_assert(holds<may_assume, ec2, instance_role>);
static_assert(holds<may_assume, ssm, host_role>);
static_assert(may_assume(ec2, host_role).refused_by<rules::the_trust_policy_names_the_caller>());

// S16, S17. The profile's credential rests in EC2 and the agent reads it from IMDS. The credential of host management
// comes in the reply of an SSM API instead, and the agent signs that call with the instance identity: this corrects the
// talk.
constexpr Flow instance_profile = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                                  rests_in(catalog::profile_path) | read_by(ssm_agent) |
                                  calls("ssm:UpdateInstanceInformation");
constexpr Flow host_management = assumes(ssm, host_role) | requested_by(ssm_agent) | rests_in(catalog::ssm_service) |
                                 rests_in(catalog::token_reply) | rests_in(catalog::agent_memory) | read_by(ssm_agent) |
                                 calls("ssm:UpdateInstanceInformation");
static_assert(sound<instance_profile, host_management>);

// S18. Any user of the instance can read the profile's credential. S19. That of host management has no metadata path.
constexpr Flow anybody_reads_the_profile = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                                           rests_in(catalog::profile_path) | read_by(ec2_user) | calls("s3:GetObject");
static_assert(sound<anybody_reads_the_profile>);
static_assert(holds<can_read, ec2_user, catalog::profile_path>);
static_assert([] {
  for (const Place& place : catalog::host_management.custody) {
    if (place.medium == Medium::metadata_path) return false;
  }
  return true;
}());

// S20. On Linux, the agent saves it in /var/lib/amazon/ssm/credentials. Only root can read it: this refines the talk.
static_assert(catalog::agent_file_linux.address == "/var/lib/amazon/ssm/credentials");
static_assert(holds<can_read, root, catalog::agent_file_linux>);
static_assert(
    can_read(ec2_user, catalog::agent_file_linux).refused_by<rules::only_the_superuser_reads_the_agents_files>());
static_assert(can_read(ec2_user, catalog::token_reply).refused_by<rules::only_the_signer_gets_the_reply>());

// The profile of the CLI as a flow.
constexpr Place cache = catalog::cli_cache.owned_by(chiba);
constexpr Flow cli_profile = assumes(chiba_user, chiba_role) | requested_by(aws_cli) |
                             rests_in(catalog::cli_memory.owned_by(chiba)) | rests_in(cache) | read_by(aws_cli) |
                             calls("s3:ListAllMyBuckets");
constexpr Design talk{cli_profile, instance_profile, host_management, anybody_reads_the_profile};
static_assert(sound<talk>);

// S2. A node has a profile, host management, or both; the agent never uses both at one time.
static_assert(catalog::agent_session({.profile = InstanceProfile::permits_agent, .host_management = true}).session ==
              catalog::AgentSession::of_instance_profile);
static_assert(catalog::agent_session({.host_management = true}).session == catalog::AgentSession::of_host_management);

// S21. The agent does not assume a role: it uses a role that a service assumed.
static_assert(assumer(instance_profile) == Principal(ec2) && assumer(host_management) == Principal(ssm));
static_assert(host_management.user().name() == ssm_agent.name());

// The sessions of this node: the services name them after the node.
constexpr Begun of_profile = assume_role(ec2, instance_role, {.session_name = "i-0123456789abcdef0"});
constexpr Begun of_host_management = assume_role(ssm, host_role, {.session_name = "i-0123456789abcdef0"});
constexpr Begun of_activation = assume_role(ssm, hybrid_role, {.session_name = "mi-0123456789abcdef0"});

void print(Text text) { front::put_as_it_is(text); }

// Every place, and who can read the credential there: yes, or the rule that blocks the reader.
void tell_custody(const catalog::CredentialSource& source, const Node& node) {
  const Reader readers[] = {ssm_agent, root, ec2_user, aws_cli};
  for (const Place& place : source.custody) {
    print("  rests in " + describe(place) + "\n    read by:");
    Text between = " ";
    for (const Reader& reader : readers) {
      const Verdict verdict = CanRead::verdict({reader, &place, node, rests_at(source, place, node)});
      print(between);
      print(reader.name());
      print(verdict ? " yes" : verdict.is_unknown() ? " unknown [" : " no [");
      if (!verdict) {
        print(verdict.rule->id);
        print("]");
      }
      between = "; ";
    }
    print("\n");
  }
}

void tell_session(const catalog::CredentialSource& source, const Session& session, const Node& node) {
  print("  the agent signs with the credential of the session " + explain(Chain(session)));
  print("  requested by: ");
  print(source.requester.empty() ? "nobody" : source.requester.text);
  print("\n");
  tell_custody(source, node);
}

void tell_state(Text title, const Node& node) {
  const catalog::AgentChoice choice = catalog::agent_session(node);
  print("\nNode: ");
  print(title);
  print("\n  reason: ");
  print(choice.why);
  print("\n");
  switch (choice.session) {
    case catalog::AgentSession::of_instance_profile:
      return tell_session(catalog::agent_with_the_profile, *of_profile, node);
    case catalog::AgentSession::of_host_management:
      return tell_session(catalog::host_management, *of_host_management, node);
    case catalog::AgentSession::of_hybrid_activation:
      return tell_session(catalog::hybrid_activation, *of_activation, node);
    case catalog::AgentSession::none: return print("  the agent has no credential\n");
    case catalog::AgentSession::unknown: return print("  it is not known which credential the agent has\n");
  }
}

void tell() {
  print("Does the SSM agent dream of IAM roles?\n");
  tell_state("a profile that permits the agent; host management on",
             {.profile = InstanceProfile::permits_agent, .host_management = true});
  tell_state("no profile; host management on", {.host_management = true});
  tell_state("a profile that does not permit the agent; host management on",
             {.profile = InstanceProfile::denies_agent, .host_management = true});
  tell_state("a profile whose role does not trust EC2; host management on",
             {.profile = InstanceProfile::untrusted, .host_management = true});
  tell_state("a profile that fails with another error; host management on",
             {.profile = InstanceProfile::failing, .host_management = true});
  tell_state("no profile; host management on; another key was registered first",
             {.host_management = true, .registration = Registration::another_key});
  tell_state("no profile; host management on; IMDSv1 only",
             {.metadata = MetadataService::version_1_only, .host_management = true});
  tell_state("no profile; host management off", {});
  tell_state("a hybrid activation", {.hybrid_activation = true});
  print("\nThe rules in brackets:\n");
  for (const Text id : {"W302", "W303", "W305", "W307"}) {
    print("  " + explain(*rules::find(id)) + "\n");
  }
  print(
      "\nDoes the agent dream of IAM roles? It assumes none. The EC2 service or the SSM service assumes the role, and the\n"
      "agent reads the credential. root can read it too. Any user of the instance can read that of the profile.\n");
}

}  // namespace

int main(int argc, char** argv) {
  return front::run_story("ssm_agent", "Tells how the SSM agent gets its credential, in each state of a node.", argc,
                          argv, tell);
}
