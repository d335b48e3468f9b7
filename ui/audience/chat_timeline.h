#pragma once

#include <QObject>
#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "core/wire/chat.h"

namespace footlight::audience {

/// Chat laid out by time, of which as much is shown as the picture has reached: lines are added as they are
/// heard, and released once the play head passes their moment. Owned by a
/// ChatSync, which keeps it to 2,000 lines, on the window's thread.
class ChatTimeline final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostLines = 2'000;
    /// A chat view holds no more.
    static constexpr std::size_t kMostShown = 500;

    using QObject::QObject;

    /// In place of all that was held; nothing of it is shown before advanceTo(), showAsOf() or releaseAll().
    void replace(const std::vector<wire::ChatMessage>& lines);
    /// Lines between or before those that are held, older than the picture or to come; those that are known
    /// are passed over. What lies behind the play head is shown with the next showAsOf().
    void insert(const std::vector<wire::ChatMessage>& lines);
    /// One that was heard just now. It waits for its moment.
    void add(const wire::ChatMessage& line);
    /// One of our own: shown at once, and from now on a line of the moment that we saw when we said it.
    void addOwn(const wire::ChatMessage& line, std::optional<UtcTime> head);

    /// A line that is not shown yet will be shown like this, or not at all.
    void edit(const wire::ChatMessage& line);
    void remove(MessageId id);
    /// Of one user, or without one all.
    void removeOf(const std::optional<UserId>& user);
    void clear();
    /// What is left whole where too many lines were held, from where or until where.
    struct Kept {
        std::optional<UtcTime> from;
        std::optional<UtcTime> to;
    };
    /// Lines behind `head` go first, the oldest before; then those farthest ahead.
    Kept trim(UtcTime head);

    /// Shows what lies behind `head` and was not shown yet.
    void advanceTo(UtcTime head);
    /// Begins anew with what was said until `head`.
    void showAsOf(UtcTime head);
    void releaseAll();

    [[nodiscard]] std::size_t waiting() const;
    [[nodiscard]] std::size_t size() const { return lines_.size(); }
    [[nodiscard]] std::optional<UtcTime> oldest() const;

Q_SIGNALS:
    void released(const footlight::wire::ChatMessage& line);
    /// What is shown from now on, in place of all that was.
    void replaced(const std::vector<footlight::wire::ChatMessage>& lines);

private:
    struct Line {
        wire::ChatMessage message;
        UtcTime at;  ///< when it belongs to the picture
        bool isShown = false;
    };
    void place(Line line);
    [[nodiscard]] bool knows(MessageId id) const;

    std::deque<Line> lines_;  ///< by `at`
};

}  // namespace footlight::audience
