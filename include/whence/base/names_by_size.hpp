// A table of names that is searched by the size of a name.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// The names of a table by their sizes: a name is compared only with those of its size. A name has at most 40
/// characters.
template <std::size_t Count>
struct NamesBySize {
  static constexpr std::size_t longest = 40;
  std::uint8_t first[longest + 1]{};  // Count: none
  std::uint8_t next[Count]{};

  constexpr explicit NamesBySize(const char* const (&names)[Count]) {
    for (std::uint8_t& each : first) each = static_cast<std::uint8_t>(Count);
    for (std::size_t i = Count; i > 0; --i) {
      const std::size_t size = Text(names[i - 1]).size();
      next[i - 1] = first[size];
      first[size] = static_cast<std::uint8_t>(i - 1);
    }
  }
  /// The position of a name, letter case ignored, or Count. Complexity: linear in the names of its size.
  [[nodiscard]] constexpr std::size_t find(const char* const (&names)[Count], Text name) const {
    if (name.size() > longest) return Count;
    std::size_t at = first[name.size()];
    while (at != Count && !ascii::equal_ignoring_case(Text(names[at], name.size()), name)) at = next[at];
    return at;
  }
};

}  // namespace whence
