#include "ui/recordings/holes_view.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/models/wording.h"
#include "ui/recordings/local_copies.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::recordings {
namespace {

/// What is filled begins with a key frame. Ours are two seconds apart: a hole that is hardly longer may have
/// none, and what is left of a filled one is no longer either.
constexpr qint64 kShortestMs = 2'200;

}  // namespace

HolesView::HolesView(const LocalCopies& copies, QWidget* parent)
    : QWidget(parent),
      copies_(copies),
      heading_(
          new widgets::TextLabel(tr("What the network lost"), theme::TextRole::Body, QFont::DemiBold, this)),
      lines_(new QVBoxLayout) {
    lines_->setContentsMargins(0, 0, 0, 0);
    lines_->setSpacing(theme::kGap4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap8, 0, 0);
    layout->setSpacing(theme::kGap4);
    layout->addWidget(heading_);
    layout->addLayout(lines_);
    hide();
}

void HolesView::show(const std::vector<wire::RecordingHole>& holes) {
    if (holes == shown_ && isVisible() == !holes.empty()) {
        return;
    }
    shown_ = holes;
    buttons_.clear();
    while (QLayoutItem* item = lines_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        addLine(static_cast<int>(i), shown_[i]);
    }
    setVisible(!shown_.empty());
}

void HolesView::addLine(int number, const wire::RecordingHole& hole) {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    const QString words = tr("%1, for %2 s")
                              .arg(models::momentText(hole.at))
                              .arg(static_cast<double>(hole.durationMs) / 1000, 0, 'f', 1);
    row->addWidget(new widgets::TextLabel(words, theme::TextRole::Body, QFont::Normal, line), 1);
    if (hole.durationMs >= kShortestMs && copies_.covers(hole)) {
        auto* fill =
            new QPushButton(theme::icon(QStringLiteral("fill")), tr("Fill from my local copy"), line);
        fill->setAccessibleName(tr("Fill %1 from my local copy").arg(words));
        fill->setEnabled(!isBusy_);
        connect(fill, &QPushButton::clicked, this, [this, number, hole] { Q_EMIT fillAsked(number, hole); });
        row->addWidget(fill);
        buttons_.push_back(fill);
    } else {
        auto* none = new widgets::TextLabel(
            hole.durationMs < kShortestMs ? tr("Too short to be filled") : tr("No local copy of it"),
            theme::TextRole::Caption, QFont::Normal, line);
        none->setSecondary();
        row->addWidget(none);
    }
    lines_->addWidget(line);
}

void HolesView::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    for (QPushButton* button : buttons_) {
        button->setEnabled(!isBusy);
    }
}

}  // namespace footlight::recordings
