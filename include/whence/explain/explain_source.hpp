// Sources of credentials, their places and their readers, in words.
#pragma once

#include <string>

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/source_names.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/write.hpp>

namespace whence {

/// The id of a source with two digits: "07".
[[nodiscard]] inline std::string number_of(const catalog::CredentialSource& source) {
  const auto id = static_cast<unsigned>(source.id);
  return (id < 10 ? "0" : "") + std::to_string(id);
}

/// "name (plane): address, of owner, mode", without the parts that are empty.
[[nodiscard]] inline std::string describe(const Place& place) {
  std::string out;
  write(out, place.name, " (", name_of(place.plane), ")");
  if (!place.address.empty()) write(out, ": ", place.address);
  if (!place.owner.empty()) write(out, ", of ", place.owner);
  if (!place.mode.empty()) write(out, ", ", place.mode);
  return out;
}

/// Who trusts, assumes, requests, keeps and uses the credential of a source, and the places of its custody in order.
[[nodiscard]] inline std::string explain(const catalog::CredentialSource& source) {
  std::string out;
  const auto line = [&out](Text name, Text value) {
    write(out, "  ", name, value.empty() ? Text("nobody") : value, "\n");
  };
  write(out, source.name, "\n");
  const bool has_trust = source.trust.kind != catalog::TrustKind::no_trust_policy;
  write(out, "  trusted by the role: ", has_trust ? name_of(source.trust.kind) : Text("nobody"), has_trust ? ": " : "",
        source.trust.principal, "\n");
  line("assumer:             ", source.assumer.who);
  line("requester:           ", source.requester.text);
  line("custodian:           ", source.custodian.text);
  line("user:                ", source.user.text);
  for (const Place& place : source.custody) line("rests in:            ", describe(place));
  return out;
}

/// "yes, at PLACE: ADDRESS", or "no, at PLACE: " and the rule that blocks the reader. No line break.
[[nodiscard]] inline std::string explain_reading(const Reader& reader, const catalog::CredentialSource& source,
                                                 const Node& node = {}) {
  const Reading reading = CanRead::reading(reader, source, node);
  std::string out;
  write(out, reading ? Text("yes") : reading.verdict.is_unknown() ? Text("unknown") : Text("no"), ", at ");
  write(out, reading.place == nullptr ? Text("no place") : reading.place->name);
  if (reading && !reading.place->address.empty()) write(out, ": ", reading.place->address);
  if (!reading) write(out, ": ", explain(*reading.verdict.rule));
  return out;
}

}  // namespace whence
