#include "ui/chat/chat_row.h"

#include <QCoreApplication>
#include <QPainter>
#include <QtMath>
#include <algorithm>

#include "ui/chat/emote_store.h"
#include "ui/chat/line_spans.h"
#include "ui/chat/line_wording.h"
#include "ui/chat/role_badge.h"
#include "ui/chat/row_draft.h"
#include "ui/chat/row_look.h"
#include "ui/theme/fonts.h"

namespace footlight::chatui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(footlight::chatui::ChatRow)
};

constexpr qreal kQuoteIndent = 16;

QTextCharFormat formatOf(const QFont& font, const QColor& colour, QFont::Weight weight = QFont::Normal) {
    QFont weighted = font;
    weighted.setWeight(weight);
    QTextCharFormat format;
    format.setFont(weighted);
    format.setForeground(colour);
    return format;
}

QTextCharFormat emojiFormat(const RowLook& look, bool isAlone) {
    QFont font = look.body;
    font.setPixelSize(isAlone ? look.bodySize * 2 : qRound(look.bodySize * 1.25));
    font.setFamilies({QStringLiteral("Noto Color Emoji"), QStringLiteral("Twemoji"), font.family()});
    return formatOf(font, look.text);
}

QColor textColour(const ChatLine& line, const RowLook& look) {
    return line.state == ChatLine::State::Waiting ? look.secondary : look.text;
}

}  // namespace

ChatRow::ChatRow(const ChatLine& line, const RowLook& look)
    : isTinted_(line.mentionsUs && line.state != ChatLine::State::Deleted) {
    unreadHeight_ = line.isFirstUnread ? QFontMetricsF(look.small).height() + theme::kGap8 : 0;
    layOutQuote(line, look);
    RowDraft draft;
    compose(line, look, draft);
    words_ = std::make_unique<QTextLayout>(draft.text, look.body);
    words_->setCacheEnabled(true);
    words_->setFormats(draft.formats);
    layOut(look);
}

void ChatRow::addPart(Hit::Kind kind, const QString& target, int start, int length) {
    parts_.push_back({{kind, target}, start, length});
}

void ChatRow::compose(const ChatLine& line, const RowLook& look, RowDraft& draft) {
    if (line.kind == ChatLine::Kind::Notice) {
        const qreal size = QFontMetricsF(look.small).height();
        pictures_.push_back({draft.addSpace(size + theme::kGap4, look.small),
                             {size, size},
                             QStringLiteral("info"),
                             theme::IconTone::Plain,
                             {},
                             {}});
        draft.add(oneLine(line.text), formatOf(look.small, look.secondary));
        return;
    }
    addTime(line, look, draft);
    if (line.state == ChatLine::State::Deleted && !look.showsDeleted) {
        QTextCharFormat format = formatOf(look.small, look.secondary);
        format.setFontItalic(true);
        draft.add(deletedText(line), format);
        return;
    }
    composeSaid(line, look, draft);
}

/// A line that is on its way has a clock there, told apart by more than its colour.
void ChatRow::addTime(const ChatLine& line, const RowLook& look, RowDraft& draft) {
    const bool isWaiting = line.state == ChatLine::State::Waiting;
    if (!look.showsTime && !isWaiting) {
        return;
    }
    const qreal icon = QFontMetricsF(look.small).height();
    const qreal width = look.showsTime
                            ? theme::tabularWidth(look.small, QStringLiteral("00:00")) + theme::kGap8
                            : icon + theme::kGap4;
    const int at = draft.addSpace(width, look.small);
    if (isWaiting) {
        pictures_.push_back({at, {icon, icon}, QStringLiteral("clock"), theme::IconTone::Plain, {}, {}});
    } else {
        time_ = line.at.toLocalTime().toString(QStringLiteral("HH:mm"));
    }
}

void ChatRow::addBadge(const ChatLine& line, const RowLook& look, RowDraft& draft) {
    const QString icon = badgeOf(line.role);
    if (icon.isEmpty()) {
        return;
    }
    const qreal size = look.badgeSize();
    const int at = draft.addSpace(size + theme::kGap4, look.body);
    pictures_.push_back({at, {size, size}, icon, toneOf(line.role), {}, {}});
    addPart(Hit::Kind::Badge, roleText(line.role), at, 1);
}

void ChatRow::composeSaid(const ChatLine& line, const RowLook& look, RowDraft& draft) {
    addBadge(line, look, draft);
    const QString name = oneLine(line.author);
    const int start =
        draft.add(name, formatOf(look.body, look.colourOf(line.author, isTinted_), QFont::DemiBold));
    addPart(Hit::Kind::Name, line.author, start, static_cast<int>(name.size()));
    draft.add(QStringLiteral(":  "), formatOf(look.body, look.secondary));
    composeText(line, look, draft);
    if (line.state == ChatLine::State::Deleted) {
        draft.add(QStringLiteral("  ") + deletedText(line), formatOf(look.small, look.secondary));
    } else if (line.isEdited) {
        draft.add(QStringLiteral(" ") + Texts::tr("(edited)"), formatOf(look.small, look.secondary));
    }
    composeProblem(line, look, draft);
}

void ChatRow::composeText(const ChatLine& line, const RowLook& look, RowDraft& draft) {
    const QString text = oneLine(line.text);
    QTextCharFormat plain = formatOf(look.body, textColour(line, look));
    plain.setFontItalic(look.isHighContrast && line.state == ChatLine::State::Waiting);
    if (line.state == ChatLine::State::Deleted) {
        plain.setForeground(look.secondary);
        plain.setFontStrikeOut(true);
        draft.add(text, plain);
        return;
    }
    const auto spans = spansOf(text, line.mentions, line.emotes);
    const bool isAlone = isPicturesAlone(text, spans);
    int at = 0;
    for (const Span& span : spans) {
        draft.add(text.mid(at, span.start - at), plain);
        at = span.start + span.length;
        const QString words = text.mid(span.start, span.length);
        if (span.kind == Span::Kind::Emote) {
            addEmote(words, span.target, look, draft);
        } else if (span.kind == Span::Kind::Emoji) {
            draft.add(words, emojiFormat(look, isAlone));
        } else if (span.kind == Span::Kind::Mention) {
            const auto colour = look.colourOf(span.target, isTinted_);
            addPart(Hit::Kind::Mention, span.target,
                    draft.add(words, formatOf(look.body, colour, QFont::DemiBold)), span.length);
        } else {
            QTextCharFormat link = formatOf(look.body, look.link);
            link.setFontUnderline(true);
            addPart(Hit::Kind::Link, span.target, draft.add(words, link), span.length);
        }
    }
    draft.add(text.mid(at), plain);
}

void ChatRow::addEmote(const QString& name, const QString& hash, const RowLook& look, RowDraft& draft) {
    const QPixmap pixmap = look.emotes != nullptr ? look.emotes->picture(hash) : QPixmap();
    if (pixmap.isNull()) {
        missing_.append(hash);
        const int at = draft.add(name, formatOf(look.body, look.text));
        addPart(Hit::Kind::Emote, name, at, static_cast<int>(name.size()));
        return;
    }
    const qreal height = look.emoteHeight();
    const qreal width = std::min(height * 3, height * pixmap.width() / std::max(1, pixmap.height()));
    const int at = draft.addSpace(width, look.body);
    pictures_.push_back({at, {width, height}, {}, theme::IconTone::Plain, pixmap, {}});
    addPart(Hit::Kind::Emote, name, at, 1);
}

void ChatRow::composeProblem(const ChatLine& line, const RowLook& look, RowDraft& draft) {
    if (line.problem.isEmpty()) {
        return;
    }
    draft.add(QString(QChar::LineSeparator) + oneLine(line.problem) + QStringLiteral("  "),
              formatOf(look.small, look.care));
    const auto action = formatOf(look.small, look.link, QFont::DemiBold);
    const QString again = Texts::tr("Try again");
    addPart(Hit::Kind::SayAgain, line.nonce, draft.add(again, action), static_cast<int>(again.size()));
    draft.add(QStringLiteral("  ·  "), formatOf(look.small, look.secondary));
    const QString discard = Texts::tr("Discard");
    addPart(Hit::Kind::Discard, line.nonce, draft.add(discard, action), static_cast<int>(discard.size()));
}

void ChatRow::layOutQuote(const ChatLine& line, const RowLook& look) {
    if (!line.quote || line.state == ChatLine::State::Deleted) {
        return;
    }
    const QFontMetricsF metrics(look.small);
    const QString said =
        line.quote->text.isEmpty() ? Texts::tr("a message that is deleted") : oneLine(line.quote->text);
    quotePlace_ = QRectF(RowLook::kInset, unreadHeight_ + RowLook::kPadding, look.width - RowLook::kInset * 2,
                         metrics.height() + 2);
    quote_ = metrics.elidedText(oneLine(line.quote->author) + QStringLiteral(": ") + said, Qt::ElideRight,
                                quotePlace_.width() - kQuoteIndent);
}

void ChatRow::layOut(const RowLook& look) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    words_->setTextOption(option);
    textTop_ = unreadHeight_ + RowLook::kPadding + quotePlace_.height();
    words_->beginLayout();
    qreal y = 0;
    for (QTextLine line = words_->createLine(); line.isValid(); line = words_->createLine()) {
        line.setLineWidth(qMax(40, look.width - RowLook::kInset * 2));
        y = placePictures(line, y);
        y += line.height() + 1;
    }
    words_->endLayout();
    height_ = qCeil(textTop_ + y) + RowLook::kPadding;
}

/// Sets a line at `y`, or lower where its pictures are taller than it. Returns where it stands.
qreal ChatRow::placePictures(const QTextLine& constLine, qreal y) {
    QTextLine line = constLine;
    qreal tallest = line.height();
    const auto isHere = [&line](const Picture& picture) {
        return picture.at >= line.textStart() && picture.at < line.textStart() + line.textLength();
    };
    for (const Picture& picture : pictures_) {
        tallest = isHere(picture) ? std::max(tallest, picture.size.height()) : tallest;
    }
    const qreal extra = tallest - line.height();
    line.setPosition({0, y + extra / 2});
    for (Picture& picture : pictures_) {
        if (isHere(picture)) {
            const qreal middle = y + tallest / 2;
            picture.place =
                QRectF(QPointF(line.cursorToX(picture.at), middle - picture.size.height() / 2), picture.size);
        }
    }
    return y + extra;
}

void ChatRow::paintUnread(QPainter& painter, qreal top, const RowLook& look) const {
    const QString label = Texts::tr("New");
    QFont font = look.small;
    font.setWeight(QFont::DemiBold);
    const qreal width = QFontMetricsF(font).horizontalAdvance(label);
    const qreal middle = top + unreadHeight_ / 2;
    const qreal right = look.width - RowLook::kInset;
    painter.setPen(QPen(look.accent, 1));
    painter.drawLine(QPointF(RowLook::kInset, middle), QPointF(right - width - theme::kGap8, middle));
    painter.setFont(font);
    painter.setPen(look.link);
    painter.drawText(QRectF(right - width, top, width + 1, unreadHeight_), Qt::AlignVCenter, label);
}

void ChatRow::paintQuote(QPainter& painter, qreal top, const RowLook& look) const {
    const QRectF place = quotePlace_.translated(0, top);
    painter.setPen(QPen(look.secondary, 1.25));
    const qreal foot = place.center().y();
    painter.drawLine(QPointF(place.left() + 3, place.bottom()), QPointF(place.left() + 3, foot));
    painter.drawLine(QPointF(place.left() + 3, foot), QPointF(place.left() + 11, foot));
    painter.setFont(look.small);
    painter.setPen(look.secondary);
    painter.drawText(place.adjusted(kQuoteIndent, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, quote_);
}

void ChatRow::paint(QPainter& painter, qreal top, const RowLook& look, Mark mark) const {
    const QRectF whole(0, top + unreadHeight_, look.width, height_ - unreadHeight_);
    if (isTinted_ || mark.isHovered) {
        painter.fillRect(whole, isTinted_ ? look.tint : look.hover);
    }
    if (isTinted_) {
        painter.fillRect(QRectF(0, whole.top(), 3, whole.height()), look.accent);
    }
    if (unreadHeight_ > 0) {
        paintUnread(painter, top, look);
    }
    if (!quote_.isEmpty()) {
        paintQuote(painter, top, look);
    }
    const QPointF origin(RowLook::kInset, top + textTop_);
    if (!time_.isEmpty() && words_->lineCount() > 0) {
        painter.setFont(look.small);
        painter.setPen(look.secondary);
        const QTextLine first = words_->lineAt(0);
        const qreal baseline = first.y() + first.ascent() - QFontMetricsF(look.small).ascent();
        theme::drawTabular(
            painter, QRectF(origin + QPointF(0, baseline), QSizeF(60, QFontMetricsF(look.small).height())),
            Qt::AlignLeft, time_);
    }
    painter.setPen(look.text);
    words_->draw(&painter, origin);
    for (const Picture& picture : pictures_) {
        const QRectF place = picture.place.translated(origin);
        if (picture.icon.isEmpty()) {
            painter.drawPixmap(place, picture.pixmap, picture.pixmap.rect());
        } else {
            theme::icon(picture.icon, picture.tone).paint(&painter, place.toAlignedRect());
        }
    }
    if (mark.isSelected) {
        painter.setPen(QPen(look.accent, 2));
        painter.drawRoundedRect(whole.adjusted(3, 1, -3, -1), 4, 4);
    }
}

ChatRow::Hit ChatRow::hitAt(QPointF inRow) const {
    if (!quote_.isEmpty() && quotePlace_.contains(inRow)) {
        return {Hit::Kind::Quote, {}};
    }
    const QPointF inText = inRow - QPointF(RowLook::kInset, textTop_);
    for (int i = 0; i < words_->lineCount(); ++i) {
        const QTextLine line = words_->lineAt(i);
        const QRectF place = line.naturalTextRect();
        if (inText.y() < place.top() || inText.y() >= place.bottom() || inText.x() < place.left() ||
            inText.x() >= place.right()) {
            continue;
        }
        const int at = line.xToCursor(inText.x(), QTextLine::CursorOnCharacter);
        for (const Part& part : parts_) {
            if (at >= part.start && at < part.start + part.length) {
                return part.hit;
            }
        }
    }
    return {};
}

}  // namespace footlight::chatui
