#include "ui/audience/sync_strip.h"

#include <QHBoxLayout>

#include "ui/audience/chat_sync.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {

SyncStrip::SyncStrip(ChatSync& sync, QWidget* parent)
    : QFrame(parent),
      sync_(sync),
      text_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setProperty("surface", QStringLiteral("card"));
    text_->setSecondary();
    text_->setFit(widgets::TextLabel::Fit::Elide);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap12, theme::kGap4);
    row->setSpacing(theme::kGap8);
    row->addWidget(new widgets::IconView(QStringLiteral("latency"), theme::IconTone::Plain, this));
    row->addWidget(text_, 1);
    pulse_.setInterval(std::chrono::seconds(1));
    connect(&pulse_, &QTimer::timeout, this, &SyncStrip::say);
    connect(&sync_, &ChatSync::heldChanged, this, &SyncStrip::say);
    say();
}

void SyncStrip::say() {
    const bool isHeld = sync_.isHeld();
    setVisible(isHeld);
    if (!isHeld) {
        pulse_.stop();
        return;
    }
    pulse_.start();
    const auto waiting = static_cast<int>(sync_.waiting());
    text_->setText(sync_.isRecording() ? tr("Replayed with the recording")
                   : waiting > 0       ? tr("In sync with the picture, %n to come", nullptr, waiting)
                                       : tr("In sync with the picture"));
}

}  // namespace footlight::audience
