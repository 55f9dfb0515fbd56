// The base64 of BinaryEquals in a policy, compared with the bytes of the request. Source: RFC 4648, The Base16, Base32,
// and Base64 Data Encodings, sections 4 and 10.
#include "dual.hpp"

#include <whence/base/base64.hpp>

#include <string>

namespace {

using whence::stands_for;
using namespace whence::literals;
using whence::Text;
using whence::Truth;

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The other direction, three bytes at a time.
std::string encoded(const std::string& bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group * 256 + (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (unsigned k = 0; k < 4; ++k) {
      out += i + k > bytes.size() ? '=' : alphabet[(group >> (18 - 6 * k)) & 63U];
    }
  }
  return out;
}

}  // namespace

DUAL_TEST_CASE("the vectors of RFC 4648 encode their bytes") {
  constexpr struct {
    Text bytes, text;
  } vectors[] = {{"", ""},
                 {"f", "Zg=="},
                 {"fo", "Zm8="},
                 {"foo", "Zm9v"},
                 {"foob", "Zm9vYg=="},
                 {"fooba", "Zm9vYmE="},
                 {"foobar", "Zm9vYmFy"}};
  for (const auto& row : vectors) {
    for (const auto& other : vectors) {
      EXPECT(stands_for(row.text, other.bytes) == whence::truth(row.bytes == other.bytes));
    }
  }
  EXPECT(stands_for("d2hlbmNl", "whence") == Truth::yes);  // op-63
  EXPECT(stands_for("d2hlbmNl", "Whence") == Truth::no);
}

DUAL_TEST_CASE("bytes can be any, also NUL and those outside ASCII") {
  EXPECT(stands_for("AAD/", "\0\0\xFF"_text) == Truth::yes);
  EXPECT(stands_for("AAA=", "\0\0"_text) == Truth::yes);
  EXPECT(stands_for("AAA=", "\0"_text) == Truth::no);
  EXPECT(stands_for("+/+/", "\xFB\xFF\xBF") == Truth::yes);
}

// Reading past the end of this array is a compile error.
DUAL_TEST_CASE("no byte after the end is read") {
  constexpr char one[] = {'f'};
  EXPECT(stands_for("Zg==", Text(one, 1)) == Truth::yes);
  EXPECT(stands_for("Zm8=", Text(one, 1)) == Truth::no);
  EXPECT(stands_for("Zm9vYmFy", Text(one, 1)) == Truth::no);
}

DUAL_TEST_CASE("text that is not base64 is unknown") {
  constexpr Text bad[] = {"Z",      "Zg",       "Zg=",   "Zg===", "Z===",       "====",       "=",
                          "==",     "Zg==Zg==", "Zm=v",  "=Zg=",  "Zm9v=",      "Zm-_",       "Zm 9v",
                          "Zm9v\n", "Zm9v\r\n", " Zm9v", "Zm9*",  "Zm9\0"_text, "Zm\xC3\xA9", "Zm9v===="};
  for (const Text text : bad) {
    EXPECT(stands_for(text, "f") == Truth::unknown);
    EXPECT(stands_for(text, "") == Truth::unknown);
    EXPECT(stands_for(text, text) == Truth::unknown);
  }
}

DUAL_TEST_CASE("a character that is not a digit is found even after a difference") {
  EXPECT(stands_for("Zm9v", "bar") == Truth::no);
  EXPECT(stands_for("Zm9vZm9!", "bar") == Truth::unknown);
}

DUAL_TEST_CASE("there are 64 digits") {
  for (int byte = 0; byte < 256; ++byte) {
    const char text[] = {'A', 'A', 'A', static_cast<char>(byte)};
    const std::size_t value = Text(alphabet).find(text[3]);
    if (text[3] == '=') continue;  // padding, above
    const char bytes[] = {0, 0, static_cast<char>(static_cast<unsigned char>(value))};
    const Truth expected = value == Text::npos ? Truth::unknown : Truth::yes;
    EXPECT(stands_for(Text(text, 4), Text(bytes, 3)) == expected);
  }
}

TEST_CASE("only its own base64 encodes a text: all texts of up to two bytes, and long texts") {
  for (int first = -1; first < 256; ++first) {
    for (int second = -1; second < 256; ++second) {
      if (first < 0 && second >= 0) continue;
      std::string bytes;
      if (first >= 0) bytes += static_cast<char>(first);
      if (second >= 0) bytes += static_cast<char>(second);
      const std::string text = encoded(bytes);
      if (stands_for(text, bytes) != Truth::yes) CHECK(stands_for(text, bytes) == Truth::yes);
      if (stands_for(text, bytes + 'x') != Truth::no) CHECK(stands_for(text, bytes + 'x') == Truth::no);
      if (bytes.empty()) continue;
      bytes.back() = static_cast<char>(bytes.back() ^ 0x10);
      if (stands_for(text, bytes) != Truth::no) CHECK(stands_for(text, bytes) == Truth::no);
    }
  }
  std::string bytes;
  for (int i = 0; i < 1000; ++i) {
    const bool found = stands_for(encoded(bytes), bytes) == Truth::yes;
    if (!found) CHECK_MESSAGE(found, i);
    bytes += static_cast<char>(i * 7 + i / 256);
  }
}
