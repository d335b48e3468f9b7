#pragma once

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::studio {

/// A small tool with an icon and a name for the tool tip and the screen reader.
inline QToolButton* makeTool(const QString& icon, const QString& name, QWidget* parent) {
    auto* tool = new QToolButton(parent);
    tool->setProperty("tone", QStringLiteral("icon"));
    tool->setIcon(theme::icon(icon));
    tool->setAccessibleName(name);
    tool->setToolTip(name);
    return tool;
}

/// The heading of a card, with room for tools at its right.
inline QHBoxLayout* makeHeader(const QString& title, QWidget* parent) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap4);
    row->setSpacing(0);
    row->addStrut(theme::kControlHeight);
    row->addWidget(new widgets::TextLabel(title, theme::TextRole::Body, QFont::DemiBold, parent), 1);
    return row;
}

}  // namespace footlight::studio
