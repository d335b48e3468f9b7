#pragma once

#include <QIcon>
#include <QString>

class QPixmap;

namespace footlight::theme {

/// What colour an icon takes from the palette at the moment it is painted. OnPicture is light in both
/// appearances.
enum class IconTone { Plain, Strong, Accent, OnAccent, OnAir, Care, Good, OnPicture };

/// One of our own drawings under resources/icons by its name ("studio"), crisp at every scale and tinted for
/// the appearance of the moment. Unknown names are a bug of ours and assert.
QIcon icon(const QString& name, IconTone tone = IconTone::Plain);

/// A drawing for an empty page, `width` device-independent pixels wide, at the given scale.
QPixmap drawing(const QString& name, int width, qreal scale, const QColor& colour);

}  // namespace footlight::theme
