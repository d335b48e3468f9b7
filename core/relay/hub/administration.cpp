#include "core/relay/hub/administration.h"

#include "core/accounts/credential.h"
#include "core/accounts/name.h"
#include "core/accounts/password.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"

namespace footlight::relay::hub {
namespace {

Result<accounts::Channel> existing(ChannelStore& store, const std::string& name) {
    auto found = store.find(name);
    if (!found) {
        return fail(std::move(found.error()));
    }
    if (!*found) {
        return fail(ErrorCategory::NotFound, "channel.unknown",
                    "There is no channel " + name + ". Make it with: footlight-relay channel add " + name);
    }
    return std::move(**found);
}

Result<Secret> giveKey(ChannelStore& store, ChannelId channel, UtcTime now) {
    auto key = accounts::makeStreamKey();
    auto stored = store.setKey(channel, {sha256Hex(key.reveal()), now});
    if (!stored) {
        return fail(std::move(stored.error()));
    }
    return key;
}

}  // namespace

Result<> Administration::addUser(const std::string& name, const Secret& password) {
    if (auto good = accounts::checkName(name); !good) {
        return good;
    }
    if (auto good = accounts::checkPassword(password, name); !good) {
        return good;
    }
    auto hash = accounts::hashPassword(password, accounts::HashCost::forThisMachine());
    if (!hash) {
        return fail(std::move(hash.error()));
    }
    const auto isFirst = stores_.accounts.isEmpty();
    if (!isFirst) {
        return fail(isFirst.error());
    }
    const auto role = *isFirst ? AccountRole::Owner : AccountRole::Member;
    auto made =
        stores_.accounts.create({name, std::move(*hash), role, clock_.utcNow()}, UnownedChannel::Adopt);
    return made ? Result<>{} : fail(std::move(made.error()));
}

Result<Secret> Administration::addChannel(const std::string& name) {
    if (auto good = accounts::checkName(name); !good) {
        return fail(std::move(good.error()));
    }
    auto channel = stores_.channels.create({name, std::nullopt, clock_.utcNow()});
    if (!channel) {
        return fail(std::move(channel.error()));
    }
    return giveKey(stores_.channels, channel->id, clock_.utcNow());
}

Result<Secret> Administration::rotateKey(const std::string& channel) {
    auto found = existing(stores_.channels, channel);
    if (!found) {
        return fail(std::move(found.error()));
    }
    return giveKey(stores_.channels, found->id, clock_.utcNow());
}

Result<std::optional<KeyInfo>> Administration::keyInfo(const std::string& channel) {
    const auto found = existing(stores_.channels, channel);
    if (!found) {
        return fail(found.error());
    }
    auto key = stores_.channels.key(found->id);
    if (!key) {
        return fail(std::move(key.error()));
    }
    return *key ? std::optional(KeyInfo{accounts::fingerprint((*key)->keyHash), (*key)->createdAt})
                : std::nullopt;
}

}  // namespace footlight::relay::hub
