#include "core/client/routes_api.h"

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::client {
namespace {

QString listOf(const QString& channel, const char* kind) {
    return QStringLiteral("/channels/%1/%2").arg(segment(channel), QLatin1String(kind));
}

template <typename SomeId>
QString placeOf(const QString& channel, const char* kind, SomeId id) {
    return listOf(channel, kind) + QLatin1Char('/') + QString::fromStdString(id.text());
}

}  // namespace

RoutesApi::RoutesApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void RoutesApi::fetchTargets(const QString& channel, Reply<std::vector<wire::Target>> reply) {
    Reply<wire::TargetList> unwrap(this, [reply = std::move(reply)](Result<wire::TargetList> list) mutable {
        reply(std::move(list).map([](wire::TargetList all) { return std::move(all.items); }));
    });
    relay_.request({"GET", listOf(channel, "targets")}, parsing(this, std::move(unwrap)));
}

void RoutesApi::addTarget(const QString& channel, const wire::NewTarget& target, Reply<wire::Target> reply) {
    relay_.request({"POST", listOf(channel, "targets"), bytesOf(wire::toJson(target))},
                   parsing(this, std::move(reply)));
}

void RoutesApi::changeTarget(const QString& channel, TargetId id, const wire::TargetPatch& patch,
                             Reply<wire::Target> reply) {
    relay_.request({"PATCH", placeOf(channel, "targets", id), bytesOf(wire::toJson(patch))},
                   parsing(this, std::move(reply)));
}

void RoutesApi::removeTarget(const QString& channel, TargetId id, Reply<> reply) {
    relay_.request({"DELETE", placeOf(channel, "targets", id)}, ignoring(this, std::move(reply)));
}

void RoutesApi::fetchInputs(const QString& channel, Reply<std::vector<wire::ChannelInput>> reply) {
    Reply<wire::ChannelInputList> unwrap(
        this, [reply = std::move(reply)](Result<wire::ChannelInputList> list) mutable {
            reply(std::move(list).map([](wire::ChannelInputList all) { return std::move(all.items); }));
        });
    relay_.request({"GET", listOf(channel, "inputs")}, parsing(this, std::move(unwrap)));
}

void RoutesApi::addInput(const QString& channel, const wire::NewChannelInput& input,
                         Reply<wire::ChannelInput> reply) {
    relay_.request({"POST", listOf(channel, "inputs"), bytesOf(wire::toJson(input))},
                   parsing(this, std::move(reply)));
}

void RoutesApi::changeInput(const QString& channel, InputId id, const wire::ChannelInputPatch& patch,
                            Reply<wire::ChannelInput> reply) {
    relay_.request({"PATCH", placeOf(channel, "inputs", id), bytesOf(wire::toJson(patch))},
                   parsing(this, std::move(reply)));
}

void RoutesApi::removeInput(const QString& channel, InputId id, Reply<> reply) {
    relay_.request({"DELETE", placeOf(channel, "inputs", id)}, ignoring(this, std::move(reply)));
}

}  // namespace footlight::client
