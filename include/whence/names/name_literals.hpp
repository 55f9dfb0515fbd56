// Literals of names, such as "111122223333"_account. A wrong literal is a compile error that says what is wrong.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/arn.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/names/principal_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The compiler prints it beside the sentence: the first wrong byte of the literal, counted from 1.
template <unsigned Number>
struct character;

namespace detail {

template <FixedText Source, class Character>
inline constexpr bool valid_name = false;  // never true: the compiler prints its arguments

template <NameFault Fault, FixedText Source, class Character>
struct NameLiteral {};
#define WHENCE_CHECK(name, sentence)                        \
  template <FixedText Source, class Character>              \
  struct NameLiteral<NameFault::name, Source, Character> {  \
    static_assert(valid_name<Source, Character>, sentence); \
  };
WHENCE_NAME_FAULTS(WHENCE_CHECK)
#undef WHENCE_CHECK

// For each kind of literal its parser, and a valid sample that replaces a wrong literal, so that there is one error.
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

// The check uses sizeof and not a member, for which Clang 14 prints more errors.
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

/// "ec2.amazonaws.com"_principal_name, or any other PrincipalForm.
template <FixedText Source>
consteval PrincipalName operator""_principal_name() {
  return detail::ParsedName<detail::PrincipalLiteral, Source>::value;
}

}  // namespace literals
}  // namespace whence
WHENCE_TEMPLATES_END
