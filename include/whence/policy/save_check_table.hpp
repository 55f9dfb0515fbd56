// The table of what AWS refuses to save, with the source of each check and how good it is for each kind of policy.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/evidence/save_sources.hpp>
#include <whence/evidence/source.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/policy_fault.hpp>
#include <whence/policy/save_checks.hpp>

namespace whence {

/// How a save check is known.
struct SaveEvidence {
  bool is_recorded = false;  // by somebody who tried it, with policies of one kind
  PolicyKind recorded_for = PolicyKind::trust;
};

struct SaveCheck {
  PolicyFault fault;
  Text id;
  Text sentence;
  Source source;
  SaveEvidence evidence;

  /// The grade of the check for policies of this kind: a record of another kind of policy does not prove it.
  [[nodiscard]] constexpr Grade grade_in(PolicyKind kind) const {
    return evidence.is_recorded && evidence.recorded_for != kind ? Grade::inferred : source.grade;
  }
};

inline constexpr SaveCheck save_checks[] = {
#define WHENCE_STATED() \
  {}
#define WHENCE_RECORDED(kind) \
  { true, PolicyKind::kind }
#define WHENCE_ROW(name, id, sentence, source, evidence, ...) \
  {PolicyFault::name, id, sentence, sources::source, evidence(__VA_ARGS__)},
    WHENCE_SAVE_CHECKS(WHENCE_ROW)
#undef WHENCE_ROW
#undef WHENCE_RECORDED
#undef WHENCE_STATED
};

/// The check that found this fault, or null if the policy cannot be parsed.
[[nodiscard]] constexpr const SaveCheck* find_save_check(PolicyFault fault) {
  return is_about_saving(fault) ? &save_checks[static_cast<std::size_t>(fault) - first_save_check] : nullptr;
}

}  // namespace whence
