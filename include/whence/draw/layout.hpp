// The layout of a picture: boxes with arrows between them. In the wide form each plane that has a box is a column; in
// the narrow form the boxes are one column, and each run of boxes on one plane is a band. Units are pixels at natural
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
  std::size_t lane = 0, row = 0;  // the lane is one of those of the layout
  bool uncertain = false;
};

struct Measures {
  int width, lane_gap, inset, widest_box, padding, gutter;
  int caption, title, line, code, arrow;  // sizes of fonts
};
/// Of a picture with boxes on so many planes. No text is smaller than 12 pixels.
[[nodiscard]] constexpr Measures measures_of(Form form, std::size_t planes) {
  if (form == Form::narrow) return {336, 28, 16, 304, 10, 34, 12, 14, 13, 12, 12};
  const int width = planes > 2 ? 940 : planes == 2 ? 868 : 412;
  return {width, 8, 36, 340, 12, 44, 12, 15, 13, 12, 12};
}

struct Layout {
  Measures measures{};
  int height = 0;
  std::vector<Rectangle> lanes{};
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
    bool is_used[3]{};
    for (const PictureNode& node : picture_.nodes) is_used[plane_of(node)] = true;
    std::size_t used = 0;
    for (std::size_t plane = 0; plane < 3; ++plane) {
      lane_of_[plane] = used;
      used += is_used[plane] ? 1U : 0U;
    }
    out_.measures = measures_of(form, used);
    if (form == Form::wide) {
      place_lanes(is_used, static_cast<int>(used));
      place_in_columns();
    } else {
      place_in_bands();
    }
    for (const PictureEdge& edge : picture_.edges) draw(edge);
  }
  [[nodiscard]] constexpr Layout layout() && { return static_cast<Layout&&>(out_); }

 private:
  static constexpr std::size_t plane_of(const PictureNode& node) { return static_cast<std::size_t>(node.plane.kind); }
  [[nodiscard]] constexpr std::size_t lane_of(const PictureNode& node) const { return lane_of_[plane_of(node)]; }

  // Writes the name of a plane, and returns where its first box can begin.
  constexpr int name_lane(std::size_t plane, int x, int y, int room) {
    const Measures& m = out_.measures;
    const int units = room * 100 / m.caption;
    wrap(name_of(static_cast<PlaneKind>(plane)), Face::strong, units, units, [&](Text part) {
      y += m.caption + 3;
      out_.texts.push_back({x, y + 2, Style::lane, {}, part});
    });
    return y + 14;
  }

  constexpr void place_lanes(const bool (&is_used)[3], int used) {
    const Measures& m = out_.measures;
    const int width = used == 0 ? 0 : (m.width - (used - 1) * m.lane_gap) / used;
    int x = 0;
    for (std::size_t plane = 0; plane < 3; ++plane) {
      if (!is_used[plane]) continue;
      out_.lanes.push_back({x, 0, width, 0});
      const int below = name_lane(plane, x + 8, 0, width - 16);
      if (below > top_) top_ = below;
      x += width + m.lane_gap;
    }
  }

  // Whether the node is placed beside the one before it: an edge joins the two, and the cell is free.
  [[nodiscard]] constexpr bool goes_beside(std::size_t at) const {
    if (at == 0) return false;
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

  constexpr void place_in_columns() {
    const Measures& m = out_.measures;
    int bottoms[3] = {top_ - m.gutter, top_ - m.gutter, top_ - m.gutter};
    int y = top_;
    std::size_t row = 0;
    for (std::size_t i = 0; i < picture_.nodes.size(); ++i) {
      const std::size_t lane = lane_of(picture_.nodes[i]);
      if (i > 0 && !(goes_beside(i) && bottoms[lane] + m.gutter <= y)) {
        ++row;
        y = bottoms[lane];
        // An arrow from another lane bends above the box, so it must be below all boxes.
        if (lane != out_.nodes[i - 1].lane) y = deepest_of(bottoms);
        y += m.gutter;
      }
      bottoms[lane] = place(picture_.nodes[i], out_.lanes[lane], y, lane, row);
    }
    out_.height = deepest_of(bottoms) + m.padding + 4;
    for (Rectangle& lane : out_.lanes) lane.height = out_.height;
  }
  static constexpr int deepest_of(const int (&bottoms)[3]) {
    const int first = bottoms[0] > bottoms[1] ? bottoms[0] : bottoms[1];
    return first > bottoms[2] ? first : bottoms[2];
  }

  constexpr void place_in_bands() {
    const Measures& m = out_.measures;
    int y = 0;
    for (std::size_t i = 0; i < picture_.nodes.size(); ++i) {
      const PictureNode& node = picture_.nodes[i];
      if (i > 0 && plane_of(node) == plane_of(picture_.nodes[i - 1])) {
        y += m.gutter;
      } else {
        if (i > 0) y += m.padding + m.lane_gap;
        out_.lanes.push_back({0, y, m.width, 0});
        y = name_lane(plane_of(node), m.inset + 2, y, axis() - m.inset - 10);  // left of the arrow
      }
      Rectangle& band = out_.lanes.back();
      y = place(node, band, y, out_.lanes.size() - 1, i);
      band.height = y + m.padding - band.y;
    }
    out_.height = y + m.padding;
  }

  // Places the box in the middle of its lane, and returns where it ends.
  constexpr int place(const PictureNode& node, const Rectangle& column, int y, std::size_t lane, std::size_t row) {
    const Measures& m = out_.measures;
    const int room = column.width - 2 * m.inset;
    const int width = room < m.widest_box ? room : m.widest_box;
    const int x = column.middle() - width / 2, height = write(node, x, y, width);
    out_.nodes.push_back({{x, y, width, height}, lane, row, !node.caveat.empty()});
    return y + height;
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

  // Where the arrows of the narrow form run: near the left edge, so that labels have room beside them.
  [[nodiscard]] constexpr int axis() const { return out_.measures.width * 3 / 8; }
  [[nodiscard]] constexpr int axis_of(const PlacedNode& node) const {
    return form_ == Form::wide ? node.box.middle() : axis();
  }

  constexpr void draw(const PictureEdge& edge) {
    const Measures& m = out_.measures;
    const PlacedNode& from = out_.nodes[edge.from];
    const PlacedNode& to = out_.nodes[edge.to];
    Arrow arrow{.uncertain = !edge.caveat.empty(), .has_a_head = edge.has_a_head};
    const std::size_t apart = edge.from < edge.to ? edge.to - edge.from : edge.from - edge.to;
    if (apart > 1 && (form_ == Form::narrow || from.lane == to.lane)) {  // along the edge of the lane
      const int rail = from.box.x - (form_ == Form::wide ? 16 : 4 + static_cast<int>(rails_++ % 4) * 3);
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
      const int first = axis_of(from), last = axis_of(to);
      arrow.to(first, down ? from.box.bottom() : from.box.y);
      if (first != last) {
        arrow.to(first, bend);
        arrow.to(last, bend);
      }
      arrow.to(last, down ? to.box.y : to.box.bottom());
      if (form_ == Form::wide) {
        label_in_gutter(edge, down ? first : last, down ? last : first, bend - 5);
      } else {
        label_in_column(edge, first + 8, (down ? from : to).box.bottom() + m.gutter / 2 + 6);
      }
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

  // Right of the arrow of the narrow form, in one line or two.
  constexpr void label_in_column(const PictureEdge& edge, int x, int y) {
    if (!has(edge)) return;
    const Measures& m = out_.measures;
    const bool both = !edge.label.empty() && !edge.caveat.empty();
    Text before = both ? edge.caveat : Text();
    const Text words = edge.label.empty() ? edge.caveat : edge.label;
    const Face face = edge.caveat.empty() ? Face::plain : Face::strong;
    const int units = (m.width - x - 4) * 100 / m.arrow;
    const int first = units - (both ? width_of(before, face) + 130 : 0);
    if (width_of(words, face) > first) y -= m.arrow / 2 + 1;
    wrap(words, face, first, units, [&](Text part) {
      out_.texts.push_back({x, y, edge.caveat.empty() ? Style::arrow : Style::caveat, before, part});
      before = {};
      y += m.arrow + 2;
    });
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
  std::size_t lane_of_[3]{};  // by the plane
  int top_ = 0;               // of the columns' first boxes
  std::size_t rails_ = 0;     // used in the narrow form
  Layout out_{};
};

}  // namespace detail

constexpr Layout layout_of(const Picture& picture, Form form) {
  const PictureFault fault = picture.fault();
  if (fault != PictureFault::none) return detail::LayoutMaker(picture_of(fault), form).layout();
  return detail::LayoutMaker(picture, form).layout();
}

}  // namespace whence
