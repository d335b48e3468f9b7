#pragma once

#include <QListView>

namespace footlight::widgets {

/// Channels as cards. Reads the roles "name", "title", "viewers" and "startedAt" of any model, and "isLive",
/// "category" and "followers" where it has them; without "isLive" all are live.
class ChannelGrid final : public QListView {
    Q_OBJECT
public:
    explicit ChannelGrid(QWidget* parent = nullptr);

    /// As high as all of its cards, without a scroll bar of its own: for a page that scrolls as a whole.
    /// After setModel().
    void grow();

Q_SIGNALS:
    void channelChosen(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    bool grows_ = false;
};

}  // namespace footlight::widgets
