// whence/explain: answers in words. What a verdict, a session, a chain or a source of credentials says (explain), the whole
// answer to a question with the statement that decided and what is missing (explain_may_assume, explain_may_pass,
// explain_reading), what is wrong with a document (describe); policies as JSON (to_json), and printing to
// streams. It includes <string>, <ostream> and all of the model that it explains, and costs about three times what
// <string> does.
#pragma once

#include <whence/explain/explain_may_assume.hpp>
#include <whence/explain/explain_session.hpp>
#include <whence/explain/explain_source.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/policy_json.hpp>
#include <whence/explain/stream.hpp>
#include <whence/explain/write.hpp>
