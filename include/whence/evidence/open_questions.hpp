// What nobody has answered: X where sources contradict one another, U where none was found. A verdict of `unknown`
// names one of these, or says which fact was not given.
#pragma once

#include <whence/base/text.hpp>

namespace whence {

struct OpenQuestion {
  Text id;
  Text question;
  Text stance;  // what the library does about it
};

namespace open_questions {

inline constexpr OpenQuestion x1{
    "X-1", "Does \"*\" in a trust policy let in a caller of the same account whose own policies are silent?",
    "unknown unless the caller's own policies allow the call, a condition narrows it by aws:PrincipalArn, or a reading is chosen"};
inline constexpr OpenQuestion x2{
    "X-2",
    "Does a boundary that does not allow sts:AssumeRole stop a user whom a trust policy of the same account names?",
    "unknown unless a reading is chosen"};
inline constexpr OpenQuestion x3{
    "X-3", "Does a session policy that does not allow it stop a session that a trust policy of the same account names?",
    "unknown unless a reading is chosen"};
inline constexpr OpenQuestion x4{
    "X-4", "Does AssumeRole with the credential of a GetSessionToken session count as chaining for the one hour?",
    "unknown beyond one hour unless a reading is chosen: the definition says role to role; field reports differ"};
inline constexpr OpenQuestion x5{
    "X-5",
    "Does a trust policy see the role's own tag, or an inherited transitive one of the same key, as aws:ResourceTag?",
    "conditions on such a tag are not decided"};
inline constexpr OpenQuestion x6{
    "X-6", "Does the operator Bool take policy variables? One manual page says so, another not.", "they are replaced"};
inline constexpr OpenQuestion x7{"X-7", "Is the most a trust policy's quota can be raised to 4096 or 8192 characters?",
                                 "the quota is a parameter, 2048 unless given"};
inline constexpr OpenQuestion x9{"X-9", "In which language is a policy without Version read?",
                                 "the older one, in which ${...} is plain text"};
inline constexpr OpenQuestion x10{
    "X-10",
    "Does the Policy of AssumeRole still have at most 2048 characters? The text says so, the model no longer does.",
    "unknown beyond 2048"};
inline constexpr OpenQuestion x11{
    "X-11",
    "Which operations of STS can a session of GetSessionToken call, and does MFA matter? Three manual pages differ.",
    "AssumeRole and GetCallerIdentity, whether with MFA or not"};
inline constexpr OpenQuestion x12{"X-12", "Does the instance identity session's ARN have the service iam or sts?",
                                  "both are read, sts is printed"};
inline constexpr OpenQuestion x13{
    "X-13", "Does a session of a role that was assumed with MFA carry that fact to the next role?",
    "unknown unless aws:MultiFactorAuthPresent is given"};
inline constexpr OpenQuestion u1{
    "U-1", "Is a session's ARN in a principal stored by the role's id, so that it dies with the role?",
    "compared as text"};
inline constexpr OpenQuestion u2{"U-2", "Does a session end with the session it was begun from?",
                                 "each has an end of its own"};
inline constexpr OpenQuestion u3{
    "U-3", "Can a session of GetSessionToken call the newer operations of STS? The table predates them.",
    "no, by its wording"};
inline constexpr OpenQuestion u4{"U-4", "May the root user call GetWebIdentityToken?", "unknown"};
inline constexpr OpenQuestion u5{"U-5", "Which services send aws:SourceArn and its like when they assume a role?",
                                 "conditions on them are not decided"};
inline constexpr OpenQuestion u6{
    "U-6", "What is the ARN of a session of AssumeRoot?",
    "the root user's: the task policies are written for callers whose aws:PrincipalArn ends in :root"};
inline constexpr OpenQuestion u7{"U-7", "Does MFA at the sign-in of Identity Center or a SAML provider ever show?",
                                 "it does not, as documented for federation"};
inline constexpr OpenQuestion u8{"U-8", "Do names in STS take word characters outside ASCII?", "ASCII only"};
inline constexpr OpenQuestion u9{"U-9", "May TransitiveTagKeys name a key that is not among the tags passed?",
                                 "unknown"};
inline constexpr OpenQuestion u10{
    "U-10", "Is a token of GetWebIdentityToken taken as a web identity token by AWS in another account?", "unknown"};
inline constexpr OpenQuestion u11{
    "U-11", "Is aws:MultiFactorAuthPresent absent or false in a session that was begun without MFA?",
    "either: unknown where the two differ, as in the IfExists forms"};
inline constexpr OpenQuestion u101{
    "U-101",
    "Does an Allow for \"*\" in a trust policy let in services, or whoever shows a token of an identity provider?",
    "unknown; a Deny for \"*\" keeps them out"};
inline constexpr OpenQuestion u102{
    "U-102",
    "Can any user of an instance still register a key of his own before the agent does, and so get the "
    "host-management credential (shown by a third party in 2023)?",
    "unknown until the agent has registered its key"};
inline constexpr OpenQuestion u103{
    "U-103",
    "Does the agent from 3.2.183.0 up to 3.2.582.0 use host management? The source has it, the manual asks for 3.2.582.0.",
    "unknown for these versions"};
inline constexpr OpenQuestion u104{
    "U-104",
    "Did the agent before 3.2.1041.0 use host management with version 1 of the metadata service? The manual asks for version 2.",
    "unknown for these versions"};
inline constexpr OpenQuestion u105{"U-105",
                                   "Which credential does the agent's key get when another key was registered first?",
                                   "none for the agent; unknown for whoever holds the other key"};
inline constexpr OpenQuestion u106{
    "U-106", "Is there a CloudTrail record of AssumeRole by ssm.amazonaws.com for host management?",
    "that the service assumes the role rests on its trust policy and on what the agent does"};

inline constexpr OpenQuestion u107{
    "U-107", "Is a negated operator without ForAllValues or ForAnyValue satisfied on a key with several values?",
    "unknown; the positive operators match nothing"};
inline constexpr OpenQuestion u108{
    "U-108",
    "How far does a * run on that ends a field of a Resource? It can match beyond the colon, says the manual, and no more.",
    "unknown where the fields alone do not match and the whole text does"};
inline constexpr OpenQuestion u109{
    "U-109", "Which principals must stand beside one in NotPrincipal for it to be spared by a Deny?",
    "unknown for whoever is listed at all"};
inline constexpr OpenQuestion u110{
    "U-110", "Does a statement apply whose NotResource has a policy variable without a value?", "unknown"};

inline constexpr OpenQuestion u111{
    "U-111", "Which characters beyond ASCII are letters, numbers or separators to STS, in keys and values of tags?",
    "unknown for tags that hold any"};
inline constexpr OpenQuestion u112{
    "U-112",
    "What of STS may a service bearer token, a context credential, a delegated credential or a session of a service-linked role call, where no source speaks of it?",
    "unknown"};
inline constexpr OpenQuestion u113{
    "U-113",
    "Does anything keep the other programs of an EC2 instance from the role of an ECS task on it? ECS gives no guarantee, and a third party has shown a container with the instance's role to act as the ECS agent.",
    "unknown for another task, and for whoever reads the instance's role"};
inline constexpr OpenQuestion u114{
    "U-114",
    "By which surface do SageMaker notebooks, jobs and Studio, and Glue jobs get the credential of their role, and what else reads it there?",
    "unknown for every place of which no source tells"};
inline constexpr OpenQuestion u115{
    "U-115",
    "Who reads the private key with which a device of AWS IoT, or the helper of Roles Anywhere, signs? It is the customer's to keep.",
    "unknown"};
inline constexpr OpenQuestion u116{
    "U-116",
    "Does a hop limit of 1 keep the token from a task in the network mode awsvpc, whose packets no host forwards?",
    "unknown"};
inline constexpr OpenQuestion u117{
    "U-117", "Can a pod that reads the role of its EKS node get, as the node, the token of another pod on it?",
    "unknown for whoever reads the node's role"};

/// In the order of their ids.
inline constexpr OpenQuestion all[] = {
    x1, x2,  x3,  x4,   x5,   x6,   x7,   x9,   x10,  x11,  x12,  x13,  u1,   u2,   u3,   u4,   u5,   u6,   u7,   u8,
    u9, u10, u11, u101, u102, u103, u104, u105, u106, u107, u108, u109, u110, u111, u112, u113, u114, u115, u116, u117};

}  // namespace open_questions
}  // namespace whence
