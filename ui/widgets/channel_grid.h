#pragma once

#include "ui/widgets/card_grid.h"

namespace footlight::widgets {

/// Channels as cards. Reads the roles "name", "title", "viewers" and "startedAt" of any model, and "isLive",
/// "category", "followers" and "picture" (a QPixmap) where it has them; without "isLive" all are live.
class ChannelGrid final : public CardGrid {
    Q_OBJECT
public:
    explicit ChannelGrid(QWidget* parent = nullptr);

Q_SIGNALS:
    void channelChosen(const QString& name);

protected:
    [[nodiscard]] int heightOf(int width) const override;
};

}  // namespace footlight::widgets
