#pragma once

#include <QString>

class QWidget;

namespace footlight::shell {

/// One entry of the rail. The window takes the widget; its QActions are what the command palette and the key
/// sheet list for it.
struct Page {
    enum class Place {
        Top,
        Bottom,
        Elsewhere,  ///< not on the rail: a menu or another page leads there
    };

    QString id;     ///< stable: "studio"
    QString title;  ///< translated
    QString icon;   ///< under resources/icons
    QWidget* widget = nullptr;
    Place place = Place::Top;
};

}  // namespace footlight::shell
