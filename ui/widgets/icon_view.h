#pragma once

#include <QWidget>

#include "ui/theme/icon.h"

namespace footlight::widgets {

/// One icon as a mark beside text; no control. Decoration for a screen reader: the text beside it speaks.
class IconView final : public QWidget {
    Q_OBJECT
public:
    IconView(const QString& name, theme::IconTone tone, QWidget* parent = nullptr);

    void setIcon(const QString& name, theme::IconTone tone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon icon_;
};

}  // namespace footlight::widgets
