#include "ui/chat/completion_list.h"

#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/chat/emote_store.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::chatui {
namespace {

constexpr int kHelpRole = Qt::UserRole;
constexpr int kPictureRole = Qt::UserRole + 1;
constexpr int kPictureWidth = 28;

/// Picture, word, and help below it where there is any.
class CompletionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto& tokens = theme::tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.controlHover);
            painter->drawRoundedRect(option.rect, theme::kControlRadius, theme::kControlRadius);
        }
        QRect words = option.rect.adjusted(theme::kGap8, 0, -theme::kGap8, 0);
        const QString picture = index.data(kPictureRole).toString();
        const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
        painter->setPen(tokens.text);
        const QRect place(words.left(), words.top(), kPictureWidth - theme::kGap4, words.height());
        if (!picture.isEmpty()) {
            painter->setFont(theme::font(theme::TextRole::Section));
            painter->drawText(place, Qt::AlignVCenter | Qt::TextSingleLine, picture);
        } else if (!icon.isNull()) {
            icon.paint(painter, place.adjusted(0, 4, 0, -4));
        }
        if (!picture.isEmpty() || !icon.isNull()) {
            words.setLeft(words.left() + kPictureWidth);
        }
        const QString help = index.data(kHelpRole).toString();
        const QFont body = theme::font(theme::TextRole::Body);
        painter->setFont(body);
        const QRect first = help.isEmpty() ? words : words.adjusted(0, 4, 0, -words.height() / 2);
        painter->drawText(
            first, Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(body).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        if (!help.isEmpty()) {
            const QFont small = theme::font(theme::TextRole::Caption);
            painter->setFont(small);
            painter->setPen(tokens.secondary);
            painter->drawText(words.adjusted(0, words.height() / 2, 0, -4),
                              Qt::AlignVCenter | Qt::TextSingleLine,
                              QFontMetrics(small).elidedText(help, Qt::ElideRight, words.width()));
        }
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const int line = QFontMetrics(theme::font(theme::TextRole::Body)).height();
        const bool hasHelp = !index.data(kHelpRole).toString().isEmpty();
        return {100, hasHelp ? line * 2 + theme::kGap12 : std::max(theme::kTouchTarget, line + theme::kGap8)};
    }
};

}  // namespace

CompletionList::CompletionList(EmoteStore& emotes, QWidget* parent)
    : QFrame(parent), emotes_(emotes), list_(new QListWidget(this)) {
    setProperty("surface", QStringLiteral("float"));
    setFocusPolicy(Qt::NoFocus);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setItemDelegate(new CompletionDelegate(list_));
    list_->setAccessibleName(tr("Completions"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(list_);
    hide();
    connect(list_, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { choose(list_->row(item)); });
}

void CompletionList::offer(std::vector<Completion> completions) {
    completions_ = std::move(completions);
    list_->clear();
    for (const Completion& completion : completions_) {
        auto* item = new QListWidgetItem(completion.shown, list_);
        item->setData(kHelpRole, completion.help);
        item->setData(kPictureRole, completion.picture);
        const QString spoken = completion.shown + QLatin1Char(' ') + completion.help;
        item->setData(Qt::AccessibleTextRole, spoken.trimmed());
        if (const auto picture = completion.emote.isEmpty() ? QPixmap() : emotes_.picture(completion.emote);
            !picture.isNull()) {
            item->setIcon(QIcon(picture));
        }
    }
    list_->setCurrentRow(0);
    setVisible(!completions_.empty());
    raise();
}

QSize CompletionList::sizeHint() const {
    int height = theme::kGap8;
    for (int row = 0; row < list_->count(); ++row) {
        height += list_->sizeHintForRow(row);
    }
    return {240, height};
}

bool CompletionList::take(int key) {
    if (!isVisible()) {
        return false;
    }
    const int rows = list_->count();
    switch (key) {
        case Qt::Key_Up:
            list_->setCurrentRow((list_->currentRow() + rows - 1) % rows);
            return true;
        case Qt::Key_Down:
            list_->setCurrentRow((list_->currentRow() + 1) % rows);
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(list_->currentRow());
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        default:
            return false;
    }
}

void CompletionList::choose(int row) {
    if (row >= 0 && row < static_cast<int>(completions_.size())) {
        const Completion completion = completions_[static_cast<std::size_t>(row)];
        hide();
        Q_EMIT chosen(completion);
    }
}

}  // namespace footlight::chatui
