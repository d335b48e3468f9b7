#include "ui/shell/key_sheet.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>

#include "ui/shell/action_list_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::shell {

KeySheet::KeySheet(QWidget* window) : FloatingPanel(window), grid_(nullptr) { setAccessibleName(tr("Keys")); }

void KeySheet::open(const QString& page, const QList<QAction*>& actions) {
    fill(page, actions);
    adjustSize();
    const QWidget* window = parentWidget();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, (window->height() - height()) / 2)));
    show();
}

void KeySheet::fill(const QString& page, const QList<QAction*>& actions) {
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete grid_;
    grid_ = new QGridLayout(this);
    grid_->setContentsMargins(theme::kGap24, theme::kGap16, theme::kGap24, theme::kGap16);
    grid_->setHorizontalSpacing(theme::kGap24);
    grid_->setVerticalSpacing(theme::kGap8);
    grid_->addWidget(
        new widgets::TextLabel(tr("Keys on %1").arg(page), theme::TextRole::Section, QFont::DemiBold, this),
        0, 0, 1, 2);
    int row = 1;
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty() || !action->isVisible()) {
            continue;
        }
        auto* words = new widgets::TextLabel(plainText(*action), theme::TextRole::Body, QFont::Normal, this);
        auto* keys = new widgets::TextLabel(action->shortcut().toString(QKeySequence::NativeText),
                                            theme::TextRole::Body, QFont::DemiBold, this);
        grid_->addWidget(words, row, 0);
        grid_->addWidget(keys, row, 1, Qt::AlignRight);
        ++row;
    }
}

void KeySheet::keyPressEvent(QKeyEvent* event) {
    event->accept();
    close();
}

}  // namespace footlight::shell
