#pragma once

#include <QHash>

#include "ui/models/settings_store.h"

namespace footlight::models {

/// Settings that live as long as the test.
class MemorySettings final : public SettingsStore {
public:
    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise) const override {
        return values.value(key, otherwise);
    }
    void setValue(const QString& key, const QVariant& value) override { values.insert(key, value); }

    QHash<QString, QVariant> values;
};

}  // namespace footlight::models
