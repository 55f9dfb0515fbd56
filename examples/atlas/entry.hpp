// One source on the page: the answer in three parts, its picture, the ids that it names, and on demand its readers and
// all its fields.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <whence/draw.hpp>

#include "fields.hpp"
#include "html.hpp"
#include "references.hpp"

namespace atlas::html {

using namespace whence;

/// Where the credential is at the end: the last place, or the alternatives to it.
struct RestingPlace {
  std::string before{};  // the places that it passes
  std::string names{};
  const Place* last = nullptr;  // the first of the alternatives
};

[[nodiscard]] inline RestingPlace resting_place_of(const catalog::CredentialSource& source) {
  RestingPlace out;
  for (const Place& place : source.custody) {
    if (!place.instead) {
      if (!out.names.empty()) write(out.before, out.before.empty() ? "" : ", ", out.names);
      out.names.clear();
      out.last = &place;
    }
    write(out.names, place.instead ? ", or " : "", place.name);
  }
  if (out.names.empty()) write(out.names, catalog::not_known);
  return out;
}

/// Who reads it: the source's own words; if it has none, those of the place.
[[nodiscard]] inline Text readers_in_words(const catalog::CredentialSource& source) {
  if (!source.readers.empty()) return source.readers.text;
  const Place* const last = resting_place_of(source).last;
  return last == nullptr ? catalog::not_known : name_of(last->readers);
}

namespace detail {

inline void figure(std::string& out, const Picture& picture) {
  out += "<figure>\n";
  if (!picture.about.empty()) {
    out += "<figcaption>";
    linked_text(out, picture.about);
    out += "</figcaption>\n";
  }
  svg::write_both_inline(out, picture);
  out += "</figure>\n";
}

// One part of the answer: what stands out, and what is quiet below it.
class AnswerPart {
 public:
  AnswerPart(std::string& out, Text question, Text answer, Text doubt) : out_(out) {
    write(out_, "<dl><dt>", question, "</dt><dd><strong>");
    text(out_, answer);
    out_ += "</strong>";
    if (!doubt.empty()) write(out_, " <em>", doubt, "</em>");
  }
  void add(Text words) {
    if (words.empty()) return;
    out_ += " <span>";
    text(out_, words);
    out_ += "</span>";
  }
  void add_code(Text code) {
    if (code.empty()) return;
    out_ += " <code>";
    text(out_, code);
    out_ += "</code>";
  }
  void add_link(const catalog::CredentialSource& source) {
    out_ += " <span>";
    link_to(out_, source.key(), source.name);
    out_ += "</span>";
  }
  ~AnswerPart() { out_ += "</dd></dl>\n"; }
  AnswerPart(const AnswerPart&) = delete;
  AnswerPart& operator=(const AnswerPart&) = delete;

 private:
  std::string& out_;
};

inline void answer(std::string& out, const catalog::CredentialSource& source) {
  const bool has_role = source.trust.kind != catalog::TrustKind::no_trust_policy;
  out += "<div class=\"answer\">\n";
  {
    AnswerPart part(out, has_role ? "Who assumed the role" : "Who made it, without a role", source.assumer.who,
                    caveat_of(source.assumer.source.grade));
    part.add_code(source.assumer.action);
    part.add(name_of(source.assumer.plane));
  }
  {
    const RestingPlace rest = resting_place_of(source);
    AnswerPart part(out, "Where it rests", rest.names,
                    rest.last == nullptr ? Text() : caveat_of(rest.last->source.grade));
    if (rest.last != nullptr) part.add_code(rest.last->address);
    std::string way("by way of: ");
    write(way, rest.before);
    if (!rest.before.empty()) part.add(way);
  }
  {
    // All of it stands out, or of a long sentence the first part.
    const Text readers = readers_in_words(source);
    const std::size_t semicolon = readers.size() > 120 ? readers.find(';') : Text::npos;
    const bool is_short = semicolon == Text::npos;
    AnswerPart part(out, "Who reads it", is_short ? readers : readers.part(0, semicolon),
                    source.readers.empty() ? Text() : caveat_of(source.readers.source.grade));
    if (!is_short) part.add(readers.part(semicolon + 2));
    if (readers.starts_with("as for the instance profile")) part.add_link(catalog::instance_profile);
  }
  out += "</div>\n";
}

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
  linked_text(out, claim.words);
  cite(out, claim.source);
}

inline void fields(std::string& out, const catalog::CredentialSource& source) {
  out += "<details><summary>Every field, each claim with its document</summary>\n<dl class=\"fields\">\n";
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
  out += "</dl>\n</details>\n";
}

inline void readers(std::string& out, const catalog::CredentialSource& source) {
  std::string rows;
  for (const Platform platform : source.platforms) {
    const std::vector<ReadersByRule> groups = readers_of(source, platform);
    if (groups.empty()) continue;
    write(rows, "<dt>", name_of(platform), "</dt><dd><ul>");
    for (const ReadersByRule& group : groups) {
      const bool reads = group.rule == nullptr, is_unknown = group.decision == Decision::unknown;
      write(rows, "<li><strong>", reads ? "can read it" : is_unknown ? "unknown" : "cannot", "</strong>: ");
      text(rows, group.names);
      if (group.rule != nullptr) {
        rows += " <span class=\"cite\">";
        link_to(rows, group.rule->id, group.rule->id);
        rows += ' ';
        text(rows, group.rule->sentence);
        if (group.open != nullptr) {
          rows += "; open: ";
          link_to(rows, group.open->id, group.open->id);
          rows += ' ';
          text(rows, group.open->question);
        }
        rows += "</span>";
      }
      rows += "</li>";
    }
    rows += "</ul></dd>\n";
  }
  if (rows.empty()) return;
  write(out,
        "<details><summary>Each reader, and the rule that keeps it out</summary>\n<p class=\"soft\">On machines as the "
        "library assumes them; the tool <code>who_can_read</code> answers for others.</p>\n<dl class=\"fields\">\n",
        rows, "</dl>\n</details>\n");
}

inline void ids(std::string& out, const std::vector<Text>& named) {
  if (named.empty()) return;
  out += "<p class=\"ids\"><span>Rules, open questions and claims:</span>";
  for (const Text id : named) {
    out += ' ';
    link_to(out, id, id);
  }
  out += "</p>\n";
}

}  // namespace detail

/// The section of a source, open or closed.
inline void write_entry(std::string& out, const catalog::CredentialSource& source, bool is_open) {
  write(out, "<details class=\"entry\"", is_open ? " open" : "", "><summary><h2><span class=\"number\">",
        number_of(source), "</span>");
  text(out, source.name);
  write(out, "</h2></summary>\n<section id=\"", source.key(), "\" aria-label=\"");
  text(out, source.name);
  out += "\">\n";
  detail::answer(out, source);
  detail::figure(out, picture_of(source));
  detail::ids(out, ids_named_by(source));
  detail::readers(out, source);
  detail::fields(out, source);
  write(out, "<p class=\"soft\">", name_of(source.family), " <a href=\"#", source.key(), "\">#", source.key(),
        "</a></p>\n");
  out += "</section></details>\n";
}

}  // namespace atlas::html
