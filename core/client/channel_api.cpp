#include "core/client/channel_api.h"

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::client {
namespace {

constexpr qint64 kSlateBytes = 50LL * 1024 * 1024;
constexpr std::chrono::minutes kUploadWithin{5};

QString pathOf(const QString& channel, const char* part) {
    return QStringLiteral("/channels/%1/%2").arg(segment(channel), QLatin1String(part));
}

}  // namespace

ChannelApi::ChannelApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void ChannelApi::fetchSettings(const QString& channel, Reply<wire::ChannelSettings> reply) {
    relay_.request({"GET", pathOf(channel, "settings")}, parsing(this, std::move(reply)));
}

void ChannelApi::changeSettings(const QString& channel, const wire::ChannelSettingsPatch& patch,
                                Reply<wire::ChannelSettings> reply) {
    relay_.request({"PATCH", pathOf(channel, "settings"), bytesOf(wire::toJson(patch))},
                   parsing(this, std::move(reply)));
}

void ChannelApi::fetchSlate(const QString& channel, Reply<QByteArray> reply) {
    ApiRequest asked{"GET", pathOf(channel, "slate")};
    asked.deadline = kUploadWithin;
    asked.answerAtMost = kSlateBytes;
    relay_.request(std::move(asked), std::move(reply));
}

void ChannelApi::setSlate(const QString& channel, const QByteArray& bytes, Reply<> reply) {
    ApiRequest asked{"PUT", pathOf(channel, "slate"), bytes};
    asked.contentType = QByteArrayLiteral("application/octet-stream");
    asked.deadline = kUploadWithin;
    relay_.request(std::move(asked), ignoring(this, std::move(reply)));
}

void ChannelApi::removeSlate(const QString& channel, Reply<> reply) {
    relay_.request({"DELETE", pathOf(channel, "slate")}, ignoring(this, std::move(reply)));
}

void ChannelApi::fetchIngest(const QString& channel, Reply<wire::IngestAddresses> reply) {
    relay_.request({"GET", pathOf(channel, "ingest")}, parsing(this, std::move(reply)));
}

void ChannelApi::chooseInput(const QString& channel, wire::IngestSlot slot, Reply<> reply) {
    relay_.request({"POST", pathOf(channel, "input"), bytesOf(wire::toJson(wire::InputChoice{slot}))},
                   ignoring(this, std::move(reply)));
}

void ChannelApi::makeLink(const QString& channel, qint64 hours, Reply<wire::PlaybackLink> reply) {
    relay_.request({"POST", pathOf(channel, "links"), bytesOf(wire::toJson(wire::LinkRequest{hours}))},
                   parsing(this, std::move(reply)));
}

}  // namespace footlight::client
