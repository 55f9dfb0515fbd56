// Wildcards, ASCII, time, three-valued truth, results and sources.
#include "dual.hpp"

#include <whence/base/ascii.hpp>
#include <whence/base/result.hpp>
#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/wildcard.hpp>
#include <whence/evidence/source.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace whence;
using namespace whence::literals;

// The definition of the two wildcards, one line each.
bool matches_by_definition(const char* pattern, const char* text) {
  if (*pattern == '\0') return *text == '\0';
  if (*pattern == '*') {
    return matches_by_definition(pattern + 1, text) || (*text != '\0' && matches_by_definition(pattern, text + 1));
  }
  const bool same = *text != '\0' && (*pattern == '?' || *pattern == *text);
  return same && matches_by_definition(pattern + 1, text + 1);
}

// All words of at most `longest` letters, including the empty word.
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

std::string in_lower_case(std::string word) {
  for (char& c : word) c = c == 'A' ? 'a' : c;
  return word;
}

struct NotFive {
  int wrong = 0;
  friend constexpr bool operator==(NotFive, NotFive) = default;
};
struct Five {
  int value = 0;
  friend constexpr bool operator==(Five, Five) = default;
};
constexpr Result<Five, NotFive> five(int number) {
  if (number != 5) return NotFive{number};
  return Five{number};
}

constexpr Truth truths[] = {Truth::no, Truth::unknown, Truth::yes};

}  // namespace

DUAL_TEST_CASE("a star matches any number of characters and a question mark one") {
  EXPECT(matches_wildcard("", ""));
  EXPECT(!matches_wildcard("", "a"));
  EXPECT(matches_wildcard("*", ""));
  EXPECT(matches_wildcard("*", "anything"));
  EXPECT(!matches_wildcard("?", ""));
  EXPECT(matches_wildcard("?", "a"));
  EXPECT(!matches_wildcard("?", "ab"));
  EXPECT(matches_wildcard("a*b*c", "a-b-b-c"));
  EXPECT(!matches_wildcard("a*b*c", "a-b-b-"));
  EXPECT(matches_wildcard("*aab", "aaaab"));
  EXPECT(matches_wildcard("a**", "a"));
  EXPECT(matches_wildcard("*b", "*ab"));
  EXPECT(matches_wildcard("sts:Assume*", "sts:AssumeRoleWithSAML"));
  EXPECT(!matches_wildcard("sts:AssumeRole", "sts:AssumeRoleWithSAML"));
}

DUAL_TEST_CASE("a star matches slashes, so user/* matches users with and without a path") {
  // arn-user-star-spans-path
  constexpr Text plain = "arn:aws:iam::111122223333:user/anika";
  constexpr Text with_path = "arn:aws:iam::111122223333:user/division/anika";
  EXPECT(matches_wildcard("arn:aws:iam::111122223333:user/*", plain));
  EXPECT(matches_wildcard("arn:aws:iam::111122223333:user/*", with_path));
  EXPECT(matches_wildcard("arn:aws:iam::111122223333:user/division*", with_path));
  EXPECT(!matches_wildcard("arn:aws:iam::111122223333:user/division*", plain));
}

DUAL_TEST_CASE("letter case matters unless it is ignored explicitly") {
  // trap-actions-case: action names ignore it.
  EXPECT(!matches_wildcard("sts:assume*", "sts:AssumeRole"));
  EXPECT(matches_wildcard("STS:assume*", "sts:AssumeRole", LetterCase::ignored));
  EXPECT(matches_wildcard("sts:AssumeRol?", "STS:ASSUMEROLE", LetterCase::ignored));
  EXPECT(!matches_wildcard("sts:Tag*", "sts:AssumeRole", LetterCase::ignored));
  EXPECT(!matches_wildcard("@", "`", LetterCase::ignored));
  EXPECT(!matches_wildcard("[", "{", LetterCase::ignored));
}

DUAL_TEST_CASE("a question mark matches a whole UTF-8 character") {
  EXPECT(matches_wildcard("?", "\xC3\xA9"));          // U+00E9
  EXPECT(matches_wildcard("?", "\xE2\x82\xAC"));      // U+20AC
  EXPECT(matches_wildcard("?", "\xF0\x9D\x84\x9E"));  // U+1D11E
  EXPECT(!matches_wildcard("??", "\xC3\xA9"));
  EXPECT(!matches_wildcard("????", "\xF0\x9D\x84\x9E"));
  EXPECT(matches_wildcard("??", "\xC3\xA9\xC3\xA9"));
  EXPECT(matches_wildcard("caf?", "caf\xC3\xA9"));
  EXPECT(matches_wildcard("?t?", "\xC3\xA9t\xC3\xA9"));
  EXPECT(matches_wildcard("*?\xC3\xA9", "\xC3\xA9\xC3\xA9"));
  EXPECT(!matches_wildcard("*??\xC3\xA9", "\xC3\xA9\xC3\xA9"));
  EXPECT(matches_wildcard("?", "\xC3\xA9", LetterCase::ignored));
}

DUAL_TEST_CASE("other characters are compared byte by byte") {
  EXPECT(matches_wildcard("\xC3\xA9", "\xC3\xA9"));
  EXPECT(!matches_wildcard("\xC3\xA9", "\xC3\x89"));
  EXPECT(matches_wildcard("a?b", "a\0b"_text));
  EXPECT(!matches_wildcard("\xC3\xA9", "\xC3\x89", LetterCase::ignored));
}

DUAL_TEST_CASE("if a text is not UTF-8, a question mark matches a byte and the continuations after it") {
  EXPECT(matches_wildcard("?", "\xA9"));
  EXPECT(matches_wildcard("?", "\xC3"));
  EXPECT(matches_wildcard("??", "\xC3\xC3\xA9"));
  EXPECT(!matches_wildcard("?", "\xC3\x61"));
}

// In the array a `*` can be a literal byte, from the value of a policy variable.
DUAL_TEST_CASE("an array of elements is a pattern") {
  constexpr PatternElement elements[] = {'a', any_run, '*', any_character, '?', 0xC3, 0xA9};
  const ElementPattern pattern(elements, 7);
  EXPECT(pattern.size() == 7);
  EXPECT(pattern[1] == any_run);
  EXPECT(pattern[2] == '*');
  EXPECT(matches(pattern, "a*x?\xC3\xA9"));
  EXPECT(matches(pattern, "a-*-*\xE2\x82\xAC?\xC3\xA9"));
  EXPECT(!matches(pattern, "axx?\xC3\xA9"));
  EXPECT(!matches(pattern, "a*xx\xC3\xA9"));
  EXPECT(!matches(pattern, "a*x?\xC3\xA8"));
  EXPECT(!matches(pattern, "A*x?\xC3\xA9"));
  EXPECT(matches(pattern, "A*x?\xC3\xA9", LetterCase::ignored));
  EXPECT(!matches(pattern, "A*x?\xC3\x89", LetterCase::ignored));
  EXPECT(matches(pattern.part(1, 2), "*"));
  EXPECT(matches(pattern.part(1, 2), "a*"));
  EXPECT(!matches(pattern.part(1, 2), "a"));
  EXPECT(matches(pattern.part(3, 1), "x"));
  EXPECT(matches(pattern.part(7, 0), ""));
  EXPECT(matches(ElementPattern(nullptr, 0), ""));
  EXPECT(!matches(ElementPattern(nullptr, 0), "a"));
}

DUAL_TEST_CASE("a text is a pattern in which stars and question marks are wildcards") {
  constexpr WildcardPattern pattern("a*?\xA9");
  constexpr PatternElement elements[] = {'a', any_run, any_character, 0xA9};
  EXPECT(pattern.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) EXPECT(pattern[i] == elements[i]);
  EXPECT(pattern.part(1, 2).size() == 2);
  EXPECT(pattern.part(1, 2)[1] == any_character);
}

TEST_CASE("every short pattern agrees with the definition on every short text") {
  const auto patterns = words_over("ab*?", 4);
  const auto texts = words_over("ab*?", 5);
  CHECK(patterns.size() == 1 + 4 + 16 + 64 + 256);
  CHECK(texts.size() == 1 + 4 + 16 + 64 + 256 + 1024);
  for (const auto& pattern : patterns) {
    for (const auto& text : texts) {
      const bool expected = matches_by_definition(pattern.c_str(), text.c_str());
      if (matches_wildcard(pattern, text) == expected) continue;
      CAPTURE(pattern);
      CAPTURE(text);
      CHECK(matches_wildcard(pattern, text) == expected);
    }
  }
}

TEST_CASE("characters of several bytes match as those of one byte do") {
  const auto in_utf8 = [](const std::string& word) {
    std::string out;
    for (const char c : word) c == '2' ? out += "\xC3\xA9" : c == '3' ? out += "\xE2\x82\xAC" : out += c;
    return out;
  };
  const auto patterns = words_over("23*?", 4), texts = words_over("a23", 5);
  for (const auto& pattern : patterns) {
    for (const auto& text : texts) {
      const bool expected = matches_by_definition(pattern.c_str(), text.c_str());
      if (matches_wildcard(in_utf8(pattern), in_utf8(text)) == expected) continue;
      CAPTURE(pattern);
      CAPTURE(text);
      CHECK(matches_wildcard(in_utf8(pattern), in_utf8(text)) == expected);
    }
  }
}

TEST_CASE("a pattern in an array matches as its text does") {
  const auto patterns = words_over("ab*?", 4), texts = words_over("ab", 5);
  for (const auto& pattern : patterns) {
    std::vector<PatternElement> elements;
    for (std::size_t i = 0; i < pattern.size(); ++i) elements.push_back(WildcardPattern(pattern)[i]);
    for (const auto& text : texts) {
      const bool expected = matches_by_definition(pattern.c_str(), text.c_str());
      if (matches(ElementPattern(elements.data(), elements.size()), text) == expected) continue;
      CAPTURE(pattern);
      CAPTURE(text);
      CHECK(matches(ElementPattern(elements.data(), elements.size()), text) == expected);
    }
  }
}

TEST_CASE("ignoring letter case is the same as lowering both sides first") {
  const auto words = words_over("aA*?", 4);
  for (const auto& pattern : words) {
    for (const auto& text : words) {
      const auto lowered_pattern = in_lower_case(pattern), lowered_text = in_lower_case(text);
      const bool expected = matches_by_definition(lowered_pattern.c_str(), lowered_text.c_str());
      if (matches_wildcard(pattern, text, LetterCase::ignored) == expected) continue;
      CAPTURE(pattern);
      CAPTURE(text);
      CHECK(matches_wildcard(pattern, text, LetterCase::ignored) == expected);
    }
  }
}

TEST_CASE("many stars do not make a match expensive") {
  const std::string pattern = "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b";
  CHECK(!matches_wildcard(pattern, std::string(20000, 'a')));
  CHECK(matches_wildcard(pattern, std::string(20000, 'a') + 'b'));
}

DUAL_TEST_CASE("a set of characters has its members and no others") {
  constexpr ascii::CharacterSet set{"\x01/0?@AZ_z~\x7f"};
  int members = 0;
  for (int byte = 0; byte < 256; ++byte) members += set.has(static_cast<char>(byte)) ? 1 : 0;
  EXPECT(members == 11);
  for (const char member : Text("\x01/0?@AZ_z~\x7f")) EXPECT(set.has(member));
  EXPECT(!set.has('\0'));
  EXPECT(!set.has('\xC1'));  // 'A' with its highest bit set
}

DUAL_TEST_CASE("the alphabets of names are letters, digits and what their patterns add") {
  // fmt-role-name: [\w+=,.@-]; and \w is ASCII only (U-8).
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool lower = byte >= 'a' && byte <= 'z';
    const bool digit = byte >= '0' && byte <= '9';
    EXPECT(ascii::is_upper(c) == upper);
    EXPECT(ascii::is_digit(c) == digit);
    EXPECT(ascii::is_graphic(c) == (byte >= 0x21 && byte <= 0x7E));
    EXPECT(ascii::letters_and_digits.has(c) == (upper || lower || digit));
    EXPECT(ascii::word_characters.has(c) == (upper || lower || digit || c == '_'));
    const bool added = Text("+=,.@-").find(c) != Text::npos;
    EXPECT(ascii::name_characters.has(c) == (upper || lower || digit || c == '_' || added));
    EXPECT(ascii::to_lower(c) == (upper ? static_cast<char>(byte + 32) : c));
  }
}

DUAL_TEST_CASE("texts are compared without their letter case") {
  EXPECT(ascii::equal_ignoring_case("sts:AssumeRole", "STS:assumerole"));
  EXPECT(ascii::equal_ignoring_case("", ""));
  EXPECT(!ascii::equal_ignoring_case("sts", "st"));
  EXPECT(!ascii::equal_ignoring_case("st", "sts"));
  EXPECT(!ascii::equal_ignoring_case("[", "{"));
  EXPECT(!ascii::equal_ignoring_case("\xC3\xA9", "\xC3\x89"));
  EXPECT(ascii::starts_with_ignoring_case("ForAnyValue:StringLike", "foranyvalue:"));
  EXPECT(ascii::starts_with_ignoring_case("sts", ""));
  EXPECT(ascii::starts_with_ignoring_case("sts", "STS"));
  EXPECT(!ascii::starts_with_ignoring_case("sts", "sts:"));
}

DUAL_TEST_CASE("minutes and hours are seconds") {
  EXPECT(seconds(900) == minutes(15));
  EXPECT(minutes(60) == hours(1));
  EXPECT(hours(12).count == 43200);
  EXPECT(minutes(INT32_MAX).count == std::int64_t{INT32_MAX} * 60);
  EXPECT(hours(INT32_MAX).count == std::int64_t{INT32_MAX} * 3600);
  EXPECT(minutes(-1) == seconds(-60));
}

DUAL_TEST_CASE("lengths of time and points in time are ordered") {
  EXPECT(seconds(899) < minutes(15));
  EXPECT(minutes(15) > seconds(899));
  EXPECT(minutes(15) <= seconds(900));
  EXPECT(minutes(15) >= seconds(900));
  EXPECT(!(minutes(15) < seconds(900)));
  EXPECT(!(minutes(15) > seconds(900)));
  EXPECT(!(seconds(901) <= minutes(15)));
  EXPECT(!(seconds(899) >= minutes(15)));
  EXPECT(Instant{1} < Instant{2});
  EXPECT(Instant{2} > Instant{1});
  EXPECT(Instant{2} <= Instant{2});
  EXPECT(Instant{2} >= Instant{2});
  EXPECT(!(Instant{2} < Instant{2}));
  EXPECT(!(Instant{2} > Instant{2}));
  EXPECT(!(Instant{3} <= Instant{2}));
  EXPECT(!(Instant{1} >= Instant{2}));
}

DUAL_TEST_CASE("points and lengths of time are added and subtracted") {
  constexpr Instant now{1000};
  EXPECT(now + minutes(1) == Instant{1060});
  EXPECT(now - minutes(1) == Instant{940});
  EXPECT(Instant{1060} - now == minutes(1));
  EXPECT(now - Instant{1060} == seconds(-60));
  EXPECT(hours(1) + minutes(1) == seconds(3660));
  EXPECT(minutes(1) - hours(1) == seconds(-3540));
}

DUAL_TEST_CASE("time stops at the ends of its range") {
  constexpr Seconds longest{INT64_MAX};
  constexpr Seconds shortest{INT64_MIN};
  EXPECT(longest + seconds(1) == longest);
  EXPECT(longest + seconds(0) == longest);
  EXPECT(longest + seconds(-1) == Seconds{INT64_MAX - 1});
  EXPECT(shortest + seconds(-1) == shortest);
  EXPECT(shortest - seconds(1) == shortest);
  EXPECT(shortest - seconds(-1) == Seconds{INT64_MIN + 1});
  EXPECT(longest - seconds(-1) == longest);
  EXPECT(longest + shortest == seconds(-1));
  EXPECT(longest - shortest == longest);
  EXPECT(shortest - longest == shortest);
  EXPECT(shortest - shortest == seconds(0));
  EXPECT(seconds(0) - shortest == longest);
  EXPECT(seconds(-1) - shortest == longest);
  EXPECT(Instant{INT64_MAX} + hours(1) == Instant{INT64_MAX});
  EXPECT(Instant{INT64_MIN} - hours(1) == Instant{INT64_MIN});
  EXPECT(Instant{INT64_MAX} - Instant{INT64_MIN} == longest);
}

DUAL_TEST_CASE("of two truths, both is the lesser and either the greater") {
  for (const Truth left : truths) {
    EXPECT(both(left, Truth::no) == Truth::no);
    EXPECT(both(left, Truth::yes) == left);
    EXPECT(either(left, Truth::yes) == Truth::yes);
    EXPECT(either(left, Truth::no) == left);
    EXPECT(negated(negated(left)) == left);
    for (const Truth right : truths) {
      EXPECT(both(left, right) == both(right, left));
      EXPECT(either(left, right) == either(right, left));
      EXPECT(negated(both(left, right)) == either(negated(left), negated(right)));
    }
  }
  EXPECT(both(Truth::unknown, Truth::unknown) == Truth::unknown);
  EXPECT(either(Truth::unknown, Truth::unknown) == Truth::unknown);
}

DUAL_TEST_CASE("the negation of unknown is unknown") {
  EXPECT(negated(Truth::unknown) == Truth::unknown);
  EXPECT(negated(Truth::yes) == Truth::no);
  EXPECT(negated(Truth::no) == Truth::yes);
  EXPECT(truth(true) == Truth::yes);
  EXPECT(truth(false) == Truth::no);
}

DUAL_TEST_CASE("a result has a value or an error") {
  constexpr Result<Five, NotFive> good = five(5);
  constexpr Result<Five, NotFive> bad = five(6);
  EXPECT(good.has_value());
  EXPECT(static_cast<bool>(good));
  EXPECT(*good == Five{5});
  EXPECT(good->value == 5);
  EXPECT(good.value_or(Five{7}) == Five{5});
  EXPECT(!bad.has_value());
  EXPECT(!bad);
  EXPECT(bad.error() == NotFive{6});
  EXPECT(bad.value_or(Five{7}) == Five{7});
  EXPECT(*five(5) == Five{5});
  constexpr Five value{5};
  constexpr Result<Five, NotFive> copied = value;
  EXPECT(copied.has_value());
  EXPECT(*copied == value);
}

DUAL_TEST_CASE("a result keeps its half when it is copied and moved") {
  Result<Five, NotFive> result = five(6);
  const Result<Five, NotFive> copy = result;
  EXPECT(copy.error() == NotFive{6});
  result = five(5);
  EXPECT(result.has_value());
  const Result<Five, NotFive> moved = static_cast<Result<Five, NotFive>&&>(result);
  EXPECT(*moved == Five{5});
}

DUAL_TEST_CASE("a source keeps its title and address when it is graded") {
  constexpr Source source{"AssumeRole", "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"};
  constexpr Source graded = source.graded(Grade::inferred);
  EXPECT(source.grade == Grade::documentation);
  EXPECT(graded.grade == Grade::inferred);
  EXPECT(graded.title == source.title);
  EXPECT(graded.url == source.url);
}

DUAL_TEST_CASE("every grade has its own name") {
  constexpr int count = static_cast<int>(Grade::axiom) + 1;
  for (int one = 0; one < count; ++one) {
    EXPECT(!name_of(static_cast<Grade>(one)).empty());
    for (int other = 0; other < one; ++other) {
      EXPECT(name_of(static_cast<Grade>(one)) != name_of(static_cast<Grade>(other)));
    }
  }
}
