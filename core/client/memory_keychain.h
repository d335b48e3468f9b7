#pragma once

#include <map>

#include "core/client/keychain.h"

namespace footlight::client {

/// Keeps secrets for as long as it lives and no longer: for a run that is to leave nothing behind.
class MemoryKeychain final : public Keychain {
public:
    void read(const QString& name, Reply<std::optional<Secret>> reply) override {
        const auto found = entries_.find(name);
        reply(found == entries_.end() ? std::nullopt : std::optional(found->second));
    }
    void write(const QString& name, const Secret& secret, Reply<> reply) override {
        entries_[name] = secret;
        reply({});
    }
    void remove(const QString& name, Reply<> reply) override {
        entries_.erase(name);
        reply({});
    }

private:
    std::map<QString, Secret> entries_;
};

}  // namespace footlight::client
