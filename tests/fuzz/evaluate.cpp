// The bytes choose the fragments of a question about a role, and a law that its answer must obey: see laws.hpp.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/evaluate.cpp -o fuzz
//   mkdir found && ./fuzz -max_len=256 found tests/fuzz/corpus/evaluate
#include "laws.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace {

// Each byte is one choice. After the last byte, every choice is the first alternative.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  unsigned operator()(unsigned sides) { return at_ < size_ ? data_[at_++] % sides : 0; }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  if (const laws::Broken broken = laws::ask(bytes)) {
    std::fprintf(stderr, "%s\n", broken);
    __builtin_trap();
  }
  return 0;
}
