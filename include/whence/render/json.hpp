// Texts as JSON.
#pragma once

#include <string>

#include <whence/base/text.hpp>
#include <whence/render/write.hpp>

namespace whence {

/// Appends the text as a JSON string, quotes included. Bytes beyond ASCII are copied: they are expected to be UTF-8.
inline void write_json_string(std::string& out, Text text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      write(out, "\\", Text(&c, 1));
    } else if (c == '\n') {
      write(out, "\\n");
    } else if (c == '\t') {
      write(out, "\\t");
    } else if (byte < 0x20 || byte == 0x7F) {
      constexpr const char* digits = "0123456789abcdef";
      write(out, "\\u00", Text(digits + (byte >> 4), 1), Text(digits + (byte & 0xFU), 1));
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace whence
