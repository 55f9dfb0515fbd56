// sts matrix, sts plan FILE: who may call which operation of STS, and what a chain of operations gives, hop by hop.
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "lines.hpp"
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
    "plan reads chains of operations from the files or from standard input. It prints every session with its lifetime, tags,\n"
    "source identity and MFA, or the hop that fails with its rule. A line is a hop, one JSON object (as jq -c prints it):\n"
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
    "A line can also be a whole chain: {\"hops\": [...]}. A field that is omitted is absent. A chain has at most 64 hops,\n"
    "of at most 16777216 bytes together.\n"
    "  --json      a line of JSON for each hop\n"
    "\n"
    "exit status: 0; 1 if a hop fails or is unknown; 2 if a line or an option cannot be read\n";

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
  void print() { show(stdout, out_, "}\n"); }

 private:
  void begin(Text name) { write(out_, out_.empty() ? Text("{\"") : Text(", \""), name, "\": "); }
  std::string out_;
};

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
  line.print();
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
  show(stdout, out);
}

// Answers the hops in the order of the lines. A line that names its caller begins a new chain.
class Run {
 public:
  explicit Run(bool as_json) : as_json_(as_json) {}

  void line(const char* file, unsigned long number, Text text) {
    JsonScanner blank(text);
    if (blank.end()) return;
    any_ = true;
    const Text id = json_member(text, "id");
    const bool whole = !json_member(text, "hops").empty();
    if (whole || Plan::begins_a_chain(text)) {
      plan_ = Plan();
      broken_ = told_ = false;
    }
    if (broken_) {
      if (told_) return;
      told_ = true;
      std::fflush(stdout);
      show(
          stderr, file, ":", std::to_string(number),
          ": skipped, and so is every line up to the next one that names its caller: the previous hop has no session\n");
      return;
    }
    if (!as_json_ && !id.empty()) show(stdout, id, "\n");
    const std::size_t first = plan_.size();
    const ScenarioError error = whole ? plan_.add_all(text) : plan_.add(text);
    for (std::size_t i = first; i < plan_.size(); ++i) {
      const Session* const before = i == 0 ? nullptr : plan_[i - 1].session();
      if (as_json_) print_json(plan_[i], before, i + 1, id);
      if (!as_json_) print_text(plan_[i], before, i + 1);
      if (plan_[i].verdict()) continue;
      failed_ = broken_ = true;
    }
    if (!error) return;
    std::fflush(stdout);
    show(stderr, file, ":", std::to_string(number), ": ", describe(error, text), "\n");
    unreadable_ = broken_ = true;
  }

  [[nodiscard]] bool is_empty() const { return !any_; }
  [[nodiscard]] int status() const { return unreadable_ ? 2 : failed_ ? 1 : 0; }

 private:
  bool as_json_;
  bool failed_ = false, unreadable_ = false, broken_ = false, told_ = false, any_ = false;
  Plan plan_;
};

int refuse(const char* word) {
  show(stderr, word, ": unknown command or option; see --help\n");
  return 2;
}

int print_matrix(const std::vector<const char*>& words) {
  if (words.size() > 1) return refuse(words[1]);
  const Text form = words.empty() ? Text() : Text(words[0]);
  if (!form.empty() && form != "--markdown" && form != "--json") return refuse(words[0]);
  const std::string out = form.empty()       ? call_matrix_as_text()
                          : form == "--json" ? call_matrix_as_json()
                                             : call_matrix_as_markdown();
  std::fputs(out.c_str(), stdout);
  return 0;
}

int carry_out(const std::vector<const char*>& words) {
  bool as_json = false;
  std::vector<const char*> files;
  for (const char* const word : words) {
    const bool is_option = std::strncmp(word, "--", 2) == 0;
    if (is_option && std::strcmp(word, "--json") != 0) return refuse(word);
    if (is_option) as_json = true;
    if (!is_option) files.push_back(word);
  }
  if (files.empty()) files.push_back("-");
  Run run(as_json);
  bool all_read = true;
  for (const char* const file : files) {
    all_read = for_each_line(file, [&](unsigned long number, Text line) { run.line(file, number, line); }) && all_read;
  }
  if (all_read && run.is_empty()) std::fputs("there is no hop\n", stderr);
  return all_read && !run.is_empty() ? run.status() : 2;
}

}  // namespace

int main(int argc, char** argv) {
  const Text command = argc < 2 ? Text("--help") : Text(argv[1]);
  const std::vector<const char*> words(argv + (argc < 2 ? argc : 2), argv + argc);
  for (const char* const word : words) {
    if (std::strcmp(word, "--help") == 0 || std::strcmp(word, "-h") == 0) {
      std::fputs(usage, stdout);
      return 0;
    }
  }
  if (command == "--help" || command == "-h") {
    std::fputs(usage, argc < 2 ? stderr : stdout);
    return argc < 2 ? 2 : 0;
  }
  if (command == "matrix") return print_matrix(words);
  if (command == "plan") return carry_out(words);
  return refuse(argv[1]);
}
