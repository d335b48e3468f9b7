#include "ui/studio/poll_in_picture.h"

#include <QDir>
#include <QFile>

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
    : QObject(parent), polls_(polls), scene_(scene), settings_(settings), canvas_(canvas) {
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
            Q_EMIT refused(QString::fromStdString(shown.error().message()));
            return;
        }
    }
    if (poll->open) {
        afterEnd_.stop();
        pulse_.start();
    } else if (pulse_.isActive() || !afterEnd_.isActive()) {
        pulse_.stop();
        paint();
        afterEnd_.start();
    }
}

/// The engine reads the file again when its time changes, at most once a second: it must never find half of
/// it.
void PollInPicture::paint() {
    if (!polls_.poll()) {
        return;
    }
    const QString next = file() + QStringLiteral(".next");
    const QImage image = audience::pollPicture(*polls_.poll(), polls_.left(), canvas_);
    if (image.save(next, "PNG")) {
        QFile::remove(file());
        QFile::rename(next, file());
    }
}

Result<> PollInPicture::show() {
    paint();
    auto added = scene_.add(kKind, tr("Poll").toStdString());
    if (!added) {
        return fail(std::move(added.error()));
    }
    source_ = *added;
    auto set = settings_.setProperty(*source_, kFileProperty, file().toStdString());
    Q_EMIT sceneChanged();
    return set;
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
