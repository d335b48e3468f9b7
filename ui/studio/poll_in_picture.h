#pragma once

#include <QObject>
#include <QSize>
#include <QTemporaryDir>
#include <QTimer>
#include <optional>

#include "core/chat/poll.h"
#include "ui/studio/image_writer.h"
#include "ui/studio/ports.h"

namespace footlight::audience {
class PollBoard;
}

namespace footlight::studio {

/// The poll's results as a source of the scene: an image on top of it, painted anew once a second while the
/// poll is open, and taken away 20 s after its end. It enters the scene when its first image is written. All
/// that is given outlives it. On the window's thread.
class PollInPicture final : public QObject {
    Q_OBJECT
public:
    PollInPicture(audience::PollBoard& polls, SceneDesk& scene, SourceSettings& settings, QSize canvas,
                  QObject* parent = nullptr);
    ~PollInPicture() override;

    /// Also for the polls to come.
    void setWanted(bool isWanted);
    [[nodiscard]] bool isShown() const { return source_.has_value(); }

Q_SIGNALS:
    /// The image is in the scene now, or no more.
    void sceneChanged();
    /// It cannot be shown; for people.
    void refused(const QString& sentence);

private:
    void follow();
    /// With a poll.
    void paint();
    void painted(bool isWritten);
    Result<> show();
    void refuse(const QString& sentence);
    void remove();
    void removeOfFormerRuns();

    audience::PollBoard& polls_;
    SceneDesk& scene_;
    SourceSettings& settings_;
    QSize canvas_;
    QTemporaryDir folder_;
    ImageWriter writer_;
    QTimer pulse_;
    QTimer afterEnd_;
    bool isWanted_ = false;
    bool isDue_ = false;
    std::optional<capture::SourceId> source_;
    std::optional<PollId> over_;  ///< was shown to its end
};

}  // namespace footlight::studio
