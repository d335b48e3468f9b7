#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "core/client/community_api.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

/// The relay's channels as somebody looks around in them: those that fit what is searched and filtered, and
/// the categories and tags to filter by. Asks again while it is looked at, and at once when a channel goes
/// live; typing waits for its end, and an older question is given up. On the window's thread; the relay
/// outlives it.
class Directory final : public QObject {
    Q_OBJECT
public:
    explicit Directory(client::RelayClient& relay, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<wire::DirectoryItem>& live() const { return live_; }
    [[nodiscard]] const std::vector<wire::DirectoryItem>& offline() const { return offline_; }
    /// The most frequent first, at most eight each; of everything, whatever is filtered.
    [[nodiscard]] const QStringList& categories() const { return categories_; }
    [[nodiscard]] const QStringList& tags() const { return tags_; }
    [[nodiscard]] const client::DirectoryQuery& query() const { return query_; }

    /// Asked for 250 ms after the last call.
    void search(const QString& words);
    /// Empty: all.
    void filterCategory(const QString& category);
    void filterTag(const QString& tag);
    void setShown(bool isShown);
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void take(std::vector<wire::DirectoryItem> items, bool isAll);

    client::RelayClient& relay_;
    client::CommunityApi api_;
    client::DirectoryQuery query_;
    client::PendingRequest pending_;
    std::vector<wire::DirectoryItem> live_;
    std::vector<wire::DirectoryItem> offline_;
    QStringList categories_;
    QStringList tags_;
    QTimer typing_;
    QTimer pulse_;
    int run_ = 0;
};

}  // namespace footlight::people
