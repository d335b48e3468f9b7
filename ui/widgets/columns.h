#pragma once

#include <QWidget>

class QBoxLayout;

namespace footlight::widgets {

/// Two columns of cards side by side where there is room for both, below one another where there is not.
/// Neither grows wider than lines can be read.
class Columns final : public QWidget {
    Q_OBJECT
public:
    explicit Columns(QWidget* parent = nullptr);

    void addLeft(QWidget* card);
    void addRight(QWidget* card);

    /// Of one column: who has no room for two gets one.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* sides_;
    QBoxLayout* left_;
    QBoxLayout* right_;
};

}  // namespace footlight::widgets
