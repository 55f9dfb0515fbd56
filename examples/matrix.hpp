// The matrix of STS, who may call what: as text, as a Markdown table, as JSON.
#pragma once

#include <string>

#include <whence/explain.hpp>
#include <whence/sts.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Calls `visit(caller_kind_info, target, cell)` for every cell, row by row.
template <class Visit>
void for_each_call_cell(Visit visit) {
  for (const CallerKindInfo& caller : caller_kinds) {
    for (std::size_t column = 0; column < CallTarget::count; ++column) {
      const CallTarget target = CallTarget::at(column);
      visit(caller, target, call_cell(caller.kind, target));
    }
  }
}

/// A line of JSON for each cell: {"caller", "callerName", "operation", "verdict", "rule", "why", "title", "source"}.
[[nodiscard]] inline std::string call_matrix_as_json() {
  std::string out;
  for_each_call_cell([&out](const CallerKindInfo& caller, CallTarget target, CallCell cell) {
    const RuleInfo& rule = rule_of(cell);
    const auto member = [&out](Text name, Text value, Text between) {
      write(out, between, "\"", name, "\": ");
      write_json_string(out, value);
    };
    member("caller", caller.id, "{");
    member("callerName", caller.name, ", ");
    member("operation", target.name(), ", ");
    member("verdict", name_of(cell.verdict), ", ");
    member("rule", rule.id, ", ");
    member("why", rule.sentence, ", ");
    member("title", rule.source.title, ", ");
    member("source", rule.source.url, ", ");
    write(out, "}\n");
  });
  return out;
}

namespace detail {

// The rules of the cells, each once, in the order of their ids.
template <class... Rule>
std::string rules_of_cells(RuleList<Rule...>, Text before, Text between) {
  std::string out;
  (write(out, before, Rule::info.id, between, Rule::info.sentence, "\n"), ...);
  return out;
}

}  // namespace detail

/// A Markdown table with a row for each kind of caller. A cell has the verdict and the rule.
[[nodiscard]] inline std::string call_matrix_as_markdown() {
  std::string out = "| caller |";
  std::string line = "| --- |";
  for (std::size_t column = 0; column < CallTarget::count; ++column) {
    write(out, " ", CallTarget::at(column).name(), " |");
    write(line, " --- |");
  }
  write(out, "\n", line, "\n");
  const CallerKindInfo* row = nullptr;
  for_each_call_cell([&](const CallerKindInfo& caller, CallTarget, CallCell cell) {
    if (row != &caller) write(out, row == nullptr ? Text() : Text("\n"), "| ", caller.name, " |");
    row = &caller;
    write(out, " ", name_of(cell.verdict), " ", rule_of(cell).id, " |");
  });
  write(out, "\n");
  return out;
}

/// The same for a terminal, followed by the sentences of the rules.
[[nodiscard]] inline std::string call_matrix_as_text() {
  constexpr std::size_t widest = 70;
  std::string out =
      "A allow, whatever the policies say   C conditional: the policies decide   D deny   U unknown\n"
      "- not applicable: there is no such call   After the letter: the rule\n\n";
  constexpr Text short_names[] = {"AR",   "SAML", "WEB",  "ROOT", "GST", "GFT", "GCI",
                                  "GAKI", "DAM",  "GWIT", "GDAT", "GSC", "IAM", "OTHER"};
  static_assert(sizeof short_names / sizeof short_names[0] == CallTarget::count);
  for (std::size_t column = 0; column < CallTarget::count; ++column) {
    write(out, short_names[column], "\t", CallTarget::at(column).name(), "\n");
  }
  out += '\n';
  out.append(widest, ' ');
  for (const Text name : short_names) {
    write(out, name);
    out.append(7 - name.size(), ' ');
  }
  while (out.back() == ' ') out.pop_back();
  const CallerKindInfo* row = nullptr;
  for_each_call_cell([&](const CallerKindInfo& caller, CallTarget, CallCell cell) {
    if (row != &caller) {
      while (out.back() == ' ') out.pop_back();
      write(out, "\n", caller.name);
      out.append(widest - caller.name.size(), ' ');
    }
    row = &caller;
    constexpr char letters[] = "ACDU-";
    out += letters[static_cast<std::size_t>(cell.verdict)];
    write(out, " ", rule_of(cell).id, " ");
  });
  while (out.back() == ' ') out.pop_back();
  write(out, "\n\n", detail::rules_of_cells(rules::ById<rules::operation_notes>{}, "", "  "));
  return out;
}

}  // namespace whence
WHENCE_TEMPLATES_END
