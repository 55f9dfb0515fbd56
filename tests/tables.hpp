// The reference as Markdown tables: the rule book, the open questions, the talk, the credential sources.
#pragma once

#include <cstddef>
#include <string>

#include <whence/base/config.hpp>
#include <whence/catalog/all.hpp>
#include <whence/catalog/calling_services.hpp>
#include <whence/evidence/all_open_questions.hpp>
#include <whence/explain/explain_source.hpp>
#include <whence/explain/write.hpp>
#include <whence/policy/identity_providers.hpp>
#include <whence/policy/save_check_table.hpp>
#include <whence/rules/rule_book.hpp>

#include "atlas/talk.hpp"

WHENCE_TEMPLATES_BEGIN
namespace whence::markdown {

namespace detail {

// Escapes bars and line ends, which would end a cell.
inline std::string cell(Text text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

inline std::string cited(const Source& source) {
  std::string out;
  if (source.url.empty()) {
    write(out, cell(source.title));
  } else {
    write(out, "[", cell(source.title), "](", source.url, ")");
  }
  return out;
}

// The compiler's name for this function ends with its template argument.
template <class Type>
constexpr const char* spelled() {
  return __PRETTY_FUNCTION__;
}

// The argument without its namespaces, such as the_root_user_assumes_no_role.
inline std::string last_name(std::string function) {
  function = function.substr(function.rfind("= ") + 2);
  function = function.substr(0, function.find_first_of(";)]"));
  return function.substr(function.rfind(':') + 1);
}

template <class... Rule>
void write_rules(std::string& out, RuleList<Rule...>) {
  const auto row = [&out](const RuleInfo& rule, const std::string& name) {
    write(out, "| ", rule.id, " | ", cell(rule.sentence), " | `", name, "` | ", cited(rule.source), " |\n");
  };
  (row(Rule::info, last_name(spelled<Rule>())), ...);
}

inline void write_source(std::string& out, const catalog::CredentialSource& source) {
  const Place& last = source.custody.begin()[source.custody.size() - 1];
  write(out, "| ", number_of(source), " | ", cell(source.name), " | `", source.key(), "` | ",
        cell(source.trust.principal), " | ", cell(source.assumer.who), " | ", source.assumer.action, " | ",
        name_of(source.assumer.plane), " | ", cell(last.name), " | ", name_of(source.workload_assumes.answer), " |\n");
}

}  // namespace detail

/// Id, sentence, C++ name and source of every rule.
[[nodiscard]] inline std::string rule_table() {
  std::string out = "| id | rule | name in `rules::` | source |\n| --- | --- | --- | --- |\n";
  detail::write_rules(out, rules::all{});
  return out;
}

/// Id, question and stance.
[[nodiscard]] inline std::string open_question_table() {
  std::string out = "| id | question | what the library does |\n| --- | --- | --- |\n";
  for (const OpenQuestion& question : open_questions::all) {
    write(out, "| ", question.id, " | ", detail::cell(question.question), " | ", detail::cell(question.stance), " |\n");
  }
  return out;
}

/// Id, sentence, source and grade of each save check, and the kind of policy for which it was recorded.
[[nodiscard]] inline std::string save_check_table() {
  std::string out = "| id | AWS refuses otherwise | source | grade | recorded for |\n| --- | --- | --- | --- | --- |\n";
  for (const SaveCheck& check : save_checks) {
    const Text kind = check.evidence.is_recorded ? name_of(check.evidence.recorded_for) : Text("-");
    write(out, "| ", check.id, " | ", detail::cell(check.sentence), " | ", detail::cited(check.source), " | ",
          name_of(check.source.grade), " | ", kind, " |\n");
  }
  return out;
}

namespace detail {
// The words of a list, as code.
inline std::string coded(const char* words, Text otherwise) {
  std::string out;
  if (words == nullptr) return std::string(otherwise);
  Text rest = words;
  while (!rest.empty()) {
    const Text each = rest.part(0, rest.find(' '));
    write(out, out.empty() ? "`" : ", `", each, "`");
    rest = rest.part(each.size() + 1);
  }
  return out;
}
}  // namespace detail

/// For each OIDC provider: its claims that are condition keys, those that later calls have too, and what IAM requires.
[[nodiscard]] inline std::string identity_provider_table() {
  std::string out =
      "| provider | issuer | claims that are condition keys: `ISSUER:claim` | also in later calls of the session | IAM "
      "requires a test of |\n| --- | --- | --- | --- | --- |\n";
  for (const IdentityProvider& each : identity_providers) {
    write(out, "| ", each.name, " | `", each.issuer, "` | ", detail::coded(each.claims, "as any other provider"), " | ",
          detail::coded(each.kept_claims, "none"), " | ", detail::coded(each.required_key, "nothing"));
    if (each.or_key != nullptr) write(out, " or ", detail::coded(each.or_key, ""));
    write(out, each.refuses_only_wildcards ? ", with more than wildcards |\n" : " |\n");
  }
  return out;
}

/// For each service of which something is documented: the tags and the source identity of its calls, and the source.
[[nodiscard]] inline std::string calling_service_table() {
  std::string out =
      "| service | session tags of each call | source identity | `aws:SourceArn`, with `aws:SourceAccount` | page |\n"
      "| --- | --- | --- | --- | --- |\n";
  for (const CallingService& each : calling_services) {
    write(out, "| ", each.name, " | ", detail::coded(each.tags, "none documented"), " | ",
          each.source_identity == nullptr ? Text("none documented") : Text(each.source_identity), " | ");
    write(out, each.source_arn == nullptr ? "not documented" : "`" + std::string(each.source_arn) + "`", " | ",
          each.page, " |\n");
  }
  return out;
}

/// The claims of the talk, with findings and sources.
[[nodiscard]] inline std::string talk_table() {
  std::string out = "| id | the talk says | finding | found | source |\n| --- | --- | --- | --- | --- |\n";
  for (const atlas::Claim& claim : atlas::talk) {
    write(out, "| ", claim.id, " | ", detail::cell(claim.said), " | ", atlas::name_of(claim.finding), " | ",
          detail::cell(claim.found), " | ", detail::cited(claim.source), " |\n");
  }
  return out;
}

/// For each source: who assumes the role, with which operation, on which plane, and where the credential rests last.
[[nodiscard]] inline std::string source_table() {
  std::string out =
      "| id | source | name in `catalog::`, and key of the tools | trusted by the role | who calls | operation | plane | "
      "rests in the end | the workload itself |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (const catalog::CredentialSource* const source : catalog::all) detail::write_source(out, *source);
  return out;
}

}  // namespace whence::markdown
WHENCE_TEMPLATES_END
