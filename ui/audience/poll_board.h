#pragma once

#include <QStringList>
#include <chrono>
#include <optional>

#include "ui/audience/room_link.h"

namespace footlight::audience {

/// A poll as its maker writes it; a quiz where one choice is right.
struct PollDraft {
    static constexpr int kLeastOptions = 2;
    static constexpr int kMostOptions = 6;
    QString question;
    QStringList options;
    std::optional<int> right{};
    std::chrono::seconds time{std::chrono::minutes{2}};

    /// What is wrong with it, for people; empty where nothing is.
    [[nodiscard]] QString problem() const;
    /// As a command of the chat.
    [[nodiscard]] QString command() const;
};

/// The poll of a room: what the relay tells of it, our own vote, and making one. The RoomLink outlives it.
class PollBoard final : public QObject {
    Q_OBJECT
public:
    explicit PollBoard(RoomLink& link, QObject* parent = nullptr);

    /// The newest, open or over; nothing once the room is another.
    [[nodiscard]] const std::optional<wire::Poll>& poll() const { return poll_; }
    [[nodiscard]] bool isOpen() const { return poll_ && poll_->open; }
    /// Our own choice, as far as this connection knows.
    [[nodiscard]] std::optional<std::int64_t> voted() const { return voted_; }
    [[nodiscard]] std::int64_t votes() const;
    /// Until it closes, never below 0.
    [[nodiscard]] std::chrono::milliseconds left() const;
    [[nodiscard]] bool mayMake() const { return link_.moderates(); }

    /// Nothing happens where one has voted already or nothing is open.
    void vote(std::int64_t option);
    void start(const PollDraft& draft);
    void end();

Q_SIGNALS:
    void changed();
    /// One of ours is open now.
    void started();
    /// What was asked for was not done; for people.
    void refused(const QString& sentence);

private:
    void take(const wire::Poll& poll);
    void answerOf(const QString& problem);

    RoomLink& link_;
    std::optional<wire::Poll> poll_;
    std::optional<std::int64_t> voted_;
    bool isVoting_ = false;
};

}  // namespace footlight::audience
