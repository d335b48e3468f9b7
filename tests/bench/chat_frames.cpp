#include "tests/bench/chat_frames.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <utility>

#include "core/client/relay_client.h"
#include "tests/bench/chat_lines.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/chat_view.h"
#include "ui/pictures/picture_store.h"

namespace footlight::bench {
namespace {

constexpr QSize kSize(340, 900);
constexpr int kPerSecond = 200;
constexpr qint64 kMilliseconds = 10'000;
constexpr std::chrono::milliseconds kTick{5};

using Append = std::function<void(const wire::ChatMessage&)>;

struct Outcome {
    std::size_t frames = 0;
    double median = 0;
    double p99 = 0;
    double most = 0;
    double share = 0;  ///< of one processor, percent
};

/// Runs the loop while the messages come as they would over a socket: some at each turn, none late for long.
Outcome run(TimedApplication& app, QWidget& window, QWidget& painted,
            const std::vector<wire::ChatMessage>& messages, std::size_t filling, const Append& append) {
    window.resize(kSize);
    window.show();
    for (std::size_t i = 0; i < filling; ++i) {
        append(messages[i]);
    }
    QEventLoop loop;
    QTimer::singleShot(500, &loop, &QEventLoop::quit);
    loop.exec();  // what is laid out when there is time for it
    QElapsedTimer clock;
    QTimer socket;
    socket.setTimerType(Qt::PreciseTimer);
    std::size_t next = filling;
    QObject::connect(&socket, &QTimer::timeout, &loop, [&] {
        const auto due = filling + static_cast<std::size_t>(clock.elapsed() * kPerSecond / 1000);
        for (; next < std::min(due, messages.size()); ++next) {
            append(messages[next]);
        }
        if (clock.elapsed() >= kMilliseconds) {
            loop.quit();
        }
    });
    app.watch(&painted);
    const double before = processorSeconds();
    clock.start();
    socket.start(kTick);
    loop.exec();
    const double seconds = static_cast<double>(clock.elapsed()) / 1e3;
    const double share = (processorSeconds() - before) / seconds * 100;
    auto times = app.frames();
    app.watch(nullptr);
    std::sort(times.begin(), times.end());
    if (times.empty()) {
        return {};
    }
    return {times.size(), times[times.size() / 2], times[times.size() * 99 / 100], times.back(), share};
}

Outcome ours(TimedApplication& app, const std::vector<wire::ChatMessage>& messages, std::size_t filling) {
    const SystemClock clock;
    client::RelayClient relay{clock};
    models::MemorySettings settings;
    pictures::Pictures pictures{relay.api()};
    chatui::ChatOptions options{settings};
    chatui::ChatController chat{relay, pictures.faces, options};
    chat.setChannel(QString::fromStdString(messages.front().channel));
    chatui::ChatPanel panel{chat};
    return run(app, panel, *panel.view().viewport(), messages, filling,
               [&](const wire::ChatMessage& message) { Q_EMIT relay.live().messageReceived(message); });
}

Outcome textBrowser(TimedApplication& app, const std::vector<wire::ChatMessage>& messages,
                    std::size_t filling) {
    QTextBrowser view;
    view.document()->setMaximumBlockCount(static_cast<int>(filling));
    return run(app, view, *view.viewport(), messages, filling, [&](const wire::ChatMessage& message) {
        view.append(richLine(message));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    });
}

void print(const char* what, const Outcome& outcome) {
    std::printf("%-44s %5zu frames, p50 %6.2f ms, p99 %6.2f ms, most %6.2f ms, %5.1f %% of a processor\n",
                what, outcome.frames, outcome.median, outcome.p99, outcome.most, outcome.share);
}

}  // namespace

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
    hasPainted_ = hasPainted_ || (receiver == painted_ && event->type() == QEvent::Paint);
    if (depth_ > 0 || painted_ == nullptr) {
        return QApplication::notify(receiver, event);
    }
    ++depth_;
    QElapsedTimer taken;
    taken.start();
    const bool isHandled = QApplication::notify(receiver, event);
    spent_ += static_cast<double>(taken.nsecsElapsed()) / 1e6;
    --depth_;
    if (std::exchange(hasPainted_, false)) {
        frames_.push_back(std::exchange(spent_, 0));
    }
    return isHandled;
}

void TimedApplication::watch(const QWidget* painted) {
    painted_ = painted;
    frames_.clear();
    spent_ = 0;
    hasPainted_ = false;
}

void printFrames(TimedApplication& app) {
    const std::size_t filling = chatui::ChatModel::kMostLines;
    const auto messages =
        makeMessages(static_cast<int>(filling) + static_cast<int>(kPerSecond * kMilliseconds / 1000));
    std::printf("%d messages a second for %lld s, following, %dx%d\n", kPerSecond,
                static_cast<long long>(kMilliseconds / 1000), kSize.width(), kSize.height());
    const Outcome own = ours(app, messages, filling);
    const Outcome other = textBrowser(app, messages, filling);
    print("Footlight: the chat's panel", own);
    print("QTextBrowser, name in colour", other);
    std::printf("%-44s p50 %.2f, p99 %.2f, processor %.2f\n", "QTextBrowser to Footlight",
                other.median / own.median, other.p99 / own.p99, other.share / own.share);
}

}  // namespace footlight::bench
