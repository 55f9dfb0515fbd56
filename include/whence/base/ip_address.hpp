// IP addresses of version 4 and 6, and blocks of them.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// An address, or a block of addresses with the same first bits: 203.0.113.0/24, 2001:db8::/32.
class IpBlock {
 public:
  /// Reads an address with or without a prefix length; without one it is a single host. The bits after the prefix can
  /// have any value. False for anything else. Complexity: linear.
  [[nodiscard]] static constexpr bool parse(Text text, IpBlock& out) {
    const std::size_t slash = text.find('/');
    const Text address = text.part(0, slash);
    const bool four = address.find(':') == Text::npos;
    out.size_ = four ? 4 : 16;
    if (!(four ? read_four(address, out.bytes_) : read_six(address, out.bytes_))) return false;
    out.prefix_ = static_cast<std::uint8_t>(out.size_ * 8);
    if (slash == Text::npos) return true;
    std::uint32_t prefix = 0;
    if (!number(text.part(slash + 1), 3, prefix) || prefix > out.prefix_) return false;
    out.prefix_ = static_cast<std::uint8_t>(prefix);
    return true;
  }

  [[nodiscard]] constexpr bool is_one_address() const { return prefix_ == size_ * 8; }

  [[nodiscard]] constexpr bool is_version_4() const { return size_ == 4; }
  /// Whether all of it is an address of version 4 written as one of version 6: ::ffff:203.0.113.7.
  [[nodiscard]] constexpr bool is_mapped() const {
    if (size_ != 16 || prefix_ < 96 || bytes_[10] != 0xFF || bytes_[11] != 0xFF) return false;
    for (int i = 0; i < 10; ++i) {
      if (bytes_[i] != 0) return false;
    }
    return true;
  }

  /// Whether an address is in this block. An address of the other version is not.
  [[nodiscard]] constexpr bool contains(const IpBlock& address) const {
    if (size_ != address.size_) return false;
    std::size_t i = 0;
    for (; i < prefix_ / 8U; ++i) {
      if (bytes_[i] != address.bytes_[i]) return false;
    }
    const unsigned rest = prefix_ % 8U;
    if (rest == 0) return true;
    const unsigned mask = 0xFFU << (8 - rest);
    return ((bytes_[i] ^ address.bytes_[i]) & mask & 0xFFU) == 0;
  }

 private:
  static constexpr bool number(Text text, std::size_t most_digits, std::uint32_t& out) {
    if (text.empty() || text.size() > most_digits) return false;
    if (text.size() > 1 && text[0] == '0') return false;  // some programs read it as octal
    out = 0;
    for (const char c : text) {
      if (!ascii::is_digit(c)) return false;
      out = out * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return true;
  }
  static constexpr bool read_four(Text text, std::uint8_t* out) {
    for (int i = 0; i < 4; ++i) {
      const std::size_t dot = text.find('.');
      if ((dot == Text::npos) != (i == 3)) return false;
      std::uint32_t byte = 0;
      if (!number(text.part(0, dot), 3, byte) || byte > 255) return false;
      out[i] = static_cast<std::uint8_t>(byte);
      text = text.part(dot == Text::npos ? text.size() : dot + 1);
    }
    return true;
  }
  // Groups of up to four hexadecimal digits; `::` at most once, for all missing groups of zeros; the last four bytes
  // can be written as an address of version 4.
  static constexpr bool read_six(Text text, std::uint8_t* out) {
    std::size_t filled = 0, gap = Text::npos, at = 0;
    if (text.starts_with("::")) {
      gap = 0;
      at = 2;
    }
    for (int i = 0; i < 16; ++i) out[i] = 0;
    while (at < text.size()) {
      if (filled == 16) return false;
      const std::size_t colon = text.find(':', at);
      const Text group = text.part(at, colon == Text::npos ? Text::npos : colon - at);
      if (colon == Text::npos && group.find('.') != Text::npos) {
        if (filled > 12 || !read_four(group, out + filled)) return false;
        filled += 4;
        break;
      }
      std::uint32_t value = 0;
      if (group.empty() || group.size() > 4) return false;
      for (const char c : group) {
        const char lower = ascii::to_lower(c);
        if (!ascii::is_digit(c) && (lower < 'a' || lower > 'f')) return false;
        value = value * 16 + static_cast<std::uint32_t>(ascii::is_digit(c) ? c - '0' : lower - 'a' + 10);
      }
      out[filled++] = static_cast<std::uint8_t>(value >> 8);
      out[filled++] = static_cast<std::uint8_t>(value & 0xFFU);
      if (colon == Text::npos) break;
      at = colon + 1;
      if (at == text.size()) return false;
      if (text[at] == ':') {
        if (gap != Text::npos) return false;
        gap = filled;
        ++at;
      }
    }
    if (gap == Text::npos) return filled == 16;
    if (filled == 16) return false;
    for (std::size_t moved = 0; moved < filled - gap; ++moved) {
      out[15 - moved] = out[filled - 1 - moved];
      out[filled - 1 - moved] = 0;
    }
    return true;
  }

  std::uint8_t bytes_[16]{};
  std::uint8_t size_ = 4;
  std::uint8_t prefix_ = 0;
};

}  // namespace whence
