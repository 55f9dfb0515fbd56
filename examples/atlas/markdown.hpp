// Rows of the catalogue as Markdown: tables of all in three slices, and a section for each.
#pragma once

#include <cstddef>
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

#include "fields.hpp"

namespace atlas::markdown {

using namespace whence;

namespace detail {

// Text that holds no markup, on one line.
inline void write_plain(std::string& out, Text text) {
  const Text special = "\\`*_[]<>|{}#&~";
  for (const char c : text) {
    if (special.find(c) != Text::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
}

// A code span, fenced by more backticks than it holds; bars are escaped for tables, which other places do not undo.
inline void write_code(std::string& out, Text code, bool in_table) {
  std::size_t longest = 0, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  out.append(longest + 1, '`');
  const bool padded = code.starts_with("`") || code.ends_with("`");
  if (padded) out += ' ';
  for (const char c : code) {
    if (c == '|' && in_table) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  if (padded) out += ' ';
  out.append(longest + 1, '`');
}

inline void write_citation(std::string& out, const Source& source) {
  if (source.title.empty()) return;
  out += " (";
  if (!source.url.empty()) out += '[';
  write_plain(out, source.title);
  if (!source.url.empty()) write(out, "](<", source.url, ">)");
  write(out, ", ", name_of(source.grade), ")");
}

inline void write_row_head(std::string& out, const catalog::CredentialSource& entry) {
  write(out, "| ", number_of(entry), " | ");
  write_plain(out, entry.name);
}
inline void write_cell(std::string& out, Text text) {
  out += " | ";
  write_plain(out, text);
}

}  // namespace detail

/// Who assumes, where it rests, how long it lives.
[[nodiscard]] inline std::string source_tables(Span<const catalog::CredentialSource*> entries) {
  std::string out =
      "### Who assumes\n\n| id | source | trusted | assumer | plane | operation | requester |\n"
      "| --- | --- | --- | --- | --- | --- | --- |\n";
  for (const catalog::CredentialSource* const entry : entries) {
    const catalog::CredentialSource& source = *entry;
    detail::write_row_head(out, *entry);
    detail::write_cell(out, source.trust.principal.empty() ? Text("none") : source.trust.principal);
    detail::write_cell(out, source.assumer.who);
    detail::write_cell(out, name_of(source.assumer.plane));
    detail::write_cell(out, source.assumer.action.empty() ? Text("none seen") : source.assumer.action);
    detail::write_cell(out, source.requester.empty() ? Text("nobody") : source.requester.text);
    out += " |\n";
  }
  out +=
      "\n### Where it rests\n\n| id | source | places, in order | readers | used by |\n| --- | --- | --- | --- | --- |\n";
  for (const catalog::CredentialSource* const entry : entries) {
    std::string places;
    for (const Place& place : entry->custody) {
      write(places, places.empty() ? "" : place.instead ? "; or " : "; ", place.name);
    }
    detail::write_row_head(out, *entry);
    detail::write_cell(out, places.empty() ? catalog::not_known : Text(places));
    detail::write_cell(out, entry->readers.text);
    detail::write_cell(out, entry->user.text);
    out += " |\n";
  }
  out +=
      "\n### Sessions\n\n| id | source | session name | lifetime | rotation | the workload assumes |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const catalog::CredentialSource* const entry : entries) {
    detail::write_row_head(out, *entry);
    detail::write_cell(out, entry->session_name.text);
    detail::write_cell(out, entry->lifetime.text);
    detail::write_cell(out, entry->rotation.text);
    detail::write_cell(out, name_of(entry->workload_assumes.answer));
    out += " |\n";
  }
  return out;
}

/// All fields of one source.
[[nodiscard]] inline std::string source_section(const catalog::CredentialSource& entry) {
  std::string out = "### ";
  write(out, number_of(entry), " ");
  detail::write_plain(out, entry.name);
  out += "\n\n";
  for_each_field(entry, [&](Text name, bool is_ordered, auto claims) {
    std::size_t count = 0;
    claims([&](const FieldClaim&) { ++count; });
    if (count == 0) return;
    write(out, "- **", name, ":**");
    claims([&](const FieldClaim& claim) {
      out += count == 1 ? " " : is_ordered ? "\n  1. " : "\n  - ";
      if (!claim.name.empty()) {
        detail::write_plain(out, claim.name);
        out += ": ";
      }
      if (!claim.code.empty()) detail::write_code(out, claim.code, false);
      detail::write_plain(out, claim.words);
      detail::write_citation(out, claim.source);
    });
    out += '\n';
  });
  return out;
}

}  // namespace atlas::markdown
