// Reads files and standard input line by line, for the tools.
#pragma once

#include <cstdio>
#include <cstring>
#include <string>

// Calls visit(number, line) for every line of a file, or of standard input if the path is "-". A line that is too long
// for the library is cut just past the limit, so that the library refuses it. False if the file cannot be read.
template <class Visit>
bool for_each_line(const char* path, Visit visit) {
  const bool is_file = std::strcmp(path, "-") != 0;
  std::FILE* const in = is_file ? std::fopen(path, "rb") : stdin;
  if (in == nullptr) return false;
  constexpr std::size_t longest = (16U << 20) + 1;
  std::string line;
  unsigned long number = 1;
  char buffer[65536];
  for (std::size_t size; (size = std::fread(buffer, 1, sizeof buffer, in)) > 0;) {
    for (std::size_t at = 0; at < size;) {
      const void* const found = std::memchr(buffer + at, '\n', size - at);
      const std::size_t end =
          found == nullptr ? size : static_cast<std::size_t>(static_cast<const char*>(found) - buffer);
      if (line.size() < longest) line.append(buffer + at, end - at);
      if (found != nullptr) {
        visit(number++, line);
        line.clear();
      }
      at = end + 1;
    }
  }
  if (!line.empty()) visit(number, line);
  const bool read = std::ferror(in) == 0;
  if (is_file) std::fclose(in);
  return read;
}
