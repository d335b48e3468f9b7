#pragma once

#include <QLabel>

#include "ui/theme/fonts.h"

namespace footlight::widgets {

/// Text in one of the five sizes, always plain, never rich. An eliding label shortens what does not fit and
/// gives the whole as its tool tip.
class TextLabel final : public QLabel {
    Q_OBJECT
public:
    enum class Fit { Wrap, Elide, Whole };

    explicit TextLabel(const QString& text, theme::TextRole role = theme::TextRole::Body,
                       QFont::Weight weight = QFont::Normal, QWidget* parent = nullptr);

    void setFit(Fit fit);
    /// The quieter of the two text colours.
    void setSecondary();

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Fit fit_ = Fit::Whole;
};

}  // namespace footlight::widgets
