// Whether a request satisfies a condition. The ids op-01 to op-63 are vectors, and the rules named beside them facts, that
// were collected from IAM JSON policy elements: Condition operators,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; Conditions with
// multiple context keys or values,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html;
// Single-valued vs. multivalued context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html;
// and the IAM Access Analyzer policy check reference,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
#include "dual.hpp"

#include <whence/evaluate/conditions.hpp>

#include <initializer_list>
#include <whence/policy/policy_literals.hpp>

namespace {

using namespace whence;

template <FixedText Source>
constexpr auto policy_text = literals::operator""_trust_policy_from_aws<Source>();

#define STATEMENT R"("Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Condition": )"
#define POLICY(condition) \
  TrustPolicy(policy_text<R"({"Version": "2012-10-17", "Statement": {)" STATEMENT condition "}}">)
#define WHERE(test, values) POLICY(R"({")" test R"(": {"example:key": )" values "}}")

// What is known of a request: one key, whatever the policy asks for.
struct OneKey {
  ContextKey key;
  constexpr ContextKey find(Text name) const {
    EXPECT(name == "example:key");
    return key;
  }
  Steps bound{};
  constexpr Steps& steps() { return bound; }
};

constexpr Text key_name = "example:key";
constexpr ContextKey missing = ContextKey::absent(key_name);
constexpr ContextKey not_known = ContextKey::unknown(key_name);
constexpr ContextKey one(Text value) { return {key_name, value}; }
template <std::size_t Count>
constexpr ContextKey list(const Text (&values)[Count]) {
  return {key_name, Span<Text>(values)};
}
constexpr ContextKey empty_list{key_name, Span<Text>()};

constexpr Truth result(const TrustPolicy& policy, const ContextKey& key) {
  OneKey keys{key};
  return is_satisfied(policy, policy.conditions_of(policy.statements()[0])[0], keys);
}

constexpr Truth T = Truth::yes, F = Truth::no, U = Truth::unknown;

struct Vector {
  const char* id;
  ContextKey key;
  TrustPolicy policy;
  Truth expected;
};

constexpr Text a_b[] = {"a", "b"}, a_d[] = {"a", "d"}, d_e[] = {"d", "e"}, only_a[] = {"a"};

// An ARN of which the resource holds what looks like an account.
#define OP_48 "arn:aws:svc:us-east-2:999999999999:store/abc:111122223333:finance/d"

constexpr Vector vectors[] = {
    {"op-01", one("alice"), WHERE("StringEquals", R"("alice")"), T},
    {"op-02", one("Alice"), WHERE("StringEquals", R"("alice")"), F},
    {"op-03", missing, WHERE("StringEquals", R"("alice")"), F},
    {"op-04", one("b"), WHERE("StringEquals", R"(["a", "b"])"), T},
    {"op-05", one("repo:o/r:ref"), WHERE("StringEquals", R"("repo:o/r:*")"), F},
    {"op-06", one("repo:o/r:*"), WHERE("StringEquals", R"("repo:o/r:*")"), T},
    {"op-07", missing, WHERE("StringNotEquals", R"("alice")"), T},
    {"op-08", one("b"), WHERE("StringNotEquals", R"(["a", "b"])"), F},
    {"op-09", one("c"), WHERE("StringNotEquals", R"(["a", "b"])"), T},
    {"op-10", one("Alice"), WHERE("StringEqualsIgnoreCase", R"("aLICE")"), T},
    {"op-11", one("repo:o/r:ref:refs/heads/main"), WHERE("StringLike", R"("repo:o/r:*")"), T},
    {"op-12", one("repo:o/r2:ref"), WHERE("StringLike", R"("repo:o/r:*")"), F},
    {"op-13", one("abc"), WHERE("StringLike", R"("a?c")"), T},
    {"op-14", one("ac"), WHERE("StringLike", R"("a?c")"), F},
    {"op-15", one("a*c"), WHERE("StringLike", R"("a${*}c")"), T},
    {"op-16", one("abc"), WHERE("StringLike", R"("a${*}c")"), F},
    {"op-17", one(""), WHERE("StringLike", R"("*")"), U},
    {"op-18", missing, WHERE("StringLike", R"("*")"), F},
    {"op-19", missing, WHERE("StringNotLike", R"("*")"), T},
    {"op-20", missing, WHERE("StringEqualsIfExists", R"("x")"), T},
    {"op-21", one("y"), WHERE("StringEqualsIfExists", R"("x")"), F},
    {"op-22", one("1200"), WHERE("NumericLessThan", "3600"), T},
    {"op-23", one("3600"), WHERE("NumericLessThan", "3600"), F},
    {"op-24", one("3600"), WHERE("NumericLessThanEquals", "3600"), T},
    {"op-25", missing, WHERE("NumericLessThan", "3600"), F},
    {"op-26", missing, WHERE("NumericLessThanIfExists", "3600"), T},
    {"op-27", one("2.0"), WHERE("NumericEquals", "2"), T},
    {"op-28", one("1.0"), WHERE("NumericLessThan", R"("2.0")"), T},
    {"op-29", one("2026-01-01T00:00:00Z"), WHERE("DateLessThan", R"("2026-06-01T00:00:00Z")"), T},
    {"op-30", missing, WHERE("DateGreaterThan", R"("2026-06-01T00:00:00Z")"), F},
    {"op-31", one("2026-06-01T00:00:00Z"), WHERE("DateLessThan", R"("2026-06-01T00:00:00Z")"), F},
    {"op-32", one("2026-06-01T00:00:00Z"), WHERE("DateLessThanEquals", R"("2026-06-01T00:00:00Z")"), T},
    {"op-33", one("true"), WHERE("Bool", R"("true")"), T},
    {"op-34", one("false"), WHERE("Bool", R"("true")"), F},
    {"op-35", missing, WHERE("Bool", R"("true")"), F},
    {"op-36", missing, WHERE("Bool", R"("false")"), F},
    {"op-37", missing, WHERE("BoolIfExists", R"("true")"), T},
    {"op-38", missing, WHERE("BoolIfExists", R"("false")"), T},
    {"op-39", one("203.0.113.7"), WHERE("IpAddress", R"("203.0.113.0/24")"), T},
    {"op-40", one("203.0.114.7"), WHERE("IpAddress", R"("203.0.113.0/24")"), F},
    {"op-41", one("203.0.113.7"), WHERE("IpAddress", R"("203.0.113.7")"), T},
    {"op-42", one("2001:db8:1234:5678::1"), WHERE("IpAddress", R"("2001:DB8:1234:5678::/64")"), T},
    {"op-43", missing, WHERE("NotIpAddress", R"("203.0.113.0/24")"), T},
    {"op-44", one("arn:aws:iam::111122223333:role/team/app"), WHERE("ArnLike", R"("arn:aws:iam::111122223333:role/*")"),
     T},
    {"op-45", one("arn:aws:iam::111122223333:role/team/app"),
     WHERE("ArnEquals", R"("arn:aws:iam::111122223333:role/*")"), T},
    {"op-46", one("arn:aws:iam::111122223333:role/app"), WHERE("ArnLike", R"("arn:aws:iam::*:role/app")"), T},
    {"op-47", one("arn:aws:iam::111122223333:role/app"), WHERE("ArnLike", R"("arn:aws:iam::role/app")"), U},
    {"op-48", one(OP_48), WHERE("ArnLike", R"("arn:aws:svc:*:111122223333:finance/*")"), F},
    {"op-49", one(OP_48), WHERE("StringLike", R"("arn:aws:svc:*:111122223333:finance/*")"), T},
    {"op-50", missing, WHERE("ArnNotLike", R"("arn:aws:iam::111122223333:role/*")"), T},
    {"op-51", one("arn:aws:iam::111122223333:role/App"), WHERE("ArnLike", R"("arn:aws:iam::111122223333:role/app")"),
     F},
    {"op-52", missing, WHERE("Null", R"("true")"), T},
    {"op-53", one("a"), WHERE("Null", R"("true")"), F},
    {"op-54", one("a"), WHERE("Null", R"("false")"), T},
    {"op-55", missing, WHERE("Null", R"("false")"), F},
    {"op-56", list(a_b), WHERE("ForAllValues:StringEquals", R"(["a", "b", "c"])"), T},
    {"op-57", list(a_d), WHERE("ForAllValues:StringEquals", R"(["a", "b", "c"])"), F},
    {"op-58", missing, WHERE("ForAllValues:StringEquals", R"(["a"])"), T},
    {"op-58, empty", empty_list, WHERE("ForAllValues:StringEquals", R"(["a"])"), T},
    {"op-59", list(a_d), WHERE("ForAnyValue:StringEquals", R"(["a", "b", "c"])"), T},
    {"op-60", list(d_e), WHERE("ForAnyValue:StringEquals", R"(["a", "b", "c"])"), F},
    {"op-61", missing, WHERE("ForAnyValue:StringEquals", R"(["a"])"), F},
    {"op-62", list(a_b), WHERE("StringEquals", R"("a")"), F},
    {"one value is one value", list(only_a), WHERE("StringEquals", R"("a")"), T},
    {"op-63", one("whence"), WHERE("BinaryEquals", R"("d2hlbmNl")"), T},
};

// op-string-equals to op-arn-not: an operator, a value in the policy, and one of the request that it takes in and one that
// it does not; then whether a missing key satisfies the operator, the former value, and the latter.
struct Operator {
  Text name;
  TrustPolicy plain, if_exists, for_all_values, for_any_value;
  Text match, other;
  Truth when_missing, when_match, when_other;
};
#define OPERATOR(name, wanted, match, other, when_missing, when_match, when_other)                  \
  {                                                                                                 \
    name, WHERE(name, wanted), WHERE(name "IfExists", wanted), WHERE("ForAllValues:" name, wanted), \
        WHERE("ForAnyValue:" name, wanted), match, other, when_missing, when_match, when_other      \
  }
#define ARN(resource) "arn:aws:iam::111122223333:" resource

constexpr Operator operators[] = {
    OPERATOR("StringEquals", R"("team-*")", "team-*", "team-a", F, T, F),
    OPERATOR("StringNotEquals", R"("team-*")", "team-*", "team-a", T, F, T),
    OPERATOR("StringEqualsIgnoreCase", R"("Team")", "tEAM", "teams", F, T, F),
    OPERATOR("StringNotEqualsIgnoreCase", R"("Team")", "tEAM", "teams", T, F, T),
    OPERATOR("StringLike", R"("team-*")", "team-a", "Team-a", F, T, F),
    OPERATOR("StringNotLike", R"("team-*")", "team-a", "Team-a", T, F, T),
    OPERATOR("NumericEquals", "10", "10.0", "1", F, T, F),
    OPERATOR("NumericNotEquals", "10", "10.0", "1", T, F, T),
    OPERATOR("NumericLessThan", "10", "9", "10", F, T, F),
    OPERATOR("NumericLessThanEquals", "10", "10", "11", F, T, F),
    OPERATOR("NumericGreaterThan", "10", "11", "10", F, T, F),
    OPERATOR("NumericGreaterThanEquals", "10", "10", "9", F, T, F),
    OPERATOR("DateEquals", R"("2026-06-01")", "2026-06-01T02:00:00+02:00", "2026-06-01T00:00:01Z", F, T, F),
    OPERATOR("DateNotEquals", R"("2026-06-01")", "2026-06-01T02:00:00+02:00", "2026-06-01T00:00:01Z", T, F, T),
    OPERATOR("DateLessThan", "1780272000", "2026-05-31T23:59:59Z", "2026-06-01T00:00:00Z", F, T, F),
    OPERATOR("DateLessThanEquals", "1780272000", "2026-06-01T00:00:00Z", "2026-06-01T00:00:01Z", F, T, F),
    OPERATOR("DateGreaterThan", "1780272000", "2026-06-01T00:00:01Z", "2026-06-01T00:00:00Z", F, T, F),
    OPERATOR("DateGreaterThanEquals", "1780272000", "2026-06-01T00:00:00Z", "2026-05-31T23:59:59Z", F, T, F),
    OPERATOR("Bool", "true", "True", "false", F, T, F),
    OPERATOR("BinaryEquals", R"("Zm8=")", "fo", "foo", F, T, F),
    OPERATOR("IpAddress", R"("203.0.113.0/24")", "203.0.113.7", "2001:db8::1", F, T, F),
    OPERATOR("NotIpAddress", R"("203.0.113.0/24")", "203.0.113.7", "2001:db8::1", T, F, T),
    OPERATOR("ArnEquals", R"(")" ARN("role/*") R"(")", ARN("role/a/b"), ARN("user/a"), F, T, F),
    OPERATOR("ArnNotEquals", R"(")" ARN("role/*") R"(")", ARN("role/a/b"), ARN("user/a"), T, F, T),
    OPERATOR("ArnLike", R"(")" ARN("role/*") R"(")", ARN("role/a/b"), ARN("user/a"), F, T, F),
    OPERATOR("ArnNotLike", R"(")" ARN("role/*") R"(")", ARN("role/a/b"), ARN("user/a"), T, F, T),
};
// How many rows are about an operator. The vectors op-52 to op-55 are about Null.
constexpr int rows_of(Text name) {
  int count = 0;
  for (const Operator& row : operators) count += row.name == name ? 1 : 0;
  return count;
}

}  // namespace

DUAL_TEST_CASE("the vectors are answered as the documentation answers them") {
  for (const Vector& row : vectors) EXPECT(result(row.policy, row.key) == row.expected);
}

DUAL_TEST_CASE("the table has every operator once") {
  for (const ConditionTestInfo& each : condition_tests) {
    EXPECT(rows_of(each.name) == (each.compares == Compares::presence ? 0 : 1));
  }
}

DUAL_TEST_CASE("a plain operator") {
  for (const Operator& row : operators) {
    EXPECT(result(row.plain, missing) == row.when_missing);
    EXPECT(result(row.plain, empty_list) == row.when_missing);
    EXPECT(result(row.plain, one(row.match)) == row.when_match);
    EXPECT(result(row.plain, one(row.other)) == row.when_other);
  }
}

// op-if-exists
DUAL_TEST_CASE("an operator with IfExists is satisfied where the key is missing, and else as without") {
  for (const Operator& row : operators) {
    EXPECT(result(row.if_exists, missing) == T);
    EXPECT(result(row.if_exists, empty_list) == T);
    EXPECT(result(row.if_exists, one(row.match)) == row.when_match);
    EXPECT(result(row.if_exists, one(row.other)) == row.when_other);
  }
}

// op-for-all-values
DUAL_TEST_CASE("ForAllValues is satisfied where no value is left out") {
  for (const Operator& row : operators) {
    const Text match[] = {row.match}, other[] = {row.other}, mixed[] = {row.match, row.other},
               twice[] = {row.match, row.match};
    EXPECT(result(row.for_all_values, missing) == T);
    EXPECT(result(row.for_all_values, empty_list) == T);
    EXPECT(result(row.for_all_values, list(match)) == row.when_match);
    EXPECT(result(row.for_all_values, list(other)) == row.when_other);
    EXPECT(result(row.for_all_values, list(mixed)) == F);
    EXPECT(result(row.for_all_values, list(twice)) == row.when_match);
    EXPECT(result(row.for_all_values, one(row.match)) == row.when_match);
    EXPECT(result(row.for_all_values, one(row.other)) == row.when_other);
  }
}

// op-for-any-value, cond-negated-forany-allows-mix
DUAL_TEST_CASE("ForAnyValue is satisfied by one value, and not where there is none") {
  for (const Operator& row : operators) {
    const Text match[] = {row.match}, other[] = {row.other}, mixed[] = {row.match, row.other},
               twice[] = {row.other, row.other};
    EXPECT(result(row.for_any_value, missing) == F);
    EXPECT(result(row.for_any_value, empty_list) == F);
    EXPECT(result(row.for_any_value, list(match)) == row.when_match);
    EXPECT(result(row.for_any_value, list(other)) == row.when_other);
    EXPECT(result(row.for_any_value, list(mixed)) == T);
    EXPECT(result(row.for_any_value, list(twice)) == row.when_other);
    EXPECT(result(row.for_any_value, one(row.match)) == row.when_match);
    EXPECT(result(row.for_any_value, one(row.other)) == row.when_other);
  }
}

DUAL_TEST_CASE("of a key that is not known nothing follows, whatever the operator") {
  for (const Operator& row : operators) {
    EXPECT(result(row.plain, not_known) == U);
    EXPECT(result(row.if_exists, not_known) == U);
    EXPECT(result(row.for_all_values, not_known) == U);
    EXPECT(result(row.for_any_value, not_known) == U);
  }
  EXPECT(result(WHERE("Null", "true"), not_known) == U);
  EXPECT(result(WHERE("Null", "false"), not_known) == U);
}

// op-null-true, op-null-false: an empty list is as good as no key.
DUAL_TEST_CASE("Null asks whether the key is there") {
  constexpr TrustPolicy absent = WHERE("Null", "true"), present = WHERE("Null", R"("False")"),
                        either = WHERE("Null", "[true, false]"), neither = WHERE("Null", R"("maybe")");
  EXPECT(result(absent, empty_list) == T);
  EXPECT(result(present, empty_list) == F);
  EXPECT(result(absent, list(a_b)) == F);
  EXPECT(result(present, list(a_b)) == T);
  EXPECT(result(present, one("")) == U);  // U-120
  EXPECT(result(either, missing) == T);
  EXPECT(result(either, one("a")) == T);
  EXPECT(result(neither, missing) == U);
  EXPECT(result(neither, one("a")) == U);
}

// cond-multivalued-needs-set-operator; U-107 for negated operators.
DUAL_TEST_CASE("a key with several values matches nothing without a set operator") {
  for (const Operator& row : operators) {
    const Text match[] = {row.match}, both_of_them[] = {row.match, row.other};
    const Truth expected = row.when_missing == T ? U : F;  // the negated ones
    EXPECT(result(row.plain, list(both_of_them)) == expected);
    EXPECT(result(row.if_exists, list(both_of_them)) == expected);
    // In a Deny, no match would let the call pass.
    OneKey keys{list(both_of_them)};
    const Condition& condition = row.plain.conditions_of(row.plain.statements()[0])[0];
    EXPECT(is_satisfied(row.plain, condition, keys, Effect::deny) == U);
    // A list of one value is that value, unless AWS lists the key as one with several.
    EXPECT(result(row.plain, list(match)) == row.when_match);
    EXPECT(result(row.if_exists, list(match)) == row.when_match);
  }
}

// The examples of the manual for keys with several values suggest that an empty value is none: U-120.
DUAL_TEST_CASE("an empty value counts as a value, or not: what holds either way is decided") {
  EXPECT(result(WHERE("StringEquals", R"("")"), one("")) == U);
  EXPECT(result(WHERE("StringEquals", R"("a")"), one("")) == F);
  EXPECT(result(WHERE("StringLike", R"("*")"), one("")) == U);
  EXPECT(result(WHERE("StringNotEquals", R"("a")"), one("")) == T);
  EXPECT(result(WHERE("StringNotEquals", R"("")"), one("")) == U);
  EXPECT(result(WHERE("StringEqualsIfExists", R"("a")"), one("")) == U);
  EXPECT(result(WHERE("StringEqualsIfExists", R"("")"), one("")) == T);
  EXPECT(result(WHERE("ForAllValues:StringEquals", R"("x")"), one("")) == U);
  EXPECT(result(WHERE("ForAnyValue:StringEquals", R"("x")"), one("")) == F);
  EXPECT(result(WHERE("Null", R"("true")"), one("")) == U);
  const Text a_and_empty[] = {"a", ""};
  EXPECT(result(WHERE("ForAllValues:StringEquals", R"("a")"), list(a_and_empty)) == U);
  EXPECT(result(WHERE("ForAllValues:StringEquals", R"(["a", ""])"), list(a_and_empty)) == T);
  EXPECT(result(WHERE("ForAnyValue:StringEquals", R"("a")"), list(a_and_empty)) == T);
  EXPECT(result(WHERE("ForAnyValue:StringEquals", R"("")"), list(a_and_empty)) == U);
  EXPECT(result(WHERE("Null", R"("false")"), list(a_and_empty)) == T);
}

DUAL_TEST_CASE("what an ARN operator matches without an ARN is open: U-122") {
  constexpr ContextKey app = one(ARN("role/app"));
  for (const TrustPolicy& policy :
       {WHERE("ArnLike", R"("*")"), WHERE("ArnNotLike", R"("*")"), WHERE("ArnEquals", R"("arn:aws:iam::role/app")"),
        WHERE("ArnLike", R"("x:aws:iam::111122223333:role/app")")}) {
    EXPECT(result(policy, app) == U);
  }
  for (const Text value : {Text("app"), Text("*"), Text("a:b:c:d:e:f"), Text("arn:aws:iam::111122223333")}) {
    EXPECT(result(WHERE("ArnLike", R"("arn:aws:iam::*:role/*")"), one(value)) == U);
    EXPECT(result(WHERE("ArnNotLike", R"("arn:aws:iam::*:role/*")"), one(value)) == U);
  }
  EXPECT(result(WHERE("ArnLike", R"("*:*:*:*:*:*")"), app) == T);
  EXPECT(result(WHERE("ArnLike", R"("arn:*:iam::*:role/app")"), app) == T);
}

DUAL_TEST_CASE("whether a mapped address is one of version 4 is open: U-121") {
  constexpr Text mapped[] = {"::ffff:203.0.113.7", "::FFFF:cb00:7107", "0:0:0:0:0:ffff:203.0.113.7"};
  for (const Text address : mapped) {
    EXPECT(result(WHERE("IpAddress", R"("203.0.113.0/24")"), one(address)) == U);
    EXPECT(result(WHERE("NotIpAddress", R"("203.0.113.0/24")"), one(address)) == U);
    EXPECT(result(WHERE("IpAddress", R"("::/0")"), one(address)) == U);
  }
  EXPECT(result(WHERE("IpAddress", R"("::ffff:203.0.113.0/120")"), one("203.0.113.7")) == U);
  EXPECT(result(WHERE("IpAddress", R"("::ffff:203.0.113.0/120")"), one("2001:db8::1")) == F);
  EXPECT(result(WHERE("IpAddress", R"("203.0.113.0/24")"), one("::fffe:203.0.113.7")) == F);
  EXPECT(result(WHERE("IpAddress", R"("203.0.113.0/24")"), one("1::ffff:203.0.113.7")) == F);
}

DUAL_TEST_CASE("what a key is decides, not how many values it was given") {
  struct Keys : Bounded {
    constexpr ContextKey find(Text name) const { return {name, "a"}; }
  };
  Keys keys;
  constexpr TrustPolicy plain = POLICY(R"({"StringEquals": {"aws:TagKeys": "a", "AWS:tagkeys2": "a"}})"),
                        negated =
                            POLICY(R"({"StringNotEquals": {"AWS:tagkeys": "a", "accounts.google.com:amr": "b"}})"),
                        any = POLICY(R"({"ForAnyValue:StringEquals": {"aws:TagKeys": "a"}})");
  const auto nth = [&](const TrustPolicy& policy, std::size_t at) {
    return is_satisfied(policy, policy.conditions_of(policy.statements()[0])[at], keys);
  };
  EXPECT(nth(plain, 0) == F);
  EXPECT(nth(plain, 1) == T);
  EXPECT(nth(negated, 0) == U);
  EXPECT(nth(negated, 1) == U);
  EXPECT(nth(any, 0) == T);
}

// cond-or-over-values, cond-negated-values-nor
DUAL_TEST_CASE("values of the policy are alternatives, and a negated operator wants none of them") {
  EXPECT(result(WHERE("StringLike", R"(["x*", "*z", "?"])"), one("az")) == T);
  EXPECT(result(WHERE("StringLike", R"(["x*", "*z", "?"])"), one("ay")) == F);
  EXPECT(result(WHERE("StringNotLike", R"(["x*", "*z", "?"])"), one("az")) == F);
  EXPECT(result(WHERE("StringNotLike", R"(["x*", "*z", "?"])"), one("ay")) == T);
  EXPECT(result(WHERE("NumericLessThan", "[1, 10]"), one("5")) == T);
  EXPECT(result(WHERE("NumericNotEquals", "[1, 10]"), one("10")) == F);
  EXPECT(result(WHERE("NotIpAddress", R"(["10.0.0.0/8", "203.0.113.0/24"])"), one("203.0.113.7")) == F);
  EXPECT(result(WHERE("ForAllValues:StringNotEquals", R"(["a", "c"])"), list(d_e)) == T);
  EXPECT(result(WHERE("ForAllValues:StringNotEquals", R"(["a", "c"])"), list(a_d)) == F);
  EXPECT(result(WHERE("ForAnyValue:StringNotEquals", R"(["a", "b"])"), list(a_d)) == T);
  EXPECT(result(WHERE("ForAnyValue:StringNotEquals", R"(["a", "b"])"), list(a_b)) == F);
}

// What Access Analyzer calls EMPTY_ARRAY_CONDITION: nothing can be one of no values.
DUAL_TEST_CASE("a list of no values takes nothing in") {
  EXPECT(result(WHERE("StringEquals", "[]"), one("a")) == F);
  EXPECT(result(WHERE("StringNotEquals", "[]"), one("a")) == T);
  EXPECT(result(WHERE("ForAllValues:StringEquals", "[]"), list(a_b)) == F);
  EXPECT(result(WHERE("ForAllValues:StringEquals", "[]"), missing) == T);
  EXPECT(result(WHERE("ForAnyValue:StringEquals", "[]"), list(a_b)) == F);
}

DUAL_TEST_CASE("what cannot be read as what the operator compares decides nothing") {
  struct Unreadable {
    TrustPolicy plain, negated;
    Text value;
  };
#define UNREADABLE(name, negated, wanted, value) \
  { WHERE(name, wanted), WHERE(negated, wanted), value }
  constexpr Unreadable rows[] = {
      UNREADABLE("NumericEquals", "NumericNotEquals", "1", "one"),
      UNREADABLE("NumericEquals", "NumericNotEquals", "1", ""),
      UNREADABLE("NumericEquals", "NumericNotEquals", "1e3", "1000"),
      UNREADABLE("NumericLessThan", "NumericNotEquals", R"("1,5")", "1"),
      UNREADABLE("NumericEquals", "NumericNotEquals", R"("${aws:MultiFactorAuthAge}")", "1"),
      UNREADABLE("DateEquals", "DateNotEquals", R"("2026-06-01")", "tomorrow"),
      UNREADABLE("DateGreaterThan", "DateNotEquals", R"("2026-06-01")", ""),
      UNREADABLE("Bool", "Bool", "true", "yes"),
      UNREADABLE("Bool", "Bool", "true", ""),
      UNREADABLE("Bool", "Bool", "1", "true"),
      UNREADABLE("BinaryEquals", "BinaryEquals", R"("fo")", "fo"),
      UNREADABLE("IpAddress", "NotIpAddress", R"("10.0.0.0/8")", "localhost"),
      UNREADABLE("IpAddress", "NotIpAddress", R"("10.0.0.0/8")", "10.0.0.0/16"),
      UNREADABLE("IpAddress", "NotIpAddress", R"("10.0.0.0/33")", "10.0.0.1"),
      UNREADABLE("IpAddress", "NotIpAddress", R"("10.*")", "10.0.0.1"),
  };
  for (const Unreadable& row : rows) {
    EXPECT(result(row.plain, one(row.value)) == U);
    EXPECT(result(row.negated, one(row.value)) == U);
  }
}

DUAL_TEST_CASE("a value that cannot be read leaves open only what the others do not decide") {
  constexpr Text one_and_word[] = {"1", "one"}, two_and_word[] = {"2", "one"};
  EXPECT(result(WHERE("NumericEquals", R"(["one", "1"])"), one("1")) == T);
  EXPECT(result(WHERE("NumericEquals", R"(["one", "1"])"), one("2")) == U);
  EXPECT(result(WHERE("NumericNotEquals", R"(["one", "1"])"), one("1")) == F);
  EXPECT(result(WHERE("NumericNotEquals", R"(["one", "1"])"), one("2")) == U);
  EXPECT(result(WHERE("ForAnyValue:NumericEquals", "1"), list(one_and_word)) == T);
  EXPECT(result(WHERE("ForAnyValue:NumericEquals", "1"), list(two_and_word)) == U);
  EXPECT(result(WHERE("ForAllValues:NumericEquals", "1"), list(one_and_word)) == U);
  EXPECT(result(WHERE("ForAllValues:NumericEquals", "1"), list(two_and_word)) == F);
}

// Which letters beyond ASCII are the same is not documented.
DUAL_TEST_CASE("letter case beyond ASCII is not known") {
  EXPECT(result(WHERE("StringEqualsIgnoreCase", R"("CAF\u00C9")"), one("Caf\xC3\x89")) == T);
  EXPECT(result(WHERE("StringEqualsIgnoreCase", R"("CAF\u00C9")"), one("caf\xC3\xA9")) == U);
  EXPECT(result(WHERE("StringNotEqualsIgnoreCase", R"("CAF\u00C9")"), one("caf\xC3\xA9")) == U);
  // The sign of the kelvin is folded to a k by some.
  EXPECT(result(WHERE("StringEqualsIgnoreCase", R"("kelvin")"), one("\xE2\x84\xAA"
                                                                    "elvin")) == U);
  EXPECT(result(WHERE("StringEqualsIgnoreCase", R"("CAFE")"), one("cave")) == F);
  EXPECT(result(WHERE("StringEquals", R"("CAF\u00C9")"), one("CAF\xC3\xA9")) == F);
}

DUAL_TEST_CASE("values are compared as they are meant, escapes read") {
  EXPECT(result(WHERE("StringEquals", R"("a\"\\\/\u0062")"), one("a\"\\/b")) == T);
  EXPECT(result(WHERE("StringEquals", R"("a b")"), one("a b ")) == F);
  EXPECT(result(WHERE("StringEquals", "3600"), one("3600")) == T);
  EXPECT(result(WHERE("StringEquals", "true"), one("true")) == T);
  EXPECT(result(WHERE("BinaryEquals", R"("AAEC")"), one(Text("\0\1\2", 3))) == T);
}

// The path of a role is not part of the ARNs of its sessions.
DUAL_TEST_CASE("a condition on an ARN whose path is not known is decided if the path does not matter") {
  constexpr ContextKey role = ContextKey::of_a_role_somewhere(key_name, ARN("role/app"));
  constexpr struct {
    TrustPolicy positive, negated;
    Truth expected;
  } rows[] = {
#define ROW(positive, negated, value, expected) {WHERE(positive, value), WHERE(negated, value), expected}
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::*:role/*")", T),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/*app")", T),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role*")", T),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/?*")", T),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:*")", T),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/app")", U),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/app*")", U),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/*/app")", U),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/team/*")", U),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/???")", U),
      ROW("ArnEquals", "ArnNotEquals", R"("arn:aws:iam::111122223333:role/team/app")", U),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::444455556666:role/*")", F),
      ROW("ArnLike", "ArnNotLike", R"("arn:aws:iam::111122223333:role/team/ap")", F),
      ROW("ArnEquals", "ArnNotEquals", R"("arn:aws:iam::111122223333:user/*")", F),
      ROW("ArnLike", "ArnNotLike", R"("*")", U),
      ROW("StringLike", "StringNotLike", R"("*")", T),
      ROW("StringLike", "StringNotLike", R"("*/app")", T),
      ROW("StringLike", "StringNotLike", R"("arn:*app")", T),
      ROW("StringLike", "StringNotLike", R"("*:role/app")", U),
      ROW("StringLike", "StringNotLike", R"("*:role/team/*")", U),
      ROW("StringLike", "StringNotLike", R"("*:user/*")", U),  // a path can have a colon
      ROW("StringLike", "StringNotLike", R"("arn:aws:iam::444455556666:*")", F),
      ROW("StringEquals", "StringNotEquals", R"("arn:aws:iam::111122223333:role/app")", U),
      ROW("StringEquals", "StringNotEquals", R"("arn:aws:iam::111122223333:role/team/app")", U),
      ROW("StringEquals", "StringNotEquals", R"("arn:aws:iam::111122223333:role/team/app2")", F),
      ROW("StringEquals", "StringNotEquals", R"("arn:aws:iam::111122223333:role/*")", F),
      ROW("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", R"("arn:aws:iam::111122223333:role/app")", U),
      ROW("ArnLike", "ArnNotLike", R"(["arn:aws:iam::*:role/team/*", "arn:aws:iam::*:role/*"])", T),
      ROW("ArnLike", "ArnNotLike", R"(["arn:aws:iam::*:role/team/*", "arn:aws:iam::*:role/app"])", U),
      ROW("ArnLike", "ArnNotLike", R"(["arn:aws:iam::*:role/team/*", "arn:aws:iam::*:user/*"])", U),
#undef ROW
  };
  for (const auto& row : rows) {
    EXPECT(result(row.positive, role) == row.expected);
    EXPECT(result(row.negated, role) == negated(row.expected));
  }
  EXPECT(result(WHERE("Null", "false"), role) == T);
  EXPECT(result(WHERE("StringEquals", R"("${example:key}")"), role) == U);
}

// Referencing permission sets in resource policies,
// https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
DUAL_TEST_CASE("the path of a role of Identity Center is known up to the Region") {
  constexpr ContextKey role =
      ContextKey::of_a_role_somewhere(key_name, ARN("role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123"));
  EXPECT(result(WHERE("ArnLike", R"("arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*")"), role) == T);
  EXPECT(result(WHERE("ArnLike", R"("arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*")"),
                role) == T);
  EXPECT(result(WHERE("ArnLike", R"("arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*")"),
                role) == U);
  EXPECT(result(WHERE("ArnLike", R"("arn:aws:iam::*:role/AWSReservedSSO_Admin_*")"), role) == F);
  EXPECT(result(WHERE("StringEquals", R"("arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123")"), role) == F);
}

DUAL_TEST_CASE("of a key that is listed twice nothing follows") {
  struct Keys {
    RequestContext context;
    constexpr ContextKey find(Text name) const {
      const ContextKey* const found = context.find(name);
      return found != nullptr ? *found : ContextKey::absent(name);
    }
    Steps bound{};
    constexpr Steps& steps() { return bound; }
  };
  const ContextKey twice[] = {{key_name, "a"}, {"Example:KEY", "a"}}, once[] = {{"Example:KEY", "a"}};
  Keys contradicted{twice}, clear{once};
  constexpr TrustPolicy policies[] = {WHERE("StringEquals", R"("a")"), WHERE("Null", "false")};
  for (const TrustPolicy& policy : policies) {
    const Condition& condition = policy.conditions_of(policy.statements()[0])[0];
    EXPECT(is_satisfied(policy, condition, contradicted) == U);
    EXPECT(is_satisfied(policy, condition, clear) == T);
  }
}

// The key is absent or has this value: only what holds either way is decided (U-11).
DUAL_TEST_CASE("of a key that may be absent what holds either way is decided") {
  const ContextKey perhaps = ContextKey::perhaps(key_name, "false");
  EXPECT(perhaps.may_be_absent());
  EXPECT(perhaps.state() == KeyState::present);
  EXPECT(result(WHERE("Bool", R"("true")"), perhaps) == F);
  EXPECT(result(WHERE("Bool", R"("false")"), perhaps) == U);
  EXPECT(result(WHERE("BoolIfExists", R"("true")"), perhaps) == U);
  EXPECT(result(WHERE("BoolIfExists", R"("false")"), perhaps) == T);
  EXPECT(result(WHERE("Null", R"("true")"), perhaps) == U);
  EXPECT(result(WHERE("StringNotEquals", R"("true")"), perhaps) == T);
  EXPECT(result(WHERE("StringNotEquals", R"("false")"), perhaps) == U);
  EXPECT(result(WHERE("StringEquals", R"("${example:key}")"), perhaps) == U);
}

DUAL_TEST_CASE("StringLike reads a pattern from its beginning where the path of the role is not known") {
  constexpr ContextKey role = ContextKey::of_a_role_somewhere(key_name, ARN("role/app"));
  EXPECT(result(WHERE("StringLike", R"("arn:aws:iam::111122223333:role/team/*")"), role) == U);
  EXPECT(result(WHERE("StringNotLike", R"("arn:aws:iam::111122223333:role/team/*")"), role) == U);
  EXPECT(result(WHERE("StringLike", R"("arn:aws:iam::111122223333:role/*/app")"), role) == U);
  EXPECT(result(WHERE("StringLike", R"("arn:aws:iam::444455556666:role/team/*")"), role) == F);
  EXPECT(result(WHERE("StringLike", R"("rn:aws:iam::111122223333:role/team/*")"), role) == F);
}
