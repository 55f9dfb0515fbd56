// Dates as DateLessThan and similar operators compare them: a W3C profile of ISO 8601, or seconds since 1970. Sources:
// IAM JSON policy elements: Condition operators, Date condition operators,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; Date and Time
// Formats, https://www.w3.org/TR/NOTE-datetime. Forms outside that profile, such as a missing zone, a year
// that does not have four digits or a month of one digit: the authors of https://github.com/getmoto/moto saw IAM accept
// them.
#include "dual.hpp"

#include <whence/base/date.hpp>

#include <cstdint>
#include <string>

namespace {

using whence::Date;
using namespace whence::literals;
using whence::parse_date;
using whence::Text;

constexpr bool is_date(Text text) {
  Date ignored;
  return parse_date(text, ignored);
}

// Whether the text is this point in time.
constexpr bool is(Text text, std::int64_t seconds, std::int32_t nanoseconds = 0) {
  Date date;
  return parse_date(text, date) && date.seconds == seconds && date.nanoseconds == nanoseconds;
}

constexpr int order(Text left, Text right) {
  Date one, other;
  if (!parse_date(left, one) || !parse_date(right, other)) return 9;
  const int result = Date::compare(one, other);
  return result < 0 ? -1 : result > 0 ? 1 : 0;
}

constexpr std::int64_t day = 86400;

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// The Gregorian calendar in its simplest form: the months in order, and the rule of leap years.
int days_of(int year, int month) {
  const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

DUAL_TEST_CASE("the forms of the profile are read") {
  // The examples of NOTE-datetime; of its forms only a year alone is not a date here, because it is a number.
  EXPECT(is("1997-07", 867715200));
  EXPECT(is("1997-07-16", 869011200));
  EXPECT(is("1997-07-16T19:20+01:00", 869077200));
  EXPECT(is("1997-07-16T19:20:30+01:00", 869077230));
  EXPECT(is("1997-07-16T19:20:30.45+01:00", 869077230, 450000000));
  EXPECT(is("1994-11-05T08:15:30-05:00", 784041330));
  EXPECT(is("1994-11-05T13:15:30Z", 784041330));
  EXPECT(is("2026-01-01T00:00:00Z", 1767225600));
}

DUAL_TEST_CASE("only digits are seconds since 1970") {
  EXPECT(is("0", 0));
  EXPECT(is("1997", 1997));
  EXPECT(is("1767225600", 1767225600));
  EXPECT(is("0000000000000001", 1));
  EXPECT(is("999999999999999999", 999999999999999999));
  EXPECT(!is_date("-"));
  EXPECT(!is_date("1767225600.5"));
  EXPECT(!is_date("+1767225600"));
  EXPECT(!is_date("1767225600Z"));
  EXPECT(!is_date("1.7e9"));
}

DUAL_TEST_CASE("days are counted from the first of 1970") {
  EXPECT(is("1970-01-01", 0));
  EXPECT(is("1969-12-31", -day));
  EXPECT(is("1900-01-01", -25567 * day));
  EXPECT(is("1600-01-01", -135140 * day));
  EXPECT(is("0001-01-01", -719162 * day));
  EXPECT(is("0000-12-31", -719163 * day));  // ISO 8601 has a year 0, which is a leap year
  EXPECT(is("0000-02-29", -719469 * day));
  EXPECT(is("-0001-12-31", -719529 * day));
  EXPECT(is("-0400-03-01", -865565 * day));  // behind the leap day with which an era of 400 years ends
  EXPECT(is("2000-02-29", 951782400));
  EXPECT(is("2038-01-19T03:14:08Z", std::int64_t{1} << 31));
  EXPECT(is("1969-12-31T23:59:59Z", -1));
  EXPECT(is("1969-12-31T23:59:59.999999999Z", -1, 999999999));
}

DUAL_TEST_CASE("leap years have a leap day, other years do not") {
  constexpr Text leap[] = {"1972-02-29", "2000-02-29", "2024-02-29", "2400-02-29", "1600-02-29", "-0004-02-29"};
  constexpr Text common[] = {"1970-02-29", "1900-02-29", "2100-02-29", "2026-02-29", "1000-02-29", "-0001-02-29"};
  for (const Text text : leap) EXPECT(is_date(text));
  for (const Text text : common) EXPECT(!is_date(text));
}

DUAL_TEST_CASE("parts from the right and the zone are optional") {
  constexpr std::int64_t noon = 1769860800;  // 2026-01-31T12:00:00Z
  constexpr Text same[] = {"2026-01-31T12:00:00Z", "2026-01-31T12:00:00z",  "2026-01-31t12:00:00Z",
                           "2026-01-31T12:00:00",  "2026-01-31T12:00Z",     "2026-01-31T12:00",
                           "2026-01-31T12Z",       "2026-01-31T12",         "2026-1-31T12:0:0Z",
                           "02026-01-31T12Z",      "2026-01-31T12:00:00.0Z"};
  for (const Text text : same) EXPECT(is(text, noon));
  EXPECT(is("2026-01-31T", 1769817600));
  EXPECT(is("2026-01-31", 1769817600));
  EXPECT(is("2026-2-3", 1770076800));
  EXPECT(is("2026-01", 1767225600));
}

DUAL_TEST_CASE("a zone says how far the clock is ahead") {
  constexpr std::int64_t noon = 1769860800;
  constexpr Text same[] = {"2026-01-31T13:00:00+01:00", "2026-01-31T13:00:00+01",    "2026-01-31T07:00:00-05:00",
                           "2026-01-31T17:30:00+05:30", "2026-02-01T02:00:00+14:00", "2026-01-31T00:00:00-12:00",
                           "2026-01-31T12:00:00+00:00", "2026-01-31T12:00:00-00:00", "2026-02-01T11:59:00+23:59"};
  for (const Text text : same) EXPECT(is(text, noon));
  EXPECT(is("1970-01-01T00:00:00+00:01", -60));
  constexpr Text bad[] = {"2026-01-31T13:00:00+1",     "2026-01-31T13:00:00+1:00",   "2026-01-31T13:00:00+01:0",
                          "2026-01-31T13:00:00-001",   "2026-01-31T13:00:00+01:000", "2026-01-31T13:00:00+",
                          "2026-01-31T13:00:00+24:00", "2026-01-31T13:00:00+01:60",  "2026-01-31T13:00:00+01:"};
  for (const Text text : bad) EXPECT(!is_date(text));
}

DUAL_TEST_CASE("a second can have a fraction of up to nine digits") {
  EXPECT(is("1970-01-01T00:00:00.1Z", 0, 100000000));
  EXPECT(is("1970-01-01T00:00:00.01Z", 0, 10000000));
  EXPECT(is("1970-01-01T00:00:00.000000001Z", 0, 1));
  EXPECT(is("1970-01-01T00:00:00.999999999", 0, 999999999));
  EXPECT(is("1970-01-01T00:00:01.5+00:00", 1, 500000000));
  EXPECT(!is_date("1970-01-01T00:00:00.Z"));
  EXPECT(!is_date("2026-01-31T10.5Z"));
  EXPECT(!is_date("2026-01-31T10:30.5Z"));
  EXPECT(!is_date("1970-01-01T00:00:00."));
  EXPECT(!is_date("1970-01-01T00:00:00.0000000001Z"));
  EXPECT(!is_date("1970-01-01T00:00:00,5Z"));
  EXPECT(!is_date("1970-01-01T00:00:00.5.5Z"));
}

DUAL_TEST_CASE("a day has the hours 00 to 23") {
  // ISO 8601 writes midnight as 24:00:00 too; the profile of W3C does not: https://www.w3.org/TR/NOTE-datetime
  EXPECT(is("2026-01-30T23:59:59Z", 1769817599));
  EXPECT(is("2026-01-31T00:00:00Z", 1769817600));
  EXPECT(!is_date("2026-01-30T24:00:00Z"));
  EXPECT(!is_date("2026-01-30T24:00Z"));
  EXPECT(!is_date("2026-01-30T24Z"));
  EXPECT(!is_date("2026-01-30T24:00:01Z"));
  EXPECT(!is_date("2026-01-30T24:00:00.5Z"));
  EXPECT(!is_date("2026-01-30T24:01Z"));
}

DUAL_TEST_CASE("text that is not a date is not read") {
  constexpr Text bad[] = {"",
                          "soon",
                          "2026-",
                          "2026-01-",
                          "2026-01-31-",
                          "2026-01-31-01",
                          "2026-00-01",
                          "2026-13-01",
                          "2026-01-00",
                          "2026-01-32",
                          "2026-04-31",
                          "2026-06-31",
                          "2026-09-31",
                          "2026-11-31",
                          "2026-02-30",
                          "2026-001-01",
                          "2026-01-001",
                          "2026/01/31",
                          "31.01.2026",
                          "Jan 31 2026",
                          "2026-01-31 12:00:00Z",
                          "2026-01-31T25:00:00Z",
                          "2026-01-31T12:60:00Z",
                          "2026-01-31T12:00:60Z",
                          "2026-01-31T012:00:00Z",
                          "2026-01-31T12:000:00Z",
                          "2026-01-31T12:00:000Z",
                          "2026-01-31T12:00:00:00Z",
                          "2026-01-31T12:Z",
                          "2026-01-31T12:00:Z",
                          "2026-01-31T:00Z",
                          "2026-01-31TZ",
                          "2026-01-31Z",
                          "2026-01-31T12:00:00ZZ",
                          "2026-01-31T12:00:00Z ",
                          " 2026-01-31T12:00:00Z",
                          "2026-01-31T12:00:00 Z",
                          "2026-01-31T12:00:00+",
                          "2026-01-31T12:00:00+24:00",
                          "2026-01-31T12:00:00+01:60",
                          "2026-01-31T12:00:00+001:00",
                          "2026-01-31T12:00:00+01:",
                          "2026-01-31T12:00:00+01:00Z",
                          "2026-01-31T12:00:00CET",
                          "--2026-01-31",
                          "+2026-01-31",
                          "1000000000-01-01",
                          "2026-01-31\0"_text,
                          "1\0"_text};
  for (const Text text : bad) EXPECT(!is_date(text));
}

DUAL_TEST_CASE("dates are compared as points in time") {
  EXPECT(order("2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z") == -1);  // op-29
  EXPECT(order("2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z") == 0);   // op-31, op-32
  EXPECT(order("2026-06-01T02:00:00+02:00", "2026-06-01T00:00:00Z") == 0);
  EXPECT(order("2026-06-01T00:00:00Z", "1780272000") == 0);
  EXPECT(order("2026-06-01T00:00:00.5Z", "2026-06-01T00:00:00Z") == 1);
  EXPECT(order("2026-06-01T00:00:00.25Z", "2026-06-01T00:00:00.5Z") == -1);
  EXPECT(order("2026-06-01T00:00:00.9Z", "2026-06-01T00:00:01Z") == -1);
  EXPECT(order("1969-12-31T23:59:59.5Z", "1970-01-01T00:00:00Z") == -1);
  EXPECT(order("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z") == 1);
  EXPECT(order("-0001-01-01", "0001-01-01") == -1);
  EXPECT(order("999999999-12-31T23:59:59Z", "-999999999-01-01") == 1);
}

DUAL_TEST_CASE("the order of dates is total") {
  constexpr Date ordered[] = {{INT64_MIN, 0}, {-1, 0}, {-1, 999999999}, {0, 0}, {0, 1}, {1, 0}, {INT64_MAX, 999999999}};
  for (const Date& left : ordered) {
    for (const Date& right : ordered) {
      const int expected = &left < &right ? -1 : &left > &right ? 1 : 0;
      const int result = Date::compare(left, right);
      EXPECT((result < 0) == (expected < 0));
      EXPECT((result > 0) == (expected > 0));
    }
  }
}

DUAL_TEST_CASE("reading a date again replaces the old one") {
  Date date;
  EXPECT(parse_date("2026-06-01T00:00:00.5Z", date));
  EXPECT(parse_date("1970-01-02", date));
  EXPECT(date.seconds == day);
  EXPECT(date.nanoseconds == 0);
}

TEST_CASE("every day of thirteen centuries is one more than the day before it") {
  std::int64_t days = -135140;  // from 1600-01-01 to 1970-01-01
  int wrong = 0;
  for (int year = 1600; year < 2900; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const std::string start = padded(year, 4) + '-' + padded(month, 2) + '-';
      for (int date = 1; date <= days_of(year, month); ++date, ++days) {
        if (!is(start + padded(date, 2), days * day)) ++wrong;
        if (date == 1 && !is(start.substr(0, 7), days * day)) ++wrong;
      }
      if (is_date(start + "00") || is_date(start + padded(days_of(year, month) + 1, 2))) ++wrong;
    }
  }
  CHECK(wrong == 0);
  CHECK(days == 339676);  // three times 146097 and a century of 36525, less what lies before 1970
}

TEST_CASE("every second of a day, in every zone of whole minutes") {
  int wrong = 0;
  for (int second = 0; second < day; ++second) {
    const std::string clock =
        padded(second / 3600, 2) + ':' + padded(second / 60 % 60, 2) + ':' + padded(second % 60, 2);
    if (!is("1970-01-01T" + clock + 'Z', second)) ++wrong;
  }
  for (int minute = 0; minute < 1440; ++minute) {
    const std::string zone = padded(minute / 60, 2) + ':' + padded(minute % 60, 2);
    if (!is("1970-01-02T00:00:00+" + zone, day - minute * 60)) ++wrong;
    if (!is("1970-01-02T00:00:00-" + zone, day + minute * 60)) ++wrong;
  }
  CHECK(wrong == 0);
}

DUAL_TEST_CASE("a date is printed with all its parts, and reads as the same date") {
  const struct {
    std::int64_t seconds;
    whence::Text text;
  } rows[] = {{0, "1970-01-01T00:00:00Z"},
              {-1, "1969-12-31T23:59:59Z"},
              {951782400, "2000-02-29T00:00:00Z"},
              {1795564800, "2026-11-25T00:00:00Z"},
              {4107542399, "2100-02-28T23:59:59Z"},
              {4107542400, "2100-03-01T00:00:00Z"},
              {-62167219200, "0000-01-01T00:00:00Z"},
              {253402300799, "9999-12-31T23:59:59Z"}};
  for (const auto& row : rows) {
    whence::FixedText<21> printed;
    whence::Date read;
    EXPECT(whence::print_date(row.seconds, printed));
    EXPECT(printed.view() == row.text);
    EXPECT(whence::parse_date(printed.view(), read));
    EXPECT(read.seconds == row.seconds);
  }
  whence::FixedText<21> printed;
  EXPECT(!whence::print_date(-62167219201, printed));
  EXPECT(!whence::print_date(253402300800, printed));
}
