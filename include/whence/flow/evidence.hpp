// What the compiler prints when a design is refused: the user's own names, and the text inside the user's values.
#pragma once

#include <cstddef>

#include <whence/base/text.hpp>

namespace whence {

/// A named object of the user's: the compiler prints its name.
template <const auto& Named>
struct object;

/// Which flow of a design, and which step of a flow, counted from 1.
template <std::size_t Number>
struct flow_number;
template <std::size_t Number>
struct step_number;

/// Who took the step, and what or where it was about.
#if defined(__clang__) && __clang_major__ < 15
template <char... Character>
struct who;
template <char... Character>
struct what;
#else
template <FixedText Name>
struct who;
template <FixedText Name>
struct what;
#endif

namespace detail {

#if defined(__clang__) && __clang_major__ < 15
// These versions print an array inside a template argument as numbers; so the characters are spelled out one by one.
template <class Integer, Integer... Index>
struct Indices {};

template <template <char...> class Shown, const Text& Value, std::size_t... Index>
Shown<Value[Index]...> spell(Indices<std::size_t, Index...>);

template <template <char...> class Shown, const Text& Value>
using Spelled = decltype(spell<Shown, Value>(__make_integer_seq<Indices, std::size_t, Value.size()>{}));
#else
// The NUL is written, not left over from the zeros: Clang prints text only when the last element was stored.
template <std::size_t Size>
constexpr FixedText<Size> fixed(Text text) {
  FixedText<Size> result;
  for (std::size_t i = 0; i + 1 < Size; ++i) result.characters[i] = text[i];
  result.characters[Size - 1] = '\0';
  return result;
}

template <template <FixedText> class Shown, const Text& Value>
using Spelled = Shown<fixed<Value.size() + 1>(Value)>;
#endif

}  // namespace detail
}  // namespace whence
