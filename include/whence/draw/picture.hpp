// What a picture shows, whatever it is drawn with: boxes on planes, and arrows between them.
//
// A picture knows nothing of what it shows. A source of credentials, a chain, a flow, a design or a deployment becomes one
// by these means, and layout, SVG, Mermaid and DOT then draw it as they draw any other:
//   - a node for a principal, a role, a session, a place, an environment or a reader: its caption says what part it plays,
//     its title names it, its plane is the lane in which it stands, and its lines are the facts about it;
//   - an edge for each thing that one of them does to another, or for a choice of two;
//   - a caveat on a node or an edge that is not certain, for instance "inferred", or the id of an open question;
//   - texts that nobody else keeps, such as a printed ARN, are kept by the picture: picture.keep(text).
// Nodes stand in the order in which things happen. There may be any number of them.
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
  bool code = false;  // exact characters, as of an address
};

struct PictureNode {
  Text caption{};  // what part it plays
  Text title{};
  Plane plane{};
  std::vector<PictureLine> lines{};
  Text caveat{};         // why it is not certain; empty where it is
  std::size_t step = 0;  // its number in a row of nodes that happen one after the other; 0: none

  /// Adds a line, unless there is nothing to say.
  constexpr PictureNode& say(Text label, Text value, bool code = false) {
    if (!value.empty()) lines.push_back({label, value, code});
    return *this;
  }
};

struct PictureEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  Text label{};
  Text caveat{};           // as of a node
  bool has_a_head = true;  // without one it joins two places of which one is taken
};

/// Texts that stay where they are until the end. It can be moved, and not copied.
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

/// Views texts that live elsewhere, as those of the catalogue do, or that it keeps itself.
struct Picture {
  Text id{};
  Text title{};
  Text about{};  // a sentence or two
  std::vector<PictureNode> nodes{};
  std::vector<PictureEdge> edges{};
  KeptTexts texts{};

  /// Appends a node. What is returned is valid until the next one is added.
  constexpr PictureNode& add(Text caption, Text title_of_node, Plane plane) {
    nodes.push_back({.caption = caption, .title = title_of_node, .plane = plane});
    return nodes.back();
  }
  /// Appends an arrow from the node before the last one to the last one.
  constexpr void lead(Text label, Text caveat = {}) { join(nodes.size() - 2, nodes.size() - 1, label, caveat); }
  /// Joins these two by a line without a head: it is the one or the other.
  constexpr void offer() { edges.push_back({nodes.size() - 2, nodes.size() - 1, "or", {}, false}); }
  /// Appends an arrow between two nodes, by their numbers from 0.
  constexpr void join(std::size_t from, std::size_t to, Text label, Text caveat = {}) {
    edges.push_back({from, to, label, caveat});
  }
  /// Keeps a copy of the text as long as the picture lives.
  constexpr Text keep(Text text) { return texts.keep(text); }
};

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

/// The words on an arrow: "inferred: credential".
[[nodiscard]] inline std::string label_of(const PictureEdge& edge) {
  std::string out(edge.caveat);
  if (!edge.caveat.empty() && !edge.label.empty()) out += ": ";
  write(out, edge.label);
  return out;
}

/// The picture in words, for readers who do not see it.
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
