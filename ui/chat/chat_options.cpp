#include "ui/chat/chat_options.h"

#include <algorithm>

#include "ui/models/settings_store.h"

namespace footlight::chatui {
namespace {

constexpr int kRecent = 24;
const QString kTextSize = QStringLiteral("chat/textSize");
const QString kHighContrast = QStringLiteral("chat/highContrast");
const QString kShowsTime = QStringLiteral("chat/time");
const QString kShowsDeleted = QStringLiteral("chat/deleted");
const QString kRecentEmoji = QStringLiteral("chat/recentEmoji");

}  // namespace

ChatOptions::ChatOptions(models::SettingsStore& settings, QObject* parent)
    : QObject(parent),
      settings_(settings),
      textSize_(std::clamp(settings.value(kTextSize, kUsualText).toInt(), kSmallestText, kLargestText)),
      highContrast_(settings.value(kHighContrast, false).toBool()),
      showsTime_(settings.value(kShowsTime, true).toBool()),
      showsDeleted_(settings.value(kShowsDeleted, false).toBool()) {}

void ChatOptions::setTextSize(int pixels) {
    const int size = std::clamp(pixels, kSmallestText, kLargestText);
    if (size != textSize_) {
        textSize_ = size;
        settings_.setValue(kTextSize, size);
        Q_EMIT changed();
    }
}

void ChatOptions::setHighContrast(bool isOn) { keep(highContrast_, isOn, kHighContrast); }
void ChatOptions::setShowsTime(bool isOn) { keep(showsTime_, isOn, kShowsTime); }
void ChatOptions::setShowsDeleted(bool isOn) { keep(showsDeleted_, isOn, kShowsDeleted); }

void ChatOptions::keep(bool& option, bool isOn, const QString& key) {
    if (option != isOn) {
        option = isOn;
        settings_.setValue(key, isOn);
        Q_EMIT changed();
    }
}

QStringList ChatOptions::recentEmoji() const { return settings_.value(kRecentEmoji, {}).toStringList(); }

void ChatOptions::noteEmoji(const QString& emoji) {
    QStringList recent = recentEmoji();
    recent.removeAll(emoji);
    recent.prepend(emoji);
    settings_.setValue(kRecentEmoji, QStringList(recent.mid(0, kRecent)));
}

}  // namespace footlight::chatui
