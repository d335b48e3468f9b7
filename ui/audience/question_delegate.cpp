#include "ui/audience/question_delegate.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include "ui/audience/question_board.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::audience {
namespace {

constexpr int kVotesWidth = 44;
constexpr int kArrow = 16;

QRect votesRect(const QRect& row) {
    return {row.left() + theme::kGap4, row.top() + theme::kGap8, kVotesWidth, row.height() - theme::kGap16};
}

QRect wordsRect(const QRect& row) {
    const int left = row.left() + theme::kGap4 + kVotesWidth + theme::kGap8;
    return {left, row.top() + theme::kGap8, row.right() - left - theme::kGap4, row.height() - theme::kGap16};
}

}  // namespace

void QuestionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const auto& tokens = theme::tokens();
    const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
    const bool isHovered = (option.state & QStyle::State_MouseOver) != 0;
    const bool isVoted = index.data(QuestionBoard::IsVoted).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (isCurrent || isHovered) {
        painter->setBrush(isCurrent ? tokens.controlHover : tokens.control);
        painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), theme::kControlRadius,
                                 theme::kControlRadius);
    }
    const QRect votes = votesRect(option.rect);
    QColor plate = isVoted ? tokens.accent : tokens.secondary;
    plate.setAlphaF(0.2F);
    painter->setBrush(plate);
    painter->drawRoundedRect(votes, theme::kControlRadius, theme::kControlRadius);
    const QFont caption = theme::font(theme::TextRole::Caption, QFont::DemiBold);
    const int lineHeight = QFontMetrics(caption).height();
    const int top = votes.center().y() - (kArrow + lineHeight) / 2;
    theme::icon(QStringLiteral("up"), isVoted ? theme::IconTone::Accent : theme::IconTone::Plain)
        .paint(painter, votes.center().x() - kArrow / 2, top, kArrow, kArrow);
    painter->setFont(caption);
    painter->setPen(tokens.text);
    painter->drawText(QRect(votes.left(), top + kArrow, votes.width(), lineHeight), Qt::AlignCenter,
                      QLocale().toString(index.data(QuestionBoard::Votes).toLongLong()));
    QRect words = wordsRect(option.rect);
    painter->setFont(theme::font(theme::TextRole::Caption));
    painter->setPen(tokens.secondary);
    const QString author = index.data(QuestionBoard::Author).toString();
    painter->drawText(words, Qt::AlignTop | Qt::TextSingleLine,
                      index.data(QuestionBoard::IsOwn).toBool() ? tr("%1 (you)").arg(author) : author);
    words.setTop(words.top() + QFontMetrics(painter->font()).height());
    painter->setFont(theme::font(theme::TextRole::Body));
    painter->setPen(tokens.text);
    painter->drawText(words, Qt::AlignTop | Qt::TextWordWrap, index.data(QuestionBoard::Text).toString());
    painter->restore();
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QWidget*>(option.widget);
    const int width = option.rect.width() > 0 ? option.rect.width() : view != nullptr ? view->width() : 300;
    QRect words = wordsRect(QRect(0, 0, width, 10'000));
    const int text = QFontMetrics(theme::font(theme::TextRole::Body))
                         .boundingRect(words, Qt::TextWordWrap, index.data(QuestionBoard::Text).toString())
                         .height();
    const int author = QFontMetrics(theme::font(theme::TextRole::Caption)).height();
    return {width, std::max(text + author, kArrow + author + theme::kGap8) + theme::kGap16};
}

bool QuestionDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                   const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton &&
            votesRect(option.rect).contains(mouse->position().toPoint())) {
            Q_EMIT upvoteAsked(index.row());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

}  // namespace footlight::audience
