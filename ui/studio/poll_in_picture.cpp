#include "ui/studio/poll_in_picture.h"

#include <QDir>
#include <filesystem>
#include <system_error>

#include "ui/audience/poll_board.h"
#include "ui/audience/poll_picture.h"

namespace footlight::studio {
namespace {

constexpr std::chrono::seconds kPulse{1};
constexpr std::chrono::seconds kStaysAfterEnd{20};
constexpr const char* kKind = "image_source";
constexpr const char* kFileProperty = "file";
constexpr int kBarelyCompressed = 90;  // the file lives for a second
const QString kFileName = QStringLiteral("footlight-poll.png");

}  // namespace

PollInPicture::PollInPicture(audience::PollBoard& polls, SceneDesk& scene, SourceSettings& settings,
                             QSize canvas, QObject* parent)
    : QObject(parent), polls_(polls), scene_(scene), settings_(settings), canvas_(canvas) {
    pulse_.setInterval(kPulse);
    connect(&pulse_, &QTimer::timeout, this, [this] { (void)paint(); });
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

QString PollInPicture::file() const { return QDir(folder_.path()).filePath(kFileName); }

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
    const bool isDue = isWanted_ && poll && over_ != poll->id;
    if (!isDue) {
        remove();
        return;
    }
    if (!source_) {
        if (const auto shown = show(); !shown) {
            isWanted_ = false;
            remove();
            Q_EMIT refused(QString::fromStdString(shown.error().message()));
            return;
        }
    }
    if (poll->open) {
        afterEnd_.stop();
        if (!pulse_.isActive()) {  // started anew by every vote it would never come
            pulse_.start();
        }
    } else if (pulse_.isActive() || !afterEnd_.isActive()) {
        pulse_.stop();
        (void)paint();
        afterEnd_.start();
    }
}

/// The engine is told of each new image: by itself it looks at the file's time, in whole seconds, and would
/// miss the second of two that were made within one. It must find a whole file at any moment.
Result<> PollInPicture::paint() {
    const QString next = file() + QStringLiteral(".next");
    const QImage image = audience::pollPicture(*polls_.poll(), polls_.left(), canvas_);
    std::error_code problem = std::make_error_code(std::errc::io_error);
    if (image.save(next, "PNG", kBarelyCompressed)) {
        std::filesystem::rename(next.toStdString(), file().toStdString(), problem);
    }
    if (problem) {
        return fail(ErrorCategory::Unavailable, "studio.poll_picture",
                    tr("The poll's picture could not be written to “%1”.").arg(folder_.path()).toStdString());
    }
    return settings_.setProperty(*source_, kFileProperty, file().toStdString());
}

Result<> PollInPicture::show() {
    auto added = scene_.add(kKind, tr("Poll").toStdString());
    if (!added) {
        return fail(std::move(added.error()));
    }
    source_ = *added;
    Q_EMIT sceneChanged();
    return paint();
}

void PollInPicture::remove() {
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
