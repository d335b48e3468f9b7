#pragma once

#include <QSlider>

namespace footlight::watch {

/// The way through a recording or a broadcast: a click or a pull goes there, arrows go by ten seconds, the
/// pointer reads the time under it.
class SeekBar final : public QSlider {
    Q_OBJECT
public:
    explicit SeekBar(QWidget* parent = nullptr);

    /// Seconds. What a person holds in hand is not moved.
    void showSpan(double length, double at);

Q_SIGNALS:
    void sought(double seconds);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int secondAt(const QPointF& where) const;
};

}  // namespace footlight::watch
