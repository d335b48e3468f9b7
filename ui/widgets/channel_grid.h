#pragma once

#include <QListView>

namespace footlight::widgets {

/// Live channels as cards. Reads the roles "name", "title", "viewers" and "startedAt" of any model.
class ChannelGrid final : public QListView {
    Q_OBJECT
public:
    explicit ChannelGrid(QWidget* parent = nullptr);

Q_SIGNALS:
    void channelChosen(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

}  // namespace footlight::widgets
