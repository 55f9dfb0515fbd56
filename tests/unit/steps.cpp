// The bound of a question: whatever needs more than that many steps is unknown, says B-1, and never takes long.
#include "dual.hpp"

#include <ctime>
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr IamUser alice{"111122223333"_account, "alice"};

// Processor time, also of a build with sanitizers: without a bound, each of these questions takes minutes to hours.
bool took_little(std::clock_t start) { return (std::clock() - start) / CLOCKS_PER_SEC < 30; }

// A question whose texts are made at run time.
struct Question {
  std::string trust;
  std::vector<ContextKey> keys;
  std::vector<std::string> own;

  Verdict answer() const {
    const auto policy = TrustPolicyDocument::parse(trust, DocumentsFrom::aws);
    REQUIRE(policy.has_value());
    std::vector<IdentityPolicyDocument> documents;
    std::vector<IdentityPolicy> identity;
    for (const std::string& each : own) {
      auto read = IdentityPolicyDocument::parse(each);
      REQUIRE(read.has_value());
      documents.push_back(*std::move(read));
    }
    for (const IdentityPolicyDocument& each : documents) identity.push_back(each);
    Policies policies;
    policies.identity = {identity.data(), identity.size()};
    const Role role("111122223333"_account, "app", policy->view());
    const std::clock_t start = std::clock();
    const Verdict verdict =
        may_assume(alice, role, policies, RequestContext(Span<ContextKey>(keys.data(), keys.size())));
    CHECK(took_little(start));
    return verdict;
  }
};

std::string statement(const std::string& effect, const std::string& condition) {
  return R"({"Effect": ")" + effect + R"(", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, )" +
         R"("Action": "sts:AssumeRole", "Condition": {)" + condition + "}}";
}
std::string trust(const std::string& statements) {
  return R"({"Version": "2012-10-17", "Statement": [)" + statements + "]}";
}
std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}
// "first0", "first1", ... as the inside of a list.
std::string list(const std::string& first, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "\"" : ",\"") + first + std::to_string(i) + "\"";
  return out;
}

bool is_bounded(const Verdict& verdict) { return verdict.is_unknown() && verdict.open == &open_questions::b1; }

}  // namespace

DUAL_TEST_CASE("steps are taken until they are spent, for good") {
  Steps steps;
  EXPECT(steps.take(Steps::most - 2));
  EXPECT(steps.take_for(63));
  EXPECT(!steps.are_spent());
  EXPECT(!steps.left_something_out());
  EXPECT(!steps.take_for(64));
  EXPECT(steps.are_spent());
  EXPECT(steps.left_something_out());
  EXPECT(!steps.take(0));
  Steps others;
  others.leave_out();
  EXPECT(others.left_something_out());
  EXPECT(!others.are_spent());
}

DUAL_TEST_CASE("a search for a match takes steps only where it goes back") {
  Steps steps;
  EXPECT(matches(WildcardPattern("a*b*c", &steps), "abc"));
  EXPECT(steps.take(Steps::most));  // none was taken
  EXPECT(!matches(WildcardPattern("*ab", &steps), "aab"));
  EXPECT(steps.are_spent());
  Steps enough;
  EXPECT(matches(WildcardPattern("*ab", &enough), "aab"));
  EXPECT(!enough.take(Steps::most));
}

TEST_CASE("a wildcard that fits almost everywhere is not searched without end") {
  const std::string value(640000, 'a');
  const Question like{
      trust(statement("Allow", R"("StringLike": {"x:v": "*)" + repeated("a", 32000) + R"(b"})")), {{"x:v", value}}, {}};
  CHECK(is_bounded(like.answer()));
  CHECK(like.answer().left_open_by<rules::the_conditions_are_met>());
  const Question arn{
      trust(statement("Allow", "") + "," +
            statement("Deny", R"("ArnNotLike": {"x:v": "arn:aws:s3:::*)" + repeated("a", 32000) + R"(b"})")),
      {{"x:v", value}},
      {}};
  const std::string of_six = "arn:aws:s3:::" + value;
  CHECK(is_bounded(Question{arn.trust, {{"x:v", of_six}}, {}}.answer()));
  const Question short_enough{like.trust, {{"x:v", Text(value).part(0, 31999)}}, {}};
  CHECK(short_enough.answer().refused_by<rules::the_conditions_are_met>());
}

TEST_CASE("patterns times values are bounded, whatever the operator and the set operator") {
  std::vector<std::string> texts;
  for (int i = 0; i < 200000; ++i) texts.push_back(std::to_string(1000000 + i));
  const std::vector<Text> values(texts.begin(), texts.end());
  const std::string numbers = list("", 12000);
  for (const std::string test : {"ForAnyValue:StringLike", "ForAllValues:StringNotEquals", "ForAnyValue:NumericEquals",
                                 "ForAllValues:StringNotLikeIfExists"}) {
    const Question question{trust(statement("Allow", "\"" + test + R"(": {"x:v": [)" + numbers + "]}")),
                            {{"x:v", Span<Text>(values.data(), values.size())}},
                            {}};
    CHECK_MESSAGE(is_bounded(question.answer()), test);
  }
  for (std::string& each : texts) each.insert(0, "arn:aws:s3:::");
  const std::vector<Text> buckets(texts.begin(), texts.end());
  const Question arns{
      trust(statement("Allow", R"("ForAnyValue:ArnLike": {"x:v": [)" + list("arn:aws:s3:::", 4000) + "]}")),
      {{"x:v", Span<Text>(buckets.data(), buckets.size())}},
      {}};
  CHECK(is_bounded(arns.answer()));
}

TEST_CASE("a question of a million comparisons is still decided") {
  std::vector<std::string> texts;
  for (int i = 0; i < 1000; ++i) texts.push_back(std::to_string(1000000 + i));
  const std::vector<Text> values(texts.begin(), texts.end());
  const Question none{trust(statement("Allow", R"("ForAnyValue:StringLike": {"x:v": [)" + list("", 1000) + "]}")),
                      {{"x:v", Span<Text>(values.data(), values.size())}},
                      {}};
  CHECK(none.answer().refused_by<rules::the_conditions_are_met>());
  CHECK(none.answer().open == nullptr);
}

TEST_CASE("a Deny that was not evaluated to its end is not passed, nor is an Allow that came before") {
  const std::string value(640000, 'a');
  const std::string endless = R"("StringLike": {"x:v": "*)" + repeated("a", 32000) + R"(b"})";
  const std::string plain = R"("StringLike": {"x:w": "*"})";
  for (const std::string& both : {statement("Allow", plain) + "," + statement("Deny", endless),
                                  statement("Deny", endless) + "," + statement("Allow", plain)}) {
    const Question question{trust(both), {{"x:v", value}, {"x:w", "w"}}, {}};
    CHECK(is_bounded(question.answer()));
    CHECK(question.answer().left_open_by<rules::the_trust_policy_does_not_deny>());
  }
  // A Deny that is certain by then decides.
  const Question denied{
      trust(statement("Deny", plain) + "," + statement("Allow", endless)), {{"x:v", value}, {"x:w", "w"}}, {}};
  CHECK(denied.answer().refused_by<rules::the_trust_policy_does_not_deny>());
}

TEST_CASE("variables with long values are bounded, and a word that becomes too long says so") {
  const std::string value(15000000, 'v'), short_value(200, 'v');
  const std::string all = R"("StringLike": {"x:v": ")" + repeated("${x:v}", 20000) + R"("})";
  CHECK(is_bounded(Question{trust(statement("Allow", all)), {{"x:v", value}}, {}}.answer()));
  CHECK(is_bounded(Question{trust(statement("Allow", all)), {{"x:v", short_value}}, {}}.answer()));
  const std::string twenty = R"("StringLike": {"x:v": ")" + repeated("${x:v}", 20) + R"("})";
  CHECK(Question{trust(statement("Allow", twenty)), {{"x:v", short_value}}, {}}
            .answer()
            .refused_by<rules::the_conditions_are_met>());
  // Many words that fit, each with one long value.
  std::string words;
  for (int i = 0; i < 8000; ++i) words += std::string(i == 0 ? "" : ",") + R"("${x:v}")" + "";
  std::vector<Text> many(1000, Text(short_value));
  const std::string any = R"("ForAnyValue:StringNotLike": {"x:many": [)" + words + "]}";
  const std::string longer(4000, 'w');
  CHECK(is_bounded(Question{
      trust(statement("Allow", any)),
      {{"x:v", longer}, {"x:many", Span<Text>(many.data(), many.size())}},
      {}}.answer()));
}

TEST_CASE("many keys in many policies are read and decided, or unknown, in bounded time") {
  std::string keys;
  for (int i = 0; i < 12000; ++i) {
    const char name[] = {static_cast<char>('a' + i % 26), ':', static_cast<char>('a' + i / 26 % 26),
                         static_cast<char>('a' + i / 676), '\0'};
    keys += std::string(i == 0 ? "\"" : ",\"") + name + R"(":"")";
  }
  const std::string policy =
      R"({"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringLikeIfExists":{)" + keys +
      R"(,"aws:PrincipalAccount":"444455556666"}}}})";
  const std::string allowed = trust(statement("Allow", R"("StringLike": {"x:w": "*"})"));
  std::vector<std::string> names;
  for (int i = 0; i < 1024; ++i) names.push_back("z:" + std::to_string(i));
  std::vector<ContextKey> context{{"x:w", "w"}};
  for (const std::string& each : names) context.emplace_back(each, "v");
  const std::clock_t start = std::clock();
  const Verdict verdict = Question{allowed, context, std::vector<std::string>(120, policy)}.answer();
  CHECK(is_bounded(verdict));
  CHECK(verdict.left_open_by<rules::the_callers_policies_do_not_deny>());
  CHECK(took_little(start));
}

TEST_CASE("a key that a long statement has twice is refused at its place") {
  std::string keys;
  for (int i = 0; i < 300; ++i) keys += "\"x:" + std::to_string(i) + R"(":"",)";
  const auto read = [&](const std::string& last, const std::string& of_another_operator) {
    return IdentityPolicyDocument::parse(
        R"({"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringLike":{)" + keys + "\"" +
        last + R"(":""},"StringEquals":{")" + of_another_operator + R"(":""}}}})");
  };
  CHECK(read("x:300", "x:7").has_value());
  const auto twice = read("X:123", "x:7");
  REQUIRE(!twice.has_value());
  CHECK(twice.error().fault == PolicyFault::duplicate_condition_key);
  CHECK(twice.error().offset > keys.size());
}

TEST_CASE("resources with wildcards are bounded too") {
  const std::string policy =
      R"({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": [)" +
      list("arn:aws:s3:::*" + repeated("a", 3000) + "b", 40) + "]}}";
  const auto read = IdentityPolicyDocument::parse(policy);
  REQUIRE(read.has_value());
  const IdentityPolicy identity[] = {*read};
  const std::string arn = "arn:aws:s3:::" + std::string(640000, 'a');
  Policies policies;
  policies.identity = identity;
  const Verdict verdict = may_call(alice, "s3:GetObject", policies, Resource{arn}, RequestContext(Span<ContextKey>{}));
  CHECK(is_bounded(verdict));
}
