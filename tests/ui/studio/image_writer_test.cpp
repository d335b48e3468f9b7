#include "ui/studio/image_writer.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

namespace footlight::studio {
namespace {

constexpr int kLong = 30'000;

QImage imageOf(const QColor& colour) {
    QImage image(1280, 720, QImage::Format_ARGB32_Premultiplied);
    image.fill(colour);
    return image;
}

class AnImageWriter : public testing::Test {
protected:
    [[nodiscard]] QString path() const { return QDir(folder.path()).filePath(QStringLiteral("image.png")); }
    [[nodiscard]] QColor seen() const { return QImage(path()).pixelColor(0, 0); }

    QTemporaryDir folder;
};

TEST_F(AnImageWriter, WritesWhileTheWindowsThreadDoesOtherThings) {
    ImageWriter writer(path());
    QSignalSpy written(&writer, &ImageWriter::written);
    writer.write(imageOf(Qt::red));
    // Without a turn of the event loop.
    QElapsedTimer since;
    since.start();
    while (!QFile::exists(path()) && since.elapsed() < kLong) {
        QThread::yieldCurrentThread();
    }
    EXPECT_EQ(seen(), QColor(Qt::red));
    EXPECT_EQ(written.count(), 0) << "is told in its turn";
    ASSERT_TRUE(QTest::qWaitFor([&] { return written.count() == 1; }, kLong));
    EXPECT_TRUE(written[0][0].toBool());
}

TEST_F(AnImageWriter, KeepsTheNewestOfThoseThatWait) {
    ImageWriter writer(path());
    QSignalSpy written(&writer, &ImageWriter::written);
    std::vector<QColor> inFile;
    QObject::connect(&writer, &ImageWriter::written, &writer, [&] { inFile.push_back(seen()); });
    writer.write(imageOf(Qt::red));
    for (int i = 0; i < 50; ++i) {
        writer.write(imageOf(Qt::green));
    }
    writer.write(imageOf(Qt::blue));
    ASSERT_TRUE(QTest::qWaitFor([&] { return written.count() == 2; }, kLong));
    EXPECT_EQ(inFile.back(), QColor(Qt::blue));
    writer.write(imageOf(Qt::yellow));
    ASSERT_TRUE(QTest::qWaitFor([&] { return written.count() == 3; }, kLong));
    EXPECT_EQ(inFile.back(), QColor(Qt::yellow)) << "the green ones were never written";
}

TEST_F(AnImageWriter, TellsNothingOfWhatIsForgotten) {
    ImageWriter writer(path());
    QSignalSpy written(&writer, &ImageWriter::written);
    writer.write(imageOf(Qt::red));
    writer.write(imageOf(Qt::green));
    writer.forget();
    writer.write(imageOf(Qt::blue));
    ASSERT_TRUE(QTest::qWaitFor([&] { return written.count() > 0; }, kLong));
    EXPECT_EQ(seen(), QColor(Qt::blue));
    EXPECT_EQ(written.count(), 1);
}

TEST_F(AnImageWriter, TellsNothingOnceItIsGone) {
    auto writer = std::make_optional<ImageWriter>(path());
    QSignalSpy written(&*writer, &ImageWriter::written);
    writer->write(imageOf(Qt::red));
    writer->write(imageOf(Qt::green));
    writer.reset();
    EXPECT_EQ(seen(), QColor(Qt::red)) << "what was begun is whole";
    QCoreApplication::processEvents();
    EXPECT_EQ(written.count(), 0);
}

TEST_F(AnImageWriter, TellsWhatTheDiskRefuses) {
    ImageWriter writer(QStringLiteral("/nonexistent/folder/image.png"));
    QSignalSpy written(&writer, &ImageWriter::written);
    writer.write(imageOf(Qt::red));
    ASSERT_TRUE(QTest::qWaitFor([&] { return written.count() == 1; }, kLong));
    EXPECT_FALSE(written[0][0].toBool());
}

}  // namespace
}  // namespace footlight::studio
