// Policy variables. The ids op-15 to op-68 are vectors, and the rules named var-... facts, that were collected from IAM
// policy elements: Variables and tags,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, and IAM JSON policy elements:
// Version, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
#include "dual.hpp"

#include <whence/evaluate/conditions.hpp>
#include <whence/policy/policy_literals.hpp>

#include <string>

namespace {

using namespace whence;

// The keys of a request that has no others.
struct Keys {
  Span<ContextKey> listed;
  constexpr ContextKey find(Text name) const {
    const ContextKey* const found = RequestContext(listed).find(name);
    return found != nullptr ? *found : ContextKey::absent(name);
  }
  Steps bound{};
  constexpr Steps& steps() { return bound; }
};

constexpr Text two_teams[] = {"a", "b"}, one_team[] = {"a"};
constexpr ContextKey known[] = {
    {"aws:username", "alice"},       {"aws:PrincipalTag/team", "blue"},
    {"aws:PrincipalTag/star", "a*"}, {"aws:PrincipalTag/what", "?"},
    {"aws:PrincipalTag/empty", ""},  {"aws:PrincipalTag/nested", "${aws:username}"},
    {"aws:TagKeys", two_teams},      {"saml:cn", "a"},
    {"example:list", one_team},      ContextKey::unknown("sts:ExternalId"),
};

// What an expansion says, and how it matches a text.
constexpr Truth expansion(Text word, bool wildcards = true) {
  Keys keys{known};
  ExpandedWord expanded;
  return expanded.expand(word, keys, wildcards);
}
constexpr bool expands_to(Text word, Text expected, bool wildcards = false) {
  Keys keys{known};
  ExpandedWord expanded;
  if (expanded.expand(word, keys, wildcards) != Truth::yes) return false;
  const ElementPattern pattern = expanded.pattern();
  if (pattern.size() != expected.size()) return false;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (pattern[i] != static_cast<unsigned char>(expected[i])) return false;
  }
  return true;
}
constexpr bool expansion_matches(Text word, Text text) {
  Keys keys{known};
  ExpandedWord expanded;
  return expanded.expand(word, keys, true) == Truth::yes && matches(expanded.pattern(), text);
}

template <FixedText Source>
constexpr auto policy_text = literals::operator""_trust_policy_from_aws<Source>();

#define POLICY(version, condition)                                                             \
  TrustPolicy(policy_text<"{" version R"("Statement": {"Effect": "Allow", "Principal": "*", )" \
                          R"("Action": "sts:AssumeRole", "Condition": )" condition "}}">)
#define V2012 R"("Version": "2012-10-17", )"
#define V2008 R"("Version": "2008-10-17", )"
#define WHERE(test, value) POLICY(V2012, R"({")" test R"(": {"example:key": ")" value R"("}})")

// Whether a request whose example:key has a value, and which has one more key or not, satisfies a policy.
constexpr Truth result(const TrustPolicy& policy, Text value, const ContextKey& other = {}) {
  const ContextKey listed[] = {{"example:key", value}, other};
  Keys keys{listed};
  return is_satisfied(policy, policy.conditions_of(policy.statements()[0])[0], keys);
}

constexpr ContextKey alice{"aws:username", "alice"};

}  // namespace

DUAL_TEST_CASE("the vectors are answered as the documentation answers them") {
  EXPECT(result(WHERE("StringLike", "a${*}c"), "a*c") == Truth::yes);                               // op-15
  EXPECT(result(WHERE("StringLike", "a${*}c"), "abc") == Truth::no);                                // op-16
  EXPECT(result(WHERE("StringEquals", "${aws:username}"), "alice", alice) == Truth::yes);           // op-64
  EXPECT(result(WHERE("StringEquals", "${aws:username}"), "alice") == Truth::no);                   // op-65
  EXPECT(result(WHERE("StringNotEquals", "${aws:username}"), "alice") == Truth::yes);               // op-66
  EXPECT(result(WHERE("StringEquals", "${aws:PrincipalTag/team, 'none'}"), "none") == Truth::yes);  // op-67
  constexpr TrustPolicy absent = POLICY("", R"({"StringEquals": {"example:key": "${aws:username}"}})"),
                        old = POLICY(V2008, R"({"StringEquals": {"example:key": "${aws:username}"}})");
  EXPECT(result(absent, "alice", alice) == Truth::no);  // op-68
  EXPECT(result(old, "alice", alice) == Truth::no);
  EXPECT(result(absent, "${aws:username}", alice) == Truth::yes);
  EXPECT(result(old, "${aws:username}", alice) == Truth::yes);
}

// var-needs-2012
DUAL_TEST_CASE("variables are those of the language of 2012") {
  constexpr TrustPolicy newest = POLICY(V2012, "{}"), old = POLICY(V2008, "{}"), absent = POLICY("", "{}");
  EXPECT(has_variables(newest, "${aws:username}"));
  EXPECT(has_variables(newest, "a${*}"));
  EXPECT(has_variables(newest, "$${?}"));
  EXPECT(has_variables(newest, "${"));
  EXPECT(!has_variables(newest, ""));
  EXPECT(!has_variables(newest, "$"));
  EXPECT(!has_variables(newest, "a$"));
  EXPECT(!has_variables(newest, "$a{b}"));
  EXPECT(!has_variables(newest, "{aws:username}$"));
  EXPECT(!has_variables(newest, "$$$"));
  EXPECT(!has_variables(old, "${aws:username}"));
  EXPECT(!has_variables(absent, "${aws:username}"));
}

DUAL_TEST_CASE("a variable stands for the value of its key") {
  EXPECT(expands_to("", ""));
  EXPECT(expands_to("plain", "plain"));
  EXPECT(expands_to("${aws:username}", "alice"));
  EXPECT(expands_to("home/${aws:username}/${aws:PrincipalTag/team}", "home/alice/blue"));
  EXPECT(expands_to("${aws:username}${aws:username}", "alicealice"));
  EXPECT(expansion("<${aws:PrincipalTag/empty}>") == Truth::unknown);  // or no value (U-120)
  EXPECT(expands_to("$a${aws:username}$", "$aalice$"));
  EXPECT(expands_to("a}b{c", "a}b{c"));
  EXPECT(expands_to("${aws:PrincipalTag/nested}", "${aws:username}"));  // once, and no further
}

// var-key-case
DUAL_TEST_CASE("the name of the key ignores letter case") {
  EXPECT(expands_to("${AWS:UserName}", "alice"));
  EXPECT(expands_to("${aws:principaltag/TEAM}", "blue"));
}

// var-special
DUAL_TEST_CASE("three variables stand for the characters that mean something else") {
  EXPECT(expands_to("${*}${?}${$}", "*?$"));
  EXPECT(expands_to("${$}{aws:username}", "${aws:username}"));
  EXPECT(expansion_matches("${*}", "*"));
  EXPECT(!expansion_matches("${*}", "a"));
  EXPECT(expansion_matches("a${?}*", "a?bc"));
  EXPECT(!expansion_matches("a${?}*", "abc"));
}

// var-wildcards-in-value
DUAL_TEST_CASE("what a variable stands for is compared as it is") {
  EXPECT(expansion_matches("${aws:PrincipalTag/star}-*", "a*-b"));
  EXPECT(!expansion_matches("${aws:PrincipalTag/star}-*", "ab-b"));
  EXPECT(expansion_matches("?${aws:PrincipalTag/what}", "x?"));
  EXPECT(!expansion_matches("?${aws:PrincipalTag/what}", "xy"));
  EXPECT(expansion_matches("${aws:PrincipalTag/nowhere, 'a*'}", "a*"));
  EXPECT(!expansion_matches("${aws:PrincipalTag/nowhere, 'a*'}", "ab"));
}

DUAL_TEST_CASE("wildcards beside a variable are wildcards where the operator has them") {
  EXPECT(expansion_matches("*/${aws:username}?", "x/y/alice2"));
  EXPECT(!expansion_matches("*/${aws:username}?", "x/y/alice"));
  EXPECT(expands_to("*?${aws:username}", "*?alice", false));
  EXPECT(!expands_to("*?${aws:username}", "*?alice", true));
  EXPECT(result(WHERE("StringEquals", "*${aws:username}"), "*alice", alice) == Truth::yes);
  EXPECT(result(WHERE("StringEquals", "*${aws:username}"), "xalice", alice) == Truth::no);
  EXPECT(result(WHERE("StringLike", "*${aws:username}"), "xalice", alice) == Truth::yes);
  EXPECT(result(WHERE("StringEqualsIgnoreCase", "${aws:username}"), "ALICE", alice) == Truth::yes);
  EXPECT(result(WHERE("StringNotEqualsIgnoreCase", "${aws:username}"), "ALICE", alice) == Truth::no);
}

// var-default
DUAL_TEST_CASE("a default stands in for a value that is not there") {
  EXPECT(expands_to("${aws:PrincipalTag/nowhere, 'none'}", "none"));
  EXPECT(expands_to("${aws:PrincipalTag/nowhere,'none'}", "none"));
  EXPECT(expands_to("${aws:PrincipalTag/nowhere ,  'none' }", "none"));
  EXPECT(expands_to("${aws:PrincipalTag/nowhere, ''}", ""));
  EXPECT(expands_to("${aws:PrincipalTag/nowhere, 'company-wide, all'}", "company-wide, all"));
  EXPECT(expands_to("${aws:PrincipalTag/team, 'none'}", "blue"));
  EXPECT(expansion("${aws:PrincipalTag/empty, 'none'}") == Truth::unknown);
  EXPECT(expansion("${sts:ExternalId, 'none'}") == Truth::unknown);
  EXPECT(expansion("${aws:PrincipalTag/nowhere, none}") == Truth::unknown);
  EXPECT(expansion("${aws:PrincipalTag/nowhere, 'none}") == Truth::unknown);
  EXPECT(expansion("${aws:PrincipalTag/nowhere, '}") == Truth::unknown);
  EXPECT(expansion("${aws:PrincipalTag/nowhere, }") == Truth::unknown);
}

// var-missing-no-match
DUAL_TEST_CASE("a variable without a value makes the word match nothing") {
  EXPECT(expansion("${aws:PrincipalTag/nowhere}") == Truth::no);
  EXPECT(expansion("*${aws:PrincipalTag/nowhere}*") == Truth::no);
  EXPECT(expansion("${aws:username}${aws:PrincipalTag/nowhere}") == Truth::no);
  EXPECT(expansion("${sts:ExternalId}${aws:PrincipalTag/nowhere}") == Truth::no);
  EXPECT(result(WHERE("StringLike", "*${aws:username}"), "alice") == Truth::no);
  EXPECT(result(WHERE("StringNotLike", "*${aws:username}"), "alice") == Truth::yes);
  EXPECT(result(WHERE("ArnLike", "arn:aws:iam::111122223333:user/${aws:username}"),
                "arn:aws:iam::111122223333:user/alice") == Truth::no);
}

DUAL_TEST_CASE("a variable of which the value is not known leaves the word unknown") {
  EXPECT(expansion("${sts:ExternalId}") == Truth::unknown);
  EXPECT(expansion("a${sts:ExternalId}${aws:username}") == Truth::unknown);
  EXPECT(result(WHERE("StringEquals", "${aws:username}"), "alice", ContextKey::unknown("aws:username")) ==
         Truth::unknown);
  EXPECT(result(WHERE("StringNotEquals", "${aws:username}"), "alice", ContextKey::unknown("aws:username")) ==
         Truth::unknown);
}

DUAL_TEST_CASE("a variable that cannot be read leaves the word unknown") {
  EXPECT(expansion("${") == Truth::unknown);
  EXPECT(expansion("${aws:username") == Truth::unknown);
  EXPECT(expansion("${}") == Truth::unknown);
  EXPECT(expansion("${ }") == Truth::unknown);
  EXPECT(expansion("${, 'none'}") == Truth::unknown);
  EXPECT(expansion("${aws:PrincipalTag/${aws:username}}") == Truth::unknown);
  EXPECT(expansion("${aws:username, '${aws:username}'}") == Truth::unknown);
  EXPECT(expansion("${${}") == Truth::unknown);
}

// var-single-valued-only: a key is multivalued because it is listed so, or was given so.
DUAL_TEST_CASE("a key with several values is no variable") {
  EXPECT(expansion("${aws:TagKeys}") == Truth::no);
  EXPECT(expansion("${saml:cn}") == Truth::no);
  EXPECT(expands_to("${example:list}", "a"));  // one value is one value
}

// var-where, var-not-where
DUAL_TEST_CASE("strings and ARNs have variables, numbers, dates, addresses and bytes have not") {
  constexpr ContextKey ten{"aws:username", "10"}, address{"aws:username", "10.0.0.1"}, bytes{"aws:username", "Zm8="};
  constexpr Text arn = "arn:aws:iam::111122223333:user/alice";
  EXPECT(result(WHERE("ArnEquals", "arn:aws:iam::*:user/${aws:username}"), arn, alice) == Truth::yes);
  EXPECT(result(WHERE("ArnLike", "arn:aws:iam::*:user/${aws:username}"), arn, ten) == Truth::no);
  EXPECT(result(WHERE("ArnNotLike", "arn:aws:iam::*:user/${aws:username}"), arn, alice) == Truth::no);
  EXPECT(result(WHERE("NumericEquals", "${aws:username}"), "10", ten) == Truth::unknown);
  EXPECT(result(WHERE("IpAddress", "${aws:username}"), "10.0.0.1", address) == Truth::unknown);
  EXPECT(result(WHERE("BinaryEquals", "${aws:username}"), "fo", bytes) == Truth::unknown);
}

DUAL_TEST_CASE("for Bool variables are replaced, which the manual both says and denies") {  // X-6
  constexpr ContextKey yes{"aws:username", "True"};
  EXPECT(result(WHERE("Bool", "${aws:username}"), "true", yes) == Truth::yes);
  EXPECT(result(WHERE("Bool", "${aws:username}"), "false", yes) == Truth::no);
  EXPECT(result(WHERE("Bool", "${aws:username}"), "true") == Truth::no);
}

DUAL_TEST_CASE("a resource may have variables") {
  Keys keys{known};
  ExpandedWord expanded;
  EXPECT(expanded.expand("arn:aws:iam::*:role/${aws:username}-*", keys, true) == Truth::yes);
  EXPECT(matches_resource(expanded.pattern(), "arn:aws:iam::111122223333:role/alice-1") == Truth::yes);
  EXPECT(matches_resource(expanded.pattern(), "arn:aws:iam::111122223333:role/bob-1") == Truth::no);
}

DUAL_TEST_CASE("a word is expanded afresh") {
  Keys keys{known};
  ExpandedWord expanded;
  EXPECT(expanded.expand("${aws:username}", keys, true) == Truth::yes);
  EXPECT(expanded.expand("${aws:PrincipalTag/nowhere}", keys, true) == Truth::no);
  EXPECT(expanded.expand("b", keys, true) == Truth::yes);
  EXPECT(expanded.pattern().size() == 1);
}

// An ARN has 2048 characters at the most, a policy 131072.
TEST_CASE("a word as long as an ARN fits, and one that does not fit is not known") {
  const std::string value(1000, 'v');
  const ContextKey listed[] = {{"aws:username", value}};
  Keys keys{listed};
  ExpandedWord longest, too_long;
  CHECK(longest.expand("${aws:username}${aws:username}" + std::string(48, 'w'), keys, true) == Truth::yes);
  CHECK(matches(longest.pattern(), value + value + std::string(48, 'w')));
  CHECK(!matches(longest.pattern(), value + value + std::string(47, 'w')));
  CHECK(too_long.expand("${aws:username}" + std::string(130000, '*'), keys, true) == Truth::unknown);
}

// A word is often a part of a longer text, such as the document. The bytes behind it are not read.
DUAL_TEST_CASE("a word ends at its own end") {
  constexpr Text text = "a${aws:username}";
  EXPECT(expands_to(text.part(0, 1), "a"));
  EXPECT(expands_to(text.part(0, 2), "a$"));
  EXPECT(expansion(text.part(0, 3)) == Truth::unknown);
  EXPECT(expansion(text.part(0, text.size() - 1)) == Truth::unknown);
  EXPECT(expands_to(text, "aalice"));
  constexpr TrustPolicy newest = POLICY(V2012, "{}");
  EXPECT(!has_variables(newest, text.part(0, 2)));
  EXPECT(has_variables(newest, text.part(0, 3)));
}

// The buffer has 4096 elements.
TEST_CASE("a word of exactly the most elements fits, and one more is not known") {
  const std::string value(4095, 'v');
  const ContextKey listed[] = {{"aws:username", value}};
  Keys keys{listed};
  ExpandedWord expanded;
  CHECK(expanded.expand("${aws:username}w", keys, false) == Truth::yes);
  CHECK(expanded.pattern().size() == 4096);
  CHECK(matches(expanded.pattern(), value + "w"));
  CHECK(expanded.expand("${aws:username}ww", keys, false) == Truth::unknown);
  CHECK(expanded.expand(std::string(4096, 'w'), keys, false) == Truth::yes);
  CHECK(expanded.expand(std::string(4097, 'w'), keys, false) == Truth::unknown);
}
