#include <sys/resource.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <QVideoFrame>
#include <cstdio>

#include "ui/widgets/video_view.h"

// What showing 720p at 30 pictures a second costs: `bench_video_view [width height [seconds]]` shows moving
// grey for five seconds in a window of that size and prints the share of one processor that it took.
namespace {

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

QVideoFrame frameOf(int shade) {
    QVideoFrame frame(QVideoFrameFormat(QSize(1280, 720), QVideoFrameFormat::Format_YUV420P));
    frame.map(QVideoFrame::WriteOnly);
    for (int plane = 0; plane < 3; ++plane) {
        std::fill_n(frame.bits(plane), frame.mappedBytes(plane),
                    static_cast<uchar>(plane == 0 ? shade : 128));
    }
    frame.unmap();
    return frame;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    footlight::widgets::VideoView view;
    view.resize(arguments.value(1, QStringLiteral("1280")).toInt(),
                arguments.value(2, QStringLiteral("720")).toInt());
    view.show();
    const QList<QVideoFrame> frames{frameOf(40), frameOf(120), frameOf(200)};
    int shown = 0;
    QTimer feed;
    feed.setTimerType(Qt::PreciseTimer);
    QObject::connect(&feed, &QTimer::timeout, &view,
                     [&] { view.sink()->setVideoFrame(frames[shown++ % 3]); });
    QElapsedTimer time;
    double before = 0;
    QTimer::singleShot(500, &view, [&] {
        before = processorSeconds();
        shown = 0;
        time.start();
    });
    const int seconds = arguments.value(3, QStringLiteral("5")).toInt();
    QTimer::singleShot(500 + seconds * 1000, &application, &QApplication::quit);
    feed.start(33);
    QApplication::exec();
    const double elapsed = static_cast<double>(time.elapsed()) / 1000;
    const double used = processorSeconds() - before;
    std::printf("%d pictures in %.1f s at %dx%d: %.1f %% of one processor, %.2f ms a picture\n", shown,
                elapsed, view.width(), view.height(), used / elapsed * 100, used / shown * 1000);
    return 0;
}
