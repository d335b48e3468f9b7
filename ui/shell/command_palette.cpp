#include "ui/shell/command_palette.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/shell/action_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_view.h"

namespace footlight::shell {
namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 400;

/// One action: icon, words, shortcut at the right.
class ActionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto& tokens = theme::tokens();
        const bool enabled = index.data(ActionListModel::Enabled).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.controlHover);
            painter->drawRoundedRect(option.rect, theme::kControlRadius, theme::kControlRadius);
        }
        const QRect row = option.rect.adjusted(theme::kGap12, 0, -theme::kGap12, 0);
        const QRect picture(row.left(), row.center().y() - 9, theme::kIconSize, theme::kIconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);
        painter->setPen(enabled ? tokens.text : tokens.faint);
        const QRect words = row.adjusted(theme::kIconSize + theme::kGap12, 0, 0, 0);
        painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
        painter->setPen(tokens.secondary);
        painter->setFont(theme::font(theme::TextRole::Caption));
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight,
                          index.data(ActionListModel::Shortcut).toString());
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {kWidth - 40, theme::kPrimaryHeight};
    }
};

}  // namespace

CommandPalette::CommandPalette(QWidget* window)
    : FloatingPanel(window),
      model_(new ActionListModel(this)),
      field_(new QLineEdit(this)),
      list_(new QListView(this)) {
    setAccessibleName(tr("Command palette"));
    field_->setPlaceholderText(tr("What do you want to do?"));
    field_->setAccessibleName(tr("Find an action"));
    field_->installEventFilter(this);
    list_->setModel(model_);
    list_->setItemDelegate(new ActionDelegate(list_));
    list_->setAccessibleName(tr("Actions"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(field_, &QLineEdit::textChanged, this, [this](const QString& text) {
        model_->setFilter(text);
        list_->setCurrentIndex(model_->index(0));
    });
    connect(list_, &QListView::clicked, this, &CommandPalette::runCurrent);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap8, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap8);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme::kGap12, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(new widgets::IconView(QStringLiteral("search"), theme::IconTone::Plain, this));
    row->addWidget(field_, 1);
    layout->addLayout(row);
    layout->addWidget(list_, 1);
}

void CommandPalette::open(const QList<QAction*>& actions) {
    model_->setActions(actions);
    field_->clear();
    list_->setCurrentIndex(model_->index(0));
    const QWidget* window = parentWidget();
    const int height = qMin(kHeight, 56 + theme::kPrimaryHeight * qMax(1, model_->rowCount()) + theme::kGap8);
    resize(qMin(kWidth, window->width() - theme::kGap24 * 2), height);
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, window->height() / 8)));
    show();
    field_->setFocus();
}

bool CommandPalette::moveBy(int rows) {
    const int count = model_->rowCount();
    if (count > 0) {
        const int row = (list_->currentIndex().row() + rows + count) % count;
        list_->setCurrentIndex(model_->index(row));
    }
    return true;
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Down:
            case Qt::Key_Tab:
                return moveBy(1);
            case Qt::Key_Up:
            case Qt::Key_Backtab:
                return moveBy(-1);
            case Qt::Key_Return:
            case Qt::Key_Enter:
                runCurrent();
                return true;
            case Qt::Key_Escape:
                close();
                return true;
            default:
                break;
        }
    }
    return FloatingPanel::eventFilter(watched, event);
}

void CommandPalette::runCurrent() {
    QAction* action = model_->actionAt(list_->currentIndex().row());
    if (action == nullptr || !action->isEnabled()) {
        return;
    }
    close();
    // After the popup is gone, so that a dialog of the action gets the focus.
    QTimer::singleShot(0, action, &QAction::trigger);
}

}  // namespace footlight::shell
