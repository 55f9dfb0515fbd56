// may_assume [--own-policies SIDE] ROLE_ARN TRUST_POLICY.json PRINCIPAL...: who may assume a role, by its real trust policy, and why.
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include <whence/document/policy_document.hpp>
#include <whence/render/explain.hpp>
#include <whence/whence.hpp>

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: may_assume [--own-policies SIDE] ROLE_ARN TRUST_POLICY.json PRINCIPAL...\n"
    "\n"
    "Tells for each principal whether the role's trust policy lets it assume the role, and which statement and rule decide.\n"
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
    "  --own-policies     what the principals' own policies say of the call: allow, silent, block (a boundary, session or\n"
    "                     service control policy leaves it out) or deny. They are not read: without this option the answer\n"
    "                     is unknown where they matter\n"
    "\n"
    "Conditions are not evaluated: where one decides, the answer is unknown.\n"
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

}  // namespace

int main(int argc, char** argv) {
  std::vector<const char*> words;
  CallerSide side = CallerSide::not_given;
  for (int i = 1; i < argc; ++i) {
    const Text word = argv[i];
    if (word == "--help" || word == "-h") {
      std::fputs(usage, stdout);
      return 0;
    }
    if (word == "--own-policies") {
      if (i + 1 == argc || !read_side(argv[++i], side)) {
        std::fputs("--own-policies takes allow, silent, block or deny\n", stderr);
        return 2;
      }
    } else if (word.starts_with("--")) {
      std::fprintf(stderr, "%s: there is no such option; --help tells which there are\n", argv[i]);
      return 2;
    } else {
      words.push_back(argv[i]);
    }
  }
  if (words.size() < 3) {
    std::fputs(usage, stderr);
    return 2;
  }

  std::string source;
  if (!read_all(words[1], source)) {
    std::fprintf(stderr, "%s: cannot be read\n", words[1]);
    return 2;
  }
  const Result<TrustPolicyDocument, PolicyError> policy = TrustPolicyDocument::parse(source);
  if (!policy) {
    const PolicyError error = policy.error();
    const SourcePosition at = error.position_in(source);
    const Text sentence = error.sentence();
    std::fprintf(stderr, "%s:%u:%u: %.*s\n", words[1], at.line, at.column, static_cast<int>(sentence.size()),
                 sentence.data());
    show_line(source, error.offset);
    return 2;
  }
  if (!fits_quota(policy->view())) {
    std::fprintf(stderr, "%s: note: %zu characters without white space; the quota is %zu unless it was raised\n",
                 words[1], quota_size(source), default_trust_policy_quota);
  }
  const Result<Role, NameError> role = Role::from_arn(words[0], *policy);
  if (!role) {
    show_argument("ROLE_ARN", words[0], role.error());
    return 2;
  }
  std::vector<Principal> callers;
  for (std::size_t i = 2; i < words.size(); ++i) {
    const Result<Principal, NameError> caller = Principal::from(words[i]);
    if (!caller) {
      show_argument("PRINCIPAL", words[i], caller.error());
      return 2;
    }
    callers.push_back(*caller);
  }

  int status = 0;
  for (std::size_t i = 0; i < callers.size(); ++i) {
    if (!may_assume(callers[i], *role, side)) status = 1;
    std::printf("%s: %s", words[i + 2], explain_may_assume(callers[i], *role, side).c_str());
  }
  return status;
}
