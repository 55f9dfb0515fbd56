// decide [--explain] [--expect] [FILE...]: decides whether a caller may assume a role, for each scenario in JSON.
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "files.hpp"
#include "front.hpp"

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: decide [--explain | --json] [--expect] [--documents-from WORD] [--disputed ID=ANSWER]... [FILE...]\n"
    "\n"
    "Reads scenarios from the files, or from standard input (-): JSON objects, one a line (as jq -c prints them), of several\n"
    "lines each, or in lists. Prints one answer a line:\n"
    "  {\"id\", \"verdict\": \"allow\" | \"deny\" | \"invalid\" | \"unknown\", \"kind\": \"explicit\" | \"implicit\" | null,\n"
    "   \"rule\", \"why\"}; also \"open\" if an open question makes the verdict unknown, and\n"
    "   \"notUsed\", a list, if fields have no part in the call, such as scps of a service\n"
    "\n"
    "The fields of a scenario; the first two are required:\n"
    "  principalArn        the caller: an ARN, a service such as ec2.amazonaws.com, the ARN of an identity provider,\n"
    "                      or an issuer that needs no provider in IAM, such as accounts.google.com\n"
    "  roleArn             the role\n"
    "  trustPolicy         its trust policy; a policy is a JSON object, or a string that holds one, percent-encoded or not,\n"
    "                      or a reply of AWS that holds one, such as that of get-role\n"
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
    "  --json                prints JSON: the default\n"
    "  --explain             prints the whole reason, on several lines, instead of JSON\n"
    "  --expect              compares each answer with the scenario's \"expect\", prints only the differences and a\n"
    "                        summary. \"expect\" is a verdict, true (allow) or false (deny or invalid), a list of any of\n"
    "                        these, or an object with any of verdict, kind, rule and open\n"
    "  --documents-from WORD documentsFrom of the scenarios that do not have it\n"
    "  --disputed ID=ANSWER  answers the open question X-1, X-2 or X-3 with allow, deny or unknown, unless the scenario\n"
    "                        answers it\n"
    "  --help, -h            prints this text\n"
    "  --version             prints the version\n"
    "\n"
    "A line has at most 16777216 bytes, a policy 131072, and a value of a condition key 65536.\n"
    "\n"
    "exit status: 0 if every scenario is answered, whatever the answer, and as expected; 1 if --expect finds a difference, or the output cannot be written; 2 if the input cannot be read, or --expect has nothing to compare\n";

constexpr front::Option known_options[] = {
    {"--json"}, {"--explain"}, {"--expect"}, {"--documents-from", true}, {"--disputed", true, true}};

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
  front::Unused unused;
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
  front::put(out, answer.unused.member(), "}\n");
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

  void answer(const char* path, const front::JsonValue& value) {
    const Text text = value.text;
    const std::string file = front::name_of_file(path) + ":";
    const Result<Scenario, ScenarioError> scenario = Scenario::parse(text, {{}, {}, false, options_.documents_from});
    const bool is_answered = scenario || is_refused_policy(scenario.error());
    Answer answer;
    std::string explained;
    if (scenario) {
      answer = answer_to(*scenario, options_.disputed, options_.explain ? &explained : nullptr);
      scenario->for_each_unused_field([&](Text field, Text why) { answer.unused.add(field, why); });
      write(explained, answer.unused.lines());
    } else {
      const front::Fault fault = front::fault_of(value, scenario.error(), "a scenario");
      answer.verdict = "invalid";
      answer.why = is_answered ? describe(scenario.error(), text) : fault.in_the_value;
      explained = "invalid request\n  " + answer.why + "\n";
      if (!is_answered || fault.is_named) {
        // A file of many policies is one mistake.
        const std::string told = fault.is_named ? file + fault.sentence : std::string();
        if (told.empty() || told != told_) front::complain(file, fault.place, ": ", fault.sentence, "\n");
        told_ = told;
        unreadable_ = true;
      }
      if (fault.is_named) answer.why = fault.sentence;
    }
    if (const Text id = json_member(text, "id"); !id.empty()) {
      answer.id = is_answered ? std::string(id) : front::without_keys(id);
    }
    if (options_.expect) {
      compare(answer, file + value.place_of(0), text, explained, is_answered);
    } else if (options_.explain) {
      front::put(answer.id, ": ", explained);
    } else {
      print(answer);
    }
  }

  int finish() {
    if (!options_.expect) return unreadable_ ? front::bad_input : front::yes;
    front::put(std::to_string(met_), " as expected, ", std::to_string(missed_), " not, ", std::to_string(silent_),
               " without an expectation\n");
    if (met_ + missed_ == 0)
      front::complain("decide: --expect has nothing to compare: no scenario has an \"expect\"\n");
    return unreadable_ || met_ + missed_ == 0 ? front::bad_input : missed_ > 0 ? front::no : front::yes;
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
      front::complain(place,
                      ": expect must be a verdict, true, false, a list of these, or {verdict, kind, rule, open}\n");
      unreadable_ = true;
    }
    if (met == Truth::yes && readable) {
      ++met_;
      return;
    }
    ++missed_;
    front::put(place, ": expected ", expected, "\n  ");
    print(answer);
    if (options_.explain) front::put(explained);
  }

  const Options& options_;
  bool unreadable_ = false;
  unsigned long met_ = 0, missed_ = 0, silent_ = 0;
  std::string told_;  // which other document the last value was
};

bool choose(Text word, DisputedPoints& out) {
  const std::size_t equals = word.find('=');
  const Text answer = equals == Text::npos ? Text() : word.part(equals + 1);
  const Truth as = answer == "allow" ? Truth::yes : answer == "deny" ? Truth::no : Truth::unknown;
  if (as == Truth::unknown && answer != "unknown") return false;
  // X-4 is about lifetimes, which no scenario has.
  Truth* const which = word.starts_with("X-4") ? nullptr : find_point(out, word.part(0, equals));
  if (which != nullptr) *which = as;
  return which != nullptr;
}

int decide(front::Words& words) {
  Options options;
  std::vector<const char*> files;
  while (words.next()) {
    const Text option = words.option(), value = words.value();
    if (option == "--explain") {
      options.explain = true;
    } else if (option == "--expect") {
      options.expect = true;
    } else if (option == "--disputed") {
      if (!choose(value, options.disputed)) {
        words.refuse("--disputed needs ID=ANSWER: X-1, X-2 or X-3, then = and allow, deny or unknown");
      }
    } else if (option == "--documents-from") {
      options.documents_from = value == "aws"      ? DocumentsFrom::aws
                               : value == "author" ? DocumentsFrom::author
                                                   : DocumentsFrom::account;
      if (options.documents_from == DocumentsFrom::account && value != "account") {
        words.refuse("--documents-from must be author, account or aws");
      }
    } else if (option.empty()) {
      files.push_back(words.value());
    }
  }
  if (words.has("--json") && (options.explain || options.expect)) {
    words.refuse("--json cannot be combined with --explain or --expect");
  }
  if (!words.why().empty()) return front::bad_input;
  if (files.empty()) files.push_back("-");
  Run run(options);
  bool all_read = true;
  for (const char* const file : files) {
    const auto answer = [&](const front::JsonValue& value) { run.answer(file, value); };
    all_read = front::for_each_value(file, "a scenario", answer) && all_read;
  }
  const int outcome = run.finish();
  return all_read ? outcome : front::bad_input;
}

}  // namespace

int main(int argc, char** argv) { return front::run("decide", usage, known_options, argc, argv, decide); }
