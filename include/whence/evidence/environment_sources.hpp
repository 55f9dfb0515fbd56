// The documents of the rules on environments, beside those of sources.hpp.
#pragma once

#include <whence/evidence/source.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::sources {

inline constexpr Source limit_metadata{
    "Limit access to the Instance Metadata Service",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-limiting-access.html"};
inline constexpr Source ecs_task_roles{
    "Amazon ECS task IAM role", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"};
inline constexpr Source ecs_instance_role{
    "Amazon ECS container instance IAM role",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"};
inline constexpr Source ecscape{
    "ECScape: Understanding IAM Privilege Boundaries in Amazon ECS (Sweet Security, 2025)",
    "https://www.sweet.security/blog/ecscape-understanding-iam-privilege-boundaries-in-amazon-ecs", Grade::third_party};

}  // namespace whence::sources
