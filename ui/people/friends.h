#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "core/client/community_api.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

/// One's friends, whom one has asked, and who asks. On the window's thread; the relay outlives it.
class Friends final : public QObject {
    Q_OBJECT
public:
    explicit Friends(client::RelayClient& relay, QObject* parent = nullptr);

    /// Sorted by name.
    [[nodiscard]] const std::vector<wire::Friend>& all() const { return all_; }
    [[nodiscard]] bool isSignedIn() const;
    void setShown(bool isShown);
    void refresh();

    /// Asks; the reply says why not.
    void ask(const QString& name, client::Reply<> reply);
    /// Says yes to who asks.
    void accept(const QString& name);
    /// Turns down who asks, or takes back what was asked.
    void decline(const QString& name);
    /// Off the list now, at the relay with finishRemoval(); until then undoRemoval() brings them back.
    void remove(const QString& name);
    void undoRemoval();
    void finishRemoval();

Q_SIGNALS:
    void changed();
    /// It can be taken back by now.
    void removed(const QString& name);
    /// What was asked was not done; for people.
    void failed(const QString& message);

private:
    client::Reply<> settling();
    void show(std::vector<wire::Friend> all);

    client::RelayClient& relay_;
    client::CommunityApi api_;
    std::vector<wire::Friend> all_;
    std::optional<wire::Friend> removal_;
    QTimer pulse_;
    int run_ = 0;
};

}  // namespace footlight::people
