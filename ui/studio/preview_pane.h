#pragma once

#include <QFrame>
#include <optional>

#include "ui/studio/ports.h"

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::studio {

/// What is on air, drawn by the engine into a native child window that keeps the canvas' shape. Attached only
/// while it can be seen.
class PreviewPane final : public QFrame {
    Q_OBJECT
public:
    PreviewPane(PreviewPort& port, QSize canvas, QWidget* parent = nullptr);
    ~PreviewPane() override;

    [[nodiscard]] QSize sizeHint() const override { return {640, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 180}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void attach();
    void detach();
    [[nodiscard]] QSize pixels() const;

    PreviewPort& port_;
    QSize canvas_;
    QWidget* surface_;
    widgets::TextLabel* problem_;
    std::optional<capture::PreviewId> preview_;
};

}  // namespace footlight::studio
