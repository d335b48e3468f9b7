#pragma once

#include <QWidget>

namespace footlight::widgets {

/// A raised field with round corners that floats above the window until a click elsewhere: a window of its
/// own, so that native previews do not cover it.
class FloatingPanel : public QWidget {
    Q_OBJECT
public:
    explicit FloatingPanel(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace footlight::widgets
