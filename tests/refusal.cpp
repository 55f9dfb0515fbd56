// Passes if the compiler refuses a source file with the expected errors.
//
//   refusal SOURCE COMPILER FLAG...
//   refusal --first-error SOURCE COMPILER FLAG...
//   refusal --self-test COMPILER FLAG...
//
// SOURCE is compiled twice. With -DWHENCE_CONTROL it must compile without a warning, which shows that the mistake is
// its only fault. Without it, the compiler must refuse it, and the diagnostics must agree with its marks:
//
//   // REFUSED: regex      must match within one line of the diagnostics; the first one within the first line that is an
//                          error, which so has the sentence of the rule or fault
//   // NAMES: word, word   what the user named: each word must stand in the diagnostics
//   // ERRORS: n           at most n lines are errors
//   // WITH: flag ...      compiles with these flags too, and with every other WITH; not the control
//
// A mark can be for some compilers only: all words in the brackets must apply. At least one REFUSED must apply.
//
//   // REFUSED[clang]: regex
//   // REFUSED[gcc<13 !c++26]: regex
//
// The words are gcc and clang (with the major version), c++ (20, 23, 26), libc++ and libstdc++. After a word there can
// be a number, or one of < <= > >= and a number. Before it there can be '!'.
//
// The first error must be the one that a file beside SOURCE has for this compiler, such as recorded/clang-14.txt, if
// that file was written in this language mode. The troubleshooting page quotes these files. tests/record writes them,
// with --first-error. The marks MEANS and MEND of a source are for that page: see tests/troubleshooting.hpp.
#include <algorithm>
#include <cstring>
#include <filesystem>
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
  shell::Words reasons, names;
  std::vector<shell::Words> with;
  long errors = -1;
};

shell::Words split(const std::string& text, const std::string& by) {
  shell::Words words;
  for (std::size_t from = 0; from <= text.size();) {
    const auto to = std::min(text.find(by, from), text.size());
    words.push_back(text.substr(from, to - from));
    from = to + by.size();
  }
  return words;
}

Marks marks_of(const std::string& source, const Facts& facts) {
  static const std::regex form(R"(\s*//\s*(REFUSED|NAMES|ERRORS|WITH)(\[([^\]]*)\])?: *(.*\S)\s*)");
  static const std::regex meant(R"(\s*//\s*(REFUSED|NAMES|ERRORS|WITH)\b.*)");
  Marks marks;
  for (const auto& line : shell::lines_of(source)) {
    std::smatch part;
    if (!std::regex_match(line, part, form)) {
      if (std::regex_match(line, meant)) throw Mistake{"a mark that cannot be read: " + line};
      continue;
    }
    if (!fits(part[3], facts)) continue;
    if (part[1] == "REFUSED") marks.reasons.push_back(part[4]);
    if (part[1] == "ERRORS") marks.errors = std::stol(part[4]);
    if (part[1] == "WITH") marks.with.push_back(split(part[4], " "));
    if (part[1] != "NAMES") continue;
    for (const auto& name : split(part[4], ", ")) marks.names.push_back(name);
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

bool is_error(const std::string& line) { return line.find("error: ") != std::string::npos; }

// Without its position, which changes with each edit of a header; empty if there is no error.
std::string first_error(const shell::Words& lines) {
  const auto first = std::find_if(lines.begin(), lines.end(), is_error);
  return first == lines.end() ? std::string() : first->substr(first->find("error: "));
}

// Clang 14 prints a text as one argument for each character, and other compilers in pieces.
std::string as_text(std::string line) {
  for (const char* const between : {"', '", "\"}, whence::FixedText<33>{\""})
    for (std::size_t at = 0; (at = line.find(between, at)) != std::string::npos;) line.erase(at, std::strlen(between));
  static const std::regex last_piece(R"("\}, whence::FixedText<[0-9]+>\{")");
  return std::regex_replace(line, last_piece, "");
}

// What is wrong with the diagnostics.
std::string compare(const Marks& marks, const std::string& printed) {
  for (const auto* crash : {"internal compiler error", "PLEASE submit a bug report"})
    if (printed.find(crash) != std::string::npos) return "the compiler crashed\n";

  const auto lines = shell::lines_of(printed);
  std::string complaint;
  if (const auto first = first_error(lines); !said({first}, marks.reasons.front()))
    complaint += "the first error does not have the sentence: " + marks.reasons.front() + '\n';
  for (const auto& reason : marks.reasons)
    if (!said(lines, reason)) complaint += "no error matches: " + reason + '\n';
  std::string text;
  for (const auto& line : lines) text += as_text(line) + '\n';
  for (const auto& name : marks.names)
    if (text.find(name) == std::string::npos) complaint += "the errors do not name " + name + '\n';
  const auto errors = std::count_if(lines.begin(), lines.end(), is_error);
  if (marks.errors >= 0 && errors > marks.errors)
    complaint += std::to_string(errors) + " errors instead of at most " + std::to_string(marks.errors) + "\n";
  return complaint;
}

// The name of a test, a tabulator and its first error are a line of the file; its first line is the language mode.
std::string compare_with_record(const std::filesystem::path& source, const Facts& facts, const std::string& first) {
  const std::string compiler = facts.count("clang") ? "clang" : "gcc";
  const auto file = source.parent_path() / "recorded" / (compiler + '-' + std::to_string(facts.at(compiler)) + ".txt");
  const auto lines = shell::lines_of(shell::read(file));
  if (lines.empty() || lines[0] != "c++" + std::to_string(facts.at("c++"))) return {};
  const std::string recorded = source.stem().string() + '\t' + first;
  if (std::find(lines.begin(), lines.end(), recorded) != lines.end()) return {};
  return "the first error is not the one in " + file.string() + "; tests/record writes it\n";
}

// Empty if the test passes.
std::string judge(const std::string& source, shell::Words compile, const Facts& facts, const shell::Scratch& scratch) {
  try {
    auto marks = marks_of(shell::read(source), facts);
    compile.push_back(source);
    auto control = compile;
    control.push_back("-DWHENCE_CONTROL");

    const auto accepted = shell::run(control, scratch);
    if (accepted.status != 0) return "the control does not compile:\n" + accepted.err;
    if (accepted.err.find("warning:") != std::string::npos)
      return "the control compiles with a warning:\n" + accepted.err;

    if (marks.with.empty()) marks.with.emplace_back();
    for (const auto& flags : marks.with) {
      auto mistaken = compile;
      mistaken.insert(mistaken.end(), flags.begin(), flags.end());
      const auto refused = shell::run(mistaken, scratch);
      if (refused.status == 0) return "compiled, but must be refused\n" + refused.err;
      const auto complaint =
          compare(marks, refused.err) + compare_with_record(source, facts, first_error(shell::lines_of(refused.err)));
      if (!complaint.empty()) return complaint + "the compiler printed:\n" + refused.err;
    }
    return {};
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
      {"// REFUSED: another reason\n" + refused, "the first error does not have the sentence: another reason"},
      {"// REFUSED: the reason\n// REFUSED: another reason\n" + refused, "no error matches: another reason"},
      {"// REFUSED: the second\n#ifndef WHENCE_CONTROL\nstatic_assert(false, \"the first\");\n"
       "static_assert(false, \"the second\");\n#endif\n",
       "the first error does not have the sentence: the second"},
      {"// REFUSED: the reason\n// NAMES: the, reason\n" + refused, ""},
      {"// REFUSED: the reason\n// NAMES: the, alice\n" + refused, "the errors do not name alice"},
      {"// REFUSED: the reason\n// NAMES[" + elsewhere + "]: alice\n" + refused, ""},
      {"// REFUSED: reason [12]\n// WITH: -DREASON=1 -DOTHER\n// WITH: -DREASON=2\n#ifdef REASON\n#if REASON == 1\n"
       "static_assert(false, \"reason 1\");\n#else\nstatic_assert(false, \"reason 2\");\n#endif\n#endif\n",
       ""},
      {"// REFUSED: reason 1\n// WITH: -DREASON=1\n// WITH: -DREASON=2\n#ifdef REASON\n#if REASON == 1\n"
       "static_assert(false, \"reason 1\");\n#else\nstatic_assert(false, \"reason 2\");\n#endif\n#endif\n",
       "the first error does not have the sentence: reason 1"},
      {"// REFUSED: ends\n// NAMES: alice\n#ifndef WHENCE_CONTROL\ntemplate <char...> struct who;\n"
       "template <class> constexpr bool never = false;\ntemplate <class Who> struct Ends {\n"
       "static_assert(never<Who>, \"it ends\");\n};\nEnds<who<'a', 'l', 'i', 'c', 'e'>> ended;\n#endif\n",
       ""},
      {"// REFUSED[" + here + ">=" + version + "]: another reason\n" + refused,
       "the first error does not have the sentence: another reason"},
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
  const auto source = scratch / "recorded.cpp", record = scratch / ("recorded/" + here + '-' + version + ".txt");
  shell::write(source, "// REFUSED: the reason\n" + refused);
  auto printing = compile;
  printing.push_back(source);
  const auto first = first_error(shell::lines_of(shell::run(printing, scratch).err));
  std::filesystem::create_directory(scratch / "recorded");
  const struct {
    std::string mode, line;
    bool passes;
  } records[] = {{"c++" + std::to_string(facts.at("c++")), "recorded\t" + first, true},
                 {"c++" + std::to_string(facts.at("c++")), "recorded\terror: another", false},
                 {"c++" + std::to_string(facts.at("c++")), "another\t" + first, false},
                 {"c++17", "", true}};
  for (const auto& each : records) {
    shell::write(record, each.mode + '\n' + each.line + '\n');
    const auto complaint = judge(source, compile, facts, scratch);
    const bool passes = complaint.empty();
    if (passes == each.passes && (passes || complaint.starts_with("the first error is not the one in"))) continue;
    ++failures;
    std::cerr << "for the record\n" << each.mode << '\n' << each.line << "\ngot: " << complaint << '\n';
  }
  return failures > 0;
}

// As a line of a file in recorded/.
int print_first_error(const std::string& source, shell::Words compile, const Facts& facts,
                      const shell::Scratch& scratch) {
  const auto marks = marks_of(shell::read(source), facts);
  compile.push_back(source);
  if (!marks.with.empty()) compile.insert(compile.end(), marks.with[0].begin(), marks.with[0].end());
  const auto first = first_error(shell::lines_of(shell::run(compile, scratch).err));
  std::cout << std::filesystem::path(source).stem().string() << '\t' << first << '\n';
  return first.empty();
}

}  // namespace

int main(int argc, char** argv) {
  const bool prints = argc > 1 && std::string(argv[1]) == "--first-error";
  if (argc < (prints ? 4 : 3)) {
    std::cerr << "usage: refusal [--first-error] SOURCE|--self-test COMPILER FLAG...\n";
    return 2;
  }
  const std::string source = argv[prints ? 2 : 1];
  // In the C locale, the compilers quote with plain apostrophes.
  shell::Words compile = {"env", "LC_ALL=C"};
  compile.insert(compile.end(), argv + (prints ? 3 : 2), argv + argc);
  compile.push_back("-fdiagnostics-color=never");
  const shell::Scratch scratch;
  try {
    const auto facts = facts_of(compile, scratch);
    if (source == "--self-test") return self_test(compile, facts, scratch);
    if (prints) return print_first_error(source, compile, facts, scratch);
    const auto complaint = judge(source, compile, facts, scratch);
    std::cerr << complaint;
    return !complaint.empty();
  } catch (const Mistake& mistake) {
    std::cerr << mistake.what << '\n';
    return 2;
  }
}
