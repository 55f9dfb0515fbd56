// may_assume ROLE_ARN TRUST_POLICY.json PRINCIPAL...: who may assume a role, by its real trust policy, and why.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include <whence/document/trust_policy_document.hpp>
#include <whence/render/explain.hpp>
#include <whence/whence.hpp>

using namespace whence;

namespace {

constexpr const char* usage =
    "usage: may_assume ROLE_ARN TRUST_POLICY.json PRINCIPAL...\n"
    "\n"
    "Tells for each principal whether the role's trust policy lets it assume the role, and which statement and rule decide.\n"
    "\n"
    "  ROLE_ARN           arn:aws:iam::111122223333:role/path/name\n"
    "  TRUST_POLICY.json  the role's AssumeRolePolicyDocument; - reads standard input\n"
    "  PRINCIPAL          what CloudTrail or a policy calls it:\n"
    "                       arn:aws:iam::111122223333:user/alice\n"
    "                       arn:aws:sts::111122223333:assumed-role/app/session\n"
    "                       arn:aws:iam::111122223333:root                  (the root user)\n"
    "                       ec2.amazonaws.com                               (a service)\n"
    "                       arn:aws:iam::111122223333:oidc-provider/HOST    (whoever shows its token)\n"
    "                       arn:aws:iam::111122223333:saml-provider/NAME    (likewise)\n"
    "\n"
    "The caller's own policies are not read: where they matter the answer is unknown. So it is where a condition decides.\n"
    "\n"
    "exit status: 0 when every principal is allowed, 1 when one is not or it is unknown, 2 on bad input\n";

bool read_all(const char* path, std::string& out) {
  if (std::strcmp(path, "-") == 0) {
    char buffer[4096];
    for (std::size_t size; (size = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) out.append(buffer, size);
    return std::ferror(stdin) == 0;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  out.assign(std::istreambuf_iterator<char>(in), {});
  return !in.bad();
}

// The line with a caret under the byte; what cannot be shown is shown as a dot.
void show_line(Text source, std::uint32_t offset) {
  const SourcePosition at = position_of(source, offset);
  std::string line, caret;
  std::uint32_t column = 1;
  for (const char c : line_of(source, offset)) {
    line += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? '.' : c;
    if (column++ < at.column) caret += c == '\t' ? '\t' : ' ';
  }
  std::fprintf(stderr, "  %s\n  %s^\n", line.c_str(), caret.c_str());
}

void show_argument(const char* what, const char* text, NameError error) {
  const Text sentence = error.sentence();
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(sentence.size()), sentence.data());
  show_line(text, error.offset);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--help") == 0 || std::strcmp(argv[i], "-h") == 0) {
      std::fputs(usage, stdout);
      return 0;
    }
  }
  if (argc < 4) {
    std::fputs(usage, stderr);
    return 2;
  }

  std::string source;
  if (!read_all(argv[2], source)) {
    std::fprintf(stderr, "%s: cannot be read\n", argv[2]);
    return 2;
  }
  const Result<TrustPolicyDocument, PolicyError> policy = TrustPolicyDocument::parse(source);
  if (!policy) {
    const PolicyError error = policy.error();
    const SourcePosition at = error.position_in(source);
    const Text sentence = error.sentence();
    std::fprintf(stderr, "%s:%u:%u: %.*s\n", argv[2], at.line, at.column, static_cast<int>(sentence.size()), sentence.data());
    show_line(source, error.offset);
    return 2;
  }
  const Result<Role, NameError> role = Role::from_arn(argv[1], *policy);
  if (!role) {
    show_argument("ROLE_ARN", argv[1], role.error());
    return 2;
  }

  int status = 0;
  for (int i = 3; i < argc; ++i) {
    const Result<Principal, NameError> caller = Principal::from(argv[i]);
    if (!caller) {
      show_argument("PRINCIPAL", argv[i], caller.error());
      return 2;
    }
    if (!may_assume(*caller, *role)) status = 1;
    std::printf("%s: %s", argv[i], explain_may_assume(*caller, *role).c_str());
  }
  return status;
}
