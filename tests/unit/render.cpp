#include <sstream>
#include <string>
#include <string_view>

#include "dual.hpp"

#include <whence/render/explain.hpp>
#include <whence/render/markdown.hpp>
#include <whence/render/stream.hpp>
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Account", "Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": { "AWS": "111122223333" },
      "Condition": { "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": "team" }, "Bool": { "aws:SecureTransport": true } } },
    { "Effect": "Deny", "Action": "sts:AssumeRole", "Principal": { "AWS": "arn:aws:iam::111122223333:user/mallory" },
      "Condition": { "Null": { "sts:ExternalId": true } } },
    { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }
  ]
})"_trust_policy;
constexpr Role app{account, "/team/", "app", trust};

bool has(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

std::size_t lines_in(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += c == '\n' ? 1U : 0U;
  return count;
}

}  // namespace

TEST_CASE("an allowed answer names the statement and what is taken for granted") {
  const std::string text = explain_may_assume(Service("ec2.amazonaws.com"), app);
  CHECK(text.substr(0, 8) == "allowed\n");
  CHECK(has(text, "  statement 3 on line 9 names the caller\n"));
  CHECK(has(text, "  taken for granted: no policy outside this document denies the call\n"));
}

TEST_CASE("an unknown answer says what is missing and on which conditions it hangs") {
  const std::string text = explain_may_assume(IamUser(account, "bob"), app);
  CHECK(text.substr(0, 8) == "unknown\n");
  CHECK(has(text, "[W204]"));
  CHECK(has(
      text,
      "statement 1 (Account) on line 4 names the caller's account, if ForAnyValue:StringLikeIfExists of aws:TagKeys "
      "and Bool of aws:SecureTransport\n"));
  CHECK(has(text, "missing: an Allow of sts:AssumeRole on arn:aws:iam::111122223333:role/team/app among"));
}

TEST_CASE("a statement that would deny if its conditions hold is shown as the one that decides") {
  constexpr auto doubtful = R"({"Statement": [
    { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } },
    { "Effect": "Deny", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" },
      "Condition": { "StringNotEquals": { "aws:SourceAccount": "111122223333" } } }]})"_trust_policy;
  const Role role(account, "app", doubtful);
  const std::string text = explain_may_assume(Service("ec2.amazonaws.com"), role);
  CHECK(text.substr(0, 8) == "unknown\n");
  CHECK(has(text, "[W205]"));
  CHECK(has(text, "statement 2 on line 3 denies the caller, if StringNotEquals of aws:SourceAccount\n"));
}

TEST_CASE("a refusal for want of a name lists who is named, and cites its source") {
  const std::string text = explain_may_assume(Service("lambda.amazonaws.com"), app);
  CHECK(has(text, "denied implicitly\n  rule: [W203] "));
  CHECK(has(text, "the trust policy names: 111122223333 arn:aws:iam::111122223333:user/mallory ec2.amazonaws.com\n"));
  CHECK(has(text, "https://docs.aws.amazon.com/"));
}

TEST_CASE("an open question is told with its id") {
  constexpr auto everyone =
      R"({"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*" }})"_trust_policy;
  const Role role(account, "app", everyone);
  CHECK(has(explain_may_assume(IamUser(account, "bob"), role), "  open: X-1: "));
  CHECK(has(explain_may_assume(Service("ec2.amazonaws.com"), role), "  open: U-101: "));
}

TEST_CASE("tables have a row for each rule, question and claim, and no cell breaks the line") {
  CHECK(lines_in(markdown::rule_table()) == 2 + rules::all::size);
  CHECK(lines_in(markdown::open_question_table()) == 2 + sizeof open_questions::all / sizeof open_questions::all[0]);
  CHECK(lines_in(markdown::talk_table()) == 2 + 21);
  std::istringstream lines(markdown::rule_table() + markdown::talk_table() + markdown::open_question_table());
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.front() == '|');
    CHECK(line.back() == '|');
  }
}

TEST_CASE("names are printed to streams as AWS prints them") {
  std::ostringstream out;
  out << account << ' ' << Principal(RoleSession(account, "app", "s1")) << ' ' << Text("text") << ' '
      << Decision::unknown;
  CHECK(out.str() == "111122223333 arn:aws:sts::111122223333:assumed-role/app/s1 text unknown");
}

TEST_CASE("a chain is told from its last session back to where it began") {
  constexpr auto by_role = R"({"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": { "AWS": "arn:aws:iam::111122223333:role/team/app" } }})"_trust_policy;
  const Role next(account, "next", by_role);
  const Session first = *assume_role(Service("ec2.amazonaws.com"), app, {.session_name = "i-0123456789abcdef0"});
  const Session second = *assume_role(first, next, {.session_name = "s2"});
  CHECK(explain(Chain(second)) ==
        "arn:aws:sts::111122223333:assumed-role/next/s2\n"
        "    begun by arn:aws:sts::111122223333:assumed-role/app/i-0123456789abcdef0 with sts:AssumeRole\n"
        "arn:aws:sts::111122223333:assumed-role/app/i-0123456789abcdef0\n"
        "    begun by ec2.amazonaws.com with sts:AssumeRole\n"
        "    origin: a service of AWS\n");
}

TEST_CASE("a row tells its four relations and its places") {
  const std::string text = explain(catalog::host_management);
  CHECK(has(text, "assumer:             the SSM service\n"));
  CHECK(has(text, "requester:           the SSM agent, "));
  CHECK(has(
      text,
      "rests in:            credential file of the agent (data plane): /var/lib/amazon/ssm/credentials, of root, 0600"));
  CHECK(has(explain(catalog::instance_profile), "requester:           nobody\n"));
}

TEST_CASE("a reading is told with its place, or with the wall before it") {
  const Node node{.host_management = true};
  const OsUser root("root", Privilege::superuser), user("ec2-user");
  CHECK(explain_reading(root, catalog::host_management, node).substr(0, 4) == "yes,");
  CHECK(has(explain_reading(user, catalog::host_management, node), "no, at credential file of the agent: [W305]"));
}
