// Reads a scenario.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/document/field_reader.hpp>
#include <whence/document/given_keys.hpp>
#include <whence/document/hop_reader.hpp>
#include <whence/document/key_agreement.hpp>
#include <whence/document/scenario_fault.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// What a hop omits, because the hop before it determines it or because its operation has no role.
struct HopDefaults {
  Text principal;
  Text role;
  bool is_hop = false;
  DocumentsFrom documents_from = DocumentsFrom::account;
};

namespace detail {
// A template only so that the scenario, which it fills, can be defined after it.
template <class Scenario>
class ScenarioReader : FieldReader {
 public:
  constexpr ScenarioReader(Text source, Scenario& out, const HopDefaults& hop)
      : FieldReader(source, out.text_), out_(out), hop_(hop) {
    documents_from_ = hop.documents_from;
  }

  constexpr ScenarioError run() {
    if (source_.size() > longest) return {.fault = ScenarioFault::scenario_is_longer_than_16_mib, .offset = longest};
    // All decoded strings together are no longer than the source, so views of them stay valid.
    text_.reserve(source_.size() + default_action.size() + hop_.principal.size() + hop_.role.size());
    const auto end = [this] {
      field_ = {};
      return json_.end();
    };
    const bool read = json_.object([this] { return field(); }) && end() && finish();
    if (!read && !error_) fail(as_scenario_fault(json_.fault()), json_.fault_offset());
    return error_;
  }

 private:
  struct Tables;  // defined after the class, because it calls members

  static constexpr std::uint32_t longest = 16U << 20, longest_value = 1U << 16, most_values = 1U << 19;
  static constexpr Text default_action = "sts:AssumeRole";
  static constexpr Text actions[] = {"sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity",
                                     "sts:TagSession", "sts:SetSourceIdentity",  "sts:SetContext",
                                     "iam:PassRole"};

  using FieldReader::fail;
  constexpr bool fail(ScenarioFault fault, std::uint32_t offset, NameError name) {
    if (!error_) error_.name = name;
    return fail(fault, offset);
  }

  constexpr auto text_of() const {
    return [this](Slice slice) { return kept(slice); };
  }

  constexpr bool field() {
    field_at_ = next();
    Slice written;
    field_ = {};
    if (!name(written)) return false;
    const Field<ScenarioReader>* const which = find_field(Tables::fields, kept(written));
    if (which != nullptr) {
      return begin(Tables::fields, which, seen_, ScenarioFault::duplicate_field, field_at_) && which->read(*this);
    }
    if (hop_.is_hop && HopReader::has(kept(written))) return pass_over();
    return fail_unknown(ScenarioFault::unknown_field, field_at_);
  }

  // null, a policy or a list of policies.
  template <class Level>
  constexpr bool documents(Level& out) {
    if (take_null()) return true;
    const bool read =
        json_.peek() == '[' ? json_.list([&] { return document(out.documents); }) : document(out.documents);
    if (!read) return false;
    for (const auto& each : out.documents) out.policies.push_back(each.view());
    return true;
  }
  template <class Level>
  constexpr bool at_most_one(Level& level) {
    return documents(level) && (level.documents.size() <= 1 || fail(ScenarioFault::more_than_one_policy, field_at_));
  }

  // A list of levels, each a list of policies; a policy in place of a level is a level of its own.
  template <class Level>
  constexpr bool levels(std::vector<Level>& out) {
    const auto level = [&] {
      if (out.size() == 64) return fail(ScenarioFault::too_many_levels, next());
      out.emplace_back();
      level_ = static_cast<std::int32_t>(out.size()) - 1;
      if (!documents(out.back())) {
        error_.level = level_;
        return false;
      }
      level_ = -1;
      return true;
    };
    return take_null() || json_.list(level, JsonFault::expected_a_list);
  }

  constexpr bool action() {
    const std::uint32_t at = next();
    if (!string(out_.action_)) return false;
    for (const Text each : actions) {
      if (ascii::equal_ignoring_case(each, out_.action())) return true;
    }
    return fail(ScenarioFault::action_is_not_about_a_role, at);
  }

  constexpr bool disputed() {
    const std::uint32_t at = next();
    Text point, word;
    if (!name(point)) return false;
    const std::uint32_t reading_at = next();
    if (!string(word)) return false;
    const Truth as = word == "allow" ? Truth::yes : word == "deny" ? Truth::no : Truth::unknown;
    if (as == Truth::unknown && word != "unknown") return fail(ScenarioFault::reading_is_not_valid, reading_at);
    Truth* const which = find_point(out_.disputed_, point);
    if (which == nullptr) return fail(ScenarioFault::point_is_not_disputed, at);
    *which = as;
    return true;
  }

  constexpr bool context_value() {
    const std::uint32_t at = next();
    if (keys_.values_so_far() == most_values) return fail(ScenarioFault::too_many_values, at);
    Slice value;
    if (json_.peek() == '"') {
      if (!string(value)) return false;
    } else {
      Slice raw;
      if (!json_.bare_scalar(raw)) return false;
      keep(value, source_.part(raw.at, raw.size));
    }
    if (value.size > longest_value) return fail(ScenarioFault::value_is_longer_than_65536, at);
    keys_.add_value(value);
    return true;
  }

  constexpr bool context_key() {
    GivenKey given;
    given.at = next();
    if (!name(given.name)) return false;
    if (const ScenarioFault fault = keys_.refuses(kept(given.name), given.state, text_of());
        fault != ScenarioFault::none) {
      return fail(fault, given.at);
    }
    given.values.first = keys_.values_so_far();
    given.is_list = json_.peek() == '[';
    if (take_null()) {
      given.state = KeyState::absent;
    } else if (!(given.is_list ? json_.list([this] { return context_value(); }) : context_value())) {
      return false;
    }
    keys_.add(given);
    return true;
  }

  constexpr bool unknown_key() {
    GivenKey given;
    given.at = next();
    given.state = KeyState::unknown;
    if (!string(given.name)) return false;
    const ScenarioFault fault = keys_.refuses(kept(given.name), given.state, text_of());
    if (fault == ScenarioFault::key_is_given_twice) return true;
    if (fault != ScenarioFault::none) return fail(fault, given.at);
    keys_.add(given);
    return true;
  }

  // Fills in what was omitted, if there is a default.
  constexpr bool keep(Slice& out, Text otherwise) {
    out = {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(otherwise.size())};
    for (const char c : otherwise) text_.push_back(c);
    return !otherwise.empty();
  }

  constexpr bool finish() {
    field_ = {};
    // The name of a field is kept before its value, so no value, not even an empty one, is at 0.
    if (out_.principal_ == Slice() && !keep(out_.principal_, hop_.principal)) {
      return fail(ScenarioFault::principal_is_missing, 0);
    }
    if (out_.role_ == Slice() && !keep(out_.role_, hop_.role)) return fail(ScenarioFault::role_is_missing, 0);
    field_ = role_field;
    if (const Result<Role, NameError> role = Role::from_arn(kept(out_.role_), TrustPolicy()); !role) {
      return fail(ScenarioFault::role_is_not_a_role, role_at_, role.error());
    }
    field_ = trust_field;
    if (!reply_role_.empty() && role_at_ > 0 && reply_role_ != kept(out_.role_)) {
      return fail(ScenarioFault::reply_is_about_another_role, reply_at_);
    }
    field_ = {};
    for (const auto& level : out_.service_control_) {
      out_.service_control_spans_.push_back({level.policies.data(), level.policies.size()});
    }
    for (const auto& level : out_.resource_control_) {
      out_.resource_control_spans_.push_back({level.policies.data(), level.policies.size()});
    }
    keys_.fill(text_of(), out_.values_, out_.keys_);
    if (!caller()) return false;
    const PartitionInfo* const of_caller = partition_of_arn(kept(out_.principal_));
    const PartitionInfo* const of_role = partition_of_arn(kept(out_.role_));
    return documents_are_saved(
        [&](Text field) { return field == trust_field || field == resource_control_field ? of_role : of_caller; });
  }

  // Null for a service or an issuer.
  static constexpr const PartitionInfo* partition_of_arn(Text name) {
    if (!name.starts_with("arn:")) return nullptr;
    const Text rest = name.part(4);
    return find_partition(rest.part(0, rest.find(':')));
  }

  constexpr bool caller() {
    field_ = principal_field;
    const Text written = kept(out_.principal_);
    const Result<Principal, NameError> caller = out_.caller();
    if (!caller) {
      const Result<PrincipalName, NameError> name = parse_principal_name(written);
      if (!name) return fail(ScenarioFault::principal_is_not_a_caller, principal_at_, name.error());
      out_.names_a_role_ = name->form == PrincipalForm::role;
      if (!out_.names_a_role_ && name->form != PrincipalForm::account) {
        return fail(ScenarioFault::principal_is_not_a_caller, principal_at_, caller.error());
      }
    }
    if (out_.action_.size == 0) {
      const bool web = caller && caller->kind() == PrincipalKind::web_identity;
      const bool saml = caller && caller->kind() == PrincipalKind::saml_identity;
      const Text action = web    ? info_of(Operation::assume_role_with_web_identity).action
                          : saml ? info_of(Operation::assume_role_with_saml).action
                                 : default_action;
      keep(out_.action_, action);  // there is room, because the names of fields were kept too
    }
    return !caller || agrees_with(*caller);
  }

  // The context may repeat what caller, role and action determine, but must not contradict it, in whatever form.
  constexpr bool agrees_with(const Principal& caller) {
    field_ = context_field;
    const Role role = out_.role();
    const bool passes = out_.is_about_passing();
    KeyAgreement agreement(caller, role, passes, hop_.is_hop);
    for (std::size_t i = 0; i < out_.keys_.size(); ++i) {
      const ScenarioFault fault = agreement.fault_of(out_.keys_[i]);
      if (fault != ScenarioFault::none) return fail(fault, keys_.offset_of(i));
    }
    if (passes && !out_.endpoint_.policies.empty()) {
      field_ = endpoint_field;
      return fail(ScenarioFault::endpoint_policy_of_pass_role, endpoint_at_);
    }
    return true;
  }

  static constexpr Text principal_field = "principalArn", role_field = "roleArn", context_field = "context",
                        trust_field = "trustPolicy", resource_control_field = "rcps",
                        endpoint_field = "vpcEndpointPolicy";
  Scenario& out_;
  HopDefaults hop_;
  std::uint32_t seen_ = 0;  // a bit for each field
  std::uint32_t field_at_ = 0;
  std::uint32_t principal_at_ = 0, role_at_ = 0, endpoint_at_ = 0;
  GivenKeys keys_;
};

template <class Scenario>
struct ScenarioReader<Scenario>::Tables {
  using In = ScenarioReader&;
  static constexpr bool pass_over_in(In in) { return in.pass_over(); }
  static constexpr Field<ScenarioReader> fields[] = {
      {principal_field, [](In in) { return in.principal_at_ = in.next(), in.string(in.out_.principal_); }, "caller"},
      {role_field, [](In in) { return in.role_at_ = in.next(), in.string(in.out_.role_); }, "role"},
      {trust_field, [](In in) { return in.take_null() || in.document(in.out_.trust_); }, "trust"},
      {"identityPolicies", [](In in) { return in.documents(in.out_.identity_); }, "policies"},
      {"permissionBoundary", [](In in) { return in.at_most_one(in.out_.boundary_); }},
      {"sessionPolicy", [](In in) { return in.documents(in.out_.session_); }},
      {"scps", [](In in) { return in.levels(in.out_.service_control_); }},
      {resource_control_field, [](In in) { return in.levels(in.out_.resource_control_); }},
      {endpoint_field,
       [](In in) {
         in.endpoint_at_ = in.field_at_;
         return in.at_most_one(in.out_.endpoint_);
       }},
      {"documentsFrom", [](In in) { return in.take_null() || in.documents_from(); }},
      {"managementAccount", [](In in) { return in.take_null() || in.account(in.out_.management_account_); }},
      {context_field, [](In in) { return in.take_null() || in.json_.object([&in] { return in.context_key(); }); }},
      {"unknown",
       [](In in) {
         return in.take_null() || in.json_.list([&in] { return in.unknown_key(); }, JsonFault::expected_a_list);
       }},
      {"action", [](In in) { return in.take_null() || in.action(); }},
      {"disputed", [](In in) { return in.take_null() || in.json_.object([&in] { return in.disputed(); }); }},
      // For people and other tools.
      {"id", pass_over_in},
      {"expect", pass_over_in},
      {"why", pass_over_in},
      {"source", pass_over_in},
      {"note", pass_over_in},
      {"title", pass_over_in},
      {"comment", pass_over_in},
  };
};
}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
