// Where the library is known to differ from the documents. The model counts these differences apart from others, and
// fails if one of them no longer shows: remove its row, and its clause, then.
#pragma once

#include <whence/whence.hpp>

#include "specification.hpp"

namespace model {

enum class Fault { none, settled_question };
inline constexpr const char* fault_words[] = {
    "",
    "an unknown names a disputed point that is settled",
};

constexpr Fault known_fault(const Answer& answer, const whence::Verdict& verdict, bool is_settled) {
  if (is_settled && answer.is_unknown() && verdict.is_unknown()) return Fault::settled_question;
  return Fault::none;
}

}  // namespace model
