// Decodes the escapes of the strings of a JSON text.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Decodes the escapes of a string that a JsonScanner read from `source`; `put` receives each byte of UTF-8. Linear.
class JsonDecoder {
 public:
  template <class Put>
  static constexpr void decode(Text source, Slice raw, Put put) {
    const std::uint32_t end = raw.at + raw.size;
    for (std::uint32_t at = raw.at; at < end;) {
      const char c = source[at];
      if (c != '\\') {
        put(c);
        ++at;
      } else if (source[at + 1] != 'u') {
        put(plain_escape(source[at + 1]));
        at += 2;
      } else {
        std::uint32_t code = hex4(source, at + 2);
        at += 6;
        if (code >= 0xD800 && code <= 0xDBFF) {
          code = 0x10000 + ((code - 0xD800) << 10) + (hex4(source, at + 2) - 0xDC00);
          at += 6;
        }
        encode(code, put);
      }
    }
  }

 private:
  static constexpr char plain_escape(char kind) {
    switch (kind) {
      case 'b': return '\b';
      case 'f': return '\f';
      case 'n': return '\n';
      case 'r': return '\r';
      case 't': return '\t';
      default: return kind;
    }
  }

  static constexpr std::uint32_t hex4(Text source, std::uint32_t at) {
    return static_cast<std::uint32_t>(JsonScanner::hex4(source.data(), static_cast<std::uint32_t>(source.size()), at));
  }

  template <class Put>
  static constexpr void encode(std::uint32_t code, Put& put) {
    const auto byte = [&put](std::uint32_t bits) { put(static_cast<char>(static_cast<unsigned char>(bits))); };
    if (code < 0x80) {
      byte(code);
    } else if (code < 0x800) {
      byte(0xC0U | (code >> 6));
      byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
      byte(0xE0U | (code >> 12));
      byte(0x80U | ((code >> 6) & 0x3FU));
      byte(0x80U | (code & 0x3FU));
    } else {
      byte(0xF0U | (code >> 18));
      byte(0x80U | ((code >> 12) & 0x3FU));
      byte(0x80U | ((code >> 6) & 0x3FU));
      byte(0x80U | (code & 0x3FU));
    }
  }
};

}  // namespace whence
WHENCE_TEMPLATES_END
