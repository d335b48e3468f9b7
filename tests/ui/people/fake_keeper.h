#pragma once

#include <vector>

#include "core/client/relay_client.h"
#include "ui/people/account_keeper.h"

namespace footlight::people {

/// An app that signs in at whatever relay the client knows, and remembers nothing.
class FakeKeeper final : public AccountKeeper {
public:
    explicit FakeKeeper(client::RelayClient& relay) : relay_(relay) {}

    void signIn(const wire::SignInRequest& request, client::Reply<> reply) override {
        relay_.api().signIn(request, passedOn(std::move(reply)));
    }
    void signUp(const wire::SignUpRequest& request, client::Reply<> reply) override {
        relay_.api().signUp(request, passedOn(std::move(reply)));
    }
    void signInAsOwner(client::Reply<> reply) override { reply({}); }
    [[nodiscard]] bool isOwnRelay() const override { return false; }
    void signOut() override { relay_.api().signOut(); }
    void readPassword(client::Reply<std::optional<Secret>> reply) override { reply(kept); }
    void passwordChanged() override { ++passwordChanges; }
    void accountDeleted() override {
        ++deletions;
        relay_.api().forgetSession();
    }

    std::optional<Secret> kept;
    int passwordChanges = 0;
    int deletions = 0;

private:
    static client::Reply<wire::Session> passedOn(client::Reply<> reply) {
        return {nullptr, [reply = std::move(reply)](const Result<wire::Session>& session) mutable {
                    reply(session ? Result<>() : Result<>(fail(session.error())));
                }};
    }

    client::RelayClient& relay_;
};

}  // namespace footlight::people
