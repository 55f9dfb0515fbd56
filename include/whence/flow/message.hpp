// The whole sentence of a refusal as a message object, for compilers that take one in a static_assert (C++26).
#pragma once

#include <cstddef>

#include <whence/base/text.hpp>
#include <whence/model/role.hpp>
#include <whence/names/principal_name.hpp>
#include <whence/rules/rule.hpp>

#if defined(__cpp_static_assert) && __cpp_static_assert >= 202306L
#define WHENCE_HAS_MESSAGE_OBJECTS 1
#else
#define WHENCE_HAS_MESSAGE_OBJECTS 0
#endif

#if WHENCE_HAS_MESSAGE_OBJECTS
namespace whence::detail {

// Cut where it would be too long: a compiler's message, not a document.
struct Message {
  char characters[1536]{};
  std::size_t count = 0;

  constexpr void operator()(Text text) {
    for (const char c : text) {
      if (count < sizeof characters) characters[count++] = c;
    }
  }
  constexpr std::size_t size() const { return count; }
  constexpr const char* data() const { return characters; }
};

constexpr Message message_of(const RuleInfo& rule, bool undecided) {
  Message message;
  message("[");
  message(rule.id);
  message("] ");
  if (undecided) message("not decided: ");
  message(rule.sentence);
  message("\n    source: ");
  message(rule.source.title);
  if (!rule.source.url.empty()) {
    message(", ");
    message(rule.source.url);
  }
  return message;
}

// Whom the trust policy of a role names, for whoever is not among them.
constexpr void add_named(Message& message, const Role& role) {
  message("\n    the trust policy of ");
  message(role.name().view());
  message(" names:");
  for (const Statement& statement : role.trust().statements()) {
    for (const PrincipalEntry& entry : role.trust().principals_of(statement)) {
      message(" ");
      message(role.trust().at(entry.text));
    }
  }
}

}  // namespace whence::detail
#endif
