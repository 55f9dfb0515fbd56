// What the compiler prints when a design is refused: the user's own names, and the text inside the user's values.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A named object of the user's: the compiler prints its name.
template <const auto& Named>
struct object;

/// Which flow of a design, and which step of a flow, counted from 1.
template <std::size_t Number>
struct flow_number;
template <std::size_t Number>
struct step_number;

/// Who took the step, and what or where it was about; where in the policies a refusal was decided. Clang cuts a text after 34 characters, so a longer one comes in
/// pieces of 32.
#if defined(__clang__) && __clang_major__ < 15
template <char... Character>
struct who;
template <char... Character>
struct what;
template <char... Character>
struct where;
#else
template <FixedText... Piece>
struct who;
template <FixedText... Piece>
struct what;
template <FixedText... Piece>
struct where;
#endif

namespace detail {

#if defined(__clang__) && __clang_major__ < 15
// These versions print an array inside a template argument as numbers; so the characters are spelled out one by one.
template <template <char...> class Shown, const Text& Value, std::size_t... Index>
Shown<Value[Index]...> spell(Indices<Index...>);

template <template <char...> class Shown, const Text& Value>
using Spelled = decltype(spell<Shown, Value>(IndicesBelow<Value.size()>{}));
#else
inline constexpr std::size_t piece_size = 32;

// The NUL is written, not left over from the zeros: Clang prints text only when the last element was stored.
template <std::size_t Size>
constexpr FixedText<Size> fixed(Text text) {
  FixedText<Size> result;
  for (std::size_t i = 0; i + 1 < Size; ++i) result.characters[i] = text[i];
  result.characters[Size - 1] = '\0';
  return result;
}

template <template <FixedText...> class Shown, const Text& Value, std::size_t... Index>
Shown<fixed<Value.part(Index* piece_size, piece_size).size() + 1>(Value.part(Index* piece_size, piece_size))...> spell(
    Indices<Index...>);

template <template <FixedText...> class Shown, const Text& Value>
using Spelled = decltype(spell<Shown, Value>(IndicesBelow<(Value.size() + piece_size - 1) / piece_size>{}));
#endif

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
