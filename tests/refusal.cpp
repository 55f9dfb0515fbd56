// Passes if the compiler refuses a source file with the expected errors.
//
//   refusal SOURCE COMPILER FLAG...
//   refusal --self-test COMPILER FLAG...
//
// SOURCE is compiled twice. With -DWHENCE_CONTROL it must compile without a warning, which shows that the mistake is
// its only fault. Without it, the compiler must refuse it, and the diagnostics must agree with its marks:
//
//   // REFUSED: regex      must match within one line of the diagnostics
//   // ERRORS: n           at most n lines are errors
//
// A mark can be for some compilers only: all words in the brackets must apply. At least one REFUSED must apply.
//
//   // REFUSED[clang]: regex
//   // REFUSED[gcc<13 !c++26]: regex
//
// The words are gcc and clang (with the major version), c++ (20, 23, 26), libc++ and libstdc++. After a word there can
// be a number, or one of < <= > >= and a number. Before it there can be '!'.
#include <algorithm>
#include <iostream>
#include <map>
#include <regex>

#include "shell.hpp"

namespace {

using Facts = std::map<std::string, int>;

struct Mistake {
  std::string what;
};

// Asks the preprocessor, which knows the effect of the flags.
Facts facts_of(shell::Words compile, const shell::Scratch& scratch) {
  const auto probe = scratch / "probe.cpp";
  shell::write(probe, "#include <version>\nprobe __clang_major__ __GNUC__ __cplusplus _LIBCPP_VERSION\n");
  // With -E, -fsyntax-only has no effect. Clang warns about that, and -Werror makes it an error.
  compile.insert(compile.end(), {"-Wno-unused-command-line-argument", "-E", "-P", probe});
  const auto text = shell::run(compile, scratch).out;
  const auto at = text.rfind("probe ");
  std::istringstream words(at == std::string::npos ? std::string() : text.substr(at + 6));
  if (at == std::string::npos) throw Mistake{"the compiler does not tell what it is:\n" + text};
  std::string word[4];
  for (auto& each : word) words >> each;
  // A macro that is not defined is printed as its name.
  const auto number = [](const std::string& text_of_macro) { return std::atoi(text_of_macro.c_str()); };
  const int clang = number(word[0]), gcc = number(word[1]), language = number(word[2]), library = number(word[3]);

  Facts facts;
  facts[clang ? "clang" : "gcc"] = clang ? clang : gcc;
  facts["c++"] = language > 202302 ? 26 : language > 202002 ? 23 : 20;
  facts[library ? "libc++" : "libstdc++"] = library / 10000;
  return facts;
}

bool fits(const std::string& selector, const Facts& facts) {
  static const std::regex form(R"((!?)(gcc|clang|libc\+\+|libstdc\+\+|c\+\+)(<=|>=|<|>|)([0-9]*))");
  std::istringstream words(selector);
  for (std::string word; words >> word;) {
    std::smatch part;
    if (!std::regex_match(word, part, form) || (part[3].length() && !part[4].length()))
      throw Mistake{"unknown word in a mark: " + word};
    const auto fact = facts.find(part[2]);
    bool fit = fact != facts.end();
    if (fit && part[4].length()) {
      const int is = fact->second, wanted = std::stoi(part[4]);
      const std::string how = part[3];
      fit = (is == wanted && how != "<" && how != ">") || (is < wanted && how[0] == '<') ||
            (is > wanted && how[0] == '>');
    }
    if (fit == (part[1].length() > 0)) return false;
  }
  return true;
}

struct Marks {
  shell::Words reasons;
  long errors = -1;
};

Marks marks_of(const std::string& source, const Facts& facts) {
  static const std::regex form(R"(\s*//\s*(REFUSED|ERRORS)(\[([^\]]*)\])?: *(.*\S)\s*)");
  static const std::regex meant(R"(\s*//\s*(REFUSED|ERRORS)\b.*)");
  Marks marks;
  for (const auto& line : shell::lines_of(source)) {
    std::smatch part;
    if (!std::regex_match(line, part, form)) {
      if (std::regex_match(line, meant)) throw Mistake{"a mark that cannot be read: " + line};
      continue;
    }
    if (!fits(part[3], facts)) continue;
    if (part[1] == "REFUSED")
      marks.reasons.push_back(part[4]);
    else
      marks.errors = std::stol(part[4]);
  }
  if (marks.reasons.empty()) throw Mistake{"no REFUSED mark applies to this compiler"};
  return marks;
}

bool said(const shell::Words& lines, const std::string& reason) {
  try {
    const std::regex pattern(reason);
    const auto matches = [&](const std::string& line) { return std::regex_search(line, pattern); };
    return std::any_of(lines.begin(), lines.end(), matches);
  } catch (const std::regex_error& error) {
    throw Mistake{"not a regular expression: " + reason + " (" + error.what() + ')'};
  }
}

// Empty if the test passes.
std::string judge(const std::string& source, shell::Words compile, const Facts& facts, const shell::Scratch& scratch) {
  try {
    const auto text = shell::read(source);
    const auto marks = marks_of(text, facts);
    compile.push_back(source);
    auto control = compile;
    control.push_back("-DWHENCE_CONTROL");

    const auto accepted = shell::run(control, scratch);
    if (accepted.status != 0) return "the control does not compile:\n" + accepted.err;
    if (accepted.err.find("warning:") != std::string::npos)
      return "the control compiles with a warning:\n" + accepted.err;

    const auto refused = shell::run(compile, scratch);
    if (refused.status == 0) return "compiled, but must be refused\n" + refused.err;
    for (const auto* crash : {"internal compiler error", "PLEASE submit a bug report"})
      if (refused.err.find(crash) != std::string::npos) return "the compiler crashed:\n" + refused.err;

    const auto lines = shell::lines_of(refused.err);
    std::string complaint;
    for (const auto& reason : marks.reasons)
      if (!said(lines, reason)) complaint += "no error matches: " + reason + '\n';
    const auto is_error = [](const std::string& line) { return line.find("error: ") != std::string::npos; };
    const auto errors = std::count_if(lines.begin(), lines.end(), is_error);
    if (marks.errors >= 0 && errors > marks.errors)
      complaint += std::to_string(errors) + " errors instead of at most " + std::to_string(marks.errors) + "\n";
    return complaint.empty() ? complaint : complaint + "the compiler printed:\n" + refused.err;
  } catch (const Mistake& mistake) {
    return mistake.what + '\n';
  }
}

// Each way to fail and the two ways to pass, with sources that need no header.
int self_test(const shell::Words& compile, const Facts& facts, const shell::Scratch& scratch) {
  const std::string refused = "#ifndef WHENCE_CONTROL\nstatic_assert(false, \"the reason\");\n#endif\n";
  const std::string twice = refused + refused;
  const std::string here = facts.count("clang") ? "clang" : "gcc", elsewhere = facts.count("clang") ? "gcc" : "clang";
  const auto version = std::to_string(facts.at(here));
  const struct {
    std::string source, complaint;
  } cases[] = {
      {"// REFUSED: the r[a-z]+son\n// ERRORS: 1\n" + refused, ""},
      {"// REFUSED[" + here + version + " c++>=20 !" + elsewhere + "]: the reason\n// REFUSED[" + elsewhere +
           "]: never said\n" + refused,
       ""},
      {"// REFUSED: another reason\n" + refused, "no error matches: another reason"},
      {"// REFUSED[" + here + ">=" + version + "]: another reason\n" + refused, "no error matches: another reason"},
      {"// REFUSED[" + elsewhere + "]: the reason\n" + refused, "no REFUSED mark applies"},
      {"// REFUSED[" + here + "<" + version + "]: the reason\n" + refused, "no REFUSED mark applies"},
      {"// REFUSED[msvc]: the reason\n" + refused, "unknown word in a mark: msvc"},
      {"// REFUSED the reason\n" + refused, "a mark that cannot be read"},
      {"// REFUSED: (the reason\n" + refused, "not a regular expression"},
      {"// REFUSED: the reason\n// ERRORS: 1\n" + twice, "2 errors instead of at most 1"},
      {"// REFUSED: the reason\n", "compiled, but must be refused"},
      {"// REFUSED: the reason\nstatic_assert(false, \"the reason\");\n", "the control does not compile"},
      {"// REFUSED: the reason\n[[deprecated]] int old();\nint now = old();\n" + refused,
       "the control compiles with a warning"},
  };
  int failures = 0;
  for (const auto& each : cases) {
    const auto source = scratch / "case.cpp";
    shell::write(source, each.source);
    const auto complaint = judge(source, compile, facts, scratch);
    if (each.complaint.empty() ? complaint.empty() : complaint.starts_with(each.complaint)) continue;
    ++failures;
    std::cerr << "for\n"
              << each.source << "expected: " << (each.complaint.empty() ? "a pass" : each.complaint)
              << "\nbut got: " << complaint << '\n';
  }
  return failures > 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: refusal SOURCE|--self-test COMPILER FLAG...\n";
    return 2;
  }
  // In the C locale, the compilers quote with plain apostrophes.
  shell::Words compile = {"env", "LC_ALL=C"};
  compile.insert(compile.end(), argv + 2, argv + argc);
  compile.push_back("-fdiagnostics-color=never");
  const shell::Scratch scratch;
  try {
    const auto facts = facts_of(compile, scratch);
    const std::string source = argv[1];
    if (source == "--self-test") return self_test(compile, facts, scratch);
    const auto complaint = judge(source, compile, facts, scratch);
    std::cerr << complaint;
    return !complaint.empty();
  } catch (const Mistake& mistake) {
    std::cerr << mistake.what << '\n';
    return 2;
  }
}
