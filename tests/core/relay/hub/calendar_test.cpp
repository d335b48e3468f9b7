#include "core/relay/hub/calendar.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {
namespace {

using std::chrono::hours;

constexpr UtcTime kStart{std::chrono::milliseconds{1'795'276'800'000}};

ScheduleEntry entry(const std::string& title, const std::string& category = "") {
    return {ScheduleEntryId::make(kStart), kStart, kStart + hours{2}, title, category, kStart - hours{1}};
}

/// What Debian's icalendar reads of a calendar: each event's title, category, begin and end, one a line.
std::string readBack(const std::string& calendar) {
    const tests::TempDir folder;
    const auto file = (folder / "schedule.ics").string();
    std::ofstream(file, std::ios::binary) << calendar;
    const auto read = tests::run(
        {"/usr/bin/python3", "-c",
         "import sys, icalendar\n"
         "c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n"
         "print(c['VERSION'], c['X-WR-CALNAME'])\n"
         "for e in c.walk('VEVENT'):\n"
         "    k = e.get('CATEGORIES')\n"
         "    print(e['SUMMARY'], '|', ','.join(str(x) for x in k.cats) if k else '', '|',\n"
         "          e.decoded('DTSTART').isoformat(), e.decoded('DTEND').isoformat(), '|', '@' in e['UID'],\n"
         "          'DTSTAMP' in e)\n",
         file});
    EXPECT_EQ(read.exitCode, 0) << read.output;
    return read.output;
}

TEST(Calendar, IsReadByOthersAsItWasMeant) {
    const auto text = calendarOf("Ada", {entry("Maths; part 1, \\ \"sums\"", "science, art"), entry("Music")},
                                 "relay.example", kStart);
    EXPECT_EQ(
        readBack(text),
        "2.0 Ada\n"
        "Maths; part 1, \\ \"sums\" | science, art | 2026-11-21T16:00:00+00:00 2026-11-21T18:00:00+00:00 | "
        "True True\n"
        "Music |  | 2026-11-21T16:00:00+00:00 2026-11-21T18:00:00+00:00 | True True\n");
}

TEST(Calendar, LongLinesAreFoldedBetweenCharacters) {
    std::string title;
    for (int i = 0; i < 60; ++i) {
        title += "☀ü";
    }
    const auto text = calendarOf("Ada", {entry(title)}, "relay.example", kStart);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - at, 75U);
        at = end + 2;
    }
    EXPECT_NE(readBack(text).find(title), std::string::npos);
}

TEST(Calendar, NoTitleBecomesALineOfItsOwn) {
    const auto text = calendarOf("Ada", {entry("x\r\nEND:VEVENT\r\nBEGIN:VALARM")}, "relay.example", kStart);
    EXPECT_EQ(text.find("\r\nBEGIN:VALARM"), std::string::npos);
    EXPECT_NE(readBack(text).find("END:VEVENT"), std::string::npos) << "as a part of the title";
}

TEST(Calendar, MayBeEmpty) {
    EXPECT_EQ(readBack(calendarOf("Ada", {}, "relay.example", kStart)), "2.0 Ada\n");
}

}  // namespace
}  // namespace footlight::relay::hub
