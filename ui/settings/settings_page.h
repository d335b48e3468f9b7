#pragma once

#include <QWidget>

#include "ui/theme/system_appearance.h"

namespace footlight::models {
class SettingsStore;
}

namespace footlight::settings {

class ChannelSection;
class LocalCopySection;
class RelaySection;
class StreamSection;

/// Everything that can be set, saved as it is changed. Says what was asked; the app does it.
class SettingsPage final : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(models::SettingsStore& settings, QWidget* parent = nullptr);

    [[nodiscard]] RelaySection& relay() { return *relay_; }
    [[nodiscard]] ChannelSection& channel() { return *channel_; }
    [[nodiscard]] LocalCopySection& localCopy() { return *localCopy_; }
    [[nodiscard]] StreamSection& stream() { return *stream_; }

Q_SIGNALS:
    void appearanceChosen(footlight::theme::Appearance appearance);

private:
    QWidget* makeAppearance();

    models::SettingsStore& settings_;
    RelaySection* relay_;
    ChannelSection* channel_;
    StreamSection* stream_;
    LocalCopySection* localCopy_;
};

}  // namespace footlight::settings
