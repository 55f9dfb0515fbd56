// The open questions that can leave a policy undecided.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/evidence/open_questions.hpp>

namespace whence {

// clang-format off
#define WHENCE_OPEN_POINTS(POINT) \
  POINT(x1) POINT(x2) POINT(x3) POINT(u11) POINT(u101) POINT(u107) POINT(u120) POINT(u121) \
  POINT(u122) POINT(u123) POINT(u124) POINT(u125) POINT(u126) POINT(u127) POINT(u129)
// clang-format on

/// As wide as a Gate, so that a GateOutcome has no padding.
enum class OpenPoint : std::uint16_t {
  none,
#define WHENCE_ENUMERATOR(question) question,
  WHENCE_OPEN_POINTS(WHENCE_ENUMERATOR)
#undef WHENCE_ENUMERATOR
};

[[nodiscard]] constexpr const OpenQuestion* question_of(OpenPoint point) {
  constexpr const OpenQuestion* questions[] = {nullptr,
#define WHENCE_QUESTION(question) &open_questions::question,
                                               WHENCE_OPEN_POINTS(WHENCE_QUESTION)
#undef WHENCE_QUESTION
  };
  return questions[static_cast<std::size_t>(point)];
}

#undef WHENCE_OPEN_POINTS

}  // namespace whence
