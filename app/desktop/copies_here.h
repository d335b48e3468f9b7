#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <vector>

#include "core/capture/local_copy/copy_shelf.h"
#include "ui/recordings/local_copies.h"

namespace footlight::models {
class SettingsStore;
}

namespace footlight::desktop {

/// The local copies on this computer, where Settings say that they are. Cuts on a thread of its own. Owned by
/// the window's app, on the window's thread.
class CopiesHere final : public QObject, public recordings::LocalCopies {
    Q_OBJECT
public:
    explicit CopiesHere(models::SettingsStore& settings);
    /// Waits for a cut that runs.
    ~CopiesHere() override;

    [[nodiscard]] bool covers(const wire::RecordingHole& hole) const override;
    void cut(const wire::RecordingHole& hole, std::function<void(Result<QString>)> callback) override;

private:
    [[nodiscard]] std::vector<capture::KeptCopy> copies() const;

    models::SettingsStore& settings_;
    QTemporaryDir cuts_;
    int number_ = 0;
};

}  // namespace footlight::desktop
