// R"({...})"_trust_policy and similar literals: policies that the compiler parses. A policy that cannot be parsed, or
// that AWS refuses to save, does not compile; the error says what is wrong, with line and column of the JSON.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/grammar.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/policy_fault.hpp>
#include <whence/policy/saving.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {
constexpr std::uint32_t at_least_one(std::uint32_t count) { return count == 0 ? 1 : count; }  // no empty C arrays
}  // namespace detail

/// The value of a policy literal: its text and its records, in arrays of exactly the needed size. It can be copied and
/// be a constant, and allocates nothing.
template <PolicyKind Kind, PolicyShape Shape>
struct PolicyText {
  static constexpr PolicyKind kind = Kind;
  static constexpr PolicyShape shape = Shape;

  Statement statements[detail::at_least_one(Shape.statements)]{};
  PrincipalEntry principals[detail::at_least_one(Shape.principals)]{};
  Condition conditions[detail::at_least_one(Shape.conditions)]{};
  Slice words[detail::at_least_one(Shape.words)]{};
  FixedText<Shape.text + 1> text{};
  std::uint32_t source_size = 0;
  PolicyVersion version = PolicyVersion::absent;
  Slice id;

  [[nodiscard]] constexpr PolicyRecords records() const {
    return {.version = version,
            .id = id,
            .statements = {statements, Shape.statements},
            .principals = {principals, Shape.principals},
            .conditions = {conditions, Shape.conditions},
            .words = {words, Shape.words},
            .text = text.view(),
            .source_size = source_size};
  }
};

namespace detail {

struct Measured {
  PolicyShape shape;
  PolicyError error;
};

template <class Reader = PolicyReader>
constexpr Measured measure_policy(Text source, PolicyKind kind) {
  PolicySink sink;
  const PolicyError error = PolicyParser<Reader>(source, kind, sink).run();
  return {error ? PolicyShape{} : sink.size, error};
}

template <PolicyKind Kind, PolicyShape Shape>
struct Filled {
  PolicyText<Kind, Shape> policy;
  PolicyError error;
};

// The text of a policy without escapes is its source, and is copied as a whole.
template <PolicyKind Kind, PolicyShape Shape, std::size_t Size>
constexpr void take_text(PolicyText<Kind, Shape>& policy, const FixedText<Size>& source) {
  if constexpr (Size == Shape.text + 1) {
    policy.text = source;
  } else {
    for (std::size_t i = 0; i < Size; ++i) policy.text.characters[i] = source.characters[i];
  }
}

template <PolicyKind Kind, PolicyShape Shape, std::size_t Size>
constexpr Filled<Kind, Shape> fill_policy(const FixedText<Size>& source) {
  Filled<Kind, Shape> filled{};
  if constexpr (Shape.statements != 0) {
    PolicyText<Kind, Shape>& policy = filled.policy;
    take_text(policy, source);
    PolicySink sink{.statements = policy.statements,
                    .principals = policy.principals,
                    .conditions = policy.conditions,
                    .words = policy.words,
                    .text = policy.text.characters,
                    .size = {},
                    .version = {},
                    .id = {}};
    filled.error = PolicyParser(source.view(), Kind, sink).run();
    policy.version = sink.version;
    policy.id = sink.id;
    policy.source_size = static_cast<std::uint32_t>(Size - 1);
    if (!filled.error) filled.error = find_duplicates(Policy(policy.records()));
  }
  return filled;
}

}  // namespace detail

/// The compiler prints them beside the sentence: the position in the JSON text, counted from 1.
template <unsigned Number>
struct line;
template <unsigned Number>
struct column;

namespace detail {

template <class Line, class Column>
inline constexpr bool valid_policy_at = false;  // never true: the compiler prints its arguments

template <PolicyFault Fault, class Line, class Column>
struct PolicyLiteral {};
#define WHENCE_CHECK(name, sentence)                                   \
  template <class Line, class Column>                                  \
  struct PolicyLiteral<PolicyFault::name, Line, Column> {              \
    static_assert(valid_policy_at<Line, Column>, "policy: " sentence); \
  };
WHENCE_JSON_FAULTS(WHENCE_CHECK)
WHENCE_NAME_FAULTS(WHENCE_CHECK)
WHENCE_POLICY_FAULTS(WHENCE_CHECK)
#undef WHENCE_CHECK
#define WHENCE_CHECK(name, id, sentence, ...)                                                          \
  template <class Line, class Column>                                                                  \
  struct PolicyLiteral<PolicyFault::name, Line, Column> {                                              \
    static_assert(valid_policy_at<Line, Column>, "AWS does not save this policy (" id "): " sentence); \
  };
WHENCE_SAVE_CHECKS(WHENCE_CHECK)
#undef WHENCE_CHECK

template <PolicyKind Kind, FixedText Source, DocumentsFrom From = DocumentsFrom::author>
struct ParsedPolicy {
  static constexpr Measured measured = measure_policy(Source.view(), Kind);
  static constexpr Filled<Kind, measured.shape> filled = fill_policy<Kind, measured.shape>(Source);
  static constexpr PolicyError error = measured.error ? measured.error
                                       : filled.error ? filled.error
                                       : From == DocumentsFrom::author
                                           ? find_unsaved<Kind>(Policy(filled.policy.records()), nullptr, false)
                                           : PolicyError{};
  static constexpr SourcePosition where = error ? position_of(Source.view(), error.offset) : SourcePosition{};
  static_assert(sizeof(PolicyLiteral<error.fault, line<where.line>, column<where.column>>) != 0);
};

}  // namespace detail

namespace literals {

/// The value owns its text and records. Complexity: about linear in the text, at compile time; a literal of up to 30 KB
/// fits the default limits of the compilers.
template <FixedText Source>
consteval auto operator""_trust_policy() {
  return detail::ParsedPolicy<PolicyKind::trust, Source>::filled.policy;
}
/// Of a user, group or role; also a permissions boundary or a session policy.
template <FixedText Source>
consteval auto operator""_identity_policy() {
  return detail::ParsedPolicy<PolicyKind::identity, Source>::filled.policy;
}
template <FixedText Source>
consteval auto operator""_service_control_policy() {
  return detail::ParsedPolicy<PolicyKind::service_control, Source>::filled.policy;
}
template <FixedText Source>
consteval auto operator""_resource_control_policy() {
  return detail::ParsedPolicy<PolicyKind::resource_control, Source>::filled.policy;
}
template <FixedText Source>
consteval auto operator""_endpoint_policy() {
  return detail::ParsedPolicy<PolicyKind::endpoint, Source>::filled.policy;
}

/// Policies that AWS returned, such as the AssumeRolePolicyDocument of get-role: they need only be parsed.
template <FixedText Source>
consteval auto operator""_trust_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::trust, Source, DocumentsFrom::aws>::filled.policy;
}
template <FixedText Source>
consteval auto operator""_identity_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::identity, Source, DocumentsFrom::aws>::filled.policy;
}
template <FixedText Source>
consteval auto operator""_service_control_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::service_control, Source, DocumentsFrom::aws>::filled.policy;
}
template <FixedText Source>
consteval auto operator""_resource_control_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::resource_control, Source, DocumentsFrom::aws>::filled.policy;
}
template <FixedText Source>
consteval auto operator""_endpoint_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::endpoint, Source, DocumentsFrom::aws>::filled.policy;
}

}  // namespace literals
}  // namespace whence
WHENCE_TEMPLATES_END
