// What the tools read and print: lines of files, whole files of a bounded size, and texts without control characters.
#pragma once

#include <cstdio>
#include <cstring>
#include <string>

#include <whence/explain.hpp>

// The most bytes of a line, as many as a scenario has; and of a file that is read whole, which no policy reaches.
inline constexpr std::size_t longest_line = 16U << 20;
inline constexpr std::size_t longest_file = 1U << 20;

// Prints the pieces. Control characters in them are escaped, except line breaks and tabs.
template <class... Piece>
void show(std::FILE* out, const Piece&... pieces) {
  std::string all;
  whence::write(all, pieces...);
  const std::string visible = whence::visible(all);
  std::fwrite(visible.data(), 1, visible.size(), out);
}

// Splits what it is given into lines. Holds at most one line, of a bounded size. Complexity: linear.
class LineSplitter {
 public:
  explicit LineSplitter(std::size_t longest = longest_line) : longest_(longest) {}

  // Calls visit(number, line) for each line that ends in the piece; false, for good, once a line is too long.
  template <class Visit>
  bool take(const char* piece, std::size_t size, Visit visit) {
    for (std::size_t at = 0; at < size && !is_too_long_;) {
      const void* const found = std::memchr(piece + at, '\n', size - at);
      const std::size_t end =
          found == nullptr ? size : static_cast<std::size_t>(static_cast<const char*>(found) - piece);
      is_too_long_ = end - at > longest_ - line_.size();
      if (is_too_long_) break;
      line_.append(piece + at, end - at);
      if (found != nullptr) {
        visit(number_++, line_);
        line_.clear();
      }
      at = end + 1;
    }
    return !is_too_long_;
  }
  // The last line, if no line break ends it.
  template <class Visit>
  void finish(Visit visit) {
    if (!line_.empty() && !is_too_long_) visit(number_, line_);
    line_.clear();
  }
  [[nodiscard]] unsigned long number() const { return number_; }

 private:
  std::size_t longest_;
  std::string line_;
  unsigned long number_ = 1;
  bool is_too_long_ = false;
};

// Calls visit(number, line) for every line of a file, or of standard input if the path is "-". Reads no further than the
// first line of more than 16777216 bytes. False, with a message, if a line is too long or the file cannot be read.
template <class Visit>
bool for_each_line(const char* path, Visit visit) {
  const bool is_file = std::strcmp(path, "-") != 0;
  std::FILE* const in = is_file ? std::fopen(path, "rb") : stdin;
  LineSplitter lines;
  bool fits = true, read = in != nullptr;
  if (read) {
    char buffer[65536];
    for (std::size_t size; fits && (size = std::fread(buffer, 1, sizeof buffer, in)) > 0;) {
      fits = lines.take(buffer, size, visit);
    }
    lines.finish(visit);
    read = std::ferror(in) == 0;
    if (is_file) std::fclose(in);
  }
  if (fits && read) return true;
  std::fflush(stdout);
  if (!read) {
    show(stderr, path, ": cannot be read\n");
  } else {
    show(stderr, path, ":", std::to_string(lines.number()), ": a line has at most ", std::to_string(longest_line),
         " bytes; the rest is not read\n");
  }
  return false;
}

enum class ReadResult : unsigned char { all, too_long, failed };

// Reads a whole file, or standard input if the path is "-", up to 1048576 bytes. If it fails, errno says why.
inline ReadResult read_all(const char* path, std::string& out) {
  const bool is_file = std::strcmp(path, "-") != 0;
  std::FILE* const in = is_file ? std::fopen(path, "rb") : stdin;
  if (in == nullptr) return ReadResult::failed;
  char buffer[4096];
  for (std::size_t size; out.size() <= longest_file && (size = std::fread(buffer, 1, sizeof buffer, in)) > 0;) {
    out.append(buffer, size);
  }
  const bool read = std::ferror(in) == 0;
  if (is_file) std::fclose(in);
  return !read ? ReadResult::failed : out.size() > longest_file ? ReadResult::too_long : ReadResult::all;
}
