#include "ui/channel/picture_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

#include "ui/models/wording.h"

namespace footlight::channel {
namespace {

constexpr qint64 kMostBytes = 20LL * 1000 * 1000;
constexpr int kMostDecoded = 512;  // MiB
constexpr int kLeastSide = 64;     // pixels
constexpr int kLongestSide = 12'000;
constexpr int kQuality = 92;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

tl::unexpected<Error> refuse(const QString& sentence) {
    return fail(ErrorCategory::Invalid, "picture.file", sentence.toStdString());
}

}  // namespace

QSize sizeOf(PictureKind kind) { return kind == PictureKind::Avatar ? QSize(512, 512) : QSize(1640, 410); }

Result<QImage> readPicture(const QString& path) {
    const QFileInfo file(path);
    if (!file.isFile() || !file.isReadable()) {
        return refuse(Words::tr("%1 cannot be read.").arg(file.fileName()));
    }
    if (file.size() > kMostBytes) {
        return refuse(Words::tr("%1 has %2. Choose a picture of up to 20 MB.")
                          .arg(file.fileName(), models::bytesText(file.size())));
    }
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    reader.setAllocationLimit(kMostDecoded);
    const QSize size = reader.size();
    if (!reader.canRead() || !size.isValid()) {
        return refuse(Words::tr("%1 is no picture that can be opened. Choose a PNG, JPEG or WebP.")
                          .arg(file.fileName()));
    }
    const QString pixels = Words::tr("%1 × %2 pixels").arg(size.width()).arg(size.height());
    if (std::min(size.width(), size.height()) < kLeastSide) {
        return refuse(
            Words::tr("%1 has %2. Choose one of at least 64 on each side.").arg(file.fileName(), pixels));
    }
    if (std::max(size.width(), size.height()) > kLongestSide) {
        return refuse(
            Words::tr("%1 has %2. Choose one of up to 12,000 on each side.").arg(file.fileName(), pixels));
    }
    const QImage picture = reader.read();
    return picture.isNull() ? Result<QImage>(refuse(
                                  Words::tr("%1 is damaged: %2.").arg(file.fileName(), reader.errorString())))
                            : picture;
}

QByteArray encodedPicture(const QImage& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (picture.hasAlphaChannel()) {
        picture.save(&buffer, "PNG");
    } else {
        picture.save(&buffer, "JPEG", kQuality);
    }
    return bytes;
}

}  // namespace footlight::channel
