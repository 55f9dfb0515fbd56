// R"({...})"_trust_policy and similar literals: policies that the compiler parses. A policy that cannot be parsed, or
// that AWS refuses to save, does not compile; the error says what is wrong, with line and column of the JSON.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/written.hpp>
#include <whence/policy/grammar.hpp>
#include <whence/policy/nearest.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/policy_errors.hpp>
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

namespace detail {

// The string at the position of a fault, without its quotes; or the line there, without the blanks around it, and if it
// is long, its end before the position.
constexpr Text word_at(Text source, std::size_t offset) {
  if (offset < source.size() && source[offset] == '"') {
    const std::size_t end = source.find('"', offset + 1), line_end = source.find('\n', offset + 1);
    if (end < line_end) return source.part(offset + 1, end - offset - 1);
  }
  Text line = line_of(source, offset);
  const std::size_t until = static_cast<std::size_t>(source.data() + offset + 1 - line.data());
  if (until > longest_written) return line.part(until - longest_written, longest_written);
  while (!line.empty() && line[0] <= ' ') line = line.part(1);
  while (!line.empty() && line[line.size() - 1] <= ' ') line = line.part(0, line.size() - 1);
  return line;
}

// The evidence of a wrong literal. Text is read only here, so that a right literal does not pay for it.
template <FixedText Source, PolicyError Error>
struct RefusedPolicy {
  static constexpr SourcePosition where = position_of(Source.view(), Error.offset);
  static constexpr Text word = word_at(Source.view(), Error.offset);
  static constexpr auto shown = as_written(word), nearest = as_written(nearest_name(Error.fault, word));
  template <class... Nearest>
  using Literal =
      PolicyLiteral<Error.fault, line<where.line>, column<where.column>, InWords<written, shown>, Nearest...>;
};
template <class Refused, bool NothingIsNear = Refused::nearest.empty()>
struct ErrorOfLiteral {
  using Error = typename Refused::template Literal<>;
};
template <class Refused>
struct ErrorOfLiteral<Refused, false> {
  using Error = typename Refused::template Literal<InWords<the_nearest_is, Refused::nearest>>;
};
template <FixedText Source, PolicyError Found>
struct ErrorIn : ErrorOfLiteral<RefusedPolicy<Source, Found>> {};
template <FixedText Source>
struct ErrorIn<Source, PolicyError{}> {
  using Error = PolicyError;
};

template <PolicyKind Kind, FixedText Source, DocumentsFrom From = DocumentsFrom::author>
struct ParsedPolicy {
  static constexpr Measured measured = measure_policy(Source.view(), Kind);
  static constexpr Filled<Kind, measured.shape> filled = fill_policy<Kind, measured.shape>(Source);
  static constexpr PolicyError error = measured.error ? measured.error
                                       : filled.error ? filled.error
                                       : From == DocumentsFrom::author
                                           ? find_unsaved<Kind>(Policy(filled.policy.records()), nullptr, false)
                                           : PolicyError{};
  static_assert(sizeof(typename ErrorIn<Source, error>::Error) != 0);
  // A refused policy is marked, so that what is asked of it is not a second error.
  static consteval auto value() {
    if constexpr (error) {
      auto refused = filled.policy;
      refused.source_size = size_of_a_refused_source;
      return refused;
    } else {
      return filled.policy;
    }
  }
};

}  // namespace detail

namespace literals {

/// The value owns its text and records. Complexity: about linear in the text, at compile time; a literal of up to 30 KB
/// fits the default limits of the compilers.
template <FixedText Source>
consteval auto operator""_trust_policy() {
  return detail::ParsedPolicy<PolicyKind::trust, Source>::value();
}
/// Of a user, group or role; also a permissions boundary or a session policy.
template <FixedText Source>
consteval auto operator""_identity_policy() {
  return detail::ParsedPolicy<PolicyKind::identity, Source>::value();
}
template <FixedText Source>
consteval auto operator""_service_control_policy() {
  return detail::ParsedPolicy<PolicyKind::service_control, Source>::value();
}
template <FixedText Source>
consteval auto operator""_resource_control_policy() {
  return detail::ParsedPolicy<PolicyKind::resource_control, Source>::value();
}
template <FixedText Source>
consteval auto operator""_endpoint_policy() {
  return detail::ParsedPolicy<PolicyKind::endpoint, Source>::value();
}

/// Policies that AWS returned, such as the AssumeRolePolicyDocument of get-role: they need only be parsed.
template <FixedText Source>
consteval auto operator""_trust_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::trust, Source, DocumentsFrom::aws>::value();
}
template <FixedText Source>
consteval auto operator""_identity_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::identity, Source, DocumentsFrom::aws>::value();
}
template <FixedText Source>
consteval auto operator""_service_control_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::service_control, Source, DocumentsFrom::aws>::value();
}
template <FixedText Source>
consteval auto operator""_resource_control_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::resource_control, Source, DocumentsFrom::aws>::value();
}
template <FixedText Source>
consteval auto operator""_endpoint_policy_from_aws() {
  return detail::ParsedPolicy<PolicyKind::endpoint, Source, DocumentsFrom::aws>::value();
}

}  // namespace literals
}  // namespace whence
WHENCE_TEMPLATES_END
