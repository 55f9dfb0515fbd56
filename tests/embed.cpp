// Writes a source file with a static_assert for each conformance vector, so that the compiler runs them.
//
//   embed OUT.cpp EVERY FILE.ndjson...
//
// Takes the first line of each file, and then every EVERYth line.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  const int every = argc > 3 ? std::atoi(argv[2]) : 0;
  if (every <= 0) {
    std::cerr << "usage: embed OUT.cpp EVERY FILE.ndjson...\n";
    return 2;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "#include \"vectors.hpp\"\n";
  unsigned long count = 0;
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 2;
    }
    std::string line;
    for (int number = 0; std::getline(in, line); ++number) {
      if (number % every != 0) continue;
      // The compiler quotes the vector that fails.
      out << "static_assert(vectors::hold(R\"vector(" << line << ")vector\"));\n";
      ++count;
    }
  }
  out << "// " << count << " vectors\n";
  return out.flush() && count > 0 ? 0 : 1;
}
