// From where the reader of a flow reads in a deployment.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// From where the reader of a flow reads in an environment.
struct PositionFacts {
  bool is_on_the_platform = true;  // whether the platform has the vantage that the flow states
  bool all_agree = true;           // whether every position that the reader can have gives the same answer
};

namespace rules {
struct a_reader_is_where_the_platform_has_a_vantage {
  WHENCE_RULE("W507", Decision::denied_implicitly, sources::fault_isolation.graded(Grade::inferred),
              "the position from which a flow reads must be a vantage of the environment's platform: a pod is on an "
              "EKS node or Fargate, a step of a job on a CI runner");
  static constexpr Truth holds(const PositionFacts& facts) { return truth(facts.is_on_the_platform); }
};

struct a_flow_says_from_where_its_reader_reads {
  WHENCE_RULE("W508", Decision::denied_implicitly, sources::metadata_options.graded(Grade::inferred),
              "on a machine that containers share, a flow must say from where its user reads, as read_by(user, "
              "vantages::pod) does, unless the user's other flows say it or every position gives the same answer");
  static constexpr Truth holds(const PositionFacts& facts) { return truth(facts.all_agree); }
};

/// Whether a program can read from its position depends on the environment: the hop limit of an EC2 instance, say.
struct a_position_is_judged_in_an_environment {
  WHENCE_RULE("W509", Decision::denied_implicitly, sources::metadata_options.graded(Grade::inferred),
              "a flow that states from where its user reads needs an environment, as in deployed(environment, flow)");
  static constexpr Truth holds(const auto& facts) { return facts.from() == nullptr ? Truth::yes : Truth::unknown; }
};

/// Of a flow alone.
using stated_position_rules = RuleList<a_position_is_judged_in_an_environment>;
/// Of a flow in an environment.
using position_rules = RuleList<a_reader_is_where_the_platform_has_a_vantage, a_flow_says_from_where_its_reader_reads>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
