#include "core/client/recording_api.h"

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::client {
namespace {

constexpr std::size_t kMostRecordings = 500;

QString placeOf(BroadcastId id) { return QStringLiteral("/recordings/") + QString::fromStdString(id.text()); }

}  // namespace

RecordingApi::RecordingApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void RecordingApi::fetchAll(const QString& channel, Reply<std::vector<wire::Recording>> reply) {
    fetchPage(channel, {}, {}, std::move(reply));
}

void RecordingApi::fetchPage(const QString& channel, const QString& page, std::vector<wire::Recording> soFar,
                             Reply<std::vector<wire::Recording>> reply) {
    QString path = QStringLiteral("/channels/%1/recordings?limit=100").arg(segment(channel));
    if (!page.isEmpty()) {
        path += QStringLiteral("&page=") + segment(page);
    }
    Reply<wire::RecordingPage> collect(
        this, [this, channel, all = std::move(soFar),
               reply = std::move(reply)](Result<wire::RecordingPage> next) mutable {
            if (!next) {
                reply(fail(std::move(next.error())));
                return;
            }
            std::move(next->items.begin(), next->items.end(), std::back_inserter(all));
            if (next->next && !next->items.empty() && all.size() < kMostRecordings) {
                fetchPage(channel, QString::fromStdString(*next->next), std::move(all), std::move(reply));
            } else {
                reply(std::move(all));
            }
        });
    relay_.request({"GET", path}, parsing(this, std::move(collect)));
}

void RecordingApi::fetch(BroadcastId id, Reply<wire::Recording> reply) {
    relay_.request({"GET", placeOf(id)}, parsing(this, std::move(reply)));
}

void RecordingApi::change(BroadcastId id, const wire::RecordingPatch& patch, Reply<wire::Recording> reply) {
    relay_.request({"PATCH", placeOf(id), bytesOf(wire::toJson(patch))}, parsing(this, std::move(reply)));
}

void RecordingApi::remove(BroadcastId id, Reply<> reply) {
    relay_.request({"DELETE", placeOf(id)}, ignoring(this, std::move(reply)));
}

void RecordingApi::fetchHoles(BroadcastId id, Reply<std::vector<wire::RecordingHole>> reply) {
    Reply<wire::HoleList> unwrap(this, [reply = std::move(reply)](Result<wire::HoleList> list) mutable {
        reply(std::move(list).map([](wire::HoleList all) { return std::move(all.items); }));
    });
    relay_.request({"GET", placeOf(id) + QStringLiteral("/holes")}, parsing(this, std::move(unwrap)));
}

void RecordingApi::askToFill(BroadcastId id, int number, Reply<wire::FillTicket> reply) {
    relay_.request({"POST", placeOf(id) + QStringLiteral("/holes/%1/fill").arg(number)},
                   parsing(this, std::move(reply)));
}

}  // namespace footlight::client
