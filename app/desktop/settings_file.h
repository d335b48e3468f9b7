#pragma once

#include <QSettings>

#include "ui/models/settings_store.h"

namespace footlight::desktop {

/// Settings in one INI file. Owned by main, used on the window's thread.
class SettingsFile final : public models::SettingsStore {
public:
    explicit SettingsFile(const QString& path) : settings_(path, QSettings::IniFormat) {}

    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise) const override {
        return settings_.value(key, otherwise);
    }
    void setValue(const QString& key, const QVariant& value) override { settings_.setValue(key, value); }

private:
    QSettings settings_;
};

}  // namespace footlight::desktop
