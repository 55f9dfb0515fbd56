// Holds README.md against what it quotes, so that it cannot go stale.
//
//   whence-readme README.md TESTS_DIR [--write]
//
// A block of C++ behind <!-- FILE --> is that file. A block behind <!-- refused: FILE --> is what a compiler says of that
// file: each of its lines is wanted by a REFUSED mark there, and each mark that holds for every compiler is in the block.
// A table between <!-- NAME --> and <!-- end --> is the one that the library generates; --write puts it there. The quick
// start has exactly two blocks of sh.
#include <cstdio>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "tables.hpp"

#include "shell.hpp"

namespace {

int faults = 0;

void fault(const std::string& what) {
  std::fprintf(stderr, "README: %s\n", what.c_str());
  ++faults;
}

std::string read(const std::string& path) {
  if (!std::ifstream(path)) fault(path + " cannot be read");
  return shell::read(path);
}

// The fenced block that starts on the line after `at`.
std::string block_after(const std::string& readme, std::size_t at, const std::string& fence) {
  at = readme.find('\n', at);
  const std::string open = "\n```" + fence + "\n";
  if (at == std::string::npos || readme.compare(at, open.size(), open) != 0) {
    fault("no block of " + fence + " behind its mark");
    return {};
  }
  at += open.size();
  return readme.substr(at, readme.find("\n```", at) + 1 - at);
}

void check_files(const std::string& readme, const std::string& tests) {
  const std::regex mark("<!-- tests/(readme/[a-z_]+[.]cpp) -->");
  int count = 0;
  for (std::sregex_iterator found(readme.begin(), readme.end(), mark), end; found != end; ++found, ++count) {
    const std::string file = (*found)[1];
    if (block_after(readme, static_cast<std::size_t>(found->position()), "cpp") != read(tests + "/" + file)) {
      fault("the block behind tests/" + file + " differs from that file");
    }
  }
  if (count == 0) fault("no block of C++ is marked with its file");
}

void check_answers(const std::string& readme, const std::string& tests) {
  const std::regex mark("<!-- refused: tests/(refused/[a-z0-9_]+[.]cpp) -->");
  const std::regex reason("// REFUSED: ([^\n]+)");
  int count = 0;
  for (std::sregex_iterator found(readme.begin(), readme.end(), mark), end; found != end; ++found, ++count) {
    const std::string said = block_after(readme, static_cast<std::size_t>(found->position()), "console");
    const std::string source = read(tests + "/" + std::string((*found)[1]));
    const std::vector<std::string> lines = shell::lines_of(said);
    std::vector<bool> wanted(lines.size());
    for (std::sregex_iterator each(source.begin(), source.end(), reason); each != end; ++each) {
      bool matched = false;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!std::regex_search(lines[i], std::regex((*each)[1].str()))) continue;
        wanted[i] = matched = true;
      }
      if (!matched) fault("the compiler's answer lacks: " + (*each)[1].str());
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!wanted[i]) fault("no REFUSED mark wants: " + lines[i]);
    }
  }
  if (count == 0) fault("no answer of a compiler is marked with its file");
}

void check_table(std::string& readme, const std::string& name, const std::string& table, bool write) {
  const std::string open = "<!-- " + name + " -->\n\n", close = "\n<!-- end -->";
  const std::size_t from = readme.find(open);
  const std::size_t to = from == std::string::npos ? from : readme.find(close, from + open.size());
  if (to == std::string::npos) return fault("no place for the table " + name);
  const std::size_t first = from + open.size();
  if (readme.compare(first, to - first, table) == 0) return;
  if (write) {
    readme.replace(first, to - first, table);
  } else {
    fault("the table " + name + " is not the generated one; whence-readme README.md tests --write puts it there");
  }
}

void check_quick_start(const std::string& readme) {
  const std::size_t from = readme.find("\n## Quick start\n");
  if (from == std::string::npos) return fault("there is no section Quick start");
  const std::string section = readme.substr(from, readme.find("\n## ", from + 1) - from);
  std::vector<std::string> blocks;
  for (std::size_t at = section.find("\n```sh\n"); at != std::string::npos; at = section.find("\n```sh\n", at + 1)) {
    const std::size_t first = at + 7;
    blocks.push_back(section.substr(first, section.find("\n```", first) - first));
  }
  if (blocks != std::vector<std::string>{"examples/run ssm_agent", "tests/run"}) {
    fault("the quick start is not examples/run ssm_agent and tests/run");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: whence-readme README.md TESTS_DIR [--write]\n", stderr);
    return 2;
  }
  const bool write = argc > 3 && std::string(argv[3]) == "--write";
  std::string readme = read(argv[1]);
  const std::string before = readme;
  check_files(readme, argv[2]);
  check_answers(readme, argv[2]);
  check_quick_start(readme);
  check_table(readme, "rules", whence::markdown::rule_table(), write);
  check_table(readme, "open questions", whence::markdown::open_question_table(), write);
  check_table(readme, "sources", whence::markdown::source_table(), write);
  check_table(readme, "talk", whence::markdown::talk_table(), write);
  if (write && readme != before) shell::write(argv[1], readme);
  return faults == 0 ? 0 : 1;
}
