// What a drawing shows, whoever draws it: boxes on planes, and arrows between them. A picture views texts that live
// elsewhere, as those of the catalogue do.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/few.hpp>
#include <whence/base/text.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/place.hpp>
#include <whence/model/plane.hpp>

namespace whence {

/// The word of a grade that has to be seen in a drawing, or nothing: the others are good enough to be drawn as facts.
[[nodiscard]] constexpr Text caveat_of(Grade grade) {
  switch (grade) {
    case Grade::third_party:
    case Grade::inferred:
    case Grade::disputed: return name_of(grade);
    case Grade::unverified: return "unknown";
    default: return {};
  }
}

[[nodiscard]] constexpr Text name_of(Readers readers) {
  constexpr Text names[] = {"the service alone",
                            "every user and process of the machine",
                            "its owner and the superuser",
                            "the superuser alone",
                            "whoever has the registered key",
                            "whoever has every proof",
                            "every process of the workload",
                            "unknown"};
  return names[static_cast<std::size_t>(readers)];
}

/// Whether something keeps readers out beside being on the wrong plane.
[[nodiscard]] constexpr bool is_walled(const Place& place) {
  switch (place.readers) {
    case Readers::every_process:
    case Readers::the_workload:
    case Readers::not_stated: return false;
    default: return true;
  }
}

/// A line in a box: "wall", "the superuser alone".
struct PictureLine {
  Text label{};
  Text value{};
  bool code = false;  // exact characters, as of an address
};

struct PictureNode {
  Text caption{};  // what part it plays
  Text title{};
  Plane plane{};
  Few<PictureLine, 10> lines{};
  Text caveat{};         // why it is not certain; empty where it is
  std::size_t step = 0;  // of the custody; 0: none

  constexpr PictureNode& say(Text label, Text value, bool code = false) {
    if (!value.empty()) lines.add({label, value, code});
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

struct Picture {
  Text id{};
  Text title{};
  Text about{};  // a sentence or two
  Few<PictureNode, 16> nodes{};
  Few<PictureEdge, 16> edges{};

  /// Appends a node. Complexity: constant.
  constexpr PictureNode& add(Text caption, Text title_of_node, Plane plane) {
    return nodes.add({.caption = caption, .title = title_of_node, .plane = plane});
  }
  /// Appends an arrow from the node before the last one to the last one.
  constexpr void lead(Text label, Text caveat = {}) { edges.add({nodes.size() - 2, nodes.size() - 1, label, caveat}); }
  /// Joins them by a line that leads nowhere: it is the one or the other.
  constexpr void offer() { edges.add({nodes.size() - 2, nodes.size() - 1, "or", {}, false}); }
  constexpr void join(std::size_t from, std::size_t to, Text label, Text caveat = {}) {
    edges.add({from, to, label, caveat});
  }
};

/// Whom a trust policy names, in a drawing.
[[nodiscard]] constexpr Text trusts(std::size_t kind) {
  constexpr Text labels[] = {"trusts", "trusts AWS", "trusts Service", "trusts Federated"};
  return labels[kind];
}

/// A box that says what a place is, where, and who reads it there.
constexpr PictureNode& add_place(Picture& picture, Text caption, const Place& place) {
  PictureNode& node = picture.add(caption, place.name, place.plane);
  node.caveat = place.readers == Readers::not_stated ? Text("unknown") : caveat_of(place.source.grade);
  node.say("medium", name_of(place.medium)).say("at", place.address, true);
  node.say(is_walled(place) ? Text("wall") : Text("read by"), name_of(place.readers));
  const bool told = place.readers == Readers::the_service && place.owner.empty();
  if (!told) node.say("owner", place.owner);
  return node.say("mode", place.mode);
}

}  // namespace whence
