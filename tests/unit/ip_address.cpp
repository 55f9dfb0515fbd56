// Addresses and blocks as IpAddress compares them. Sources: IAM JSON policy elements: Condition operators, IP address
// condition operators,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; RFC 4291, IP
// Version 6 Addressing Architecture, section 2.2; RFC 4632, Classless Inter-domain Routing, section 3.1.
#include "dual.hpp"

#include <whence/base/ip_address.hpp>

#include <cstdint>
#include <string>

namespace {

using whence::IpBlock;
using namespace whence::literals;
using whence::Text;

constexpr bool is_block(Text text) {
  IpBlock ignored;
  return IpBlock::parse(text, ignored);
}
constexpr bool is_one_address(Text text) {
  IpBlock block;
  return IpBlock::parse(text, block) && block.is_one_address();
}

// 1 or 0; 9 if one of them cannot be read.
constexpr int lies_in(Text address, Text block) {
  IpBlock inner, outer;
  if (!IpBlock::parse(address, inner) || !IpBlock::parse(block, outer)) return 9;
  return outer.contains(inner) ? 1 : 0;
}

// Two texts of one address.
constexpr bool same(Text left, Text right) {
  return is_one_address(left) && is_one_address(right) && lies_in(left, right) == 1 && lies_in(right, left) == 1;
}

// An address as bits, and as text without any abbreviation.
struct Bits {
  bool bit[128]{};
  int count = 32;

  std::string text() const {
    std::string out;
    const int group = count == 32 ? 8 : 16;
    for (int first = 0; first < count; first += group) {
      unsigned value = 0;
      for (int i = 0; i < group; ++i) value = value * 2 + (bit[first + i] ? 1U : 0U);
      if (first != 0) out += count == 32 ? '.' : ':';
      if (count == 32) {
        out += std::to_string(value);
      } else {
        for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789abcdef"[(value >> shift) & 15U];
      }
    }
    return out;
  }
};

// The definition of a prefix: that many first bits are the same.
bool agree(const Bits& left, const Bits& right, int prefix) {
  for (int i = 0; i < prefix; ++i) {
    if (left.bit[i] != right.bit[i]) return false;
  }
  return true;
}

int wrong_prefixes(int count) {
  int wrong = 0;
  std::uint32_t random = 2463534242;
  for (int round = 0; round < 4; ++round) {
    Bits address;
    address.count = count;
    for (int i = 0; i < count; ++i) {
      random ^= random << 13, random ^= random >> 17, random ^= random << 5;
      address.bit[i] = round == 0 ? false : round == 1 ? true : (random & 1U) != 0;
    }
    for (int prefix = 0; prefix <= count; ++prefix) {
      const std::string block = address.text() + '/' + std::to_string(prefix);
      if (is_one_address(block) != (prefix == count)) ++wrong;
      if (lies_in(address.text(), block) != 1) ++wrong;
      for (int turned = 0; turned < count; ++turned) {
        Bits other = address;
        other.bit[turned] = !other.bit[turned];
        if (lies_in(other.text(), block) != (agree(address, other, prefix) ? 1 : 0)) ++wrong;
      }
    }
    if (is_block(address.text() + '/' + std::to_string(count + 1))) ++wrong;
  }
  return wrong;
}

}  // namespace

DUAL_TEST_CASE("an address is in a block or outside it") {
  EXPECT(lies_in("203.0.113.7", "203.0.113.0/24") == 1);                     // op-39
  EXPECT(lies_in("203.0.114.7", "203.0.113.0/24") == 0);                     // op-40
  EXPECT(lies_in("2001:db8:1234:5678::1", "2001:DB8:1234:5678::/64") == 1);  // op-42
  EXPECT(lies_in("2001:db8:1234:5679::1", "2001:DB8:1234:5678::/64") == 0);
  EXPECT(lies_in("203.0.113.0", "203.0.113.0/24") == 1);
  EXPECT(lies_in("203.0.113.255", "203.0.113.0/24") == 1);
  EXPECT(lies_in("203.0.112.255", "203.0.113.0/24") == 0);
  EXPECT(lies_in("10.0.0.127", "10.0.0.0/25") == 1);
  EXPECT(lies_in("10.0.0.128", "10.0.0.0/25") == 0);
  EXPECT(lies_in("255.255.255.255", "0.0.0.0/0") == 1);
  EXPECT(lies_in("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::/0") == 1);
}

// cond-ip-default-prefix
DUAL_TEST_CASE("an address without a prefix is a single host") {
  EXPECT(lies_in("203.0.113.7", "203.0.113.7") == 1);  // op-41
  EXPECT(lies_in("203.0.113.6", "203.0.113.7") == 0);
  EXPECT(lies_in("2001:db8::1", "2001:db8::2") == 0);
  EXPECT(is_one_address("203.0.113.7"));
  EXPECT(is_one_address("203.0.113.7/32"));
  EXPECT(!is_one_address("203.0.113.7/31"));
  EXPECT(is_one_address("2001:db8::1"));
  EXPECT(is_one_address("2001:db8::1/128"));
  EXPECT(!is_one_address("2001:db8::1/127"));
  EXPECT(!is_one_address("2001:db8::1/32"));
}

DUAL_TEST_CASE("the bits after the prefix can have any value") {
  EXPECT(lies_in("203.0.113.7", "203.0.113.99/24") == 1);
  EXPECT(lies_in("203.0.113.7", "203.0.113.4/30") == 1);
  EXPECT(lies_in("203.0.113.8", "203.0.113.4/30") == 0);
  EXPECT(lies_in("10.1.2.3", "1.2.3.4/0") == 1);
}

DUAL_TEST_CASE("the two versions have no address in common") {
  EXPECT(lies_in("203.0.113.7", "::/0") == 0);
  EXPECT(lies_in("::1", "0.0.0.0/0") == 0);
  EXPECT(lies_in("::ffff:203.0.113.7", "203.0.113.7") == 0);
  EXPECT(lies_in("203.0.113.7", "::ffff:203.0.113.7") == 0);
}

DUAL_TEST_CASE("version 6 has several texts for one address") {
  // The examples of RFC 4291, section 2.2.
  EXPECT(same("2001:DB8:0:0:8:800:200C:417A", "2001:DB8::8:800:200C:417A"));
  EXPECT(same("FF01:0:0:0:0:0:0:101", "FF01::101"));
  EXPECT(same("0:0:0:0:0:0:0:1", "::1"));
  EXPECT(same("0:0:0:0:0:0:0:0", "::"));
  EXPECT(same("0:0:0:0:0:0:13.1.68.3", "::13.1.68.3"));
  EXPECT(same("0:0:0:0:0:FFFF:129.144.52.38", "::FFFF:129.144.52.38"));
  EXPECT(same("::FFFF:129.144.52.38", "::ffff:8190:3426"));
  EXPECT(same("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"));
  EXPECT(same("1:0:0:0:0:0:0:0", "1::"));
  EXPECT(same("1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7::"));
  EXPECT(same("0:2:3:4:5:6:7:8", "::2:3:4:5:6:7:8"));
  EXPECT(same("1:2:3:0:5:6:7:8", "1:2:3::5:6:7:8"));
  EXPECT(same("1:2:3:4:5:6:7.8.9.10", "1:2:3:4:5:6:708:90a"));
  EXPECT(same("1:2:3:4:5::7.8.9.10", "1:2:3:4:5:0:708:90a"));
  EXPECT(!same("::1", "::1:0"));
  EXPECT(!same("1::", "::1"));
  EXPECT(!same("1::2:0", "1:0::2"));
}

DUAL_TEST_CASE("text that is not an address of version 4 is not read") {
  constexpr Text bad[] = {
      "010.0.0.1",      "10.0.0.007", "10.0.0.0/08", "",          ".",         "...",       "1",         "1.2.3",
      "1.2.3.",         ".1.2.3",     "1.2.3.4.",    "1.2.3.4.5", "1..3.4",    "256.0.0.0", "0.0.0.256", "999.0.0.0",
      "1.2.3.0004",     "1.2.3.-4",   "1.2.3.+4",    "1.2.3.x",   "0x1.2.3.4", "1.2.3.4 ",  " 1.2.3.4",  "1.2. 3.4",
      "1.2.3.4\0"_text, "1.2.3.*",    "localhost",   "1,2,3,4"};
  for (const Text text : bad) EXPECT(!is_block(text));
}

DUAL_TEST_CASE("text that is not an address of version 6 is not read") {
  constexpr Text bad[] = {":",
                          ":::",
                          "::::",
                          "1",
                          "1:",
                          ":1",
                          "1:2:3:4:5:6:7",
                          "1:2:3:4:5:6:7:",
                          ":2:3:4:5:6:7:8",
                          "1:2:3:4:5:6:7:8:9",
                          "1:2:3:4:5:6:7:8:",
                          "1:2:3:4:5:6:7:8::",
                          "::1:2:3:4:5:6:7:8",
                          "1::2::3",
                          "1:::2",
                          "::1::",
                          "12345::",
                          "::12345",
                          "::g",
                          "::-1",
                          "::+1",
                          "fe80::1%eth0",
                          "[::1]",
                          "::1 ",
                          " ::1",
                          "::1\0"_text,
                          "::*",
                          "::1.2.3",
                          "::1.2.3.4.5",
                          "::1.2.3.256",
                          "1.2.3.4::",
                          "::1.2.3.4:5",
                          "1:2:3:4:5:6:7:1.2.3.4",
                          "1:2:3:4:5:1.2.3.4",
                          "::1:2:3:4:5:6:1.2.3.4",
                          "::.",
                          "1::2:"};
  for (const Text text : bad) EXPECT(!is_block(text));
}

DUAL_TEST_CASE("text that is not a prefix length is not read") {
  constexpr Text bad[] = {
      "/",        "/24",        "1.2.3.4/",   "1.2.3.4/33", "1.2.3.4/128",   "1.2.3.4/-1",        "1.2.3.4/+8",
      "::/",      "::/129",     "::/999",     "::/1000",    "::/x",          "1.2.3.4/255.0.0.0", "1.2.3.4/8/8",
      "1.2.3/24", "1.2.3.4 /8", "1.2.3.4/ 8", "1.2.3.4/8 ", "::/4294967296", "1.2.3.4/8\0"_text};
  for (const Text text : bad) EXPECT(!is_block(text));
  constexpr Text good[] = {"1.2.3.4/0", "1.2.3.4/32", "::/0", "::/128", "::ffff:1.2.3.4/96"};
  for (const Text text : good) EXPECT(is_block(text));
}

DUAL_TEST_CASE("reading an address again replaces the old one") {
  IpBlock block, address;
  EXPECT(IpBlock::parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/9", block));
  EXPECT(IpBlock::parse("::1", block));
  EXPECT(IpBlock::parse("::1", address));
  EXPECT(block.is_one_address());
  EXPECT(block.contains(address));
  EXPECT(IpBlock::parse("10.0.0.0/8", block));
  EXPECT(IpBlock::parse("10.200.0.1", address));
  EXPECT(block.contains(address));
}

TEST_CASE("every length of a prefix compares as many bits") {
  CHECK(wrong_prefixes(32) == 0);
  CHECK(wrong_prefixes(128) == 0);
}

TEST_CASE("every byte of version 4 and every group of version 6 is read") {
  int wrong = 0;
  for (unsigned value = 0; value < 1000; ++value) {
    const std::string digits = std::to_string(value);
    for (const char* const text : {"#.1.2.3", "1.#.2.3", "1.2.#.3", "1.2.3.#", "::1.2.3.#"}) {
      std::string address = text;
      address.replace(address.find('#'), 1, digits);
      if (is_block(address) != (value < 256)) ++wrong;
    }
  }
  for (unsigned value = 0; value < 0x10000; ++value) {
    std::string digits;
    for (int shift = 12; shift >= 0; shift -= 4) digits += "0123456789AbCdEf"[(value >> shift) & 15U];
    const std::string shorter =
        digits.substr(digits.find_first_not_of('0') == std::string::npos ? 3 : digits.find_first_not_of('0'));
    const std::string bytes = std::to_string(value / 256) + '.' + std::to_string(value % 256);
    if (!same("::" + digits, "::" + shorter) || !same("::" + digits, "::0.0." + bytes)) ++wrong;
  }
  CHECK(wrong == 0);
}
