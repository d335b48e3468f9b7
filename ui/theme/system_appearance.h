#pragma once

#include <QDBusVariant>
#include <QObject>

namespace footlight::theme {

enum class Appearance { System, Dark, Light };

/// What the desktop says about dark and light, by the settings portal of freedesktop; dark where it says
/// nothing. Lives on the window's thread and never waits for an answer.
class SystemAppearance final : public QObject {
    Q_OBJECT
public:
    explicit SystemAppearance(QObject* parent = nullptr);

    [[nodiscard]] Appearance preferred() const { return preferred_; }

Q_SIGNALS:
    void changed(footlight::theme::Appearance preferred);

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void take(const QVariant& value);

    Appearance preferred_ = Appearance::Dark;
};

}  // namespace footlight::theme
