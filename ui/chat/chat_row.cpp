#include "ui/chat/chat_row.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QPainter>
#include <QtMath>

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/role_lookup.h"

namespace footlight::chatui {
namespace {

constexpr int kTimeColumn = 40;
constexpr int kInset = theme::kGap12;
constexpr int kPadding = 3;

QVariant roleOf(const QModelIndex& index, const char* name) {
    return index.data(widgets::roleNamed(*index.model(), name));
}

// Everybody keeps a colour of their own; none of them is the red that means on air.
QColor colourOfAuthor(const QString& author) {
    const auto hue = static_cast<int>(qHash(author, 7) % 290U) + 30;
    return theme::tokens().dark ? QColor::fromHsl(hue, 150, 178) : QColor::fromHsl(hue, 190, 80);
}

QTextLayout::FormatRange range(qsizetype start, qsizetype length, const QColor& colour,
                               QFont::Weight weight) {
    QTextLayout::FormatRange result;
    result.start = static_cast<int>(start);
    result.length = static_cast<int>(length);
    result.format.setForeground(colour);
    result.format.setFontWeight(weight);
    return result;
}

// A line break inside a message would let it forge the next one's author.
QString oneLine(QString text) {
    for (QChar& character : text) {
        if (character == QLatin1Char('\n') || character == QChar::ParagraphSeparator ||
            character == QChar::LineSeparator || character == QLatin1Char('\r')) {
            character = QLatin1Char(' ');
        }
    }
    return text;
}

}  // namespace

ChatRow::ChatRow(const QModelIndex& index, int width) {
    const auto& tokens = theme::tokens();
    const QString author = oneLine(roleOf(index, "author").toString());
    const QString text = oneLine(roleOf(index, "text").toString());
    const QString problem = oneLine(roleOf(index, "problem").toString());
    waiting_ = roleOf(index, "waiting").toBool();
    time_ = roleOf(index, "at").toDateTime().toLocalTime().toString(QStringLiteral("HH:mm"));
    QString line = author + QStringLiteral("  ") + text;
    QList<QTextLayout::FormatRange> formats;
    formats.append(range(0, author.size(), colourOfAuthor(author), QFont::DemiBold));
    formats.append(range(author.size(), line.size() - author.size(),
                         waiting_ ? tokens.secondary : tokens.text, QFont::Normal));
    if (!problem.isEmpty()) {
        const auto start = line.size();
        line += QChar(QChar::LineSeparator) + problem;
        formats.append(range(start, line.size() - start, tokens.care, QFont::Normal));
    }
    words_ = std::make_unique<QTextLayout>(line, theme::font(theme::TextRole::Body));
    words_->setFormats(formats);
    layOut(width);
}

void ChatRow::layOut(int width) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    words_->setTextOption(option);
    words_->beginLayout();
    qreal y = 0;
    for (QTextLine line = words_->createLine(); line.isValid(); line = words_->createLine()) {
        line.setLineWidth(qMax(40, width - kInset * 2 - kTimeColumn));
        line.setPosition({0, y});
        y += line.height() + 1;
    }
    words_->endLayout();
    height_ = qCeil(y) + kPadding * 2;
}

void ChatRow::paint(QPainter& painter, qreal top) const {
    const auto& tokens = theme::tokens();
    painter.setFont(theme::font(theme::TextRole::Caption));
    painter.setPen(tokens.secondary);
    const qreal line = words_->lineCount() > 0 ? words_->lineAt(0).height() : 0;
    theme::drawTabular(painter, QRectF(kInset, top + kPadding, kTimeColumn, line), Qt::AlignLeft, time_);
    painter.setPen(tokens.text);
    words_->draw(&painter, {static_cast<qreal>(kInset + kTimeColumn), top + kPadding});
}

}  // namespace footlight::chatui
