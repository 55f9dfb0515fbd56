// sts matrix, sts plan FILE: who may call which operation of STS, and what a chain of operations gives, hop by hop.
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "files.hpp"
#include "front.hpp"
#include "matrix.hpp"

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: sts matrix [--markdown | --json]\n"
    "       sts plan [--json] [FILE...]\n"
    "\n"
    "matrix prints which kind of credential may call which operation of STS, operations of IAM, and operations of other\n"
    "services, with the rule.\n"
    "  --markdown  as a Markdown table\n"
    "  --json      a line for each cell: {\"caller\", \"operation\", \"verdict\": \"allow\" | \"conditional\" | \"deny\" | \"unknown\" |\n"
    "              \"not-applicable\", \"rule\", \"source\"}\n"
    "\n"
    "plan reads chains of operations from the files, or from standard input (-). It prints every session with its lifetime,\n"
    "tags, source identity and MFA, or the hop that fails with its rule. A hop is a JSON object: one a line (as jq -c prints\n"
    "it), of several lines, or an element of a list. Its fields:\n"
    "  caller              the caller (or principalArn); the default is the session of the previous hop\n"
    "  operation           AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, AssumeRoot, GetSessionToken,\n"
    "                      GetFederationToken, GetWebIdentityToken, GetDelegatedAccessToken or GetScopedCredentials; the\n"
    "                      default is the operation with which this caller assumes a role\n"
    "  role, trust         the role (or roleArn) and its trust policy (or trustPolicy)\n"
    "  policies            the caller's identity policies (or identityPolicies); permissionBoundary, scps, rcps, context and\n"
    "                      all other fields of a scenario: see decide --help\n"
    "  request             the parameters of the API: RoleSessionName, DurationSeconds, Tags, TransitiveTagKeys,\n"
    "                      SourceIdentity, ExternalId, SerialNumber, TokenCode, Policy, PolicyArns (a list of ARNs, or of\n"
    "                      {\"arn\", \"policy\"}), Name, TargetPrincipal, TaskPolicyArn, PackedPolicySize,\n"
    "                      MinimumSessionTokenSize, ScopedSessionDescription, Audience (a list), SigningAlgorithm,\n"
    "                      SubjectMode, Scope; and originIdentity (of a token: {\"Subject\", \"SubjectType\", \"Issuer\",\n"
    "                      \"FederatedProviderArn\"}),\n"
    "                      at (the time of the call), tokenEnds and signInEnds (of the assertion or token), consoleSessionEnds\n"
    "                      (for Switch Role in the console), sourceAccount and sourceArn (on whose behalf a service acts)\n"
    "  roleMaxSessionDuration, roleTags                        of the role\n"
    "  managementAccount, delegatedAdministrator, rootAccessEnabled, regionalEndpoint        for AssumeRoot\n"
    "  outboundFederationEnabled, regionalEndpoint             for GetWebIdentityToken\n"
    "  regionalEndpoint                                        for GetScopedCredentials\n"
    "  approverArn, approvedPartner                            for GetDelegatedAccessToken\n"
    "An object can also be a whole chain: {\"hops\": [...]}. A field that is omitted is absent. A chain has at most 64 hops,\n"
    "of at most 16777216 bytes together.\n"
    "  --json      a line of JSON for each hop\n"
    "\n" FRONT_OPTIONS
    "\n"
    "exit status: 0; 1 if a hop is refused, or the output cannot be written; 2 if the input cannot be read or an option is wrong; 3 if no hop is refused and one is unknown\n";

constexpr front::Option known_options[] = {{"--json"}, {"--markdown"}};

// Why a hop failed: the rule's sentence, followed by the policy that decided, if any.
std::string why(const Hop& hop, const Session* before) {
  const Verdict& verdict = hop.verdict();
  std::string out;
  if (verdict.cited.gate == Gate::none || !assumes_a_role(hop.operation())) {
    write(out, verdict.rule->sentence);
    return out;
  }
  return hop.scenario().with([&](const auto& caller, const Role& role, AssumeSetting setting, bool) {
    if constexpr (requires { caller.kind(); }) {
      if (before != nullptr) setting.origin.session = *before;
      setting.origin.request = hop.request();
      return reason(verdict, caller, role, setting);
    } else {
      return std::string(verdict.rule->sentence);
    }
  });
}

class Line {
 public:
  void text(Text name, Text value) {
    begin(name);
    write_json_string(out_, value);
  }
  void raw(Text name, Text value) {
    begin(name);
    write(out_, value);
  }
  void number(Text name, std::int64_t value) { raw(name, std::to_string(value)); }
  void print(Text last) { front::put(out_, last, "}\n"); }

 private:
  void begin(Text name) { write(out_, out_.empty() ? Text("{\"") : Text(", \""), name, "\": "); }
  std::string out_;
};

front::Unused unused_of(const Hop& hop) {
  front::Unused out;
  if (assumes_a_role(hop.operation())) {
    hop.scenario().for_each_unused_field([&out](Text field, Text why) { out.add(field, why); });
  }
  return out;
}

void print_json(const Hop& hop, const Session* before, std::size_t number, Text id) {
  Line line;
  if (!id.empty()) line.raw("id", id);
  line.number("hop", static_cast<std::int64_t>(number));
  line.text("operation", info_of(hop.operation()).name());
  const Verdict& verdict = hop.verdict();
  line.text("verdict", word_of(verdict.decision));
  if (const Session* const session = hop.session()) {
    line.text("session", to_string(session->principal()));
    line.number("seconds", (session->ends() - session->begins()).count);
    line.text("because", name_of(session->lifetime_basis()));
    line.text("begins", to_string(session->begins()));
    line.text("ends", to_string(session->ends()));
    const LongestLifetime most = longest_lifetime_of(*session);
    line.number("longestSeconds", most.longest.count);
    line.text("cappedBy", most.cap->id);
    std::string tags = "{", transitive = "[";
    for_each_session_tag(*session, [&](Text key, Text value, bool is_transitive, bool) {
      if (tags.size() > 1) write(tags, ", ");
      write_json_string(tags, key);
      write(tags, ": ");
      write_json_string(tags, value);
      if (!is_transitive) return;
      if (transitive.size() > 1) write(transitive, ", ");
      write_json_string(transitive, key);
    });
    line.raw("tags", tags + "}");
    line.raw("transitiveTagKeys", transitive + "]");
    if (session->source_identity().empty()) line.raw("sourceIdentity", "null");
    if (!session->source_identity().empty()) line.text("sourceIdentity", session->source_identity());
    line.text("mfa", name_of(session->has_mfa()));
    line.raw("sessionPolicies", session->has_session_policies() ? Text("true") : Text("false"));
    if (session->narrowed_from() != nullptr) {
      line.number("scopedPoliciesCount", static_cast<std::int64_t>(scope_down_policies(*session)));
    }
  } else if (const OutboundToken* const token = hop.token()) {
    line.text("subject", to_string(token->subject));
    if (!token->origin_subject.empty()) line.text("originSubject", token->origin_subject);
    line.number("seconds", (token->ends - token->begins).count);
    line.text("begins", to_string(token->begins));
    line.text("ends", to_string(token->ends));
  } else {
    if (const Text kind = kind_of(verdict.decision); !kind.empty()) line.text("kind", kind);
    line.text("rule", verdict.rule->id);
    line.text("why", why(hop, before));
    if (verdict.open != nullptr) line.text("open", verdict.open->id);
    if (const StsErrorInfo* const error = sts_error_of(verdict)) line.text("error", error->name);
    if (verdict.limit != nullptr) {
      line.text("field", verdict.limit->field);
      line.text("limit", explain_limit(verdict));
    }
    line.text("title", verdict.rule->source.title);
    line.text("source", verdict.rule->source.url);
  }
  line.print(unused_of(hop).member());
}

void print_text(const Hop& hop, const Session* before, std::size_t number) {
  std::string out;
  write(out, "hop ", std::to_string(number), ", ", info_of(hop.operation()).name(), ": ");
  const Verdict& verdict = hop.verdict();
  if (const Session* const session = hop.session()) {
    write(out, explain(*session));
  } else if (const OutboundToken* const token = hop.token()) {
    write(out, "a token about ", to_string(token->subject), "\n  ", explain_period(token->begins, token->ends), "\n");
  } else {
    write(out, explain(verdict));
    if (const StsErrorInfo* const error = sts_error_of(verdict)) write(out, "  error: ", error->name, "\n");
    const std::string reason = why(hop, before);
    const std::size_t after_rule = verdict.rule->sentence.size() + 2;  // and after "; " or ": "
    if (reason.size() > after_rule) write(out, "  ", Text(reason).part(after_rule), "\n");
  }
  front::put(out, unused_of(hop).lines());
}

// Answers the hops in the order of the lines. A line that names its caller begins a new chain.
class Run {
 public:
  explicit Run(bool as_json) : as_json_(as_json) {}

  void hop(const char* path, const front::JsonValue& value) {
    const Text text = value.text;
    any_ = true;
    const Text id = json_member(text, "id");
    const bool whole = !json_member(text, "hops").empty();
    if (whole || Plan::begins_a_chain(text)) {
      plan_ = Plan();
      broken_ = told_ = false;
    }
    const std::string file = front::name_of_file(path) + ":";
    if (broken_) {
      if (told_) return;
      told_ = true;
      front::complain(
          file, value.place_of(0),
          ": skipped, and so is every hop up to the next one that names its caller: the previous hop has no "
          "session\n");
      return;
    }
    const std::size_t first = plan_.size();
    const ScenarioError error = whole ? plan_.add_all(text) : plan_.add(text);
    if (!as_json_ && !id.empty()) front::put(error ? front::without_keys(id) : std::string(id), "\n");
    for (std::size_t i = first; i < plan_.size(); ++i) {
      const Session* const before = i == 0 ? nullptr : plan_[i - 1].session();
      if (as_json_) print_json(plan_[i], before, i + 1, id);
      if (!as_json_) print_text(plan_[i], before, i + 1);
      const Verdict& verdict = plan_[i].verdict();
      if (verdict) continue;
      broken_ = true;
      (verdict.is_unknown() ? unknown_ : refused_) = true;
    }
    if (!error) return;
    const front::Fault fault = front::fault_of(value, error, "a hop");
    front::complain(file, fault.place, ": ", fault.sentence, "\n");
    unreadable_ = broken_ = true;
  }

  [[nodiscard]] bool is_empty() const { return !any_; }
  [[nodiscard]] int status() const {
    return unreadable_ ? front::bad_input : refused_ ? front::no : unknown_ ? front::unknown : front::yes;
  }

 private:
  bool as_json_;
  bool refused_ = false, unknown_ = false, unreadable_ = false, broken_ = false, told_ = false, any_ = false;
  Plan plan_;
};

int print_matrix(front::Words& words) {
  while (words.next()) {
    if (words.option().empty()) words.refuse(words.value(), ": sts matrix reads no files");
  }
  if (words.has("--json") && words.has("--markdown")) words.refuse("--json and --markdown cannot be combined");
  if (!words.why().empty()) return front::bad_input;
  front::put_as_it_is(words.has("--json")       ? call_matrix_as_json()
                      : words.has("--markdown") ? call_matrix_as_markdown()
                                                : call_matrix_as_text());
  return front::yes;
}

int carry_out(front::Words& words) {
  std::vector<const char*> files;
  while (words.next()) {
    if (words.option().empty()) files.push_back(words.value());
  }
  if (words.has("--markdown")) words.refuse("--markdown belongs to sts matrix");
  if (!words.why().empty()) return front::bad_input;
  if (files.empty()) files.push_back("-");
  Run run(words.has("--json"));
  bool all_read = true;
  for (const char* const file : files) {
    const auto hop = [&](const front::JsonValue& value) { run.hop(file, value); };
    all_read = front::for_each_value(file, "a hop", hop) && all_read;
  }
  if (all_read && run.is_empty()) words.refuse("there is no hop");
  return all_read ? run.status() : front::bad_input;
}

// The command is the first word.
int sts(front::Words& words) {
  if (!words.next()) {
    words.refuse("the command is missing: matrix or plan; see --help");
    return front::bad_input;
  }
  const Text command = words.option().empty() ? Text(words.value()) : words.option();
  if (command == "matrix") return print_matrix(words);
  if (command == "plan") return carry_out(words);
  words.refuse(command, ": unknown command: matrix or plan; see --help");
  return front::bad_input;
}

}  // namespace

int main(int argc, char** argv) { return front::run("sts", usage, known_options, argc, argv, sts); }
