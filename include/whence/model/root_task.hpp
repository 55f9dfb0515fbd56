// The tasks of AssumeRoot sessions.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/arn.hpp>

namespace whence {

/// Named after the managed policy, arn:aws:iam::aws:policy/root-task/NAME. Source: Perform a privileged task on a
/// member account, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
enum class RootTask : std::uint8_t {
  audit_root_credentials,
  create_root_password,
  delete_root_credentials,
  unlock_bucket_policy,
  unlock_queue_policy,
};

struct RootTaskInfo {
  RootTask task;
  Text policy;   // name of the managed policy
  Text actions;  // that it allows, separated by spaces
};

/// Source of the actions: version v1 of each managed policy, as kept by https://github.com/zoph-io/MAMIP at 4f952e0.
/// The actions of IAM are allowed only on the root user's own credentials.
inline constexpr RootTaskInfo root_tasks[] = {
    {RootTask::audit_root_credentials, "IAMAuditRootUserCredentials",
     "iam:ListAccessKeys iam:ListSigningCertificates iam:GetLoginProfile iam:ListMFADevices iam:GetAccountSummary "
     "iam:GetUser iam:GetAccessKeyLastUsed"},
    {RootTask::create_root_password, "IAMCreateRootUserPassword", "iam:CreateLoginProfile iam:GetLoginProfile"},
    {RootTask::delete_root_credentials, "IAMDeleteRootUserCredentials",
     "iam:DeleteAccessKey iam:DeleteSigningCertificate iam:DeleteLoginProfile iam:DeactivateMFADevice "
     "iam:DeleteVirtualMFADevice iam:ListAccessKeys iam:ListSigningCertificates iam:GetLoginProfile iam:ListMFADevices "
     "iam:GetUser iam:GetAccessKeyLastUsed"},
    {RootTask::unlock_bucket_policy, "S3UnlockBucketPolicy",
     "s3:DeleteBucketPolicy s3:PutBucketPolicy s3:GetBucketPolicy s3:ListAllMyBuckets"},
    {RootTask::unlock_queue_policy, "SQSUnlockQueuePolicy",
     "sqs:SetQueueAttributes sqs:GetQueueAttributes sqs:ListQueues sqs:GetQueueUrl"},
};
static_assert(is_in_order(root_tasks, &RootTaskInfo::task));

[[nodiscard]] constexpr const RootTaskInfo& info_of(RootTask task) {
  return root_tasks[static_cast<std::size_t>(task)];
}

/// Whether a task allows an action, letter case ignored. Complexity: linear in its actions.
[[nodiscard]] constexpr bool leaves(RootTask task, Text action) {
  const Text actions = info_of(task).actions;
  for (std::size_t at = 0; at < actions.size();) {
    const std::size_t space = actions.find(' ', at);
    const std::size_t end = space == Text::npos ? actions.size() : space;
    if (ascii::equal_ignoring_case(actions.part(at, end - at), action)) return true;
    at = end + 1;
  }
  return false;
}

/// Whether a task allows an action on a resource (empty if it is not known): actions of IAM on credentials only on
/// those of the root user `root`, and sqs:GetQueueAttributes only on a queue of its account.
[[nodiscard]] constexpr Truth leaves(RootTask task, Text action, Text resource, Text root) {
  if (!leaves(task, action)) return Truth::no;
  const bool of_iam = ascii::starts_with_ignoring_case(action, "iam:");
  const bool of_a_queue = ascii::equal_ignoring_case(action, "sqs:GetQueueAttributes");
  if (!of_a_queue && (!of_iam || ascii::equal_ignoring_case(action, "iam:GetAccountSummary"))) return Truth::yes;
  if (resource.empty()) return Truth::unknown;
  if (of_iam) return truth(resource == root);
  const Result<Arn, NameError> queue = Arn::parse(resource), own = Arn::parse(root);
  return queue && own ? truth(queue->account() == own->account()) : Truth::unknown;
}

/// What AssumeRoot depends on beside policies. What you omit is not known.
struct RootAccess {
  AccountId management_account{};       // of the organization
  AccountId delegated_administrator{};  // the account that administers IAM for it, if there is one
  Truth is_enabled = Truth::unknown;    // centralized root access
  Truth at_regional_endpoint = Truth::unknown;
};

}  // namespace whence
