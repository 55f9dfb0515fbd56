// Writing texts and names into a string.
#pragma once

#include <string>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/principal_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Appends the pieces, in order.
template <class... Piece>
void write(std::string& out, const Piece&... pieces) {
  const auto one = [&out](Text piece) { out.append(piece.data(), piece.size()); };
  (one(Text(pieces)), ...);
}

/// As AWS prints it: an ARN, or the name of a service or issuer.
[[nodiscard]] inline std::string to_string(const PrincipalName& name) {
  std::string out;
  print(name, [&out](Text piece) { write(out, piece); });
  return out;
}
[[nodiscard]] inline std::string to_string(AccountId account) {
  std::string out;
  write(out, account.digits().view());
  return out;
}
[[nodiscard]] inline std::string to_string(const Principal& principal) { return to_string(principal.name()); }

}  // namespace whence
WHENCE_TEMPLATES_END
