// Compares one vector about STS with the library: a cell of the matrix, the form of a parameter, or a chain.
#pragma once

#include <whence/base/json.hpp>
#include <whence/document/field_reader.hpp>
#include <whence/document/plan.hpp>
#include <whence/model/session_tags.hpp>
#include <whence/sts.hpp>

namespace sts_vectors {

using whence::Decision;
using whence::Text;
using whence::Verdict;

// A string without its quotes; any other value unchanged. The values that it is used for contain no escapes.
constexpr Text bare(Text value) { return value.starts_with("\"") ? value.part(1, value.size() - 2) : value; }
constexpr Text member(Text object, Text name) { return whence::json_member(object, name); }
constexpr Text word(Text object, Text name) { return bare(member(object, name)); }

constexpr std::int64_t number(Text text) {
  const bool negative = text.starts_with("-");
  std::int64_t value = 0;
  for (const char c : text.part(negative ? 1 : 0)) value = value * 10 + (c - '0');
  return negative ? -value : value;
}

constexpr bool matrix_holds(Text line) {
  const whence::CallerKindInfo* const caller = whence::find_caller_kind(word(line, "caller"));
  if (caller == nullptr) return false;
  for (std::size_t column = 0; column < whence::CallTarget::count; ++column) {
    const whence::CallTarget target = whence::CallTarget::at(column);
    if (target.name() != word(line, "operation")) continue;
    const Text expected = word(member(line, "expect"), "verdict");
    return whence::name_of(whence::call_cell(caller->kind, target).verdict) == expected;
  }
  return false;
}

constexpr bool duration_is_taken(Text operation, std::int64_t seconds) {
  for (const whence::OperationInfo& each : whence::operations) {
    if (each.name() == operation) return each.duration.takes(seconds);
  }
  return false;
}

constexpr bool is_taken(Text field, Text value, Text line) {
  using namespace whence;
  const auto fits = [&](NameError error) { return !error; };
  if (field == "RoleSessionName") return fits(grammar::SessionName::check(value));
  if (field == "SourceIdentity") return fits(grammar::SourceIdentity::check(value));
  if (field == "ExternalId") return fits(grammar::ExternalId::check(value));
  if (field == "Name") return fits(grammar::FederatedName::check(value));
  if (field == "RoleName") return fits(grammar::RoleName::check(value));
  if (field == "Path") return fits(grammar::Path::check(value));
  if (field == "TokenCode") return fits(grammar::TokenCode::check(value));
  if (field == "SerialNumber") return fits(grammar::SerialNumber::check(value));
  if (field == "TagKey") return fits(grammar::TagKey::check(value));
  if (field == "TagValue") return fits(grammar::TagValue::check(value));
  if (field == "AccountId") return static_cast<bool>(AccountId::parse(value));
  if (field == "RoleArn") return static_cast<bool>(parse_arn_of(PrincipalForm::role, value));
  if (field == "SessionArn") return static_cast<bool>(parse_arn_of(PrincipalForm::role_session, value));
  if (field == "MaxSessionDuration") return limits::maximum_session_duration.takes(number(value));
  if (field == "DurationSeconds") return duration_is_taken(word(line, "operation"), number(value));
  const Result<AccessKeyId, NameError> id = AccessKeyId::parse(value);
  if (field == "TemporaryKeyId") return id && id->is_temporary();
  return field == "LongTermKeyId" && id && !id->is_temporary();
}

// The value, with the only escape that the vectors contain.
constexpr bool form_holds(Text line) {
  const Text field = word(line, "field");
  const Text raw = word(line, "value");
  char value[2048]{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < raw.size() && size < sizeof value; ++i) {
    if (raw[i] == '\\' && i + 1 < raw.size()) ++i;
    value[size++] = raw[i];
  }
  const Text expected = word(member(line, "expect"), "verdict");
  return is_taken(field, {value, size}, line) ? expected == "allow" : expected == "invalid";
}

constexpr bool tags_hold(const whence::Session& session, Text expected) {
  bool hold = true;
  whence::JsonScanner json(expected);
  json.object([&] {
    whence::JsonString name;
    whence::Slice raw;
    if (!json.member_name(name) || !json.value(raw)) return false;
    const Text key = expected.part(name.raw.at, name.raw.size);
    const Text value = expected.part(raw.at, raw.size);
    const whence::ContextKey tag = whence::principal_tag(session, "aws:PrincipalTag/", key);
    hold =
        hold && (value == "null" ? tag.state() == whence::KeyState::absent : tag.size() == 1 && tag[0] == bare(value));
    return true;
  });
  return hold;
}

constexpr Text basis_of(whence::LifetimeBasis basis) {
  return basis == whence::LifetimeBasis::cut_for_root        ? Text("cut")
         : basis == whence::LifetimeBasis::ends_with_sign_in ? Text("sign-in")
                                                             : Text();
}

constexpr bool plan_holds(Text line) {
  whence::Plan plan;
  if (plan.add_all(line)) return false;
  const whence::Hop& last = plan.last();
  const Verdict& verdict = last.verdict();
  const Text expected = member(line, "expect");
  const Text hop = member(expected, "hop");
  if (plan.size() != (hop.empty() ? 1 : static_cast<std::size_t>(number(hop)))) return false;
  const Text decision = verdict                                         ? "allow"
                        : verdict.decision == Decision::invalid_request ? "invalid"
                        : verdict.is_unknown()                          ? "unknown"
                                                                        : "deny";
  if (word(expected, "verdict") != decision) return false;
  const Text kind = word(expected, "kind");
  if (!kind.empty() && (kind == "explicit") != (verdict.decision == Decision::denied_explicitly)) return false;
  const Text open = word(expected, "open");
  if (!open.empty() && (verdict.open == nullptr || verdict.open->id != open)) return false;
  const Text error = word(expected, "error");
  const whence::StsErrorInfo* const answer = whence::sts_error_of(verdict);
  if (!error.empty() && (answer == nullptr || answer->name != error)) return false;
  const Text field = word(expected, "field");
  if (!field.empty() && (verdict.limit == nullptr || verdict.limit->field != field)) return false;
  if (!verdict) return true;
  const whence::Session* const session = last.session();
  const whence::OutboundToken* const token = last.token();
  const whence::Seconds lasts = session != nullptr ? session->ends() - session->begins() : token->ends - token->begins;
  const Text seconds = member(expected, "seconds");
  if (!seconds.empty() && lasts.count != number(seconds)) return false;
  if (session == nullptr) return true;
  const Text basis = word(expected, "basis");
  if (!basis.empty() && basis_of(session->lifetime_basis()) != basis) return false;
  const Text source = word(expected, "sourceIdentity");
  if (!source.empty() && session->source_identity() != source) return false;
  const Text tags = member(expected, "principalTags");
  return tags.empty() || tags_hold(*session, tags);
}

// The kind of vector of a line: one of the above, or a scenario.
constexpr bool is_one(Text line) {
  return !member(line, "hops").empty() || !member(line, "field").empty() || !member(line, "caller").empty();
}
constexpr bool hold(Text line) {
  if (!member(line, "hops").empty()) return plan_holds(line);
  return member(line, "field").empty() ? matrix_holds(line) : form_holds(line);
}

}  // namespace sts_vectors
