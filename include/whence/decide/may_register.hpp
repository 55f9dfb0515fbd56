// The question may_register_host_management(caller, request).
#pragma once

#include <cstddef>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/model/host_management.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/host_management_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The type of the question `may_register_host_management`.
struct MayRegisterHostManagement {
  using Rules = Joined<rules::registration_rules, rules::registration_permission_rules>;

  /// May this caller register Default Host Management Configuration (RegisterDefaultHostManagementConfiguration) for
  /// its account and a Region? `known` are Policies or a CallerSide, and a RequestContext. The first permission that is
  /// refused decides. No permission has the name of the operation. Complexity: as may_call, for each permission.
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Principal& caller, const HostManagementRequest& request,
                                             const Known&... known) const {
    return by(caller, request, setting_of(known...));
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Session& caller, const HostManagementRequest& request,
                                             const Known&... known) const {
    auto setting = setting_of(known...);
    setting.origin.session = caller;
    return by(caller.principal(), request, setting);
  }

 private:
  template <class Setting>
  static constexpr Verdict by(const Principal& caller, const HostManagementRequest& request, const Setting& setting) {
    const detail::Later<RegistrationFacts, Setting> facts{request};
    const Verdict form = detail::verdict_of<rules::registration_rules>(facts);
    if (!form && !form.is_unknown()) return form;
    // Without a Region the setting is not known by its whole ARN.
    Buffer<192> of_setting;
    if (!request.region.empty()) {
      const FixedText<13> account = caller.account().digits();
      of_setting.add("arn:").add(name_of(caller.name().partition)).add(":ssm:").add(request.region).add(":");
      of_setting.add(account.view());
      of_setting.add(":servicesetting/ssm/managed-instance/default-ec2-instance-management-role");
    }
    ArnBuffer printed;
    // The ARN of a role that Systems Manager creates is not documented.
    const Text role = request.role == nullptr ? Text() : print_once(request.role->arn(), printed);
    const struct {
      const char* action;
      Text resource;
    } needed[] = {{"ssm:GetServiceSetting", of_setting.view()},
                  {"ssm:UpdateServiceSetting", of_setting.view()},
                  {"iam:GetRole", role},
                  {"iam:PassRole", role},
                  {"iam:CreateRole", role},
                  {"iam:AttachRolePolicy", role}};
    const std::size_t count = request.permission_model == PermissionModel::service_managed ? 6 : 4;
    Verdict open = form;
    for (std::size_t i = 0; i < count; ++i) {
      using Keys = detail::Later<RequestKeys, Setting>;
      Keys keys(caller, needed[i].resource, setting.context, setting.origin);
      SideFacts side;
      side.ask(setting, AskedCall<Keys>{caller, needed[i].action, keys});
      const Verdict verdict = detail::verdict_of<rules::registration_permission_rules>(side);
      if (!verdict && !verdict.is_unknown()) return verdict;
      if (!verdict && open) open = verdict;
    }
    return open;
  }
};

inline constexpr MayRegisterHostManagement may_register_host_management{};

}  // namespace whence
WHENCE_TEMPLATES_END
