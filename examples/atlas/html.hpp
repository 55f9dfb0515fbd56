// The elements of the page: text, links, citations, tables.
#pragma once

#include <cstddef>
#include <string>

#include <whence/draw.hpp>
#include <whence/explain.hpp>

namespace atlas::html {

using namespace whence;

/// Appends any text, escaped.
inline void text(std::string& out, Text words) { write_markup(out, words); }

/// A link if the address is a web address; else only the words.
inline void link(std::string& out, Text url, Text words) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  if (is_web) {
    out += "<a href=\"";
    text(out, url);
    out += "\">";
  }
  text(out, words);
  if (is_web) out += "</a>";
}

/// A document and its grade; nothing if it has no title.
inline void cite(std::string& out, const Source& source) {
  if (source.title.empty()) return;
  out += "<span class=\"cite\">";
  link(out, source.url, source.title);
  out += " (";
  text(out, name_of(source.grade));
  out += ")</span>";
}

/// The head of a table and the start of its body.
inline void head(std::string& out, Span<Text> columns) {
  out += "<thead><tr>";
  for (const Text column : columns) write(out, "<th scope=\"col\">", column, "</th>");
  out += "</tr></thead>\n<tbody>\n";
}

/// A table with a row for each call of row(). If a source is given, it is the last cell.
class Table {
 public:
  Table(std::string& out, Span<Text> columns) : out_(out), columns_(columns) {
    out_ += "<table>\n";
    head(out_, columns);
  }
  void row(Text id, Span<Text> cells, const Source* source = nullptr) {
    out_ += "<tr id=\"";
    text(out_, id);
    out_ += "\"><th scope=\"row\">";
    text(out_, id);
    out_ += "</th>";
    std::size_t column = 1;
    for (const Text cell : cells) {
      write(out_, "<td data-label=\"", columns_[column++], "\">");
      text(out_, cell);
      out_ += "</td>";
    }
    if (source != nullptr) {
      write(out_, "<td data-label=\"", columns_[column], "\">");
      link(out_, source->url, source->title);
      out_ += " (";
      text(out_, name_of(source->grade));
      out_ += ")</td>";
    }
    out_ += "</tr>\n";
  }
  void end() { out_ += "</tbody></table>\n"; }

 private:
  std::string& out_;
  Span<Text> columns_;
};

}  // namespace atlas::html
