// Output to standard streams.
#pragma once

#include <ostream>

#include <whence/base/text.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/principal_name.hpp>
#include <whence/rules/rule.hpp>

namespace whence {

inline std::ostream& operator<<(std::ostream& out, Text text) {
  return out.write(text.data(), static_cast<std::streamsize>(text.size()));
}
inline std::ostream& operator<<(std::ostream& out, AccountId account) { return out << account.digits().view(); }
inline std::ostream& operator<<(std::ostream& out, const PrincipalName& name) {
  print(name, [&out](Text piece) { out << piece; });
  return out;
}
inline std::ostream& operator<<(std::ostream& out, const Principal& principal) { return out << principal.name(); }
inline std::ostream& operator<<(std::ostream& out, Decision decision) { return out << name_of(decision); }

}  // namespace whence
