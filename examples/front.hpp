// The front end that all tools share: options, help, version, exit status, output and its errors.
#pragma once

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <whence/explain.hpp>

#include "redact.hpp"

namespace front {

// The exit status. It is no, too, if the output cannot be written.
inline constexpr int yes = 0, no = 1, bad_input = 2, unknown = 3;

#define FRONT_TEXT_OF(number) #number
#define FRONT_VERSION(major, minor, patch) FRONT_TEXT_OF(major) "." FRONT_TEXT_OF(minor) "." FRONT_TEXT_OF(patch)
inline constexpr const char* version = FRONT_VERSION(WHENCE_VERSION_MAJOR, WHENCE_VERSION_MINOR, WHENCE_VERSION_PATCH);

// The options of every tool, for its help.
#define FRONT_OPTIONS                \
  "  --help, -h  prints this text\n" \
  "  --version   prints the version\n"

inline std::string reason(int error) { return error == 0 ? "unknown error" : std::strerror(error); }

// Prints a message. Control characters in it are escaped, and key material is hidden.
template <class... Piece>
void complain(const Piece&... pieces) {
  std::fflush(stdout);
  std::string all;
  whence::write(all, pieces...);
  const std::string shown = whence::visible(without_keys(all));
  std::fwrite(shown.data(), 1, shown.size(), stderr);
}

// Ends the program if the output cannot be written.
inline void check_output(bool written) {
  if (written) return;
  const int error = errno;
  std::fprintf(stderr, "standard output: cannot be written: %s\n", reason(error).c_str());
  std::_Exit(no);
}

// Prints the text, with all its bytes.
inline void put_as_it_is(Text text) { check_output(std::fwrite(text.data(), 1, text.size(), stdout) == text.size()); }

// Prints the pieces. Control characters in them are escaped, except line breaks and tabs.
template <class... Piece>
void put(const Piece&... pieces) {
  std::string all;
  whence::write(all, pieces...);
  put_as_it_is(whence::visible(all));
}

// Writes what is still in the buffer, and gives the status back.
inline int finish(int status) {
  check_output(std::fflush(stdout) == 0 && std::ferror(stdout) == 0);
  return status;
}

// What was given and has no part in an answer: its names as a list in JSON, and as lines of text.
class Unused {
 public:
  void add(Text name, Text why) {
    if (!names_.empty()) whence::write(names_, ", ");
    whence::write_json_string(names_, name);
    whence::write(lines_, "  not used: ", name, ": ", why, "\n");
  }
  // The last member of an object, or empty.
  [[nodiscard]] std::string member() const { return names_.empty() ? "" : ", \"notUsed\": [" + names_ + "]"; }
  [[nodiscard]] const std::string& lines() const { return lines_; }

 private:
  std::string names_, lines_;
};

struct Option {
  Text name;
  bool has_value = false;
  bool may_repeat = false;
};

// The words of a command: options, with a value in the next word or after '=', and arguments. "--" ends the options.
// Every option but those that may repeat is given once.
class Words {
 public:
  Words(whence::Span<Option> options, int count, const char* const* words)
      : options_(options), count_(count), words_(words), given_(options.size()) {}

  // Whether there is a word. False too if it is wrong: why() says why.
  bool next() {
    option_ = {};
    value_ = "";
    if (at_ == count_ || !why_.empty()) return false;
    const Text word = words_[at_++];
    if (!only_arguments_ && word == "--") {
      only_arguments_ = true;
      return next();
    }
    if (only_arguments_ || word.size() < 2 || word[0] != '-') {
      value_ = words_[at_ - 1];
      return true;
    }
    return read_option(word);
  }
  // The name of the option, or empty for an argument.
  [[nodiscard]] Text option() const { return option_; }
  // The argument, or the value of the option.
  [[nodiscard]] const char* value() const { return value_; }
  [[nodiscard]] const std::string& why() const { return why_; }

  // Whether an option was given so far.
  [[nodiscard]] bool has(Text option) const {
    for (std::size_t i = 0; i < options_.size(); ++i) {
      if (options_[i].name == option) return given_[i];
    }
    return false;
  }
  // For a fault that only the tool can see.
  template <class... Piece>
  bool refuse(const Piece&... pieces) {
    if (why_.empty()) whence::write(why_, pieces...);
    return false;
  }

 private:
  // Whether a word may be shown as the name of an option: it is no text in place of one.
  static bool is_a_name(Text word) {
    bool is = word.size() < 32;
    for (const char c : word) is = is && static_cast<unsigned char>(c) > ' ';
    return is;
  }

  bool read_option(Text word) {
    const std::size_t equals = word.find('=');
    const Text name = word.part(0, equals);
    for (std::size_t i = 0; i < options_.size(); ++i) {
      const Option& each = options_[i];
      if (each.name != name) continue;
      option_ = each.name;
      if (given_[i] && !each.may_repeat) return refuse(name, ": this option is given twice");
      given_[i] = true;
      if (!each.has_value) return equals == Text::npos || refuse(name, ": this option has no value");
      if (equals != Text::npos) {
        value_ = words_[at_ - 1] + equals + 1;
      } else if (at_ == count_ || Text(words_[at_]).starts_with("--")) {
        return refuse(name, ": the value is missing");
      } else {
        value_ = words_[at_++];
      }
      return true;
    }
    return refuse(is_a_name(name) ? name : Text("a word that begins with '-'"), ": unknown option; see --help");
  }

  whence::Span<Option> options_;
  int count_;
  const char* const* words_;
  int at_ = 0;
  bool only_arguments_ = false;
  Text option_;
  const char* value_ = "";
  std::string why_;
  std::vector<bool> given_;
};

// Runs a tool: prints its help or version, or calls body(words), which returns the status. If the body leaves a word
// refused, the message is printed, and the status is that of bad input.
template <class Body>
int run(const char* tool, const std::string& usage, whence::Span<Option> options, int argc, char** argv, Body body) {
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);  // so that a closed pipe is an error of the output like any other
#endif
  for (int i = 1; i < argc && Text(argv[i]) != "--"; ++i) {
    const Text word = argv[i];
    if (word == "--help" || word == "-h") {
      put(usage);
      return finish(yes);
    }
    if (word == "--version") {
      put(tool, " ", version, "\n");
      return finish(yes);
    }
  }
  Words words(options, argc < 1 ? 0 : argc - 1, argv + 1);
  const int status = body(words);
  if (words.why().empty()) return finish(status);
  complain(tool, ": ", words.why(), "\n");
  return finish(bad_input);
}

// A story: a tool without options or arguments.
template <class Body>
int run_story(const char* tool, const char* about, int argc, char** argv, Body body) {
  std::string usage;
  whence::write(usage, "usage: ", tool, "\n\n", about,
                "\n\n" FRONT_OPTIONS "\nexit status: 0; 1 if the output cannot be written; 2 if an option is wrong\n");
  return run(tool, usage, {}, argc, argv, [&](Words& words) {
    if (words.next()) words.refuse(words.value(), ": this tool takes no arguments; see --help");
    if (words.why().empty()) body();
    return yes;
  });
}

}  // namespace front
