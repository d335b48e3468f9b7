// What a message costs in the chat's view, appended and painted, beside Qt's own views that show the same in
// the same run: bench_chat_view [messages]
#include <sys/resource.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTextBlock>
#include <QTextBrowser>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view.h"
#include "ui/theme/theme.h"

using namespace footlight;

namespace {

constexpr QSize kSize(320, 600);

std::vector<wire::ChatMessage> makeMessages(int count) {
    const std::vector<std::string> texts{
        "hello", "that solder joint is art, how long did it take you to learn that?", "🎉🎉🎉",
        "see https://studio.example/parts?page=2 for the whole list of parts",
        "I meant 470 pF, not 470 nF; with the other one it would never have worked at this frequency"};
    std::vector<wire::ChatMessage> messages;
    for (int i = 0; i < count; ++i) {
        wire::ChatMessage message;
        message.at = utcFromMilliseconds(1795252800000 + i);
        message.id = MessageId::make(message.at);
        message.channel = "anna";
        message.user.name = "person" + std::to_string(i * 7919 % 400);
        message.text = texts[static_cast<std::size_t>(i) % texts.size()];
        messages.push_back(std::move(message));
    }
    return messages;
}

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

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
    const double before = processorSeconds();
    for (std::size_t i = filling; i < messages.size(); ++i) {
        append(messages[i]);
        QCoreApplication::processEvents();  // the paint that it asked for
    }
    return (processorSeconds() - before) * 1e6 / static_cast<double>(messages.size() - filling);
}

double ours(const std::vector<wire::ChatMessage>& messages) {
    chatui::ChatModel model;
    chatui::ChatView view;
    view.setModel(&model);
    return costOf(messages, view, [&](const wire::ChatMessage& message) { model.append(message); });
}

QString plainLine(const wire::ChatMessage& message) {
    return QStringLiteral("12:00 %1:  %2")
        .arg(QString::fromStdString(message.user.name), QString::fromStdString(message.text));
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
        model.appendRow(new QStandardItem(plainLine(message)));
        view.scrollToBottom();
    });
}

double textBrowser(const std::vector<wire::ChatMessage>& messages) {
    QTextBrowser view;
    view.document()->setMaximumBlockCount(chatui::ChatModel::kMostLines);
    return costOf(messages, view, [&](const wire::ChatMessage& message) {
        view.append(QStringLiteral("<span>12:00</span> <b style='color:#6C8CFF'>%1:</b> &nbsp;%2")
                        .arg(QString::fromStdString(message.user.name).toHtmlEscaped(),
                             QString::fromStdString(message.text).toHtmlEscaped()));
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

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", qgetenv("DISPLAY").isEmpty() ? "offscreen" : "xcb");
    QApplication app(argc, argv);
    const theme::Theme theme(app);
    const int count = std::max(1'200, app.arguments().value(1, QStringLiteral("3000")).toInt());
    const auto messages = makeMessages(count);
    const double own = ours(messages);
    std::printf("%d lines kept, %dx%d, each message painted when it has come\n",
                chatui::ChatModel::kMostLines, kSize.width(), kSize.height());
    print("Footlight: roles, links, emoji, colours", own, own);
    print("QListView, plain text, word wrap", listView(messages), own);
    print("QTextBrowser, name in colour", textBrowser(messages), own);
    std::printf("%-44s %8.1f ms\n", "Footlight: a change of width until painted", resizeMs(messages));
    return 0;
}
