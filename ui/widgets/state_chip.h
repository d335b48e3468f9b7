#pragma once

#include <QFrame>

#include "ui/theme/icon.h"

namespace footlight::widgets {

class IconView;
class TextLabel;

/// A short state with a mark: "Sending 2.5 Mbit/s". The whole sentence is its tool tip and description.
class StateChip final : public QFrame {
    Q_OBJECT
public:
    explicit StateChip(QWidget* parent = nullptr);

    void show(const QString& icon, theme::IconTone tone, const QString& text, const QString& sentence = {});
    [[nodiscard]] QString text() const;

private:
    IconView* mark_;
    TextLabel* text_;
};

}  // namespace footlight::widgets
