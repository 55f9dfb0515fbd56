// may_assume [OPTION...] ROLE_ARN TRUST_POLICY.json PRINCIPAL...: who may assume a role, and which policy decides.
#include <optional>
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/whence.hpp>

#include "files.hpp"
#include "front.hpp"

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: may_assume [OPTION...] ROLE_ARN TRUST_POLICY.json PRINCIPAL...\n"
    "\n"
    "Prints for each principal whether it may assume the role, and which policy, statement, condition and rule decide.\n"
    "\n"
    "  ROLE_ARN           arn:aws:iam::111122223333:role/path/name\n"
    "  TRUST_POLICY.json  the role's AssumeRolePolicyDocument; - reads standard input. The whole reply of AWS can be given:\n"
    "                       aws iam get-role --role-name NAME\n"
    "  PRINCIPAL          the caller, by its name in CloudTrail or in policies:\n"
    "                       arn:aws:iam::111122223333:user/alice\n"
    "                       arn:aws:sts::111122223333:assumed-role/app/session\n"
    "                       arn:aws:iam::111122223333:root                  (the root user)\n"
    "                       ec2.amazonaws.com                               (a service)\n"
    "                       arn:aws:iam::111122223333:oidc-provider/HOST    (a caller with its token)\n"
    "                       arn:aws:iam::111122223333:saml-provider/NAME    (a caller with its assertion)\n"
    "                       accounts.google.com                             (a caller with a token of this issuer)\n"
    "\n"
    "The principals' own policies; without any of these options, the answer is unknown if the policies matter:\n"
    "  --identity FILE        an identity policy of the user or its groups, or of the role of the session; repeatable\n"
    "  --boundary FILE        the permissions boundary\n"
    "  --session-policy FILE  a session policy of the calling session; repeatable\n"
    "  --scp FILE[,FILE...]   the service control policies of one level of the organization; repeatable, the root first\n"
    "  --own-policies WORD    the effect of these policies, without the files: allow, silent (no Allow), deny, or block (a\n"
    "                         permissions boundary, session policy or service control policy has no Allow)\n"
    "\n"
    "The policy files; each has one policy, as it is, percent-encoded, or in the reply of get-role, get-policy-version,\n"
    "get-role-policy, organizations describe-policy or ec2 describe-vpc-endpoints:\n"
    "  --documents-from WORD  author (the default): somebody wrote them, and AWS must save them; aws: AWS returned them, as\n"
    "                         get-role does, so they need only be parsed\n"
    "\n"
    "Other policies:\n"
    "  --rcp FILE[,FILE...]   the resource control policies of one level of the role's organization; repeatable\n"
    "  --management-account ID  the organization's management account: SCPs and RCPs do not affect it\n"
    "  --endpoint FILE        the policy of the VPC endpoint that the call uses\n"
    "\n"
    "The request; without any of these options, only the keys that principal and role determine are known:\n"
    "  --context KEY=VALUE    a condition key, such as aws:MultiFactorAuthPresent=true; repeat it for a key with several\n"
    "                         values. All other keys are then absent. Session tags are aws:RequestTag/NAME=VALUE\n"
    "  --unknown KEY          a key that the request may have or not, with an unknown value; repeatable\n"
    "\n"
    "If sources contradict one another, the answer is unknown and names the open question:\n"
    "  --disputed ID=ANSWER   answers the open question X-1, X-2 or X-3 with allow or deny\n"
    "\n"
    "  --json                 a line of JSON for each principal: {\"principal\", \"verdict\": \"allow\" | \"deny\" | \"invalid\" |\n"
    "                         \"unknown\", \"kind\": \"explicit\" | \"implicit\" | null, \"rule\", \"why\"}; also \"open\" if an\n"
    "                         open question makes the verdict unknown, and \"notUsed\", a list, if keys or policies have\n"
    "                         no part in the call\n"
    "  --help, -h             prints this text\n"
    "  --version              prints the version\n"
    "\n"
    "A policy has at most 131072 characters, and a value of a condition key 65536 bytes.\n"
    "\n"
    "exit status: 0 if every principal is allowed; 1 if one is refused, or the output cannot be written; 2 if the input cannot be read or an option is wrong; 3 if none is refused and one is unknown\n";

constexpr front::Option known_options[] = {{"--identity", true, true},
                                           {"--boundary", true},
                                           {"--session-policy", true, true},
                                           {"--scp", true, true},
                                           {"--own-policies", true},
                                           {"--rcp", true, true},
                                           {"--endpoint", true},
                                           {"--context", true, true},
                                           {"--unknown", true, true},
                                           {"--disputed", true, true},
                                           {"--management-account", true},
                                           {"--documents-from", true},
                                           {"--json"}};

// Prints what is wrong with a word of the command. Shows the word unless it can be a secret.
void show_argument(const char* what, Text text, NameError error) {
  const front::WrongDocument is = front::name_of_word(text);
  if (is.what != nullptr) {
    front::complain(what, ":1:1: this is ", is.what, ", and not ", what);
    if (is.advice != nullptr) front::complain("; ", is.advice);
    front::complain("; it can be a secret, so it is not shown\n");
    return;
  }
  front::complain(what, ":1:", std::to_string(error.offset + 1), ": ", error.sentence(), "\n");
  front::show_line(text, error.offset);
}

bool read_side(Text word, CallerSide& side) {
  constexpr Text words[] = {"", "allow", "silent", "block", "deny"};
  for (std::size_t i = 1; i < sizeof words / sizeof words[0]; ++i) {
    if (word == words[i]) {
      side = static_cast<CallerSide>(i);
      return true;
    }
  }
  return false;
}

void show_fault(const char* path, Text source, const PolicyError& error, std::uint32_t offset) {
  const SourcePosition at = position_of(source, offset);
  front::complain(front::name_of_file(path), ":", std::to_string(at.line), ":", std::to_string(at.column), ": ",
                  describe(error), "\n");
  front::show_line(source, offset);
}

// A file with a policy: its text, and where the policy is in it.
struct PolicyFile {
  std::string path, text;
  std::uint32_t offset = 0;
  bool is_decoded = false;
  bool is_from_aws = false;
  std::string role;  // of a reply about a role
};

// Reads a policy from a file, whether AWS saves it or not. Prints its fault if it has one.
template <PolicyKind Kind>
bool read_policy(const char* path, std::vector<PolicyDocument<Kind>>& out, PolicyFile& file) {
  file.path = path;
  if (!front::read_all(path, "a policy has at most 131072 characters", file.text)) return false;
  const WrappedPolicy wrapped(file.text, Kind);
  Result<PolicyDocument<Kind>, PolicyError> policy = PolicyDocument<Kind>::parse(wrapped.policy(), DocumentsFrom::aws);
  if (!policy) {
    // Of a reply, the policy in it is at fault.
    if (front::names_wrong_document(front::name_of_file(path), wrapped.policy(), "a policy", front::Reads::policy)) {
      return false;
    }
    show_fault(path, file.text, policy.error(), wrapped.offset_in_text(policy.error().offset));
    return false;
  }
  file.offset = wrapped.begins_at();
  file.is_decoded = wrapped.is_decoded();
  file.is_from_aws = wrapped.is_from_aws();
  file.role = std::string(wrapped.role());
  out.push_back(*static_cast<Result<PolicyDocument<Kind>, PolicyError>&&>(policy));
  return true;
}

// Prints why AWS does not save a policy.
void show_unsaved(const PolicyFile& file, Text policy, const PolicyError& error) {
  // A decoded policy is shown as it is decoded.
  if (file.is_decoded) return show_fault((file.path + " (decoded)").c_str(), policy, error, error.offset);
  show_fault(file.path.c_str(), file.text, error, file.offset + error.offset);
}

// Documents of one kind, and views of them.
template <PolicyKind Kind>
struct Gathered {
  std::vector<PolicyDocument<Kind>> documents;
  std::vector<PolicyOf<Kind>> policies;
  std::vector<PolicyFile> files;

  bool read(const char* path) {
    files.emplace_back();
    return read_policy(path, documents, files.back());
  }
  // Several files, separated by commas.
  bool read_level(Text list) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t comma = list.find(',', at);
      const std::string path(list.part(at, comma == Text::npos ? Text::npos : comma - at));
      if (!read(path.c_str())) return false;
      at = comma == Text::npos ? list.size() + 1 : comma + 1;
    }
    return true;
  }
  // Whether AWS saves all of them. Prints why not.
  [[nodiscard]] bool are_saved() const {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const PolicyOf<Kind> policy = documents[i];
      const PolicyError error = files[i].is_from_aws ? PolicyError() : why_not_saved(policy);
      if (!error) continue;
      show_unsaved(files[i], policy.source(), error);
      return false;
    }
    return true;
  }
  Span<PolicyOf<Kind>> view() {
    policies.clear();
    for (const PolicyDocument<Kind>& each : documents) policies.push_back(each);
    return {policies.data(), policies.size()};
  }
};

struct Arguments {
  std::vector<const char*> words;
  CallerSide side = CallerSide::not_given;
  DocumentsFrom documents_from = DocumentsFrom::author;
  Gathered<PolicyKind::identity> identity, boundary, session;
  std::vector<Gathered<PolicyKind::service_control>> service_control;
  std::vector<Gathered<PolicyKind::resource_control>> resource_control;
  Gathered<PolicyKind::endpoint> endpoint;
  struct Key {
    Text name;
    std::vector<Text> values;
    bool unknown = false;
  };
  std::vector<Key> keys;
  AccountId management_account;
  DisputedPoints disputed;
  bool has_answers = false;  // to disputed points

  [[nodiscard]] bool are_saved() const {
    bool saved = identity.are_saved() && boundary.are_saved() && session.are_saved() && endpoint.are_saved();
    for (const auto& level : service_control) saved = saved && level.are_saved();
    for (const auto& level : resource_control) saved = saved && level.are_saved();
    return saved;
  }
  // The policies that have no part in a call of this caller.
  void find_unused(const Principal& caller, front::Unused& out) const {
    if (signs_as_part_of_an_account(caller)) return;
    const auto look = [&out](bool is_given, Text option) {
      if (is_given) out.add(option, Scenario::not_signed);
    };
    look(!identity.documents.empty(), "--identity");
    look(!boundary.documents.empty(), "--boundary");
    look(!session.documents.empty(), "--session-policy");
    look(!service_control.empty(), "--scp");
    look(side != CallerSide::not_given, "--own-policies");
  }
  [[nodiscard]] bool has_own_policies() const {
    return !identity.documents.empty() || !boundary.documents.empty() || !session.documents.empty() ||
           !service_control.empty();
  }
  [[nodiscard]] bool has_more_than_a_side() const {
    return has_own_policies() || !resource_control.empty() || !endpoint.documents.empty() ||
           management_account != AccountId() || has_answers;
  }
};

bool add_key(Arguments& arguments, front::Words& words, Text name, const Text* value) {
  for (Arguments::Key& each : arguments.keys) {
    if (!ascii::equal_ignoring_case(each.name, name)) continue;
    if (each.unknown || value == nullptr) {
      return words.refuse(name, ": a key has values (--context) or is unknown (--unknown, once), not both");
    }
    each.values.push_back(*value);
    return true;
  }
  Arguments::Key key;
  key.name = name;
  key.unknown = value == nullptr;
  if (value != nullptr) key.values.push_back(*value);
  arguments.keys.push_back(key);
  return true;
}

// Whether a word has the form of a condition key, service:name.
bool is_key_name(Text word) {
  const std::size_t colon = word.find(':');
  if (colon == 0 || colon == Text::npos || colon + 1 == word.size()) return false;
  for (const char c : word) {
    if (c == '=' || static_cast<unsigned char>(c) <= ' ') return false;
  }
  return true;
}

// Adds aws:TagKeys for the session tags, unless it is given.
void list_tags(Arguments& arguments) {
  constexpr Text prefix = "aws:RequestTag/";
  Arguments::Key listed;
  listed.name = "aws:TagKeys";
  for (const Arguments::Key& each : arguments.keys) {
    if (ascii::equal_ignoring_case(each.name, listed.name)) return;
    if (!ascii::starts_with_ignoring_case(each.name, prefix)) continue;
    listed.unknown = listed.unknown || each.unknown;
    listed.values.push_back(each.name.part(prefix.size()));
  }
  if (!listed.values.empty()) arguments.keys.push_back(listed);
}

// Reads an option. False if it is wrong: with a message, or with a reason in `words`.
bool read_option(front::Words& words, Arguments& out) {
  const Text option = words.option();
  const char* const value = words.value();
  if (option == "--json") return true;
  if (option == "--own-policies") {
    return read_side(value, out.side) || words.refuse("--own-policies must be allow, silent, block or deny");
  }
  if (option == "--documents-from") {
    const Text from = value;
    out.documents_from = from == "aws" ? DocumentsFrom::aws : DocumentsFrom::author;
    return from == "aws" || from == "author" || words.refuse("--documents-from must be author or aws");
  }
  if (option == "--identity") return out.identity.read(value);
  if (option == "--boundary") return out.boundary.read(value);
  if (option == "--session-policy") return out.session.read(value);
  if (option == "--scp") return out.service_control.emplace_back(), out.service_control.back().read_level(value);
  if (option == "--rcp") return out.resource_control.emplace_back(), out.resource_control.back().read_level(value);
  if (option == "--endpoint") return out.endpoint.read(value);
  const Text text = value;
  if (option == "--management-account") {
    const Result<AccountId, NameError> id = AccountId::parse(text);
    if (!id) return show_argument("--management-account", text, id.error()), false;
    out.management_account = *id;
    return true;
  }
  const std::size_t equals = text.find('=');
  if (option == "--disputed") {
    const Text answer = equals == Text::npos ? Text() : text.part(equals + 1);
    // X-4 is about lifetimes, which this tool does not ask about.
    Truth* const point = text.starts_with("X-4") ? nullptr : find_point(out.disputed, text.part(0, equals));
    if (point != nullptr && (answer == "allow" || answer == "deny")) {
      *point = truth(answer == "allow");
      return out.has_answers = true;
    }
    return words.refuse("--disputed needs ID=ANSWER: X-1, X-2 or X-3, then = and allow or deny");
  }
  const bool known = option == "--context";
  if (!is_key_name(text.part(0, known ? equals : Text::npos)) || (known && equals == Text::npos)) {
    return words.refuse(option, " ", value, ": the value must be ", known ? "KEY=VALUE" : "KEY",
                        ", and a key has the form service:name");
  }
  if (!known) return add_key(out, words, text, nullptr);
  const Text rest = text.part(equals + 1);
  if (rest.size() > 65536) return words.refuse("--context ", text.part(0, equals), ": a value has at most 65536 bytes");
  return add_key(out, words, text.part(0, equals), &rest);
}

// A caller, or a role, which makes no call: that is an answer.
struct Asked {
  const char* word;
  std::optional<Principal> caller;
  front::Unused unused;
};

// Compares the keys with each caller. A key that contradicts a caller is refused, and so is a key that none can have.
bool check_keys(const std::vector<ContextKey>& keys, const Role& role, std::vector<Asked>& all) {
  for (const ContextKey& key : keys) {
    std::size_t callers = 0, without = 0;
    for (Asked& each : all) {
      if (!each.caller) continue;
      ++callers;
      const ScenarioFault fault = KeyAgreement(*each.caller, role).fault_of(key);
      if (fault == ScenarioFault::key_contradicts_the_caller) {
        front::complain("may_assume: --context ", key.name(), ": this condition key contradicts the caller ", each.word,
                        ", the role or the operation\n");
        return false;
      }
      if (fault == ScenarioFault::none) continue;
      each.unused.add(key.name(), "no call of this caller has this condition key");
      ++without;
    }
    if (callers == 0 || without < callers) continue;
    front::complain("may_assume: --context ", key.name(), ": no call of ",
                    callers == 1 ? "this caller" : "these callers", " has this condition key\n");
    return false;
  }
  return true;
}

void print(const Asked& asked, const std::string& explanation) {
  front::put(asked.word, ": ", explanation);
  front::put(asked.unused.lines());
}

void print_json(const Asked& asked, const Verdict& verdict, const std::string& why) {
  std::string out = "{\"principal\": ";
  write_json_string(out, asked.word);
  const auto member = [&](Text name, Text value) {
    write(out, ", \"", name, "\": ");
    if (value.empty()) write(out, "null");
    if (!value.empty()) write_json_string(out, value);
  };
  member("verdict", word_of(verdict.decision));
  member("kind", kind_of(verdict.decision));
  member("rule", verdict.rule == nullptr ? Text() : verdict.rule->id);
  if (verdict.open != nullptr) member("open", verdict.open->id);
  member("why", why);
  front::put(out, asked.unused.member(), "}\n");
}

int answer(front::Words& words) {
  Arguments arguments;
  while (words.next()) {
    if (words.option().empty()) {
      arguments.words.push_back(words.value());
    } else if (!read_option(words, arguments)) {
      return front::bad_input;
    }
  }
  if (arguments.side != CallerSide::not_given && arguments.has_more_than_a_side()) {
    words.refuse("--own-policies cannot be combined with policy files, --management-account or --disputed");
  }
  constexpr const char* needed[] = {"ROLE_ARN", "TRUST_POLICY.json", "PRINCIPAL"};
  const std::vector<const char*>& given = arguments.words;
  if (given.size() < 3) words.refuse(needed[given.size()], " is missing; see --help");
  if (!words.why().empty()) return front::bad_input;

  std::vector<TrustPolicyDocument> trust;
  PolicyFile file;
  if (!read_policy(given[1], trust, file)) return front::bad_input;
  const TrustPolicy policy = trust[0].view();
  if (!fits_quota(policy)) {
    front::complain(front::name_of_file(given[1]), ": note: ", std::to_string(quota_size(policy.source())),
                    " characters without white space; the default quota is ",
                    std::to_string(default_trust_policy_quota), "\n");
  }
  const Result<Role, NameError> role = Role::from_arn(given[0], policy);
  if (!role) {
    show_argument("ROLE_ARN", given[0], role.error());
    return front::bad_input;
  }
  if (!file.role.empty() && file.role != given[0]) {
    front::complain(front::name_of_file(given[1]), ": this is the reply of AWS about ", file.role, ", and not about ",
                    given[0], "\n");
    return front::bad_input;
  }
  if (arguments.documents_from == DocumentsFrom::author) {
    const PolicyError error = file.is_from_aws ? PolicyError() : why_not_saved(policy, role->partition());
    if (error) show_unsaved(file, policy.source(), error);
    if (error || !arguments.are_saved()) return front::bad_input;
  }
  std::vector<Asked> all;
  for (std::size_t i = 2; i < given.size(); ++i) {
    const Result<Principal, NameError> caller = Principal::from(given[i]);
    all.push_back({given[i], {}, {}});
    if (caller) {
      all.back().caller = *caller;
      arguments.find_unused(*caller, all.back().unused);
    } else if (!Role::from_arn(given[i], TrustPolicy())) {
      show_argument("PRINCIPAL", given[i], caller.error());
      return front::bad_input;
    }
  }

  std::vector<Span<ServiceControlPolicy>> service_control;
  std::vector<Span<ResourceControlPolicy>> resource_control;
  for (auto& level : arguments.service_control) service_control.push_back(level.view());
  for (auto& level : arguments.resource_control) resource_control.push_back(level.view());
  Policies policies;
  policies.identity = arguments.identity.view();
  policies.other_identity_policies = !arguments.has_own_policies();
  policies.management_account = arguments.management_account;
  policies.disputed = arguments.disputed;
  policies.session = arguments.session.view();
  policies.service_control = {service_control.data(), service_control.size()};
  policies.resource_control = {resource_control.data(), resource_control.size()};
  if (!arguments.boundary.documents.empty()) policies.boundary = arguments.boundary.documents[0];
  if (!arguments.endpoint.documents.empty()) policies.endpoint = arguments.endpoint.documents[0];

  list_tags(arguments);
  std::vector<ContextKey> keys;
  for (const Arguments::Key& each : arguments.keys) {
    keys.push_back(each.unknown              ? ContextKey::unknown(each.name)
                   : each.values.size() == 1 ? ContextKey(each.name, each.values[0])
                                             : ContextKey(each.name, {each.values.data(), each.values.size()}));
  }
  if (!check_keys(keys, *role, all)) return front::bad_input;
  AssumeSetting setting(arguments.side);
  if (arguments.has_more_than_a_side()) setting.policies = policies;
  if (!keys.empty()) setting.context = RequestContext(Span<ContextKey>(keys.data(), keys.size()));

  bool is_refused = false, is_unknown = false;
  for (const Asked& each : all) {
    const Verdict verdict = each.caller ? may_assume(*each.caller, *role, setting) : may_assume(*role, *role);
    if (!verdict) (verdict.is_unknown() ? is_unknown : is_refused) = true;
    if (words.has("--json")) {
      print_json(each, verdict,
                 each.caller ? reason(verdict, *each.caller, *role, setting) : std::string(verdict.rule->sentence));
    } else {
      print(each, each.caller ? explain_may_assume(*each.caller, *role, setting) : explain(verdict));
    }
  }
  return is_refused ? front::no : is_unknown ? front::unknown : front::yes;
}

}  // namespace

int main(int argc, char** argv) { return front::run("may_assume", usage, known_options, argc, argv, answer); }
