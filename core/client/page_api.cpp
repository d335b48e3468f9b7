#include "core/client/page_api.h"

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::client {
namespace {

QString pathOf(const QString& channel, const QString& part = {}) {
    return QStringLiteral("/channels/%1%2").arg(segment(channel), part);
}

QString entryPath(const QString& channel, ScheduleEntryId id) {
    return pathOf(channel, QStringLiteral("/schedule/") + QString::fromStdString(id.text()));
}

}  // namespace

PageApi::PageApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void PageApi::fetchChannel(const QString& channel, Reply<wire::Channel> reply) {
    relay_.request({"GET", pathOf(channel)}, parsing(this, std::move(reply)));
}

void PageApi::fetchAbout(const QString& channel, Reply<wire::ChannelAbout> reply) {
    relay_.request({"GET", pathOf(channel, QStringLiteral("/page"))}, parsing(this, std::move(reply)));
}

void PageApi::setAbout(const QString& channel, const wire::ChannelAbout& about,
                       Reply<wire::ChannelAbout> reply) {
    relay_.request({"PUT", pathOf(channel, QStringLiteral("/page")), bytesOf(wire::toJson(about))},
                   parsing(this, std::move(reply)));
}

void PageApi::fetchSchedule(const QString& channel, Reply<std::vector<wire::ScheduleEntry>> reply) {
    Reply<wire::ScheduleList> unwrap(
        this, [reply = std::move(reply)](Result<wire::ScheduleList> list) mutable {
            reply(std::move(list).map([](wire::ScheduleList all) { return std::move(all.items); }));
        });
    relay_.request({"GET", pathOf(channel, QStringLiteral("/schedule"))}, parsing(this, std::move(unwrap)));
}

void PageApi::fetchCalendar(const QString& channel, Reply<QByteArray> reply) {
    relay_.request({"GET", pathOf(channel, QStringLiteral("/schedule.ics"))}, std::move(reply));
}

void PageApi::addEntry(const QString& channel, const wire::NewScheduleEntry& entry,
                       Reply<wire::ScheduleEntry> reply) {
    relay_.request({"POST", pathOf(channel, QStringLiteral("/schedule")), bytesOf(wire::toJson(entry))},
                   parsing(this, std::move(reply)));
}

void PageApi::changeEntry(const QString& channel, ScheduleEntryId id, const wire::NewScheduleEntry& entry,
                          Reply<wire::ScheduleEntry> reply) {
    relay_.request({"PUT", entryPath(channel, id), bytesOf(wire::toJson(entry))},
                   parsing(this, std::move(reply)));
}

void PageApi::removeEntry(const QString& channel, ScheduleEntryId id, Reply<> reply) {
    relay_.request({"DELETE", entryPath(channel, id)}, ignoring(this, std::move(reply)));
}

}  // namespace footlight::client
