// Dates as text: one of the W3C profiles of ISO 8601, or seconds since 1970.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// A point in time, to the nanosecond.
struct Date {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  std::int32_t nanoseconds = 0;

  [[nodiscard]] static constexpr int compare(const Date& left, const Date& right) {
    if (left.seconds != right.seconds) return left.seconds < right.seconds ? -1 : 1;
    return left.nanoseconds == right.nanoseconds ? 0 : left.nanoseconds < right.nanoseconds ? -1 : 1;
  }
};

namespace detail {

class DateReader {
 public:
  constexpr explicit DateReader(Text text) : text_(text) {}

  constexpr bool read(Date& out) {
    bool digits_only = !text_.empty();
    for (const char c : text_) digits_only = digits_only && ascii::is_digit(c);
    if (digits_only) {
      out = {};
      return number(out.seconds, 18);
    }
    std::int64_t year = 0, month = 1, day = 1;
    const bool before_christ = take('-');
    if (!number(year, 9)) return false;
    if (take('-') && (!number(month, 2) || (take('-') && !number(day, 2)))) return false;
    if (before_christ) year = -year;
    if (month < 1 || month > 12 || day < 1 || day > days_of(year, month)) return false;
    std::int64_t time = 0;
    if ((take('T') || take('t')) && !time_of_day(time, out.nanoseconds)) return false;
    if (at_ != text_.size()) return false;
    out.seconds = days_from_1970(year, month, day) * 86400 + time;
    return true;
  }

 private:
  [[nodiscard]] constexpr bool take(char wanted) {
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] constexpr bool number(std::int64_t& out, std::size_t most_digits) {
    const std::size_t first = at_;
    out = 0;
    for (; at_ < text_.size() && ascii::is_digit(text_[at_]); ++at_) {
      if (at_ - first == most_digits) return false;
      out = out * 10 + (text_[at_] - '0');
    }
    return at_ > first;
  }
  [[nodiscard]] constexpr bool two_digits(std::int64_t& out) {
    const std::size_t first = at_;
    return number(out, 2) && at_ - first == 2;
  }
  // hours[:minutes[:seconds[.fraction]]][Z|+hours[:minutes]|-hours[:minutes]]; empty is midnight, no zone is UTC. The
  // profile has the hours 00 to 23, and a zone has two digits in each part.
  [[nodiscard]] constexpr bool time_of_day(std::int64_t& out, std::int32_t& nanoseconds) {
    std::int64_t hour = 0, minute = 0, second = 0;
    if (at_ == text_.size()) return true;
    if (!number(hour, 2)) return false;
    const bool has_minutes = take(':');
    if (has_minutes && !number(minute, 2)) return false;
    const bool has_seconds = has_minutes && take(':');
    if (has_seconds && !number(second, 2)) return false;
    if (has_seconds && take('.')) {
      const std::size_t first = at_;
      std::int64_t fraction = 0;
      if (!number(fraction, 9)) return false;
      for (std::size_t digits = at_ - first; digits < 9; ++digits) fraction *= 10;
      nanoseconds = static_cast<std::int32_t>(fraction);
    }
    if (hour > 23 || minute > 59 || second > 59) return false;
    out = hour * 3600 + minute * 60 + second;
    if (take('Z') || take('z')) return true;
    const bool ahead = take('+');
    if (!ahead && !take('-')) return true;
    if (!two_digits(hour) || hour > 23) return false;
    minute = 0;
    if (take(':') && (!two_digits(minute) || minute > 59)) return false;
    const std::int64_t zone = hour * 3600 + minute * 60;
    out += ahead ? -zone : zone;
    return true;
  }
  static constexpr bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
  static constexpr std::int64_t days_of(std::int64_t year, std::int64_t month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  // Counted in eras of 400 years that begin in March, so that the leap day is the last of its year.
  static constexpr std::int64_t days_from_1970(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (month <= 2) --year;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
  }

  Text text_;
  std::size_t at_ = 0;
};

}  // namespace detail

/// Reads 2026-01-31T12:00:00Z or its first parts, with an optional fraction and zone (default UTC), or a number of
/// seconds since 1970. False for anything else. Complexity: linear. Source: W3C, Date and Time Formats,
/// https://www.w3.org/TR/NOTE-datetime
[[nodiscard]] constexpr bool parse_date(Text text, Date& out) {
  out = {};
  return detail::DateReader(text).read(out);
}

/// Writes seconds since 1970 as 2026-01-31T12:00:00Z. False for years that do not have four digits.
[[nodiscard]] constexpr bool print_date(std::int64_t seconds, FixedText<21>& out) {
  constexpr std::int64_t first = -62167219200, behind_last = 253402300800;  // of the years 0 and 9999
  if (seconds < first || seconds >= behind_last) return false;
  // Counted in eras of 400 years that begin in March, as above; one era is added so that none is negative.
  const std::int64_t day = (seconds - first) / 86400 - 60 + 146097;
  const std::int64_t second = (seconds - first) % 86400;
  const std::int64_t era = day / 146097 - 1;
  const std::int64_t day_of_era = day % 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  const std::int64_t parts[] = {
      year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1, second / 3600, second / 60 % 60, second % 60};
  constexpr char between[] = "--T::Z";
  std::size_t at = 0;
  for (std::size_t part = 0; part < 6; ++part) {
    for (std::int64_t unit = part == 0 ? 1000 : 10; unit > 0; unit /= 10) {
      out.characters[at++] = static_cast<char>('0' + parts[part] / unit % 10);
    }
    out.characters[at++] = between[part];
  }
  out.characters[at] = '\0';
  return true;
}

}  // namespace whence
