// Pictures for programs with a layout of their own: Mermaid, and Graphviz (DOT).
#pragma once

#include <string>

#include <whence/draw/picture.hpp>
#include <whence/draw/text_width.hpp>
#include <whence/explain/write.hpp>

namespace whence {

/// A Mermaid flowchart with a subgraph for each plane; of a picture with a fault, that of the fault. Control characters
/// become spaces, and bytes that are not UTF-8 become U+FFFD. Complexity: linear.
[[nodiscard]] inline std::string to_mermaid(const Picture& picture);

/// A Graphviz graph with a cluster for each plane. Faults, characters and complexity: as to_mermaid.
[[nodiscard]] inline std::string to_dot(const Picture& picture);

// ---- Implementation.

namespace detail {

constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }

// Inside quotes, Mermaid reads #NUMBER; as a character and tags as HTML.
inline void write_mermaid_text(std::string& out, Text text) {
  const Text special = "\"#&;<>|{}[]()`\\_*~^%";
  for_each_character(text, [&](Text character) {
    const char c = character[0];
    if (is_control(c))
      out += ' ';
    else if (special.find(c) == Text::npos)
      write(out, character);
    else
      write(out, "#", std::to_string(static_cast<int>(c)), ";");
  });
}

// Graphviz reads backslashes as escapes and &NAME; as a character, as HTML does.
inline void write_dot_text(std::string& out, Text text) {
  for_each_character(text, [&](Text character) {
    const char c = character[0];
    if (c == '"' || c == '\\') out += '\\';
    if (is_control(c))
      out += ' ';
    else if (c == '&')
      out += "&amp;";
    else
      write(out, character);
  });
}

// Calls lane(number, name) before the nodes of each lane that has any, and done() after them.
template <class Lane, class Node, class Done>
void for_each_lane(const Picture& picture, Lane lane, Node node, Done done) {
  for (std::size_t i = 0; i < 3; ++i) {
    bool begun = false;
    for (std::size_t k = 0; k < picture.nodes.size(); ++k) {
      if (static_cast<std::size_t>(picture.nodes[k].plane.kind) != i) continue;
      if (!begun) lane(std::to_string(i), name_of(static_cast<PlaneKind>(i)));
      begun = true;
      node(std::to_string(k), picture.nodes[k]);
    }
    if (begun) done();
  }
}

}  // namespace detail

inline std::string to_mermaid(const Picture& picture) {
  const PictureFault fault = picture.fault();
  if (fault != PictureFault::none) return to_mermaid(picture_of(fault));
  std::string out = "flowchart TD\n  accTitle: ";
  detail::write_mermaid_text(out, picture.title);
  out += '\n';
  detail::for_each_lane(
      picture, [&](Text number, Text name) { write(out, "  subgraph lane", number, "[\"", name, "\"]\n"); },
      [&](Text number, const PictureNode& node) {
        write(out, "    n", number, "[\"");
        bool first = true;
        lines_of(node, [&](Text line) {
          if (!first) out += "<br/>";
          first = false;
          detail::write_mermaid_text(out, line);
        });
        out += "\"]\n";
      },
      [&] { out += "  end\n"; });
  for (const PictureEdge& edge : picture.edges) {
    write(out, "  n", std::to_string(edge.from), !edge.has_a_head ? " ---" : edge.caveat.empty() ? " -->" : " -.->");
    if (const std::string label = label_of(edge); !label.empty()) {
      out += "|\"";
      detail::write_mermaid_text(out, label);
      out += "\"|";
    }
    write(out, " n", std::to_string(edge.to), "\n");
  }
  for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
    if (!picture.nodes[i].caveat.empty()) write(out, "  style n", std::to_string(i), " stroke-dasharray: 5 4\n");
  }
  return out;
}

inline std::string to_dot(const Picture& picture) {
  const PictureFault fault = picture.fault();
  if (fault != PictureFault::none) return to_dot(picture_of(fault));
  std::string out = "digraph \"";
  detail::write_dot_text(out, picture.id);
  out += "\" {\n  label=\"";
  detail::write_dot_text(out, picture.title);
  out +=
      "\";\n  labelloc=t;\n  fontname=\"Helvetica\";\n  node [shape=box, fontname=\"Helvetica\", fontsize=11];\n"
      "  edge [fontname=\"Helvetica\", fontsize=10];\n";
  detail::for_each_lane(
      picture,
      [&](Text number, Text name) { write(out, "  subgraph cluster_", number, " {\n    label=\"", name, "\";\n"); },
      [&](Text number, const PictureNode& node) {
        write(out, "    n", number, " [label=\"");
        lines_of(node, [&](Text line) {
          detail::write_dot_text(out, line);
          out += "\\l";
        });
        write(out, "\"", node.caveat.empty() ? "" : ", style=dashed", "];\n");
      },
      [&] { out += "  }\n"; });
  for (const PictureEdge& edge : picture.edges) {
    write(out, "  n", std::to_string(edge.from), " -> n", std::to_string(edge.to), " [label=\"");
    detail::write_dot_text(out, label_of(edge));
    write(out, "\"", edge.caveat.empty() ? "" : ", style=dashed", edge.has_a_head ? "" : ", dir=none", "];\n");
  }
  out += "}\n";
  return out;
}

}  // namespace whence
