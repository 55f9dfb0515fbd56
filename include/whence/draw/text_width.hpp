// The characters of a text as they are drawn, and an upper bound of their width, in hundredths of the font size: that
// of the widest of the usual system fonts.
#pragma once

#include <cstddef>

#include <whence/base/text.hpp>
#include <whence/explain/write.hpp>

namespace whence {

namespace detail {
// The size of the character of UTF-8 at a position; 0 if the byte begins none that XML has: no surrogate, no U+FFFE.
constexpr std::size_t size_of_character_at(Text text, std::size_t at) {
  const Character character = character_at(text, at);
  const unsigned code = character.code;
  switch (character.size) {
    case 1: return code < 0x80U ? 1 : 0;
    case 2: return 2;
    case 3: return code < 0x800U || (code >= 0xD800U && code < 0xE000U) || code > 0xFFFDU ? 0 : 3;
    default: return code < 0x10000U || code > 0x10FFFFU ? 0 : 4;
  }
}

// Whether a byte belongs to no character, so that U+FFFD is drawn in its place.
constexpr bool is_stray(Text text, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && at - first < 3 && continues_character(text[first])) --first;
  return size_of_character_at(text, first) <= at - first;
}
}  // namespace detail

/// Calls `put(character)` for each character of a text that is drawn; U+FFFD stands for each byte that is not UTF-8.
/// Complexity: linear.
template <class Put>
constexpr void for_each_character(Text text, Put put) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = detail::size_of_character_at(text, at);
    put(size == 0 ? Text("\xEF\xBF\xBD") : text.part(at, size));
    at += size == 0 ? 1 : size;
  }
}

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
[[nodiscard]] constexpr int width_at(Text text, std::size_t at, Face face) {
  constexpr int replacement = 110;
  const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80U;
  return is_ascii || !detail::is_stray(text, at) ? width_of(text[at], face) : replacement;
}
[[nodiscard]] constexpr int width_of(Text text, Face face) {
  int width = 0;
  for (std::size_t at = 0; at < text.size(); ++at) width += width_at(text, at, face);
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
    while (end < text.size() && width + width_at(text, end, face) <= room) {
      width += width_at(text, end, face);
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
      const auto is_inside = [&] {
        return end < text.size() && continues_character(text[end]) && !detail::is_stray(text, end);
      };
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
