// Literals of principals: "arn:aws:iam::111122223333:user/alice"_principal.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/name_literals.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {

struct CallerLiteral {
  static constexpr Text sample = "ec2.amazonaws.com";
  static constexpr auto parse(Text text) { return Principal::from(text); }
};

}  // namespace detail

namespace literals {

/// A caller by its name as AWS prints it: "arn:aws:sts::111122223333:assumed-role/app/s1"_principal. A name of nobody who
/// makes requests does not compile.
template <FixedText Source>
consteval Principal operator""_principal() {
  return detail::ParsedName<detail::CallerLiteral, Source>::value;
}

}  // namespace literals
}  // namespace whence
WHENCE_TEMPLATES_END
