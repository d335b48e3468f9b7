#pragma once

#include "core/relay/ports/account_data_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// What all tables hold of one person. One thread at a time; owned by Database.
class AccountData final : public relay::AccountDataStore {
public:
    explicit AccountData(soci::session& sql) : sql_(sql) {}

    Result<std::vector<relay::OwnMessage>> messages(UserId user, std::optional<MessageId> after,
                                                    std::size_t limit) override;
    Result<relay::OwnAudience> audience(UserId user) override;
    Result<> erase(UserId user, const std::string& name) override;
    Result<bool> eraseSome(std::size_t rows) override;

private:
    struct Erasure;
    void eraseLines(const Erasure& erasure, long long rows);
    bool eraseNotifications(const Erasure& erasure, long long rows);
    void eraseMentions(const Erasure& erasure, long long rows);
    bool showsWatching(const std::string& user);
    std::vector<relay::OwnAudience::Vote> votes(const std::string& user);
    std::vector<relay::OwnAudience::Question> questions(const std::string& user);
    std::vector<relay::OwnAudience::Upvote> upvotes(const std::string& user);
    std::vector<relay::OwnAudience::Role> roles(const std::string& user);
    std::vector<relay::OwnAudience::Restriction> restrictions(const std::string& user);

    soci::session& sql_;
};

}  // namespace footlight::store
