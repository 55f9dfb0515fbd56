// Pictures, independent of the format: boxes on planes, and arrows between them.
//
// A credential source, a chain, a flow, a design or a deployment becomes a picture, which is then drawn as SVG, Mermaid
// or DOT. A picture has
//   - a node for each principal, role, session, place, environment or reader: its caption is its part, its title its
// name,
//     its plane the lane that it is drawn in, its lines the facts about it. Nodes are in order of time;
//   - an edge for each action of one node on another, or for a choice of two;
//   - a caveat on each node or edge that is uncertain, such as "inferred" or the id of an open question.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <whence/base/text.hpp>
#include <whence/explain/write.hpp>
#include <whence/model/plane.hpp>

namespace whence {

/// A line in a box: "read by", "the superuser alone".
struct PictureLine {
  Text label{};
  Text value{};
  bool code = false;  // exact characters, such as an address
};

struct PictureNode {
  Text caption{};  // its part: "assumer", "role"
  Text title{};
  Plane plane{};
  std::vector<PictureLine> lines{};
  Text caveat{};         // why it is uncertain; empty if it is certain
  std::size_t step = 0;  // its number among consecutive nodes of its kind; 0: none

  /// Adds a line, unless the value is empty.
  constexpr PictureNode& say(Text label, Text value, bool code = false) {
    if (!value.empty()) lines.push_back({label, value, code});
    return *this;
  }
};

struct PictureEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  Text label{};
  Text caveat{};           // as in PictureNode
  bool has_a_head = true;  // no head: an alternative, the one place or the other
};

/// Owns texts that never change their address. Can be moved, but not copied.
class KeptTexts {
 public:
  constexpr KeptTexts() = default;
  constexpr KeptTexts(KeptTexts&&) noexcept = default;
  constexpr KeptTexts& operator=(KeptTexts&&) noexcept = default;
  constexpr ~KeptTexts() = default;

  constexpr Text keep(Text text) {
    const std::vector<char>& kept = texts_.emplace_back(text.begin(), text.end());
    return {kept.data(), kept.size()};
  }

 private:
  std::vector<std::vector<char>> texts_{};
};

/// What keeps a picture from being drawn.
enum class PictureFault : unsigned char { none, edge_without_a_node, too_many_nodes, too_many_edges, too_much_text };

[[nodiscard]] constexpr Text sentence_of(PictureFault fault) {
  switch (fault) {
    case PictureFault::none: break;
    case PictureFault::edge_without_a_node: return "an edge joins a node that the picture does not have";
    case PictureFault::too_many_nodes: return "a picture has at most 1024 nodes, each of at most 1024 lines";
    case PictureFault::too_many_edges: return "a picture has at most 4096 edges";
    case PictureFault::too_much_text: return "the texts of a picture have at most 262144 bytes together";
  }
  return "nothing is wrong";
}

/// Views texts of others, such as the catalogue's, and texts that it keeps itself. A picture with a fault is drawn as
/// one box with the sentence of the fault.
struct Picture {
  Text id{};
  Text title{};
  Text about{};  // a sentence or two
  std::vector<PictureNode> nodes{};
  std::vector<PictureEdge> edges{};
  KeptTexts texts{};

  /// Appends a node. The reference is valid until the next node is added.
  constexpr PictureNode& add(Text caption, Text title_of_node, Plane plane) {
    nodes.push_back({.caption = caption, .title = title_of_node, .plane = plane});
    return nodes.back();
  }
  /// Appends an arrow from the node before the last one to the last one. With fewer than two nodes it is a fault.
  constexpr void lead(Text label, Text caveat = {}) { join(nodes.size() - 2, nodes.size() - 1, label, caveat); }
  /// Marks the last two nodes as alternatives: a line without a head. With fewer than two nodes it is a fault.
  constexpr void offer() { edges.push_back({nodes.size() - 2, nodes.size() - 1, "or", {}, false}); }
  /// Appends an arrow between two nodes, which are numbered from 0.
  constexpr void join(std::size_t from, std::size_t to, Text label, Text caveat = {}) {
    edges.push_back({from, to, label, caveat});
  }
  /// Keeps a copy of the text for the lifetime of the picture.
  constexpr Text keep(Text text) { return texts.keep(text); }

  /// What keeps it from being drawn. Complexity: linear in the nodes, lines and edges.
  [[nodiscard]] constexpr PictureFault fault() const {
    constexpr std::size_t most_text = 262144;
    if (nodes.size() > 1024) return PictureFault::too_many_nodes;
    if (edges.size() > 4096) return PictureFault::too_many_edges;
    std::size_t room = most_text;
    const auto takes = [&room](Text text) {
      const bool fits = text.size() <= room;
      room -= fits ? text.size() : room;
      return fits;
    };
    bool fits = takes(id) && takes(title) && takes(about);
    for (const PictureNode& node : nodes) {
      if (node.lines.size() > 1024) return PictureFault::too_many_nodes;
      fits = fits && takes(node.caption) && takes(node.title) && takes(node.caveat);
      for (const PictureLine& line : node.lines) fits = fits && takes(line.label) && takes(line.value);
    }
    for (const PictureEdge& edge : edges) {
      if (edge.from >= nodes.size() || edge.to >= nodes.size()) return PictureFault::edge_without_a_node;
      fits = fits && takes(edge.label) && takes(edge.caveat);
    }
    return fits ? PictureFault::none : PictureFault::too_much_text;
  }
};

/// One box with the sentence of a fault.
[[nodiscard]] constexpr Picture picture_of(PictureFault fault) {
  Picture out;
  out.id = "fault";
  out.title = "This picture cannot be drawn";
  out.about = sentence_of(fault);
  out.add("fault", sentence_of(fault), Plane::client).caveat = "not drawn";
  return out;
}

/// Calls `line(text)` for each line of a box, as a std::string: caption, title, lines, caveat.
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

/// The words on an arrow: "inferred: credential".
[[nodiscard]] inline std::string label_of(const PictureEdge& edge) {
  std::string out(edge.caveat);
  if (!edge.caveat.empty() && !edge.label.empty()) out += ": ";
  write(out, edge.label);
  return out;
}

/// The picture in words, for readers who cannot see it.
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
