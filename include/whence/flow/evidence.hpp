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

// Clang cuts a text after 34 characters, so a longer one comes in pieces of 32. Before version 15 it prints an array inside a
// template argument as numbers, so there the characters are spelled out one by one.
#if defined(__clang__) && __clang_major__ < 15
#define WHENCE_PIECE char
#else
#define WHENCE_PIECE FixedText
#endif

/// Who took the step, and what or where it was about.
template <WHENCE_PIECE... Piece>
struct who;
template <WHENCE_PIECE... Piece>
struct what;
/// Where in the policies a refusal was decided.
template <WHENCE_PIECE... Piece>
struct where;
/// The rule that caps a lifetime, as the rule book has it.
template <WHENCE_PIECE... Piece>
struct says;

// How a text becomes such a type.
namespace detail {

#if defined(__clang__) && __clang_major__ < 15
inline constexpr std::size_t piece_size = 1;
template <const Text& Value, std::size_t Index>
inline constexpr char piece = Value[Index];
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
template <const Text& Value, std::size_t Index>
inline constexpr auto piece =
    fixed<Value.part(Index* piece_size, piece_size).size() + 1>(Value.part(Index* piece_size, piece_size));
#endif

template <template <WHENCE_PIECE...> class Shown, const Text& Value, std::size_t... Index>
Shown<piece<Value, Index>...> spell(Indices<Index...>);

template <template <WHENCE_PIECE...> class Shown, const Text& Value>
using Spelled = decltype(spell<Shown, Value>(IndicesBelow<(Value.size() + piece_size - 1) / piece_size>{}));

}  // namespace detail
}  // namespace whence
#undef WHENCE_PIECE
WHENCE_TEMPLATES_END
