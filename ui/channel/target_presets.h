#pragma once

#include <QString>
#include <vector>

namespace footlight::channel {

/// A service that a broadcast can be sent on to, with the address that its own help pages give.
struct TargetPreset {
    QString name;  ///< "YouTube"; translated for the custom one
    QString url;   ///< empty where every account has its own
    QString hint;  ///< where the key is found
};

/// The services that we know, then the custom one.
std::vector<TargetPreset> targetPresets();

}  // namespace footlight::channel
