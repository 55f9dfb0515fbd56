// What keeps a container or pod from IMDS: the names of the settings, and the sources of what they cover.
#pragma once

#include <whence/base/text.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/source.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/metadata_block.hpp>

namespace whence::catalog {

using whence::covers;
using whence::MetadataBlock;
using whence::NetworkMode;

struct BlockSource {
  Text name{};
  Source source{};
};
/// In the order of MetadataBlock; whence::covers says what each covers.
inline constexpr BlockSource metadata_blocks[] = {{"hop limit", sources::rust_sdk_issue_540},
                                                  {"ECS_AWSVPC_BLOCK_IMDS", sources::ecs_agent_source},
                                                  {"rule in DOCKER-USER", sources::ecs_agent_source},
                                                  {"disablePodIMDS of eksctl", sources::eksctl_security},
                                                  {"rule for every container", sources::ecs_task_roles},
                                                  {"rule by user id", sources::limit_metadata.graded(Grade::inferred)}};

}  // namespace whence::catalog
