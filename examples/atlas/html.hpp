// The elements of the page: text, links, citations, sections that open, tables.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <whence/draw.hpp>
#include <whence/explain.hpp>

#include "references.hpp"

namespace atlas::html {

using namespace whence;

/// Appends any text, escaped.
inline void text(std::string& out, Text words) { write_markup(out, words); }

/// A link to the rule, open question, claim or source of this id.
inline void link_to(std::string& out, Text id, Text words) {
  out += "<a href=\"#";
  text(out, id);
  out += "\">";
  text(out, words);
  out += "</a>";
}

/// The same text, in which each id of a rule or an open question is a link.
inline void linked_text(std::string& out, Text words) {
  for_each_id(
      words, [&](Text part) { text(out, part); }, [&](Text id) { link_to(out, id, id); });
}

/// The start of a section that opens on demand: its heading, and the element that its link leads to.
inline void begin_part(std::string& out, Text id, Text title) {
  write(out, "<details class=\"part\"><summary><h2>", title, "</h2></summary>\n<section id=\"", id, "\" aria-label=\"",
        title, "\">\n");
}
inline void end_part(std::string& out) { out += "</section></details>\n"; }

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
  out += " <span class=\"cite\">";
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

/// Which sources name an id: for the last cell of its row.
struct NamedBy {
  Text id{};
  const catalog::CredentialSource* source = nullptr;
};

/// A table with a row for each call of row(). If a source of evidence is given, it is in the cell after the others; the
/// last cell has the credential sources that name the id.
class Table {
 public:
  Table(std::string& out, Span<Text> columns, const std::vector<NamedBy>& named)
      : out_(out), columns_(columns), named_(named) {
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
      begin_cell(column++);
      linked_text(out_, cell);
      out_ += "</td>";
    }
    if (source != nullptr) {
      begin_cell(column++);
      link(out_, source->url, source->title);
      out_ += " (";
      text(out_, name_of(source->grade));
      out_ += ")</td>";
    }
    begin_cell(column);
    bool is_first = true;
    for (const NamedBy& each : named_) {
      if (each.id != id) continue;
      if (!is_first) out_ += ", ";
      is_first = false;
      link_to(out_, each.source->key(), each.source->name);
    }
    out_ += "</td></tr>\n";
  }
  void end() { out_ += "</tbody></table>\n"; }

 private:
  void begin_cell(std::size_t column) { write(out_, "<td data-label=\"", columns_[column], "\">"); }

  std::string& out_;
  Span<Text> columns_;
  const std::vector<NamedBy>& named_;
};

}  // namespace atlas::html
