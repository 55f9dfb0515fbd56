// Does the SSM agent dream of IAM roles? The talk as constants that the compiler checks; run, it tells the story.
#include <cstdio>
#include <string>

#include <whence/explain.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

// Who is there.
constexpr auto account = "111122223333"_account;
constexpr IamUser chiba_user{account, "chiba-user"};
constexpr Service ec2{"ec2.amazonaws.com"};
constexpr Service ssm{"ssm.amazonaws.com"};
constexpr OsUser chiba{"chiba", Privilege::ordinary, Plane::client};  // at the terminal
constexpr OsUser root{"root", Privilege::superuser};                  // on the instance
constexpr OsUser ec2_user{"ec2-user"};                                // on the instance
constexpr Software aws_cli{"aws-cli", chiba};
constexpr Software ssm_agent{"amazon-ssm-agent", root};

// What may be assumed, in IAM's own words. A mistake in the JSON is a compile error with its line and column.
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

// S1. The agent calls APIs, and needs permissions for it: the call is the session's, and the profile's role is tried with it.
static_assert(call(session_of<ec2, instance_role>, catalog::agents_test_action).by.kind() ==
              PrincipalKind::role_session);

// S3. A role never calls an API: the session of an assumed role does.
static_assert(call(session_of<chiba_user, chiba_role>, "s3:ListAllMyBuckets").by ==
              Principal(RoleSession(account, "chiba-role", "design")));

// S4. The session's credential comes of AssumeRole, and has an end.
static_assert(session_of<chiba_user, chiba_role>.operation() == Operation::assume_role);
static_assert(TemporaryCredential(session_of<chiba_user, chiba_role>).expires() == Instant{} + hours(1));

// S5. Somebody performs AssumeRole. S6. In the CLI's story that is chiba-user, not the human, the terminal or the CLI.
static_assert(holds<may_assume, chiba_user, chiba_role>);
static_assert(may_assume(aws_cli, chiba_role).refused_by<rules::only_a_principal_calls_sts>());
static_assert(may_assume(chiba, chiba_role).refused_by<rules::only_a_principal_calls_sts>());
static_assert(assumer(session_of<chiba_user, chiba_role>) == Principal(chiba_user));

// S7. A service has a control plane and a data plane. S8. EC2's control plane is regional and, below that, zonal.
static_assert(!Plane::control.is_on(Plane::data));
static_assert(catalog::instance_profile.assumer.plane == Plane::zonal_control &&
              Plane::zonal_control.is_on(Plane::regional_control));

// S9. Roughly, the data plane is the operating system's layer. S10. What AWS's side holds, the system does not know by
// itself: it learns it where a surface is open to it. S11. The agent sits in the data plane.
static_assert(root.plane().is_on(Plane::data) && ec2_user.plane().is_on(Plane::data));
static_assert(can_read(root, catalog::ec2_service).refused_by<rules::a_plane_sees_what_is_exposed_to_it>());
static_assert(holds<can_read, root, catalog::profile_path>);
static_assert(ssm_agent.plane().is_on(Plane::data));

// S12. The agent never calls sts:AssumeRole. S13. Nor would a permission make a difference: no program is a principal.
static_assert(may_assume(ssm_agent, instance_role).refused_by<rules::only_a_principal_calls_sts>());
static_assert(may_assume(ssm_agent, host_role, CallerSide::allows).refused_by<rules::only_a_principal_calls_sts>());

// S14. The EC2 service assumes the instance profile's role. S15. The SSM service assumes the host-management role.
static_assert(holds<may_assume, ec2, instance_role>);
static_assert(holds<may_assume, ssm, host_role>);
static_assert(may_assume(ec2, host_role).refused_by<rules::the_trust_policy_names_the_caller>());

// S16, S17. The profile's credential rests with EC2 and comes through the metadata service. The host-management one does
// not, here the talk is corrected: it comes in the reply of an API of SSM, which the agent signs with the instance identity.
constexpr Flow instance_profile = assumes(ec2, instance_role) | rests_in(catalog::ec2_service) |
                                  rests_in(catalog::profile_path) | read_by(ssm_agent) |
                                  calls("ssm:UpdateInstanceInformation");
constexpr Flow host_management = assumes(ssm, host_role) | requested_by(ssm_agent) | rests_in(catalog::ssm_service) |
                                 rests_in(catalog::token_reply) | rests_in(catalog::agent_memory) | read_by(ssm_agent) |
                                 calls("ssm:UpdateInstanceInformation");
static_assert(sound<instance_profile, host_management>);

// S18. Any user of the instance reads the profile's credential. S19. The host-management one has no metadata path.
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

// S20. The agent saves it in /var/lib/amazon/ssm/credentials on Linux; the reader is root, here the talk is refined.
static_assert(catalog::agent_file_linux.address == "/var/lib/amazon/ssm/credentials");
static_assert(holds<can_read, root, catalog::agent_file_linux>);
static_assert(can_read(ec2_user, catalog::agent_file_linux).refused_by<rules::the_agents_file_is_the_superusers>());
static_assert(can_read(ec2_user, catalog::token_reply).refused_by<rules::the_reply_goes_to_whoever_can_sign_for_it>());

// The CLI's story as a flow.
constexpr Place cache = catalog::cli_cache.owned_by(chiba);
constexpr Flow cli_profile = assumes(chiba_user, chiba_role) | requested_by(aws_cli) |
                             rests_in(catalog::cli_memory.owned_by(chiba)) | rests_in(cache) | read_by(aws_cli) |
                             calls("s3:ListAllMyBuckets");
constexpr Design talk{cli_profile, instance_profile, host_management, anybody_reads_the_profile};
static_assert(sound<talk>);

// S2. Profile, host management, or both; never both for the agent at one time.
static_assert(catalog::agent_session({.profile = InstanceProfile::permits_agent, .host_management = true}).session ==
              catalog::AgentSession::of_instance_profile);
static_assert(catalog::agent_session({.host_management = true}).session == catalog::AgentSession::of_host_management);

// S21. The agent does not assume a role: it uses what others assumed.
static_assert(assumer(instance_profile) == Principal(ec2) && assumer(host_management) == Principal(ssm));
static_assert(host_management.user().name() == ssm_agent.name());

// What the services make of it on this node: the session is named after the node.
constexpr Begun of_profile = assume_role(ec2, instance_role, {.session_name = "i-0123456789abcdef0"});
constexpr Begun of_host_management = assume_role(ssm, host_role, {.session_name = "i-0123456789abcdef0"});
constexpr Begun of_activation = assume_role(ssm, hybrid_role, {.session_name = "mi-0123456789abcdef0"});

void print(Text text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// Every place, and who reads the credential there: yes, or the rule that stands before it.
void tell_custody(const catalog::CredentialSource& row, const Node& node) {
  const Reader readers[] = {ssm_agent, root, ec2_user, aws_cli};
  for (const Place& place : row.custody) {
    print("  rests in " + describe(place) + "\n    read by:");
    for (const Reader& reader : readers) {
      const Verdict verdict = CanRead::verdict({reader, &place, node, rests_at(row, place, node)});
      print(" ");
      print(reader.name());
      print(verdict ? " yes;" : verdict.is_unknown() ? " unknown [" : " no [");
      if (!verdict) {
        print(verdict.rule->id);
        print("];");
      }
    }
    print("\n");
  }
}

void tell_session(const catalog::CredentialSource& row, const Session& session, const Node& node) {
  print("  the agent signs with the session " + explain(Chain(session)));
  print("  requested by: ");
  print(row.requester.empty() ? "nobody" : row.requester.text);
  print("\n");
  tell_custody(row, node);
}

void tell_state(Text title, const Node& node) {
  const catalog::AgentChoice choice = catalog::agent_session(node);
  print("\n");
  print(title);
  print("\n  ");
  print(choice.why);
  print("\n");
  switch (choice.session) {
    case catalog::AgentSession::of_instance_profile:
      return tell_session(catalog::agent_with_the_profile, *of_profile, node);
    case catalog::AgentSession::of_host_management:
      return tell_session(catalog::host_management, *of_host_management, node);
    case catalog::AgentSession::of_hybrid_activation:
      return tell_session(catalog::hybrid_activation, *of_activation, node);
    case catalog::AgentSession::none: return print("  the agent signs nothing\n");
    case catalog::AgentSession::unknown: return print("  what the agent signs with is not known\n");
  }
}

}  // namespace

int main() {
  print("Does the SSM agent dream of IAM roles?\n");
  tell_state("A profile that permits the agent, host management on",
             {.profile = InstanceProfile::permits_agent, .host_management = true});
  tell_state("No profile, host management on", {.host_management = true});
  tell_state("A profile that does not permit the agent, host management on",
             {.profile = InstanceProfile::denies_agent, .host_management = true});
  tell_state("A profile whose role does not trust EC2, host management on",
             {.profile = InstanceProfile::untrusted, .host_management = true});
  tell_state("A profile that fails otherwise, host management on",
             {.profile = InstanceProfile::failing, .host_management = true});
  tell_state("No profile, host management on, another key registered first",
             {.host_management = true, .registration = Registration::another_key});
  tell_state("No profile, host management on, version 1 of the metadata service only",
             {.metadata = MetadataService::version_1_only, .host_management = true});
  tell_state("No profile, host management off", {});
  tell_state("A hybrid activation", {.hybrid_activation = true});
  print("\nThe rules in brackets\n");
  for (const Text id : {"W302", "W303", "W305", "W307"}) {
    print("  " + explain(*rules::find(id)) + "\n");
  }
  print(
      "\nDoes the agent dream of IAM roles? It assumes none. The EC2 service or the SSM service does; the agent reads what\n"
      "they obtained. root can read it too, and the profile's credential any user of the instance.\n");
}
