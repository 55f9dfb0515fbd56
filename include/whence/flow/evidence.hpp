// What the compiler prints if a design is refused: the names of the user's objects, and the texts in their values.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A named object of the user, whose name the compiler prints.
template <const auto& Named>
struct object;

/// The flow of a design, and the step of a flow, counted from 1.
template <std::size_t Number>
struct flow_number;
template <std::size_t Number>
struct step_number;

// Clang cuts a text after 34 characters, so longer ones are split into pieces of 32. Before version 15 it prints an
// array in a template argument as numbers, so there each character is one argument.
#if defined(__clang__) && __clang_major__ < 15
#define WHENCE_PIECE char
#else
#define WHENCE_PIECE FixedText
#endif

/// Who took the step, and its role, place or action.
template <WHENCE_PIECE... Piece>
struct who;
template <WHENCE_PIECE... Piece>
struct what;
/// The place in the policies that decided.
template <WHENCE_PIECE... Piece>
struct where;
/// The open question behind an answer that is not decided.
template <WHENCE_PIECE... Piece>
struct open_question;
/// The id of a rule, and its sentence if the rule limits a lifetime.
template <WHENCE_PIECE... Piece>
struct says;

namespace detail {
#if defined(__clang__) && __clang_major__ < 15
inline constexpr std::size_t piece_size = 1;
template <const Text& Value, std::size_t Index>
inline constexpr char piece = Value[Index];
#else
inline constexpr std::size_t piece_size = 32;

// Writes the NUL explicitly: Clang prints text only if the last element was stored.
template <std::size_t Size>
constexpr FixedText<Size> fixed(Text text) {
  FixedText<Size> result;
  for (std::size_t i = 0; i + 1 < Size; ++i) result.characters[i] = text[i];
  result.characters[Size - 1] = '\0';
  return result;
}
template <const Text& Value, std::size_t Index>
inline constexpr auto piece = fixed<Value.part(Index* piece_size, piece_size).size() + 1>(Value.part(Index* piece_size,
                                                                                                     piece_size));
#endif

template <template <WHENCE_PIECE...> class Shown, const Text& Value, std::size_t... Index>
Shown<piece<Value, Index>...> spell(Indices<Index...>);

template <template <WHENCE_PIECE...> class Shown, const Text& Value>
using Spelled = decltype(spell<Shown, Value>(IndicesBelow<(Value.size() + piece_size - 1) / piece_size>{}));
}  // namespace detail
}  // namespace whence
#undef WHENCE_PIECE
WHENCE_TEMPLATES_END
