#pragma once

#include "ui/widgets/section.h"

namespace footlight::models {
class SettingsStore;
}

namespace footlight::settings {

/// Size, rate and bitrate of the broadcast. Saved as they are changed.
class StreamSection final : public widgets::Section {
    Q_OBJECT
public:
    explicit StreamSection(models::SettingsStore& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Bitrates hold from the next broadcast on, size and rate from the next start of the app.
    void changed();

private:
    QWidget* makeSize();
    QWidget* makeRate();
    QWidget* makeBitrate(const QString& key, int otherwise, int least, int most);

    models::SettingsStore& settings_;
};

}  // namespace footlight::settings
