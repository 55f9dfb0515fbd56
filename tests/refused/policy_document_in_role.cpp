// A role with a view of a temporary document.
// REFUSED: error: .*deleted (member )?function
// REFUSED: the view would outlive the document: give the document a name first
// ERRORS: 1
// NAMES: deploy, source
// MEANS: A role views its trust policy, and the document would be gone.
// MEND: Give the document a name that lives as long as the role.
#include <whence/document/policy_document.hpp>
#include <whence/model/role.hpp>

whence::Role role_of(whence::AccountId account, whence::Text source) {
#ifdef WHENCE_CONTROL
  static const auto document = whence::TrustPolicyDocument::parse(source);
  return whence::Role(account, "deploy", *document);
#else
  return whence::Role(account, "deploy", *whence::TrustPolicyDocument::parse(source));
#endif
}
