#include "core/relay/origin/rendition.h"

namespace footlight::relay::origin {

Rendition::Rendition(std::string name, LiveWindow::Start start, std::shared_ptr<BroadcastArchive> archive)
    : name_(std::move(name)),
      archive_(std::move(archive)),
      init_(start.segments.empty() ? nullptr : start.segments.back()->init),
      window_(std::move(start)) {}

void Rendition::useInit(const SharedBytes& bytes) {
    if (init_ && *init_->bytes == *bytes) {
        return;
    }
    const auto name = "init-" + std::to_string(window_.nextSequence()) + ".mp4";
    init_ = std::make_shared<const InitSection>(InitSection{name, bytes});
    if (archive_) {
        archive_->init(name_, name, bytes);
    }
}

void Rendition::beginSegment(const Head& head) {
    closeSegment();
    window_.beginSegment(head.shownAt, head.discontinuity, init_);
    head_ = {window_.nextSequence(), head.shownAt, head.discontinuity, head.isSlate, init_->name};
}

void Rendition::addPart(SharedBytes bytes, media::MediaTime duration, bool isIndependent) {
    const auto body = std::make_shared<PartBody>(std::move(bytes));
    window_.addPart({body, duration, isIndependent});
    if (archive_) {
        if (!std::exchange(isArchived_, true)) {
            archive_->begin(name_, head_);
        }
        archive_->part(name_, {body, duration, isIndependent});
    }
}

void Rendition::closeSegment() {
    window_.closeSegment();
    if (std::exchange(isArchived_, false)) {
        archive_->close(name_);
    }
}

}  // namespace footlight::relay::origin
