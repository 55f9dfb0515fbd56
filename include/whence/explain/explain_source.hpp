// Sources of credentials, their places and who reads there, in words.
#pragma once

#include <string>

#include <whence/catalog/credential_source.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/write.hpp>

namespace whence {

/// "07": an entry by its number, as all that is written numbers them.
[[nodiscard]] inline std::string number_of(const catalog::CredentialSource& entry) {
  const auto id = static_cast<unsigned>(entry.id);
  std::string out = id < 10 ? "0" : "";
  return out += std::to_string(id);
}

/// "name (plane): address, owner, mode", as much of it as there is.
[[nodiscard]] inline std::string describe(const Place& place) {
  std::string out;
  write(out, place.name, " (", name_of(place.plane), ")");
  if (!place.address.empty()) write(out, ": ", place.address);
  if (!place.owner.empty()) write(out, ", of ", place.owner);
  if (!place.mode.empty()) write(out, ", ", place.mode);
  return out;
}

/// One row: its four relations and its custody, place by place.
[[nodiscard]] inline std::string explain(const catalog::CredentialSource& row) {
  std::string out;
  const auto line = [&out](Text name, Text value) {
    write(out, "  ", name, value.empty() ? Text("nobody") : value, "\n");
  };
  write(out, row.name, "\n");
  const bool has_trust = row.trust.kind != catalog::TrustKind::no_trust_policy;
  write(out, "  trusted by the role: ", has_trust ? name_of(row.trust.kind) : Text("nobody"), has_trust ? ": " : "",
        row.trust.principal, "\n");
  line("assumer:             ", row.assumer.who);
  line("requester:           ", row.requester.text);
  line("custodian:           ", row.custodian.text);
  line("user:                ", row.user.text);
  for (const Place& place : row.custody) line("rests in:            ", describe(place));
  return out;
}

/// "yes, at PLACE (ADDRESS)", or "no" and the wall, for one reader and one row. No line break.
[[nodiscard]] inline std::string explain_reading(const Reader& reader, const catalog::CredentialSource& row,
                                                 const Node& node = {}) {
  const Reading reading = CanRead::reading(reader, row, node);
  std::string out;
  write(out, reading ? Text("yes") : reading.verdict.is_unknown() ? Text("unknown") : Text("no"), ", at ");
  write(out, reading.place == nullptr ? Text("no place") : reading.place->name);
  if (reading && !reading.place->address.empty()) write(out, ": ", reading.place->address);
  if (!reading) write(out, ": ", explain(*reading.verdict.rule));
  return out;
}

}  // namespace whence
