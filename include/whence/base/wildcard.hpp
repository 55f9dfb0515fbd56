// Matching with `*` (any run of characters, also none) and `?` (exactly one character).
#pragma once

#include <cstddef>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

enum class LetterCase : bool { matters, ignored };

/// Whether the whole of `text` matches `pattern`. Bytes are compared. Complexity: at most the product of the
/// two sizes, no recursion, no allocation.
[[nodiscard]] constexpr bool matches_wildcard(Text pattern, Text text, LetterCase letter_case = LetterCase::matters) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = Text::npos;  // the last `*` seen, and the text it had eaten up to
  std::size_t eaten = 0;
  while (t < text.size()) {
    const bool same = p < pattern.size() && pattern[p] != '*' &&
                      (pattern[p] == '?' || pattern[p] == text[t] ||
                       (letter_case == LetterCase::ignored && ascii::to_lower(pattern[p]) == ascii::to_lower(text[t])));
    if (same) {
      ++p;
      ++t;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      eaten = t;
    } else if (star != Text::npos) {
      p = star + 1;
      t = ++eaten;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace whence
