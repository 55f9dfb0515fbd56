// A fuzzer for compilers without one: runs a fuzz target on its corpus, and then on mutations of it, always the same
// ones.
//
//   g++ -std=c++20 -O1 -Iinclude tests/replay.cpp tests/fuzz/policy.cpp -o replay
//   ./replay tests/fuzz/corpus/policy [SECONDS]
//
// An input that breaks a law is written to the file found.NAME; NAME is the name of the corpus.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const std::string* running = nullptr;
std::string found;

void run(const std::string& input) {
  running = &input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

// The process ends anyway, so calls that are unsafe in a signal handler do no harm.
void save(int signal) {
  std::fprintf(stderr, "a law is broken (signal %d); the input is in %s\n", signal, found.c_str());
  if (std::FILE* const file = std::fopen(found.c_str(), "wb")) {
    std::fwrite(running->data(), 1, running->size(), file);
    std::fclose(file);
  }
  std::_Exit(1);
}

class Mutations {
 public:
  explicit Mutations(const std::vector<std::string>& corpus) : corpus_(corpus) {}

  std::string next() {
    std::string input = one();
    for (std::size_t i = 1 + below(4); i > 0; --i) mutate(input);
    return input;
  }

 private:
  std::size_t below(std::size_t sides) { return sides == 0 ? 0 : dice_() % sides; }
  const std::string& one() { return corpus_[below(corpus_.size())]; }

  void mutate(std::string& input) {
    const std::size_t at = below(input.size() + 1), size = std::min(below(16), input.size() - at);
    switch (below(5)) {
      case 0: input.insert(at, 1, static_cast<char>(below(256))); break;
      case 1: input.erase(at, size); break;
      case 2: input.insert(below(input.size() + 1), input.substr(at, size)); break;
      case 3:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      default: {
        const std::string& other = one();
        const std::size_t from = below(other.size() + 1);
        input.replace(at, size, other.substr(from, below(64)));
      }
    }
  }

  const std::vector<std::string>& corpus_;
  std::minstd_rand dice_;  // the standard defines its numbers
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: replay CORPUS [SECONDS]\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::chrono::seconds limit(argc > 2 ? std::atoi(argv[2]) : 3);
  found = "found." + folder.filename().string();
  std::vector<std::filesystem::path> files;
  for (const auto& each : std::filesystem::directory_iterator(folder)) files.push_back(each.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> corpus;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (corpus.empty()) {
    std::fputs("the corpus is empty\n", stderr);
    return 2;
  }
  for (const int signal : {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGFPE}) std::signal(signal, save);
  for (const std::string& input : corpus) run(input);
  Mutations mutations(corpus);
  int count = 0;
  for (const auto start = std::chrono::steady_clock::now(); std::chrono::steady_clock::now() - start < limit; ++count) {
    run(mutations.next());
  }
  std::printf("%zu inputs of the corpus and %d mutations break no law\n", corpus.size(), count);
}
