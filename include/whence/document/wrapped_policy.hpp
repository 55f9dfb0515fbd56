// Policies as AWS prints them: inside the reply of an operation, or percent-encoded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/json_decoder.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/policy.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Finds the policy of one kind in a text, if there is only one that can be meant: in the reply of GetRole, CreateRole,
/// GetPolicyVersion, GetRolePolicy and its neighbours, DescribePolicy or DescribeVpcEndpoints, in a JSON string, or
/// percent-encoded (RFC 3986), as the API of IAM returns it. Otherwise policy() is the text as it is, because AWS does
/// not save every text around a policy: not even white space. Views the text; can be neither copied nor moved.
/// Complexity: linear. Sources: Role, https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html; PolicyVersion,
/// https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html; GetRolePolicy,
/// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html; DescribePolicy,
/// https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html; DescribeVpcEndpoints,
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html
class WrappedPolicy {
 public:
  constexpr WrappedPolicy(Text source, PolicyKind kind) : source_(source), text_(source), kind_(kind) {
    bool found = true;
    for (std::size_t step = 0; step < most_steps && found; ++step) found = unwrap();
  }
  WrappedPolicy(const WrappedPolicy&) = delete;
  WrappedPolicy& operator=(const WrappedPolicy&) = delete;

  [[nodiscard]] constexpr Text policy() const { return text_; }
  /// Whether AWS returned it: it was in a reply, and not in what is sent to AWS.
  [[nodiscard]] constexpr bool is_from_aws() const { return is_reply_; }
  /// Whether policy() is decoded, and so not a part of the text.
  [[nodiscard]] constexpr bool is_decoded() const { return is_decoded_; }
  /// The role of a reply about a role, as it is written there, or empty.
  [[nodiscard]] constexpr Text role() const { return role_; }
  /// The byte of the text at which the policy begins, or the string or encoded text that contains it.
  [[nodiscard]] constexpr std::uint32_t begins_at() const { return begins_at_; }
  /// The byte of the text from which a byte of policy() comes.
  [[nodiscard]] constexpr std::uint32_t offset_in_text(std::uint32_t offset) const {
    if (!is_decoded_) return begins_at_ + offset;
    const std::size_t at = first_ + offset;
    return at < from_.size() ? from_[at] : static_cast<std::uint32_t>(source_.size());
  }

 private:
  static constexpr std::size_t most_steps = 8;
  static constexpr std::size_t longest = 1U << 20;  // to decode: no policy that is encoded is longer

  // The members that matter, in the order of their names below.
  enum Member : std::size_t {
    the_role,
    role_list,
    trust_document,
    version,
    document,
    policy_document,
    organization_policy,
    content,
    endpoints,
    arn,
    summary,
    type,
    policy_name,
    endpoint_id,
    member_count
  };
  static constexpr const char* names[] = {"Role",          "Roles",         "AssumeRolePolicyDocument",
                                          "PolicyVersion", "Document",      "PolicyDocument",
                                          "Policy",        "Content",       "VpcEndpoints",
                                          "Arn",           "PolicySummary", "Type",
                                          "PolicyName",    "VpcEndpointId"};
  static_assert(count_of(names) == member_count);

  struct Members {
    Slice at[member_count];
    std::size_t count = 0;
    bool is_policy = false;
    [[nodiscard]] constexpr bool has(Member which) const { return at[which].size > 0; }
  };

  constexpr void move_to(std::size_t at, std::size_t size) {
    first_ += at;
    text_ = text_.part(at, size);
    if (!is_decoded_) begins_at_ = static_cast<std::uint32_t>(first_);
  }
  constexpr bool move_to(Slice slice) {
    move_to(slice.at, slice.size);
    return true;
  }

  // One step inward; false if there is none.
  constexpr bool unwrap() {
    JsonScanner json(text_);
    const char first = json.peek();
    if (first == '"') return unwrap_string();
    if (first == '%') return unwrap_percent(json.offset());
    return first == '{' && unwrap_object();
  }

  // Empty if the list has no element or several.
  static constexpr Slice only_element_of(Text list) {
    JsonScanner json(list);
    Slice only;
    std::size_t count = 0;
    const bool read = json.list([&] { return ++count == 1 && json.value(only); }) && json.end();
    return read && count == 1 ? only : Slice();
  }
  [[nodiscard]] constexpr Members members_of(Text object) const {
    JsonScanner json(object);
    Members out;
    const bool read = json.object([&] {
      JsonString name;
      Slice value;
      if (!json.member_name(name)) return false;
      const Text word = object.part(name.raw.at, name.raw.size);
      out.is_policy = out.is_policy || word == "Statement" || word == "Version";
      if (out.is_policy || !json.value(value)) return false;
      ++out.count;
      for (std::size_t i = 0; i < member_count; ++i) {
        if (word != names[i]) continue;
        if (out.at[i].size > 0) return false;  // twice: which one is meant?
        out.at[i] = value;
      }
      return true;
    }) && json.end();
    if (!read) out = {};
    return out;
  }

  constexpr bool unwrap_object() {
    const Members members = members_of(text_);
    const Member inner = inner_of(members);
    if (inner == member_count) return false;
    Slice value = members.at[inner];
    if (text_[value.at] == '[') {
      const Slice only = only_element_of(text_.part(value.at, value.size));
      if (only.size == 0) return false;
      value = {value.at + only.at, only.size};
    }
    if (inner == trust_document && members.has(arn) && !is_decoded_) {
      const Slice written = members.at[arn];
      if (written.size > 2 && text_[written.at] == '"') role_ = text_.part(written.at + 1, written.size - 2);
    }
    // Without these it can also be what somebody sends to AWS, such as the input of create-role.
    is_reply_ = is_reply_ || inner == version || (inner == trust_document && members.has(arn)) ||
                (inner == content && members.has(summary)) || (inner == policy_document && members.has(endpoint_id));
    return move_to(value);
  }

  // The member that leads to a policy of this kind, if there is only one.
  [[nodiscard]] constexpr Member inner_of(const Members& members) const {
    Member found = member_count;
    std::size_t count = 0;
    const auto look = [&](Member which, bool fits = true) {
      if (!members.has(which) || !fits) return;
      found = which;
      ++count;
    };
    const bool alone = members.count == 1;
    switch (kind_) {
      case PolicyKind::trust:
        look(the_role);
        look(role_list);
        look(trust_document);
        break;
      case PolicyKind::identity:
        look(version);
        look(document);
        look(policy_document, alone || members.has(policy_name));
        break;
      case PolicyKind::service_control:
      case PolicyKind::resource_control:
        look(organization_policy);
        look(content, alone || is_of_this_kind(members));
        break;
      case PolicyKind::endpoint:
        look(endpoints);
        look(policy_document, alone || members.has(endpoint_id));
        break;
    }
    return count == 1 ? found : member_count;
  }

  [[nodiscard]] constexpr bool is_of_this_kind(const Members& members) const {
    if (!members.has(summary)) return false;
    const Text about = text_.part(members.at[summary].at, members.at[summary].size);
    const Members of_summary = members_of(about);
    const Text wanted =
        kind_ == PolicyKind::service_control ? Text("\"SERVICE_CONTROL_POLICY\"") : Text("\"RESOURCE_CONTROL_POLICY\"");
    return about.part(of_summary.at[type].at, of_summary.at[type].size) == wanted;
  }

  // Takes the decoded bytes in place of the text.
  constexpr bool take(std::vector<char>& bytes, std::vector<std::uint32_t>& from) {
    decoded_.swap(bytes);
    from_.swap(from);
    is_decoded_ = true;
    first_ = 0;
    text_ = {decoded_.data(), decoded_.size()};
    return true;
  }

  constexpr bool unwrap_string() {
    JsonScanner json(text_);
    JsonString word;
    if (text_.size() > longest || !json.string(word) || !json.end()) return false;
    std::vector<char> bytes;
    std::vector<std::uint32_t> from;
    for (std::uint32_t at = word.raw.at; at < word.raw.at + word.raw.size;) {
      std::uint32_t size = 1;
      if (text_[at] == '\\') {
        // A character beyond U+FFFF is two escapes.
        const bool is_first_of_two = text_[at + 1] == 'u' && (text_[at + 2] == 'd' || text_[at + 2] == 'D') &&
                                     Text("89abAB").find(text_[at + 3]) != Text::npos;
        size = text_[at + 1] != 'u' ? 2 : is_first_of_two ? 12 : 6;
      }
      const std::uint32_t comes_from = offset_in_text(at);
      JsonDecoder::decode(text_, {at, size}, [&](char c) {
        bytes.push_back(c);
        from.push_back(comes_from);
      });
      at += size;
    }
    return take(bytes, from);
  }

  static constexpr int hex_digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
  }

  // A '+' is a plus sign in RFC 3986 and a space in forms, so a text with one is left alone.
  constexpr bool unwrap_percent(std::size_t begin) {
    std::size_t size = text_.size();
    while (size > begin && static_cast<unsigned char>(text_[size - 1]) <= ' ') --size;
    if (size > longest) return false;
    std::vector<char> bytes;
    std::vector<std::uint32_t> from;
    for (std::size_t at = begin; at < size; ++at) {
      char c = text_[at];
      const std::uint32_t comes_from = offset_in_text(static_cast<std::uint32_t>(at));
      if (c == '+' || static_cast<unsigned char>(c) < ' ') return false;
      if (c == '%') {
        const int high = at + 2 < size ? hex_digit(text_[at + 1]) : -1, low = high < 0 ? -1 : hex_digit(text_[at + 2]);
        if (low < 0) return false;
        c = static_cast<char>(high * 16 + low);
        at += 2;
      }
      bytes.push_back(c);
      from.push_back(comes_from);
    }
    JsonScanner json(Text(bytes.data(), bytes.size()));
    return (json.peek() == '{' || json.peek() == '"') && take(bytes, from);
  }

  Text source_, text_;
  PolicyKind kind_;
  std::size_t first_ = 0;  // of the text, in the source or in what is decoded
  std::uint32_t begins_at_ = 0;
  bool is_decoded_ = false, is_reply_ = false;
  Text role_;
  std::vector<char> decoded_;
  std::vector<std::uint32_t> from_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
