#include "core/relay/hub/calendar.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kLine = 75;  ///< octets without the line's end, RFC 5545 3.1

/// RFC 5545 3.3.11. Nothing else may stand in a text than what is not a control character.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7f') {
            out += c;
        }
    }
    return out;
}

/// Cut between characters; each further line begins with a space.
void add(std::string& to, std::string_view line) {
    auto room = kLine;
    while (line.size() > room) {
        auto cut = room;
        while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) {
            --cut;
        }
        to += std::string(line.substr(0, cut)) + "\r\n ";
        line.remove_prefix(cut);
        room = kLine - 1;
    }
    to += std::string(line) + "\r\n";
}

/// "20261121T160000Z".
std::string stamp(UtcTime at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

}  // namespace

std::string calendarOf(const std::string& channel, const std::vector<ScheduleEntry>& entries,
                       const std::string& host, UtcTime now) {
    std::string text;
    add(text, "BEGIN:VCALENDAR");
    add(text, "VERSION:2.0");
    add(text, "PRODID:-//Footlight//Footlight//EN");
    add(text, "X-WR-CALNAME:" + escaped(channel));
    for (const auto& entry : entries) {
        add(text, "BEGIN:VEVENT");
        add(text, "UID:" + entry.id.text() + "@" + escaped(host));
        add(text, "DTSTAMP:" + stamp(now));
        add(text, "LAST-MODIFIED:" + stamp(entry.changedAt));
        add(text, "DTSTART:" + stamp(entry.startsAt));
        add(text, "DTEND:" + stamp(entry.endsAt));
        add(text, "SUMMARY:" + escaped(entry.title));
        if (!entry.category.empty()) {
            add(text, "CATEGORIES:" + escaped(entry.category));
        }
        add(text, "END:VEVENT");
    }
    add(text, "END:VCALENDAR");
    return text;
}

}  // namespace footlight::relay::hub
