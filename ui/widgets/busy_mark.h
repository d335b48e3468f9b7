#pragma once

#include <QTimer>
#include <QWidget>

namespace footlight::widgets {

/// An arc that turns while something is waited for; still where motion is not wanted.
class BusyMark final : public QWidget {
    Q_OBJECT
public:
    explicit BusyMark(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QTimer turns_;
    int angle_ = 0;
};

}  // namespace footlight::widgets
