// ARNs against patterns of ARNs. Sources: IAM JSON policy elements: Condition operators, Amazon Resource Name (ARN)
// condition operators,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; IAM JSON policy
// elements: Resource, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html. The
// ids are those of the vectors that were collected from there; op-47 rests on a simulator, iam-simulate.
#include "dual.hpp"

#include <whence/evaluate/conditions.hpp>

#include <string>
#include <vector>

namespace {

using namespace whence;

constexpr Truth arn_like(Text pattern, Text arn) { return matches_arn(WildcardPattern(pattern), arn); }
constexpr bool like(Text pattern, Text arn) { return arn_like(pattern, arn) == Truth::yes; }
constexpr bool unlike(Text pattern, Text arn) { return arn_like(pattern, arn) == Truth::no; }
constexpr bool undecided(Text pattern, Text arn) { return arn_like(pattern, arn) == Truth::unknown; }
constexpr Truth resource(Text pattern, Text arn) { return matches_resource(WildcardPattern(pattern), arn); }

constexpr Text app = "arn:aws:iam::111122223333:role/app", team_app = "arn:aws:iam::111122223333:role/team/app",
               finance = "arn:aws:svc:us-east-2:999999999999:store/abc:111122223333:finance/d";

constexpr bool around(Text pattern, Text start, Text name) {
  return can_match_around(WildcardPattern(pattern), start, name);
}
constexpr Truth somewhere(Text pattern, Text arn) { return matches_arn_around(WildcardPattern(pattern), arn); }

// The words of at most `longest` letters.
std::vector<std::string> words_over(const std::string& alphabet, std::size_t longest) {
  std::vector<std::string> words = {""};
  for (std::size_t first = 0, size = 1; size <= longest; ++size) {
    const std::size_t last = words.size();
    for (; first < last; ++first) {
      for (const char letter : alphabet) words.push_back(words[first] + letter);
    }
  }
  return words;
}

// The first five fields, and the rest.
std::vector<std::string> fields_of(const std::string& text) {
  std::vector<std::string> fields = {""};
  for (const char c : text) {
    if (c == ':' && fields.size() < 6) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

}  // namespace

DUAL_TEST_CASE("the vectors of ArnLike are answered as the documentation answers them") {
  EXPECT(like("arn:aws:iam::111122223333:role/*", team_app));                                  // op-44, op-45
  EXPECT(like("arn:aws:iam::*:role/app", app));                                                // op-46
  EXPECT(undecided("arn:aws:iam::role/app", app));                                             // op-47
  EXPECT(unlike("arn:aws:svc:*:111122223333:finance/*", finance));                             // op-48
  EXPECT(matches_wildcard("arn:aws:svc:*:111122223333:finance/*", finance));                   // op-49
  EXPECT(unlike("arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:role/App"));  // op-51
}

DUAL_TEST_CASE("a wildcard of ArnLike stays in its field") {
  EXPECT(like("arn:aws:iam::*:role/*", team_app));
  EXPECT(like("*:*:*:*:*:*", team_app));
  EXPECT(like("arn:*:i?m:*:1111????3333:*app", team_app));
  EXPECT(like("arn:aws:svc:*:*:store/*:finance/?", finance));
  EXPECT(like("arn:aws:svc:*:*:store/abc:*", finance));  // the last field keeps its colons
  EXPECT(undecided("*", app));
  EXPECT(undecided("arn:*", app));
  EXPECT(undecided("arn:aws:*:role/app", app));
  EXPECT(undecided("arn:aws:iam:*", app));
  EXPECT(unlike("arn:aws:iam:?:111122223333:role/app", app));
  EXPECT(unlike("arn:aws:iam::111122223333:role/app:x", app));
  EXPECT(undecided("arn:aws:iam::111122223333", app));
  EXPECT(unlike("arn:aws:iam::111122223333:", app));
  EXPECT(like("arn:aws:iam::111122223333:*", app));
}

DUAL_TEST_CASE("what an ARN operator matches without an ARN is not known") {
  EXPECT(undecided("*:*:*:*:*:*", ""));
  EXPECT(undecided("*:*:*:*:*:*", "arn:aws:iam::111122223333"));
  EXPECT(undecided("*:*:*:*:*", "arn:aws:iam::111122223333"));
  EXPECT(undecided("", ""));
  EXPECT(undecided("alice", "alice"));
  EXPECT(undecided(":::::", ":::::"));
  EXPECT(undecided("x:aws:iam::111122223333:role/app", app));
  EXPECT(undecided("*:*:*:*:*:*", "x:aws:iam::111122223333:role/app"));
}

DUAL_TEST_CASE("a colon from an array of elements ends a field too") {
  constexpr PatternElement elements[] = {'a', 'r', 'n', ':', any_run, ':', 'c', ':', ':', any_character, ':', any_run};
  const ElementPattern pattern(elements, 12);
  EXPECT(matches_arn(pattern, "arn:bb:c::x:y:z") == Truth::yes);
  EXPECT(matches_arn(pattern, "arn:bb:c::xx:y:z") == Truth::no);
  EXPECT(matches_resource(pattern, "arn:bb:c::x:y:z") == Truth::yes);
}

DUAL_TEST_CASE("a resource is everything, or matches field by field") {
  EXPECT(resource("*", app) == Truth::yes);
  EXPECT(resource(app, app) == Truth::yes);
  EXPECT(resource("arn:aws:iam::111122223333:role/*", team_app) == Truth::yes);
  EXPECT(resource("arn:aws:iam::111122223333:role/ap?", app) == Truth::yes);
  EXPECT(resource("arn:aws:iam::*:role/app", app) == Truth::yes);
  EXPECT(resource("arn:*:iam:*:*:*", app) == Truth::yes);
  EXPECT(resource("arn:aws:svc:us-east-2:*:store/*:finance/d", finance) == Truth::yes);
  EXPECT(resource("arn:aws:iam::111122223333:role/app", team_app) == Truth::no);
  EXPECT(resource("arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:user/alice") == Truth::no);
  EXPECT(resource("arn:aws:iam::444455556666:role/*", app) == Truth::no);
  EXPECT(resource("", app) == Truth::no);
}

// resource-case-sensitive
DUAL_TEST_CASE("letter case matters in a resource") {
  EXPECT(resource("arn:aws:iam::111122223333:role/App", app) == Truth::no);
  EXPECT(resource("arn:aws:iam::111122223333:Role/*", app) == Truth::no);
  EXPECT(resource("arn:aws:IAM::111122223333:role/app", app) == Truth::no);
}

DUAL_TEST_CASE("fields that a resource does not have match everything") {
  EXPECT(resource("arn:aws:iam", app) == Truth::yes);
  EXPECT(resource("arn:aws:iam:*", app) == Truth::yes);
  EXPECT(resource("arn:aws:iam:*:*", app) == Truth::yes);
  EXPECT(resource("arn:aws:iam::111122223333", app) == Truth::yes);
  EXPECT(resource("arn:aws:svc:us-east-2", finance) == Truth::yes);
  EXPECT(resource("arn:aws:sts", app) == Truth::no);
  EXPECT(resource("arn:aws:svc:us-east-1", finance) == Truth::no);
  EXPECT(resource("arn:aws:iam::444455556666", app) == Truth::no);
}

// U-108
DUAL_TEST_CASE("where only the whole text matches, it is not known whether the resource does") {
  EXPECT(resource("arn:aws:iam::1111*/app", app) == Truth::unknown);
  EXPECT(resource("arn:aws:svc:*:111122223333:finance/*", finance) == Truth::unknown);
  EXPECT(resource("arn:aws:iam*:role/app", app) == Truth::unknown);
  EXPECT(resource("arn:aws:iam*:user/app", app) == Truth::no);
  EXPECT(resource("*app", "no ARN but app") == Truth::unknown);
  EXPECT(resource("*", "no ARN") == Truth::yes);
}

DUAL_TEST_CASE("the name of a role tells what its ARN can match with any path") {
  constexpr Text start = "arn:aws:iam::111122223333:role/", name = "app";
  EXPECT(around("arn:aws:iam::111122223333:role/app", start, name));
  EXPECT(around("arn:aws:iam::111122223333:role/team/app", start, name));
  EXPECT(around("arn:aws:iam::111122223333:role/team/*", start, name));
  EXPECT(around("*/app", start, name));
  EXPECT(around("*pp", start, name));
  EXPECT(around("*", start, name));
  EXPECT(around("arn:aws:*", start, name));
  EXPECT(around("arn:aws:iam::111122223333:role/*/team/app", start, name));
  EXPECT(!around("arn:aws:iam::111122223333:role/team/application", start, name));
  EXPECT(!around("arn:aws:iam::111122223333:role/team-app", start, name));
  EXPECT(!around("arn:aws:iam::111122223333:user/*", start, name));
  EXPECT(!around("*-app", start, name));
  EXPECT(!around("*apps", start, name));
  EXPECT(!around("arn:aws:iam::111122223333:role/ap", start, name));
  EXPECT(!around("arn:aws:iam", start, name));
  EXPECT(!around("", start, name));
}

DUAL_TEST_CASE("so it does field by field") {
  EXPECT(somewhere("arn:aws:iam::111122223333:role/app", app) == Truth::unknown);
  EXPECT(somewhere("arn:aws:iam::111122223333:role/team/app", app) == Truth::unknown);
  EXPECT(somewhere("arn:*:iam::*:role/team/*", app) == Truth::unknown);
  EXPECT(somewhere("arn:aws:iam::*:*", app) == Truth::yes);
  EXPECT(somewhere("arn:aws:iam::444455556666:role/team/*", app) == Truth::no);
  EXPECT(somewhere("arn:aws:iam::111122223333:user/team/*", app) == Truth::no);
  EXPECT(somewhere("arn:aws:iam::111122223333:role/team/other", app) == Truth::no);
  EXPECT(somewhere("*", app) == Truth::unknown);  // not an ARN
  EXPECT(somewhere("arn:aws:*:role/team/app", app) == Truth::unknown);
}

TEST_CASE("every short pattern of ArnLike matches as its fields do") {
  int wrong = 0, alike = 0;
  for (const std::string& head : words_over(":a*", 3)) {
    for (const std::string& tail : words_over(":a*", 2)) {
      const std::string pattern = "arn:" + head + "::" + tail;
      const std::vector<std::string> wanted = fields_of(pattern);
      for (const std::string& seen : words_over(":a", 3)) {
        const std::string arn = "arn:" + seen + "::a";
        const std::vector<std::string> fields = fields_of(arn);
        const bool arns = wanted.size() == 6 && fields.size() == 6;
        bool expected = arns;
        for (std::size_t i = 0; expected && i < 6; ++i) expected = matches_wildcard(wanted[i], fields[i]);
        if (arn_like(pattern, arn) != (arns ? truth(expected) : Truth::unknown)) ++wrong;
        if (expected) ++alike;
        const Truth of_resource = resource(pattern, arn);
        bool by_fields = fields.size() == 6;
        for (std::size_t i = 0; by_fields && i < wanted.size(); ++i) by_fields = matches_wildcard(wanted[i], fields[i]);
        const Truth wished = by_fields ? Truth::yes : matches_wildcard(pattern, arn) ? Truth::unknown : Truth::no;
        if (of_resource != wished) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(alike > 10);
}

// can_match_around says yes where the pattern matches the ARN with some path; a no is certain.
TEST_CASE("no path makes an ARN match that was said to match with none") {
  int refused = 0, wrong = 0;
  const auto paths = words_over("/ab", 3);
  for (const std::string& pattern : words_over("/ab*?", 5)) {
    if (can_match_around(WildcardPattern(pattern), "b/", "a")) continue;
    ++refused;
    for (const std::string& path : paths) {
      if (!path.empty() && path.back() != '/') continue;
      if (matches_wildcard(pattern, "b/" + path + "a")) ++wrong;
    }
  }
  CHECK(wrong == 0);
  CHECK(refused > 1000);
}

TEST_CASE("of a pattern without wildcards it is said exactly whether some path makes it match") {
  int wrong = 0, possible = 0;
  const auto paths = words_over("/ab", 3);
  for (const std::string& name : {std::string("a"), std::string("ab")}) {
    for (const std::string& pattern : words_over("/ab", 5 + name.size())) {
      bool expected = false;
      for (const std::string& path : paths) {
        if (!path.empty() && path.back() != '/') continue;
        if (pattern == "b/" + path + name) expected = true;
      }
      if (can_match_around(WildcardPattern(pattern), "b/", name) != expected) ++wrong;
      if (expected) ++possible;
    }
  }
  CHECK(wrong == 0);
  CHECK(possible == 2 * (1 + 1 + 3 + 9));
}

TEST_CASE("a pattern that is decided has the same answer for every path") {
  int decided = 0, wrong = 0;
  const auto paths = words_over("/ab", 4);
  for (const std::string& pattern : words_over("/ab*?", 5)) {
    const Truth said = matches_around(WildcardPattern(pattern), "b/", "a");
    if (said == Truth::unknown) continue;
    ++decided;
    for (const std::string& path : paths) {
      if (!path.empty() && path.back() != '/') continue;
      if (truth(matches_wildcard(pattern, "b/" + path + "a")) != said) ++wrong;
    }
  }
  CHECK(wrong == 0);
  CHECK(decided > 1000);
  for (const char* const always : {"*", "b*", "b/*", "*a", "b/*a", "*/a", "b*/*a", "?/*", "b/?*", "*?"}) {
    CHECK(matches_around(WildcardPattern(always), "b/", "a") == Truth::yes);
  }
}
