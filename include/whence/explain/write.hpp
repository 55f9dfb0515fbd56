// Appends texts and names to a string, unchanged or as JSON.
#pragma once

#include <cstddef>
#include <string>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/principal_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Appends the pieces, in order.
template <class... Piece>
void write(std::string& out, const Piece&... pieces) {
  const auto one = [&out](Text piece) { out.append(piece.data(), piece.size()); };
  (one(Text(pieces)), ...);
}

/// The name as AWS prints it: an ARN, or the name of a service or issuer.
[[nodiscard]] inline std::string to_string(const PrincipalName& name) {
  std::string out;
  print(name, [&out](Text piece) { write(out, piece); });
  return out;
}
[[nodiscard]] inline std::string to_string(AccountId account) {
  std::string out;
  write(out, account.digits().view());
  return out;
}
[[nodiscard]] inline std::string to_string(const Principal& principal) { return to_string(principal.name()); }

/// Appends the text as the inside of a JSON string. Escapes control characters, and characters beyond U+00FF, which a
/// policy must not contain. Copies bytes that are not UTF-8.
inline void write_json_characters(std::string& out, Text text);

/// Appends the text as a JSON string, with quotes.
inline void write_json_string(std::string& out, Text text) {
  out += '"';
  write_json_characters(out, text);
  out += '"';
}

/// Appends the text for a terminal: its control characters, except line breaks and tabs, become \uXXXX. These are the
/// ASCII ones, DEL and U+0080 to U+009F, which a terminal can also read from single bytes, and the characters that
/// break a line or change the direction of writing. Complexity: linear.
inline void write_visible(std::string& out, Text text);
[[nodiscard]] inline std::string visible(Text text) {
  std::string out;
  write_visible(out, text);
  return out;
}

// ---- Implementation.

namespace detail {

// The size in bytes and the code point of the UTF-8 character at a position; a byte that begins none counts as a
// character.
struct Character {
  std::size_t size;
  unsigned code;
};
constexpr Character character_at(Text text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned first = byte(0);
  const std::size_t size = first < 0xC2U ? 1 : first < 0xE0U ? 2 : first < 0xF0U ? 3 : first < 0xF5U ? 4 : 1;
  if (size > text.size() - at) return {1, first};
  unsigned code = size == 1 ? first : first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues_character(text[at + i])) return {1, first};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  return {size, code};
}

// Source: Unicode Standard Annex #9, Directional Formatting Characters, https://www.unicode.org/reports/tr9/; U+2028 and
// U+2029 separate lines and paragraphs.
constexpr bool is_control(unsigned code) {
  return (code < 0x20U && code != '\n' && code != '\t') || (code >= 0x7FU && code < 0xA0U) || code == 0x061CU ||
         code == 0x200EU || code == 0x200FU || (code >= 0x2028U && code <= 0x202EU) ||
         (code >= 0x2066U && code <= 0x2069U);
}

inline void write_unicode_escape(std::string& out, unsigned unit) {
  constexpr const char* digits = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0; shift -= 4) out += digits[(unit >> (shift - 4)) & 0xFU];
}

}  // namespace detail

inline void write_json_characters(std::string& out, Text text) {
  for (std::size_t at = 0; at < text.size();) {
    const detail::Character character = detail::character_at(text, at);
    const unsigned code = character.code;
    if (code == '"' || code == '\\') {
      write(out, "\\", text.part(at, 1));
    } else if (code == '\n') {
      write(out, "\\n");
    } else if (code == '\t') {
      write(out, "\\t");
    } else if (code > 0xFFFFU) {
      detail::write_unicode_escape(out, 0xD7C0U + (code >> 10U));
      detail::write_unicode_escape(out, 0xDC00U + (code & 0x3FFU));
    } else if (code < 0x20U || code == 0x7FU || code > 0xFFU || (character.size > 1 && code < 0xA0U)) {
      detail::write_unicode_escape(out, code);
    } else {
      write(out, text.part(at, character.size));
    }
    at += character.size;
  }
}

inline void write_visible(std::string& out, Text text) {
  for (std::size_t at = 0; at < text.size();) {
    const detail::Character character = detail::character_at(text, at);
    const bool is_control = detail::is_control(character.code);
    if (is_control) detail::write_unicode_escape(out, character.code);
    if (!is_control) write(out, text.part(at, character.size));
    at += character.size;
  }
}

}  // namespace whence
WHENCE_TEMPLATES_END
