// may_assume [OPTION...] ROLE_ARN TRUST_POLICY.json PRINCIPAL...: who may assume a role, and which policy decides.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/whence.hpp>

#include "lines.hpp"

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: may_assume [OPTION...] ROLE_ARN TRUST_POLICY.json PRINCIPAL...\n"
    "\n"
    "Prints for each principal whether it may assume the role, and which policy, statement, condition and rule decide.\n"
    "\n"
    "  ROLE_ARN           arn:aws:iam::111122223333:role/path/name\n"
    "  TRUST_POLICY.json  the role's AssumeRolePolicyDocument; - reads standard input. To get it:\n"
    "                       aws iam get-role --role-name NAME --query Role.AssumeRolePolicyDocument\n"
    "                     Then say --documents-from aws.\n"
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
    "The policy files:\n"
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
    "A policy has at most 131072 characters, and a value of a condition key 65536 bytes.\n"
    "\n"
    "exit status: 0 if every principal is allowed; 1 if not, or if that is unknown; 2 if the input cannot be read\n";

// The line, cut to a readable width, with a caret under the byte. Control characters are dots.
void show_line(Text source, std::uint32_t offset) {
  constexpr std::uint32_t widest = 110;
  const std::uint32_t column = position_of(source, offset).column;
  const std::uint32_t first = column > widest ? column - widest / 2 : 1;
  std::string line, caret;
  std::uint32_t at = first;
  for (const char c : line_of(source, offset).part(first - 1, widest)) {
    const auto byte = static_cast<unsigned char>(c);
    line += (byte < 0x20 && c != '\t') || byte == 0x7F ? '.' : c;
    if (at++ < column) caret += c == '\t' ? '\t' : ' ';
  }
  show(stderr, "  ", line, "\n  ", caret, "^\n");
}

void show_argument(const char* what, Text text, NameError error) {
  show(stderr, what, " ", text.part(0, 80), ": ", error.sentence(), "\n");
  show_line(text, error.offset);
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

void show_fault(const char* path, Text source, const PolicyError& error) {
  const SourcePosition at = error.position_in(source);
  show(stderr, path, ":", std::to_string(at.line), ":", std::to_string(at.column), ": ", describe(error), "\n");
  show_line(source, error.offset);
}

// Reads a policy from a file, whether AWS saves it or not. Prints its fault if it has one.
template <PolicyKind Kind>
bool read_policy(const char* path, std::vector<PolicyDocument<Kind>>& out) {
  std::string source;
  const ReadResult read = read_all(path, source);
  if (read == ReadResult::failed) {
    show(stderr, *path == '\0' ? "a file name is missing" : path, ": ", std::strerror(errno), "\n");
    return false;
  }
  if (read == ReadResult::too_long) {
    show(stderr, path, ": a policy has at most 131072 characters; the file has more than ",
         std::to_string(longest_file), " bytes, and the rest is not read\n");
    return false;
  }
  Result<PolicyDocument<Kind>, PolicyError> policy = PolicyDocument<Kind>::parse(source, DocumentsFrom::aws);
  if (!policy) {
    show_fault(path, source, policy.error());
    return false;
  }
  out.push_back(*static_cast<Result<PolicyDocument<Kind>, PolicyError>&&>(policy));
  return true;
}

// Documents of one kind, and views of them.
template <PolicyKind Kind>
struct Gathered {
  std::vector<PolicyDocument<Kind>> documents;
  std::vector<PolicyOf<Kind>> policies;
  std::vector<std::string> paths;

  bool read(const char* path) {
    paths.push_back(path);
    return read_policy(path, documents);
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
      const PolicyError error = why_not_saved(policy);
      if (!error) continue;
      show_fault(paths[i].c_str(), policy.source(), error);
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
  [[nodiscard]] bool has_own_policies() const {
    return !identity.documents.empty() || !boundary.documents.empty() || !session.documents.empty() ||
           !service_control.empty();
  }
  [[nodiscard]] bool has_more_than_a_side() const {
    return has_own_policies() || !resource_control.empty() || !endpoint.documents.empty() ||
           management_account != AccountId() || has_answers;
  }
};

bool add_key(Arguments& arguments, Text name, const Text* value) {
  for (Arguments::Key& each : arguments.keys) {
    if (!ascii::equal_ignoring_case(each.name, name)) continue;
    if (each.unknown || value == nullptr) {
      show(stderr, name, ": a key has values (--context) or is unknown (--unknown, once), not both\n");
      return false;
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

constexpr Text options[] = {"--identity",     "--boundary", "--session-policy",     "--scp",
                            "--own-policies", "--rcp",      "--endpoint",           "--context",
                            "--unknown",      "--disputed", "--management-account", "--documents-from"};

bool is_option(Text word) {
  for (const Text each : options) {
    if (each == word) return true;
  }
  show(stderr, word, ": unknown option; see --help\n");
  return false;
}

// Reads the value of one of the options above.
bool read_option(Text option, const char* value, Arguments& out) {
  if (option == "--own-policies") {
    if (read_side(value, out.side)) return true;
    std::fputs("--own-policies must be allow, silent, block or deny\n", stderr);
    return false;
  }
  if (option == "--documents-from") {
    const Text from = value;
    out.documents_from = from == "aws" ? DocumentsFrom::aws : DocumentsFrom::author;
    if (from == "aws" || from == "author") return true;
    std::fputs("--documents-from must be author or aws\n", stderr);
    return false;
  }
  if (option == "--identity") return out.identity.read(value);
  if (option == "--boundary") {
    if (out.boundary.documents.empty()) return out.boundary.read(value);
    std::fputs("--boundary: a user or role has only one permissions boundary\n", stderr);
    return false;
  }
  if (option == "--session-policy") return out.session.read(value);
  if (option == "--scp") return out.service_control.emplace_back(), out.service_control.back().read_level(value);
  if (option == "--rcp") return out.resource_control.emplace_back(), out.resource_control.back().read_level(value);
  if (option == "--endpoint") {
    if (out.endpoint.documents.empty()) return out.endpoint.read(value);
    std::fputs("--endpoint: a call uses only one VPC endpoint\n", stderr);
    return false;
  }
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
    Truth* const point = find_point(out.disputed, text.part(0, equals));
    if (point != nullptr && (answer == "allow" || answer == "deny")) {
      *point = truth(answer == "allow");
      return out.has_answers = true;
    }
    std::fputs("--disputed needs ID=ANSWER: X-1, X-2 or X-3, then = and allow or deny\n", stderr);
    return false;
  }
  const bool known = option == "--context";
  if (!is_key_name(text.part(0, known ? equals : Text::npos)) || (known && equals == Text::npos)) {
    show(stderr, option, " ", value, ": the value must be ", known ? "KEY=VALUE" : "KEY",
         ", and a key has the form service:name\n");
    return false;
  }
  if (!known) return add_key(out, text, nullptr);
  const Text rest = text.part(equals + 1);
  if (rest.size() > 65536) {
    show(stderr, "--context ", text.part(0, equals), ": a value has at most 65536 bytes\n");
    return false;
  }
  return add_key(out, text.part(0, equals), &rest);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const Text word = argv[i];
    if (word == "--help" || word == "-h") {
      std::fputs(usage, stdout);
      return 0;
    }
    if (!word.starts_with("--")) {
      arguments.words.push_back(argv[i]);
    } else if (!is_option(word)) {
      return 2;
    } else if (i + 1 == argc) {
      show(stderr, argv[i], ": the value is missing\n");
      return 2;
    } else if (!read_option(word, argv[++i], arguments)) {
      return 2;
    }
  }
  if (arguments.side != CallerSide::not_given && arguments.has_more_than_a_side()) {
    std::fputs("--own-policies cannot be combined with policy files, --management-account or --disputed\n", stderr);
    return 2;
  }
  const std::vector<const char*>& words = arguments.words;
  if (words.size() < 3) {
    std::fputs(usage, stderr);
    return 2;
  }

  std::vector<TrustPolicyDocument> trust;
  if (!read_policy(words[1], trust)) return 2;
  const TrustPolicy policy = trust[0].view();
  if (!fits_quota(policy)) {
    show(stderr, words[1], ": note: ", std::to_string(quota_size(policy.source())),
         " characters without white space; the default quota is ", std::to_string(default_trust_policy_quota), "\n");
  }
  const Result<Role, NameError> role = Role::from_arn(words[0], policy);
  if (!role) {
    show_argument("ROLE_ARN", words[0], role.error());
    return 2;
  }
  if (arguments.documents_from == DocumentsFrom::author) {
    if (const PolicyError error = why_not_saved(policy, role->partition())) {
      show_fault(words[1], policy.source(), error);
      return 2;
    }
    if (!arguments.are_saved()) return 2;
  }
  std::vector<std::optional<Principal>> callers;  // empty for a role, which makes no call: that is an answer
  for (std::size_t i = 2; i < words.size(); ++i) {
    const Result<Principal, NameError> caller = Principal::from(words[i]);
    callers.emplace_back();
    if (caller) {
      callers.back() = *caller;
    } else if (!Role::from_arn(words[i], TrustPolicy())) {
      show_argument("PRINCIPAL", words[i], caller.error());
      return 2;
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
  AssumeSetting setting(arguments.side);
  if (arguments.has_more_than_a_side()) setting.policies = policies;
  if (!keys.empty()) setting.context = RequestContext(Span<ContextKey>(keys.data(), keys.size()));

  int status = 0;
  for (std::size_t i = 0; i < callers.size(); ++i) {
    const Verdict verdict = callers[i] ? may_assume(*callers[i], *role, setting) : may_assume(*role, *role);
    if (!verdict) status = 1;
    show(stdout, words[i + 2], ": ", callers[i] ? explain_may_assume(*callers[i], *role, setting) : explain(verdict));
  }
  return status;
}
