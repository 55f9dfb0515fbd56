// Matching with `*` (any number of characters, also none) and `?` (exactly one character).
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/steps.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

enum class LetterCase : bool { matters, ignored };

/// One element of a pattern: a literal byte, or a wildcard.
using PatternElement = std::uint16_t;
inline constexpr PatternElement any_run = 0x100;
inline constexpr PatternElement any_character = 0x101;

/// A text read as a pattern: `*` and `?` are wildcards. `steps`: what the search for a match may cost; null: no bound.
class WildcardPattern {
 public:
  constexpr explicit WildcardPattern(Text text, Steps* steps = nullptr) : text_(text), steps_(steps) {}
  [[nodiscard]] constexpr std::size_t size() const { return text_.size(); }
  [[nodiscard]] constexpr PatternElement operator[](std::size_t at) const {
    const char c = text_[at];
    return c == '*' ? any_run : c == '?' ? any_character : static_cast<unsigned char>(c);
  }
  [[nodiscard]] constexpr WildcardPattern part(std::size_t from, std::size_t count) const {
    return WildcardPattern(text_.part(from, count), steps_);
  }
  [[nodiscard]] constexpr Steps* steps() const { return steps_; }

 private:
  Text text_;
  Steps* steps_;
};

/// A pattern as a view of an array of elements.
class ElementPattern {
 public:
  constexpr ElementPattern(const PatternElement* first, std::size_t size, Steps* steps = nullptr)
      : first_(first), size_(size), steps_(steps) {}
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr PatternElement operator[](std::size_t at) const { return first_[at]; }
  [[nodiscard]] constexpr ElementPattern part(std::size_t from, std::size_t count) const {
    return {first_ + from, count, steps_};
  }
  [[nodiscard]] constexpr Steps* steps() const { return steps_; }

 private:
  const PatternElement* first_;
  std::size_t size_;
  Steps* steps_;
};

/// Whether all of `text` matches `pattern`. Bytes are compared; any_character matches one UTF-8 character. Only the
/// letter case of ASCII can be ignored. If the steps of the pattern are spent, the result means nothing. Complexity:
/// linear if each part between two any_run soon differs where it does not match, and at most the product of both sizes:
/// each return to an any_run takes steps. No recursion, no allocation.
template <class Pattern>
[[nodiscard]] constexpr bool matches(const Pattern& pattern, Text text, LetterCase letter_case = LetterCase::matters) {
  std::size_t p = 0, t = 0;
  std::size_t star = Text::npos;  // the last any_run
  std::size_t eaten = 0;          // where the text that it matched ends
  while (t < text.size()) {
    const PatternElement wanted = p < pattern.size() ? pattern[p] : any_run;
    if (wanted < any_run) {
      const bool same =
          wanted == static_cast<unsigned char>(text[t]) ||
          (letter_case == LetterCase::ignored &&
           ascii::to_lower(static_cast<char>(static_cast<unsigned char>(wanted))) == ascii::to_lower(text[t]));
      if (same) {
        ++p;
        ++t;
        continue;
      }
    } else if (wanted == any_character) {
      ++p;
      for (++t; t < text.size() && continues_character(text[t]);) ++t;
      continue;
    } else if (p < pattern.size()) {
      star = p++;
      eaten = t;
      continue;
    }
    if (star == Text::npos) return false;
    if (pattern.steps() != nullptr && !pattern.steps()->take(1 + (t - eaten) / 8)) return false;
    p = star + 1;
    t = ++eaten;
  }
  while (p < pattern.size() && pattern[p] == any_run) ++p;
  return p == pattern.size();
}

[[nodiscard]] constexpr bool matches_wildcard(Text pattern, Text text, LetterCase letter_case = LetterCase::matters) {
  return matches(WildcardPattern(pattern), text, letter_case);
}

}  // namespace whence
WHENCE_TEMPLATES_END
