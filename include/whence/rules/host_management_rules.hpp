// Who may register Default Host Management Configuration, and with which role.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/evidence/host_sources.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/model/host_management.hpp>
#include <whence/model/principal.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

struct RegistrationFacts {
  const HostManagementRequest& request;
  [[nodiscard]] constexpr bool is_self_managed() const {
    return request.permission_model == PermissionModel::self_managed;
  }
};

namespace rules {
struct a_self_managed_registration_names_its_role {
  WHENCE_RULE("W604", Decision::invalid_request, sources::register_host_management_api,
              "RegisterDefaultHostManagementConfiguration must have a RoleArn if its PermissionModel is SELF_MANAGED, "
              "and must not have one if it is SERVICE_MANAGED");
  static constexpr Truth holds(const auto& facts) {
    return truth(facts.is_self_managed() == (facts.request.role != nullptr));
  }
};

/// With CloudFormation it is: AWS::SSM::DefaultHostManagementConfiguration cannot be created while it is registered.
struct a_registration_is_not_replaced_by_accident {
  WHENCE_RULE("W605", Decision::invalid_request, sources::register_host_management_api.graded(Grade::inferred),
              "host management that is registered already should only be registered again with Overwrite");
  static constexpr Truth holds(const auto& facts) {
    return facts.request.overwrite || facts.request.is_registered == Truth::no ? Truth::yes : Truth::unknown;
  }
  static constexpr const OpenQuestion* open(const auto& facts) {
    return facts.request.is_registered == Truth::yes ? &open_questions::u131 : nullptr;
  }
};

struct the_caller_may_register_host_management {
  WHENCE_RULE("W606", Decision::denied_implicitly, sources::register_host_management_api,
              "registering host management needs ssm:GetServiceSetting and ssm:UpdateServiceSetting on the setting, "
              "iam:GetRole and iam:PassRole on the role, and for SERVICE_MANAGED also iam:CreateRole and "
              "iam:AttachRolePolicy");
  static constexpr GateOutcome gate(const SideFacts& facts) { return facts.side.allows(); }
  static constexpr Truth holds(const SideFacts& facts) { return facts.permitted; }
};

/// The request; and each permission that it needs.
using registration_rules =
    RuleList<a_self_managed_registration_names_its_role, a_registration_is_not_replaced_by_accident>;
using registration_permission_rules =
    RuleList<the_callers_policies_do_not_deny, the_caller_may_register_host_management,
             every_level_of_service_control_policies_allows>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
