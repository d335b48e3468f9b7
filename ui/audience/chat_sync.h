#pragma once

#include <QObject>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "ui/audience/chat_archive.h"
#include "ui/audience/chat_timeline.h"

namespace footlight::audience {

/// Whether chat waits for the picture.
enum class SyncChoice {
    Automatic,  ///< where the picture is over 3 s behind
    On,
    Off,
};

/// What is on screen at one moment.
struct PictureMoment {
    std::optional<UtcTime> capturedAt;  ///< by the relay's clock; nothing where no picture is shown
    std::optional<std::chrono::milliseconds> behind;  ///< the capture, when the picture was shown
};

/// Holds chat to the play head: what is said is shown when the picture of that moment is. Going back shows
/// chat as of then, catching up shows it all. A recording's chat is nothing but this. What lies outside of
/// what was heard comes from an archive, fetched ahead. Lives on the window's thread.
class ChatSync final : public QObject {
    Q_OBJECT
public:
    /// The clock outlives it.
    explicit ChatSync(const Clock& clock, QObject* parent = nullptr);

    enum class Kind {
        Live,       ///< lines are heard as they are said
        Recording,  ///< all of them come from the archive
    };
    /// Another room, without a word in it yet.
    void begin(Kind kind, std::unique_ptr<ChatArchive> archive);
    void end();

    /// The last that was said in the room; what was held is forgotten. `isAll`: nothing was said before.
    void showHistory(const std::vector<wire::ChatMessage>& lines, bool isAll);
    void hear(const wire::ChatMessage& line, bool isOwn);
    /// The same for lines that are not shown yet.
    void edit(const wire::ChatMessage& line) { timeline_.edit(line); }
    void remove(MessageId id) { timeline_.remove(id); }
    void removeOf(const std::optional<UserId>& user) { timeline_.removeOf(user); }

    /// A few times a second.
    void follow(const PictureMoment& moment);

    void setChoice(SyncChoice choice);
    [[nodiscard]] SyncChoice choice() const { return choice_; }
    /// Chat comes so much later than its picture; earlier where negative. Within 30 s.
    void setOffset(std::chrono::seconds offset);
    [[nodiscard]] std::chrono::seconds offset() const { return offset_; }
    static constexpr std::chrono::seconds kMostOffset{30};

    [[nodiscard]] bool isRecording() const { return kind_ == Kind::Recording; }
    [[nodiscard]] bool isHeld() const { return isHeld_; }
    /// How many lines wait for their picture.
    [[nodiscard]] std::size_t waiting() const { return isHeld_ ? timeline_.waiting() : 0; }
    /// The moment whose chat is shown, while it is held.
    [[nodiscard]] std::optional<UtcTime> head() const { return isHeld_ ? head_ : std::nullopt; }

Q_SIGNALS:
    void released(const footlight::wire::ChatMessage& line);
    void replaced(const std::vector<footlight::wire::ChatMessage>& lines);
    /// isHeld() is another.
    void heldChanged(bool isHeld);

private:
    /// From when until when all that was said is in the timeline.
    struct Covered {
        UtcTime from = UtcTime::max();
        UtcTime to = UtcTime::max();
    };
    [[nodiscard]] bool shallHold(const PictureMoment& moment) const;
    [[nodiscard]] bool hearsAll() const { return covered_.to == UtcTime::max(); }
    /// Until when is shown: where chat is held, as far as the picture is, but not beyond what is whole.
    [[nodiscard]] UtcTime shownTo() const;
    void letGo();
    void beginAnew();
    void trim();
    void reach(UtcTime head);
    enum class Use { InPlace, Beside };  ///< of what was fetched: in place of what is held, or beside it
    struct Wish {
        UtcTime from;
        UtcTime to;
        Use use = Use::Beside;
        ChatArchive::Part part = ChatArchive::Part::Any;
        UtcTime coversTo = UtcTime::min();  ///< what follows `to` is there until then
    };
    void fetch(Wish wish);
    void take(ChatStretch stretch, const Wish& wish);

    const Clock& clock_;
    ChatTimeline timeline_;
    std::unique_ptr<ChatArchive> archive_;
    Covered covered_;
    SyncChoice choice_ = SyncChoice::Automatic;
    std::chrono::seconds offset_{0};
    bool isHeld_ = false;
    bool isAnew_ = false;  ///< what is shown no longer fits, whether or not the head has moved
    Kind kind_ = Kind::Live;
    std::optional<UtcTime> head_;  ///< of the last picture, even while there is none
    std::optional<UtcTime> now_;   ///< the relay's, when that was shown
    SteadyTime lastPicture_{};
    bool isFetching_ = false;
    bool comesBack_ = false;  ///< what is missing until now is asked for: lines that are heard fit again
    bool lacksLast_ = false;  ///< what was said last is to be fetched: the archive's lines are shown no more
    SteadyTime askAgainAt_{};
    int room_ = 0;
};

}  // namespace footlight::audience
