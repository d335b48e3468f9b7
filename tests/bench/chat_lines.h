#pragma once

#include <sys/resource.h>

#include <QString>
#include <string>
#include <vector>

#include "core/wire/chat.h"

/// What the benchmarks of the chat's view have in common.
namespace footlight::bench {

inline std::vector<wire::ChatMessage> makeMessages(int count) {
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

/// A message as Qt's own views are given it.
inline QString plainLine(const wire::ChatMessage& message) {
    return QStringLiteral("12:00 %1:  %2")
        .arg(QString::fromStdString(message.user.name), QString::fromStdString(message.text));
}

inline QString richLine(const wire::ChatMessage& message) {
    return QStringLiteral("<span>12:00</span> <b style='color:#6C8CFF'>%1:</b> &nbsp;%2")
        .arg(QString::fromStdString(message.user.name).toHtmlEscaped(),
             QString::fromStdString(message.text).toHtmlEscaped());
}

inline double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace footlight::bench
