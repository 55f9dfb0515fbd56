// Points in time and lengths of time, in whole seconds.
#pragma once

#include <cstdint>

namespace whence {
namespace detail {

// Stops at the end of the range: an overflow would be undefined.
constexpr std::int64_t saturating_sum(std::int64_t left, std::int64_t right) {
  if (right > 0 && left > INT64_MAX - right) return INT64_MAX;
  if (right < 0 && left < INT64_MIN - right) return INT64_MIN;
  return left + right;
}
constexpr std::int64_t saturating_difference(std::int64_t left, std::int64_t right) {
  if (right < 0 && left > INT64_MAX + right) return INT64_MAX;
  if (right > 0 && left < INT64_MIN + right) return INT64_MIN;
  return left - right;
}

}  // namespace detail

/// A length of time in seconds. Sums and differences stop at the ends of the range.
struct Seconds {
  std::int64_t count = 0;

  friend constexpr bool operator==(Seconds, Seconds) = default;
  friend constexpr bool operator<(Seconds left, Seconds right) { return left.count < right.count; }
  friend constexpr bool operator>(Seconds left, Seconds right) { return right < left; }
  friend constexpr bool operator<=(Seconds left, Seconds right) { return !(right < left); }
  friend constexpr bool operator>=(Seconds left, Seconds right) { return !(left < right); }
  friend constexpr Seconds operator+(Seconds left, Seconds right) {
    return {detail::saturating_sum(left.count, right.count)};
  }
  friend constexpr Seconds operator-(Seconds left, Seconds right) {
    return {detail::saturating_difference(left.count, right.count)};
  }
};

/// Lengths of time by their unit: `hours{6}`, `minutes(15)`.
struct seconds : Seconds {
  constexpr explicit seconds(std::int32_t amount) : Seconds{amount} {}
};
struct minutes : Seconds {
  constexpr explicit minutes(std::int32_t amount) : Seconds{std::int64_t{amount} * 60} {}
};
struct hours : Seconds {
  constexpr explicit hours(std::int32_t amount) : Seconds{std::int64_t{amount} * 3600} {}
};

/// A point in time: seconds since 1970-01-01T00:00:00Z. The sessions of a design without dates begin at the default, 0,
/// so that an expiry reads as a length of time.
struct Instant {
  std::int64_t seconds_since_epoch = 0;

  friend constexpr bool operator==(Instant, Instant) = default;
  friend constexpr bool operator<(Instant left, Instant right) {
    return left.seconds_since_epoch < right.seconds_since_epoch;
  }
  friend constexpr bool operator>(Instant left, Instant right) { return right < left; }
  friend constexpr bool operator<=(Instant left, Instant right) { return !(right < left); }
  friend constexpr bool operator>=(Instant left, Instant right) { return !(left < right); }
  friend constexpr Instant operator+(Instant at, Seconds length) {
    return {detail::saturating_sum(at.seconds_since_epoch, length.count)};
  }
  friend constexpr Instant operator-(Instant at, Seconds length) {
    return {detail::saturating_difference(at.seconds_since_epoch, length.count)};
  }
  friend constexpr Seconds operator-(Instant later, Instant earlier) {
    return {detail::saturating_difference(later.seconds_since_epoch, earlier.seconds_since_epoch)};
  }
};

}  // namespace whence
