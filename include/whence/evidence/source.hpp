// Where a statement comes from, and how good that is.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// What a statement rests on, the best first.
enum class Grade : std::uint8_t {
  source_code_or_record,  // read in program source, or in a real log record
  documentation,          // stated on a manual page
  machine_model,          // stated in a machine-readable model
  tool,                   // behaviour of another tool, read in its source
  third_party,            // a report with evidence by somebody else
  inferred,               // follows from the above, stated nowhere
  unverified,             // plausible, no good source
  disputed,               // sources contradict one another
};

[[nodiscard]] constexpr Text name_of(Grade grade) {
  constexpr Text names[] = {"source code or record",
                            "documentation",
                            "machine-readable model",
                            "tool",
                            "third party",
                            "inferred",
                            "unverified",
                            "disputed"};
  return names[static_cast<std::size_t>(grade)];
}

struct Source {
  Text title{};
  Text url{};
  Grade grade = Grade::documentation;

  [[nodiscard]] constexpr Source graded(Grade other) const { return {title, url, other}; }
};

}  // namespace whence
