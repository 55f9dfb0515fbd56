// What comes of a question.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>

namespace whence {

/// What comes of a question.
enum class Decision : std::uint8_t {
  allowed,
  denied_explicitly,  // a statement says Deny
  denied_implicitly,  // nothing says Allow
  invalid_request,    // there is no such request
  unknown,            // the facts given, or the sources, do not decide
};

[[nodiscard]] constexpr Text name_of(Decision decision) {
  switch (decision) {
    case Decision::allowed: return "allowed";
    case Decision::denied_explicitly: return "denied explicitly";
    case Decision::denied_implicitly: return "denied implicitly";
    case Decision::invalid_request: return "invalid request";
    case Decision::unknown: return "unknown";
  }
  return {};
}

}  // namespace whence
