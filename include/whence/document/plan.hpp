// Plans: chains of STS operations as JSON, carried out hop by hop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/operations.hpp>
#include <whence/decide/special_sessions.hpp>
#include <whence/document/hop_reader.hpp>
#include <whence/document/scenario.hpp>
#include <whence/names/principal_name.hpp>

namespace whence {

/// One hop of a plan, carried out: the operation, and its session or token, or the verdict that refused it. Owns all.
class Hop {
 public:
  [[nodiscard]] constexpr Operation operation() const { return parts_.operation; }
  [[nodiscard]] constexpr const Verdict& verdict() const { return verdict_; }
  /// Null if the operation gave none.
  [[nodiscard]] constexpr const Session* session() const { return session_.empty() ? nullptr : &session_[0]; }
  [[nodiscard]] constexpr const OutboundToken* token() const { return token_.empty() ? nullptr : &token_[0]; }
  [[nodiscard]] constexpr const StsRequest& request() const { return parts_.request; }
  [[nodiscard]] constexpr const Scenario& scenario() const { return scenario_[0]; }

 private:
  friend class Plan;

  // Vectors of one, because these have no default.
  std::vector<Scenario> scenario_;
  std::vector<Role> role_;
  std::vector<Session> session_;
  std::vector<OutboundToken> token_;
  detail::HopParts parts_;
  Verdict verdict_;
};

/// A chain of operations, each called with the session of the one before it. A hop is a JSON object: the fields of a
/// scenario (principalArn, roleArn, trustPolicy, identityPolicies and so on; short: caller, role, trust, policies),
/// "operation", "request" with the parameters of the API by their names, and "roleMaxSessionDuration", "roleTags",
/// "delegatedAdministrator", "rootAccessEnabled", "regionalEndpoint", "outboundFederationEnabled", "approverArn" and
/// "approvedPartner" if they matter. The first hop names its caller. Anything omitted is treated as absent.
class Plan {
 public:
  static constexpr std::size_t most_hops = 64;
  static constexpr std::size_t most_bytes = 16U << 20;

  Plan() = default;
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;
  constexpr Plan(Plan&&) = default;
  constexpr Plan& operator=(Plan&&) = default;

  /// Carries out one more hop; a refused hop is the last. `line` need not outlive the plan. A chain has at most 64
  /// hops, of at most 16777216 bytes together. Errors: as Scenario::parse. Complexity: as Scenario::parse and the
  /// question; memory is a small multiple of the lines.
  constexpr ScenarioError add(Text line) {
    if (hops_.size() == most_hops) return {.fault = ScenarioFault::chain_is_longer_than_64};
    if (!hops_.empty() && last().session() == nullptr) return {.fault = ScenarioFault::hop_before_began_no_session};
    if (line.size() > most_bytes - bytes_) return {.fault = ScenarioFault::chain_is_longer_than_16_mib};
    const Session* const before = hops_.empty() ? nullptr : last().session();
    // Sessions view their hops, so a hop must not move.
    std::vector<Hop> place(1);
    if (const ScenarioError error = read(line, before, place[0])) return error;
    bytes_ += line.size();
    hops_.push_back(static_cast<std::vector<Hop>&&>(place));
    carry_out(hops_.back()[0], before);
    return {};
  }

  /// Whether a line names its caller, so that a chain begins with it. False if it is no hop. Complexity: linear.
  [[nodiscard]] static constexpr bool begins_a_chain(Text line) {
    return !json_member(line, "principalArn").empty() || !json_member(line, "caller").empty();
  }

  /// Carries out the hops of a line that is a whole chain, {"hops": [...]}, up to the first refused. Beside "hops"
  /// there may be "id", "expect", "why", "source", "note", "title" and "comment". Errors and complexity: as add.
  constexpr ScenarioError add_all(Text line) {
    Slice list;
    if (const ScenarioError error = find_hops(line, list)) return error;
    JsonScanner json(line.part(list.at, list.size));
    ScenarioError error;
    bool any = false;
    const auto hop = [&] {
      Slice raw;
      if (!json.value(raw)) return false;
      any = true;
      if (!hops_.empty() && !last().verdict()) return true;  // hops after a refused one are skipped
      error = add(line.part(list.at + raw.at, raw.size));
      error.offset += list.at + raw.at;
      return !error;
    };
    const bool read = json.list(hop, JsonFault::expected_a_list);
    if (error) return error;
    if (!read) return {.fault = as_scenario_fault(json.fault()), .offset = list.at + json.fault_offset()};
    if (!any) return {.fault = ScenarioFault::chain_has_no_hop};
    return {};
  }

  [[nodiscard]] constexpr std::size_t size() const { return hops_.size(); }
  [[nodiscard]] constexpr const Hop& operator[](std::size_t at) const { return hops_[at][0]; }
  /// The plan must have a hop.
  [[nodiscard]] constexpr const Hop& last() const { return hops_.back()[0]; }

 private:
  // The list of the hops of a line. Other fields would be passed over, so they are refused before a hop is carried out.
  static constexpr ScenarioError find_hops(Text line, Slice& out) {
    constexpr Text others[] = {"id", "expect", "why", "source", "note", "title", "comment"};
    JsonScanner json(line);
    ScenarioError error;
    bool found = false;
    const bool read = json.object([&] {
      JsonString name;
      Slice ignored;
      if (!json.member_name(name)) return false;
      const Text field = line.part(name.raw.at, name.raw.size);
      const bool hops = field == "hops";
      bool known = hops;
      for (const Text each : others) known = known || each == field;
      if (!known || (hops && found)) {
        const ScenarioFault fault = known ? ScenarioFault::duplicate_field : ScenarioFault::field_beside_hops;
        error = {.fault = fault, .offset = name.raw.at - 1, .field = field};
        return false;
      }
      found = found || hops;
      return json.value(hops ? out : ignored);
    }) && json.end();
    if (error) return error;
    if (!read) return {.fault = as_scenario_fault(json.fault()), .offset = json.fault_offset()};
    if (!found) return {.fault = ScenarioFault::chain_has_no_hop};
    return {};
  }

  // The ARN of a session, for a hop without a caller.
  static constexpr void print_principal(const Session& session, std::vector<char>& out) {
    print(session.principal().name(), [&out](Text piece) { out.insert(out.end(), piece.begin(), piece.end()); });
  }

  static constexpr ScenarioError read(Text line, const Session* before, Hop& hop) {
    if (const ScenarioError error = detail::HopReader(line, hop.parts_).run()) return error;
    std::vector<char> caller;
    if (before != nullptr) print_principal(*before, caller);
    // An operation without a role still has the form of a scenario.
    constexpr Text no_role = "arn:aws:iam::000000000000:role/none";
    const bool about_a_role = !hop.parts_.has_operation || assumes_a_role(hop.parts_.operation);
    const HopDefaults defaults{{caller.data(), caller.size()}, about_a_role ? Text() : no_role, true};
    Result<Scenario, ScenarioError> scenario = Scenario::parse(line, defaults);
    if (!scenario) return scenario.error();
    hop.scenario_.push_back(*static_cast<Result<Scenario, ScenarioError>&&>(scenario));
    const Scenario& read = hop.scenario_[0];
    const detail::HopParts& parts = hop.parts_;
    const Result<Principal, NameError> named = read.caller();
    if (before != nullptr && (!named || *named != before->principal())) {
      return {.fault = ScenarioFault::hop_names_another_caller, .field = "principalArn"};
    }
    Role role = read.role().with_tags(parts.role_tags);
    if (parts.maximum_session != Seconds{}) role = role.with_maximum_session(parts.maximum_session);
    hop.role_.push_back(role);
    if (!parts.has_operation && named) {
      hop.parts_.operation = named->kind() == PrincipalKind::web_identity    ? Operation::assume_role_with_web_identity
                             : named->kind() == PrincipalKind::saml_identity ? Operation::assume_role_with_saml
                                                                             : Operation::assume_role;
    }
    return check_parts(parts);
  }

  static constexpr ScenarioError check_parts(const detail::HopParts& parts) {
    if (parts.operation == Operation::get_federation_token && !FederatedName::parse(parts.federated_name)) {
      return {.fault = ScenarioFault::federated_name_is_missing, .field = "request"};
    }
    if (parts.operation == Operation::assume_root) {
      if (!target_of(parts.target)) return {.fault = ScenarioFault::target_is_not_an_account, .field = "request"};
      if (!parts.has_task) return {.fault = ScenarioFault::task_policy_is_not_valid, .field = "request"};
    }
    if (parts.operation == Operation::get_delegated_access_token && !Principal::from(parts.approver)) {
      return {.fault = ScenarioFault::approver_is_not_a_caller, .field = "approverArn"};
    }
    return {};
  }

  static constexpr Result<PrincipalName, NameError> target_of(Text target) {
    const Result<PrincipalName, NameError> name = parse_principal_name(target);
    const bool fits = name && (name->form == PrincipalForm::account || name->form == PrincipalForm::root);
    if (name && !fits) return NameError{NameFault::arn_is_of_another_type, 0};
    return name;
  }

  static constexpr void keep(Hop& hop, const Begun& begun) {
    if (!begun) hop.verdict_ = begun.error();
    if (begun) hop.session_.push_back(*begun);
  }

  static constexpr void carry_out(Hop& hop, const Session* before) {
    hop.scenario_[0].with([&](const auto& caller, const Role&, const AssumeSetting& known, bool) {
      AssumeSetting setting = known;
      setting.action = info_of(hop.parts_.operation).action;
      if constexpr (requires { caller.kind(); }) {
        by_a_principal(hop, caller, before, setting);
      } else {
        hop.verdict_ = may_assume(caller, hop.role_[0], setting);
      }
    });
  }

  static constexpr void by_a_principal(Hop& hop, const Principal& caller, const Session* before,
                                       const AssumeSetting& setting) {
    const detail::HopParts& parts = hop.parts_;
    const StsRequest& request = parts.request;
    const Role& role = hop.role_[0];
    switch (parts.operation) {
      case Operation::assume_root: {
        RootAccess access = parts.access;
        if (setting.policies) access.management_account = setting.policies->management_account;
        const PrincipalName target = *target_of(parts.target);
        const Account member(target.account, target.partition);
        return keep(hop, before == nullptr ? assume_root(caller, member, parts.task, access, request, setting)
                                           : assume_root(*before, member, parts.task, access, request, setting));
      }
      case Operation::get_session_token:
      case Operation::get_federation_token: return with_a_key(hop, caller, before, setting);
      case Operation::get_web_identity_token: {
        OutboundFederation federation = parts.outbound;
        if (parts.access.at_regional_endpoint == Truth::no) federation.at_regional_endpoint = Truth::no;
        const Result<OutboundToken, Verdict> token =
            before == nullptr ? get_web_identity_token(caller, federation, request, setting)
                              : get_web_identity_token(*before, federation, request, setting);
        if (!token) hop.verdict_ = token.error();
        if (token) hop.token_.push_back(*token);
        return;
      }
      case Operation::get_delegated_access_token: return delegate(hop, caller, before, setting);
      case Operation::get_scoped_credentials:
        return keep(hop, before == nullptr ? get_scoped_credentials(caller, request, setting)
                                           : get_scoped_credentials(*before, request, setting));
      default:
        return keep(hop, before == nullptr ? assume_role(caller, role, request, setting)
                                           : assume_role(*before, role, request, setting));
    }
  }

  static constexpr void delegate(Hop& hop, const Principal& caller, const Session* before,
                                 const AssumeSetting& setting) {
    const Principal approver = *Principal::from(hop.parts_.approver);
    const Truth partner = hop.parts_.approved_partner;
    const StsRequest& request = hop.parts_.request;
    keep(hop, before == nullptr ? get_delegated_access_token(caller, approver, partner, request, setting)
                                : get_delegated_access_token(*before, approver, partner, request, setting));
  }

  // The operations that take a long-term key; the matrix refuses other callers.
  static constexpr void with_a_key(Hop& hop, const Principal& caller, const Session* before,
                                   const AssumeSetting& setting) {
    const detail::HopParts& parts = hop.parts_;
    const PrincipalName& name = caller.name();
    const auto by = [&](const auto& user) {
      if (parts.operation == Operation::get_session_token) return keep(hop, get_session_token(user, parts.request));
      keep(hop, get_federation_token(user, *FederatedName::parse(parts.federated_name), parts.request, setting));
    };
    if (before != nullptr) {
      hop.verdict_ = may_call(*before, setting.action, setting);
    } else if (caller.kind() == PrincipalKind::root_user) {
      by(RootUser(name.account, name.partition));
    } else if (caller.kind() == PrincipalKind::iam_user) {
      by(IamUser(name.account, *Path::parse(name.path), *UserName::parse(name.name), name.partition));
    } else {
      hop.verdict_ = may_call(caller, setting.action, setting);
    }
  }

  std::vector<std::vector<Hop>> hops_;
  std::size_t bytes_ = 0;  // of the lines of all hops
};

}  // namespace whence
