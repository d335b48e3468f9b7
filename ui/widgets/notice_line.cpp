#include "ui/widgets/notice_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::widgets {

NoticeLine::NoticeLine(QWidget* parent)
    : QFrame(parent),
      text_(new TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      action_(new QPushButton(this)),
      close_(new QToolButton(this)) {
    setProperty("surface", QStringLiteral("care"));
    setAccessibleName(tr("Status"));
    text_->setFit(TextLabel::Fit::Wrap);
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    close_->setProperty("tone", QStringLiteral("icon"));
    close_->setIcon(theme::icon(QStringLiteral("close")));
    close_->setAccessibleName(tr("Dismiss"));
    close_->setToolTip(tr("Dismiss"));
    connect(close_, &QToolButton::clicked, this, &NoticeLine::clear);
    connect(action_, &QPushButton::clicked, this, &NoticeLine::actionTriggered);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kGap16, theme::kGap4, theme::kGap8, theme::kGap4);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(new IconView(QStringLiteral("warning"), theme::IconTone::Care, this));
    layout->addWidget(text_, 1);
    layout->addWidget(action_);
    layout->addWidget(close_);
    hide();
}

void NoticeLine::show(const QString& sentence, const QString& action) {
    text_->setText(sentence);
    text_->setAccessibleName(sentence);
    action_->setText(action);
    action_->setAccessibleName(action);
    action_->setVisible(!action.isEmpty());
    setVisible(true);
}

void NoticeLine::clear() {
    text_->clear();
    hide();
}

QString NoticeLine::sentence() const { return text_->text(); }

}  // namespace footlight::widgets
