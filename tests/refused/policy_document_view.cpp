// A view of a temporary document.
// REFUSED: error: .*deleted (member )?function
// REFUSED: the view would outlive the document: give the document a name first
// ERRORS: 1
// NAMES: source
// MEANS: A view of a document that is gone cannot be read.
// MEND: Give the document a name, and take the view of that.
#include <whence/document/policy_document.hpp>

std::size_t statements_of(whence::Text source) {
#ifdef WHENCE_CONTROL
  const auto document = whence::TrustPolicyDocument::parse(source);
  const whence::TrustPolicy policy = (*document).view();
#else
  const whence::TrustPolicy policy = (*whence::TrustPolicyDocument::parse(source)).view();
#endif
  return policy.statements().size();
}
