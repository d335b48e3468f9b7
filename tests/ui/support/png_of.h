#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <string>

namespace footlight::ui_tests {

/// The file of a picture of one colour.
inline std::string pngOf(int width, int height, const QColor& colour = Qt::darkCyan) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

}  // namespace footlight::ui_tests
