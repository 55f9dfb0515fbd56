// Runs conformance vectors: each line of each file is one, and all must pass.
//
//   whence-vectors FILE.ndjson...
#include "vectors.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

int main(int argc, char** argv) {
  unsigned long held = 0, failed = 0;
  std::set<std::string> ids;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "%s: cannot be read\n", argv[i]);
      return 2;
    }
    std::string line;
    for (unsigned long number = 1; std::getline(in, line); ++number) {
      const auto complain = [&](const std::string& what) {
        std::fprintf(stderr, "%s:%lu: %s\n", argv[i], number, what.c_str());
        ++failed;
      };
      const std::string id(vectors::member_of(line, "id"));
      if (id.empty() || !ids.insert(id).second) complain("no id, or a duplicate id: " + id);
      if (vectors::member_of(line, "why").empty()) complain(id + " does not say why");
      if (vectors::member_of(line, "source").size() < 10) complain(id + " cites no source");
      if (vectors::hold(line)) {
        ++held;
        continue;
      }
      const vectors::Outcome got = vectors::outcome_of(line);
      complain(id + ": expected " + std::string(vectors::member_of(line, "expect")) + ", got " +
               std::string(got.verdict) + " " + std::string(got.kind) + " " + std::string(got.rule) + " " +
               std::string(got.open));
    }
  }
  std::printf("%lu vectors hold, %lu do not\n", held, failed);
  return failed > 0 || held == 0 ? 1 : 0;
}
