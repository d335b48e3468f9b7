#pragma once

#include <QObject>
#include <QStringList>

namespace footlight::models {
class SettingsStore;
}

namespace footlight::chatui {

/// How a person likes chats to look, kept in the settings; one for all chats of the app. On the window's
/// thread.
class ChatOptions final : public QObject {
    Q_OBJECT
public:
    static constexpr int kSmallestText = 12;
    static constexpr int kLargestText = 20;
    static constexpr int kUsualText = 13;

    /// `settings` outlives it.
    explicit ChatOptions(models::SettingsStore& settings, QObject* parent = nullptr);

    /// In pixels; grows with the system's font besides.
    [[nodiscard]] int textSize() const { return textSize_; }
    [[nodiscard]] bool hasHighContrast() const { return highContrast_; }
    [[nodiscard]] bool showsTime() const { return showsTime_; }
    [[nodiscard]] bool showsDeleted() const { return showsDeleted_; }
    void setTextSize(int pixels);
    void setHighContrast(bool isOn);
    void setShowsTime(bool isOn);
    void setShowsDeleted(bool isOn);

    /// The newest first, at most 24.
    [[nodiscard]] QStringList recentEmoji() const;
    void noteEmoji(const QString& emoji);

Q_SIGNALS:
    void changed();

private:
    void keep(bool& option, bool isOn, const QString& key);

    models::SettingsStore& settings_;
    int textSize_;
    bool highContrast_;
    bool showsTime_;
    bool showsDeleted_;
};

}  // namespace footlight::chatui
