// The services that assume roles: what they pass in each call, and which source a trust policy can test.
#pragma once

#include <whence/base/text.hpp>

namespace whence {

/// A service and what its calls of STS have beside the role.
struct CallingService {
  const char* name;             // of the principal, without the suffix of its partition
  const char* tags;             // the session tags that it passes unless that is turned off; null: none is documented
  const char* source_identity;  // what it sets as the source identity; null: none is documented
  const char* source_arn;       // aws:SourceArn as a trust policy tests it; null: not documented, so perhaps not sent
  const char* page;             // the URL of the page that says so
};

/// The services of which AWS documents something, or shows a trust policy without conditions. Those with a source send
/// aws:SourceAccount too. The words in capitals differ. Of any other service nothing is known.
inline constexpr CallingService calling_services[] = {
    {"pods.eks",
     "eks-cluster-arn eks-cluster-name kubernetes-namespace kubernetes-service-account kubernetes-pod-name "
     "kubernetes-pod-uid",
     nullptr, nullptr, "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html"},
    {"rolesanywhere", "x509Subject/* x509Issuer/* x509SAN/*", "the common name (CN) of the certificate",
     "arn:aws:rolesanywhere:REGION:ACCOUNT:trust-anchor/ID",
     "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html"},
    {"ecs-tasks", nullptr, nullptr, "arn:aws:ecs:REGION:ACCOUNT:*",
     "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"},
    {"ssm", nullptr, nullptr, "arn:aws:ssm:REGION:ACCOUNT:*",
     "https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html"},
    {"eks-fargate-pods", nullptr, nullptr, "arn:aws:eks:REGION:ACCOUNT:fargateprofile/CLUSTER/*",
     "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html"},
    {"scheduler", nullptr, nullptr, "arn:aws:scheduler:REGION:ACCOUNT:schedule-group/NAME",
     "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html"},
    {"pipes", nullptr, nullptr, "arn:aws:pipes:REGION:ACCOUNT:pipe/NAME",
     "https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html"},
    {"appstream", nullptr, nullptr, "arn:aws:appstream:REGION:ACCOUNT:fleet/NAME",
     "https://docs.aws.amazon.com/appstream2/latest/developerguide/confused-deputy.html"},
    {"ec2", nullptr, nullptr, nullptr,
     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html"},
    {"amplify", nullptr, nullptr, nullptr,
     "https://docs.aws.amazon.com/amplify/latest/userguide/amplify-SSR-compute-role.html"},
    {"tasks.apprunner", nullptr, nullptr, nullptr,
     "https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html"},
};

/// The row of a service principal, such as ssm.amazonaws.com or ssm.eu-west-1.amazonaws.com; null if there is none.
/// Linear in the table.
template <class Name>
[[nodiscard]] constexpr const CallingService* find_calling_service(const Name& principal) {
  for (const CallingService& each : calling_services) {
    const Text name = each.name;
    if (principal.size() > name.size() && principal[name.size()] == '.' && principal.starts_with(name)) return &each;
  }
  return nullptr;
}

}  // namespace whence
