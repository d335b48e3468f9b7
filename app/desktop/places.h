#pragma once

#include <QString>
#include <QTemporaryDir>
#include <memory>

namespace footlight::desktop {

/// Where this run keeps its things.
struct Places {
    QString settingsFile;
    QString relayFolder;
    QString sceneFile;
    bool keepsSecrets = true;                  ///< in the keychain; else for this run only
    std::unique_ptr<QTemporaryDir> temporary;  ///< holds all of it, and goes with us

    /// The user's own folders.
    static Places ofUser();
    /// A folder that is removed at the end: nothing is kept.
    static Places forThisRun();
};

}  // namespace footlight::desktop
