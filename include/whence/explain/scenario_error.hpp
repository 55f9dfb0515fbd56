// What is wrong with a scenario or a hop, in one line.
#pragma once

#include <string>

#include <whence/document/scenario_fault.hpp>
#include <whence/explain/write.hpp>

namespace whence {

/// "field, level, policy, column and sentence", as much of it as there is. `line` is the text that was read; a policy that stands
/// in a string of it is counted by its own bytes. No line break.
[[nodiscard]] inline std::string describe(const ScenarioError& error, Text line) {
  std::string out;
  if (!error.field.empty()) write(out, error.field, ", ");
  if (error.level >= 0) write(out, "level ", std::to_string(error.level + 1), ", ");
  if (error.fault == ScenarioFault::policy) {
    if (error.level >= 0 || error.index > 0) write(out, "policy ", std::to_string(error.index + 1), ", ");
    if (error.offset >= line.size() || line[error.offset] != '{') {
      write(out, "byte ", std::to_string(error.policy.offset + 1), " of the string: ", error.policy.sentence());
      return out;
    }
    const SourcePosition place = position_of(line, error.offset + error.policy.offset);
    write(out, "column ", std::to_string(place.column), ": ", error.policy.sentence());
    return out;
  }
  write(out, "column ", std::to_string(position_of(line, error.offset).column), ": ", error.sentence());
  if (error.name) write(out, " (", error.name.sentence(), ")");
  return out;
}

}  // namespace whence
