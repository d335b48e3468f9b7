#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace footlight::theme {

/// The five sizes of text. They grow with the application's font, so that large fonts stay large everywhere.
enum class TextRole { Caption, Body, Section, Title, Hero };

/// Inter, or the system's face; 13 px unless the system asks for more.
QFont applicationFont();
QFont font(TextRole role, QFont::Weight weight = QFont::Normal);

/// Draws figures in columns of equal width, so that a number that counts does not dance. Qt 6.4 cannot ask
/// the font for its tabular figures.
void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);
qreal tabularWidth(const QFont& font, const QString& text);

}  // namespace footlight::theme
