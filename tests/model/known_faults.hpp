// Where the library is known to differ from the documents. The model counts these differences apart from others, and
// fails if one of them no longer shows: remove its row, and its clause, then.
#pragma once

#include <whence/whence.hpp>

#include "specification.hpp"

namespace model {

enum class Fault { none, control_of_linked_sessions, path_of_named_sessions, settled_question };
inline constexpr const char* fault_words[] = {
    "",
    "resource control policies are applied to calls of service-linked roles, whose calls they do not restrict",
    "the path of a session's role is taken to be / where the request is described, instead of being unknown",
    "an unknown names a disputed point that is settled",
};

constexpr Fault known_fault(const Scenario& s, const Answer& answer, const whence::Verdict& verdict, bool is_settled) {
  if (s.caller == Caller::linked_session && verdict.rule != nullptr && verdict.rule->id == "W207") {
    return Fault::control_of_linked_sessions;
  }
  if ((answer.open & Readings::bit(Point::path_of_role)) != 0 && !verdict.is_unknown()) {
    return Fault::path_of_named_sessions;
  }
  if (is_settled && answer.is_unknown() && verdict.is_unknown()) return Fault::settled_question;
  return Fault::none;
}

}  // namespace model
