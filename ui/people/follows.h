#pragma once

#include <QObject>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/client/community_api.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

/// The channels that one follows: fetched when somebody signs in and when one of them goes live or ends.
/// Made by the app, on the window's thread; the relay outlives it.
class Follows final : public QObject {
    Q_OBJECT
public:
    explicit Follows(client::RelayClient& relay, QObject* parent = nullptr);

    /// Sorted by name.
    [[nodiscard]] const std::vector<wire::Followed>& all() const { return all_; }
    [[nodiscard]] bool has(const QString& channel) const;
    /// The same, or nothing where the relay has not told yet, or not of so many.
    [[nodiscard]] std::optional<bool> known(const QString& channel) const;
    /// Somebody is signed in, and it is not their own channel.
    [[nodiscard]] bool canFollow(const QString& channel) const;
    /// Shown at once; taken back where the relay refuses.
    void follow(const QString& channel);
    void unfollow(const QString& channel);
    void refresh();

Q_SIGNALS:
    void changed();
    /// What was asked was not done; for people. Empty once it is.
    void failed(const QString& message);

private:
    void forget();
    client::Reply<> settling();

    client::RelayClient& relay_;
    client::CommunityApi api_;
    std::vector<wire::Followed> all_;
    bool isKnown_ = false;  ///< the relay has told
    int run_ = 0;           ///< an answer that was asked for before a change is out of date
};

}  // namespace footlight::people
