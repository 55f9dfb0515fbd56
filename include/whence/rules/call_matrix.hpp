// The call matrix: every kind of caller against every operation of STS, the IAM API and all other services.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/model/caller_kind.hpp>
#include <whence/model/operation.hpp>

namespace whence {

/// The answer of a cell of the matrix.
enum class CallVerdict : std::uint8_t {
  allow,        // regardless of policies
  conditional,  // depends on policies and other circumstances
  deny,
  unknown,
  not_applicable,  // there is no such call
};

[[nodiscard]] constexpr Text name_of(CallVerdict verdict) {
  constexpr const char* names[] = {"allow", "conditional", "deny", "unknown", "not-applicable"};
  return names[static_cast<std::size_t>(verdict)];
}

/// A column of the matrix: an operation of STS, any action of IAM, or any action of another service.
class CallTarget {
 public:
  static constexpr std::size_t count = count_of(operations) + 2;

  constexpr CallTarget(Operation operation) : column_(static_cast<std::uint8_t>(operation)) {}  // NOLINT
  /// An action as policies write it: sts:GetCallerIdentity, iam:ListUsers, s3:GetObject. Actions of STS that are only
  /// permissions, such as sts:TagSession, cannot be called: they have no column.
  constexpr explicit CallTarget(Text action) : column_(column_of(action)) {}
  /// By its column, 0 to count - 1.
  [[nodiscard]] static constexpr CallTarget at(std::size_t column) {
    CallTarget target(Operation::assume_role);
    target.column_ = static_cast<std::uint8_t>(column);
    return target;
  }

  [[nodiscard]] constexpr bool is_callable() const { return column_ < count; }
  [[nodiscard]] constexpr bool is_operation() const { return column_ < count - 2; }
  [[nodiscard]] constexpr std::size_t column() const { return column_; }
  /// AssumeRole and so on; IAM; OTHER.
  [[nodiscard]] constexpr Text name() const {
    if (is_operation()) return operations[column_].name();
    return column_ == count - 2 ? "IAM" : "OTHER";
  }

 private:
  static constexpr std::uint8_t column_of(Text action) {
    if (const OperationInfo* const found = find_operation(action)) return static_cast<std::uint8_t>(found->operation);
    if (ascii::starts_with_ignoring_case(action, "sts:")) return count;
    return ascii::starts_with_ignoring_case(action, "iam:") ? count - 2 : count - 1;
  }
  std::uint8_t column_;
};

/// A cell: its answer, and the letter of the rule behind it.
struct CallCell {
  CallVerdict verdict;
  char note;
};

namespace detail {
// A line for each kind of caller, a cell of two letters for each target: the verdict (A allow, C conditional, D deny, U
// unknown, - not applicable) and the letter of a rule of operation_rules.hpp; the dot is rules::the_call_is_documented.
// Sources: Compare AWS STS credentials,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html; the pages of GetSessionToken and
// GetFederationToken, which list more since November 2026; and the source of each rule.
inline constexpr Text call_cells[] = {
    // AR SAML WEB ROOT GST GFT GCI GAKI DAM GWIT GDAT GSC IAM OTHER
    "Da Ct Ct Db Ac Ce Ad Ce Ce U. Ck DS Ce Ce",  // root_key
    "Da Ct Ct Db Df Df Ad Dg Dg U. Ck CN Ch Ce",  // root_session_token
    "Di Ct Ct Db Df Df Ad Di Di Di Ck CN Dj Cl",  // root_federated
    "Cm Ct Ct Cn Ac Co Ad Ce Ce Cp Ck DS Ce Ce",  // user_key
    "Cm Ct Ct Dg Df Df Ad Dg Dg Cp Ck CN Dh Ce",  // user_session_token
    "Cm Ct Ct Dg Df Df Ad Dg Dg Cp Ck CN Ch Ce",  // user_session_token_with_mfa
    "Di Ct Ct Di Df Df Ad Di Di Di Ck CN Dj Cl",  // user_federated
    "Cq Ct Ct Cn Dr Dr Ad Ce Ce Cp Ck CN Ce Ce",  // role_assumed
    "Cq Ct Ct Cn Dr Dr Ad Ce Ce Cp Ck CN Ce Ce",  // role_by_saml
    "Cq Ct Ct Cn Dr Dr Ad Ce Ce Cp Ck CN Ce Ce",  // role_by_web_identity
    "Cq Ct Ct Cn Dr Dr Ad Ce Ce Cp Ck CN Ce Ce",  // role_of_identity_center
    "Cq Ct Ct Cn Dr Dr Ad Ce Ce Cp Ck CN Ce Ce",  // role_delivered
    "Cq Ct Ct Cn Dr Dr Ad Ce Ce Cp Ck CN Ce Ce",  // role_delivered_by_systems_manager
    "DI Ct Ct DI DI DI Ad DI DI DI DI DI DI CI",  // instance_identity
    "Cs -. -. U. Dr Dr Ad Ce Ce U. -. U. Ce Ce",  // service_linked_role
    "Du Ct Ct Db Du Du Ad Du Du Du Du U. Cu Cu",  // assumed_root
    "Cv -. -. -. -. -. -. -. -. -. -. -. -. Cv",  // service
    "Dw Ct Ct Dw Dw Dw Dw Dw Dw Dw Dw Dw Dw Cx",  // token_holder
    "Dw Dt Dt Dw Dw Dw Dw Dw Dw Dw Dw Dw Dw Cx",  // anonymous
    "-y -y -y -y -y -y -y -y -y -y -y -y -y -y",  // role_itself
    "-y -y -y -y -y -y -y -y -y -y -y -y -y -y",  // group
    "Uz Ct Ct Uz Df Df Ad Uz Uz Uz Uz Uz Cz Cz",  // delegated
    "U. -. -. U. U. U. U. U. U. U. U. U. U. C.",  // bearer_token
    "Dw Dt DO Dw Dw Dw Dw Dw Dw Dw Dw Dw Dw Cx",  // outbound_token
};
}  // namespace detail

/// The cell of a caller and a target; not applicable to permissions such as sts:TagSession. Complexity: constant.
[[nodiscard]] constexpr CallCell call_cell(CallerKind caller, CallTarget target) {
  if (!target.is_callable()) return {CallVerdict::not_applicable, '.'};
  const Text cells = detail::call_cells[static_cast<std::size_t>(caller)];
  const std::size_t at = target.column() * 3;
  const char letter = cells[at];
  const CallVerdict verdict = letter == 'A'   ? CallVerdict::allow
                              : letter == 'C' ? CallVerdict::conditional
                              : letter == 'D' ? CallVerdict::deny
                              : letter == '-' ? CallVerdict::not_applicable
                                              : CallVerdict::unknown;
  return {verdict, cells[at + 1]};
}

}  // namespace whence
