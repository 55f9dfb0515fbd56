// What the user wrote, as a template argument that the compiler prints in an error.
#pragma once

#include <cstddef>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

// Never defined: the compiler prints their arguments. Before version 15, Clang prints an array in a template argument as
// numbers, so there each character is one argument.
#if defined(__clang__) && __clang_major__ < 15
#define WHENCE_WORD char...
#else
#define WHENCE_WORD FixedText
#endif
/// What the user wrote, and the name that the user may have meant.
template <WHENCE_WORD Characters>
struct written;
template <WHENCE_WORD Characters>
struct the_nearest_is;

namespace detail {

// Never true: the compiler prints it, with the type of a plain text where the text of a literal is needed.
template <class Given>
inline constexpr bool has_its_suffix = false;

// Clang prints 34 characters and cuts the rest, and prints no text that has a character outside printable ASCII.
constexpr std::size_t longest_written = 34;

template <class Characters = Buffer<longest_written>>
constexpr Characters as_written(Text text) {
  Characters out;
  const bool cut = text.size() > longest_written;
  const std::size_t kept = cut ? longest_written - 3 : text.size();
  for (std::size_t i = 0; i < kept; ++i) out.add_character(text[i] >= ' ' && text[i] <= '~' ? text[i] : '?');
  return cut ? out.add("...") : out;
}

#if defined(__clang__) && __clang_major__ < 15
template <template <WHENCE_WORD> class Word, const auto& Shown, std::size_t... Index>
Word<Shown[Index]...> write_out(Indices<Index...>);
#else
// Writes the NUL explicitly: Clang prints text only if the last element was stored.
template <std::size_t Size, class Characters>
constexpr FixedText<Size + 1> fixed_text(const Characters& shown) {
  FixedText<Size + 1> out;
  for (std::size_t i = 0; i < Size; ++i) out.characters[i] = shown[i];
  out.characters[Size] = '\0';
  return out;
}
template <template <WHENCE_WORD> class Word, const auto& Shown, std::size_t... Index>
Word<fixed_text<sizeof...(Index)>(Shown)> write_out(Indices<Index...>);
#endif

// The type Word<...> of a constant of as_written.
template <template <WHENCE_WORD> class Word, const auto& Shown>
using InWords = decltype(write_out<Word, Shown>(IndicesBelow<Shown.size()>{}));

}  // namespace detail
}  // namespace whence
#undef WHENCE_WORD
WHENCE_TEMPLATES_END
