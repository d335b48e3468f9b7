#include "ui/studio/image_writer.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace footlight::studio {
namespace {

constexpr int kBarelyCompressed = 90;  // the file lives for a second

bool writeFile(const QImage& image, const QString& path) {
    const QString beside = path + QStringLiteral(".next");
    if (!image.save(beside, "PNG", kBarelyCompressed)) {
        return false;
    }
    std::error_code problem;
    std::filesystem::rename(beside.toStdString(), path.toStdString(), problem);
    return !problem;
}

}  // namespace

ImageWriter::ImageWriter(QString path, QObject* parent) : QObject(parent), path_(std::move(path)) {
    thread_.setMaxThreadCount(1);
}

void ImageWriter::write(const QImage& image) {
    if (isBusy_) {
        next_ = image;
    } else {
        begin(image);
    }
}

void ImageWriter::forget() {
    next_ = {};
    isForgotten_ = isBusy_;
}

void ImageWriter::begin(const QImage& image) {
    isBusy_ = true;
    thread_.start([this, image, path = path_] {
        const bool isDone = writeFile(image, path);
        QMetaObject::invokeMethod(
            this, [this, isDone] { finished(isDone); }, Qt::QueuedConnection);
    });
}

void ImageWriter::finished(bool isDone) {
    isBusy_ = false;
    const bool isTold = !std::exchange(isForgotten_, false);
    if (const QImage next = std::exchange(next_, {}); !next.isNull()) {
        begin(next);
    }
    if (isTold) {
        Q_EMIT written(isDone);
    }
}

}  // namespace footlight::studio
