#include "app/desktop/copies_here.h"

#include <QThread>

#include "app/desktop/broadcast.h"
#include "core/capture/local_copy/copy_cutter.h"

namespace footlight::desktop {

CopiesHere::CopiesHere(models::SettingsStore& settings) : settings_(settings) {}

CopiesHere::~CopiesHere() {
    for (auto* thread : findChildren<QThread*>()) {
        thread->wait();
    }
}

std::vector<capture::KeptCopy> CopiesHere::copies() const {
    return capture::copiesIn(localCopyRule(settings_).folder);
}

bool CopiesHere::covers(const wire::RecordingHole& hole) const {
    return capture::copyOf(copies(), hole.at, hole.at + std::chrono::milliseconds(hole.durationMs)) !=
           nullptr;
}

void CopiesHere::cut(const wire::RecordingHole& hole, std::function<void(Result<QString>)> callback) {
    const auto all = copies();
    const UtcTime until = hole.at + std::chrono::milliseconds(hole.durationMs);
    const auto* copy = capture::copyOf(all, hole.at, until);
    if (copy == nullptr) {
        callback(fail(ErrorCategory::NotFound, "copy.none",
                      tr("No copy on this computer has that stretch.").toStdString()));
        return;
    }
    const QString to = cuts_.filePath(QStringLiteral("cut-%1.flv").arg(++number_));
    auto outcome = std::make_shared<Result<void>>();
    QThread* thread = QThread::create([from = hole.at, until, file = copy->file, to, outcome] {
        *outcome = capture::cutCopy(file, from, until, to.toStdString());
    });
    thread->setParent(this);
    connect(thread, &QThread::finished, this, [thread, to, outcome, callback = std::move(callback)] {
        thread->deleteLater();
        if (*outcome) {
            callback(to);
        } else {
            callback(fail(outcome->error()));
        }
    });
    thread->start();
}

}  // namespace footlight::desktop
