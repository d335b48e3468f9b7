#include <gtest/gtest.h>

#include <QApplication>
#include <optional>

#include "core/media/ffmpeg/library_log.h"
#include "tests/support/private_display.h"

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (testing::GTEST_FLAG(list_tests)) {
        return RUN_ALL_TESTS();
    }
    const footlight::tests::PrivateDisplay display("1920x1080x24");
    qputenv("QT_QPA_PLATFORM", "xcb");
    footlight::media::ffmpeg::silenceLibraries();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("footlight"));
    QApplication::setQuitOnLastWindowClosed(false);
    return RUN_ALL_TESTS();
}
