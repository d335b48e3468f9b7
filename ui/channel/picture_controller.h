#pragma once

#include <QImage>
#include <QObject>
#include <QPixmap>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "core/client/page_api.h"
#include "core/client/transfer.h"
#include "ui/channel/picture_file.h"
#include "ui/pictures/picture_store.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::channel {

/// The two pictures of one's own channel: fetched for whoever is signed in, sent and removed. On the window's
/// thread; the relay and its pictures outlive it.
class PictureController final : public QObject {
    Q_OBJECT
public:
    using Kind = PictureKind;

    PictureController(client::RelayClient& relay, pictures::Pictures& pictures, QObject* parent = nullptr);

    void refresh();
    [[nodiscard]] const QString& channel() const { return channel_; }
    /// Null where there is none, or it is not here yet.
    [[nodiscard]] QPixmap picture(Kind kind);
    [[nodiscard]] bool hasPicture(Kind kind) const;
    [[nodiscard]] bool isSending(Kind kind) const { return stateOf(kind).sending != nullptr; }

    /// Takes the place of the former one once the relay has it. saved() or failed() follows, unless
    /// cancelled.
    void send(Kind kind, const QImage& picture);
    void cancel(Kind kind);
    /// Out of sight now, at the relay with finishRemoval(); until then undoRemoval() brings it back, and so
    /// does signing out.
    void remove(Kind kind);
    void undoRemoval();
    void finishRemoval();

Q_SIGNALS:
    /// The picture, or whether one is being sent.
    void changed(footlight::channel::PictureKind kind);
    /// Of 100, of what is being sent.
    void progressed(footlight::channel::PictureKind kind, int percent);
    void saved();
    void removed(footlight::channel::PictureKind kind);
    /// Somebody else is signed in, or nobody; a removal that was not finished is none.
    void channelChanged();
    /// What was asked was not done; for people.
    void failed(footlight::channel::PictureKind kind, const QString& message);

private:
    struct State {
        std::string hash;  ///< empty: none
        /// While one is being sent.
        std::unique_ptr<client::Transfer> sending;
        int run = 0;  ///< an answer to a former question is out of date
    };

    void follow(const QString& channel);
    [[nodiscard]] State& stateOf(Kind kind) { return states_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const State& stateOf(Kind kind) const { return states_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] pictures::PictureStore& storeOf(Kind kind);
    void take(Kind kind, const std::optional<std::string>& hash);
    /// An empty `problem` is success.
    void sent(Kind kind, const QString& problem, const QImage& picture);
    /// Asks the relay by which hash it keeps what it has just taken.
    void learnHash(Kind kind, const QImage& picture);
    [[nodiscard]] QString pathOf(Kind kind) const;
    /// Others' views of it are by the channel's name.
    void forgetFace(Kind kind, const QString& channel);

    client::RelayClient& relay_;
    pictures::Pictures& pictures_;
    client::PageApi api_;
    QString channel_;
    std::array<State, 2> states_;
    std::optional<Kind> removal_;
};

}  // namespace footlight::channel
