// may_assume [OPTION...] ROLE_ARN TRUST_POLICY.json PRINCIPAL...: who may assume a role, by its real policies, and why.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/whence.hpp>

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: may_assume [OPTION...] ROLE_ARN TRUST_POLICY.json PRINCIPAL...\n"
    "\n"
    "Tells for each principal whether it may assume the role, and which policy, statement, condition and rule decide.\n"
    "\n"
    "  ROLE_ARN           arn:aws:iam::111122223333:role/path/name\n"
    "  TRUST_POLICY.json  the role's AssumeRolePolicyDocument; - reads standard input. To get it:\n"
    "                       aws iam get-role --role-name NAME --query Role.AssumeRolePolicyDocument\n"
    "  PRINCIPAL          what CloudTrail or a policy calls it:\n"
    "                       arn:aws:iam::111122223333:user/alice\n"
    "                       arn:aws:sts::111122223333:assumed-role/app/session\n"
    "                       arn:aws:iam::111122223333:root                  (the root user)\n"
    "                       ec2.amazonaws.com                               (a service)\n"
    "                       arn:aws:iam::111122223333:oidc-provider/HOST    (whoever shows its token)\n"
    "                       arn:aws:iam::111122223333:saml-provider/NAME    (likewise)\n"
    "                       accounts.google.com                             (an issuer that IAM knows; likewise)\n"
    "\n"
    "The principals' own policies; without any of these the answer is unknown where they matter:\n"
    "  --identity FILE        an identity policy of the user or his groups, or of the role behind the session; repeatable\n"
    "  --boundary FILE        the permissions boundary\n"
    "  --session-policy FILE  passed when the session began; repeatable\n"
    "  --scp FILE[,FILE...]   the service control policies of one level of the organization; repeatable, the root's first\n"
    "  --own-policies WORD    in place of all these, what they say: allow, silent, block (a boundary, session or service\n"
    "                         control policy leaves the call out) or deny\n"
    "\n"
    "Other policies:\n"
    "  --rcp FILE[,FILE...]   the resource control policies of one level of the role's organization; repeatable\n"
    "  --management-account ID  the account that manages the organization: neither kind binds what belongs to it\n"
    "  --endpoint FILE        the policy of the VPC endpoint through which the call comes\n"
    "\n"
    "The request; without any of these nothing is known of it but what principal and role determine:\n"
    "  --context KEY=VALUE    a condition key, such as aws:MultiFactorAuthPresent=true; given again, one more value of it.\n"
    "                         Keys that are not given are then absent. Session tags are aws:RequestTag/NAME=VALUE\n"
    "  --unknown KEY          whether the request has this key, or with which value, is not known; repeatable\n"
    "\n"
    "Where the sources contradict one another, the answer is unknown, with the point's id:\n"
    "  --disputed POINT=...   reads X-1, X-2 or X-3 as allow or deny\n"
    "\n"
    "exit status: 0 when every principal is allowed, 1 when one is not or it is unknown, 2 on bad input\n";

bool read_all(const char* path, std::string& out) {
  const bool is_file = std::strcmp(path, "-") != 0;
  std::FILE* const in = is_file ? std::fopen(path, "rb") : stdin;
  if (in == nullptr) return false;
  char buffer[4096];
  for (std::size_t size; (size = std::fread(buffer, 1, sizeof buffer, in)) > 0;) out.append(buffer, size);
  const bool read = std::ferror(in) == 0;
  if (is_file) std::fclose(in);
  return read;
}

// The line with a caret under the byte, as much of it as fits; what cannot be shown is shown as a dot.
void show_line(Text source, std::uint32_t offset) {
  constexpr std::uint32_t widest = 110;
  const std::uint32_t column = position_of(source, offset).column;
  const std::uint32_t first = column > widest ? column - widest / 2 : 1;
  std::string line, caret;
  std::uint32_t at = first;
  for (const char c : line_of(source, offset).part(first - 1, widest)) {
    line += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? '.' : c;
    if (at++ < column) caret += c == '\t' ? '\t' : ' ';
  }
  std::fprintf(stderr, "  %s\n  %s^\n", line.c_str(), caret.c_str());
}

void show_argument(const char* what, Text text, NameError error) {
  std::string message;
  write(message, what, " ", text.part(0, 80), ": ", error.sentence());
  std::fprintf(stderr, "%s\n", message.c_str());
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

// A policy from a file, with its fault shown where it has one.
template <PolicyKind Kind>
bool read_policy(const char* path, std::vector<PolicyDocument<Kind>>& out) {
  std::string source;
  if (!read_all(path, source)) {
    std::fprintf(stderr, "%s: %s\n", *path == '\0' ? "a file name is missing" : path, std::strerror(errno));
    return false;
  }
  Result<PolicyDocument<Kind>, PolicyError> policy = PolicyDocument<Kind>::parse(source);
  if (!policy) {
    const PolicyError error = policy.error();
    const SourcePosition at = error.position_in(source);
    const Text sentence = error.sentence();
    std::fprintf(stderr, "%s:%u:%u: %.*s\n", path, at.line, at.column, static_cast<int>(sentence.size()),
                 sentence.data());
    show_line(source, error.offset);
    return false;
  }
  out.push_back(*static_cast<Result<PolicyDocument<Kind>, PolicyError>&&>(policy));
  return true;
}

// Documents of one kind, and the views of them that a question takes.
template <PolicyKind Kind>
struct Gathered {
  std::vector<PolicyDocument<Kind>> documents;
  std::vector<PolicyOf<Kind>> policies;

  bool read(const char* path) { return read_policy(path, documents); }
  // Several files, with commas between them.
  bool read_level(Text paths) {
    for (std::size_t at = 0; at <= paths.size();) {
      const std::size_t comma = paths.find(',', at);
      const std::string path(paths.part(at, comma == Text::npos ? Text::npos : comma - at));
      if (!read(path.c_str())) return false;
      at = comma == Text::npos ? paths.size() + 1 : comma + 1;
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
  bool has_readings = false;  // of disputed points

  [[nodiscard]] bool has_own_policies() const {
    return !identity.documents.empty() || !boundary.documents.empty() || !session.documents.empty() ||
           !service_control.empty();
  }
  [[nodiscard]] bool has_more_than_a_side() const {
    return has_own_policies() || !resource_control.empty() || !endpoint.documents.empty() ||
           management_account != AccountId() || has_readings;
  }
};

bool add_key(Arguments& arguments, Text name, const Text* value) {
  for (Arguments::Key& each : arguments.keys) {
    if (!ascii::equal_ignoring_case(each.name, name)) continue;
    if (each.unknown || value == nullptr) {
      std::fprintf(stderr, "%s: a key is given or unknown, not both, and unknown once\n", std::string(name).c_str());
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

// Whether a word is written as condition keys are: service:name.
bool is_key_name(Text word) {
  const std::size_t colon = word.find(':');
  if (colon == 0 || colon == Text::npos || colon + 1 == word.size()) return false;
  for (const char c : word) {
    if (c == '=' || static_cast<unsigned char>(c) <= ' ') return false;
  }
  return true;
}

// The keys of the tags that are passed, where they are not listed.
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

constexpr Text options[] = {"--identity",     "--boundary", "--session-policy",    "--scp",
                            "--own-policies", "--rcp",      "--endpoint",          "--context",
                            "--unknown",      "--disputed", "--management-account"};

bool is_option(Text word) {
  for (const Text each : options) {
    if (each == word) return true;
  }
  std::fprintf(stderr, "%s: there is no such option; --help tells which there are\n", std::string(word).c_str());
  return false;
}

// One of the options above.
bool read_option(Text option, const char* value, Arguments& out) {
  if (option == "--own-policies") {
    if (read_side(value, out.side)) return true;
    std::fputs("--own-policies takes allow, silent, block or deny\n", stderr);
    return false;
  }
  if (option == "--identity") return out.identity.read(value);
  if (option == "--boundary") {
    if (out.boundary.documents.empty()) return out.boundary.read(value);
    std::fputs("--boundary: a user or role has one permissions boundary\n", stderr);
    return false;
  }
  if (option == "--session-policy") return out.session.read(value);
  if (option == "--scp") return out.service_control.emplace_back(), out.service_control.back().read_level(value);
  if (option == "--rcp") return out.resource_control.emplace_back(), out.resource_control.back().read_level(value);
  if (option == "--endpoint") {
    if (out.endpoint.documents.empty()) return out.endpoint.read(value);
    std::fputs("--endpoint: a call comes through one endpoint\n", stderr);
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
    const Text reading = equals == Text::npos ? Text() : text.part(equals + 1);
    Truth* const point = find_point(out.disputed, text.part(0, equals));
    if (point != nullptr && (reading == "allow" || reading == "deny")) {
      *point = truth(reading == "allow");
      return out.has_readings = true;
    }
    std::fputs("--disputed takes X-1, X-2 or X-3, = and allow or deny\n", stderr);
    return false;
  }
  const bool known = option == "--context";
  if (!is_key_name(text.part(0, known ? equals : Text::npos)) || (known && equals == Text::npos)) {
    std::fprintf(stderr, "%s %s: takes %s, and a key is written service:name\n", std::string(option).c_str(), value,
                 known ? "KEY=VALUE" : "KEY");
    return false;
  }
  if (!known) return add_key(out, text, nullptr);
  const Text rest = text.part(equals + 1);
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
      std::fprintf(stderr, "%s: a value is missing\n", argv[i]);
      return 2;
    } else if (!read_option(word, argv[++i], arguments)) {
      return 2;
    }
  }
  if (arguments.side != CallerSide::not_given && arguments.has_more_than_a_side()) {
    std::fputs("--own-policies stands in place of other policies and of how they are read: give one or the other\n",
               stderr);
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
    std::fprintf(stderr, "%s: note: %zu characters without white space; the quota is %zu unless it was raised\n",
                 words[1], quota_size(policy.source()), default_trust_policy_quota);
  }
  const Result<Role, NameError> role = Role::from_arn(words[0], policy);
  if (!role) {
    show_argument("ROLE_ARN", words[0], role.error());
    return 2;
  }
  std::vector<std::optional<Principal>> callers;  // nothing where a role is named: it makes no call, which is an answer
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
    std::printf("%s: %s", words[i + 2],
                (callers[i] ? explain_may_assume(*callers[i], *role, setting) : explain(verdict)).c_str());
  }
  return status;
}
