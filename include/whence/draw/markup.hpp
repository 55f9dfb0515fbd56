// Texts inside markup, and what else several writers of drawings need.
#pragma once

#include <string>

#include <whence/base/text.hpp>
#include <whence/draw/picture.hpp>
#include <whence/explain/write.hpp>

namespace whence {

/// Appends the text as it stands in an element or in an attribute in quotes, of HTML, SVG or XML.
inline void write_markup(std::string& out, Text text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:  // XML has no other control characters, escaped or not
        if (static_cast<unsigned char>(c) >= 0x20U || c == '\n' || c == '\t') out += c;
    }
  }
}

inline void write_number(std::string& out, long long number) { out += std::to_string(number); }

/// Calls `line(text)` with each line of a box, as a std::string: caption, title, lines, caveat.
template <class Line>
void lines_of(const PictureNode& node, Line line) {
  std::string out(node.caption);
  if (node.step > 0) write(out, " ", std::to_string(node.step));
  write(out, ", ", name_of(node.plane));
  line(out);
  line(std::string(node.title));
  for (const PictureLine& each : node.lines) {
    out.clear();
    if (!each.label.empty()) write(out, each.label, ": ");
    write(out, each.value);
    line(out);
  }
  if (!node.caveat.empty()) line(std::string(node.caveat));
}

[[nodiscard]] inline std::string label_of(const PictureEdge& edge) {
  std::string out(edge.caveat);
  if (!edge.caveat.empty() && !edge.label.empty()) out += ": ";
  write(out, edge.label);
  return out;
}

/// The picture in words, for whoever does not see it.
[[nodiscard]] inline std::string described(const Picture& picture) {
  std::string out(picture.about);
  for (const PictureNode& node : picture.nodes) {
    if (!out.empty()) out += ' ';
    std::size_t number = 0;
    lines_of(node, [&](const std::string& line) {
      write(out, number == 0 ? "" : number == 1 ? ": " : "; ", line);
      ++number;
    });
    out += '.';
  }
  return out;
}

}  // namespace whence
