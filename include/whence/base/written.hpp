// Text as template arguments, which the compiler prints in an error: such as what the user wrote.
#pragma once

#include <cstddef>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

// How a compiler prints text. GCC prints all of it. Clang prints at most 36 characters of one text, so a longer one is
// cut after a word, or else after a mark such as ':' or '/'. Before version 15 it prints numbers for an array in a
// template argument, so there each character is one argument.
#if defined(__clang__) && __clang_major__ < 15
#define WHENCE_PIECE char
#else
#define WHENCE_PIECE FixedText
#endif

WHENCE_TEMPLATES_BEGIN
namespace whence {

// Templates such as these are never defined.
/// What the user wrote, and the name that the user may have meant.
template <WHENCE_PIECE... Piece>
struct written;
template <WHENCE_PIECE... Piece>
struct the_nearest_is;

namespace detail {
// Never true: the compiler prints it, with the type of a plain text where the text of a literal is needed.
template <class Given>
inline constexpr bool has_its_suffix = false;

// A text of several values has a line break between two of them.
struct Part {
  std::size_t at, size;
};

#if defined(__clang__)
// The end of the piece of a longer value: after its last space; else after one of the next marks that there are, but
// not after a short piece.
constexpr std::size_t end_of_piece(Text text, std::size_t at) {
  constexpr std::size_t most = 36, least = 12;
  constexpr const char* marks[] = {" ", ":/,;", ".@=", "-_"};
  for (std::size_t i = 0; i < 4; ++i) {
    const Text these = marks[i];
    for (std::size_t end = at + most; end > at + (i == 0 ? 0 : least); --end) {
      if (these.find(text[end - 1]) != Text::npos) return end;
    }
  }
  return at + most;
}
#endif

constexpr Part next_piece(Text text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] != '\n') ++end;
#if defined(__clang__)
  if (end - at > 36) end = end_of_piece(text, at);
#endif
  return {at, end - at};
}
// Whether a line break follows the piece, which is not printed.
constexpr std::size_t after(Text text, Part piece) {
  const std::size_t end = piece.at + piece.size;
  return end < text.size() && text[end] == '\n' ? end + 1 : end;
}
constexpr std::size_t count_pieces(Text text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at = after(text, next_piece(text, at));
  return count;
}
constexpr Text piece_of(Text text, std::size_t index) {
  Part piece = next_piece(text, 0);
  for (; index > 0; --index) piece = next_piece(text, after(text, piece));
  return text.part(piece.at, piece.size);
}

#if defined(__clang__) && __clang_major__ < 15
constexpr std::size_t arguments_for(Text text) { return text.size(); }
template <const Text& Value, std::size_t Index>
inline constexpr char piece = Value[Index] == '\n' ? ' ' : Value[Index];
#else
constexpr std::size_t arguments_for(Text text) { return count_pieces(text); }

// Writes the NUL explicitly: Clang prints text only if the last element was stored. It prints numbers if a character is
// not printable.
template <std::size_t Size>
constexpr FixedText<Size> fixed(Text text) {
  FixedText<Size> result;
  for (std::size_t i = 0; i + 1 < Size; ++i) result.characters[i] = text[i] < ' ' || text[i] > '~' ? '?' : text[i];
  result.characters[Size - 1] = '\0';
  return result;
}
template <const Text& Value, std::size_t Index>
inline constexpr auto piece = fixed<piece_of(Value, Index).size() + 1>(piece_of(Value, Index));
#endif

template <template <WHENCE_PIECE...> class Shown, const Text& Value, std::size_t... Index>
Shown<piece<Value, Index>...> spell(Indices<Index...>);

template <template <WHENCE_PIECE...> class Shown, const Text& Value>
using Spelled = decltype(spell<Shown, Value>(IndicesBelow<arguments_for(Value)>{}));

// The beginning of what the user wrote.
constexpr std::size_t longest_written = 34;

template <class Characters = Buffer<longest_written>>
constexpr Characters as_written(Text text) {
  Characters out;
  if (text.size() <= longest_written) return out.add(text);
  return out.add(text.part(0, longest_written - 3)).add("...");
}

// The type Word<...> of a constant of as_written.
template <const auto& Shown>
inline constexpr Text shown_text = Shown.view();
template <template <WHENCE_PIECE...> class Word, const auto& Shown>
using InWords = Spelled<Word, shown_text<Shown>>;

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
