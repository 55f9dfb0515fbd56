// Credential sources as JSON, one object a line: every field, with the document that proves it.
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
  /// Null if it is empty.
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
  /// The claim, then NAME_source.
  void claim(Text name, Text value, const Source& proof) {
    text(name, value);
    std::string its(name);
    its += "_source";
    source(its, proof);
  }
  void grade(Text name, const Source& proof) { text(name, proof.title.empty() ? Text() : name_of(proof.grade)); }
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

/// Appends one line. A value that does not exist is null; a value that is not known is "unknown".
inline void write_source_as_json(std::string& out, const catalog::CredentialSource& source) {
  detail::JsonWriter json(out);
  json.begin({}, '{');
  json.text("id", number_of(source));
  json.text("key", source.key());
  json.text("name", source.name);
  json.text("family", name_of(source.family));
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
  json.places("proofs", view_of(source.proofs));
  json.places("custody", view_of(source.custody));
  json.text("custodian", source.custodian.text);
  json.source("custody_source", source.custodian.source);
  json.text("user", source.user.text);
  json.begin("platforms", '[');
  for (const Platform platform : source.platforms) json.text({}, name_of(platform));
  json.end(']');
  json.begin("surfaces", '[');
  for (const catalog::Surface& surface : source.surfaces) {
    json.begin({}, '{');
    json.text("kind", name_of(surface.kind));
    json.text("value", surface.value);
    json.text("note", surface.note);
    json.source("source", surface.source);
    json.end('}');
  }
  json.end(']');
  json.claim("readers", source.readers.text, source.readers.source);
  json.claim("session_name", source.session_name.text, source.session_name.source);
  json.begin("lifetime", '{');
  json.text("text", source.lifetime.text.empty() ? catalog::not_known : source.lifetime.text);
  json.seconds("usual", source.lifetime.usual);
  json.seconds("least", source.lifetime.least);
  json.seconds("most", source.lifetime.most);
  json.source("source", source.lifetime.source);
  json.end('}');
  json.claim("rotation", source.rotation.text, source.rotation.source);
  json.claim("workload_assumes", name_of(source.workload_assumes.answer), source.workload_assumes.source);
  json.begin("trail", '[');
  for (const catalog::Trail& trail : source.trail) {
    json.begin({}, '{');
    json.text("event", trail.event);
    json.text("type", trail.type);
    json.text("invoked_by", trail.invoked_by);
    json.text("detail", trail.detail);
    json.source("source", trail.source);
    json.end('}');
  }
  json.end(']');
  json.stated("trail_missing", source.trail_missing);
  json.begin("notes", '[');
  for (const catalog::Stated& note : source.notes) json.stated({}, note);
  json.end(']');
  json.begin("grades", '{');
  json.grade("trust", source.trust.source);
  json.grade("assumer", source.assumer.source);
  json.grade("custody", source.custodian.source);
  json.grade("readers", source.readers.source);
  json.grade("session_name", source.session_name.source);
  json.grade("lifetime", source.lifetime.source);
  json.grade("rotation", source.rotation.source);
  json.grade("workload_assumes", source.workload_assumes.source);
  json.end('}');
  json.end('}');
  out += '\n';
}

}  // namespace atlas
