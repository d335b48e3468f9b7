#pragma once

#include <QColor>
#include <QFont>

#include "ui/theme/metrics.h"

namespace footlight::chatui {

class ChatOptions;
class EmoteStore;

/// How rows look at present: fonts, colours and width, the same for all of a view. Made anew when any of it
/// changes; rows are then laid out anew.
struct RowLook {
    /// `options` and `emotes` may be absent: what is usual, and emotes as their names.
    RowLook(const ChatOptions* options, EmoteStore* emotes, int rowWidth);

    static constexpr int kInset = theme::kGap12;
    static constexpr int kPadding = 3;

    int width;
    bool isHighContrast = false;
    bool showsTime = true;
    bool showsDeleted = false;
    EmoteStore* emotes = nullptr;
    QFont body;
    QFont small;
    int bodySize;  ///< pixels
    QColor background;
    QColor hover;
    QColor tint;  ///< behind what mentions us
    QColor text;
    QColor secondary;
    QColor link;
    QColor accent;
    QColor care;
    qreal leastContrast = 4.5;

    [[nodiscard]] int emoteHeight() const { return bodySize * 2; }
    [[nodiscard]] int badgeSize() const { return bodySize + 2; }
    [[nodiscard]] QColor colourOf(const QString& name, bool isTinted) const;
};

}  // namespace footlight::chatui
