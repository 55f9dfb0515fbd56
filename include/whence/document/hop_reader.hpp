// Reads the fields of a hop that a scenario does not have: the operation, its request, and what it depends on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/date.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/document/field_reader.hpp>
#include <whence/document/policy_document.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/origin_identity.hpp>
#include <whence/model/outbound_token.hpp>
#include <whence/model/root_task.hpp>
#include <whence/model/sts_request.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// What was read, and all that it views.
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
  OutboundFederation outbound;
  bool has_identity = false;
  OriginIdentity identity;
  Truth approved_partner = Truth::unknown;
  Seconds maximum_session{};

  std::vector<char> text;  // the decoded strings
  std::vector<SessionTag> tags, role_tags;
  std::vector<Text> transitive_tag_keys, audiences;
  std::vector<IdentityPolicyDocument> session_policy;
  std::vector<IdentityPolicyDocument> managed_documents;
  std::vector<ManagedPolicy> managed_policies;
};

class HopReader : FieldReader {
 public:
  constexpr HopReader(Text source, HopParts& out) : FieldReader(source, out.text), out_(out) {}

  // Whether a hop has a field with this name that a scenario does not have.
  [[nodiscard]] static constexpr bool has(Text name);

  constexpr ScenarioError run() {
    // All decoded strings together are no longer than the source, so views of them stay valid.
    out_.text.reserve(source_.size());
    const bool read = json_.object([this] { return field(); });
    if (!read && !error_) fail(as_scenario_fault(json_.fault()), json_.fault_offset());
    if (!error_ && documents_are_saved([](Text) { return static_cast<const PartitionInfo*>(nullptr); })) connect();
    return error_;
  }

 private:
  struct Tables;  // defined after the class, because it calls members
  constexpr bool field();
  constexpr bool parameter();

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

  // A value without quotes, as it is written; empty if it is none.
  constexpr Text bare() {
    Slice raw;
    return json_.peek() != '"' && json_.bare_scalar(raw) ? source_.part(raw.at, raw.size) : Text();
  }

  constexpr bool whole(std::int64_t& out) {
    const std::uint32_t at = next();
    Text digits = bare();
    const bool negative = digits.starts_with("-");
    if (negative) digits = digits.part(1);
    bool is_whole = !digits.empty() && digits.size() <= 15;
    out = 0;
    for (std::size_t i = 0; is_whole && i < digits.size(); ++i) {
      is_whole = ascii::is_digit(digits[i]);
      out = out * 10 + (digits[i] - '0');
    }
    if (!is_whole) return fail(ScenarioFault::number_is_not_whole, at);
    if (negative) out = -out;
    return true;
  }

  constexpr bool instant(Instant& out) {
    const std::uint32_t at = next();
    if (json_.peek() != '"') {
      if (!whole(out.seconds_since_epoch)) return false;
    } else {
      Text written;
      Date date;
      if (!string(written)) return false;
      if (!parse_date(written, date)) return fail(ScenarioFault::instant_is_not_valid, at);
      out.seconds_since_epoch = date.seconds;
    }
    return out != Instant{} || fail(ScenarioFault::instant_is_not_valid, at);  // 0 means that it is not given
  }

  constexpr bool boolean(Truth& out) {
    const std::uint32_t at = next();
    const Text word = bare();
    if (word != "true" && word != "false") return fail(ScenarioFault::expected_true_or_false, at);
    out = truth(word == "true");
    return true;
  }

  constexpr bool tags(std::vector<SessionTag>& out) {
    if (json_.peek() == '[') return json_.list([&] { return tag(out); });
    return json_.object([&] {
      Text key;
      Text value;
      if (!fits(out.size()) || !name(key) || !string(value)) return false;
      out.push_back({Parameter<grammar::TagKey>(key), Parameter<grammar::TagValue>(value)});
      return true;
    });
  }
  constexpr bool tag(std::vector<SessionTag>& out) {
    if (!fits(out.size())) return false;
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

  // An ARN, or {"arn": ..., "policy": ...}.
  constexpr bool managed_policy() {
    if (!fits(out_.managed_policies.size())) return false;
    ManagedPolicy managed;
    std::vector<IdentityPolicyDocument> policies;
    if (json_.peek() == '"') {
      if (!string(managed.arn)) return false;
    } else {
      constexpr auto unknown = ScenarioFault::unknown_parameter;
      const std::uint32_t at = next();
      const bool read = json_.object([&] {
        Text member;
        const std::uint32_t member_at = next();
        if (!name(member)) return false;
        if (member == "arn") return string(managed.arn);
        return member == "policy" && policies.empty() ? document(policies) : fail(unknown, member_at);
      });
      if (!read) return false;
      if (managed.arn.empty()) return fail(unknown, at);
    }
    for (IdentityPolicyDocument& each : policies) {
      managed.policy = each.view();
      out_.managed_documents.push_back(static_cast<IdentityPolicyDocument&&>(each));
    }
    out_.managed_policies.push_back(managed);
    return true;
  }

  constexpr bool task_policy() {
    const std::uint32_t at = next();
    Text arn;
    Text member;
    const bool read = json_.peek() == '"' ? string(arn) : json_.object([&] { return name(member) && string(arn); });
    if (!read) return false;
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

  constexpr bool transitive_tag_key() {
    Text key;
    if (!fits(out_.transitive_tag_keys.size()) || !string(key)) return false;
    out_.transitive_tag_keys.push_back(key);
    return true;
  }
  constexpr bool audience() {
    Text value;
    if (!fits(out_.audiences.size()) || !string(value)) return false;
    out_.audiences.push_back(value);
    return true;
  }
  constexpr bool subject_mode() {
    const std::uint32_t at = next();
    Text mode;
    if (!string(mode)) return false;
    const bool of_origin = mode == "OriginIdentity";
    if (!of_origin && mode != "AWSIdentity") return fail(ScenarioFault::unknown_parameter, at);
    out_.outbound.subject_mode = of_origin ? SubjectMode::origin_identity : SubjectMode::aws_identity;
    return true;
  }
  // {"Subject": ..., "SubjectType": ..., "Issuer": ..., "FederatedProviderArn": ...}, each at most once.
  constexpr bool origin_identity() {
    OriginIdentity& out = out_.identity;
    out_.has_identity = true;
    return json_.object([&] {
      Text member;
      Text value;
      const std::uint32_t at = next();
      if (!name(member) || !string(value)) return false;
      Text* const place = member == "Subject"                ? &out.subject
                          : member == "SubjectType"          ? &out.subject_type
                          : member == "Issuer"               ? &out.issuer
                          : member == "FederatedProviderArn" ? &out.federated_provider
                                                             : nullptr;
      if (place == nullptr || !place->empty()) return fail(ScenarioFault::unknown_parameter, at);
      *place = value;
      return true;
    });
  }
  // A list that the rules refuse is read, but not one that fills the memory.
  constexpr bool fits(std::size_t elements) {
    return elements < 1024 || fail(ScenarioFault::too_many_elements, next());
  }
  constexpr bool maximum_session() {
    const std::uint32_t at = next();
    if (!whole(out_.maximum_session.count)) return false;
    return out_.maximum_session.count > 0 || fail(ScenarioFault::maximum_session_is_not_positive, at);
  }
  constexpr bool packed_policy_size() {
    std::int64_t number = 0;
    const std::uint32_t at = next();
    if (!whole(number)) return false;
    if (number < 0) return fail(ScenarioFault::packed_size_is_below_0, at);
    out_.request.packed_policy_size = number > INT32_MAX ? INT32_MAX : static_cast<std::int32_t>(number);
    return true;
  }

  constexpr void connect() {
    out_.request.tags = out_.tags;
    out_.request.transitive_tag_keys = out_.transitive_tag_keys;
    if (!out_.session_policy.empty()) out_.request.session_policy = out_.session_policy[0].view();
    out_.request.managed_policies = out_.managed_policies;
    out_.outbound.audiences = out_.audiences;
    if (out_.has_identity) out_.request.origin_identity = &out_.identity;
    out_.request.at_global_endpoint = out_.access.at_regional_endpoint == Truth::no;
  }

  HopParts& out_;
  std::uint32_t seen_ = 0, stated_ = 0;  // a bit for each field, and for each parameter
};

// The fields of a hop, and the parameters of its request by their API names. A null value omits the field.
struct HopReader::Tables {
  using In = HopReader&;
  static constexpr Field<HopReader> fields[] = {
      {"operation", [](In in) { return in.operation(); }},
      {"request", [](In in) { return in.json_.object([&in] { return in.parameter(); }); }},
      {"roleMaxSessionDuration", [](In in) { return in.maximum_session(); }},
      {"roleTags", [](In in) { return in.tags(in.out_.role_tags); }},
      {"delegatedAdministrator", [](In in) { return in.account(in.out_.access.delegated_administrator); }},
      {"rootAccessEnabled", [](In in) { return in.boolean(in.out_.access.is_enabled); }},
      {"regionalEndpoint", [](In in) { return in.boolean(in.out_.access.at_regional_endpoint); }},
      {"outboundFederationEnabled", [](In in) { return in.boolean(in.out_.outbound.is_enabled); }},
      {"approverArn", [](In in) { return in.string(in.out_.approver); }},
      {"documentsFrom", [](In in) { return in.documents_from(); }},
      {"approvedPartner", [](In in) { return in.boolean(in.out_.approved_partner); }},
  };
  static constexpr Field<HopReader> parameters[] = {
      {"RoleSessionName", [](In in) { return in.stated(in.out_.request.session_name); }},
      {"DurationSeconds", [](In in) { return in.whole(in.out_.request.duration.count); }},
      {"Tags", [](In in) { return in.tags(in.out_.tags); }},
      {"TransitiveTagKeys",
       [](In in) { return in.json_.list([&in] { return in.transitive_tag_key(); }, JsonFault::expected_a_list); }},
      {"SourceIdentity", [](In in) { return in.stated(in.out_.request.source_identity); }},
      {"ExternalId", [](In in) { return in.stated(in.out_.request.external_id); }},
      {"SerialNumber", [](In in) { return in.stated(in.out_.request.serial_number); }},
      {"TokenCode", [](In in) { return in.stated(in.out_.request.token_code); }},
      {"Policy", [](In in) { return in.document(in.out_.session_policy); }},
      {"PolicyArns",
       [](In in) { return in.json_.list([&in] { return in.managed_policy(); }, JsonFault::expected_a_list); }},
      {"Name", [](In in) { return in.string(in.out_.federated_name); }},
      {"TargetPrincipal", [](In in) { return in.string(in.out_.target); }},
      {"TaskPolicyArn", [](In in) { return in.task_policy(); }},
      {"PackedPolicySize", [](In in) { return in.packed_policy_size(); }},
      {"MinimumSessionTokenSize", [](In in) { return in.whole(in.out_.request.minimum_token_size); }},
      {"ScopedSessionDescription", [](In in) { return in.string(in.out_.request.scoped_session_description); }},
      {"Audience", [](In in) { return in.json_.list([&in] { return in.audience(); }, JsonFault::expected_a_list); }},
      {"SigningAlgorithm", [](In in) { return in.string(in.out_.outbound.signing_algorithm); }},
      {"SubjectMode", [](In in) { return in.subject_mode(); }},
      {"Scope", [](In in) { return in.string(in.out_.outbound.scope); }},
      {"originIdentity", [](In in) { return in.origin_identity(); }},
      {"at", [](In in) { return in.instant(in.out_.request.at); }},
      {"tokenEnds", [](In in) { return in.instant(in.out_.request.token_ends); }},
      {"signInEnds", [](In in) { return in.instant(in.out_.request.sign_in_ends); }},
      {"consoleSessionEnds", [](In in) { return in.instant(in.out_.request.console_session_ends); }},
      {"sourceAccount", [](In in) { return in.string(in.out_.request.source_account); }},
      {"sourceArn", [](In in) { return in.string(in.out_.request.source_arn); }},
  };
};

constexpr bool HopReader::has(Text name) { return find_field(Tables::fields, name) != nullptr; }

constexpr bool HopReader::field() {
  Text written;
  const std::uint32_t at = next();
  if (!name(written)) return false;
  const Field<HopReader>* const which = find_field(Tables::fields, written);
  if (which == nullptr) return pass_over();
  if (!begin(Tables::fields, which, seen_, ScenarioFault::duplicate_field, at)) return false;
  const bool read = take_null() || which->read(*this);
  if (read) field_ = {};
  return read;
}

constexpr bool HopReader::parameter() {
  Text written;
  const std::uint32_t at = next();
  if (!name(written)) return false;
  const Field<HopReader>* const which = find_field(Tables::parameters, written);
  if (which == nullptr) return fail_unknown(ScenarioFault::unknown_parameter, at);
  return begin(Tables::parameters, which, stated_, ScenarioFault::duplicate_parameter, at) &&
         (take_null() || which->read(*this));
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
