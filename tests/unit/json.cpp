// The scanner against RFC 8259, The JavaScript Object Notation Data Interchange Format, and RFC 3629, UTF-8.
#include "dual.hpp"

#include <whence/base/json.hpp>
#include <whence/base/json_decoder.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace {

using namespace whence;
using namespace whence::literals;

// The result of reading a text.
struct Outcome {
  Text text;
  JsonFault fault = JsonFault::none;
  std::uint32_t offset = 0;
  friend constexpr bool operator==(const Outcome&, const Outcome&) = default;
};

doctest::String toString(const Outcome& outcome) {
  return doctest::String(outcome.text.data(), static_cast<unsigned>(outcome.text.size())) + " -> fault " +
         doctest::toString(static_cast<int>(outcome.fault)) + " at " + doctest::toString(outcome.offset);
}

constexpr Outcome outcome_of(Text text, const JsonScanner& json, bool read) {
  EXPECT(read == (json.fault() == JsonFault::none));
  return {text, json.fault(), json.fault_offset()};
}

// Reads any JSON value except null, which no policy contains.
struct ValueReader {
  JsonScanner json;
  int values = 0;

  constexpr bool value() {
    ++values;
    JsonString string;
    Slice scalar;
    switch (json.peek()) {
      case '{': return json.object([this, &string] { return json.member_name(string) && value(); });
      case '[': return json.list([this] { return value(); });
      case '"': return json.string(string);
      default: return json.bare_scalar(scalar);
    }
  }
};

constexpr Outcome read_document(Text text) {
  ValueReader reader{JsonScanner(text)};
  const bool read = reader.value() && reader.json.end();
  return outcome_of(text, reader.json, read);
}

// The same with the loop of the scanner, which accepts null too.
constexpr Outcome read_value(Text text) {
  JsonScanner json(text);
  Slice value;
  const bool read = json.value(value) && json.end();
  return outcome_of(text, json, read);
}

constexpr Outcome read_string(Text text, std::uint32_t last_character = 0x10FFFF) {
  JsonScanner json(text, last_character);
  JsonString string;
  const bool read = json.string(string) && json.end();
  return outcome_of(text, json, read);
}

constexpr Outcome read_scalar(Text text) {
  JsonScanner json(text);
  Slice scalar;
  const bool read = json.bare_scalar(scalar) && json.end();
  return outcome_of(text, json, read);
}

// A copy in memory of the same size: reading past its end is an error at compile time and with AddressSanitizer.
class ExactCopy {
 public:
  constexpr explicit ExactCopy(Text text) : characters_(new char[text.size()]), size_(text.size()) {
    for (std::size_t i = 0; i < size_; ++i) characters_[i] = text[i];
  }
  ExactCopy(const ExactCopy&) = delete;
  ExactCopy& operator=(const ExactCopy&) = delete;
  constexpr ~ExactCopy() { delete[] characters_; }
  [[nodiscard]] constexpr Text view() const { return {characters_, size_}; }
  constexpr void put(std::size_t at, char c) { characters_[at] = c; }

 private:
  char* characters_;
  std::size_t size_;
};

constexpr Text document =
    "{\"a\": [\"x\\u00e9\\ud834\\udd1e\\n\", -12.5e+3, true,\t[] ],\r\n"
    " \"b\\\"\": {\"\xC3\xA9\": false, \"\": {}}, \"c\": \"\xE2\x82\xAC\xF0\x9D\x84\x9E\"}";

constexpr Text good_documents[] = {"{}",
                                   "{ }",
                                   "[]",
                                   "[ ]",
                                   "\"\"",
                                   "0",
                                   "true",
                                   "false",
                                   " \t\r\n1 \t\r\n",
                                   "{\"a\":1}",
                                   "{\"a\":1,\"a\":2}",
                                   "{\"\":[]}",
                                   "[[],[[]],{}]",
                                   "[1,\"a\",true,{\"b\":[false]}]",
                                   "{ \"a\" : [ 1 , 2 ] , \"b\" : { } }",
                                   document};

constexpr Outcome bad_documents[] = {
    {"", JsonFault::text_ends_too_early, 0},
    {" \n ", JsonFault::text_ends_too_early, 3},
    {"{", JsonFault::text_ends_too_early, 1},
    {"[", JsonFault::text_ends_too_early, 1},
    {"{\"a\"", JsonFault::text_ends_too_early, 4},
    {"{\"a\":", JsonFault::text_ends_too_early, 5},
    {"{\"a\":1", JsonFault::text_ends_too_early, 6},
    {"{\"a\":1,", JsonFault::text_ends_too_early, 7},
    {"[1,  ", JsonFault::text_ends_too_early, 5},
    {"{a:1}", JsonFault::expected_a_member_name, 1},
    {"{1:1}", JsonFault::expected_a_member_name, 1},
    {"{,}", JsonFault::expected_a_member_name, 1},
    {"{\"a\":1,}", JsonFault::comma_before_the_end, 6},
    {"{\"a\":1 ,\n}", JsonFault::comma_before_the_end, 7},
    {"{\"a\":[1,{\"b\":2,}]}", JsonFault::comma_before_the_end, 14},
    {"{\"a\":1,]", JsonFault::expected_a_member_name, 7},
    {"{ // none\n}", JsonFault::comment_in_json, 2},
    {"{\"a\": /* none */ 1}", JsonFault::comment_in_json, 6},
    {"{\"a\":1 /* none */}", JsonFault::comment_in_json, 7},
    {"{} // none", JsonFault::comment_in_json, 3},
    {"{\"a\":/1}", JsonFault::expected_a_scalar, 5},
    {"{'a':1}", JsonFault::expected_a_member_name, 1},
    {"{\"a\" 1}", JsonFault::expected_a_colon, 5},
    {"{\"a\",1}", JsonFault::expected_a_colon, 4},
    {"{\"a\":1 \"b\":2}", JsonFault::expected_comma_or_brace, 7},
    {"{\"a\":1]", JsonFault::expected_comma_or_brace, 6},
    {"[1 2]", JsonFault::expected_comma_or_bracket, 3},
    {"[1}", JsonFault::expected_comma_or_bracket, 2},
    {"[1,]", JsonFault::comma_before_the_end, 2},
    {"[1,}", JsonFault::expected_a_scalar, 3},
    {"[,1]", JsonFault::expected_a_scalar, 1},
    {"]", JsonFault::expected_a_scalar, 0},
    {"// no\n1", JsonFault::comment_in_json, 0},
    {"\f1", JsonFault::expected_a_scalar, 0},
    {"\v1", JsonFault::expected_a_scalar, 0},
    {"\0"_text, JsonFault::expected_a_scalar, 0},
    {"[\0]"_text, JsonFault::expected_a_scalar, 1},
    {"{} {}", JsonFault::text_after_the_document, 3},
    {"{}]", JsonFault::text_after_the_document, 2},
    {"\"a\"\n\"b\"", JsonFault::text_after_the_document, 4},
    {"1 2", JsonFault::text_after_the_document, 2},
    {"{}\0"_text, JsonFault::text_after_the_document, 2},
};

// RFC 3629, section 4: whether the bytes from `at` on are one character of two to four bytes.
constexpr std::size_t length_after(unsigned lead) {
  return lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
}
constexpr bool is_character(const unsigned (&byte)[4], std::size_t length) {
  if (length == 1) return false;
  for (std::size_t i = 2; i < length; ++i) {
    if (byte[i] < 0x80 || byte[i] > 0xBF) return false;
  }
  const unsigned least = byte[0] == 0xE0 ? 0xA0 : byte[0] == 0xF0 ? 0x90 : 0x80;
  const unsigned most = byte[0] == 0xED ? 0x9F : byte[0] == 0xF4 ? 0x8F : 0xBF;
  return byte[1] >= least && byte[1] <= most;
}

}  // namespace

DUAL_TEST_CASE("objects, lists, strings, numbers and the two words are read") {
  // RFC 8259, sections 2 to 5
  for (const Text text : good_documents) EXPECT(read_document(text) == Outcome{text});
}

DUAL_TEST_CASE("the error of a document has the wrong byte") {
  for (const Outcome& row : bad_documents) EXPECT(read_document(row.text) == row);
}

DUAL_TEST_CASE("the fault names what was expected") {
  JsonString string;
  const auto never = [] { return false; };
  JsonScanner no_string("1");
  EXPECT(!no_string.string(string));
  EXPECT(no_string.fault() == JsonFault::expected_a_string);
  JsonScanner no_object("[");
  EXPECT(!no_object.object(never));
  EXPECT(no_object.fault() == JsonFault::expected_an_object);
  JsonScanner no_list("{");
  EXPECT(!no_list.list(never));
  EXPECT(no_list.fault() == JsonFault::expected_a_string_or_list);
  JsonScanner own_words(" x");
  EXPECT(!own_words.string(string, JsonFault::expected_a_member_name));
  EXPECT(own_words.fault() == JsonFault::expected_a_member_name);
  EXPECT(own_words.fault_offset() == 1);
}

DUAL_TEST_CASE("an early end has its own fault, whatever was expected") {
  JsonString string;
  Slice scalar;
  const auto never = [] { return false; };
  for (int which = 0; which < 4; ++which) {
    JsonScanner json(" ");
    const bool read = which == 0   ? json.string(string)
                      : which == 1 ? json.bare_scalar(scalar)
                      : which == 2 ? json.object(never)
                                   : json.list(never);
    EXPECT(!read);
    EXPECT(json.fault() == JsonFault::text_ends_too_early);
    EXPECT(json.fault_offset() == 1);
  }
}

DUAL_TEST_CASE("after a fault nothing can be read, and the first fault stays") {
  JsonString string;
  Slice scalar;
  JsonScanner json("{\"a\" \"b\": [1]}");
  EXPECT(!json.object([&] { return json.member_name(string); }));
  EXPECT(!json.string(string));
  EXPECT(!json.member_name(string));
  EXPECT(!json.bare_scalar(scalar));
  EXPECT(!json.object([] { return true; }));
  EXPECT(!json.list([] { return true; }));
  EXPECT(!json.take('"'));
  EXPECT(!json.take('\0'));
  EXPECT(!json.need(':', JsonFault::expected_a_colon));
  EXPECT(!json.end());
  EXPECT(!json.fail(JsonFault::bad_number, 1));
  EXPECT(json.peek() == '\0');
  EXPECT(json.fault() == JsonFault::expected_a_colon);
  EXPECT(json.fault_offset() == 5);
}

DUAL_TEST_CASE("a document that ends too early is not at its end") {
  JsonScanner json("{");
  EXPECT(!json.object([] { return true; }));
  EXPECT(!json.end());
  EXPECT(json.fault() == JsonFault::text_ends_too_early);
}

DUAL_TEST_CASE("a reader of a member can add its own fault") {
  JsonString name;
  JsonScanner json("{\"a\": 1}");
  EXPECT(!json.object([&] { return json.member_name(name) && json.fail(JsonFault::character_not_allowed, 1); }));
  EXPECT(json.fault() == JsonFault::character_not_allowed);
  EXPECT(json.fault_offset() == 1);
  JsonScanner here("  1");
  EXPECT(here.peek() == '1');
  EXPECT(!here.fail(JsonFault::bad_number));
  EXPECT(here.fault_offset() == 2);
}

DUAL_TEST_CASE("members and elements come in the order of the text, as slices of it") {
  constexpr Text text = "{ \"Action\" : [\"sts:AssumeRole\", \"sts:Tag\\u0053ession\"], \"Id\": \"\" }";
  constexpr Text expected[] = {"Action", "sts:AssumeRole", "sts:Tag\\u0053ession", "Id", ""};
  constexpr bool escaped[] = {false, false, true, false, false};
  std::size_t next = 0;
  JsonScanner json(text);
  JsonString string;
  const auto check = [&] {
    EXPECT(text.part(string.raw.at, string.raw.size) == expected[next]);
    EXPECT(string.has_escapes == escaped[next]);
    ++next;
    return true;
  };
  const auto element = [&] { return json.string(string) && check(); };
  const auto member = [&] {
    return json.member_name(string) && check() && (json.peek() == '[' ? json.list(element) : element());
  };
  EXPECT(json.object(member));
  EXPECT(json.end());
  EXPECT(json.offset() == text.size());
  EXPECT(next == 5);
}

DUAL_TEST_CASE("looking ahead skips only white space") {
  JsonScanner json(" \t\r\n,x");
  EXPECT(json.peek() == ',');
  EXPECT(json.peek() == ',');
  EXPECT(json.offset() == 4);
  EXPECT(!json.take('x'));
  EXPECT(json.take(','));
  EXPECT(json.take('x'));
  EXPECT(!json.take('x'));
  EXPECT(json.peek() == '\0');
  EXPECT(!json.take('\0'));
  EXPECT(json.end());
}

DUAL_TEST_CASE("strings are decoded to UTF-8") {
  struct Pair {
    Text json, decoded;
    bool has_escapes;
  };
  constexpr Pair pairs[] = {
      {"\"\"", "", false},
      {"\"a/b'c\"", "a/b'c", false},
      {"\"\x7f\"", "\x7f", false},
      {"\"\xC3\xA9\"", "\xC3\xA9", false},
      // RFC 8259, section 7
      {R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t", true},
      {R"("\u0000")", Text("\0", 1), true},
      {R"("\u0041\u007F")", "A\x7f", true},
      {R"("\u0080\u07ff")", "\xC2\x80\xDF\xBF", true},
      {R"("\u0800\uFFFF")", "\xE0\xA0\x80\xEF\xBF\xBF", true},
      {R"("\uD7FF\uE000")", "\xED\x9F\xBF\xEE\x80\x80", true},
      {R"("\u00e9\u00E9")", "\xC3\xA9\xC3\xA9", true},
      {R"("\uabcd\uEF01")", "\xEA\xAF\x8D\xEE\xBC\x81", true},
      {R"("\uD834\uDD1E")", "\xF0\x9D\x84\x9E", true},  // the G clef of RFC 8259
      {R"("\ud800\udc00")", "\xF0\x90\x80\x80", true},
      {R"("\uDBFF\uDFFF")", "\xF4\x8F\xBF\xBF", true},
      {R"("a\\u0041")", "a\\u0041", true},
      {R"("\u005C\u0022")", "\\\"", true},
      {R"("x\ny\u0020z")", "x\ny z", true},
  };
  for (const Pair& row : pairs) {
    JsonScanner json(row.json);
    JsonString string;
    EXPECT(json.string(string));
    EXPECT(json.end());
    EXPECT(string.has_escapes == row.has_escapes);
    EXPECT(string.raw == Slice{1, static_cast<std::uint32_t>(row.json.size() - 2)});
    std::size_t count = 0;
    JsonDecoder::decode(row.json, string.raw, [&](char c) {
      EXPECT(count < row.decoded.size());
      EXPECT(c == row.decoded[count]);
      ++count;
    });
    EXPECT(count == row.decoded.size());
  }
}

DUAL_TEST_CASE("a string without an end is reported at its opening quote") {
  constexpr Outcome bad[] = {
      {"\"", JsonFault::string_is_not_closed, 0},         {"\"abc", JsonFault::string_is_not_closed, 0},
      {"  \"abc ", JsonFault::string_is_not_closed, 2},   {"\"a\\\"", JsonFault::string_is_not_closed, 0},
      {"\"abc\\", JsonFault::string_is_not_closed, 0},    {"\"\\\\", JsonFault::string_is_not_closed, 0},
      {"\"\xC3\xA9", JsonFault::string_is_not_closed, 0},
  };
  for (const Outcome& row : bad) EXPECT(read_string(row.text) == row);
}

DUAL_TEST_CASE("control characters must be escaped") {
  // RFC 8259, section 7: U+0000 to U+001F
  for (int byte = 0; byte < 0x20; ++byte) {
    const char text[] = {'"', 'a', static_cast<char>(byte), '"'};
    const Outcome expected{Text(text, 4), JsonFault::control_character_in_string, 2};
    EXPECT(read_string(Text(text, 4)) == expected);
  }
}

DUAL_TEST_CASE("there are nine escapes") {
  for (int byte = 0; byte < 256; ++byte) {
    const char text[] = {'"', 'a', '\\', static_cast<char>(byte), '0', '0', '4', '1', '"'};
    const bool known = Text("\"\\/bfnrtu").find(text[3]) != Text::npos;
    const Outcome expected{Text(text, 9), known ? JsonFault::none : JsonFault::unknown_escape, known ? 0U : 2U};
    if (text[3] == '"' || text[3] == '\\') continue;  // legal, but here they change where the string ends
    EXPECT(read_string(Text(text, 9)) == expected);
  }
  EXPECT(read_string(R"("\"")").fault == JsonFault::none);
  EXPECT(read_string(R"("\\")").fault == JsonFault::none);
}

DUAL_TEST_CASE("a Unicode escape has four hexadecimal digits, and surrogates come in pairs") {
  constexpr Text bad[] = {
      R"("a\u")",           R"("a\u1")",
      R"("a\u12")",         R"("a\u123")",
      R"("a\u123g")",       R"("a\ug123")",
      R"("a\u 123")",       R"("a\u+123")",
      R"("a\u-123")",       R"("a\u0x41")",
      R"("a\u{41}")",       R"("a\uDC00")",
      R"("a\uDFFF")",       R"("a\uD800")",
      R"("a\uDBFF")",       R"("a\uD834x")",
      R"("a\uD834\n")",     R"("a\uD834\u")",
      R"("a\uD834\u0041")", R"("a\uD834\uD834")",
      R"("a\uD834\uDBFF")", R"("a\uD834\uE000")",
      R"("a\uD834\uDD1")",  R"("a\uDD1E\uD834")",
      R"("a\uD834\)",       R"("a\u)",
      R"("a\u004)",         R"("a\uD834)",
      R"("a\uD834\u)",      R"("a\uD834\uDD1)",
  };
  for (const Text text : bad) {
    const Outcome expected{text, JsonFault::bad_unicode_escape, 2};
    EXPECT(read_string(text) == expected);
  }
}

DUAL_TEST_CASE("bytes that are not UTF-8 are a fault at the first of them") {
  // RFC 3629, sections 3, 4 and 10
  constexpr Text bad[] = {
      "\"a\x80\"",  // a continuation alone
      "\"a\xBF\"",
      "\"a\xC0\x80\"",  // overlong
      "\"a\xC1\xBF\"",
      "\"a\xE0\x80\x80\"",
      "\"a\xE0\x9F\xBF\"",
      "\"a\xF0\x80\x80\x80\"",
      "\"a\xF0\x8F\xBF\xBF\"",
      "\"a\xED\xA0\x80\"",  // surrogates
      "\"a\xED\xAF\xBF\"",
      "\"a\xED\xB0\x80\"",
      "\"a\xED\xBF\xBF\"",
      "\"a\xF4\x90\x80\x80\"",  // beyond U+10FFFF
      "\"a\xF5\x80\x80\x80\"",
      "\"a\xF8\x88\x80\x80\x80\"",
      "\"a\xFE\"",
      "\"a\xFF\"",
      "\"a\xC3\"",  // cut short
      "\"a\xE2\x82\"",
      "\"a\xF0\x9D\x84\"",
      "\"a\xC3"
      "b\"",
      "\"a\xE2\x82"
      "b\"",
      "\"a\xF0\x9D\xC3\xA9\"",
      "\"a\xC3",  // cut short by the end of the text
      "\"a\xE2\x82",
      "\"a\xF0\x9D\x84",
  };
  for (const Text text : bad) {
    const Outcome expected{text, JsonFault::bad_utf8, 2};
    EXPECT(read_string(text) == expected);
  }
}

DUAL_TEST_CASE("the first and the last characters of each length are accepted") {
  constexpr Text good[] = {"\"\x20\x7F\"", "\"\xC2\x80\xDF\xBF\"", "\"\xE0\xA0\x80\xED\x9F\xBF\"",
                           "\"\xEE\x80\x80\xEF\xBF\xBF\"", "\"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\""};
  for (const Text text : good) EXPECT(read_string(text) == Outcome{text});
}

TEST_CASE("every lead byte accepts the continuations that RFC 3629 gives it") {
  const unsigned later[] = {0x22, 0x7F, 0x80, 0xA5, 0xBF, 0xC0};
  for (unsigned lead = 0x80; lead < 0x100; ++lead) {
    for (unsigned second = 0; second < 0x100; ++second) {
      for (const unsigned third : later) {
        for (const unsigned fourth : later) {
          const unsigned bytes[4] = {lead, second, third, fourth};
          const std::size_t length = length_after(lead);
          char text[6] = {'"'};
          for (std::size_t i = 0; i < length; ++i) text[i + 1] = static_cast<char>(bytes[i]);
          text[length + 1] = '"';
          const Text view(text, length + 2);
          const Outcome expected = is_character(bytes, length) ? Outcome{view} : Outcome{view, JsonFault::bad_utf8, 1};
          if (!(read_string(view) == expected)) CHECK(read_string(view) == expected);
        }
      }
    }
  }
}

DUAL_TEST_CASE("characters after the last allowed one must be escaped") {
  // fmt-policy-document: U+0020 to U+00FF
  EXPECT(read_string("\"\xC3\xBF\"", 0xFF).fault == JsonFault::none);
  EXPECT(read_string("\"\xC3\xBF\xC4\x80\"", 0xFF) ==
         Outcome{"\"\xC3\xBF\xC4\x80\"", JsonFault::character_not_allowed, 3});
  EXPECT(read_string("\"\xE2\x82\xAC\"", 0xFF).fault == JsonFault::character_not_allowed);
  EXPECT(read_string("\"\xF0\x9D\x84\x9E\"", 0xFF).fault == JsonFault::character_not_allowed);
  EXPECT(read_string("\"\xED\xA0\x80\"", 0xFF).fault == JsonFault::bad_utf8);
  EXPECT(read_string(R"("\u0100")", 0xFF).fault == JsonFault::none);
  EXPECT(read_string("\"\xF0\x9D\x84\x9E\"", 0xFFFF).fault == JsonFault::character_not_allowed);
}

DUAL_TEST_CASE("numbers are those of RFC 8259") {
  // Section 6
  constexpr Text good[] = {"0",    "-0",   "7",    "10",    "43200",     "-1",
                           "0.5",  "1.0",  "-0.0", "1.250", "1e5",       "1E5",
                           "1e+5", "1E-5", "0e0",  "0E+00", "-12.5e+03", "123456789012345678901234567890"};
  for (const Text text : good) {
    JsonScanner json(text);
    Slice scalar;
    EXPECT(json.bare_scalar(scalar));
    EXPECT(text.part(scalar.at, scalar.size) == text);
    EXPECT(json.end());
  }
  constexpr Text bad[] = {"-",   "--1", "-a",    "- 1",   "00", "01",   "-01",   "007",    "1.",  "1.e5", "1.a", "1e",
                          "1E+", "1e-", "1e5.5", "1.2.3", "1a", "0x10", "1_000", "1,000a", "0b1", "1\"",  "1{"};
  for (const Text text : bad) {
    const Outcome expected = text == "1,000a" ? Outcome{text, JsonFault::text_after_the_document, 1}
                                              : Outcome{text, JsonFault::bad_number, 0};
    EXPECT(read_scalar(text) == expected);
  }
  constexpr Text no_numbers[] = {"+1", ".5", "NaN", "Infinity", "e5", "a1", "\"1\""};
  for (const Text text : no_numbers) EXPECT(read_scalar(text) == Outcome{text, JsonFault::expected_a_scalar, 0});
}

DUAL_TEST_CASE("a number or a word ends before a comma, a bracket, a brace and white space") {
  constexpr Text words[] = {"12", "-0.5e1", "true", "false"};
  for (const Text word : words) {
    for (const char end : Text(",]} \t\r\n")) {
      char text[8] = {' '};
      for (std::size_t i = 0; i < word.size(); ++i) text[i + 1] = word[i];
      text[word.size() + 1] = end;
      JsonScanner json(Text(text, word.size() + 2));
      Slice scalar;
      EXPECT(json.bare_scalar(scalar));
      EXPECT(scalar == Slice{1, static_cast<std::uint32_t>(word.size())});
    }
  }
}

DUAL_TEST_CASE("the words are true and false, in lower case and whole") {
  constexpr Text bad[] = {"null", "True", "FALSE", "tru", "fals", "t", "truex", "true1", "falsehood", "true\"", "yes"};
  for (const Text text : bad) EXPECT(read_scalar(text) == Outcome{text, JsonFault::expected_a_scalar, 0});
}

DUAL_TEST_CASE("a part of a document is refused without reading past its end") {
  for (std::size_t size = 0; size < document.size(); ++size) {
    const ExactCopy copy(document.part(0, size));
    const Outcome outcome = read_document(copy.view());
    EXPECT(outcome.fault != JsonFault::none);
    EXPECT(outcome.fault != JsonFault::text_after_the_document);
    EXPECT(outcome.offset <= size);
  }
  const ExactCopy whole(document);
  EXPECT(read_document(whole.view()).fault == JsonFault::none);
}

TEST_CASE("a document with any one byte changed is read or refused inside its bounds") {
  ExactCopy copy(document);
  for (std::size_t at = 0; at < document.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      copy.put(at, static_cast<char>(byte));
      ValueReader reader{JsonScanner(copy.view())};
      const bool read = reader.value() && reader.json.end();
      if (read != (reader.json.fault() == JsonFault::none)) CHECK(read == (reader.json.fault() == JsonFault::none));
      if (reader.json.fault_offset() > document.size()) CHECK(reader.json.fault_offset() <= document.size());
    }
    copy.put(at, document[at]);
  }
}

TEST_CASE("every slice of a document is read or refused inside its bounds") {
  for (std::size_t first = 0; first < document.size(); ++first) {
    for (std::size_t size = 0; first + size <= document.size(); ++size) {
      const ExactCopy copy(document.part(first, size));
      ValueReader reader{JsonScanner(copy.view())};
      const bool read = reader.value() && reader.json.end();
      if (read != (reader.json.fault() == JsonFault::none)) CHECK(read == (reader.json.fault() == JsonFault::none));
      if (reader.json.fault_offset() > size) CHECK(reader.json.fault_offset() <= size);
    }
  }
}

DUAL_TEST_CASE("a long list and a deep one are read") {
  char text[801] = {};
  for (std::size_t i = 0; i < 400; ++i) text[2 * i] = i == 0 ? '[' : ',', text[2 * i + 1] = '1';
  text[800] = ']';
  ValueReader flat{JsonScanner(Text(text, 801))};
  EXPECT(flat.value());
  EXPECT(flat.json.end());
  EXPECT(flat.values == 401);
  for (std::size_t i = 0; i < 100; ++i) text[i] = '[', text[100 + i] = ']';
  ValueReader deep{JsonScanner(Text(text, 200))};
  EXPECT(deep.value());
  EXPECT(deep.json.end());
  EXPECT(deep.values == 100);
}

DUAL_TEST_CASE("skipping a value finds the same faults as reading it") {
  for (const Text text : good_documents) EXPECT(read_value(text) == Outcome{text});
  for (const Outcome& row : bad_documents) EXPECT(read_value(row.text) == row);
}

DUAL_TEST_CASE("a skipped value can be null") {
  constexpr Text good[] = {"null", " null ", "[null]", "[null,null]", "{\"a\":null}", "{\"a\": null, \"b\": [null ]}"};
  for (const Text text : good) EXPECT(read_value(text) == Outcome{text});
  constexpr Outcome bad[] = {
      {"nul", JsonFault::expected_a_scalar, 0},
      {"nulls", JsonFault::expected_a_scalar, 0},
      {"NULL", JsonFault::expected_a_scalar, 0},
      {"null1", JsonFault::expected_a_scalar, 0},
      {"[n]", JsonFault::expected_a_scalar, 1},
      {"[null,]", JsonFault::comma_before_the_end, 5},
      {"{null:1}", JsonFault::expected_a_member_name, 1},
      {"[null null]", JsonFault::expected_comma_or_bracket, 6},
      {"null null", JsonFault::text_after_the_document, 5},
      {"n", JsonFault::expected_a_scalar, 0},
  };
  for (const Outcome& row : bad) EXPECT(read_value(row.text) == row);
}

DUAL_TEST_CASE("the error of a nested value has the wrong byte") {
  constexpr Outcome bad[] = {
      {"[[1, 2], [3, ]]", JsonFault::comma_before_the_end, 11},
      {"[[1, 2}, 3]", JsonFault::expected_comma_or_bracket, 6},
      {"[{\"a\": 1], 3]", JsonFault::expected_comma_or_brace, 8},
      {"{\"a\": {\"b\": 1}, 2: 3}", JsonFault::expected_a_member_name, 16},
      {"{\"a\": [1], \"b\"; 3}", JsonFault::expected_a_colon, 14},
      {"{\"a\": {}, \"b\" }", JsonFault::expected_a_colon, 14},
      {"[[], {}, [", JsonFault::text_ends_too_early, 10},
      {"[[], {}", JsonFault::text_ends_too_early, 7},
      {"{\"a\": {\"b\": ", JsonFault::text_ends_too_early, 12},
      {"[\"a", JsonFault::string_is_not_closed, 1},
      {"{\"a\": \"b\\q\"}", JsonFault::unknown_escape, 8},
      {"{\"a\\u00\": 1}", JsonFault::bad_unicode_escape, 3},
      {"[\"\t\"]", JsonFault::control_character_in_string, 2},
      {"[\"\xFF\"]", JsonFault::bad_utf8, 2},
      {"[[01]]", JsonFault::bad_number, 2},
      {"[1.]", JsonFault::bad_number, 1},
      {"[[]]]", JsonFault::text_after_the_document, 4},
      {"{}{}", JsonFault::text_after_the_document, 2},
  };
  for (const Outcome& row : bad) {
    EXPECT(read_value(row.text) == row);
    EXPECT(read_document(row.text) == row);
  }
}

DUAL_TEST_CASE("the allowed characters of the scanner apply to values too") {
  JsonScanner json("[\"\xC4\x80\"]", 0xFF);
  Slice value;
  EXPECT(!json.value(value));
  EXPECT(json.fault() == JsonFault::character_not_allowed);
  EXPECT(json.fault_offset() == 2);
  EXPECT(!json.value(value));
  EXPECT(json.fault_offset() == 2);
}

DUAL_TEST_CASE("a value is the text from its first byte to its last") {
  constexpr Text values[] = {
      "null", "\"a]}\"", "-1.5e3", "[1, [2, {\"a\": [ ]}]]", "{\"a\": {\"b\": null}, \"c\": \"}\"}", "true"};
  for (const Text expected : values) {
    char text[64] = {' ', '[', '\n'};
    for (std::size_t i = 0; i < expected.size(); ++i) text[i + 3] = expected[i];
    text[expected.size() + 3] = ' ';
    text[expected.size() + 4] = ',';
    const Text whole(text, expected.size() + 5);
    JsonScanner json(whole);
    Slice value;
    EXPECT(json.take('['));
    EXPECT(json.value(value));
    EXPECT(whole.part(value.at, value.size) == expected);
    EXPECT(json.take(','));
  }
}

DUAL_TEST_CASE("a value can be nested 64 levels deep") {
  for (const bool objects : {false, true}) {
    const Text open = objects ? "{\"\":" : "[", close = objects ? "}" : "]";
    for (std::size_t depth = 63; depth <= 66; ++depth) {
      char text[66 * 5 + 1] = {};
      std::size_t size = 0;
      for (std::size_t i = 0; i < depth; ++i) {
        for (const char c : open) text[size++] = c;
      }
      const std::size_t limit = 64 * open.size();
      text[size++] = '1';
      for (std::size_t i = 0; i < depth; ++i) text[size++] = close[0];
      const Text whole(text, size);
      const Outcome too_deep{whole, JsonFault::nested_too_deeply, static_cast<std::uint32_t>(limit)};
      EXPECT(read_value(whole) == (depth <= 64 ? Outcome{whole} : too_deep));
    }
  }
}

DUAL_TEST_CASE("consecutive values do not add levels") {
  char text[401] = {'['};
  for (std::size_t i = 0; i < 133; ++i)
    text[1 + 3 * i] = i % 2 ? '[' : '{', text[2 + 3 * i] = i % 2 ? ']' : '}', text[3 + 3 * i] = ',';
  text[399] = ']';
  EXPECT(read_value(Text(text, 400)) == (Outcome{Text(text, 400)}));
}

TEST_CASE("a document with any one byte changed is the same value, or none, to both readers") {
  ExactCopy copy(document);
  int wrong = 0;
  for (std::size_t at = 0; at < document.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      copy.put(at, static_cast<char>(byte));
      if (!(read_value(copy.view()) == read_document(copy.view()))) ++wrong;
    }
    copy.put(at, document[at]);
  }
  for (std::size_t size = 0; size < document.size(); ++size) {
    const ExactCopy beginning(document.part(0, size));
    if (!(read_value(beginning.view()) == read_document(beginning.view()))) ++wrong;
  }
  CHECK(wrong == 0);
}
