// Texts in pictures: a drawing is UTF-8 and XML, whatever bytes it is given. Source of the forms: The Unicode Standard,
// section 3.9, table 3-7, https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/; of the characters:
// Extensible Markup Language (XML) 1.0, section 2.2, https://www.w3.org/TR/xml/#charsets
#include "dual.hpp"

#include <cstddef>
#include <string>

#include <whence/draw.hpp>

using namespace whence;

namespace {

#define R "\xEF\xBF\xBD"  // U+FFFD

struct Drawn {
  Text given;
  Text drawn;
};
constexpr Drawn texts[] = {
    {"app", "app"},
    {"\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9"},
    {"\xDF\xBF \xEF\xBF\xBD \xED\x9F\xBF", "\xDF\xBF \xEF\xBF\xBD \xED\x9F\xBF"},
    {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
    {"a\x80z", "a" R "z"},           // goes on with no character
    {"\xC3\xA9\xA9", "\xC3\xA9" R},  // one byte too many
    {"\xC3", R},                     // ends too early
    {"\xE2\x82z", R R "z"},
    {"\xF0\x9F\x98", R R R},
    {"\xC0\xAF", R R},  // longer than it needs to be
    {"\xC1\xBF", R R},
    {"\xE0\x9F\xBF", R R R},
    {"\xF0\x8F\xBF\xBF", R R R R},
    {"\xED\xA0\x80", R R R},  // a surrogate
    {"\xED\xBF\xBF", R R R},
    {"\xF4\x90\x80\x80", R R R R},  // beyond U+10FFFF
    {"\xF5\x80\x80\x80", R R R R},
    {"\xFF", R},
    {"\xEF\xBF\xBE", R R R},  // U+FFFE
    {"\xEF\xBF\xBF", R R R},  // U+FFFF
    {"\x80\x80\x80\x80\xC3\xA9", R R R R "\xC3\xA9"},
    {"\xF0\x9F\x98\x80\x80z", "\xF0\x9F\x98\x80" R "z"},
    {"\xE2\x82\xC3\xA9", R R "\xC3\xA9"},  // ends where another begins
};

bool has(const std::string& drawing, Text wanted) {
  return drawing.find(std::string(wanted.data(), wanted.size())) != std::string::npos;
}

}  // namespace

TEST_CASE("every form replaces the bytes that are not UTF-8") {
  for (const Drawn& each : texts) {
    CAPTURE(std::string(each.drawn));
    std::string markup;
    write_markup(markup, each.given);
    CHECK(Text(markup) == each.drawn);
    Picture picture{.id = "x"};
    picture.add("role", each.given, Plane::control);
    const std::string inside = ">" + std::string(each.drawn) + "<";
    CHECK(has(svg::to_svg(picture), Text(inside)));
    CHECK(has(to_mermaid(picture), each.drawn));
    CHECK(has(to_dot(picture), each.drawn));
  }
}

DUAL_TEST_CASE("a byte that is not UTF-8 is as wide as the character that is drawn for it, and lines break beside it") {
  constexpr int replacement = 100;  // at most: U+FFFD is as wide as it is high
  for (const Drawn& each : texts) {
    int replaced = 0;
    for (std::size_t i = 0; i + 2 < each.drawn.size(); ++i) replaced += each.drawn.part(i, 3) == R ? 1 : 0;
    EXPECT(width_of(each.given, Face::code) >= replaced * replacement);
  }
  EXPECT(width_of("\xC3\xA9", Face::plain) < 2 * replacement);
  char stray[50] = {};
  for (char& each : stray) each = '\x80';
  std::size_t kept = 0, longest = 0;
  wrap({stray, sizeof stray}, Face::plain, 300, 700, [&](Text line) {
    kept += line.size();
    longest = line.size() > longest ? line.size() : longest;
  });
  EXPECT(kept == sizeof stray);
  EXPECT(longest <= 7);
}
