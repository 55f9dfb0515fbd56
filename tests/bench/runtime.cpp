// What the model costs at run time: one line of JSON for each measurement, as tests/bench/run wants it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>

#include <whence/whence.hpp>

#ifndef WHENCE_BENCH_COMPILER
#define WHENCE_BENCH_COMPILER "unknown"
#endif

namespace {

unsigned long allocations = 0;

// The optimizer must suppose that the value is read here.
template <class Value>
void keep(const Value& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

// The optimizer must suppose that the value may have changed here: otherwise the same question, asked twice, is
// answered once. (Of a constant it supposes nothing, so the value must be a variable.)
template <class Value>
Value& unknown(Value& value) {
  asm volatile("" : : "g"(&value) : "memory");
  return value;
}

void print(const char* name, double value, const char* unit) {
  std::printf("{\"name\":\"%s\",\"value\":%.2f,\"unit\":\"%s\",\"compiler\":\"%s\"}\n", name, value, unit,
              WHENCE_BENCH_COMPILER);
}

double seconds_of(auto& body, long times) {
  const auto start = std::chrono::steady_clock::now();
  for (long i = 0; i < times; ++i) keep(body());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The median of nine rounds, each of as many calls as take 20 ms; and how often one call allocates.
void measure(const char* name, auto body) {
  long times = 1;
  while (seconds_of(body, times) < 0.02) times *= 2;
  double rounds[9];
  const auto before = allocations;
  for (auto& round : rounds) round = seconds_of(body, times);
  const auto calls = 9.0 * static_cast<double>(times);
  std::nth_element(rounds, rounds + 4, rounds + 9);
  print(name, rounds[4] / static_cast<double>(times) * 1e9, "ns");
  char of_allocations[128];
  std::snprintf(of_allocations, sizeof of_allocations, "%s, allocations", name);
  print(of_allocations, static_cast<double>(allocations - before) / calls, "per call");
}

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
  // The floor under all others: what calling and keeping cost.
  const char* text = "arn:aws:iam::111122223333:role/app-12";
  measure("runtime nothing", [&] { return unknown(text); });
}
