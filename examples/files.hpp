// What the tools read: JSON values from files of any size, and whole files of a bounded size.
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string>

#include <whence/document.hpp>
#include <whence/explain.hpp>

#include "front.hpp"
#include "wrong_document.hpp"

namespace front {

// The most bytes of a line, as many as a scenario has; and of a file that is read whole, which no policy reaches.
inline constexpr std::size_t longest_line = 16U << 20;
inline constexpr std::size_t longest_file = 1U << 20;

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

// A JSON value of a file, and the position of its first byte there.
struct JsonValue {
  Text text;
  unsigned long line = 1;
  std::size_t column = 1;
  const char* fault = nullptr;  // in the list around it, at this position; the text is then empty

  // "line:column" of a byte of the text.
  [[nodiscard]] std::string place_of(std::size_t offset) const {
    const whence::SourcePosition at = whence::position_of(text, offset);
    return std::to_string(line + at.line - 1) + ":" + std::to_string(at.line == 1 ? column + at.column - 1 : at.column);
  }
};

// Splits lines into JSON values: one a line, several lines each, or the elements of lists. A value that is broken is
// one value too: it ends with its line, or before the next line that begins as it did. Holds one value, of a bounded
// size. Complexity: linear.
class ValueSplitter {
 public:
  explicit ValueSplitter(std::size_t longest = longest_line) : longest_(longest) {}

  // Calls visit(value) for each value that ends in the line; false, for good, once a value is too long.
  template <class Visit>
  bool line(unsigned long number, Text line, Visit visit) {
    if (is_too_long_) return false;
    number_ = number;
    const std::size_t first = first_of(line);
    if (skips_) {
      if (first == line.size() || first != indent_ || line[first] != '{') return true;
      skips_ = false;
      expects_ = Expects::element_or_end;
    }
    if (depth_ > 0 && first < line.size() && line[first] == '{' && Text("{[,:").find(last_) == Text::npos) {
      give(visit);  // it was cut short
      depth_ = 0;
      expects_ = Expects::element_or_end;
    }
    read(line, 0, visit);
    return !is_too_long_;
  }

  template <class Visit>
  void finish(Visit visit) {
    if (is_too_long_) return;
    if (depth_ > 0) {
      give(visit);
      depth_ = 0;
    } else if (in_list_ && !skips_) {
      visit(JsonValue{{}, number_ + 1, 1, "the list has no closing ']'"});
    }
  }
  [[nodiscard]] bool is_too_long() const { return is_too_long_; }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }
  static std::size_t first_of(Text line, std::size_t at = 0) {
    while (at < line.size() && is_space(line[at])) ++at;
    return at;
  }

  template <class Visit>
  void give(Visit& visit) {
    // Up to its last line break, so that a value that is cut short ends where its text does.
    while (!value_.empty() && value_.back() == '\n') value_.pop_back();
    visit(JsonValue{value_, begins_line_, begins_column_});
    value_.clear();
  }

  bool keep(Text piece) {
    is_too_long_ = piece.size() > longest_ - value_.size();
    if (!is_too_long_) whence::write(value_, piece);
    return !is_too_long_;
  }

  template <class Visit>
  void read(Text line, std::size_t at, Visit& visit) {
    while (!is_too_long_) {
      if (depth_ > 0) {
        at = go_on(line, at, visit);
      } else if (in_list_) {
        at = between(line, at, visit);
      } else {
        at = outside(line, at, visit);
      }
      if (at >= line.size()) return;
    }
  }

  // Outside of any value.
  template <class Visit>
  std::size_t outside(Text line, std::size_t at, Visit& visit) {
    const std::size_t first = first_of(line, at);
    if (first == line.size()) return first;
    if (line[first] == '[') {
      in_list_ = true;
      expects_ = Expects::element_or_end;
      return first + 1;
    }
    // What is behind a value of one line is a part of it, and so its fault.
    std::size_t end = line.size();
    const bool is_whole = line[first] != '{' || !is_open_at_end(line, first);
    if (is_whole) {
      // After values of several lines, lines that begin none are what is left of a broken one.
      if (spans_lines_ && line[first] != '{') {
        skips_ = true;
        indent_ = 0;
      }
      visit(JsonValue{line.part(at == 0 ? 0 : first), number_, at == 0 ? 1 : first + 1});
      return end;
    }
    begin(first);
    return go_on(line, first, visit);
  }

  void begin(std::size_t at) {
    value_.clear();
    begins_line_ = number_;
    begins_column_ = at + 1;
    indent_ = at;
    depth_ = 0;
  }

  // Whether the object that begins here goes on in the next line. A string cannot.
  static bool is_open_at_end(Text line, std::size_t at) {
    std::size_t depth = 0;
    for (; at < line.size(); ++at) {
      const char c = line[at];
      if (c == '"') {
        at = end_of_string(line, at);
        if (at == line.size()) return false;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return false;
      }
    }
    return true;
  }

  // The closing quote, or the size of the line if there is none.
  static std::size_t end_of_string(Text line, std::size_t at) {
    for (++at; at < line.size() && line[at] != '"'; ++at) {
      if (line[at] == '\\') ++at;
    }
    return at < line.size() ? at : line.size();
  }

  // Goes on with a value, from `at` on; returns where it ends, or the size of the line.
  template <class Visit>
  std::size_t go_on(Text line, std::size_t at, Visit& visit) {
    const std::size_t from = at;
    for (; at < line.size(); ++at) {
      const char c = line[at];
      if (is_space(c)) continue;
      last_ = c;
      if (c == '"') {
        at = end_of_string(line, at);
        if (at < line.size()) continue;
        // A string that is not closed: the rest of the value cannot be told from it.
        if (!keep(line.part(from))) return at;
        give(visit);
        depth_ = 0;
        skips_ = true;
        return at;
      }
      if (c == '{' || c == '[') ++depth_;
      if ((c == '}' || c == ']') && --depth_ == 0) {
        spans_lines_ = spans_lines_ || number_ != begins_line_;
        if (!keep(line.part(from, at + 1 - from))) return at;
        give(visit);
        expects_ = Expects::comma_or_end;
        return at + 1;
      }
    }
    if (keep(line.part(from))) keep("\n");
    return at;
  }

  // Between the elements of a list.
  template <class Visit>
  std::size_t between(Text line, std::size_t at, Visit& visit) {
    at = first_of(line, at);
    if (at == line.size()) return at;
    const char c = line[at];
    const auto fault = [&](const char* sentence) { visit(JsonValue{{}, number_, at + 1, sentence}); };
    if (c == ']') {
      if (expects_ == Expects::element) fault("expected an element of the list after ','");
      in_list_ = false;
      return at + 1;
    }
    if (c == ',') {
      if (expects_ != Expects::comma_or_end) fault("expected an element of the list before ','");
      expects_ = Expects::element;
      return at + 1;
    }
    if (expects_ == Expects::comma_or_end) fault("expected ',' or ']' after an element of the list");
    expects_ = Expects::comma_or_end;
    if (c == '{' || c == '[') {
      begin(at);
      return go_on(line, at, visit);
    }
    // No object: all up to the next comma or bracket.
    std::size_t end = at;
    for (; end < line.size() && line[end] != ',' && line[end] != ']'; ++end) {
      if (line[end] == '"') end = end_of_string(line, end);
      if (end == line.size()) break;
    }
    visit(JsonValue{line.part(at, end - at), number_, at + 1});
    return end;
  }

  enum class Expects : unsigned char { element_or_end, element, comma_or_end };

  std::size_t longest_;
  std::string value_;
  unsigned long number_ = 0, begins_line_ = 1;
  std::size_t begins_column_ = 1, indent_ = 0, depth_ = 0;
  char last_ = '\0';
  bool in_list_ = false, skips_ = false, spans_lines_ = false, is_too_long_ = false;
  Expects expects_ = Expects::element_or_end;
};

// The name of a file in messages.
inline std::string name_of_file(const char* path) {
  return std::strcmp(path, "-") == 0 ? "<stdin>" : without_keys(path);
}

// An open file, or standard input if the path is "-". Prints a message if there is none.
class InputFile {
 public:
  explicit InputFile(const char* path) : path_(path) {
    static bool is_taken = false;
    if (std::strcmp(path, "-") != 0) {
      errno = 0;
      file_ = *path == '\0' ? nullptr : std::fopen(path, "rb");
      if (file_ == nullptr) fail(*path == '\0' ? "the name of the file is empty" : reason(errno).c_str());
    } else if (is_taken) {
      complain("<stdin>: cannot be read: it was read before\n");
    } else {
      is_taken = true;
      file_ = stdin;
    }
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile() {
    if (file_ != nullptr && file_ != stdin) std::fclose(file_);
  }

  [[nodiscard]] bool is_open() const { return file_ != nullptr; }
  // As std::fread.
  std::size_t read(char* out, std::size_t size) {
    errno = 0;
    return std::fread(out, 1, size, file_);
  }
  // Whether all could be read so far. Prints a message if not.
  bool check() {
    if (std::ferror(file_) == 0) return true;
    fail(reason(errno).c_str());
    return false;
  }

 private:
  void fail(const char* why) { complain(name_of_file(path_), ": cannot be read: ", why, "\n"); }

  const char* path_;
  std::FILE* file_ = nullptr;
};

// Prints that a file is not what the tool reads, if it is a kind of file that has a name. Shows nothing of it.
inline bool names_wrong_document(const std::string& place, Text text, const char* wanted, Reads reads) {
  const WrongDocument is = name_of_document(text, reads);
  if (is.what == nullptr) return false;
  complain(place, ": this is ", is.what, ", and not ", wanted);
  if (is.advice != nullptr) complain("; ", is.advice);
  complain(is.holds_keys ? "; it can hold secrets, so nothing of it is shown\n" : "\n");
  return true;
}

// Whether a line begins as JSON does.
inline bool has_json_line(Text text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((text[at] == '{' || text[at] == '[') && begins_as_json(text.part(at))) return true;
    const std::size_t end = text.find('\n', at);
    at = end == Text::npos ? text.size() : end + 1;
  }
  return false;
}

// Calls visit(value) for every JSON value of a file: one a line, several lines each, or the elements of a list. Reads no
// further than the first line or value of more than 16777216 bytes. False, with a message, if that is met, if the file
// cannot be read or is empty, or if it is no JSON.
template <class Visit>
bool for_each_value(const char* path, const char* wanted, Visit visit) {
  InputFile in(path);
  if (!in.is_open()) return false;
  LineSplitter lines;
  ValueSplitter values;
  const auto take = [&](unsigned long number, Text line) { values.line(number, line, visit); };
  std::string buffer(65536, '\0');
  bool fits = true, begins = true;
  for (std::size_t size; fits && (size = in.read(&buffer[0], buffer.size())) > 0;) {
    std::size_t from = 0;
    if (begins) {
      const Text head(buffer.data(), size);
      from = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
      const bool is_json = begins_as_json(head) || documents::without_margin(head).empty();
      if (!is_json && names_wrong_document(name_of_file(path), head, wanted, Reads::scenario)) return false;
      if (!is_json && !has_json_line(head)) {
        complain(name_of_file(path), ":1:1: expected '{' here: this is not ", wanted, "\n");
        return false;
      }
      begins = false;
    }
    fits = lines.take(buffer.data() + from, size - from, take) && !values.is_too_long();
  }
  lines.finish(take);
  values.finish(visit);
  if (!in.check()) return false;
  if (fits && !values.is_too_long()) return true;
  complain(name_of_file(path), ":", std::to_string(lines.number()), ":1: a line or a value has at most ",
           std::to_string(longest_line), " bytes; the rest is not read\n");
  return false;
}

// What is wrong with a value that is not read.
struct Fault {
  std::string place;         // "line:column" in the file
  std::string sentence;      // without the place
  std::string in_the_value;  // with the place in the value
  bool is_named = false;     // it is another document
};

// `wanted` names what was read: "a scenario". If it, or the policy in it, is another document, the sentence says which.
inline Fault fault_of(const JsonValue& value, const whence::ScenarioError& error, const char* wanted) {
  if (value.fault != nullptr) return {value.place_of(0), value.fault, value.fault};
  Fault out{value.place_of(offset_of(error, value.text)), describe_without_position(error, value.text),
            describe(error, value.text)};
  const bool of_a_policy = error.fault == whence::ScenarioFault::policy;
  WrongDocument is;
  if (of_a_policy) {
    whence::JsonScanner json(value.text.part(error.offset));
    whence::Slice policy;
    if (json.value(policy))
      is = name_of_document(value.text.part(error.offset + policy.at, policy.size), Reads::policy);
  } else {
    is = name_of_document(value.text, Reads::scenario);
  }
  if (is.what != nullptr) {
    out.is_named = true;
    out.place = value.place_of(of_a_policy ? error.offset : 0);
    out.sentence.clear();
    if (of_a_policy) whence::write(out.sentence, error.field, ": ");
    whence::write(out.sentence, "this is ", is.what, ", and not ", of_a_policy ? "a policy" : wanted);
    if (is.advice != nullptr) whence::write(out.sentence, "; ", is.advice);
  }
  out.sentence = without_keys(out.sentence);
  out.in_the_value = is.what != nullptr ? out.sentence : without_keys(out.in_the_value);
  return out;
}

// Reads a whole file, or standard input if the path is "-", up to 1048576 bytes, without a byte order mark. Prints a message if it fails.
inline bool read_all(const char* path, const char* limit, std::string& out) {
  InputFile in(path);
  if (!in.is_open()) return false;
  char buffer[4096];
  for (std::size_t size; out.size() <= longest_file && (size = in.read(buffer, sizeof buffer)) > 0;) {
    out.append(buffer, size);
  }
  if (!in.check()) return false;
  if (Text(out).starts_with("\xEF\xBB\xBF")) out.erase(0, 3);
  if (out.size() <= longest_file) return true;
  complain(name_of_file(path), ": ", limit, "; the file has more than ", std::to_string(longest_file),
           " bytes, and the rest is not read\n");
  return false;
}

// Prints the line under a message, cut to a readable width, with a caret under the byte. Control characters are dots.
inline void show_line(Text source, std::uint32_t offset) {
  constexpr std::uint32_t widest = 110;
  if (names_a_secret(source)) {
    complain("  (the line is not shown, because the text seems to hold a secret)\n");
    return;
  }
  const std::uint32_t column = whence::position_of(source, offset).column;
  const std::uint32_t first = column > widest ? column - widest / 2 : 1;
  std::string line, caret;
  std::uint32_t at = first;
  const std::string all = without_keys(whence::line_of(source, offset));
  for (const char c : Text(all).part(first - 1, widest)) {
    const auto byte = static_cast<unsigned char>(c);
    line += (byte < 0x20 && c != '\t') || byte == 0x7F ? '.' : c;
    if (at++ < column) caret += c == '\t' ? '\t' : ' ';
  }
  complain("  ", line, "\n  ", caret, "^\n");
}

}  // namespace front
