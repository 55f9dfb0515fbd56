// The open questions that can leave a policy undecided.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/evidence/open_questions.hpp>

namespace whence {

/// As wide as a Gate, so that a GateOutcome has no padding.
enum class OpenPoint : std::uint16_t {
  none,
  x1,
  x2,
  x3,
  u11,
  u101,
  u107,
  u120,
  u121,
  u122,
  u123,
  u124,
  u125,
  u126,
  u127,
  u129
};

[[nodiscard]] constexpr const OpenQuestion* question_of(OpenPoint point) {
  constexpr const OpenQuestion* questions[] = {
      nullptr,
      &open_questions::x1,
      &open_questions::x2,
      &open_questions::x3,
      &open_questions::u11,
      &open_questions::u101,
      &open_questions::u107,
      &open_questions::u120,
      &open_questions::u121,
      &open_questions::u122,
      &open_questions::u123,
      &open_questions::u124,
      &open_questions::u125,
      &open_questions::u126,
      &open_questions::u127,
      &open_questions::u129,
  };
  return questions[static_cast<std::size_t>(point)];
}

}  // namespace whence
