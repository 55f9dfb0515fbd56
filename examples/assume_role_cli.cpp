// A CLI profile assumes a role: the key of chiba-user, the session of chiba-role, and who does not assume the role.
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

#include "front.hpp"

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr IamUser chiba_user{account, "chiba-user"};
constexpr OsUser chiba{"chiba", Privilege::ordinary, Plane::client};
constexpr OsUser colleague{"colleague", Privilege::ordinary, Plane::client};  // on the same machine
constexpr Software aws_cli{"aws-cli", chiba};

constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": { "AWS": "arn:aws:iam::111122223333:user/chiba-user" } }]
})"_trust_policy;
constexpr auto audit_trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": { "AWS": "arn:aws:iam::111122223333:role/chiba-role" } }]
})"_trust_policy;
constexpr Role chiba_role = Role(account, "chiba-role", trust).with_maximum_session(hours(4));
constexpr Role audit_role = Role(account, "audit-role", audit_trust).with_maximum_session(hours(12));

// The profile requests four hours, which the role permits.
constexpr Begun begun =
    assume_role(chiba_user, chiba_role, {.session_name = "botocore-session-1700000000", .duration = hours(4)});
constexpr Session chiba_session = *begun;
static_assert(chiba_session.begun_by() == Principal(chiba_user));

// The session may assume the next role (role chaining), for at most one hour even if that role permits more.
constexpr Begun chained = assume_role(chiba_session, audit_role, {.session_name = "audit"});
static_assert(chained && chained->ends() == Instant{} + hours(1));
static_assert(assume_role(chiba_session, audit_role, {.session_name = "audit", .duration = hours(2)})
                  .error()
                  .refused_by<rules::a_chained_session_lasts_an_hour>());
// The user may not: the second role trusts only sessions of the first.
static_assert(may_assume(chiba_user, audit_role).refused_by<rules::the_trust_policy_names_the_caller>());

constexpr Place cache = catalog::cli_cache.owned_by(chiba);
static_assert(holds<can_read, aws_cli, cache>);
static_assert(can_read(colleague, cache).refused_by<rules::only_the_owner_and_superuser_read_a_private_place>());

void print(const std::string& text) { front::put_as_it_is(text); }

void tell() {
  print("Who assumes chiba-role?\n");
  print("  the OS user chiba: " + explain(may_assume(chiba, chiba_role)));
  print("  the AWS CLI: " + explain(may_assume(aws_cli, chiba_role)));
  print("  the IAM user " + to_string(Principal(chiba_user)) + ": " + explain_may_assume(chiba_user, chiba_role));
  print("\nThe chain of the audit session:\n" + explain(Chain(*chained)));
  print("\nWho can read the credential of " + to_string(chiba_session.principal()) + " in the cache of the CLI?\n");
  print("  the AWS CLI, run by chiba: " + explain(can_read(aws_cli, cache)));
  print("  the OS user colleague: " + explain(can_read(colleague, cache)));
}

}  // namespace

int main(int argc, char** argv) {
  return front::run_story("assume_role_cli",
                          "Tells how the AWS CLI assumes a role for a profile, and who can read the credential.", argc,
                          argv, tell);
}
