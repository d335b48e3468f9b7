#include "ui/studio/poll_in_picture.h"

#include <QDir>
#include <utility>

#include "ui/audience/poll_board.h"
#include "ui/audience/poll_picture.h"

namespace footlight::studio {
namespace {

constexpr std::chrono::seconds kPulse{1};
constexpr std::chrono::seconds kStaysAfterEnd{20};
constexpr const char* kKind = "image_source";
constexpr const char* kFileProperty = "file";
const QString kFileName = QStringLiteral("footlight-poll.png");

}  // namespace

PollInPicture::PollInPicture(audience::PollBoard& polls, SceneDesk& scene, SourceSettings& settings,
                             QSize canvas, QObject* parent)
    : QObject(parent),
      polls_(polls),
      scene_(scene),
      settings_(settings),
      canvas_(canvas),
      writer_(QDir(folder_.path()).filePath(kFileName)) {
    connect(&writer_, &ImageWriter::written, this, &PollInPicture::painted);
    pulse_.setInterval(kPulse);
    connect(&pulse_, &QTimer::timeout, this, &PollInPicture::paint);
    afterEnd_.setSingleShot(true);
    afterEnd_.setInterval(kStaysAfterEnd);
    connect(&afterEnd_, &QTimer::timeout, this, [this] {
        over_ = polls_.poll() ? std::optional(polls_.poll()->id) : std::nullopt;
        follow();
    });
    connect(&polls_, &audience::PollBoard::changed, this, &PollInPicture::follow);
    removeOfFormerRuns();
}

PollInPicture::~PollInPicture() {
    if (source_) {
        (void)scene_.remove(*source_);
    }
}

/// A run that was killed leaves its image in the saved scene, and no file behind it.
void PollInPicture::removeOfFormerRuns() {
    for (const auto& source : scene_.sources()) {
        if (source.kind != kKind) {
            continue;
        }
        const auto properties = settings_.properties(source.id);
        for (const auto& property : properties.value_or(std::vector<capture::Property>())) {
            const auto* path = std::get_if<std::string>(&property.value);
            if (property.name == kFileProperty && path != nullptr &&
                QString::fromStdString(*path).endsWith(QLatin1Char('/') + kFileName)) {
                (void)scene_.remove(source.id);
                break;
            }
        }
    }
}

void PollInPicture::setWanted(bool isWanted) {
    isWanted_ = isWanted;
    over_.reset();
    follow();
}

void PollInPicture::follow() {
    const auto& poll = polls_.poll();
    if (!isWanted_ || !poll || over_ == poll->id) {
        remove();
        return;
    }
    const bool isNew = !std::exchange(isDue_, true);
    if (poll->open) {
        afterEnd_.stop();
        if (isNew) {
            paint();
        }
        if (!pulse_.isActive()) {  // started anew by every vote it would never come
            pulse_.start();
        }
    } else if (pulse_.isActive() || !afterEnd_.isActive()) {
        pulse_.stop();
        paint();
        afterEnd_.start();
    }
}

void PollInPicture::paint() { writer_.write(audience::pollPicture(*polls_.poll(), polls_.left(), canvas_)); }

/// The engine is told of each new image: by itself it looks at the file's time, in whole seconds, and would
/// miss the second of two that were made within one.
void PollInPicture::painted(bool isWritten) {
    if (!source_) {
        if (!isWritten) {
            refuse(tr("The poll's picture could not be written to “%1”.").arg(folder_.path()));
            return;
        }
        if (const auto shown = show(); !shown) {
            refuse(QString::fromStdString(shown.error().message()));
        }
    } else if (isWritten) {  // else the last one stays until the next pulse
        (void)settings_.setProperty(*source_, kFileProperty, writer_.path().toStdString());
    }
}

Result<> PollInPicture::show() {
    auto added = scene_.add(kKind, tr("Poll").toStdString());
    if (!added) {
        return fail(std::move(added.error()));
    }
    source_ = *added;
    Q_EMIT sceneChanged();
    return settings_.setProperty(*source_, kFileProperty, writer_.path().toStdString());
}

void PollInPicture::refuse(const QString& sentence) {
    isWanted_ = false;
    remove();
    Q_EMIT refused(sentence);
}

void PollInPicture::remove() {
    isDue_ = false;
    writer_.forget();
    pulse_.stop();
    afterEnd_.stop();
    if (source_) {
        // Somebody may have taken it off the list of sources already.
        (void)scene_.remove(*source_);
        source_.reset();
        Q_EMIT sceneChanged();
    }
}

}  // namespace footlight::studio
