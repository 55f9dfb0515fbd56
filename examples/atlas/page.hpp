// The atlas as one page that loads nothing: every source with its picture, the rules, the open questions, the talk.
#pragma once

#include <cstddef>
#include <string>

#include <whence/draw.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "fields.hpp"
#include "html.hpp"
#include "sha256.hpp"
#include "style.hpp"
#include "talk.hpp"
#include "talk_pictures.hpp"

namespace atlas::html {

using namespace whence;

namespace detail {

inline void claim(std::string& out, const FieldClaim& claim) {
  if (!claim.name.empty()) {
    text(out, claim.name);
    out += ": ";
  }
  if (!claim.code.empty()) {
    out += "<code>";
    text(out, claim.code);
    out += "</code>";
  }
  text(out, claim.words);
  cite(out, claim.source);
}

inline void figure(std::string& out, const Picture& picture) {
  out += "<figure>\n";
  if (!picture.about.empty()) {
    out += "<figcaption>";
    text(out, picture.about);
    out += "</figcaption>\n";
  }
  svg::write_inline(out, picture, Form::wide);
  svg::write_inline(out, picture, Form::narrow);
  out += "</figure>\n";
}

inline void section_of(std::string& out, const catalog::CredentialSource& source) {
  out += "<section id=\"";
  text(out, source.key());
  out += "\" aria-labelledby=\"h-";
  text(out, source.key());
  out += "\">\n<h3 id=\"h-";
  text(out, source.key());
  write(out, "\"><span class=\"number\">", number_of(source), "</span>");
  text(out, source.name);
  out += "</h3>\n<p class=\"soft\">";
  text(out, name_of(source.family));
  out += "</p>\n";
  figure(out, picture_of(source));
  out += "<dl class=\"fields\">\n";
  for_each_field(source, [&](Text name, bool is_ordered, auto claims) {
    std::size_t count = 0;
    claims([&](const FieldClaim&) { ++count; });
    if (count == 0) return;
    out += "<dt>";
    text(out, name);
    out += "</dt><dd>";
    if (count == 1) {
      claims([&](const FieldClaim& each) { claim(out, each); });
    } else {
      out += is_ordered ? "<ol>" : "<ul>";
      claims([&](const FieldClaim& each) {
        out += "<li>";
        claim(out, each);
        out += "</li>";
      });
      out += is_ordered ? "</ol>" : "</ul>";
    }
    out += "</dd>\n";
  });
  out += "</dl>\n</section>\n";
}

inline constexpr Text source_columns[] = {"No.",   "Source",     "Family",           "Assumed by",
                                          "Plane", "Last place", "Workload assumes", "Lifetime"};

inline void source_row(std::string& out, const catalog::CredentialSource& source) {
  std::string last;
  for (const Place& place : source.custody) {
    if (place.instead)
      last += ", or ";
    else
      last.clear();
    write(last, place.name);
  }
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
  out += "<th scope=\"row\"><a href=\"#";
  text(out, source.key());
  out += "\">";
  text(out, source.name);
  out += "</a></th>";
  cell(2, name_of(source.family), {});
  cell(3, source.assumer.who, {});
  cell(4, name_of(source.assumer.plane), {});
  cell(5, last.empty() ? catalog::not_known : Text(last), {});
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
  write(out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
  std::string style = ":root{";
  write(style, svg::light, "}\n@media screen and (prefers-color-scheme:dark){:root{", svg::dark, "}}\n", svg::style,
        page_style);
  write(
      out, sha256_as_base64(style).view(), "'; script-src 'sha256-", sha256_as_base64(page_script).view(),
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
      title,
      "</title>\n<meta name=\"description\" content=\"Who assumes the role, where the credential rests and who can read it, "
      "for every source of AWS credentials.\">\n<style>",
      style, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n");
}

inline void contents(std::string& out, Span<const catalog::CredentialSource*> sources) {
  out += "<nav aria-label=\"Contents\"><ol>\n<li><a href=\"#overview\">All sources</a>\n<ol>\n";
  for (const catalog::CredentialSource* const source : sources) {
    out += "<li><a href=\"#";
    text(out, source->key());
    write(out, "\"><span class=\"number\">", number_of(*source), "</span>");
    text(out, source->name);
    out += "</a></li>\n";
  }
  out += "</ol></li>\n<li><a href=\"#talk\">The talk</a>\n<ol>\n";
  for (const auto make : talk_pictures) {
    const Picture picture = make();
    write(out, "<li><a href=\"#", picture.id, "\">");
    text(out, picture.title);
    out += "</a></li>\n";
  }
  out +=
      "</ol></li>\n<li><a href=\"#rules\">Rule book</a></li>\n<li><a href=\"#questions\">Open questions</a></li>\n"
      "</ol></nav>\n";
}

inline void overview(std::string& out, Span<const catalog::CredentialSource*> sources) {
  out +=
      "<h2 id=\"overview\">All sources</h2>\n<div class=\"tools\" hidden>\n"
      "<div class=\"filter\"><label for=\"filter\">Filter the sources</label><input id=\"filter\" type=\"search\" "
      "autocomplete=\"off\" spellcheck=\"false\"></div>\n"
      "<div class=\"sorter\"><label for=\"sorter\">Sort by</label><select id=\"sorter\">";
  std::size_t number = 0;
  for (const Text column : source_columns) {
    write(out, "<option value=\"", std::to_string(number++), "\">", column, "</option>");
  }
  out +=
      "</select></div>\n<output id=\"count\" for=\"filter\" aria-live=\"polite\"></output>\n</div>\n"
      "<table id=\"sources-table\">\n";
  head(out, source_columns);
  for (const catalog::CredentialSource* const source : sources) source_row(out, *source);
  out += "</tbody></table>\n";
}

inline void how_to_read(std::string& out) {
  out +=
      "<h2 id=\"sources\">Each source</h2>\n<p>Each picture shows the steps from top to bottom, in order of time. Its columns "
      "are the three planes: the client, a machine outside AWS; the control plane, inside AWS; the data plane, where "
      "workloads of customers run. A dashed box or a dashed arrow is uncertain, and a word says why: <em>inferred</em> "
      "follows from documents, but none states it; <em>unknown</em> has no good source. A place names its readers. If the "
      "word <em>or</em> joins two boxes, the credential rests in one of these two places.</p>\n";
}

// "Five", for the start of a sentence; digits for a large number.
inline std::string in_words(std::size_t count) {
  constexpr Text words[] = {"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"};
  return count < Span(words).size() ? std::string(words[count]) : std::to_string(count);
}

inline void the_talk(std::string& out) {
  write(out, "<h2 id=\"talk\">The talk</h2>\n<p>", in_words(Span(talk_pictures).size()),
        " pictures, redrawn from the catalogue, and ", std::to_string(Span(talk).size()),
        " claims. If a finding contradicts a claim, the picture shows the finding.</p>\n");
  for (const auto make : talk_pictures) {
    const Picture picture = make();
    write(out, "<h3 id=\"", picture.id, "\">");
    text(out, picture.title);
    out += "</h3>\n";
    figure(out, picture);
  }
  constexpr Text columns[] = {"Id", "Claim of the talk", "Finding", "Details", "Source"};
  out += "<h3 id=\"claims\">The claims</h3>\n";
  Table table(out, columns);
  for (const Claim& claim : talk) {
    const Text cells[] = {claim.said, name_of(claim.finding), claim.found};
    table.row(claim.id, cells, &claim.source);
  }
  table.end();
}

inline void the_rules(std::string& out) {
  constexpr Text columns[] = {"Id", "Rule", "Source"};
  out += "<h2 id=\"rules\">Rule book</h2>\n<p>All rules of the library.</p>\n";
  Table table(out, columns);
  rule_rows(table, rules::all{});
  table.end();
  constexpr Text question_columns[] = {"Id", "Question", "What the library does"};
  out +=
      "<h2 id=\"questions\">Open questions</h2>\n<p>Sources contradict one another (X), or no source was found "
      "(U).</p>\n";
  Table questions(out, question_columns);
  for (const OpenQuestion& question : open_questions::all) {
    const Text cells[] = {question.question, question.stance};
    questions.row(question.id, cells);
  }
  questions.end();
}

}  // namespace detail

/// The page of these sources. Complexity: linear in their texts.
[[nodiscard]] inline std::string page(Span<const catalog::CredentialSource*> sources) {
  std::string out;
  detail::begin(out, "Atlas of AWS credential sources");
  out += "<div class=\"frame\">\n";
  detail::contents(out, sources);
  out +=
      "<main id=\"content\">\n<h1>Atlas of AWS credential sources</h1>\n<p class=\"lead\">Who assumes the role, where the "
      "credential rests, who can read it there, and who signs with it.</p>\n";
  detail::overview(out, sources);
  detail::how_to_read(out);
  for (const catalog::CredentialSource* const source : sources) detail::section_of(out, *source);
  detail::the_talk(out);
  detail::the_rules(out);
  write(out, "<footer>Generated by the library whence from its catalogue.</footer>\n</main>\n</div>\n<script>",
        page_script, "</script>\n</body>\n</html>\n");
  return out;
}

}  // namespace atlas::html
