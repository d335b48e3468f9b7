#include "ui/widgets/state_chip.h"

#include <QHBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::widgets {

StateChip::StateChip(QWidget* parent)
    : QFrame(parent),
      mark_(new IconView(QStringLiteral("info"), theme::IconTone::Plain, this)),
      text_(new TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    mark_->setFixedSize(16, 16);
    text_->setFit(TextLabel::Fit::Elide);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap4);
    row->addWidget(mark_);
    row->addWidget(text_, 1);
}

void StateChip::show(const QString& icon, theme::IconTone tone, const QString& text,
                     const QString& sentence) {
    mark_->setIcon(icon, tone);
    text_->setText(text);
    setToolTip(sentence.isEmpty() ? QString() : Qt::convertFromPlainText(sentence, Qt::WhiteSpaceNormal));
    setAccessibleName(text);
    setAccessibleDescription(sentence);
    QFrame::show();
}

QString StateChip::text() const { return text_->text(); }

}  // namespace footlight::widgets
