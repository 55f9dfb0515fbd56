// The page that explains every error, from the refusal tests and the first errors that tests/record has recorded.
//
// The leading comment of a test says what the mistake means, or its mark MEANS does if there is more to say. MEND says
// how to correct it; "as NAME" is the MEND of another test. Each ends at the next mark, and can have several lines:
//
//   // MEANS: A trust policy is about the role that it is attached to,
//   //   so it has no Resource.
//   // MEND: Remove Resource.
#pragma once

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include <whence/policy/policy_fault.hpp>

#include "shell.hpp"
#include "tables.hpp"

namespace troubleshooting {

// The files in tests/refused/recorded, and what the page calls the compiler.
struct Compiler {
  const char *file, *name;
};
inline constexpr Compiler compilers[] = {{"gcc-12", "g++ 12"}, {"clang-14", "clang 14"}, {"clang-19", "clang 19"}};

struct Case {
  std::string name, means, mend;
  shell::Words mistake, mended;
  std::vector<std::string> errors;  // of each compiler; empty if it is not recorded
  std::string rule;                 // the id of the rule that is broken; empty if there is none
};

class Page {
 public:
  explicit Page(const std::filesystem::path& root) {
    const auto folder = root / "tests/refused";
    std::map<std::string, std::string> recorded[std::size(compilers)];
    for (std::size_t i = 0; i < std::size(compilers); ++i) {
      const auto file = folder / "recorded" / (std::string(compilers[i].file) + ".txt");
      for (const auto& line : shell::lines_of(shell::read(file))) {
        const auto tab = line.find('\t');
        if (tab != std::string::npos) recorded[i][line.substr(0, tab)] = line.substr(tab + 1);
      }
    }
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      if (file.path().extension() != ".cpp") continue;
      Case one = read(file.path());
      for (const auto& errors : recorded) {
        const auto found = errors.find(one.name);
        one.errors.push_back(found == errors.end() ? std::string() : found->second);
      }
      one.rule = rule_of(one);
      cases_.push_back(one);
    }
    // Those of one rule, with its id in their names, are before the others that break it.
    std::sort(cases_.begin(), cases_.end(), [](const Case& a, const Case& b) {
      const bool first = is_named_after_rule(a), second = is_named_after_rule(b);
      return first != second ? first : a.name < b.name;
    });
    for (const Case& each : cases_) {
      if (each.means.empty()) faults.push_back(each.name + " does not say what the mistake means");
      if (each.mend.empty()) faults.push_back(each.name + " has no mark MEND");
      if (!each.mend.empty() && is_reference(each.mend) && find(each.mend.substr(3)) == nullptr)
        faults.push_back(each.name + ": no refusal test " + each.mend.substr(3));
    }
  }

  // Every rule with its sentence and the tests that break it.
  [[nodiscard]] std::string rule_index() const {
    std::string out = "| rule | the error says | example |\n| --- | --- | --- |\n";
    for_each_rule([&](const whence::RuleInfo& rule) {
      std::string links;
      for (const Case& each : cases_) {
        if (each.rule == std::string(rule.id)) links += link(each.name, std::to_string(1 + count(links)));
      }
      out += "| " + std::string(rule.id) + " | " + whence::markdown::detail::cell(rule.sentence) + " | " +
             (links.empty() ? "-" : links) + " |\n";
    });
    return out;
  }

  // Every fault of a literal.
  [[nodiscard]] std::string fault_index() const {
    std::string out = "| the error says | example |\n| --- | --- |\n";
    const auto row = [&](const std::string& sentence, const std::string& id) {
      std::string links;
      for (const Case& each : cases_) {
        if (says(each, sentence)) links += link(each.name, std::to_string(1 + count(links)));
      }
      out += "| " + whence::markdown::detail::cell((id.empty() ? "" : id + ": ") + sentence) + " | " +
             (links.empty() ? "-" : links) + " |\n";
    };
    constexpr auto past_last = whence::first_save_check + std::size(whence::save_checks);
    for (std::size_t i = 1; i < past_last; ++i) {
      const auto fault = static_cast<whence::PolicyFault>(i);
      row(std::string(sentence_of(fault)), std::string(save_check_id(fault)));
    }
    return out;
  }

  // Every refusal test: those of rules by their ids, then the others by their names.
  [[nodiscard]] std::string errors() const {
    std::string out;
    for_each_rule([&](const whence::RuleInfo& rule) {
      bool first = true;
      for (const Case& each : cases_) {
        if (each.rule != std::string(rule.id)) continue;
        if (first) out += heading(std::string(rule.id) + ": " + std::string(rule.sentence));
        first = false;
        out += section(each);
      }
    });
    const struct {
      const char *beginning, *title;
    } groups[] = {{"before_", "The language mode"},
                  {"policy_", "Policies"},
                  {"names_", "Names, ids and ARNs"},
                  {"principal_", "Principals"},
                  {"role_", "Roles"},
                  {"flow_", "The steps of a flow"},
                  {"deployed_", "Deployments"},
                  {"sound_not_constant", "Answers that are no constants"},
                  {"refused_", "Proofs that a question is refused"},
                  {"", "Objects that would be gone, and sessions that nobody began"}};
    std::vector<const Case*> rest;
    for (const Case& each : cases_) {
      if (each.rule.empty()) rest.push_back(&each);
    }
    for (const auto& group : groups) {
      std::string of_group;
      for (const Case*& each : rest) {
        if (each == nullptr || each->name.find(group.beginning) != 0) continue;
        of_group += section(*each);
        each = nullptr;
      }
      if (!of_group.empty()) out += heading(group.title) + of_group;
    }
    return out;
  }

  // One line for each compiler; none if no error is recorded.
  [[nodiscard]] shell::Words first_errors(const std::string& name) const {
    const Case* const one = find(name);
    return one == nullptr ? shell::Words() : first_errors(*one);
  }

  std::vector<std::string> faults;

 private:
  template <class... Rule>
  static std::vector<const whence::RuleInfo*> infos(whence::RuleList<Rule...>) {
    return {&Rule::info...};
  }
  template <class Use>
  static void for_each_rule(Use use) {
    for (const auto* rule : infos(whence::rules::all{})) use(*rule);
  }

  static bool is_reference(const std::string& mend) { return mend.rfind("as ", 0) == 0; }
  [[nodiscard]] const Case* find(const std::string& name) const {
    const auto found = std::find_if(cases_.begin(), cases_.end(), [&](const Case& each) { return each.name == name; });
    return found == cases_.end() ? nullptr : &*found;
  }
  static std::ptrdiff_t count(const std::string& links) { return std::count(links.begin(), links.end(), '['); }
  static std::string link(const std::string& name, const std::string& words) {
    return '[' + words + "](#" + name + ") ";
  }

  static bool says(const Case& one, const std::string& sentence) {
    return std::any_of(one.errors.begin(), one.errors.end(), [&](const std::string& error) {
      const auto at = error.find(sentence);
      return at != std::string::npos;
    });
  }

  static bool is_named_after_rule(const Case& one) {
    return one.name[0] == 'w' && std::isdigit(static_cast<unsigned char>(one.name[1])) != 0;
  }

  static std::string rule_of(const Case& one) {
    static const std::regex named("^w([0-9]{3})_"), said(R"(\[(W[0-9]{3})\])");
    std::smatch found;
    if (std::regex_search(one.name, found, named)) return 'W' + found[1].str();
    for (const auto& error : one.errors) {
      if (std::regex_search(error, found, said)) return found[1];
    }
    return {};
  }

  static Case read(const std::filesystem::path& file) {
    Case one;
    one.name = file.stem().string();
    std::string about, *reads = &about;
    enum { before, mended, mistake, behind } part = before;
    static const std::regex mark("// ([A-Z]+)(\\[[^\\]]*\\])?: *(.*)");
    for (const auto& line : shell::lines_of(shell::read(file))) {
      std::smatch found;
      if (part == before && std::regex_match(line, found, mark)) {
        reads = found[1] == "MEANS" ? &one.means : found[1] == "MEND" ? &one.mend : nullptr;
        if (reads != nullptr) add(*reads, found[3]);
      } else if (part == before && line.rfind("//", 0) == 0) {
        if (reads != nullptr) add(*reads, line.substr(2));
      } else if (line == "#ifdef WHENCE_CONTROL") {
        part = mended;
      } else if (line == "#else") {
        part = mistake;
      } else if (line == "#endif") {
        part = behind;
      } else if (line.find("#define ") == 0) {
        continue;
      } else if (part == mended) {
        one.mended.push_back(line);
      } else if (part == mistake) {
        one.mistake.push_back(line);
      } else if (line.rfind("//", 0) != 0) {
        reads = nullptr;  // a later comment belongs to the code
      }
    }
    if (one.means.empty()) one.means = about;
    leave_what_differs(one);
    return one;
  }
  static void add(std::string& text, std::string line) {
    line.erase(0, line.find_first_not_of(' '));
    if (!text.empty() && !line.empty()) text += ' ';
    text += line;
  }

  // Of a long text, such as a policy, only the lines that differ.
  static void leave_what_differs(Case& one) {
    constexpr std::size_t longest = 6;
    if (one.mistake.size() <= longest && one.mended.size() <= longest) return;
    const auto without = [](const shell::Words& lines, const shell::Words& others) {
      shell::Words out;
      for (const auto& line : lines) {
        if (std::find(others.begin(), others.end(), line) == others.end()) out.push_back(line);
      }
      return out;
    };
    const auto mistake = without(one.mistake, one.mended), mended = without(one.mended, one.mistake);
    if (mistake.empty() || mended.empty()) return;
    one.mistake = mistake;
    one.mended = mended;
  }

  static std::string heading(const std::string& words) { return "### " + words.substr(0, 110) + "\n\n"; }

  static std::string wrapped(const std::string& text) {
    std::string out, line;
    for (const auto& word : shell::words_of(text)) {
      if (!line.empty() && line.size() + 1 + word.size() > 118) {
        out += line + '\n';
        line.clear();
      }
      line += (line.empty() ? "" : " ") + word;
    }
    return out + line + '\n';
  }
  // Angle brackets and stars would be markup.
  static std::string prose(const std::string& text) {
    return wrapped(std::regex_replace(text, std::regex(R"(([<>*_|\[\]]))"), "\\$1"));
  }
  static std::string block(const std::string& language, const shell::Words& lines) {
    std::string out = "```" + language + '\n';
    for (const auto& line : lines) out += line + '\n';
    return out + "```\n\n";
  }

  // Of a test that refers to another one, the words of that.
  [[nodiscard]] std::string mend_of(const Case& one) const {
    const Case* last = &one;
    for (std::size_t i = 0; i < cases_.size() && is_reference(last->mend); ++i) {
      const Case* const next = find(last->mend.substr(3));
      if (next == nullptr) break;
      last = next;
    }
    return last->mend;
  }

  static shell::Words first_errors(const Case& one) {
    shell::Words lines;
    for (std::size_t i = 0; i < std::size(compilers); ++i) {
      if (!one.errors[i].empty()) lines.push_back(std::string(compilers[i].name) + ": " + one.errors[i]);
    }
    return lines;
  }

  [[nodiscard]] std::string section(const Case& one) const {
    std::string out = "<a id=\"" + one.name + "\"></a>\n" + prose(one.means) + '\n';
    if (!one.mistake.empty()) out += block("cpp", one.mistake);
    const auto said = first_errors(one);
    if (!said.empty()) out += block("console", said);
    out += prose("Mend: " + mend_of(one)) + '\n';
    if (!one.mended.empty()) out += block("cpp", one.mended);
    return out;
  }

  std::vector<Case> cases_;
};

}  // namespace troubleshooting
