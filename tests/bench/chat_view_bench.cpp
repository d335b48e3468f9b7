// What a message costs in the chat's view, appended and painted, beside Qt's own views that show the same in
// the same run; then what its frames take while a stadium speaks: bench_chat_view [messages|frames]
#include <QElapsedTimer>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTextBrowser>
#include <cstdio>
#include <functional>
#include <vector>

#include "tests/bench/chat_frames.h"
#include "tests/bench/chat_lines.h"
#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view.h"
#include "ui/theme/theme.h"

using namespace footlight;

namespace {

constexpr QSize kSize(320, 600);

/// Microseconds of processor for a message, each painted when it has come.
double costOf(const std::vector<wire::ChatMessage>& messages, QWidget& window,
              const std::function<void(const wire::ChatMessage&)>& append) {
    window.resize(kSize);
    window.show();
    const std::size_t filling = chatui::ChatModel::kMostLines;
    for (std::size_t i = 0; i < filling; ++i) {
        append(messages[i]);
    }
    QCoreApplication::processEvents();
    const double before = bench::processorSeconds();
    for (std::size_t i = filling; i < messages.size(); ++i) {
        append(messages[i]);
        QCoreApplication::processEvents();  // the paint that it asked for
    }
    return (bench::processorSeconds() - before) * 1e6 / static_cast<double>(messages.size() - filling);
}

double ours(const std::vector<wire::ChatMessage>& messages) {
    chatui::ChatModel model;
    chatui::ChatView view;
    view.setModel(&model);
    return costOf(messages, view, [&](const wire::ChatMessage& message) { model.append(message); });
}

double listView(const std::vector<wire::ChatMessage>& messages) {
    QStandardItemModel model;
    QListView view;
    view.setModel(&model);
    view.setWordWrap(true);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setResizeMode(QListView::Adjust);
    return costOf(messages, view, [&](const wire::ChatMessage& message) {
        if (model.rowCount() >= chatui::ChatModel::kMostLines) {
            model.removeRow(0);
        }
        model.appendRow(new QStandardItem(bench::plainLine(message)));
        view.scrollToBottom();
    });
}

double textBrowser(const std::vector<wire::ChatMessage>& messages) {
    QTextBrowser view;
    view.document()->setMaximumBlockCount(chatui::ChatModel::kMostLines);
    return costOf(messages, view, [&](const wire::ChatMessage& message) {
        view.append(bench::richLine(message));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    });
}

void print(const char* what, double cost, double own) {
    std::printf("%-44s %8.0f us a message, %5.1f %% of a processor at 200 a second, ratio %.2f\n", what, cost,
                cost * 200 / 1e4, cost / own);
}

/// How long one change of width holds the window up, with all lines there.
double resizeMs(const std::vector<wire::ChatMessage>& messages) {
    chatui::ChatModel model;
    chatui::ChatView view;
    view.setModel(&model);
    view.resize(kSize);
    view.show();
    for (int i = 0; i < chatui::ChatModel::kMostLines; ++i) {
        model.append(messages[static_cast<std::size_t>(i)]);
    }
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    view.resize(kSize + QSize(80, 0));
    view.repaint();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void printCosts(int count) {
    const auto messages = bench::makeMessages(std::max(1'200, count));
    const double own = ours(messages);
    std::printf("%d lines kept, %dx%d, each message painted when it has come\n",
                chatui::ChatModel::kMostLines, kSize.width(), kSize.height());
    print("Footlight: roles, links, emoji, colours", own, own);
    print("QListView, plain text, word wrap", listView(messages), own);
    print("QTextBrowser, name in colour", textBrowser(messages), own);
    std::printf("%-44s %8.1f ms\n", "Footlight: a change of width until painted", resizeMs(messages));
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", qgetenv("DISPLAY").isEmpty() ? "offscreen" : "xcb");
    bench::TimedApplication app(argc, argv);
    const theme::Theme theme(app);
    if (app.arguments().value(1) != QStringLiteral("frames")) {
        printCosts(app.arguments().value(1, QStringLiteral("3000")).toInt());
    }
    bench::printFrames(app);
    return 0;
}
