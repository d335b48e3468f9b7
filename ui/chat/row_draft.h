#pragma once

#include <QTextLayout>

namespace footlight::chatui {

/// A row's text as it grows, with how each stretch of it looks.
struct RowDraft {
    QString text{};
    QList<QTextLayout::FormatRange> formats{};

    [[nodiscard]] int size() const { return static_cast<int>(text.size()); }

    /// Where the added text begins.
    int add(const QString& added, const QTextCharFormat& format) {
        const int start = size();
        text += added;
        if (!added.isEmpty()) {
            QTextLayout::FormatRange range;
            range.start = start;
            range.length = static_cast<int>(added.size());
            range.format = format;
            formats.append(range);
        }
        return start;
    }

    /// A stand-in that is as wide as a picture which is painted over it.
    int addSpace(qreal width, const QFont& font) {
        const QFontMetricsF metrics(font);
        QTextCharFormat format;
        format.setFont(font);
        format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        format.setFontLetterSpacing(width - metrics.horizontalAdvance(QLatin1Char('x')));
        format.setForeground(Qt::transparent);
        return add(QStringLiteral("x"), format);
    }
};

}  // namespace footlight::chatui
