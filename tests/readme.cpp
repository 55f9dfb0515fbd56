// Checks that documents agree with the files, outputs and tables that they quote.
//
//   whence-readme ROOT [--write]
//
// The documents of the project in the folder ROOT are README.md, .github/CONTRIBUTING.md and every README.md and
// TROUBLESHOOTING.md below examples, include and tests. Marks in a document:
//
//   <!-- FILE.cpp -->           the next C++ block is that file;
//   <!-- lines of FILE.cpp -->  the lines of the next block are lines of that file, in this order;
//   <!-- refused: FILE.cpp -->  the next block has a compiler's errors for that file: each line matches a REFUSED mark of
//                               the file, and each mark for all compilers matches a line. A line that begins with a
//                               blank continues the line before it;
//   <!-- recorded: NAME -->     the next block is the recorded first error of the refusal test NAME, of each compiler;
//   <!-- printed: FILE.txt -->  the next block is a command and its output, from examples/expected;
//                               <!-- printed: FILE.txt, 9 lines --> is the beginning of the output;
//   <!-- table: NAME -->        the generated table of that name is between this and <!-- end -->;
//   [text](path)                the file or folder exists.
//
// --write writes the quoted files, outputs and tables into the documents. Every table and every file of tests/readme
// must be in a document. README.md has at most 200 lines and a link to every room, and its quick start has exactly two
// commands.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tables.hpp"

#include "shell.hpp"
#include "troubleshooting.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_readme = 200;
constexpr std::size_t longest_line = 120;  // of prose: tables and blocks can be longer

fs::path root;
bool writes = false;
int faults = 0;
std::set<std::string> quoted;  // files and tables

std::string read(const std::string& path) {
  if (!fs::is_regular_file(root / path)) {
    std::fprintf(stderr, "%s cannot be read\n", path.c_str());
    ++faults;
  }
  return shell::read(root / path);
}

struct Document {
  std::string path, text;

  void fault(const std::string& what) const {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), what.c_str());
    ++faults;
  }

  // Calls `check` with the match of each mark and the position after it. From the last mark to the first, so that
  // `check` can replace text.
  void for_each(const std::string& mark, const std::function<void(const std::smatch&, std::size_t)>& check) const {
    const std::string before = text;
    const std::regex form(mark);
    std::vector<std::smatch> found(std::sregex_iterator(before.begin(), before.end(), form), std::sregex_iterator{});
    std::reverse(found.begin(), found.end());
    for (const std::smatch& each : found) check(each, static_cast<std::size_t>(each.position() + each.length()));
  }

  // The inside of the fenced block that starts on the line after `at`.
  bool find_block(std::size_t at, const std::string& fence, std::size_t& from, std::size_t& size) const {
    const std::string open = "\n```" + fence + "\n";
    if (text.compare(at, open.size(), open) != 0) {
      fault("no block of " + fence + " after its mark");
      return false;
    }
    from = at + open.size();
    const std::size_t end = text.find("\n```", from - 1);  // the block may be empty
    if (end == std::string::npos) {
      fault("a block of " + fence + " has no end");
      return false;
    }
    size = end + 1 - from;
    return true;
  }

  void hold(std::size_t from, std::size_t size, const std::string& wanted, const std::string& what) {
    if (text.compare(from, size, wanted) == 0) return;
    if (writes) {
      text.replace(from, size, wanted);
    } else {
      fault(what + " has changed; whence-readme ROOT --write updates it");
    }
  }
};

void check_files(Document& document) {
  document.for_each("<!-- ([A-Za-z0-9_/.-]+[.]cpp) -->", [&](const std::smatch& found, std::size_t at) {
    const std::string file = found[1];
    std::size_t from = 0, size = 0;
    if (document.find_block(at, "cpp", from, size)) document.hold(from, size, read(file), file);
    quoted.insert(file);
  });
}

void check_lines_of_files(const Document& document) {
  document.for_each("<!-- lines of ([A-Za-z0-9_/.-]+[.]cpp) -->", [&](const std::smatch& found, std::size_t at) {
    std::size_t from = 0, size = 0;
    if (!document.find_block(at, "cpp", from, size)) return;
    const auto lines = shell::lines_of(read(found[1]));
    auto next = lines.begin();
    for (const std::string& line : shell::lines_of(document.text.substr(from, size))) {
      next = std::find(next, lines.end(), line);
      if (next == lines.end()) return document.fault(std::string(found[1]) + " does not have the line: " + line);
    }
  });
}

void check_answers(const Document& document) {
  static const std::regex reason("// REFUSED: ([^\n]+)"), continued("\n +");
  document.for_each("<!-- refused: ([A-Za-z0-9_/.-]+[.]cpp) -->", [&](const std::smatch& found, std::size_t at) {
    std::size_t from = 0, size = 0;
    if (!document.find_block(at, "console", from, size)) return;
    const auto lines = shell::lines_of(std::regex_replace(document.text.substr(from, size), continued, " "));
    const std::string source = read(found[1]);
    std::vector<bool> wanted(lines.size());
    for (std::sregex_iterator each(source.begin(), source.end(), reason); each != std::sregex_iterator{}; ++each) {
      bool matched = false;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!std::regex_search(lines[i], std::regex((*each)[1].str()))) continue;
        wanted[i] = matched = true;
      }
      if (!matched) document.fault("no line of the errors matches the mark: " + (*each)[1].str());
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!wanted[i]) document.fault("no REFUSED mark matches: " + lines[i]);
    }
  });
}

troubleshooting::Page page() {
  troubleshooting::Page made(root);
  for (const std::string& fault : made.faults) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    ++faults;
  }
  made.faults.clear();
  return made;
}
const troubleshooting::Page& the_page() {
  static const troubleshooting::Page made = page();
  return made;
}
void check_recorded(Document& document) {
  document.for_each("<!-- recorded: ([a-z0-9_]+) -->", [&](const std::smatch& found, std::size_t at) {
    std::size_t from = 0, size = 0;
    if (!document.find_block(at, "console", from, size)) return;
    const auto lines = the_page().first_errors(found[1]);
    if (lines.empty()) return document.fault("no compiler's error is recorded for " + std::string(found[1]));
    std::string block;
    for (const std::string& line : lines) block += line + '\n';
    document.hold(from, size, block, "the recorded errors of " + std::string(found[1]));
  });
}

// examples/expected/NAME.CASE.txt is what examples/run NAME prints for the arguments in NAME.CASE.args.
std::string printed(const std::string& file, std::size_t most) {
  const std::string folder = file.substr(0, file.rfind('/')), stem = file.substr(0, file.size() - 4);
  const std::string name = stem.substr(folder.size() + 1);
  std::string block = "$ examples/run " + name.substr(0, name.find('.'));
  if (fs::exists(root / (stem + ".args"))) {
    for (const std::string& word : shell::lines_of(read(stem + ".args"))) {
      const std::string path = std::regex_replace(word, std::regex("@dir@"), folder);
      block += ' ' + (path.find_first_of(" *'\"") == std::string::npos ? path : shell::for_shell(path));
    }
  }
  block += '\n';
  const auto lines = shell::lines_of(read(file));
  for (std::size_t i = 0; i < lines.size() && i < most; ++i) block += lines[i] + '\n';
  return block;
}

void check_output(Document& document) {
  const std::string mark = "<!-- printed: ([A-Za-z0-9_/.-]+[.]txt)(, ([0-9]+) lines)? -->";
  document.for_each(mark, [&](const std::smatch& found, std::size_t at) {
    std::size_t from = 0, size = 0;
    if (!document.find_block(at, "console", from, size)) return;
    const std::size_t most = found[3].matched ? std::stoul(found[3]) : std::string::npos;
    document.hold(from, size, printed(found[1], most), std::string(found[1]));
  });
}

// The rest of the first line with this beginning; empty if there is none.
std::string line_behind(const std::string& beginning, const std::string& text) {
  for (const std::string& line : shell::lines_of(text)) {
    if (line.compare(0, beginning.size(), beginning) == 0) return line.substr(beginning.size());
  }
  return {};
}

// The first line of an example is its command line, if it has arguments, and its purpose. Its help, if it has one, has
// the exit status.
std::string tool_table() {
  const fs::path examples = root / "examples";
  std::map<std::string, std::string> rows;
  for (const auto& file : fs::recursive_directory_iterator(examples)) {
    if (file.path().extension() != ".cpp") continue;
    const std::string name = file.path().stem().string();
    std::string does = line_behind("// ", shell::read(file.path())), command = name;
    const std::size_t colon = does.find(": ");
    if (does.compare(0, name.size(), name) == 0 && colon != std::string::npos) {
      command = does.substr(0, colon);
      does = does.substr(colon + 2);
    }
    const std::string status = line_behind("exit status: ", shell::read(examples / "expected" / (name + ".help.txt")));
    rows[name] = "| [`" + name + "`](" + fs::relative(file.path(), examples).generic_string() + ") | `" +
                 std::regex_replace(command, std::regex(", "), "`, `") + "` | " + does + " | " +
                 (status.empty() ? "0" : status) + " |\n";
  }
  std::string table =
      "| example | command, after `examples/run` | what it does | exit status |\n| --- | --- | --- | --- |\n";
  for (const auto& row : rows) table += row.second;
  return table;
}

std::string rule_index() { return the_page().rule_index(); }
std::string fault_index() { return the_page().fault_index(); }
std::string error_sections() { return the_page().errors(); }

const std::map<std::string, std::string (*)()> tables{{"rules", whence::markdown::rule_table},
                                                      {"open questions", whence::markdown::open_question_table},
                                                      {"save checks", whence::markdown::save_check_table},
                                                      {"sources", whence::markdown::source_table},
                                                      {"identity providers", whence::markdown::identity_provider_table},
                                                      {"services", whence::markdown::calling_service_table},
                                                      {"talk", whence::markdown::talk_table},
                                                      {"tools", tool_table},
                                                      {"errors by rule", rule_index},
                                                      {"errors by fault", fault_index},
                                                      {"errors", error_sections}};

void check_tables(Document& document) {
  document.for_each("<!-- table: ([a-z ]+) -->\n\n", [&](const std::smatch& found, std::size_t from) {
    const std::string name = found[1];
    const auto table = tables.find(name);
    if (table == tables.end()) return document.fault("unknown table " + name);
    const std::size_t to = document.text.find("\n<!-- end -->", from);
    if (to == std::string::npos) return document.fault("the table " + name + " has no end");
    document.hold(from, to - from, table->second(), "the table " + name);
    quoted.insert(name);
  });
}

void check_links(const Document& document) {
  document.for_each(R"(\]\(([A-Za-z0-9_./-]+)(#[^)]*)?\))", [&](const std::smatch& found, std::size_t) {
    if (!fs::exists((root / document.path).parent_path() / std::string(found[1])))
      document.fault("broken link: " + std::string(found[1]));
  });
}

void check_lines(const Document& document) {
  const auto lines = shell::lines_of(document.text);
  bool in_block = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].find("```") < 4) in_block = !in_block;
    const std::size_t first = lines[i].find_first_not_of(' ');
    if (!in_block && lines[i].size() > longest_line && lines[i][first] != '|')
      document.fault("line " + std::to_string(i + 1) + " has more than " + std::to_string(longest_line) +
                     " characters");
  }
}

// The rules for README.md only.
void check_first_document(const Document& readme) {
  if (shell::lines_of(readme.text).size() > longest_readme)
    readme.fault("more than " + std::to_string(longest_readme) + " lines");

  for (const auto& room : fs::directory_iterator(root / "include/whence")) {
    const std::string path = "include/whence/" + room.path().filename().string();
    if (room.is_directory() && readme.text.find("](" + path + ")") == std::string::npos)
      readme.fault("the table of rooms has no link to " + path);
  }

  const std::size_t from = readme.text.find("\n## Quick start\n");
  if (from == std::string::npos) return readme.fault("no section Quick start");
  const std::string section = readme.text.substr(from, readme.text.find("\n## ", from + 1) - from);
  std::vector<std::string> blocks;
  for (std::size_t at = section.find("\n```sh\n"); at != std::string::npos; at = section.find("\n```sh\n", at + 1)) {
    const std::size_t first = at + 7;
    blocks.push_back(section.substr(first, section.find("\n```", first) - first));
  }
  if (blocks != std::vector<std::string>{"examples/run ssm_agent", "tests/run"})
    readme.fault("the quick start must be examples/run ssm_agent and tests/run");
}

std::vector<std::string> documents() {
  std::vector<std::string> paths{"README.md", ".github/CONTRIBUTING.md"};
  for (const char* const folder : {"examples", "include", "tests"}) {
    for (const auto& file : fs::recursive_directory_iterator(root / folder)) {
      const auto name = file.path().filename();
      if (name == "README.md" || name == "TROUBLESHOOTING.md")
        paths.push_back(fs::relative(file.path(), root).generic_string());
    }
  }
  return paths;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: whence-readme ROOT [--write]\n", stderr);
    return 2;
  }
  root = argv[1];
  writes = argc > 2 && std::string(argv[2]) == "--write";
  for (const std::string& path : documents()) {
    Document document{path, read(path)};
    const std::string before = document.text;
    check_files(document);
    check_output(document);
    check_tables(document);
    check_lines_of_files(document);
    check_answers(document);
    check_recorded(document);
    check_links(document);
    check_lines(document);
    if (path == "README.md") check_first_document(document);
    if (document.text != before) shell::write(root / path, document.text);
  }
  for (const auto& table : tables) {
    if (quoted.count(table.first) == 0) {
      std::fprintf(stderr, "no document has the table %s\n", table.first.c_str());
      ++faults;
    }
  }
  for (const auto& file : fs::directory_iterator(root / "tests/readme")) {
    const std::string path = "tests/readme/" + file.path().filename().string();
    if (quoted.count(path) == 0) {
      std::fprintf(stderr, "no document quotes %s\n", path.c_str());
      ++faults;
    }
  }
  return faults == 0 ? 0 : 1;
}
