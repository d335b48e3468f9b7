#pragma once

#include <QHash>

#include "ui/models/settings_store.h"

namespace footlight::tests {

/// Settings that nobody keeps.
class SettingsInMemory final : public models::SettingsStore {
public:
    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise) const override {
        return values_.value(key, otherwise);
    }
    void setValue(const QString& key, const QVariant& value) override { values_[key] = value; }

private:
    QHash<QString, QVariant> values_;
};

}  // namespace footlight::tests
