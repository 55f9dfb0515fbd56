// The source of a claim, and how good it is.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// The quality of a source, the best first; and what needs no source, last.
enum class Grade : std::uint8_t {
  source_code_or_record,  // read in source code, or in a real log record
  documentation,          // stated on a manual page
  machine_model,          // stated in a machine-readable model
  tool,                   // behavior of another tool, read in its source code
  third_party,            // a report with evidence by somebody else than AWS
  inferred,               // follows from the grades above, stated nowhere
  unverified,             // plausible, without a good source
  disputed,               // sources disagree
  axiom,                  // this model defines it; no document of AWS states it, and its source has no address
};

[[nodiscard]] constexpr Text name_of(Grade grade) {
  constexpr const char* names[] = {"source code or record",
                                   "documentation",
                                   "machine-readable model",
                                   "tool",
                                   "third party",
                                   "inferred",
                                   "unverified",
                                   "disputed",
                                   "axiom of this model"};
  return names[static_cast<std::size_t>(grade)];
}

struct Source {
  Text title{};
  Text url{};
  Grade grade = Grade::documentation;

  [[nodiscard]] constexpr Source graded(Grade other) const { return {title, url, other}; }
};

}  // namespace whence
