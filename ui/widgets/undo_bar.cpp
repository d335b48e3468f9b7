#include "ui/widgets/undo_bar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <utility>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::widgets {
namespace {

constexpr std::chrono::seconds kPatience{8};

}  // namespace

UndoBar::UndoBar(QWidget* parent)
    : QFrame(parent),
      text_(new TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      button_(new QPushButton(tr("Undo"), this)) {
    setProperty("surface", QStringLiteral("raised"));
    text_->setFit(TextLabel::Fit::Elide);
    button_->setIcon(theme::icon(QStringLiteral("undo")));
    button_->setProperty("tone", QStringLiteral("quiet"));
    button_->setAccessibleName(tr("Undo"));
    timer_.setSingleShot(true);
    timer_.setInterval(kPatience);
    connect(&timer_, &QTimer::timeout, this, &UndoBar::pass);
    connect(button_, &QPushButton::clicked, this, [this] {
        timer_.stop();
        hide();
        if (const auto undo = std::exchange(undo_, nullptr)) {
            undo();
        }
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap4, theme::kGap4);
    layout->addWidget(text_, 1);
    layout->addWidget(button_);
    hide();
}

void UndoBar::offer(const QString& sentence, std::function<void()> undo) {
    text_->setText(sentence);
    button_->setAccessibleName(tr("Undo: %1").arg(sentence));
    undo_ = std::move(undo);
    show();
    timer_.start();
}

void UndoBar::pass() {
    timer_.stop();
    hide();
    if (std::exchange(undo_, nullptr)) {
        Q_EMIT passed();
    }
}

}  // namespace footlight::widgets
