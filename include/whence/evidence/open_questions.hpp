// What sources leave open: X if they disagree, U if none answers. B is a bound of this library. A verdict of `unknown`
// names one of these, or the fact that was not given.
#pragma once

#include <whence/base/text.hpp>

namespace whence {

struct OpenQuestion {
  Text id;
  Text question;
  Text stance;  // what the library does about it
};

namespace open_questions {

// A table: each question on one line, what the library does on the next.
// clang-format off
inline constexpr OpenQuestion x1{"X-1", "Does \"*\" in a trust policy admit a caller of the same account whose own policies neither allow nor deny the call?",
    "unknown unless the caller's own policies allow the call, a condition on aws:PrincipalArn narrows it, or you settle it with DisputedPoints"};
inline constexpr OpenQuestion x2{"X-2", "Does a permissions boundary that does not allow sts:AssumeRole block a user that a trust policy of the same account names?",
    "unknown unless you settle it with DisputedPoints"};
inline constexpr OpenQuestion x3{"X-3", "Does a session policy that does not allow the call block a session that a trust policy of the same account names?",
    "unknown unless you settle it with DisputedPoints"};
inline constexpr OpenQuestion x4{"X-4", "Does AssumeRole with the credential of a GetSessionToken session count as role chaining, which is limited to one hour?",
    "unknown beyond one hour unless you settle it with DisputedPoints: by its definition, chaining is from role to role, but field reports differ"};
inline constexpr OpenQuestion x5{"X-5", "In a trust policy, is aws:ResourceTag the role's own tag, or an inherited transitive tag with the same key?",
    "conditions on such a tag are unknown"};
inline constexpr OpenQuestion x6{"X-6", "Does the operator Bool support policy variables? One manual page says yes, another says no.",
    "variables are replaced"};
inline constexpr OpenQuestion x7{"X-7", "Can the quota of a trust policy be raised to at most 4096 or at most 8192 characters?",
    "the quota is a parameter, 2048 by default"};
inline constexpr OpenQuestion x9{"X-9", "Which version of the policy language applies to a policy without Version?",
    "the older one, for which ${...} is plain text"};
inline constexpr OpenQuestion x10{"X-10", "Is the Policy of AssumeRole still limited to 2048 characters? The text says so, the API model no longer does.",
    "unknown beyond 2048"};
inline constexpr OpenQuestion x12{"X-12", "Does the ARN of an EC2 instance identity session have the service iam or sts?",
    "both are accepted, sts is printed"};
inline constexpr OpenQuestion u1{"U-1", "Does AWS store a session ARN in a principal by the role's id, so that it stops working if the role is deleted?",
    "the ARN is compared as text"};
inline constexpr OpenQuestion u2{"U-2", "Does a session end when the session that began it ends?",
    "no: each session has its own end"};
inline constexpr OpenQuestion u4{"U-4", "Can the root user call GetWebIdentityToken?",
    "unknown"};
inline constexpr OpenQuestion u5{"U-5", "Which services send aws:SourceArn and similar keys when they assume a role?",
    "conditions on these keys are unknown"};
inline constexpr OpenQuestion u6{"U-6", "What is the ARN of an AssumeRoot session?",
    "the root user's ARN: the task policies are written for callers whose aws:PrincipalArn ends in :root"};
inline constexpr OpenQuestion u7{"U-7", "Is MFA at the sign-in of IAM Identity Center or of a SAML provider ever visible to policies?",
    "no, as documented for federation"};
inline constexpr OpenQuestion u8{"U-8", "Do names in STS accept word characters outside ASCII?",
    "ASCII only"};
inline constexpr OpenQuestion u9{"U-9", "Can TransitiveTagKeys list a key that is not among the passed tags?",
    "unknown"};
inline constexpr OpenQuestion u11{"U-11", "Is aws:MultiFactorAuthPresent absent or false in a session that began without MFA?",
    "either: unknown if the two differ, as with IfExists"};
inline constexpr OpenQuestion u101{"U-101", "Does an Allow for \"*\" in a trust policy admit services, or callers with a token of an identity provider?",
    "unknown; a Deny for \"*\" blocks them"};
inline constexpr OpenQuestion u102{"U-102", "Can any user of an instance still register their own key before the agent does, and so get the host-management credential? A third party showed this in 2023.",
    "unknown until the agent has registered its key"};
inline constexpr OpenQuestion u104{"U-104", "Did the agent before 3.2.1041.0 use host management with IMDSv1? The manual requires IMDSv2.",
    "unknown for these versions"};
inline constexpr OpenQuestion u105{"U-105", "Which credential does the agent's key get if another key was registered first?",
    "none for the agent; unknown for the holder of the other key"};
inline constexpr OpenQuestion u106{"U-106", "Is there a CloudTrail record of AssumeRole by ssm.amazonaws.com for host management?",
    "the role's trust policy and the behavior of the agent show that the service assumes the role"};
inline constexpr OpenQuestion u107{"U-107", "Does a negated operator without ForAllValues or ForAnyValue match a key that has several values?",
    "unknown; the positive operators do not match"};
inline constexpr OpenQuestion u108{"U-108", "How far does a * at the end of a field of a Resource match? The manual says only that it can match beyond the colon.",
    "unknown if the fields alone do not match but the whole text does"};
inline constexpr OpenQuestion u109{"U-109", "Which principals must NotPrincipal list beside a principal so that a Deny spares it?",
    "unknown for every principal that is listed"};
inline constexpr OpenQuestion u110{"U-110", "Does a statement apply if its NotResource has a policy variable without a value?",
    "unknown"};
inline constexpr OpenQuestion u111{"U-111", "Which characters outside ASCII does STS accept as letters, numbers or separators in tag keys and values?",
    "unknown for tags that contain any"};
inline constexpr OpenQuestion u112{"U-112", "Can a context credential, a delegated credential or a session of a service-linked role call an STS operation if no source mentions it?",
    "unknown, and so for a service bearer token, which the matrix keeps in one line with context credentials; it works only with the service that generated it"};
inline constexpr OpenQuestion u113{"U-113", "Does anything keep the other programs of an EC2 instance from the role of an ECS task on it? ECS gives no guarantee, and a third party showed that a container with the instance's role can act as the ECS agent.",
    "unknown for another task, and for a reader of the instance's role"};
inline constexpr OpenQuestion u114{"U-114", "Through which interface does a workload get the credential of its role, and what else can read it there? No source says it of SageMaker notebooks, Glue, App Runner, Amplify, MWAA, EMR Serverless, Lambda and ECS Managed Instances, and interceptors of IMDS.",
    "unknown for every place that no source describes"};
inline constexpr OpenQuestion u115{"U-115", "Who can read the private key that an AWS IoT device or the helper of Roles Anywhere signs with? The customer must keep it.",
    "unknown"};
inline constexpr OpenQuestion u116{"U-116", "Does a hop limit of 1, or a rule of the host, keep a task in network mode awsvpc from IMDS? Does a rule in DOCKER-USER keep a pod from it? The host need not forward their packets.",
    "unknown"};
inline constexpr OpenQuestion u117{"U-117", "Can a pod that reads the role of its EKS node get, as the node, the token of another pod on the node? A third party showed it in 2023; no document of AWS says it.",
    "unknown for a reader of the node's role"};
inline constexpr OpenQuestion u120{"U-120", "Does a condition key whose value is empty count as present? The examples of the manual for keys with several values suggest that it does not.",
    "unknown if it matters"};
inline constexpr OpenQuestion u121{"U-121", "Does IpAddress match an IPv4 address that is written as one of IPv6, such as ::ffff:203.0.113.7?",
    "unknown"};
inline constexpr OpenQuestion u122{"U-122", "What does an ARN operator match if the pattern, such as \"*\", or the value of the key is not an ARN?",
    "unknown"};
inline constexpr OpenQuestion u123{"U-123", "When does a trust policy that names a service with a Region admit the name without it, or the reverse? Not every service has both, and in a Region that must be enabled the name can have the Region.",
    "unknown unless the names are the same or name two Regions"};
inline constexpr OpenQuestion u124{"U-124", "Does a claim that AWS does not list as a condition key of this provider count in a condition? Field reports say that the key is absent.",
    "unknown"};
inline constexpr OpenQuestion u125{"U-125", "Which session tags does this call pass? EKS Pod Identity, IAM Roles Anywhere and IAM Identity Center pass some in every call, and Roles Anywhere a source identity, unless that is turned off.",
    "unknown unless the context lists the tags or says that there are none, or the trust policy allows sts:TagSession, and sts:SetSourceIdentity for Roles Anywhere"};
inline constexpr OpenQuestion u126{"U-126", "Does a service, or a caller with a token, have the keys of an organization, such as aws:PrincipalOrgID? Field reports say no.",
    "absent; unknown if the context gives one"};
inline constexpr OpenQuestion u127{"U-127", "Is the unique id in this policy that of the caller, or of a user or role that was deleted?",
    "unknown unless aws:userid is given"};
inline constexpr OpenQuestion u128{"U-128", "Is this call the sign-in of IAM Identity Center itself, which assumes its reserved roles with the provider AWSSSO_..._DO_NOT_DELETE, or a call of your own, which STS refuses?",
    "unknown for this provider"};
inline constexpr OpenQuestion u129{"U-129", "Does GetScopedCredentials need an Allow for sts:GetScopedCredentials, and for which resource?",
    "unknown unless the caller's own policies allow it; an explicit Deny denies it"};
inline constexpr OpenQuestion u130{"U-130", "Are aws:TokenIssueTime and aws:MultiFactorAuthPresent of a credential of GetScopedCredentials those of the session that it narrows?",
    "unknown; so is whether a revocation between the two times applies"};
inline constexpr OpenQuestion u131{"U-131", "Does RegisterDefaultHostManagementConfiguration without Overwrite fail if host management is registered already? The resource of CloudFormation does.",
    "unknown"};
inline constexpr OpenQuestion u132{"U-132", "Does a session that a session with an origin identity begins have aws:OriginIdentity too?",
    "unknown unless you list the keys in the context"};
inline constexpr OpenQuestion b1{"B-1", "What would the answer be after 4194304 steps, or with a value of a policy that has more than 4096 characters once its variables are replaced? A step compares two values, or 64 bytes of long ones, or four names of condition keys.",
    "the evaluation stops there, and all that it has not compared is unknown: give fewer or shorter values, or fewer policies"};
inline constexpr OpenQuestion b2{"B-2", "Does this machine or workload hold this credential, and is this position inside the workload that it was made for, or given what the processes of the machine read? The catalogue does not say it of these platforms.",
    "unknown: name every platform of the machine, such as EC2 and a workstation for the files of the AWS CLI on an instance"};
// clang-format on

}  // namespace open_questions
}  // namespace whence
