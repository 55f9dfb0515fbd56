// Credential sources as Markdown: three tables of all sources, and a section for each.
#pragma once

#include <cstddef>
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

#include "fields.hpp"

namespace atlas::markdown {

using namespace whence;

namespace detail {

// Text without markup, on one line.
inline void write_plain(std::string& out, Text text) {
  const Text special = "\\`*_[]<>|{}#&~";
  for (const char c : text) {
    if (special.find(c) != Text::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
}

// A code span, fenced by more backticks than it contains. Bars are escaped only in tables: elsewhere the backslash
// would show.
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

inline void write_row_head(std::string& out, const catalog::CredentialSource& source) {
  write(out, "| ", number_of(source), " | ");
  write_plain(out, source.name);
}
inline void write_cell(std::string& out, Text text) {
  out += " | ";
  write_plain(out, text);
}

}  // namespace detail

/// Three tables: who assumes the role, where the credential rests, how long it lasts.
[[nodiscard]] inline std::string source_tables(Span<const catalog::CredentialSource*> sources) {
  std::string out =
      "### Who assumes the role\n\n| id | source | trusted | assumer | plane | operation | requester |\n"
      "| --- | --- | --- | --- | --- | --- | --- |\n";
  for (const catalog::CredentialSource* const source : sources) {
    detail::write_row_head(out, *source);
    detail::write_cell(out, source->trust.principal.empty() ? Text("none") : source->trust.principal);
    detail::write_cell(out, source->assumer.who);
    detail::write_cell(out, name_of(source->assumer.plane));
    detail::write_cell(out, source->assumer.action.empty() ? Text("none visible") : source->assumer.action);
    detail::write_cell(out, source->requester.empty() ? Text("nobody") : source->requester.text);
    out += " |\n";
  }
  out +=
      "\n### Where the credential rests\n\n| id | source | places, in order | readers | used by |\n| --- | --- | --- | --- | --- |\n";
  for (const catalog::CredentialSource* const source : sources) {
    std::string places;
    for (const Place& place : source->custody) {
      write(places, places.empty() ? "" : place.instead ? "; or " : "; ", place.name);
    }
    detail::write_row_head(out, *source);
    detail::write_cell(out, places.empty() ? catalog::not_known : Text(places));
    detail::write_cell(out, source->readers.text);
    detail::write_cell(out, source->user.text);
    out += " |\n";
  }
  out +=
      "\n### Sessions\n\n| id | source | session name | lifetime | rotation | the workload assumes the role itself |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const catalog::CredentialSource* const source : sources) {
    detail::write_row_head(out, *source);
    detail::write_cell(out, source->session_name.text);
    detail::write_cell(out, source->lifetime.text);
    detail::write_cell(out, source->rotation.text);
    detail::write_cell(out, name_of(source->workload_assumes.answer));
    out += " |\n";
  }
  return out;
}

/// All fields of one source.
[[nodiscard]] inline std::string source_section(const catalog::CredentialSource& source) {
  std::string out = "### ";
  write(out, number_of(source), " ");
  detail::write_plain(out, source.name);
  out += "\n\n";
  for_each_field(source, [&](Text name, bool is_ordered, auto claims) {
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
