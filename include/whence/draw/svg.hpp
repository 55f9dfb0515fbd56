// Pictures as SVG: as a file, or inside a page that has the style.
#pragma once

#include <string>

#include <whence/draw/layout.hpp>
#include <whence/draw/picture.hpp>
#include <whence/draw/text_width.hpp>
#include <whence/explain/write.hpp>

namespace whence {

/// Appends the text, escaped for an element or a quoted attribute of HTML, SVG or XML, with U+FFFD for each byte that is
/// not UTF-8.
inline void write_markup(std::string& out, Text text) {
  for_each_character(text, [&out](Text character) {
    const char c = character[0];
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:  // XML allows no other control characters, not even escaped
        if (static_cast<unsigned char>(c) >= 0x20U || c == '\n' || c == '\t') write(out, character);
    }
  });
}

namespace svg {

/// The picture as an SVG file; of a picture with a fault, that of the fault. Complexity: as layout_of.
[[nodiscard]] inline std::string to_svg(const Picture& picture, Form form = Form::wide);

/// Appends a drawing for a page that has `style`, `light` and `dark`. Faults and complexity: as to_svg.
inline void write_inline(std::string& out, const Picture& picture, Form form);

/// Appends both drawings, the wide one and the narrow one, with one description in words.
inline void write_both_inline(std::string& out, const Picture& picture);

/// The style sheet of the drawings. `light` and `dark` define its colours, which are variables.
inline constexpr Text style =
    "svg.whence{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif;display:block;"
    "max-width:100%;height:auto}"
    "svg.whence .g{fill:var(--lane)}"
    "svg.whence .b{fill:var(--box);stroke:var(--line);stroke-width:1}"
    "svg.whence .u{stroke:var(--doubt);stroke-dasharray:5 4;stroke-width:1.4}"
    "svg.whence .a{fill:none;stroke:var(--soft);stroke-width:1.4}svg.whence .h{fill:var(--soft)}"
    "svg.whence .a.u{fill:none;stroke:var(--doubt)}svg.whence .h.u{fill:var(--doubt);stroke:none}"
    "svg.whence text{fill:var(--ink)}svg.whence .l{fill:var(--soft);font-weight:600}"
    "svg.whence .c{fill:var(--accent);font-weight:600}svg.whence .t{font-weight:600}"
    "svg.whence .m{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace}"
    "svg.whence .q{fill:var(--doubt);font-weight:600}svg.whence .r{fill:var(--soft)}"
    "svg.whence .k{fill:var(--soft);font-weight:400;font-family:system-ui,-apple-system,'Segoe UI',Roboto,"
    "'Liberation Sans',sans-serif}"
    "svg.whence .c,svg.whence .l,svg.whence .q,svg.whence .r,svg.whence .m{font-size:12px}"
    "svg.whence .n{font-size:13px}svg.whence.wide .t{font-size:15px}svg.whence.narrow .t{font-size:14px}";
inline constexpr Text light =
    "--page:#fbfaf7;--box:#fff;--lane:#f0eee8;--line:#b9b4a7;--ink:#1d1f21;--soft:#5a5952;--accent:#1b5a8c;"
    "--doubt:#9a3d0a;";
inline constexpr Text dark =
    "--page:#15171a;--box:#23272c;--lane:#1b1e22;--line:#4d545c;--ink:#eceae4;--soft:#a9aca9;--accent:#8fc3ef;"
    "--doubt:#f2a36b;";

// ---- Implementation.

namespace detail {

inline void attribute(std::string& out, Text name, int value) {
  write(out, " ", name, "=\"", std::to_string(value), "\"");
}

inline void rectangle(std::string& out, Text kind, const Rectangle& at, int radius) {
  write(out, "<rect class=\"", kind, "\"");
  attribute(out, "x", at.x);
  attribute(out, "y", at.y);
  attribute(out, "width", at.width);
  attribute(out, "height", at.height);
  attribute(out, "rx", radius);
  out += "/>\n";
}

inline void arrow(std::string& out, const Arrow& arrow) {
  write(out, "<path class=\"a", arrow.uncertain ? " u" : "", "\" d=\"");
  for (std::size_t i = 0; i < arrow.points; ++i) {
    out += i == 0 ? 'M' : 'L';
    write(out, std::to_string(arrow.x[i]), " ", std::to_string(arrow.y[i]));
  }
  out += arrow.has_a_head ? "\"/>" : "\"/>\n";
  if (!arrow.has_a_head) return;
  const std::size_t last = arrow.points - 1;
  const int x = arrow.x[last], y = arrow.y[last];
  const int dx = x > arrow.x[last - 1] ? 1 : x < arrow.x[last - 1] ? -1 : 0;
  const int dy = y > arrow.y[last - 1] ? 1 : y < arrow.y[last - 1] ? -1 : 0;
  write(out, "<path class=\"h", arrow.uncertain ? " u" : "", "\" d=\"M");
  const int points[] = {x, y, x - 7 * dx + 4 * dy, y - 7 * dy + 4 * dx, x - 7 * dx - 4 * dy, y - 7 * dy - 4 * dx};
  for (std::size_t i = 0; i < 6; ++i) {
    if (i > 0) out += i % 2 == 0 ? 'L' : ' ';
    out += std::to_string(points[i]);
  }
  out += "Z\"/>\n";
}

inline void text(std::string& out, const TextRun& run) {
  constexpr Text kinds[] = {"l", "c", "t", "n", "m", "q", "r"};
  write(out, "<text class=\"", kinds[static_cast<std::size_t>(run.style)], "\"");
  attribute(out, "x", run.x);
  attribute(out, "y", run.y);
  if (run.ends_here) out += " text-anchor=\"end\"";
  out += '>';
  if (!run.label.empty()) {
    out += run.style == Style::caveat ? "<tspan>" : "<tspan class=\"k\">";
    write_markup(out, run.label);
    out += ": </tspan>";
  }
  write_markup(out, run.text);
  if (run.step > 0) write(out, " ", std::to_string(run.step));
  out += "</text>\n";
}

// A file of its own; a drawing in a page; or one that the wide drawing before it describes.
enum class Part : unsigned char { file, drawing, described };

inline void write_drawing(std::string& out, const Picture& picture, Form form, Part part) {
  const PictureFault fault = picture.fault();
  if (fault != PictureFault::none) return write_drawing(out, picture_of(fault), form, part);
  const Layout layout = layout_of(picture, form);
  const bool is_wide = form == Form::wide;
  std::string id = "p-";
  write_markup(id, picture.id);
  id += is_wide || part == Part::described ? "-w" : "-n";
  const std::string width = std::to_string(layout.measures.width), height = std::to_string(layout.height);
  write(out, "<svg", part == Part::file ? " xmlns=\"http://www.w3.org/2000/svg\"" : "", " class=\"whence ",
        is_wide ? "wide" : "narrow", "\" role=\"img\" aria-labelledby=\"", id, "-t ", id, "-d\" viewBox=\"0 0 ", width,
        " ", height, "\" width=\"", width, "\" height=\"", height, "\">\n");
  if (part != Part::described) {
    write(out, "<title id=\"", id, "-t\">");
    write_markup(out, picture.title);
    write(out, "</title>\n<desc id=\"", id, "-d\">");
    write_markup(out, described(picture));
    out += "</desc>\n";
  }
  if (part == Part::file) {
    write(out, "<style>svg.whence{", light, "background:var(--page)}@media(prefers-color-scheme:dark){svg.whence{",
          dark, "}}", style, "</style>\n");
  }
  for (const Rectangle& lane : layout.lanes) rectangle(out, "g", lane, 8);
  for (const Arrow& each : layout.arrows) arrow(out, each);
  for (const PlacedNode& node : layout.nodes) rectangle(out, node.uncertain ? "b u" : "b", node.box, 6);
  for (const TextRun& run : layout.texts) text(out, run);
  out += "</svg>\n";
}

}  // namespace detail

inline void write_inline(std::string& out, const Picture& picture, Form form) {
  detail::write_drawing(out, picture, form, detail::Part::drawing);
}

inline void write_both_inline(std::string& out, const Picture& picture) {
  detail::write_drawing(out, picture, Form::wide, detail::Part::drawing);
  detail::write_drawing(out, picture, Form::narrow, detail::Part::described);
}

inline std::string to_svg(const Picture& picture, Form form) {
  std::string out;
  detail::write_drawing(out, picture, form, detail::Part::file);
  return out;
}

}  // namespace svg
}  // namespace whence
