#include "ui/audience/sync_menu.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QWidgetAction>

#include "ui/audience/chat_sync.h"
#include "ui/models/settings_store.h"
#include "ui/theme/metrics.h"

namespace footlight::audience {
namespace {

SyncChoice choiceFrom(const QString& kept) {
    if (kept == QStringLiteral("on")) {
        return SyncChoice::On;
    }
    return kept == QStringLiteral("off") ? SyncChoice::Off : SyncChoice::Automatic;
}

QString toString(SyncChoice choice) {
    switch (choice) {
        case SyncChoice::On:
            return QStringLiteral("on");
        case SyncChoice::Off:
            return QStringLiteral("off");
        case SyncChoice::Automatic:
            break;
    }
    return QStringLiteral("automatic");
}

}  // namespace

SyncMenu::SyncMenu(ChatSync& sync, models::SettingsStore& settings, QWidget* parent)
    : QMenu(parent),
      sync_(sync),
      settings_(settings),
      choices_(new QActionGroup(this)),
      offset_(new QSpinBox(this)) {
    setAccessibleName(tr("Chat and picture"));
    setToolTipsVisible(true);
    sync_.setChoice(choiceFrom(settings_.value(models::keys::kChatSync, QString()).toString()));
    sync_.setOffset(std::chrono::seconds(settings_.value(models::keys::kChatSyncOffset, 0).toInt()));
    addSection(tr("Chat in sync with the picture"));
    addChoices();
    addSeparator();
    addOffset();
}

void SyncMenu::addChoices() {
    const auto add = [this](SyncChoice choice, const QString& text, const QString& tip) {
        QAction* action = addAction(text);
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(sync_.choice() == choice);
        choices_->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            sync_.setChoice(choice);
            settings_.setValue(models::keys::kChatSync, toString(choice));
        });
    };
    add(SyncChoice::Automatic, tr("Automatic"),
        tr("Chat waits for the picture where that is more than 3 seconds behind."));
    add(SyncChoice::On, tr("On"), tr("Chat always waits for the picture."));
    add(SyncChoice::Off, tr("Off"), tr("Chat is shown as soon as it is said."));
}

void SyncMenu::addOffset() {
    const int most = static_cast<int>(ChatSync::kMostOffset.count());
    offset_->setRange(-most, most);
    offset_->setSuffix(tr(" s"));
    offset_->setValue(static_cast<int>(sync_.offset().count()));
    offset_->setAccessibleName(tr("Chat later by seconds"));
    offset_->setToolTip(tr("Chat that waits comes so much later than its picture; earlier below 0."));
    connect(offset_, &QSpinBox::valueChanged, this, [this](int seconds) {
        sync_.setOffset(std::chrono::seconds(seconds));
        settings_.setValue(models::keys::kChatSyncOffset, seconds);
    });
    auto* line = new QWidget(this);
    auto* label = new QLabel(tr("Later by"), line);
    label->setBuddy(offset_);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap12, theme::kGap4);
    row->addWidget(label, 1);
    row->addWidget(offset_);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(line);
    addAction(action);
}

}  // namespace footlight::audience
