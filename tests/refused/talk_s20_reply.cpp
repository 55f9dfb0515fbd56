// S20, further: a user who is not root asks Systems Manager for the credential.
// REFUSED: \[W307\] Systems Manager sends the credential only to a caller
// REFUSED: broken_by<whence::object<ec2_user>, whence::object<(whence::)?catalog::token_reply> ?>
// ERRORS: 1
// NAMES: ec2_user
// MEND: as w307_only_the_signer_gets_the_reply
#include "talk.hpp"
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::token_reply>);
#else
static_assert(holds<can_read, ec2_user, catalog::token_reply>);
#endif
