// Who may register Default Host Management Configuration. RegisterDefaultHostManagementConfiguration,
// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterDefaultHostManagementConfiguration.html
#include "dual.hpp"

#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto a = "111122223333"_account;
constexpr IamUser admin(a, "admin");
constexpr auto trusts_ssm = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ssm.amazonaws.com"}}})"_trust_policy;
constexpr Role host(a, "/service-role/", "host", trusts_ssm), other(a, "other", trusts_ssm);

constexpr auto ours = R"({"Statement": [
  {"Effect": "Allow", "Action": ["ssm:GetServiceSetting", "ssm:UpdateServiceSetting"], "Resource":
    "arn:aws:ssm:us-east-1:111122223333:servicesetting/ssm/managed-instance/default-ec2-instance-management-role"},
  {"Effect": "Allow", "Action": ["iam:GetRole", "iam:PassRole"],
   "Resource": "arn:aws:iam::111122223333:role/service-role/host"}]})"_identity_policy;
constexpr auto named = R"({"Statement": {"Effect": "Allow", "Resource": "*",
  "Action": ["ssm:RegisterDefaultHostManagementConfiguration"]}})"_identity_policy;
constexpr auto no_update = R"({"Statement": {"Effect": "Allow", "Resource": "*",
  "Action": ["ssm:GetServiceSetting", "iam:*"]}})"_identity_policy;
constexpr auto creates = R"({"Statement": {"Effect": "Allow", "Resource": "*", "Action": ["ssm:*ServiceSetting",
  "iam:GetRole", "iam:PassRole", "iam:CreateRole", "iam:AttachRolePolicy"]}})"_identity_policy;
constexpr auto does_not_create = R"({"Statement": {"Effect": "Allow", "Resource": "*",
  "Action": ["ssm:*ServiceSetting", "iam:GetRole", "iam:PassRole"]}})"_identity_policy;
constexpr auto gets = R"({"Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}})"_identity_policy;

template <const auto& Literal>
constexpr IdentityPolicy only[] = {Literal};
template <const auto& Literal>
constexpr Policies own() {
  Policies out;
  out.identity = only<Literal>;
  return out;
}
constexpr HostManagementRequest with(const Role* role, PermissionModel model = PermissionModel::self_managed) {
  return {.permission_model = model, .role = role, .region = "us-east-1"};
}
constexpr auto service_managed = PermissionModel::service_managed;

}  // namespace

DUAL_TEST_CASE("DHM-2: a role is named if it is the customer's, and only then") {
  using names_its_role = rules::a_self_managed_registration_names_its_role;
  const auto asked = [](const Role* role, PermissionModel model) {
    return may_register_host_management(admin, with(role, model), CallerSide::allows);
  };
  EXPECT(asked(&host, PermissionModel::self_managed));
  EXPECT(asked(nullptr, service_managed));
  EXPECT(asked(nullptr, PermissionModel::self_managed).refused_by<names_its_role>());
  EXPECT(asked(&host, service_managed).refused_by<names_its_role>());
  EXPECT(asked(&host, service_managed).decision == Decision::invalid_request);
}

DUAL_TEST_CASE("DHM-3: the permissions are those of the setting and the role, and none has the operation's name") {
  using may = rules::the_caller_may_register_host_management;
  const auto lacks = [](const Verdict& verdict, Text action) {
    return verdict.refused_by<may>() && verdict.decision == Decision::denied_implicitly && verdict.action == action;
  };
  EXPECT(may_register_host_management(admin, with(&host), own<ours>()));
  EXPECT(lacks(may_register_host_management(admin, with(&other), own<ours>()), "iam:GetRole"));
  HostManagementRequest elsewhere = with(&host);
  elsewhere.region = "eu-west-1";
  EXPECT(lacks(may_register_host_management(admin, elsewhere, own<ours>()), "ssm:GetServiceSetting"));
  elsewhere.region = {};
  EXPECT(may_register_host_management(admin, elsewhere, own<ours>()).is_unknown());
  EXPECT(lacks(may_register_host_management(admin, with(&host), own<named>()), "ssm:GetServiceSetting"));
  EXPECT(lacks(may_register_host_management(admin, with(&host), own<no_update>()), "ssm:UpdateServiceSetting"));
  const HostManagementRequest of_the_service = with(nullptr, service_managed);
  EXPECT(may_register_host_management(admin, of_the_service, own<creates>()));
  EXPECT(lacks(may_register_host_management(admin, of_the_service, own<does_not_create>()), "iam:CreateRole"));
  EXPECT(may_register_host_management(admin, with(&host), own<does_not_create>()));
  EXPECT(may_register_host_management(admin, with(&host), CallerSide::denies).decision == Decision::denied_explicitly);
  EXPECT(may_register_host_management(admin, with(&host)).is_unknown());
}

DUAL_TEST_CASE("DHM-1: it is for an account and a Region, and replaced with Overwrite; without it the answer is open") {
  HostManagementRequest again = with(&host);
  again.is_registered = Truth::yes;
  const Verdict open = may_register_host_management(admin, again, CallerSide::allows);
  EXPECT(open.is_unknown());
  EXPECT(open.open == &open_questions::u131);
  again.overwrite = true;
  EXPECT(may_register_host_management(admin, again, CallerSide::allows));
  again.overwrite = false;
  again.is_registered = Truth::unknown;
  EXPECT(may_register_host_management(admin, again, CallerSide::allows).is_unknown());
  EXPECT(may_register_host_management(admin, again, CallerSide::denies).decision == Decision::denied_explicitly);
}

// DHM-4: the name and the path of the service's role are not known, and no session ARN has a path.
DUAL_TEST_CASE("DHM-4: the session of a host has no path in its ARN") {
  const Session session = *assume_role(Service("ssm.amazonaws.com"), host, {.session_name = "i-0123456789abcdef0"});
  EXPECT(session.principal() == "arn:aws:sts::111122223333:assumed-role/host/i-0123456789abcdef0"_principal);
}

// Effective permissions are those of the session and of every scope-down policy, also for a permission of another
// service: a session passes a role only if its own policies and those of its session allow it.
DUAL_TEST_CASE("a session's policies and scope-down policies limit which role it passes") {
  const Session session = *assume_role(Service("ssm.amazonaws.com"), host, {.session_name = "i-0123456789abcdef0"});
  const Session narrow = *get_scoped_credentials(session, {.session_policy = gets}, CallerSide::allows);
  EXPECT(may_pass(session, other, CallerSide::allows));
  EXPECT(may_pass(narrow, other, CallerSide::allows).refused_by<rules::the_caller_may_pass_the_role>());
  EXPECT(!may_register_host_management(narrow, with(&other), CallerSide::allows));
}
