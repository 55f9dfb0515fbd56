// An upper bound of the width of a text, in hundredths of the font size: that of the widest of the usual system fonts.
#pragma once

#include <cstddef>

#include <whence/base/text.hpp>

namespace whence {

enum class Face : unsigned char { plain, strong, code };

/// Complexity: constant.
[[nodiscard]] constexpr int width_of(char character, Face face) {
  if (face == Face::code) return 61;
  const auto among = [character](Text set) { return set.find(character) != Text::npos; };
  int width = 65;
  if (among(" .,:;'|!ijlI()[]/\\-")) width = 42;
  if (among("csz")) width = 57;
  if (among("fjrt\"")) width = 46;
  if (among("mwMWQO@%&<>=+~#")) width = 100;
  if (character >= 'A' && character <= 'Z' && width == 65) width = 78;
  if (static_cast<unsigned char>(character) >= 0x80U) width = 55;  // a byte of two or more
  return face == Face::strong ? width * 11 / 10 : width;
}
[[nodiscard]] constexpr int width_of(Text text, Face face) {
  int width = 0;
  for (const char character : text) width += width_of(character, face);
  return width;
}

/// Calls `line(part)` for each line of a text; the first line has the width `first`, the others `others`, in the same
/// units. Lines break at spaces, else after the separators of addresses, else anywhere. Only the space at a break is
/// lost. Complexity: linear.
template <class Line>
constexpr void wrap(Text text, Face face, int first, int others, Line line) {
  int room = first;
  while (!text.empty()) {
    int width = 0;
    std::size_t end = 0, soft = 0, weak = 0, space = 0;
    while (end < text.size() && width + width_of(text[end], face) <= room) {
      width += width_of(text[end], face);
      ++end;
      if (end < text.size() && text[end] == ' ') space = end;
      const Text separators = "/\\-:,_@=";
      const bool hump =
          end < text.size() && text[end] >= 'A' && text[end] <= 'Z' && text[end - 1] >= 'a' && text[end - 1] <= 'z';
      const bool opens = end < text.size() && (text[end] == '<' || text[end] == '{');
      if (hump || opens || separators.find(text[end - 1]) != Text::npos) soft = end;
      if (end < text.size() && text[end] == '.') weak = end;
    }
    if (end < text.size()) {
      // A text that fits on the next line is not broken.
      const bool fits = room < others && width_of(text, face) <= others;
      end = space > 0 ? space : fits ? 0 : soft > 0 ? soft : room < others ? 0 : weak > 0 ? weak : end;
      const auto is_inside = [&] { return end < text.size() && continues_character(text[end]); };
      while (end > 0 && is_inside()) --end;
      if (end == 0 && room >= others) {
        ++end;
        while (is_inside()) ++end;
      }
    }
    line(text.part(0, end));
    text = text.part(end);
    if (text.starts_with(" ")) text = text.part(1);
    room = others;
  }
}

}  // namespace whence
