#pragma once

#include <QObject>

namespace footlight::settings {
class SettingsPage;
}

namespace footlight::desktop {

struct AppContext;
class StudioSide;

/// The settings in the window: does what the page asks for, and tells it how things stand. Belongs to the
/// page.
class SettingsSide : public QObject {
    Q_OBJECT
public:
    /// `studio` may be null; all of it outlives the page.
    SettingsSide(AppContext& context, StudioSide* studio, settings::SettingsPage& page);

private:
    void wireRelay();
    void wireChannel();
    void useRelay();
    void showConnection();
    void showIdentity();

    AppContext& context_;
    StudioSide* studio_;
    settings::SettingsPage& page_;
};

}  // namespace footlight::desktop
