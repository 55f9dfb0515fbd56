// Rows of the catalogue as JSON, one object a line: every field and what it rests on.
#pragma once

#include <cstdint>
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

#include "fields.hpp"

namespace atlas {

using namespace whence;

namespace detail {

// Writes members and elements with the commas between them.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin(Text name, char bracket) {
    separate(name);
    out_ += bracket;
    fresh_ = true;
  }
  void end(char bracket) {
    out_ += bracket;
    fresh_ = false;
  }
  /// Null where it is empty.
  void text(Text name, Text value) {
    separate(name);
    if (value.empty())
      out_ += "null";
    else
      write_json_string(out_, value);
  }
  void raw(Text name, Text value) {
    separate(name);
    write(out_, value);
  }
  void seconds(Text name, std::int64_t value) {
    if (value < 0)
      raw(name, "null");
    else
      raw(name, std::to_string(value));
  }
  void source(Text name, const Source& source) {
    if (source.title.empty()) return raw(name, "null");
    begin(name, '{');
    text("title", source.title);
    text("url", source.url);
    text("grade", name_of(source.grade));
    end('}');
  }
  void texts(Text name, Span<Text> values) {
    begin(name, '[');
    for (const Text value : values) text({}, value);
    end(']');
  }
  void stated(Text name, const catalog::Stated& claim) {
    if (claim.text.empty()) return raw(name, "null");
    begin(name, '{');
    text("text", claim.text);
    source("source", claim.source);
    end('}');
  }
  /// The claim, and behind it NAME_source.
  void claim(Text name, Text value, const Source& rests_on) {
    text(name, value);
    std::string its(name);
    its += "_source";
    source(its, rests_on);
  }
  void grade(Text name, const Source& rests_on) {
    text(name, rests_on.title.empty() ? Text() : name_of(rests_on.grade));
  }
  void places(Text name, Span<Place> all) {
    begin(name, '[');
    for (const Place& place : all) {
      begin({}, '{');
      text("name", place.name);
      text("plane", name_of(place.plane));
      text("medium", name_of(place.medium));
      text("address", place.address);
      text("owner", place.owner);
      text("mode", place.mode);
      text("readers", name_of(place.readers));
      raw("open_to_the_data_plane", place.open_to_the_data_plane ? "true" : "false");
      raw("open_to_clients", place.open_to_clients ? "true" : "false");
      raw("instead", place.instead ? "true" : "false");
      source("source", place.source);
      end('}');
    }
    end(']');
  }

 private:
  void separate(Text name) {
    if (!fresh_) out_ += ", ";
    fresh_ = false;
    if (name.empty()) return;
    write_json_string(out_, name);
    out_ += ": ";
  }

  std::string& out_;
  bool fresh_ = true;
};

}  // namespace detail

/// Appends one line. What is not there is null; what is not known says "unknown".
inline void write_entry_as_json(std::string& out, const catalog::CredentialSource& entry) {
  const catalog::CredentialSource& source = entry;
  detail::JsonWriter json(out);
  json.begin({}, '{');
  json.text("id", number_of(entry));
  json.text("key", entry.key());
  json.text("name", entry.name);
  json.text("family", name_of(entry.family));
  if (source.trust.kind == catalog::TrustKind::no_trust_policy) {
    json.raw("trust", "null");
  } else {
    json.begin("trust", '{');
    json.text("kind", name_of(source.trust.kind));
    json.text("principal", source.trust.principal);
    json.texts("actions", source.trust.actions);
    json.texts("conditions", source.trust.conditions);
    json.source("source", source.trust.source);
    json.end('}');
  }
  json.text("assumer", source.assumer.who);
  json.text("plane", name_of(source.assumer.plane));
  json.text("action", source.assumer.action);
  json.source("assumer_source", source.assumer.source);
  json.text("requester", source.requester.text);
  json.places("proofs", source.proofs);
  json.places("custody", source.custody);
  json.text("custodian", source.custodian.text);
  json.source("custody_source", source.custodian.source);
  json.text("user", source.user.text);
  json.begin("platforms", '[');
  for (const Platform platform : entry.platforms) json.text({}, name_of(platform));
  json.end(']');
  json.begin("surfaces", '[');
  for (const catalog::Surface& surface : entry.surfaces) {
    json.begin({}, '{');
    json.text("kind", name_of(surface.kind));
    json.text("value", surface.value);
    json.text("note", surface.note);
    json.source("source", surface.source);
    json.end('}');
  }
  json.end(']');
  json.claim("readers", entry.readers.text, entry.readers.source);
  json.claim("session_name", source.session_name.text, entry.session_name.source);
  json.begin("lifetime", '{');
  json.text("text", source.lifetime.text.empty() ? catalog::not_known : source.lifetime.text);
  json.seconds("usual", entry.lifetime.usual);
  json.seconds("least", entry.lifetime.least);
  json.seconds("most", entry.lifetime.most);
  json.source("source", entry.lifetime.source);
  json.end('}');
  json.claim("rotation", entry.rotation.text, entry.rotation.source);
  json.claim("workload_assumes", name_of(source.workload_assumes.answer), entry.workload_assumes.source);
  json.begin("trail", '[');
  for (const catalog::Trail& trail : entry.trail) {
    json.begin({}, '{');
    json.text("event", trail.event);
    json.text("type", trail.type);
    json.text("invoked_by", trail.invoked_by);
    json.text("detail", trail.detail);
    json.source("source", trail.source);
    json.end('}');
  }
  json.end(']');
  json.stated("trail_missing", entry.trail_missing);
  json.begin("notes", '[');
  for (const catalog::Stated& note : entry.notes) json.stated({}, note);
  json.end(']');
  json.begin("grades", '{');
  json.grade("trust", source.trust.source);
  json.grade("assumer", source.assumer.source);
  json.grade("custody", source.custodian.source);
  json.grade("readers", entry.readers.source);
  json.grade("session_name", entry.session_name.source);
  json.grade("lifetime", entry.lifetime.source);
  json.grade("rotation", entry.rotation.source);
  json.grade("workload_assumes", entry.workload_assumes.source);
  json.end('}');
  json.end('}');
  out += '\n';
}

}  // namespace atlas
