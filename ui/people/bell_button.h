#pragma once

#include <QToolButton>

namespace footlight::people {

/// The bell of the header, with how many notifications are unread.
class BellButton final : public QToolButton {
    Q_OBJECT
public:
    explicit BellButton(QWidget* parent = nullptr);

    void setUnread(qint64 unread);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qint64 unread_ = 0;
};

}  // namespace footlight::people
