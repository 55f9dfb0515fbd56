#include "dual.hpp"

#include <whence/base/buffer.hpp>
#include <whence/base/text.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

using namespace std::literals;

namespace {

using whence::Buffer;
using whence::FixedText;
using namespace whence::literals;
using whence::line_of;
using whence::position_of;
using whence::Range;
using whence::Slice;
using whence::SourcePosition;
using whence::Span;
using whence::Text;

constexpr std::size_t size_of(Text text) { return text.size(); }
constexpr Buffer<16> kept = [] {
  Buffer<16> buffer;
  return buffer.add("W").add_number(403);
}();

constexpr std::size_t length_of(std::string_view text) { return text.size(); }

// A class of somebody else, with all that Text requires.
struct Characters {
  const char* first;
  unsigned short count;
  [[nodiscard]] constexpr const char* data() const { return first; }
  [[nodiscard]] constexpr unsigned short size() const { return count; }
};

template <FixedText Source>
constexpr Text argument = Source.view();

static_assert(std::is_trivially_copyable_v<Text> && std::is_trivially_destructible_v<Text>);
static_assert(!std::is_convertible_v<int, Text> && !std::is_convertible_v<char, Text>);
static_assert(!std::is_convertible_v<std::wstring_view, Text> && !std::is_convertible_v<std::u8string, Text>);
static_assert(!std::is_convertible_v<Text, std::wstring_view>);
static_assert(!std::is_convertible_v<Text, std::string>, "a copy is asked for in so many words");
static_assert(std::is_constructible_v<std::string, Text>);

}  // namespace

DUAL_TEST_CASE("a default text is empty") {
  constexpr Text text;
  EXPECT(text.empty());
  EXPECT(text.size() == 0);
  EXPECT(text.begin() == text.end());
  EXPECT(text == "");
  EXPECT(text.part(0).empty());
  EXPECT(text.part(3, 2).empty());
  EXPECT(text.starts_with(""));
  EXPECT(text.ends_with(""));
  EXPECT(text.find('a') == Text::npos);
  EXPECT(text.find_last('a') == Text::npos);
}

DUAL_TEST_CASE("a text is made from a literal without its terminating NUL") {
  constexpr Text text = "role";
  EXPECT(text.size() == 4);
  EXPECT(text[0] == 'r');
  EXPECT(text[3] == 'e');
  EXPECT(size_of("") == 0);
  EXPECT(size_of("a\0b"_text) == 3);
}

DUAL_TEST_CASE("a text is made from a C string up to its NUL") {
  const char* const pointer = "role\0name";
  const char* const nothing = nullptr;
  EXPECT(Text(pointer) == "role");
  EXPECT(pointer == Text("role"));
  EXPECT(Text(nothing).empty());
}

DUAL_TEST_CASE("a text is made from any class with data and size") {
  constexpr std::string_view view = "sts:AssumeRole";
  constexpr std::array<char, 3> array = {'s', 't', 's'};
  EXPECT(size_of(view) == 14);
  EXPECT(size_of(view.substr(4)) == 10);
  EXPECT(Text(array) == "sts");
  EXPECT(Text(Characters{"sts:AssumeRole", 3}) == "sts");
  EXPECT(Text(view).data() == view.data());
}

DUAL_TEST_CASE("a text converts to the standard's view") {
  constexpr Text text = "sts:AssumeRole";
  constexpr std::string_view view = text;
  std::string_view assigned;
  assigned = text.part(4);
  EXPECT(view == "sts:AssumeRole");
  EXPECT(view.data() == text.data());
  EXPECT(assigned == "AssumeRole");
  EXPECT(length_of(text) == 14);
  EXPECT(length_of(Text{}) == 0);
  EXPECT(std::string_view(text).substr(0, 3) == "sts"sv);
}

TEST_CASE("a text goes into a string and comes out of it") {
  const Text text = "sts:AssumeRole";
  const std::string copy(text);
  std::string assigned;
  assigned = text;
  assigned += text.part(3, 1);
  CHECK(copy == "sts:AssumeRole");
  CHECK(assigned == "sts:AssumeRole:");
  CHECK(std::string(Text{}).empty());

  const std::string with_nul = "a\0b"s;
  const Text view = with_nul;
  CHECK(view.size() == 3);
  CHECK(view.data() == with_nul.data());
  CHECK(size_of(with_nul) == 3);
}

DUAL_TEST_CASE("texts are compared by their characters") {
  constexpr char elsewhere[] = {'r', 'o', 'l', 'e'};
  constexpr Text text = "role";
  EXPECT(text == Text(elsewhere, 4));
  EXPECT(text != Text(elsewhere, 3));
  EXPECT(text != Text("rule"));
  EXPECT(text != Text("Role"));
  EXPECT(text != Text("roles"));
  EXPECT(Text("a\0b"_text) != Text("a\0c"_text));
}

DUAL_TEST_CASE("a text is compared with other kinds of string on either side") {
  constexpr Text text = "role";
  constexpr std::string_view same = "role";
  constexpr std::string_view other = "user";
  EXPECT(text == "role");
  EXPECT("role" == text);
  EXPECT(text != "user");
  EXPECT("user" != text);
  EXPECT(text == same);
  EXPECT(same == text);
  EXPECT(text != other);
  EXPECT(other != text);
  EXPECT(text == Characters{"role", 4});
  EXPECT(Characters{"rol", 3} != text);
}

TEST_CASE("a text is compared with a string on either side") {
  const Text text = "role";
  const std::string same = "role";
  const std::string other = "user";
  CHECK(text == same);
  CHECK(same == text);
  CHECK(text != other);
  CHECK(other != text);
}

DUAL_TEST_CASE("a part stays inside the text") {
  constexpr Text text = "role";
  EXPECT(text.part(0) == "role");
  EXPECT(text.part(1) == "ole");
  EXPECT(text.part(1, 2) == "ol");
  EXPECT(text.part(1, 0).empty());
  EXPECT(text.part(3, 2) == "e");
  EXPECT(text.part(3, 9) == "e");
  EXPECT(text.part(4).empty());
  EXPECT(text.part(5).empty());
  EXPECT(text.part(Text::npos, Text::npos).empty());
  EXPECT(text.part(2).data() == text.data() + 2);
}

DUAL_TEST_CASE("a character is found from the front and from the back") {
  constexpr Text text = "a/b/c";
  EXPECT(text.find('/') == 1);
  EXPECT(text.find('/', 1) == 1);
  EXPECT(text.find('/', 2) == 3);
  EXPECT(text.find('/', 4) == Text::npos);
  EXPECT(text.find('/', 99) == Text::npos);
  EXPECT(text.find_last('/') == 3);
  EXPECT(text.find_last('a') == 0);
  EXPECT(text.find_last('x') == Text::npos);
}

DUAL_TEST_CASE("a text starts and ends with itself and with the empty text") {
  constexpr Text text = "role/app";
  EXPECT(text.starts_with("role/"));
  EXPECT(text.starts_with(text));
  EXPECT(text.starts_with(""));
  EXPECT(!text.starts_with("Role"));
  EXPECT(!text.starts_with("role/app/"));
  EXPECT(text.ends_with("/app"));
  EXPECT(text.ends_with(text));
  EXPECT(text.ends_with(""));
  EXPECT(!text.ends_with("/role"));
  EXPECT(!text.ends_with("/role/app"));
}

DUAL_TEST_CASE("the characters of a text are visited in order") {
  int sum = 0;
  for (const char c : Text("123")) sum = sum * 10 + (c - '0');
  EXPECT(sum == 123);
}

DUAL_TEST_CASE("a literal as a template argument keeps its characters") {
  EXPECT(argument<"aws:ec2-instance"> == "aws:ec2-instance");
  EXPECT(argument<""> == "");
  EXPECT(argument<"a\0b">.size() == 3);
  EXPECT(FixedText<5>{}.view().size() == 4);
}

DUAL_TEST_CASE("slices and ranges are equal if both numbers are") {
  EXPECT(Slice{1, 2} == Slice{1, 2});
  EXPECT(Slice{1, 2} != Slice{1, 3});
  EXPECT(Slice{1, 2} != Slice{0, 2});
  EXPECT(Range{1, 2} == Range{1, 2});
  EXPECT(Range{1, 2} != Range{1, 3});
  EXPECT(Range{1, 2} != Range{0, 2});
  EXPECT(Slice{} == Slice{0, 0});
  EXPECT(Range{} == Range{0, 0});
}

DUAL_TEST_CASE("a span shows an array and its parts") {
  constexpr int numbers[] = {10, 20, 30, 40};
  constexpr Span<int> none;
  const Span<int> all = numbers;
  const Span<int> middle = all.part({1, 2});
  EXPECT(none.empty());
  EXPECT(none.begin() == none.end());
  EXPECT(!all.empty());
  EXPECT(all.size() == 4);
  EXPECT(all[3] == 40);
  EXPECT(all.end() - all.begin() == 4);
  EXPECT(middle.size() == 2);
  EXPECT(middle[0] == 20);
  EXPECT(middle.part({1, 1})[0] == 30);
  EXPECT(all.part({4, 0}).empty());
  EXPECT(Span<int>(numbers, 1).size() == 1);
}

DUAL_TEST_CASE("lines and columns are counted from one, and a column is a byte") {
  constexpr Text source =
      "ab\n\xC3\xA9"
      "d\r\n\n";
  EXPECT(position_of(source, 0) == SourcePosition{1, 1});
  EXPECT(position_of(source, 2) == SourcePosition{1, 3});
  EXPECT(position_of(source, 3) == SourcePosition{2, 1});
  EXPECT(position_of(source, 5) == SourcePosition{2, 3});
  EXPECT(position_of(source, 7) == SourcePosition{2, 5});
  EXPECT(position_of(source, 8) == SourcePosition{3, 1});
  EXPECT(position_of(source, 9) == SourcePosition{4, 1});
  EXPECT(position_of(source, 99) == SourcePosition{4, 1});
  EXPECT(position_of("", 0) == SourcePosition{1, 1});
}

DUAL_TEST_CASE("the line of an offset has neither its line feed nor its carriage return") {
  constexpr Text source = "ab\ncd\r\n\nef";
  EXPECT(line_of(source, 0) == "ab");
  EXPECT(line_of(source, 2) == "ab");
  EXPECT(line_of(source, 3) == "cd");
  EXPECT(line_of(source, 5) == "cd");
  EXPECT(line_of(source, 7) == "");
  EXPECT(line_of(source, 8) == "ef");
  EXPECT(line_of(source, 10) == "ef");
  EXPECT(line_of(source, 99) == "ef");
  EXPECT(line_of("", 0) == "");
}

DUAL_TEST_CASE("characters of UTF-8 are counted, not bytes") {
  EXPECT(whence::count_characters("") == 0);
  EXPECT(whence::count_characters("abc") == 3);
  EXPECT(whence::count_characters("\xC3\xA4rger") == 5);
  EXPECT(whence::count_characters("\xF0\x9F\xA6\x8A") == 1);
}

DUAL_TEST_CASE("a buffer grows by texts, characters and numbers") {
  Buffer<32> buffer;
  EXPECT(buffer.empty());
  EXPECT(buffer.view() == "");
  buffer.add("level ").add_number(0).add_character(' ').add_number(-1204);
  EXPECT(buffer.view() == "level 0 -1204");
  EXPECT(size_of(buffer) == 13);
  EXPECT(buffer[6] == '0');
  EXPECT(!buffer.is_cut());
  buffer.clear();
  buffer.add_number(INT64_MIN).add_number(7);
  EXPECT(buffer.view() == "-92233720368547758087");
}

DUAL_TEST_CASE("a full buffer keeps what fits, and is_cut() becomes true") {
  Buffer<4> buffer;
  buffer.add("four");
  EXPECT(!buffer.is_cut());
  buffer.add("");
  EXPECT(!buffer.is_cut());
  buffer.add_character('!');
  EXPECT(buffer.view() == "four");
  EXPECT(buffer.is_cut());
  buffer.clear();
  buffer.add("seven");
  EXPECT(buffer.view() == "seve");
  EXPECT(buffer.is_cut());
}

DUAL_TEST_CASE("a constant can hold a buffer") { EXPECT(kept.view() == "W403"); }
