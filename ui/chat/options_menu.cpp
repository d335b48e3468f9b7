#include "ui/chat/options_menu.h"

#include <QHBoxLayout>
#include <QSlider>
#include <QWidgetAction>

#include "ui/chat/chat_options.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::chatui {

OptionsMenu::OptionsMenu(ChatOptions& options, QWidget* parent) : QMenu(parent), options_(options) {
    setAccessibleName(tr("How the chat looks"));
    addSize();
    addSeparator();
    connect(addToggle(tr("High contrast"), options.hasHighContrast()), &QAction::toggled, &options_,
            &ChatOptions::setHighContrast);
    connect(addToggle(tr("Show times"), options.showsTime()), &QAction::toggled, &options_,
            &ChatOptions::setShowsTime);
    connect(addToggle(tr("Show deleted messages"), options.showsDeleted()), &QAction::toggled, &options_,
            &ChatOptions::setShowsDeleted);
}

QAction* OptionsMenu::addToggle(const QString& text, bool isOn) {
    QAction* action = addAction(text);
    action->setCheckable(true);
    action->setChecked(isOn);
    return action;
}

void OptionsMenu::addSize() {
    auto* holder = new QWidget(this);
    auto* label = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, holder);
    const auto show = [label](int pixels) { label->setText(tr("Text size: %1").arg(pixels)); };
    auto* slider = new QSlider(Qt::Horizontal, holder);
    slider->setRange(ChatOptions::kSmallestText, ChatOptions::kLargestText);
    slider->setPageStep(1);
    slider->setValue(options_.textSize());
    slider->setAccessibleName(tr("Text size"));
    slider->setMinimumWidth(180);
    show(slider->value());
    connect(slider, &QSlider::valueChanged, &options_, &ChatOptions::setTextSize);
    connect(slider, &QSlider::valueChanged, label, show);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap12, theme::kGap4);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(slider);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(holder);
    addAction(action);
}

}  // namespace footlight::chatui
