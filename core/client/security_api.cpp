#include "core/client/security_api.h"

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::client {

SecurityApi::SecurityApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void SecurityApi::fetchSessions(Reply<std::vector<wire::SessionInfo>> reply) {
    Reply<wire::SessionList> unwrap(this, [reply = std::move(reply)](Result<wire::SessionList> list) mutable {
        reply(std::move(list).map([](wire::SessionList all) { return std::move(all.items); }));
    });
    relay_.request({"GET", QStringLiteral("/me/sessions")}, parsing(this, std::move(unwrap)));
}

void SecurityApi::endSession(SessionId id, Reply<> reply) {
    relay_.request({"DELETE", QStringLiteral("/me/sessions/") + QString::fromStdString(id.text())},
                   ignoring(this, std::move(reply)));
}

void SecurityApi::endOtherSessions(Reply<> reply) {
    relay_.request({"DELETE", QStringLiteral("/me/sessions")}, ignoring(this, std::move(reply)));
}

void SecurityApi::startSecondStep(const std::optional<Secret>& password, Reply<wire::SecondStepKey> reply) {
    const wire::PasswordProof proof{password};
    relay_.request({"POST", QStringLiteral("/me/second-step"), bytesOf(wire::toJson(proof))},
                   parsing(this, std::move(reply)));
}

void SecurityApi::confirmSecondStep(const QString& code, Reply<wire::RecoveryCodes> reply) {
    const wire::SecondStepCode typed{code.toStdString()};
    relay_.request({"POST", QStringLiteral("/me/second-step/confirm"), bytesOf(wire::toJson(typed))},
                   parsing(this, std::move(reply)));
}

void SecurityApi::endSecondStep(const wire::SecondStepOff& proof, Reply<> reply) {
    relay_.request({"POST", QStringLiteral("/me/second-step/off"), bytesOf(wire::toJson(proof))},
                   ignoring(this, std::move(reply)));
}

}  // namespace footlight::client
