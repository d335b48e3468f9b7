#include "ui/studio/broadcast_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::studio {
namespace {

constexpr int kLongestTitle = 140;
constexpr std::chrono::seconds kNoteStays{3};

}  // namespace

BroadcastBar::BroadcastBar(BroadcastController& controller, QWidget* parent)
    : QFrame(parent),
      controller_(controller),
      title_(new QLineEdit(this)),
      note_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      destinations_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      button_(new QPushButton(this)),
      command_(new QAction(this)) {
    setProperty("surface", QStringLiteral("card"));
    title_->setMaxLength(kLongestTitle);
    title_->setPlaceholderText(tr("What is this broadcast about?"));
    title_->setAccessibleName(tr("Title of the broadcast"));
    title_->setMinimumWidth(160);
    note_->setSecondary();
    destinations_->setFit(widgets::TextLabel::Fit::Elide);
    destinations_->setSecondary();
    button_->setMinimumWidth(148);
    command_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kGap12, theme::kGap12, theme::kGap12, theme::kGap12);
    row->setSpacing(theme::kGap12);
    row->addWidget(title_, 1);
    row->addWidget(note_);
    row->addWidget(new widgets::IconView(QStringLiteral("relay"), theme::IconTone::Plain, this));
    row->addWidget(destinations_);
    row->addSpacing(theme::kGap4);
    row->addWidget(button_);
    connect(title_, &QLineEdit::editingFinished, this, [this] {
        if (title_->isModified()) {
            title_->setModified(false);
            Q_EMIT titleEdited(title());
        }
    });
    connect(button_, &QPushButton::clicked, this, &BroadcastBar::press);
    connect(command_, &QAction::triggered, this, &BroadcastBar::press);
    connect(&controller_, &BroadcastController::phaseChanged, this, &BroadcastBar::showPhase);
    refreshDestinations();
    showPhase();
}

void BroadcastBar::setTitle(const QString& title) {
    if (!title_->isModified()) {
        title_->setText(title);
    }
}

QString BroadcastBar::title() const { return title_->text().trimmed(); }

void BroadcastBar::showTitleSaved(const QString& problem) {
    note_->setText(problem.isEmpty() ? tr("Saved") : problem);
    QTimer::singleShot(kNoteStays, note_, &QLabel::clear);
}

void BroadcastBar::refreshDestinations() {
    QStringList names;
    for (const std::string& name : controller_.destinationNames()) {
        names.append(QString::fromStdString(name));
    }
    destinations_->setText(names.isEmpty() ? tr("No relay yet: choose one in Settings")
                                           : tr("to %1").arg(names.join(QStringLiteral(", "))));
    button_->setToolTip(names.isEmpty() ? destinations_->text() : QString());
    showPhase();
}

void BroadcastBar::press() {
    switch (controller_.phase()) {
        case BroadcastController::Phase::OffAir:
            title_->setModified(false);
            Q_EMIT titleEdited(title());
            controller_.goLive();
            break;
        case BroadcastController::Phase::Preparing:
        case BroadcastController::Phase::Connecting:
            controller_.end();
            break;
        case BroadcastController::Phase::OnAir:
        case BroadcastController::Phase::Reconnecting:
            confirmEnd();
            break;
    }
}

void BroadcastBar::confirmEnd() {
    const QString name = title().isEmpty() ? tr("this broadcast") : tr("“%1”").arg(title());
    auto* dialog = new widgets::ConfirmDialog(
        {tr("End %1?").arg(name), tr("Viewers see that it is over. The chat stays open."),
         tr("End broadcast"), tr("Keep going")},
        QStringLiteral("onair"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &controller_, &BroadcastController::end);
    dialog->open();
}

void BroadcastBar::showPhase() {
    using Phase = BroadcastController::Phase;
    const Phase phase = controller_.phase();
    const bool onAir = phase == Phase::OnAir || phase == Phase::Reconnecting;
    const bool starting = phase == Phase::Preparing || phase == Phase::Connecting;
    const QString text = onAir ? tr("End broadcast") : (starting ? tr("Connecting…  Cancel") : tr("Go live"));
    const QString tone =
        onAir ? QStringLiteral("onair") : (starting ? QStringLiteral("large") : QStringLiteral("primary"));
    button_->setText(text);
    button_->setAccessibleName(starting ? tr("Cancel going live") : text);
    button_->setIcon(starting ? theme::icon(QStringLiteral("close"))
                              : theme::icon(onAir ? QStringLiteral("stop") : QStringLiteral("live"),
                                            theme::IconTone::OnAccent));
    button_->setEnabled(onAir || starting || !controller_.destinationNames().empty());
    if (button_->property("tone").toString() != tone) {
        button_->setProperty("tone", tone);
        button_->style()->unpolish(button_);
        button_->style()->polish(button_);
    }
    command_->setText(starting ? tr("Cancel going live") : text);
    command_->setIcon(theme::icon(QStringLiteral("live")));
    command_->setEnabled(button_->isEnabled());
}

}  // namespace footlight::studio
