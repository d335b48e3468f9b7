#pragma once

#include <QObject>
#include <optional>

namespace footlight::client {
class RelayClient;
}
namespace footlight::models {
class ChatModel;
}

namespace footlight::studio {

/// One's own channel as the relay tells of it: its chat, its viewers, its title. Follows whoever is signed
/// in. Lives on the window's thread.
class StudioFeed final : public QObject {
    Q_OBJECT
public:
    StudioFeed(client::RelayClient& relay, models::ChatModel& chat, QObject* parent = nullptr);

    void say(const QString& text);
    void saveTitle(const QString& title);
    [[nodiscard]] std::optional<qint64> viewers() const { return viewers_; }
    [[nodiscard]] QString channel() const { return channel_; }

Q_SIGNALS:
    /// Empty after signing out.
    void channelChanged(const QString& channel);
    void viewersChanged(std::optional<qint64> viewers);
    void titleTold(const QString& title);
    /// An empty `problem` is success.
    void titleSaved(const QString& problem);

private:
    void wireChat();
    void follow(const QString& channel, const QString& user);
    void setViewers(std::optional<qint64> viewers);

    client::RelayClient& relay_;
    models::ChatModel& chat_;
    QString channel_;
    QString user_;
    std::optional<qint64> viewers_;
};

}  // namespace footlight::studio
