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
  constexpr Text names[] = {"allowed", "denied explicitly", "denied implicitly", "invalid request", "unknown"};
  return names[static_cast<std::size_t>(decision)];
}

}  // namespace whence
