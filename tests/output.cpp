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
//
//   output --table TABLE PROGRAM...
//
// Passes if every command in the table ends and prints as it says there. A command is a line of a POSIX shell, in a
// folder with the files of the table; the programs are in its PATH. A program that a signal ends fails in any case. The
// lines of a table:
//   file NAME       a file; its lines follow, each behind "| ", with \xHH for a byte
//   secret TEXT     a text that no command may print
//   run COMMAND     a command; what is expected of it follows
//   exit STATUS     its exit status, if it is not 0
//   says REGEX      what it prints, to stdout or stderr, matches; may be repeated
//   silent          it prints nothing
#include <algorithm>
#include <cctype>
#include <iostream>
#include <regex>

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

// The line behind "| ", with its bytes.
std::string decoded(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at, 2) == "\\x" && at + 4 <= line.size()) {
      out += static_cast<char>(std::stoi(std::string(line.substr(at + 2, 2)), nullptr, 16));
      at += 3;
    } else {
      out += line[at];
    }
  }
  return out;
}

struct Row {
  std::size_t line = 0;
  std::string command;
  int status = 0;
  bool is_silent = false;
  shell::Words says;
};

// The faults of one command that printed this, each a line.
std::string faults_of(const Row& row, int status, const std::string& printed, const shell::Words& secrets) {
  std::string faults;
  if (status > 128) faults += "  ended by a signal: status " + std::to_string(status) + '\n';
  if (status != row.status)
    faults += "  exit status " + std::to_string(status) + ", expected " + std::to_string(row.status) + '\n';
  for (const auto& says : row.says)
    if (!std::regex_search(printed, std::regex(says))) faults += "  does not say: " + says + '\n';
  for (const auto& secret : secrets)
    if (printed.find(secret) != std::string::npos) faults += "  prints a secret: " + secret + '\n';
  for (const char each : printed)
    if (std::iscntrl(static_cast<unsigned char>(each)) && each != '\n' && each != '\t') {
      faults += "  prints a control character\n";
      break;
    }
  if (row.is_silent && !printed.empty()) faults += "  is not silent\n";
  if (!faults.empty()) faults += "  printed:\n" + printed;
  return faults;
}

int check_table(const std::string& table, const shell::Words& programs) {
  const shell::Scratch scratch;
  std::filesystem::create_directory(scratch / "files");
  std::string path, file;
  for (const auto& each : programs)
    path += (path.empty() ? "" : ":") + shell::for_shell(std::filesystem::absolute(each).parent_path().string());
  shell::Words secrets;
  std::vector<Row> rows;
  std::size_t number = 0;
  for (const auto& line : shell::lines_of(shell::read(table))) {
    ++number;
    const auto space = line.find(' ');
    const auto word = line.substr(0, space);
    const auto rest = space == std::string::npos ? "" : line.substr(space + 1);
    if (word.empty() || word[0] == '#') continue;
    if (word == "|") {
      std::ofstream(file, std::ios::binary | std::ios::app)
          << (std::filesystem::file_size(file) > 0 ? "\n" : "") << decoded(rest);
    } else if (word == "file") {
      shell::write(file = scratch / ("files/" + rest), "");
    } else if (word == "secret") {
      secrets.push_back(rest);
    } else if (word == "run") {
      rows.push_back({number, rest, 0, false, {}});
    } else if (word == "exit" && !rows.empty()) {
      rows.back().status = std::stoi(rest);
    } else if (word == "says" && !rows.empty()) {
      rows.back().says.push_back(rest);
    } else if (word == "silent" && !rows.empty()) {
      rows.back().is_silent = true;
    } else {
      std::cerr << table << ':' << number << ": unknown line\n";
      return 1;
    }
  }
  std::erase_if(rows, [](const Row& row) {
    return row.command.find("/dev/full") != std::string::npos && !std::filesystem::exists("/dev/full");
  });
  // One shell for all, because starting one takes longer than a command.
  std::string script = "PATH=" + path + ":$PATH\ncd " + shell::for_shell(scratch / "files") + " || exit\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto result = shell::for_shell(scratch / ("result" + std::to_string(i)));
    script += "{ " + rows[i].command + "\n} >" + result + " 2>&1\necho $? >" + result + ".status\n";
  }
  shell::write(scratch / "script", script);
  shell::run({"sh", scratch / "script"}, scratch);
  std::size_t failed = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto result = scratch / ("result" + std::to_string(i));
    const auto status = shell::read(result + ".status");
    const auto faults = faults_of(rows[i], status.empty() ? -1 : std::stoi(status), shell::read(result), secrets);
    if (faults.empty()) continue;
    ++failed;
    std::cerr << table << ':' << rows[i].line << ": " << rows[i].command << '\n' << faults;
  }
  std::cout << rows.size() << " commands, " << failed << " failed\n";
  return failed > 0 || rows.empty();
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  shell::Words words(argv + 1, argv + argc);
  if (words.size() > 2 && words[0] == "--table") return check_table(words[1], {words.begin() + 2, words.end()});
  const bool write = !words.empty() && words[0] == "--write";
  if (write) words.erase(words.begin());
  if (words.size() < 2) {
    std::cerr << "usage: output [--write] EXPECTED.txt COMMAND...\n       output --table TABLE PROGRAM...\n";
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
