// Scenarios: one call about a role, with all that takes part, as one JSON object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/may_pass.hpp>
#include <whence/document/policy_document.hpp>
#include <whence/document/scenario_fault.hpp>
#include <whence/document/scenario_reader.hpp>
#include <whence/evaluate/special_callers.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A call about a role, with the policies and condition keys that take part. Owns all of it; can be moved, not copied.
/// Anything omitted is absent: no policy, no key except those that caller, role and operation determine. A key that
/// every such call has, and the tags of users and roles, are unknown if omitted; null says that there is none.
class Scenario {
 public:
  /// Reads {"principalArn", "roleArn", "trustPolicy", "identityPolicies": [], "permissionBoundary", "sessionPolicy",
  /// "scps": [[]], "rcps": [[]], "vpcEndpointPolicy", "managementAccount", "context": {}, "unknown": [], "action",
  /// "documentsFrom", "disputed": {}}; the first two are required; "id", "expect", "why" and the like are ignored.
  /// "caller", "role", "trust" and "policies" are short for the first four. Errors: the field, the byte and the
  /// sentence. Complexity: about linear in the text, as for each policy; each of at most 1024 condition keys is
  /// compared with the others. The text has at most 16777216 bytes, a value of a condition key 65536, all of them
  /// 524288 values, an organization 64 levels. Memory: at most about 13 times the text.
  [[nodiscard]] static constexpr Result<Scenario, ScenarioError> parse(Text source) { return parse(source, {}); }
  /// The same as a hop of a plan: fills in what the hop omits, and ignores fields that only hops have.
  [[nodiscard]] static constexpr Result<Scenario, ScenarioError> parse(Text source, const HopDefaults& hop) {
    Scenario scenario;
    if (const ScenarioError error = detail::ScenarioReader<Scenario>(source, scenario, hop).run()) return error;
    return static_cast<Scenario&&>(scenario);
  }

  Scenario(const Scenario&) = delete;
  Scenario& operator=(const Scenario&) = delete;
  constexpr Scenario(Scenario&&) = default;
  constexpr Scenario& operator=(Scenario&&) = default;

  /// The action in question: "sts:AssumeRole", "iam:PassRole", ...
  [[nodiscard]] constexpr Text action() const { return at(action_); }
  [[nodiscard]] constexpr bool is_about_passing() const { return ascii::equal_ignoring_case(action(), "iam:PassRole"); }
  /// An error if principalArn names a role or an account, which make no request.
  [[nodiscard]] constexpr Result<Principal, NameError> caller() const { return Principal::from(at(principal_)); }
  [[nodiscard]] constexpr Role role() const { return *Role::from_arn(at(role_), trust()); }

  /// Calls `ask(caller, role, setting, is_about_passing)`; caller is a Principal, a Role or an Account. All view this.
  template <class Ask>
  constexpr auto with(Ask ask) const {
    const Role asked = role();
    const RequestContext context{Span<ContextKey>(keys_.data(), keys_.size())};
    const Policies policies = gathered();
    AssumeSetting setting;
    setting.policies = policies;
    setting.context = context;
    setting.action = action();
    if (const Result<Principal, NameError> who = caller()) return ask(*who, asked, setting, is_about_passing());
    if (names_a_role_) return ask(asked, asked, setting, is_about_passing());
    return ask(Account(AccountId{}), asked, setting, is_about_passing());
  }

  /// Calls `visit(field, why)` for each field whose policies have no part in the call, so that nothing is ignored
  /// unsaid. Sources: Service control policies (SCPs),
  /// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html; List of AWS services that
  /// support RCPs, https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
  template <class Visit>
  constexpr void for_each_unused_field(Visit visit) const {
    const Result<Principal, NameError> who = caller();
    const auto look = [&](bool is_given, Text field, Text why) {
      if (is_given) visit(field, why);
    };
    if (who && !signs_as_part_of_an_account(*who)) {
      look(!identity_.documents.empty(), "identityPolicies", not_signed);
      look(!boundary_.documents.empty(), "permissionBoundary", not_signed);
      look(!session_.documents.empty(), "sessionPolicy", not_signed);
      look(has_documents(service_control_), "scps", not_signed);
    }
    look(is_about_passing() && has_documents(resource_control_), "rcps",
         "IAM does not support resource control policies");
  }
  static constexpr const char* not_signed =
      "the policies of an account do not apply to a service or to a caller with a token";

  /// The answer. Allocates nothing. Complexity and bound: as may_assume.
  [[nodiscard]] constexpr Verdict verdict() const {
    return with([](const auto& caller, const Role& role, const AssumeSetting& setting, bool passing) {
      if constexpr (requires { may_pass(caller, role, setting); }) {
        if (passing) return may_pass(caller, role, setting);
      }
      return may_assume(caller, role, setting);
    });
  }

 private:
  template <class Value, class Error>
  friend class Result;
  template <class Any>
  friend class detail::ScenarioReader;
  constexpr Scenario() = default;

  template <class Document>
  struct Level {
    std::vector<Document> documents;
    std::vector<decltype(Document::parse({})->view())> policies;
  };

  template <class AnyLevel>
  static constexpr bool has_documents(const std::vector<AnyLevel>& levels) {
    for (const AnyLevel& each : levels) {
      if (!each.documents.empty()) return true;
    }
    return false;
  }

  [[nodiscard]] constexpr Text at(Slice slice) const { return {text_.data() + slice.at, slice.size}; }
  [[nodiscard]] constexpr TrustPolicy trust() const { return trust_.empty() ? TrustPolicy() : trust_[0].view(); }
  [[nodiscard]] constexpr Policies gathered() const {
    Policies out;
    out.identity = {identity_.policies.data(), identity_.policies.size()};
    if (!boundary_.policies.empty()) out.boundary = boundary_.policies[0];
    out.session = {session_.policies.data(), session_.policies.size()};
    out.service_control = {service_control_spans_.data(), service_control_spans_.size()};
    out.resource_control = {resource_control_spans_.data(), resource_control_spans_.size()};
    if (!endpoint_.policies.empty()) out.endpoint = endpoint_.policies[0];
    out.management_account = management_account_;
    out.disputed = disputed_;
    return out;
  }

  std::vector<char> text_;  // the decoded strings, one after the other
  Slice principal_, role_, action_;
  bool names_a_role_ = false;
  std::vector<TrustPolicyDocument> trust_;
  Level<IdentityPolicyDocument> identity_, boundary_, session_;
  std::vector<Level<ServiceControlPolicyDocument>> service_control_;
  std::vector<Level<ResourceControlPolicyDocument>> resource_control_;
  std::vector<Span<ServiceControlPolicy>> service_control_spans_;
  std::vector<Span<ResourceControlPolicy>> resource_control_spans_;
  Level<EndpointPolicyDocument> endpoint_;
  AccountId management_account_;
  DisputedPoints disputed_;
  std::vector<Text> values_;
  std::vector<ContextKey> keys_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
