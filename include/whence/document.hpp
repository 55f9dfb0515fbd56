// whence/document: JSON documents that the program reads at run time: policies (such as TrustPolicyDocument), scenarios
// (Scenario: one call with everything that takes part) and plans (Plan: a sequence of calls of STS). Each owns its
// contents and answers the same questions as a design. It includes <vector>, and costs about three times <string>.
#pragma once

#include <whence/base/config.hpp>
#include <whence/document/field_reader.hpp>
#include <whence/document/key_agreement.hpp>
#include <whence/document/plan.hpp>
#include <whence/document/policy_document.hpp>
#include <whence/document/scenario.hpp>
#include <whence/document/wrapped_policy.hpp>
