// whence/document: documents that are read while the program runs. Policies (TrustPolicyDocument and its like), scenarios,
// which are one call with all that takes part in it (Scenario), and plans, which are calls of STS one after the other (Plan).
// Each is read from JSON, owns what it has read, and is then asked the same questions as a design. It includes <vector> and
// all that decides, and costs about three times what <string> does.
#pragma once

#include <whence/document/field_reader.hpp>
#include <whence/document/plan.hpp>
#include <whence/document/policy_document.hpp>
#include <whence/document/scenario.hpp>
