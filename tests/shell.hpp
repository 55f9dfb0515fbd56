// For programs that test other programs: files, and commands in a POSIX shell, with their output.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace shell {

using Words = std::vector<std::string>;

inline std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

inline Words lines_of(const std::string& text) {
  Words lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline Words words_of(const std::string& text) {
  Words words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// A folder for this process only, because tests run in parallel.
class Scratch {
 public:
  Scratch() : path_(std::filesystem::temp_directory_path() / ("whence-" + unique())) {
    std::filesystem::create_directory(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

 private:
  static std::string unique() {
    std::random_device random;
    return std::to_string(random()) + std::to_string(random());
  }
  std::filesystem::path path_;
};

inline std::string for_shell(std::string_view word) {
  std::string text = "'";
  for (const char each : word) text += each == '\'' ? std::string("'\\''") : std::string(1, each);
  return text + "'";
}

struct Result {
  int status;
  std::string out, err;
};

inline Result run(const Words& command, const Scratch& scratch) {
  std::string line = "{";
  for (const auto& word : command) line += ' ' + for_shell(word);
  line += "; } > " + for_shell(scratch / "out") + " 2> " + for_shell(scratch / "err");
  // The result of std::system has a different encoding on each system; the shell's $? does not.
  line += "; echo $? > " + for_shell(scratch / "status");
  if (std::system(line.c_str()) != 0) return {-1, "", "there is no shell to run: " + line + '\n'};
  return {std::stoi(read(scratch / "status")), read(scratch / "out"), read(scratch / "err")};
}

}  // namespace shell
