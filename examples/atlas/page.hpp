// The atlas as one page that loads nothing: a search, one source at a time with its picture, and on demand the table of
// sources, the rules, the open questions and the talk. Without script, every section is there to open.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <whence/draw.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "entry.hpp"
#include "fields.hpp"
#include "html.hpp"
#include "references.hpp"
#include "script.hpp"
#include "sha256.hpp"
#include "style.hpp"
#include "talk.hpp"
#include "talk_pictures.hpp"

namespace atlas::html {

using namespace whence;

namespace detail {

inline constexpr Text source_columns[] = {"No.",   "Source",     "Family",           "Assumed by",
                                          "Plane", "Last place", "Workload assumes", "Lifetime"};

inline void source_row(std::string& out, const catalog::CredentialSource& source) {
  const std::int64_t usual = source.lifetime.usual;
  const auto cell = [&](std::size_t column, Text words, Text key) {
    write(out, "<td data-label=\"", source_columns[column], "\"");
    if (!key.empty()) write(out, " data-key=\"", key, "\"");
    out += '>';
    text(out, words);
    out += "</td>";
  };
  out += "<tr>";
  cell(0, number_of(source), {});
  out += "<th scope=\"row\">";
  link_to(out, source.key(), source.name);
  out += "</th>";
  cell(2, name_of(source.family), {});
  cell(3, source.assumer.who, {});
  cell(4, name_of(source.assumer.plane), {});
  cell(5, resting_place_of(source).names, {});
  cell(6, name_of(source.workload_assumes.answer), {});
  cell(7,
       usual >= 0                     ? Text(duration_in_words(usual))
       : source.lifetime.text.empty() ? catalog::not_known
                                      : source.lifetime.text,
       std::to_string(usual >= 0 ? usual : 999999999));
  out += "</tr>\n";
}

template <class... Rule>
void rule_rows(Table& table, RuleList<Rule...>) {
  const auto row = [&](const RuleInfo& rule) {
    const Text cells[] = {rule.sentence};
    table.row(rule.id, cells, &rule.source);
  };
  (row(Rule::info), ...);
}

inline void begin(std::string& out, Text title) {
  std::string style = ":root{";
  write(style, svg::light, "}\n@media screen and (prefers-color-scheme:dark){:root{", svg::dark, "}}\n", svg::style,
        page_style);
  write(out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-",
        sha256_as_base64(style).view(), "'; script-src 'sha256-", sha256_as_base64(page_script).view(),
        "'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        title,
        "</title>\n<meta name=\"description\" content=\"Who assumes the role, where the credential rests and who can "
        "read it, for every source of AWS credentials.\">\n<style>",
        style,
        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the answer</a>\n<div class=\"frame\">\n"
        "<header>\n<h1>",
        title,
        "</h1>\n<p class=\"lead\">Pick a source or type what you see: who assumed, where it rests, who reads it.</p>\n"
        "</header>\n");
}

// The search, whose hits replace the list, and the list of all sources by family.
inline void choice(std::string& out, Span<const catalog::CredentialSource*> sources) {
  out +=
      "<aside>\n<div class=\"search\" role=\"search\" hidden>\n<label for=\"search\">Address, variable, file, service "
      "or rule</label>\n<input id=\"search\" type=\"search\" placeholder=\"169.254\" autocomplete=\"off\" "
      "spellcheck=\"false\" aria-controls=\"hits\" aria-describedby=\"count\">\n"
      "<output id=\"count\" for=\"search\" aria-live=\"polite\"></output>\n</div>\n"
      "<details id=\"browse\" open><summary>All sources</summary>\n<nav aria-label=\"Sources\">\n"
      "<ol id=\"hits\" hidden></ol>\n<div id=\"list\">\n";
  for (std::size_t family = 0; family < 64; ++family) {
    bool is_first = true;
    for (const catalog::CredentialSource* const source : sources) {
      if (static_cast<std::size_t>(source->family) != family) continue;
      if (is_first) write(out, "<p>", name_of(source->family), "</p>\n<ol>\n");
      is_first = false;
      write(out, "<li><a href=\"#", source->key(), "\"><span class=\"number\">", number_of(*source), "</span><span>");
      text(out, source->name);
      out += "</span></a></li>\n";
    }
    if (!is_first) out += "</ol>\n";
  }
  out += "</div>\n</nav></details>\n</aside>\n";
}

inline void how_to_read(std::string& out) {
  begin_part(out, "sources", "How to read a picture");
  out +=
      "<p>Each picture shows the steps from top to bottom, in order of time. Its columns are the planes: the client, a "
      "machine outside AWS; the control plane, inside AWS; the data plane, where workloads of customers run. On a "
      "narrow screen the planes are bands, one below the other. A dashed box or a dashed arrow is uncertain, and a "
      "word says why: <em>inferred</em> follows from documents, but none states it; <em>unknown</em> has no good "
      "source. A place names its readers. If the word <em>or</em> joins two boxes, the credential rests in one of "
      "these two places.</p>\n";
  end_part(out);
}

inline void overview(std::string& out, Span<const catalog::CredentialSource*> sources) {
  begin_part(out, "overview", "Compare all sources");
  out += "<div class=\"sorter\" hidden><label for=\"sorter\">Sort by</label><select id=\"sorter\">";
  std::size_t number = 0;
  for (const Text column : source_columns) {
    write(out, "<option value=\"", std::to_string(number++), "\">", column, "</option>");
  }
  out += "</select></div>\n<table id=\"sources-table\">\n";
  head(out, source_columns);
  for (const catalog::CredentialSource* const source : sources) source_row(out, *source);
  out += "</tbody></table>\n";
  end_part(out);
}

// "Five", for the start of a sentence; digits for a large number.
inline std::string in_words(std::size_t count) {
  constexpr Text words[] = {"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"};
  return count < Span(words).size() ? std::string(words[count]) : std::to_string(count);
}

inline void the_talk(std::string& out, const std::vector<NamedBy>& named) {
  begin_part(out, "talk", "The talk");
  write(out, "<p>", in_words(Span(talk_pictures).size()), " pictures, redrawn from the catalogue, and ",
        std::to_string(Span(talk).size()),
        " claims. If a finding contradicts a claim, the picture shows the finding.</p>\n");
  for (const auto make : talk_pictures) {
    const Picture picture = make();
    write(out, "<h3 id=\"", picture.id, "\">");
    text(out, picture.title);
    out += "</h3>\n";
    figure(out, picture);
  }
  constexpr Text columns[] = {"Id", "Claim of the talk", "Finding", "Details", "Document", "Shown by"};
  out += "<h3 id=\"claims\">The claims</h3>\n";
  Table table(out, columns, named);
  for (const Claim& claim : talk) {
    const Text cells[] = {claim.said, name_of(claim.finding), claim.found};
    table.row(claim.id, cells, &claim.source);
  }
  table.end();
  end_part(out);
}

inline void the_rules(std::string& out, const std::vector<NamedBy>& named) {
  begin_part(out, "rules", "Rule book");
  constexpr Text columns[] = {"Id", "Rule", "Document", "Named by"};
  out += "<p>All rules of the library.</p>\n";
  Table table(out, columns, named);
  rule_rows(table, rules::all{});
  table.end();
  end_part(out);
  begin_part(out, "questions", "Open questions");
  constexpr Text question_columns[] = {"Id", "Question", "What the library does", "Named by"};
  out += "<p>Sources contradict one another (X), or no source was found (U). B is a bound of the library.</p>\n";
  Table questions(out, question_columns, named);
  for (const OpenQuestion& question : open_questions::all) {
    const Text cells[] = {question.question, question.stance};
    questions.row(question.id, cells);
  }
  questions.end();
  end_part(out);
}

}  // namespace detail

/// The page of these sources. Complexity: linear in their texts, times the ids that they can name.
[[nodiscard]] inline std::string page(Span<const catalog::CredentialSource*> sources) {
  // The source that is open at first: the one that most people meet.
  std::size_t first = 0;
  std::vector<NamedBy> named;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i]->id == catalog::SourceId::instance_profile) first = i;
    for (const Text id : ids_named_by(*sources[i])) named.push_back({id, sources[i]});
  }
  std::string out;
  detail::begin(out, "Atlas of AWS credential sources");
  detail::choice(out, sources);
  out += "<main id=\"content\" tabindex=\"-1\">\n";
  for (std::size_t i = 0; i < sources.size(); ++i) write_entry(out, *sources[i], i == first);
  detail::how_to_read(out);
  detail::overview(out, sources);
  detail::the_rules(out, named);
  detail::the_talk(out, named);
  write(out, "<footer>Generated by the library whence from its catalogue.</footer>\n</main>\n</div>\n<script>",
        page_script, "</script>\n</body>\n</html>\n");
  return out;
}

}  // namespace atlas::html
