// whence/explain: answers in words. explain: a verdict, a session, a chain or a source of credentials.
// explain_may_assume, explain_may_pass, explain_reading: the whole answer, with the statement that decided and what is
// missing. check_all, explain_check: every fault of a flow, a design or a deployment. describe: what is wrong with a document. to_json: policies as JSON. Also output to streams. It includes
// <string>, <ostream> and the model that it explains, and costs about three times as much as <string>.
#pragma once

#include <whence/base/config.hpp>
#include <whence/evidence/all_open_questions.hpp>
#include <whence/explain/explain_design.hpp>
#include <whence/explain/explain_may_assume.hpp>
#include <whence/explain/explain_session.hpp>
#include <whence/explain/explain_source.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/policy_json.hpp>
#include <whence/explain/stream.hpp>
#include <whence/explain/write.hpp>
