// Passing a role to a service: the edge configured_by.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/decide/may_pass.hpp>
#include <whence/model/edge.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The type of `pass_role`.
struct PassRole {
  /// Configures a service with a role, or returns the verdict of may_pass that refuses it. The permission is checked
  /// once: a caller that loses it later does not stop the service. This begins no session, and the service still needs
  /// the trust policy. iam:PassedToService is the service, unless a context says otherwise. The result views the role.
  /// Source: Grant a user permissions to pass a role to an AWS service,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  template <class Caller, class... Known>
  [[nodiscard]] constexpr Result<PassedRole, Verdict> operator()(const Caller& caller, const Role& role,
                                                                 const Service& service, const Known&... known) const {
    AssumeSetting setting = setting_of(known...);
    const ContextKey passed_to("iam:PassedToService", service.name().view());
    if (setting.context.keys().empty())
      setting.context = RequestContext(Span<ContextKey>(&passed_to, 1), setting.context.others());
    if (const Verdict verdict = may_pass(caller, role, setting); !verdict) return verdict;
    PassedRole passed;
    passed.by_ = principal_of(caller);
    passed.to_ = service;
    passed.role_ = &role;
    return passed;
  }
  // Compilers quote one line of a deleted function.
  // clang-format off
  template <class Caller, class... Known>
  Result<PassedRole, Verdict> operator()(const Caller&, const Role&&, const Service&, const Known&...) const WHENCE_REFUSED("a passed role views its role: give the role a name first");
  // clang-format on

 private:
  static constexpr const Principal& principal_of(const Principal& caller) { return caller; }
  static constexpr const Principal& principal_of(const Session& caller) { return caller.principal(); }
};

inline constexpr PassRole pass_role{};

}  // namespace whence
WHENCE_TEMPLATES_END
