// A trust policy read at run time: whom its text belongs to, and that no text, however broken or large, does harm.
#include "dual.hpp"

#include <whence/document/policy_document.hpp>
#include <whence/model/role.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using whence::Condition;
using whence::DocumentsFrom;
using whence::PolicyError;
using whence::PolicyFault;
using whence::PrincipalEntry;
using whence::PrincipalForm;
using whence::Role;
using whence::Slice;
using whence::Statement;
using whence::Text;
using whence::TrustPolicy;
using whence::TrustPolicyDocument;

using Parsed = whence::Result<TrustPolicyDocument, PolicyError>;

static_assert(!std::is_default_constructible_v<TrustPolicyDocument>);
static_assert(std::is_copy_constructible_v<TrustPolicyDocument> && std::is_copy_assignable_v<TrustPolicyDocument>);
static_assert(std::is_nothrow_move_constructible_v<TrustPolicyDocument>);
static_assert(std::is_convertible_v<const TrustPolicyDocument&, TrustPolicy>);
static_assert(!std::is_convertible_v<TrustPolicyDocument&&, TrustPolicy>);

// Where the standard library's vector can be used in a constant expression, a document can.
#if defined(__cpp_lib_constexpr_vector) && (!defined(__clang__) || defined(_LIBCPP_VERSION))
constexpr std::size_t statements_of(Text source) {
  const Parsed parsed = TrustPolicyDocument::parse(source, DocumentsFrom::aws);
  return parsed ? parsed->view().statements().size() : 0;
}
static_assert(statements_of(R"({"Statement": {"Effect": "\u0041llow", "Principal": "*", "Action": "sts:*"}})") == 1);
static_assert(statements_of(R"({"Statement": {"Effect": "allow", "Principal": "*", "Action": "sts:*"}})") == 0);
#endif

// About 1 KB that has one of everything: elements, forms of principals, escapes, numbers, white space.
const std::string kilobyte = R"({
  "Version": "2012-10-17",
  "Id": "A\u0042c é \"quoted\" \\ \/",
  "Statement": [
    {
      "Sid": "AllowDeploy1",
      "Effect": "Allow",
      "Principal": {
        "AWS": ["arn:aws:iam::111122223333:role/team/d\u0065ploy", "444455556666",
                "arn:aws:sts::111122223333:assumed-role/app/s1", "AIDACKCEVSQ6C2EXAMPLE", "*"],
        "Service": "ec2.amazonaws.com",
        "Federated": ["arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"]
      },
      "Action": ["sts:AssumeRole", "sts:TagSession"],
      "Condition": {
        "StringEquals": {"sts:ExternalId": "12", "aws:PrincipalTag/t\u0061g": ["\ud83d\ude00", "b"]},
        "NumericLessThanIfExists": {"aws:MultiFactorAuthAge": [3600, -1.5e+2, 0]},
        "Bool": {"aws:MultiFactorAuthPresent": true},
        "ForAllValues:StringLike": {"aws:TagKeys": []},
        "Null": {"aws:TokenIssueTime": false}
      }
    },
    {"\u0045ffect": "Deny", "Principal": "*", "NotAction": "sts:*", "Sid": ""}
  ]
})";

// The same bytes with nothing behind them that may be read.
Parsed parse_exactly(const char* bytes, std::size_t size) {
  const std::unique_ptr<char[]> buffer(new char[size]);
  std::copy_n(bytes, size, buffer.get());
  return TrustPolicyDocument::parse(Text(buffer.get(), size), DocumentsFrom::aws);
}
Parsed parse_exactly(const std::string& text) { return parse_exactly(text.data(), text.size()); }

// Reads all that the records refer to. False when a slice is not inside the text.
bool all_is_inside(const TrustPolicy& policy) {
  const Text source = policy.source();
  std::size_t sum = 0;
  bool inside = true;
  const auto read_text = [&](Text text) {
    for (const char c : text) sum += static_cast<unsigned char>(c);
  };
  // What is decoded lies behind the source, and is shorter than what it stands for.
  const auto read = [&](Slice slice) {
    const std::size_t end = std::size_t{slice.at} + slice.size;
    inside = inside && end <= (slice.at < source.size() ? source.size() : 2 * source.size());
    if (inside) read_text(policy.at(slice));
  };
  read_text(policy.id());
  for (const Statement& statement : policy.statements()) {
    inside = inside && policy.at(statement.source).starts_with("{") && policy.at(statement.source).ends_with("}");
    read(statement.sid);
    read(statement.source);
    for (const PrincipalEntry& entry : policy.principals_of(statement)) {
      for (const Slice slice : {entry.text, entry.path, entry.name, entry.session}) read(slice);
    }
    for (const Slice action : policy.actions_of(statement)) read(action);
    for (const Condition& condition : policy.conditions_of(statement)) {
      read(condition.key);
      inside = inside && source[condition.operator_at] == '"';
      for (const Slice value : policy.values_of(condition)) read(value);
    }
  }
  return inside && sum < static_cast<std::size_t>(-1);
}

// Either read, and then sound, or refused at a byte of the text or its end.
bool is_read_or_refused(const std::string& text) {
  const Parsed parsed = parse_exactly(text);
  if (parsed) return all_is_inside(parsed->view());
  return parsed.error() && parsed.error().fault != PolicyFault::none && parsed.error().offset <= text.size();
}

// A list of so many statements, or keys, made by `one` from their numbers.
template <class One>
std::string repeated(unsigned count, One one) {
  std::string text;
  for (unsigned i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + one(std::to_string(100000 + i));
  return text;
}
std::string policy_of(const std::string& statements) { return R"({"Statement":[)" + statements + "]}"; }
std::string statement_of(const std::string& number) {
  return R"({"Sid":"S)" + number + R"(","Effect":"Deny","Principal":"*","Action":"sts:*"})";
}
std::string statement_with(const std::string& condition) {
  return R"({"Effect":"Deny","Principal":"*","Action":"sts:*","Condition":{)" + condition + "}}";
}

}  // namespace

TEST_CASE("a document keeps its text when the source is gone") {
  auto source = std::make_unique<std::string>(kilobyte);
  const Parsed parsed = TrustPolicyDocument::parse(*source, DocumentsFrom::aws);
  source.reset();
  REQUIRE(parsed.has_value());
  const TrustPolicy policy = parsed->view();
  CHECK(policy.source() == kilobyte);
  CHECK(policy.id() == "ABc \xC3\xA9 \"quoted\" \\ /");
  CHECK(policy.statements().size() == 2);
  CHECK(policy.at(policy.statements()[0].sid) == "AllowDeploy1");
  const PrincipalEntry& role = policy.principals_of(policy.statements()[0])[0];
  CHECK(policy.at(role.text) == "arn:aws:iam::111122223333:role/team/deploy");
  CHECK(policy.at(role.path) == "/team/");
  const Condition& tag = policy.conditions_of(policy.statements()[0])[1];
  CHECK(policy.at(tag.key) == "aws:PrincipalTag/tag");
  CHECK(policy.at(policy.values_of(tag)[0]) == "\xF0\x9F\x98\x80");
  CHECK(all_is_inside(policy));
}

TEST_CASE("a view does not hold a text of its own") {
  const Parsed parsed = TrustPolicyDocument::parse(kilobyte, DocumentsFrom::aws);
  REQUIRE(parsed.has_value());
  CHECK(parsed->view().source().data() != kilobyte.data());
  const TrustPolicy converted = *parsed;
  CHECK(converted.source().data() == parsed->view().source().data());
}

TEST_CASE("a copy lives on when the original is gone or becomes another") {
  auto original = std::make_unique<Parsed>(TrustPolicyDocument::parse(kilobyte, DocumentsFrom::aws));
  REQUIRE(original->has_value());
  TrustPolicyDocument copy = **original;
  CHECK(copy.view().source().data() != (*original)->view().source().data());
  original.reset();
  CHECK(copy.view().source() == kilobyte);
  CHECK(all_is_inside(copy.view()));

  const Parsed other = TrustPolicyDocument::parse(policy_of(statement_of("1")), DocumentsFrom::aws);
  REQUIRE(other.has_value());
  TrustPolicyDocument second = copy;
  copy = *other;
  CHECK(copy.view().source() == policy_of(statement_of("1")));
  CHECK(copy.view().statements().size() == 1);
  CHECK(second.view().source() == kilobyte);
  CHECK(second.view().statements().size() == 2);
  CHECK(second.view().at(second.view().statements()[0].sid) == "AllowDeploy1");
}

TEST_CASE("what is moved takes text and records along") {
  Parsed parsed = TrustPolicyDocument::parse(kilobyte, DocumentsFrom::aws);
  REQUIRE(parsed.has_value());
  const TrustPolicyDocument moved = *std::move(parsed);
  CHECK(moved.view().source() == kilobyte);
  CHECK(moved.view().statements().size() == 2);
  CHECK(all_is_inside(moved.view()));

  const Parsed other = TrustPolicyDocument::parse(policy_of(statement_of("1")), DocumentsFrom::aws);
  REQUIRE(other.has_value());
  TrustPolicyDocument target = *other;
  TrustPolicyDocument again = moved;
  target = std::move(again);
  CHECK(target.view().source() == kilobyte);
  CHECK(target.view().id() == "ABc \xC3\xA9 \"quoted\" \\ /");
  CHECK(all_is_inside(target.view()));
}

TEST_CASE("a short text survives a move too") {  // where a string would be kept in place
  Parsed parsed = TrustPolicyDocument::parse(policy_of(statement_of("1")), DocumentsFrom::aws);
  REQUIRE(parsed.has_value());
  const TrustPolicyDocument moved = *std::move(parsed);
  CHECK(moved.view().at(moved.view().statements()[0].sid) == "S1");
}

TEST_CASE("a role takes a document for its trust policy") {
  const Parsed parsed = TrustPolicyDocument::parse(kilobyte, DocumentsFrom::aws);
  REQUIRE(parsed.has_value());
  const auto role = Role::from_arn("arn:aws:iam::111122223333:role/deploy", *parsed);
  REQUIRE(role.has_value());
  CHECK(role->trust().statements().size() == 2);
  CHECK(role->trust().source() == kilobyte);
}

TEST_CASE("the order of elements does not move the records of one statement apart") {
  const Parsed parsed = TrustPolicyDocument::parse(
      R"({"Statement": [
        {"Condition": {"Bool": {"a": [1, 2]}}, "Action": ["sts:a", "sts:b"],
         "Principal": {"AWS": ["*", "111122223333"]}, "Effect": "Allow"},
        {"Principal": "*", "Condition": {"Bool": {"b": 3}}, "Effect": "Deny", "NotAction": "sts:c"}]})",
      DocumentsFrom::aws);
  REQUIRE(parsed.has_value());
  const TrustPolicy policy = parsed->view();
  const Statement& second = policy.statements()[1];
  CHECK(policy.principals_of(policy.statements()[0])[1].form == PrincipalForm::account);
  CHECK(policy.principals_of(second).size() == 1);
  CHECK(policy.at(policy.actions_of(second)[0]) == "sts:c");
  CHECK(policy.at(policy.conditions_of(second)[0].key) == "b");
  CHECK(policy.at(policy.values_of(policy.conditions_of(second)[0])[0]) == "3");
}

TEST_CASE("every beginning of a policy is refused") {
  REQUIRE(kilobyte.size() > 1000);
  REQUIRE(parse_exactly(kilobyte).has_value());
  for (std::size_t size = 0; size < kilobyte.size(); ++size) {
    const Parsed parsed = parse_exactly(kilobyte.data(), size);
    INFO("the first " << size << " bytes");
    REQUIRE(!parsed.has_value());
    REQUIRE(parsed.error().offset <= size);
    if (kilobyte[size] != '\n') continue;  // in the middle of a line, a token may be cut off
    CHECK(parsed.error().fault == PolicyFault::text_ends_too_early);
    CHECK(parsed.error().offset == size);
  }
}

TEST_CASE("a policy with any byte replaced is read or refused") {
  const std::string nasty("\0\"\\{}[]:, \n\x1F\x7F\x80\xBF\xC3\xFFu0-", 20);
  std::string text = kilobyte;
  unsigned refused = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : nasty) {
      text[at] = byte;
      if (!is_read_or_refused(text)) FAIL("byte " << at << " replaced by " << static_cast<int>(byte));
      if (!parse_exactly(text)) ++refused;
    }
    text[at] = kilobyte[at];
  }
  CHECK(refused > text.size());
}

TEST_CASE("a policy with any byte left out, doubled or added is read or refused") {
  for (std::size_t at = 0; at < kilobyte.size(); ++at) {
    std::string text = kilobyte;
    text.erase(at, 1);
    if (!is_read_or_refused(text)) FAIL("byte " << at << " left out");
    text.insert(at, 2, kilobyte[at]);
    if (!is_read_or_refused(text)) FAIL("byte " << at << " doubled");
    for (const char* added : {"\"", "\\", ",", "{", "}", "[", "]", "\\u00", "\xC3"}) {
      text = kilobyte;
      text.insert(at, added);
      if (!is_read_or_refused(text)) FAIL(added << " added before byte " << at);
    }
  }
}

TEST_CASE("depth does no harm") {
  const std::string deep(100000, '[');
  CHECK(is_read_or_refused(deep));
  CHECK(is_read_or_refused(R"({"Statement":)" + deep));
  CHECK(is_read_or_refused(policy_of(statement_with(R"("Bool":{"a":)" + deep))));
  std::string objects;
  for (int i = 0; i < 20000; ++i) objects += R"({"a":)";
  CHECK(is_read_or_refused(objects));
}

// policy-api-size
TEST_CASE("a policy of 131072 characters is read, and one more refused") {
  const std::string start = R"({"Id":")", end = "\"," + policy_of(statement_of("1")).substr(1);
  const std::size_t frame = start.size() + end.size();
  const auto of_size = [&](std::size_t size) { return start + std::string(size - frame, 'x') + end; };
  const Parsed longest = parse_exactly(of_size(131072));
  REQUIRE(longest.has_value());
  CHECK(longest->view().source().size() == 131072);
  CHECK(longest->view().id().size() == 131072 - frame);
  CHECK(all_is_inside(longest->view()));

  const Parsed too_long = parse_exactly(of_size(131073));
  REQUIRE(!too_long.has_value());
  CHECK(too_long.error() == PolicyError{PolicyFault::policy_is_longer_than_131072, 131072});
}

TEST_CASE("a long policy may consist of escapes") {
  std::string escapes;
  for (int i = 0; i < 20000; ++i) escapes += "\\u00e9";
  const Parsed parsed = parse_exactly(R"({"Id":")" + escapes + "\"," + policy_of(statement_of("1")).substr(1));
  REQUIRE(parsed.has_value());
  CHECK(parsed->view().id().size() == 40000);
  CHECK(all_is_inside(parsed->view()));
}

TEST_CASE("a policy may have thousands of statements") {
  const std::string text = policy_of(repeated(1500, statement_of));
  REQUIRE(text.size() > 100000);
  const Parsed parsed = parse_exactly(text);
  REQUIRE(parsed.has_value());
  CHECK(parsed->view().statements().size() == 1500);
  CHECK(parsed->view().at(parsed->view().statements()[1499].sid) == "S101499");
  CHECK(all_is_inside(parsed->view()));

  const std::string again = policy_of(repeated(1500, statement_of) + "," + statement_of("100000"));
  const Parsed repeats = parse_exactly(again);
  REQUIRE(!repeats.has_value());
  CHECK(repeats.error().fault == PolicyFault::sid_is_not_unique);
  CHECK(repeats.error().offset == again.rfind("{\"Sid\""));
}

TEST_CASE("a policy may have thousands of principals, actions and values") {
  const auto quoted = [](const std::string& before) {
    return [before](const std::string& number) { return "\"" + before + number + "\""; };
  };
  const std::string text = R"({"Statement":{"Effect":"Allow","Principal":{"AWS":[)" +
                           repeated(1500, quoted("arn:aws:iam::111122223333:role/")) + R"(]},"Action":[)" +
                           repeated(1500, quoted("sts:")) + R"(],"Condition":{"StringEquals":{"sts:ExternalId":[)" +
                           repeated(2500, quoted("")) + "]}}}}";
  REQUIRE(text.size() > 90000);
  const Parsed parsed = parse_exactly(text);
  REQUIRE(parsed.has_value());
  const TrustPolicy policy = parsed->view();
  CHECK(policy.principals_of(policy.statements()[0]).size() == 1500);
  CHECK(policy.at(policy.principals_of(policy.statements()[0])[1499].name) == "101499");
  CHECK(policy.actions_of(policy.statements()[0]).size() == 1500);
  CHECK(policy.values_of(policy.conditions_of(policy.statements()[0])[0]).size() == 2500);
  CHECK(all_is_inside(policy));
}

TEST_CASE("a statement may have thousands of keys under one operator") {
  const auto key = [](const std::string& number) { return "\"aws:RequestTag/" + number + "\":1"; };
  const std::string keys = repeated(2000, key);
  const Parsed parsed = parse_exactly(policy_of(statement_with(R"("NumericEquals":{)" + keys + "}")));
  REQUIRE(parsed.has_value());
  CHECK(parsed->view().conditions_of(parsed->view().statements()[0]).size() == 2000);
  CHECK(all_is_inside(parsed->view()));

  const std::string again = policy_of(statement_with(R"("NumericEquals":{)" + keys + R"(,"AWS:requesttag/100000":1})"));
  const Parsed repeats = parse_exactly(again);
  REQUIRE(!repeats.has_value());
  CHECK(repeats.error() ==
        PolicyError{PolicyFault::duplicate_condition_key, static_cast<std::uint32_t>(again.find("\"AWS:r"))});
}
