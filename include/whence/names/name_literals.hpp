// Literals of names: "111122223333"_account and the like. A wrong one does not compile, and says what is wrong.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/arn.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/names/principal_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Printed by the compiler beside the sentence: the byte of the literal, counted from 1, that does not fit.
template <unsigned Number>
struct character;

namespace detail {

template <FixedText Source, class Character>
inline constexpr bool valid_name = false;  // never true: it exists to be printed

template <NameFault Fault, FixedText Source, class Character>
struct NameLiteral {};
#define WHENCE_CHECK(name, sentence)                        \
  template <FixedText Source, class Character>              \
  struct NameLiteral<NameFault::name, Source, Character> {  \
    static_assert(valid_name<Source, Character>, sentence); \
  };
WHENCE_NAME_FAULTS(WHENCE_CHECK)
#undef WHENCE_CHECK

// How each kind of literal is parsed, and a right one to go on with, so that a wrong one is a single error.
struct AccountIdLiteral {
  static constexpr Text sample = "000000000000";
  static constexpr auto parse(Text text) { return AccountId::parse(text); }
};
struct ArnLiteral {
  static constexpr Text sample = "arn:aws:iam::000000000000:root";
  static constexpr auto parse(Text text) { return Arn::parse(text); }
};
struct PrincipalLiteral {
  static constexpr Text sample = "*";
  static constexpr auto parse(Text text) { return parse_principal_name(text); }
};

// The check is reached through sizeof and never through a member: Clang 14 adds errors to the latter.
template <class Kind, FixedText Source>
struct ParsedName {
  static constexpr auto result = Kind::parse(Source.view());
  static constexpr NameError error = result ? NameError{} : result.error();
  static_assert(sizeof(NameLiteral<error.fault, Source, character<error.offset + 1>>) != 0);
  static constexpr auto value = result ? *result : *Kind::parse(Kind::sample);
};

}  // namespace detail

namespace literals {

/// "111122223333"_account
template <FixedText Source>
consteval AccountId operator""_account() {
  return detail::ParsedName<detail::AccountIdLiteral, Source>::value;
}

/// "arn:aws:iam::111122223333:role/app"_arn
template <FixedText Source>
consteval Arn operator""_arn() {
  return detail::ParsedName<detail::ArnLiteral, Source>::value;
}

/// "ec2.amazonaws.com"_principal_name, or any other form that names one.
template <FixedText Source>
consteval PrincipalName operator""_principal_name() {
  return detail::ParsedName<detail::PrincipalLiteral, Source>::value;
}

}  // namespace literals
}  // namespace whence
WHENCE_TEMPLATES_END
