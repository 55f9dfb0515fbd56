// Amazon Resource Names, split into their six fields.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/names/partition.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

struct PrincipalName;
namespace detail {
constexpr NameError read_principal_name(Text text, PrincipalName& out);
}

/// arn:partition:service:region:account:resource. Colons after the fifth belong to the resource. A view: the text must
/// outlive it. The resource is not checked here; PrincipalName checks the ARNs of principals.
/// Source: IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
class Arn {
 public:
  static constexpr std::uint32_t longest = 2048;
  static constexpr std::uint32_t no_wildcard = 0xFFFFFFFF;

  // Compilers quote one line of a deleted function.
  // clang-format off
  template <detail::dying_string String>
  static Result<Arn, NameError> parse(String&&) WHENCE_REFUSED("an ARN views the text it was made from: give the string a name first");
  // clang-format on
  /// At most 2048 bytes. Complexity: linear; no allocation.
  [[nodiscard]] static constexpr Result<Arn, NameError> parse(Text text) {
    Arn arn;
    if (const NameError error = arn.read(text)) return error;
    return arn;
  }

  /// Reads the fields of `text`; after an error the ARN is unspecified.
  constexpr NameError read(Text text) {
    if (text.size() > longest) return {NameFault::arn_is_longer_than_2048, longest};
    const char* const characters = text.data();
    const auto size = static_cast<std::uint32_t>(text.size());
    std::uint32_t colons = 0;
    wildcard_ = no_wildcard;
    for (std::uint32_t i = 0; i < size; ++i) {
      const char c = characters[i];
      if (c == ':' && colons < 5) field_at_[colons++] = i + 1;
      if (c <= '?') {  // if char is signed, bytes from 0x80 are negative
        if (static_cast<unsigned char>(c) <= ' ') return {NameFault::arn_holds_a_character_that_no_arn_has, i};
        if ((c == '*' || c == '?') && wildcard_ == no_wildcard) wildcard_ = i;
      } else if (c == '\x7f') {
        return {NameFault::arn_holds_a_character_that_no_arn_has, i};
      }
    }
    if (size < 4 || Text(characters, 4) != "arn:") return {NameFault::arn_does_not_start_with_arn, 0};
    if (colons < 5) return {NameFault::arn_has_fewer_than_six_fields, size};
    text_ = text;
    const PartitionInfo* const partition = find_partition(field(0));
    if (partition == nullptr) return {NameFault::arn_has_an_unknown_partition, field_at_[0]};
    partition_ = partition->partition;
    if (service().empty()) return {NameFault::arn_has_an_empty_service, field_at_[1]};
    if (field_at_[4] == size) return {NameFault::arn_has_an_empty_resource, size};
    return {};
  }

  [[nodiscard]] constexpr Text text() const { return text_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }
  [[nodiscard]] constexpr Text service() const { return field(1); }
  [[nodiscard]] constexpr Text region() const { return field(2); }
  [[nodiscard]] constexpr Text account() const { return field(3); }
  [[nodiscard]] constexpr Text resource() const { return text_.part(field_at_[4]); }
  /// Where a field begins: 0 is the partition, 4 the resource.
  [[nodiscard]] constexpr std::uint32_t field_offset(int which) const { return field_at_[which]; }
  /// The position of the first `*` or `?`, or no_wildcard.
  [[nodiscard]] constexpr std::uint32_t first_wildcard() const { return wildcard_; }
  friend constexpr bool operator==(const Arn& left, const Arn& right) { return left.text_ == right.text_; }

 private:
  template <class Value, class Error>
  friend class Result;
  friend constexpr NameError detail::read_principal_name(Text text, PrincipalName& out);
  constexpr Arn() = default;
  [[nodiscard]] constexpr Text field(int which) const {
    return Text(text_.data() + field_at_[which], field_at_[which + 1] - field_at_[which] - 1);
  }

  Text text_;
  std::uint32_t field_at_[5]{};
  std::uint32_t wildcard_ = no_wildcard;
  Partition partition_ = Partition::aws;
};

}  // namespace whence
WHENCE_TEMPLATES_END
