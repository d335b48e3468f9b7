#pragma once

#include <QAbstractButton>

namespace footlight::shell {

/// One page of the rail: an icon with its name under it, marked while that page is shown.
class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& title, const QString& icon, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    /// The rail says which page is shown; a click alone changes nothing.
    void nextCheckState() override {}
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

}  // namespace footlight::shell
