// Reading what a hop of a plan states beside what a scenario does: the operation, its request, and what it depends on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/date.hpp>
#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/document/hop_fields.hpp>
#include <whence/document/policy_document.hpp>
#include <whence/document/scenario_fault.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/root_task.hpp>
#include <whence/model/sts_request.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// What was read, with all that it views.
struct HopParts {
  bool has_operation = false;
  Operation operation = Operation::assume_role;
  StsRequest request;
  Text federated_name;
  Text target;
  Text approver;
  bool has_task = false;
  RootTask task{};
  RootAccess access;
  Truth outbound_federation = Truth::unknown;
  Truth approved_partner = Truth::unknown;
  Seconds maximum_session{};

  std::vector<char> text;  // the decoded strings
  std::vector<SessionTag> tags, role_tags;
  std::vector<Text> transitive_tag_keys;
  std::vector<IdentityPolicyDocument> session_policy;
  std::vector<IdentityPolicyDocument> managed_documents;
  std::vector<ManagedPolicy> managed_policies;
};

class HopReader {
 public:
  constexpr HopReader(Text source, HopParts& out) : source_(source), json_(source), out_(out) {}

  constexpr ScenarioError run() {
    // All decoded strings together are no longer than the source, so that views of them stay where they are.
    out_.text.reserve(source_.size());
    const bool read = json_.object([this] { return field(); });
    if (!read && !error_) fail(as_scenario_fault(json_.fault()), json_.fault_offset());
    if (!error_) connect();
    return error_;
  }

 private:
  constexpr bool fail(ScenarioFault fault, std::uint32_t offset) {
    if (!error_) {
      error_.fault = fault;
      error_.offset = offset;
      error_.field = field_;
    }
    return false;
  }
  constexpr std::uint32_t next() {
    json_.peek();
    return json_.offset();
  }
  constexpr bool string(Text& out, JsonFault otherwise = JsonFault::expected_a_string) {
    JsonString read;
    if (!json_.string(read, otherwise)) return false;
    const std::size_t first = out_.text.size();
    JsonDecoder::decode(source_, read.raw, [this](char c) { out_.text.push_back(c); });
    out = Text(out_.text.data() + first, out_.text.size() - first);
    return true;
  }
  constexpr bool name(Text& out) {
    return string(out, JsonFault::expected_a_member_name) && json_.need(':', JsonFault::expected_a_colon);
  }
  constexpr bool pass_over() {
    Slice ignored;
    return json_.value(ignored);
  }
  constexpr bool take_null() { return json_.peek() == 'n' && pass_over(); }

  constexpr bool field() {
    Text written;
    const std::uint32_t at = next();
    if (!name(written)) return false;
    const HopField which = hop_field_of(written);
    if (which == HopField::none) return pass_over();
    field_ = hop_fields[static_cast<std::size_t>(which)];
    const std::uint32_t bit = 1U << static_cast<unsigned>(which);
    if ((seen_ & bit) != 0) return fail(ScenarioFault::duplicate_field, at);
    seen_ |= bit;
    const bool read = take_null() || value_of(which);
    if (read) field_ = {};
    return read;
  }

  constexpr bool value_of(HopField which) {
    switch (which) {
      case HopField::operation: return operation();
      case HopField::request: return json_.object([this] { return parameter(); });
      case HopField::role_max_session_duration: return whole(out_.maximum_session.count);
      case HopField::role_tags: return tags(out_.role_tags);
      case HopField::delegated_administrator: return account(out_.access.delegated_administrator);
      case HopField::root_access_enabled: return boolean(out_.access.is_enabled);
      case HopField::regional_endpoint: return boolean(out_.access.at_regional_endpoint);
      case HopField::outbound_federation_enabled: return boolean(out_.outbound_federation);
      case HopField::approver: return string(out_.approver);
      default: return boolean(out_.approved_partner);
    }
  }

  constexpr bool operation() {
    const std::uint32_t at = next();
    Text written;
    if (!string(written)) return false;
    for (const OperationInfo& each : operations) {
      if (!ascii::equal_ignoring_case(written, each.action) && !ascii::equal_ignoring_case(written, each.name()))
        continue;
      if (each.duration.most == 0) return fail(ScenarioFault::operation_begins_nothing, at);
      out_.operation = each.operation;
      return out_.has_operation = true;
    }
    return fail(ScenarioFault::operation_is_not_known, at);
  }

  constexpr bool whole(std::int64_t& out) {
    const std::uint32_t at = next();
    Slice raw;
    if (json_.peek() == '"' || !json_.bare_scalar(raw)) return fail(ScenarioFault::number_is_not_whole, at);
    Text digits = source_.part(raw.at, raw.size);
    const bool negative = digits.starts_with("-");
    if (negative) digits = digits.part(1);
    if (digits.empty() || digits.size() > 15) return fail(ScenarioFault::number_is_not_whole, at);
    out = 0;
    for (const char c : digits) {
      if (!ascii::is_digit(c)) return fail(ScenarioFault::number_is_not_whole, at);
      out = out * 10 + (c - '0');
    }
    if (negative) out = -out;
    return true;
  }

  constexpr bool instant(Instant& out) {
    const std::uint32_t at = next();
    if (json_.peek() != '"') return whole(out.seconds_since_epoch);
    Text written;
    Date date;
    if (!string(written)) return false;
    if (!parse_date(written, date)) return fail(ScenarioFault::instant_is_not_valid, at);
    out.seconds_since_epoch = date.seconds;
    return true;
  }

  constexpr bool boolean(Truth& out) {
    const std::uint32_t at = next();
    Slice raw;
    if (json_.peek() == '"' || !json_.bare_scalar(raw)) return fail(ScenarioFault::expected_true_or_false, at);
    const Text word = source_.part(raw.at, raw.size);
    if (word != "true" && word != "false") return fail(ScenarioFault::expected_true_or_false, at);
    out = truth(word == "true");
    return true;
  }

  constexpr bool account(AccountId& out) {
    const std::uint32_t at = next();
    Text written;
    if (!string(written)) return false;
    const Result<AccountId, NameError> id = AccountId::parse(written);
    if (!id) return fail(ScenarioFault::account_is_not_valid, at);
    out = *id;
    return true;
  }

  constexpr bool tags(std::vector<SessionTag>& out) {
    if (json_.peek() == '[') return json_.list([&] { return tag(out); });
    return json_.object([&] {
      Text key;
      Text value;
      if (!name(key) || !string(value)) return false;
      out.push_back({Parameter<grammar::TagKey>(key), Parameter<grammar::TagValue>(value)});
      return true;
    });
  }
  constexpr bool tag(std::vector<SessionTag>& out) {
    SessionTag read;
    const std::uint32_t at = next();
    const bool whole_tag = json_.object([&] {
      Text member;
      Text value;
      const std::uint32_t member_at = next();
      if (!name(member) || !string(value)) return false;
      if (member == "Key" && !read.key.is_stated()) {
        read.key = Parameter<grammar::TagKey>(value);
      } else if (member == "Value" && !read.value.is_stated()) {
        read.value = Parameter<grammar::TagValue>(value);
      } else {
        return fail(ScenarioFault::tag_is_not_valid, member_at);
      }
      return true;
    });
    if (!whole_tag) return false;
    if (!read.key.is_stated() || !read.value.is_stated()) return fail(ScenarioFault::tag_is_not_valid, at);
    out.push_back(read);
    return true;
  }

  // A policy as an object, or as a string that holds one.
  constexpr bool policy(std::vector<IdentityPolicyDocument>& out) {
    const std::uint32_t at = next();
    Text text;
    if (json_.peek() == '"') {
      if (!string(text)) return false;
    } else if (json_.peek() == '{') {
      Slice raw;
      if (!json_.value(raw)) return false;
      text = source_.part(raw.at, raw.size);
    } else {
      return fail(ScenarioFault::policy_is_not_an_object, at);
    }
    Result<IdentityPolicyDocument, PolicyError> read = IdentityPolicyDocument::parse(text);
    if (!read) {
      if (!error_) error_.policy = read.error();
      return fail(ScenarioFault::policy, at);
    }
    out.push_back(*static_cast<Result<IdentityPolicyDocument, PolicyError>&&>(read));
    return true;
  }

  // An ARN, or {"arn": ..., "policy": what it says}.
  constexpr bool managed_policy() {
    ManagedPolicy managed;
    std::vector<IdentityPolicyDocument> said;
    if (json_.peek() == '"') {
      if (!string(managed.arn)) return false;
    } else {
      const std::uint32_t at = next();
      const bool read = json_.object([&] {
        Text member;
        const std::uint32_t member_at = next();
        if (!name(member)) return false;
        if (member == "arn") return string(managed.arn);
        return member == "policy" && said.empty() ? policy(said) : fail(ScenarioFault::unknown_parameter, member_at);
      });
      if (!read) return false;
      if (managed.arn.empty()) return fail(ScenarioFault::unknown_parameter, at);
    }
    for (IdentityPolicyDocument& each : said) {
      managed.policy = each.view();
      out_.managed_documents.push_back(static_cast<IdentityPolicyDocument&&>(each));
    }
    out_.managed_policies.push_back(managed);
    return true;
  }

  constexpr bool task_policy() {
    const std::uint32_t at = next();
    Text arn;
    if (json_.peek() == '"') {
      if (!string(arn)) return false;
    } else if (!json_.object([&] {
                 Text member;
                 return name(member) && string(arn);
               })) {
      return false;
    }
    constexpr Text prefix = "arn:aws:iam::aws:policy/root-task/";
    for (const RootTaskInfo& each : root_tasks) {
      if (arn != each.policy && (!arn.starts_with(prefix) || arn.part(prefix.size()) != each.policy)) continue;
      out_.task = each.task;
      return out_.has_task = true;
    }
    return fail(ScenarioFault::task_policy_is_not_valid, at);
  }

  template <class Grammar>
  constexpr bool stated(Parameter<Grammar>& out) {
    Text value;
    if (!string(value)) return false;
    out = Parameter<Grammar>(value);
    return true;
  }

  static constexpr Text parameters[] = {
      "RoleSessionName", "DurationSeconds",  "Tags",   "TransitiveTagKeys", "SourceIdentity", "ExternalId",
      "SerialNumber",    "TokenCode",        "Policy", "PolicyArns",        "Name",           "TargetPrincipal",
      "TaskPolicyArn",   "PackedPolicySize", "at",     "tokenEnds",         "signInEnds",     "consoleSessionEnds",
      "sourceAccount",   "sourceArn"};

  constexpr bool parameter() {
    const std::uint32_t at = next();
    Text written;
    if (!name(written)) return false;
    std::uint32_t which = 0;
    for (const Text each : parameters) {
      if (each == written) break;
      ++which;
    }
    if (which == sizeof parameters / sizeof parameters[0]) {
      field_ = source_.part(at + 1, json_.offset() - at);  // from its opening quote on, as it is written
      field_ = field_.part(0, field_.find('"'));
      return fail(ScenarioFault::unknown_parameter, at);
    }
    field_ = parameters[which];
    if ((stated_ & (1U << which)) != 0) return fail(ScenarioFault::duplicate_parameter, at);
    stated_ |= 1U << which;
    if (take_null()) return true;
    StsRequest& request = out_.request;
    std::int64_t number = 0;
    switch (which) {
      case 0: return stated(request.session_name);
      case 1: return whole(request.duration.count);
      case 2: return tags(out_.tags);
      case 3:
        return json_.list(
            [this] {
              Text key;
              if (!string(key)) return false;
              out_.transitive_tag_keys.push_back(key);
              return true;
            },
            JsonFault::expected_a_list);
      case 4: return stated(request.source_identity);
      case 5: return stated(request.external_id);
      case 6: return stated(request.serial_number);
      case 7: return stated(request.token_code);
      case 8: return policy(out_.session_policy);
      case 9: return json_.list([this] { return managed_policy(); }, JsonFault::expected_a_list);
      case 10: return string(out_.federated_name);
      case 11: return string(out_.target);
      case 12: return task_policy();
      case 13:
        if (!whole(number)) return false;
        request.packed_policy_size = number > INT32_MAX ? INT32_MAX : static_cast<std::int32_t>(number);
        return true;
      case 14: return instant(request.at);
      case 15: return instant(request.token_ends);
      case 16: return instant(request.sign_in_ends);
      case 17: return instant(request.console_session_ends);
      case 18: return string(request.source_account);
      default: return string(request.source_arn);
    }
  }

  constexpr void connect() {
    out_.request.tags = out_.tags;
    out_.request.transitive_tag_keys = out_.transitive_tag_keys;
    if (!out_.session_policy.empty()) out_.request.session_policy = out_.session_policy[0].view();
    out_.request.managed_policies = out_.managed_policies;
  }

  Text source_;
  JsonScanner json_;
  HopParts& out_;
  ScenarioError error_;
  Text field_;
  std::uint32_t seen_ = 0, stated_ = 0;  // a bit for each field, and for each parameter
};

}  // namespace whence::detail
WHENCE_TEMPLATES_END
