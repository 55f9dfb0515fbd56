// A principal views its text, so the text must have a name.
// REFUSED: error: .*deleted
// REFUSED: a principal views the text it was made from: give the string a name first
// NAMES: .amazonaws.com
// MEND: Give the string a name that lives as long as the principal.
#include <string>

#include <whence/whence.hpp>

#ifdef WHENCE_CONTROL
inline bool is_principal(const std::string& name) { return whence::Principal::from(name).has_value(); }
#else
inline bool is_principal(const std::string& name) { return whence::Principal::from(name + ".amazonaws.com").has_value(); }
#endif
