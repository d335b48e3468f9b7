#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

namespace footlight::theme {
namespace {

constexpr int kBodyPixels = 13;

int pixelsOf(TextRole role) {
    switch (role) {
        case TextRole::Caption:
            return 12;
        case TextRole::Body:
            return kBodyPixels;
        case TextRole::Section:
            return 15;
        case TextRole::Title:
            return 20;
        case TextRole::Hero:
            return 28;
    }
    return kBodyPixels;
}

qreal figureWidth(const QFontMetricsF& metrics) {
    qreal widest = 0;
    for (char16_t figure = u'0'; figure <= u'9'; ++figure) {
        widest = qMax(widest, metrics.horizontalAdvance(QChar(figure)));
    }
    return widest;
}

qreal cellWidth(const QFontMetricsF& metrics, qreal figure, QChar character) {
    return character.isDigit() ? figure : metrics.horizontalAdvance(character);
}

}  // namespace

QFont applicationFont() {
    QFont base = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // The usual desktop default is 10 points; whoever asked for more gets everything larger by as much.
    const qreal asked = base.pointSizeF() > 10 ? base.pointSizeF() / 10.0 : 1.0;
    if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) {
        base = QFont(QStringLiteral("Inter"));
    }
    base.setPixelSize(qRound(kBodyPixels * asked));
    base.setHintingPreference(QFont::PreferNoHinting);
    return base;
}

QFont font(TextRole role, QFont::Weight weight) {
    QFont result = QGuiApplication::font();
    const int body = result.pixelSize() > 0 ? result.pixelSize() : kBodyPixels;
    result.setPixelSize(qRound(pixelsOf(role) * body / static_cast<qreal>(kBodyPixels)));
    result.setWeight(weight);
    return result;
}

qreal tabularWidth(const QFont& font, const QString& text) {
    const QFontMetricsF metrics(font);
    const qreal figure = figureWidth(metrics);
    qreal width = 0;
    for (const QChar character : text) {
        width += cellWidth(metrics, figure, character);
    }
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const qreal figure = figureWidth(metrics);
    const qreal width = tabularWidth(painter.font(), text);
    qreal x = rect.left();
    if (alignment.testFlag(Qt::AlignRight)) {
        x = rect.right() - width;
    } else if (alignment.testFlag(Qt::AlignHCenter)) {
        x = rect.left() + (rect.width() - width) / 2;
    }
    const qreal baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (const QChar character : text) {
        const qreal cell = cellWidth(metrics, figure, character);
        const qreal inset = (cell - metrics.horizontalAdvance(character)) / 2;
        painter.drawText(QPointF(x + inset, baseline), QString(character));
        x += cell;
    }
}

}  // namespace footlight::theme
