// Literals of names, such as "111122223333"_account. A wrong literal is a compile error that says what is wrong.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/written.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/arn.hpp>
#include <whence/names/name_errors.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/names/principal_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

namespace detail {

// For each kind of literal its parser, and the value of a refused literal, of which no question is a second error.
struct AccountIdLiteral {
  static constexpr auto parse(Text text) { return AccountId::parse(text); }
  static constexpr AccountId refused() { return AccountId{AccountId::refused_number}; }
};
struct ArnLiteral {
  static constexpr auto parse(Text text) { return Arn::parse(text); }
  static constexpr Arn refused() { return *Arn::parse("arn:aws:iam::000000000000:root"); }
};
struct PrincipalLiteral {
  static constexpr auto parse(Text text) { return parse_principal_name(text); }
  static constexpr PrincipalName refused() { return {.account = AccountIdLiteral::refused()}; }
};

template <FixedText Source, NameError Error>
struct RefusedName {
  static constexpr auto shown = as_written(Source.view());
  static_assert(sizeof(NameLiteral<Error.fault, InWords<written, shown>, character<Error.offset + 1>>) != 0);
};
template <FixedText Source>
struct RefusedName<Source, NameError{}> {};

// The check uses sizeof and not a member, for which Clang 14 prints more errors.
template <class Kind, FixedText Source>
struct ParsedName {
  static constexpr auto result = Kind::parse(Source.view());
  static constexpr NameError error = result ? NameError{} : result.error();
  static_assert(sizeof(RefusedName<Source, error>) != 0);
  static constexpr auto value = result ? *result : Kind::refused();
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
