#pragma once

#include <QColor>
#include <QString>

namespace footlight::chatui {

/// The relation of two colours' luminance, 1 to 21 (WCAG 2.1, 1.4.3).
qreal contrast(const QColor& one, const QColor& other);

/// A colour that belongs to a name, the same in every room and on every machine, never the red that means on
/// air. Its contrast to `background` and to `otherBackground` is at least `least`.
QColor colourOfName(const QString& name, const QColor& background, const QColor& otherBackground,
                    qreal least = 4.5);

}  // namespace footlight::chatui
