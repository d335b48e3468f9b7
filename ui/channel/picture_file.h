#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <cstdint>

#include "core/base/result.h"

namespace footlight::channel {

/// Which of a channel's two.
enum class PictureKind : std::uint8_t { Avatar, Banner };

/// What is shown of a channel, and so what is sent, in pixels.
[[nodiscard]] QSize sizeOf(PictureKind kind);

/// A person's own file, turned as the camera says. Invalid with a sentence for people: no picture, over 20
/// MB, smaller than can be shown well, or larger than can be opened.
[[nodiscard]] Result<QImage> readPicture(const QString& path);

/// As it is sent: a PNG where something of it is transparent, else a JPEG.
[[nodiscard]] QByteArray encodedPicture(const QImage& picture);

}  // namespace footlight::channel
