// decide [--explain] [--expect] [FILE...]: decides whether a caller may assume a role; one JSON object a line.
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "lines.hpp"

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: decide [--explain] [--expect] [--documents-from WORD] [--disputed ID=ANSWER]... [FILE...]\n"
    "\n"
    "Reads scenarios, one JSON object a line (as jq -c prints them), from the files or from standard input. Prints one\n"
    "answer a line:\n"
    "  {\"id\", \"verdict\": \"allow\" | \"deny\" | \"invalid\" | \"unknown\", \"kind\": \"explicit\" | \"implicit\" | null,\n"
    "   \"rule\", \"why\"}; also \"open\" if an open question makes the verdict unknown\n"
    "\n"
    "The fields of a scenario; the first two are required:\n"
    "  principalArn        the caller: an ARN, a service such as ec2.amazonaws.com, the ARN of an identity provider,\n"
    "                      or an issuer that needs no provider in IAM, such as accounts.google.com\n"
    "  roleArn             the role\n"
    "  trustPolicy         its trust policy; a policy is a JSON object, or a string that holds one\n"
    "  identityPolicies    a list: the policies of the user and its groups, or of the role of the session\n"
    "  permissionBoundary  of that user or role\n"
    "  sessionPolicy       the session policy or policies of the calling session: a policy or a list\n"
    "  scps, rcps          service and resource control policies: a list of levels, the root first, each a list of\n"
    "                      policies; a single policy can replace the list of a level\n"
    "  vpcEndpointPolicy   the policy of the VPC endpoint that the call uses\n"
    "  managementAccount   the id of the organization's management account, if it is known\n"
    "  context             condition keys: {\"sts:ExternalId\": \"42\", \"aws:TagKeys\": [\"team\"]}\n"
    "  unknown             a list: condition keys that the request may have or not, with an unknown value\n"
    "  action              sts:AssumeRole, sts:AssumeRoleWithSAML, sts:AssumeRoleWithWebIdentity, sts:TagSession,\n"
    "                      sts:SetSourceIdentity, sts:SetContext or iam:PassRole; the default is sts:AssumeRole, or\n"
    "                      the operation that takes the caller's token\n"
    "  documentsFrom       author (the default): somebody wrote the policies, and AWS must save them; aws: AWS returned\n"
    "                      them, as get-role does, so they need only be parsed\n"
    "  disputed            answers to open questions: {\"X-2\": \"allow\"}; see --disputed\n"
    "  id, expect, why, source, note, title, comment are ignored\n"
    "A field that is omitted is absent. Keys that caller, role and action determine, such as aws:PrincipalArn, can be omitted.\n"
    "Keys that every call has, such as aws:CurrentTime, and tags are unknown if omitted; null says that there is none.\n"
    "\n"
    "  --explain             prints the whole reason, on several lines, instead of JSON\n"
    "  --expect              compares each answer with the scenario's \"expect\", prints only the differences and a\n"
    "                        summary. \"expect\" is a verdict, true (allow) or false (deny or invalid), a list of any of\n"
    "                        these, or an object with any of verdict, kind, rule and open\n"
    "  --documents-from WORD documentsFrom of the scenarios that do not have it\n"
    "  --disputed ID=ANSWER  answers the open question X-1, X-2 or X-3 with allow, deny or unknown, unless the scenario\n"
    "                        answers it\n"
    "\n"
    "A line has at most 16777216 bytes, a policy 131072, and a value of a condition key 65536.\n"
    "\n"
    "exit status: 0; 1 if --expect finds a difference; 2 if a line or its expectation cannot be read\n";

struct Options {
  bool explain = false;
  bool expect = false;
  DocumentsFrom documents_from = DocumentsFrom::account;
  DisputedPoints disputed;
};

// The answer to one line.
struct Answer {
  std::string id = "null";  // as in the scenario
  Text verdict, kind, rule, open;
  std::string why;
};

Answer answer_to(const Scenario& scenario, const DisputedPoints& disputed, std::string* explained) {
  return scenario.with([&](const auto& caller, const Role& role, AssumeSetting setting, bool passing) {
    setting.disputed = disputed;
    Verdict verdict;
    Answer answer;
    if constexpr (requires { may_pass(caller, role, setting); }) {
      verdict = passing ? may_pass(caller, role, setting) : may_assume(caller, role, setting);
      answer.why = passing ? reason_of_passing(verdict, caller, role, setting) : reason(verdict, caller, role, setting);
      if (explained != nullptr) {
        *explained = passing ? explain_may_pass(caller, role, setting) : explain_may_assume(caller, role, setting);
      }
    } else {
      verdict = may_assume(caller, role, setting);
      write(answer.why, verdict.rule->sentence);
      if (explained != nullptr) *explained = explain(verdict);
    }
    answer.verdict = word_of(verdict.decision);
    answer.kind = kind_of(verdict.decision);
    if (verdict.rule != nullptr) answer.rule = verdict.rule->id;
    if (verdict.open != nullptr) answer.open = verdict.open->id;
    return answer;
  });
}

// A policy that AWS would refuse is an answer (invalid). Any other fault is a line that cannot be read.
bool is_refused_policy(const ScenarioError& error) { return error.fault == ScenarioFault::policy; }

void print(const Answer& answer) {
  std::string out;
  const auto member = [&](Text name, Text value) {
    write(out, ", \"", name, "\": ");
    if (value.empty()) {
      write(out, "null");
    } else {
      write_json_string(out, value);
    }
  };
  write(out, "{\"id\": ", answer.id);
  member("verdict", answer.verdict);
  member("kind", answer.kind);
  member("rule", answer.rule);
  if (!answer.open.empty()) member("open", answer.open);
  member("why", answer.why);
  show(stdout, out, "}\n");
}

template <class... Rule>
bool is_rule(Text id, RuleList<Rule...>) {
  return ((id == Rule::info.id) || ...);
}

bool is_open_question(Text id) {
  for (const OpenQuestion& each : open_questions::all) {
    if (each.id == id) return true;
  }
  return false;
}

// Whether an expectation can have this word under this name. `word` has no quotes; it is empty for null.
bool is_expected_word(Text name, Text word) {
  if (name == "verdict") return word == "allow" || word == "deny" || word == "invalid" || word == "unknown";
  if (name == "kind") return word.empty() || word == "explicit" || word == "implicit";
  if (name == "rule") return word.empty() || is_rule(word, rules::all{});
  return name == "open" && (word.empty() || is_open_question(word));
}

// Whether an answer is the expected one. `expected` is JSON; unknown if it is not an expectation.
Truth meets(const Answer& answer, Text expected) {
  JsonScanner json(expected);
  if (expected == "true") return truth(answer.verdict == "allow");
  if (expected == "false") return truth(answer.verdict == "deny" || answer.verdict == "invalid");
  Truth met = Truth::unknown;
  JsonString word;
  if (json.peek() == '"') {
    if (!json.string(word)) return met;
    const Text verdict = expected.part(word.raw.at, word.raw.size);
    return is_expected_word("verdict", verdict) ? truth(answer.verdict == verdict) : met;
  }
  bool valid = true;
  if (json.peek() == '[') {
    json.list([&] {
      Slice element;
      const Truth one = json.value(element) ? meets(answer, expected.part(element.at, element.size)) : Truth::unknown;
      if (one == Truth::unknown) return valid = false;
      met = met == Truth::unknown ? one : either(met, one);
      return true;
    });
    return valid ? met : Truth::unknown;
  }
  json.object([&] {
    JsonString name;
    Slice raw;
    if (!json.member_name(name) || !json.value(raw)) return valid = false;
    const Text key = expected.part(name.raw.at, name.raw.size);
    const Text value = expected.part(raw.at, raw.size);
    const bool quoted = value.starts_with("\"");
    const Text wanted = quoted ? value.part(1, value.size() - 2) : Text();
    if ((!quoted && value != "null") || !is_expected_word(key, wanted)) return valid = false;
    const Text is = key == "verdict" ? answer.verdict
                    : key == "kind"  ? answer.kind
                    : key == "rule"  ? answer.rule
                                     : answer.open;
    met = both(met == Truth::unknown ? Truth::yes : met, truth(is == wanted));
    return true;
  });
  return valid ? met : Truth::unknown;
}

class Run {
 public:
  explicit Run(const Options& options) : options_(options) {}

  void line(const char* file, unsigned long number, Text text) {
    JsonScanner blank(text);
    if (blank.end()) return;
    const std::string place = std::string(file) + ":" + std::to_string(number);
    const Result<Scenario, ScenarioError> scenario = Scenario::parse(text, {{}, {}, false, options_.documents_from});
    Answer answer;
    std::string explained;
    if (scenario) {
      answer = answer_to(*scenario, options_.disputed, options_.explain ? &explained : nullptr);
    } else {
      answer.verdict = "invalid";
      answer.why = describe(scenario.error(), text);
      explained = "invalid request\n  " + answer.why + "\n";
      if (!is_refused_policy(scenario.error())) {
        show(stderr, place, ": ", answer.why, "\n");
        unreadable_ = true;
      }
    }
    if (const Text id = json_member(text, "id"); !id.empty()) answer.id = std::string(id);
    if (options_.expect) {
      compare(answer, place, text, explained, scenario || is_refused_policy(scenario.error()));
    } else if (options_.explain) {
      show(stdout, answer.id, ": ", explained);
    } else {
      print(answer);
    }
  }

  int finish() {
    if (options_.expect) {
      std::printf("%lu as expected, %lu not, %lu without an expectation\n", met_, missed_, silent_);
    }
    return unreadable_ ? 2 : missed_ > 0 ? 1 : 0;
  }

 private:
  void compare(const Answer& answer, const std::string& place, Text text, const std::string& explained, bool readable) {
    const Text expected = json_member(text, "expect");
    if (expected.empty() || expected == "null") {
      ++silent_;
      return;
    }
    const Truth met = meets(answer, expected);
    if (met == Truth::unknown) {
      show(stderr, place, ": expect must be a verdict, true, false, a list of these, or {verdict, kind, rule, open}\n");
      unreadable_ = true;
    }
    if (met == Truth::yes && readable) {
      ++met_;
      return;
    }
    ++missed_;
    show(stdout, place, ": expected ", expected, "\n  ");
    print(answer);
    if (options_.explain) show(stdout, explained);
  }

  const Options& options_;
  bool unreadable_ = false;
  unsigned long met_ = 0, missed_ = 0, silent_ = 0;
};

bool choose(Text word, DisputedPoints& out) {
  const std::size_t equals = word.find('=');
  const Text answer = equals == Text::npos ? Text() : word.part(equals + 1);
  const Truth as = answer == "allow" ? Truth::yes : answer == "deny" ? Truth::no : Truth::unknown;
  if (as == Truth::unknown && answer != "unknown") return false;
  Truth* const which = find_point(out, word.part(0, equals));
  if (which != nullptr) *which = as;
  return which != nullptr;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::vector<const char*> files;
  for (int i = 1; i < argc; ++i) {
    const Text word = argv[i];
    if (word == "--help" || word == "-h") {
      std::fputs(usage, stdout);
      return 0;
    }
    if (word == "--explain") {
      options.explain = true;
    } else if (word == "--expect") {
      options.expect = true;
    } else if (word == "--disputed") {
      if (i + 1 == argc || !choose(argv[++i], options.disputed)) {
        std::fputs("--disputed needs ID=ANSWER: X-1, X-2 or X-3, then = and allow, deny or unknown\n", stderr);
        return 2;
      }
    } else if (word == "--documents-from") {
      const Text from = i + 1 < argc ? argv[++i] : "";
      if (from != "author" && from != "account" && from != "aws") {
        std::fputs("--documents-from must be author, account or aws\n", stderr);
        return 2;
      }
      options.documents_from = from == "aws"      ? DocumentsFrom::aws
                               : from == "author" ? DocumentsFrom::author
                                                  : DocumentsFrom::account;
    } else if (word.starts_with("--")) {
      show(stderr, argv[i], ": unknown option; see --help\n");
      return 2;
    } else {
      files.push_back(argv[i]);
    }
  }
  if (files.empty()) files.push_back("-");
  Run run(options);
  int status = 0;
  for (const char* const file : files) {
    if (!for_each_line(file, [&](unsigned long number, Text line) { run.line(file, number, line); })) status = 2;
  }
  const int outcome = run.finish();
  return status != 0 ? status : outcome;
}
