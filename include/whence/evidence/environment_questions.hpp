// The open questions behind what environments leave unknown.
#pragma once

#include <whence/evidence/open_questions.hpp>

namespace whence::open_questions {

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

}  // namespace whence::open_questions
