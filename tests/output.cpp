// Passes if a program prints the text of a file.
//
//   output [--write] EXPECTED.txt COMMAND...
//
// Optional files beside EXPECTED.txt:
//   EXPECTED.args   more arguments for the command, one a line. With this file, the output is stdout followed by stderr;
//                   without it, the output is stdout.
//   EXPECTED.exit   the exit status, if it is not 0
// In the arguments and in the text, @dir@ is the absolute path of the folder of EXPECTED.txt.
// --write writes the output of the program to the file.
#include <algorithm>
#include <iostream>

#include "shell.hpp"

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

void show_difference(const std::string& expected, const std::string& got) {
  const auto want = shell::lines_of(expected), have = shell::lines_of(got);
  const auto [want_at, have_at] = std::mismatch(want.begin(), want.end(), have.begin(), have.end());
  const auto first = static_cast<std::size_t>(want_at - want.begin());
  if (want_at == want.end() && have_at == have.end()) {
    std::cerr << "the texts differ only at the end of the last line\n";
    return;
  }
  std::cerr << "line " << first + 1 << ", - expected, + printed:\n";
  const auto show = [](const char* mark, const shell::Words& lines, std::size_t from, std::size_t to) {
    for (; from < std::min(to, lines.size()); ++from) std::cerr << mark << lines[from] << '\n';
  };
  show("  ", want, first < 3 ? 0 : first - 3, first);
  show("- ", want, first, first + 5);
  show("+ ", have, first, first + 5);
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  shell::Words words(argv + 1, argv + argc);
  const bool write = !words.empty() && words[0] == "--write";
  if (write) words.erase(words.begin());
  if (words.size() < 2) {
    std::cerr << "usage: output [--write] EXPECTED.txt COMMAND...\n";
    return 2;
  }
  const fs::path text = fs::absolute(words[0]);
  const auto beside = [&](const char* extension) { return fs::path(text).replace_extension(extension); };
  const auto dir = text.parent_path().string();
  words.erase(words.begin());

  const bool with_arguments = fs::exists(beside("args"));
  for (const auto& argument : shell::lines_of(shell::read(beside("args"))))
    words.push_back(replaced(argument, "@dir@", dir));
  const int expected_status = fs::exists(beside("exit")) ? std::stoi(shell::read(beside("exit"))) : 0;

  const shell::Scratch scratch;
  const auto run = shell::run(words, scratch);
  const auto got = replaced(with_arguments ? run.out + run.err : run.out, dir, "@dir@");
  if (write) shell::write(text, got);
  if (!fs::exists(text)) {
    std::cerr << "no file " << text.string() << '\n';
    return 1;
  }
  const auto expected = shell::read(text);
  if (run.status != expected_status)
    std::cerr << "exit status " << run.status << ", expected " << expected_status << '\n' << run.err;
  if (got != expected) show_difference(expected, got);
  return run.status != expected_status || got != expected;
}
