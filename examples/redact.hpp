// Hides what looks like key material, so that no message shows the secret of a wrong file.
#pragma once

#include <cstddef>
#include <string>

#include <whence/explain.hpp>

namespace front {

using whence::Text;

// The kinds of bytes that base64 mixes, escaped or percent-encoded or not; none for a byte that ends it.
enum class KeyByte : unsigned char { none, upper, lower, digit, symbol };
inline KeyByte key_byte(char c) {
  if (c >= 'A' && c <= 'Z') return KeyByte::upper;
  if (c >= 'a' && c <= 'z') return KeyByte::lower;
  if (c >= '0' && c <= '9') return KeyByte::digit;
  return Text("+/=_-\\%").find(c) == Text::npos ? KeyByte::none : KeyByte::symbol;
}

// A secret access key has 40 characters, and a session token hundreds. They mix kinds of characters far more often than
// words do, such as those of an ARN or of a path.
inline bool is_key_material(Text run) {
  if (run.size() < 32) return false;
  std::size_t count[5] = {}, changes = 0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    ++count[static_cast<std::size_t>(key_byte(run[i]))];
    if (i > 0 && key_byte(run[i]) != key_byte(run[i - 1])) ++changes;
  }
  return count[1] > 0 && count[2] > 0 && count[3] > 0 && 10 * changes >= 3 * run.size();
}

// The size of an access key id at this byte, or 0: AKIA or ASIA, and twelve or more capital letters and digits.
inline std::size_t size_of_key_id(Text text, std::size_t at) {
  const Text rest = text.part(at);
  if (!rest.starts_with("AKIA") && !rest.starts_with("ASIA")) return 0;
  if (at > 0 && key_byte(text[at - 1]) != KeyByte::none && key_byte(text[at - 1]) != KeyByte::symbol) return 0;
  std::size_t size = 0;
  while (size < rest.size() && (key_byte(rest[size]) == KeyByte::upper || key_byte(rest[size]) == KeyByte::digit))
    ++size;
  return size >= 16 ? size : 0;
}

// The text with an asterisk for each byte of key material. Complexity: linear.
inline std::string without_keys(Text text) {
  std::string out(text);
  const auto hide = [&](std::size_t at, std::size_t size) { out.replace(at, size, size, '*'); };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    for (; end < text.size() && key_byte(text[end]) != KeyByte::none; ++end) {
      if (const std::size_t size = size_of_key_id(text, end)) hide(end, size);
    }
    if (is_key_material(text.part(at, end - at))) hide(at, end - at);
    at = end + 1;
  }
  return out;
}

// Whether a text names a field that holds a secret. Such a text is not shown at all. Complexity: linear.
inline bool names_a_secret(Text text) {
  constexpr const char* names[] = {
      "secretaccesskey", "secret_access_key",  "secret access key",  "sessiontoken", "session_token", "security_token",
      "security-token",  "accesstoken",        "access_token",       "refreshtoken", "refresh_token", "id_token",
      "clientsecret",    "client_secret",      "private_key",        "private key",  "secretstring",  "secretbinary",
      "password",        "authorizationtoken", "authorization_token"};
  const auto is_letter = [&](std::size_t at) {
    const KeyByte kind = at < text.size() ? key_byte(text[at]) : KeyByte::none;
    return kind == KeyByte::upper || kind == KeyByte::lower;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(at) || (at > 0 && is_letter(at - 1))) continue;  // only where a word begins
    for (const char* const name : names) {
      if (!whence::ascii::starts_with_ignoring_case(text.part(at), name)) continue;
      if (!is_letter(at + Text(name).size())) return true;
    }
  }
  return false;
}

}  // namespace front
