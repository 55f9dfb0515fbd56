// A scanner for one JSON text (RFC 8259): no allocation, no recursion, no exceptions; it stops at the first fault.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

/// The faults of a JSON text, each with its sentence. The reader of a kind of document adds its own faults after these,
/// in one enumeration for all faults of the document.
#define WHENCE_JSON_FAULTS(FAULT)                                                                                   \
  FAULT(text_ends_too_early, "the text ends before the document is complete")                                       \
  FAULT(expected_an_object, "expected '{' here")                                                                    \
  FAULT(expected_a_string, "expected a string in double quotes here")                                               \
  FAULT(expected_a_string_or_list, "expected a string, or a list of strings, here")                                 \
  FAULT(expected_a_list, "expected a list, '[', here")                                                              \
  FAULT(expected_a_scalar, "expected a string, a number, true or false here")                                       \
  FAULT(expected_a_member_name, "expected a member name in double quotes here")                                     \
  FAULT(expected_a_colon, "expected ':' after a member name")                                                       \
  FAULT(expected_comma_or_brace, "expected ',' or '}' after a member")                                              \
  FAULT(expected_comma_or_bracket, "expected ',' or ']' after an element")                                          \
  FAULT(comma_before_the_end, "JSON has no comma after the last member or element: remove this comma")              \
  FAULT(comment_in_json, "JSON has no comments: remove this one")                                                   \
  FAULT(string_is_not_closed, "this string has no closing quote")                                                   \
  FAULT(control_character_in_string, "a control character in a string must be written as an escape")                \
  FAULT(unknown_escape, "JSON does not have this escape")                                                           \
  FAULT(bad_unicode_escape, "a Unicode escape is \\u and four hexadecimal digits, and surrogates must be in pairs") \
  FAULT(bad_utf8, "this byte is not part of a UTF-8 character")                                                     \
  FAULT(character_not_allowed, "a policy can contain only the characters U+0020 to U+00FF")                         \
  FAULT(bad_number, "this is not a JSON number")                                                                    \
  FAULT(nested_too_deeply, "objects and lists are nested more than 64 levels deep here")                            \
  FAULT(text_after_the_document, "there is text after the end of the document")

WHENCE_TEMPLATES_BEGIN
namespace whence {

enum class JsonFault : std::uint8_t {
  none,
#define WHENCE_ENUMERATOR(name, sentence) name,
  WHENCE_JSON_FAULTS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
      count,
};

namespace detail {

// The bytes of a string that need no decoding and no check.
struct PlainBytes {
  bool is[256]{};
  consteval PlainBytes() {
    for (int byte = 0x20; byte < 0x80; ++byte) is[byte] = byte != '"' && byte != '\\';
  }
};
inline constexpr PlainBytes plain_bytes{};

}  // namespace detail

/// A string as written in the source, without its quotes.
struct JsonString {
  Slice raw;
  bool has_escapes = false;
};

/// Reads one JSON text from left to right. After the first fault every function that returns bool returns false;
/// fault() and fault_offset() return that fault and where it is. Complexity: linear in the text.
class JsonScanner {
 public:
  /// `last_character` is the highest code point that a string can contain without an escape.
  constexpr explicit JsonScanner(Text source, std::uint32_t last_character = 0x10FFFF)
      : text_(source.data()), size_(static_cast<std::uint32_t>(source.size())), last_character_(last_character) {}

  [[nodiscard]] constexpr JsonFault fault() const { return fault_; }
  [[nodiscard]] constexpr std::uint32_t fault_offset() const { return fault_offset_; }
  [[nodiscard]] constexpr std::uint32_t offset() const { return at_; }

  constexpr bool fail(JsonFault fault) { return fail(fault, at_); }
  constexpr bool fail(JsonFault fault, std::uint32_t offset) {
    if (fault_ == JsonFault::none) {
      fault_ = fault;
      fault_offset_ = offset;
      size_ = at_;  // ends the text here, so that every later read fails
    }
    return false;
  }

  /// The next character that is not white space, or NUL at the end of the text. Does not consume it.
  constexpr char peek() {
    if (at_ < size_ && text_[at_] > ' ') return text_[at_];
    const char* const text = text_;
    std::uint32_t at = at_;
    while (at < size_ && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) ++at;
    at_ = at;
    return at < size_ ? text[at] : '\0';
  }

  constexpr bool take(char wanted) {
    if (peek() != wanted || at_ >= size_) return false;
    ++at_;
    return true;
  }

  constexpr bool need(char wanted, JsonFault otherwise) {
    return take(wanted) || fail_here(otherwise);
  }

  /// True if only white space is left.
  constexpr bool end() {
    peek();
    return fault_ == JsonFault::none && (at_ >= size_ || fail_here(JsonFault::text_after_the_document));
  }

  /// Reads a string without decoding it; escapes and characters are checked.
  constexpr bool string(JsonString& out, JsonFault otherwise = JsonFault::expected_a_string) {
    if (!need('"', otherwise)) return false;
    const char* const end = text_ + size_;
    const char* at = text_ + at_;
    out.raw.at = at_;
    out.has_escapes = false;
    for (;;) {
      // Four at a time: reading a policy spends most of its time in this loop.
      while (end - at >= 4 && is_plain(at[0]) && is_plain(at[1]) && is_plain(at[2]) && is_plain(at[3])) at += 4;
      while (at != end && is_plain(*at)) ++at;
      at_ = static_cast<std::uint32_t>(at - text_);
      if (at == end) break;
      if (*at == '"') {
        out.raw.size = at_ - out.raw.at;
        ++at_;
        return true;
      }
      if (*at == '\\') {
        out.has_escapes = true;
        if (at + 1 == end) break;
        if (!skip_escape()) return false;
      } else if (static_cast<unsigned char>(*at) < 0x20) {
        return fail(JsonFault::control_character_in_string);
      } else if (!skip_character()) {
        return false;
      }
      at = text_ + at_;
    }
    at_ = size_;
    return fail(JsonFault::string_is_not_closed, out.raw.at - 1);
  }

  /// Reads a number, true or false; `out` is its text as written.
  constexpr bool bare_scalar(Slice& out) {
    const char first = peek();
    out.at = at_;
    if (at_ + 4 <= size_ && Text(text_ + at_, 4) == "true") return finish_word(out, 4, JsonFault::expected_a_scalar);
    if (at_ + 5 <= size_ && Text(text_ + at_, 5) == "false") return finish_word(out, 5, JsonFault::expected_a_scalar);
    if (first != '-' && (first < '0' || first > '9')) return fail_here(JsonFault::expected_a_scalar);
    if (first == '-') ++at_;
    const bool leading_zero = at_ < size_ && text_[at_] == '0';
    const std::uint32_t whole = skip_digits();
    if (whole == 0 || (leading_zero && whole > 1)) return fail(JsonFault::bad_number, out.at);
    if (at_ < size_ && text_[at_] == '.') {
      ++at_;
      if (skip_digits() == 0) return fail(JsonFault::bad_number, out.at);
    }
    if (at_ < size_ && (text_[at_] == 'e' || text_[at_] == 'E')) {
      ++at_;
      if (at_ < size_ && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
      if (skip_digits() == 0) return fail(JsonFault::bad_number, out.at);
    }
    return finish_word(out, at_ - out.at, JsonFault::bad_number);
  }

  /// Reads an object; `member` reads one member, its name included.
  template <class Member>
  constexpr bool object(Member member, JsonFault otherwise = JsonFault::expected_an_object) {
    if (!need('{', otherwise)) return false;
    if (take('}')) return true;
    do {
      if (!member()) return false;
    } while (goes_on('}'));
    return need('}', JsonFault::expected_comma_or_brace);
  }

  /// Reads a list; `element` reads one element.
  template <class Element>
  constexpr bool list(Element element, JsonFault otherwise = JsonFault::expected_a_string_or_list) {
    if (!need('[', otherwise)) return false;
    if (take(']')) return true;
    do {
      if (!element()) return false;
    } while (goes_on(']'));
    return need(']', JsonFault::expected_comma_or_bracket);
  }

  /// Reads any value, null too, without decoding it; `out` is its text as written.
  constexpr bool value(Slice& out) {
    std::uint64_t objects = 0;  // one bit for each open object or list, the innermost last: 1 for an object
    std::uint32_t depth = 0;
    const auto next_member = [&] {
      JsonString ignored;
      return (objects & 1U) == 0 || member_name(ignored);
    };
    peek();
    out.at = at_;
    for (;;) {
      const char first = peek();
      bool just_opened = first == '{' || first == '[';
      JsonString string_here;
      Slice scalar{at_, 0};
      if (just_opened) {
        if (depth == 64) return fail(JsonFault::nested_too_deeply);
        ++at_;
        ++depth;
        objects = (objects << 1) | (first == '{' ? 1U : 0U);
        if (peek() != (first == '{' ? '}' : ']')) {
          if (!next_member()) return false;
          continue;
        }
      } else if (first == '"') {
        if (!string(string_here)) return false;
      } else if (first == 'n' && at_ + 4 <= size_ && Text(text_ + at_, 4) == "null") {
        if (!finish_word(scalar, 4, JsonFault::expected_a_scalar)) return false;
      } else if (!bare_scalar(scalar)) {
        return false;
      }
      for (; depth > 0 && (just_opened || !goes_on((objects & 1U) != 0 ? '}' : ']'));
           --depth, objects >>= 1, just_opened = false) {
        const bool object_ends = (objects & 1U) != 0;
        if (!need(object_ends ? '}' : ']',
                  object_ends ? JsonFault::expected_comma_or_brace : JsonFault::expected_comma_or_bracket)) {
          return false;
        }
      }
      if (depth == 0) {
        out.size = at_ - out.at;
        return true;
      }
      if (!next_member()) return false;
    }
  }

  constexpr bool member_name(JsonString& out) {
    return string(out, JsonFault::expected_a_member_name) && need(':', JsonFault::expected_a_colon);
  }

 private:
  static constexpr int hex_digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
  }

  friend class JsonDecoder;

  // Nothing that can be here is here: the end of the text, a comment, or `otherwise`.
  constexpr bool fail_here(JsonFault otherwise) {
    if (at_ >= size_) return fail(JsonFault::text_ends_too_early);
    const bool comment = text_[at_] == '/' && at_ + 1 < size_ && (text_[at_ + 1] == '/' || text_[at_ + 1] == '*');
    return fail(comment ? JsonFault::comment_in_json : otherwise);
  }

  // Takes a comma; a comma before the closing character is the fault, and not the character.
  constexpr bool goes_on(char closing) {
    if (!take(',')) return false;
    const std::uint32_t comma = at_ - 1;
    return peek() != closing || at_ >= size_ || fail(JsonFault::comma_before_the_end, comma);
  }

  static constexpr bool is_plain(char c) { return detail::plain_bytes.is[static_cast<unsigned char>(c)]; }

  // Reads four hexadecimal digits at `at`; -1 if there are none.
  static constexpr int hex4(const char* text, std::uint32_t size, std::uint32_t at) {
    if (size < 4 || at > size - 4) return -1;
    int value = 0;
    for (std::uint32_t i = at; i < at + 4; ++i) {
      const int digit = hex_digit(text[i]);
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  }

  // A backslash is never the last byte here.
  constexpr bool skip_escape() {
    const std::uint32_t start = at_;
    const char kind = text_[at_ + 1];
    if (kind != 'u') {
      if (Text{"\"\\/bfnrt"}.find(kind) == Text::npos) return fail(JsonFault::unknown_escape);
      at_ += 2;
      return true;
    }
    const int high = hex4(text_, size_, at_ + 2);
    if (high < 0 || (high >= 0xDC00 && high <= 0xDFFF)) return fail(JsonFault::bad_unicode_escape, start);
    at_ += 6;
    if (high >= 0xD800 && high <= 0xDBFF) {
      if (at_ + 1 >= size_ || text_[at_] != '\\' || text_[at_ + 1] != 'u') {
        return fail(JsonFault::bad_unicode_escape, start);
      }
      const int low = hex4(text_, size_, at_ + 2);
      if (low < 0xDC00 || low > 0xDFFF) return fail(JsonFault::bad_unicode_escape, start);
      at_ += 6;
    }
    return true;
  }

  // Skips one UTF-8 character of two to four bytes.
  constexpr bool skip_character() {
    const auto byte = [this](std::uint32_t ahead) -> std::uint32_t {
      return at_ + ahead < size_ ? static_cast<unsigned char>(text_[at_ + ahead]) : 0U;
    };
    const std::uint32_t lead = byte(0);
    const std::uint32_t length = lead >= 0xC2 && lead <= 0xDF   ? 2U
                                 : (lead & 0xF0U) == 0xE0       ? 3U
                                 : lead >= 0xF0 && lead <= 0xF4 ? 4U
                                                                : 0U;
    if (length == 0) return fail(JsonFault::bad_utf8);
    std::uint32_t code = lead & (0xFFU >> (length + 1));
    for (std::uint32_t i = 1; i < length; ++i) {
      if ((byte(i) & 0xC0U) != 0x80) return fail(JsonFault::bad_utf8);
      code = (code << 6) | (byte(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF) return fail(JsonFault::bad_utf8);
    if (code > last_character_) return fail(JsonFault::character_not_allowed);
    at_ += length;
    return true;
  }

  constexpr std::uint32_t skip_digits() {
    std::uint32_t count = 0;
    for (; at_ < size_ && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) ++count;
    return count;
  }

  constexpr bool finish_word(Slice& out, std::uint32_t size, JsonFault otherwise) {
    out.size = size;
    at_ = out.at + size;
    const char next = at_ < size_ ? text_[at_] : ',';
    const bool ends =
        next == ',' || next == ']' || next == '}' || next == ' ' || next == '\n' || next == '\r' || next == '\t';
    return ends || fail(otherwise, out.at);
  }

  const char* text_;
  std::uint32_t size_;
  std::uint32_t last_character_;
  std::uint32_t at_ = 0;
  std::uint32_t fault_offset_ = 0;
  JsonFault fault_ = JsonFault::none;
};

}  // namespace whence
WHENCE_TEMPLATES_END
