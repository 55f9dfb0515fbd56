// A principal views its text, so the text must have a name.
// REFUSED: a principal views the text it was made from: give the string a name first
#include <string>

#include <whence/whence.hpp>

#ifdef WHENCE_CONTROL
inline bool is_principal(const std::string& name) { return whence::Principal::from(name).has_value(); }
#else
inline bool is_principal(const std::string& name) { return whence::Principal::from(name + ".amazonaws.com").has_value(); }
#endif
