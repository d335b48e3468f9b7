#include "ui/studio/advice_list.h"

#include <QHBoxLayout>
#include <algorithm>

#include "ui/models/broadcast_wording.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::studio {
namespace {

constexpr std::size_t kMostLines = 2;
constexpr int kMarkSize = 16;

}  // namespace

AdviceList::AdviceList(QWidget* parent) : QWidget(parent), lines_(new QVBoxLayout(this)) {
    lines_->setContentsMargins(0, 0, 0, 0);
    lines_->setSpacing(theme::kGap4);
    setAccessibleName(tr("Advice"));
    hide();
}

void AdviceList::show(std::vector<wire::HealthAdvice> advice) {
    std::stable_sort(advice.begin(), advice.end(),
                     [](const auto& a, const auto& b) { return a.severity > b.severity; });
    if (advice == shown_) {
        return;
    }
    shown_ = std::move(advice);
    while (QLayoutItem* item = lines_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    QStringList rest;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        if (i < kMostLines) {
            addLine(shown_[i]);
        } else {
            rest.append(models::adviceText(shown_[i]));
        }
    }
    if (!rest.isEmpty()) {
        auto* more = new widgets::TextLabel(tr("and %n more", nullptr, static_cast<int>(rest.size())),
                                            theme::TextRole::Caption, QFont::Normal, this);
        more->setSecondary();
        more->setToolTip(rest.join(QLatin1Char('\n')));
        more->setAccessibleDescription(more->toolTip());
        lines_->addWidget(more);
    }
    wantsCare_ = !shown_.empty() && shown_.front().severity != wire::AdviceSeverity::Hint;
    setVisible(!shown_.empty());
}

void AdviceList::addLine(const wire::HealthAdvice& advice) {
    const bool isHint = advice.severity == wire::AdviceSeverity::Hint;
    auto* line = new QWidget(this);
    auto* mark = new widgets::IconView(isHint ? QStringLiteral("info") : QStringLiteral("warning"),
                                       isHint ? theme::IconTone::Plain : theme::IconTone::Care, line);
    mark->setFixedSize(kMarkSize, kMarkSize);
    auto* words =
        new widgets::TextLabel(models::adviceText(advice), theme::TextRole::Caption, QFont::Normal, line);
    words->setFit(widgets::TextLabel::Fit::Wrap);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    line->setAccessibleName(words->text());
    lines_->addWidget(line);
}

}  // namespace footlight::studio
