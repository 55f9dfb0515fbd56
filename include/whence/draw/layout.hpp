// The layout of a picture: the planes are columns of boxes, with arrows between boxes. Units are pixels at natural
// size.
#pragma once

#include <cstddef>
#include <vector>

#include <whence/draw/picture.hpp>
#include <whence/draw/text_width.hpp>

namespace whence {

enum class Form : unsigned char { wide, narrow };

struct Rectangle {
  int x = 0, y = 0, width = 0, height = 0;

  [[nodiscard]] constexpr int right() const { return x + width; }
  [[nodiscard]] constexpr int bottom() const { return y + height; }
  [[nodiscard]] constexpr int middle() const { return x + width / 2; }
};

enum class Style : unsigned char { lane, caption, title, line, code, caveat, arrow };

/// A line of text. Its baseline begins at x, y, or ends there.
struct TextRun {
  int x = 0, y = 0;
  Style style{};
  Text label{};  // before the text
  Text text{};
  std::size_t step = 0;  // after the text, unless it is 0
  bool ends_here = false;
};

struct Arrow {
  int x[4]{}, y[4]{};
  std::size_t points = 0;
  bool uncertain = false;
  bool has_a_head = true;

  constexpr void to(int at_x, int at_y) {
    x[points] = at_x;
    y[points] = at_y;
    ++points;
  }
};

struct PlacedNode {
  Rectangle box{};
  std::size_t lane = 0, row = 0;
  bool uncertain = false;
};

struct Measures {
  int width, lane_gap, empty_lane, inset, widest_box, padding, top, gutter;
  int caption, title, line, code, arrow;  // sizes of fonts
};
[[nodiscard]] constexpr Measures measures_of(Form form) {
  if (form == Form::wide) return {940, 8, 92, 36, 340, 14, 44, 44, 11, 14, 12, 12, 11};
  return {350, 2, 52, 8, 230, 7, 40, 36, 10, 12, 11, 10, 10};
}

struct Layout {
  Measures measures{};
  int height = 0;
  Rectangle lanes[3]{};
  bool is_used[3]{};
  std::vector<PlacedNode> nodes{};
  std::vector<TextRun> texts{};
  std::vector<Arrow> arrows{};
};

/// The layout in that form; of a picture with a fault, that of the fault. Complexity: linear in the texts, and the
/// product of the boxes with the boxes and arrows.
[[nodiscard]] constexpr Layout layout_of(const Picture& picture, Form form);

// ---- Implementation.

namespace detail {

class LayoutMaker {
 public:
  constexpr LayoutMaker(const Picture& picture, Form form) : picture_(picture), form_(form) {
    out_.measures = measures_of(form);
    place_lanes();
    place_nodes();
    for (const PictureEdge& edge : picture_.edges) draw(edge);
  }
  [[nodiscard]] constexpr Layout layout() && { return static_cast<Layout&&>(out_); }

 private:
  static constexpr std::size_t lane_of(const PictureNode& node) { return static_cast<std::size_t>(node.plane.kind); }

  constexpr void place_lanes() {
    const Measures& m = out_.measures;
    for (const PictureNode& node : picture_.nodes) out_.is_used[lane_of(node)] = true;
    int used = 0;
    for (const bool is_used : out_.is_used) used += is_used ? 1 : 0;
    const int room = m.width - 2 * m.lane_gap - (3 - used) * m.empty_lane;
    int x = 0;
    for (std::size_t lane = 0; lane < 3; ++lane) {
      const int width = out_.is_used[lane] ? room / used : m.empty_lane;
      out_.lanes[lane] = {x, 0, width, 0};
      int y = m.caption + 9;
      const int label_room = (width - 6) * 100 / m.caption;
      wrap(name_of(static_cast<PlaneKind>(lane)), Face::strong, label_room, label_room, [&](Text part) {
        out_.texts.push_back({x + 6, y, Style::lane, {}, part});
        y += m.caption + 3;
      });
      x += width + m.lane_gap;
    }
  }

  // Whether the node is placed beside the one before it: an edge joins the two, and the cell is free.
  [[nodiscard]] constexpr bool goes_beside(std::size_t at) const {
    if (form_ == Form::narrow || at == 0) return false;
    const std::size_t lane = lane_of(picture_.nodes[at]), before = lane_of(picture_.nodes[at - 1]);
    if (lane + 1 != before && before + 1 != lane) return false;
    bool led = false;
    for (const PictureEdge& edge : picture_.edges) {
      led = led || (edge.from == at - 1 && edge.to == at) || (edge.from == at && edge.to == at - 1);
    }
    const std::size_t row = out_.nodes[at - 1].row;
    for (const PlacedNode& placed : out_.nodes) {
      if (placed.row == row && placed.lane == lane) return false;
    }
    return led;
  }

  constexpr void place_nodes() {
    const Measures& m = out_.measures;
    int y = m.top, deepest = m.top;
    std::size_t row = 0;
    for (std::size_t i = 0; i < picture_.nodes.size(); ++i) {
      const PictureNode& node = picture_.nodes[i];
      const std::size_t lane = lane_of(node);
      if (i > 0 && !goes_beside(i)) {
        ++row;
        y = deepest + m.gutter;
      }
      const Rectangle& column = out_.lanes[lane];
      const int room = column.width - 2 * m.inset;
      const int width = room < m.widest_box ? room : m.widest_box;
      const int height = write(node, column.middle() - width / 2, y, width);
      out_.nodes.push_back({{column.middle() - width / 2, y, width, height}, lane, row, !node.caveat.empty()});
      if (y + height > deepest) deepest = y + height;
    }
    out_.height = deepest + m.padding + 4;
    for (Rectangle& lane : out_.lanes) lane.height = out_.height;
  }

  [[nodiscard]] constexpr int size_of(Style style) const {
    const Measures& m = out_.measures;
    switch (style) {
      case Style::title: return m.title;
      case Style::line: return m.line;
      case Style::code: return m.code;
      case Style::arrow: return m.arrow;
      default: return m.caption;
    }
  }
  static constexpr Face face_of(Style style) {
    if (style == Style::code) return Face::code;
    return style == Style::line || style == Style::arrow ? Face::plain : Face::strong;
  }

  // Writes the texts of a box, and returns the height of the box.
  constexpr int write(const PictureNode& node, int x, int y, int width) {
    const Measures& m = out_.measures;
    const int inner = width - 2 * m.padding;
    int at = y + m.padding;
    const auto add = [&](Style style, Text label, Text text, std::size_t step) {
      const int size = size_of(style), others = inner * 100 / size;
      const int taken =
          label.empty() ? 0 : (width_of(label, Face::plain) + 100) * (m.line > size ? m.line : size) / size;
      Text before = label;
      wrap(text, face_of(style), others - taken - (step > 0 ? 180 : 0), others - (step > 0 ? 180 : 0), [&](Text part) {
        at += size + size / 3;
        const bool last = part.end() == text.end();
        out_.texts.push_back({x + m.padding, at - size / 3, style, before, part, last ? step : 0});
        before = {};
      });
    };
    add(Style::caption, {}, node.caption, node.step);
    const Text reach = node.plane.reach == Reach::regional ? Text("regional")
                       : node.plane.reach == Reach::zonal  ? Text("zonal")
                                                           : Text();
    const int both = (width_of(node.caption, Face::strong) + width_of(reach, Face::strong) + 300) * m.caption / 100;
    if (!reach.empty() && both <= inner) {
      out_.texts.push_back({x + width - m.padding, at - m.caption / 3, Style::caption, {}, reach, 0, true});
    } else {
      add(Style::caption, {}, reach, 0);
    }
    at += 2;
    add(Style::title, {}, node.title, 0);
    at += 3;
    for (const PictureLine& line : node.lines) {
      add(line.code ? Style::code : Style::line, line.label, line.value, 0);
      at += 2;
    }
    if (!node.caveat.empty()) add(Style::caveat, {}, node.caveat, 0);
    return at + m.padding - 2 - y;
  }

  constexpr void draw(const PictureEdge& edge) {
    const Measures& m = out_.measures;
    const PlacedNode& from = out_.nodes[edge.from];
    const PlacedNode& to = out_.nodes[edge.to];
    Arrow arrow{.uncertain = !edge.caveat.empty(), .has_a_head = edge.has_a_head};
    const std::size_t apart = edge.from < edge.to ? edge.to - edge.from : edge.from - edge.to;
    if (apart > 1 && from.lane == to.lane) {  // inside the lane, along its edge
      const int rail = from.box.x - (form_ == Form::wide ? 16 : 5);
      arrow.to(from.box.x, from.box.y + 30);
      arrow.to(rail, from.box.y + 30);
      arrow.to(rail, to.box.y + 30);
      arrow.to(to.box.x, to.box.y + 30);
    } else if (from.row == to.row) {
      const bool rightward = from.box.x < to.box.x;
      const int y = from.box.y + 30;
      arrow.to(rightward ? from.box.right() : from.box.x, y);
      arrow.to(rightward ? to.box.x : to.box.right(), y);
      const int gap = rightward ? to.box.x - from.box.right() : from.box.x - to.box.right();
      label(edge, (rightward ? from.box.right() : to.box.right()) + 4, y - 7, gap - 8);
    } else {
      const bool down = from.row < to.row;
      const int bend = (down ? to : from).box.y - m.gutter / 2 + 3;
      const int first = from.box.middle(), last = to.box.middle();
      arrow.to(first, down ? from.box.bottom() : from.box.y);
      if (first != last) {
        arrow.to(first, bend);
        arrow.to(last, bend);
      }
      arrow.to(last, down ? to.box.y : to.box.bottom());
      label_in_gutter(edge, down ? first : last, down ? last : first, bend - 5);
    }
    out_.arrows.push_back(arrow);
  }

  static constexpr bool has(const PictureEdge& edge) { return !edge.label.empty() || !edge.caveat.empty(); }

  // Beside the vertical part of the arrow, on the side that it bends to or that has room.
  constexpr void label_in_gutter(const PictureEdge& edge, int x, int other, int y) {
    if (!has(edge)) return;
    const Measures& m = out_.measures;
    const int width = (width_of(edge.label, Face::plain) + width_of(edge.caveat, Face::plain) + 150) * m.arrow / 100;
    const bool leftward = other < x || (other == x && x + 8 + width > m.width);
    // The caveat is before the label: "inferred: credential".
    const bool both = !edge.label.empty() && !edge.caveat.empty();
    out_.texts.push_back({leftward ? x - 8 : x + 8, y, edge.caveat.empty() ? Style::arrow : Style::caveat,
                          both ? edge.caveat : Text(), edge.label.empty() ? edge.caveat : edge.label, 0, leftward});
  }

  // Between two boxes side by side: the last line of the label is just above the arrow, the caveat is below it.
  constexpr void label(const PictureEdge& edge, int x, int y, int room) {
    const Measures& m = out_.measures;
    const int units = room * 100 / m.arrow;
    if (!edge.label.empty()) {
      int lines = 0;
      wrap(edge.label, Face::plain, units, units, [&](Text) { ++lines; });
      int at = y - (lines - 1) * (m.arrow + 2);
      wrap(edge.label, Face::plain, units, units, [&](Text part) {
        out_.texts.push_back({x, at, Style::arrow, {}, part});
        at += m.arrow + 2;
      });
    }
    int at = y + m.arrow + 13;
    wrap(edge.caveat, Face::strong, units, units, [&](Text part) {
      out_.texts.push_back({x, at, Style::caveat, {}, part});
      at += m.arrow + 2;
    });
  }

  const Picture& picture_;
  Form form_;
  Layout out_{};
};

}  // namespace detail

constexpr Layout layout_of(const Picture& picture, Form form) {
  const PictureFault fault = picture.fault();
  if (fault != PictureFault::none) return detail::LayoutMaker(picture_of(fault), form).layout();
  return detail::LayoutMaker(picture, form).layout();
}

}  // namespace whence
