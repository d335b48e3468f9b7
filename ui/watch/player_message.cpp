#include "ui/watch/player_message.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <algorithm>

#include "ui/theme/metrics.h"
#include "ui/widgets/busy_mark.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::watch {

using State = playback::Player::State;

namespace {

constexpr int kWidth = 380;

}  // namespace

PlayerMessage::PlayerMessage(QWidget* parent)
    : QFrame(parent),
      busy_(new widgets::BusyMark(this)),
      icon_(new widgets::IconView(QStringLiteral("warning"), theme::IconTone::Care, this)),
      title_(new widgets::TextLabel({}, theme::TextRole::Section, QFont::DemiBold, this)),
      sentence_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)),
      retry_(new QPushButton(tr("Try again"), this)),
      leave_(new QPushButton(tr("Back to live channels"), this)) {
    setProperty("surface", QStringLiteral("overlay"));
    icon_->setFixedSize(32, 32);
    title_->setAlignment(Qt::AlignHCenter);
    sentence_->setAlignment(Qt::AlignHCenter);
    sentence_->setFit(widgets::TextLabel::Fit::Wrap);
    retry_->setAccessibleName(retry_->text());
    retry_->setProperty("tone", QStringLiteral("primary"));
    leave_->setAccessibleName(leave_->text());
    connect(retry_, &QPushButton::clicked, this, &PlayerMessage::retryAsked);
    connect(leave_, &QPushButton::clicked, this, &PlayerMessage::leaveAsked);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap16, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(busy_, 0, Qt::AlignHCenter);
    layout->addWidget(icon_, 0, Qt::AlignHCenter);
    layout->addWidget(title_);
    layout->addWidget(sentence_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(retry_);
    buttons->addWidget(leave_);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    showState(State::Idle);
}

void PlayerMessage::showMessage(const QString& message) {
    message_ = message;
    showState(state_);
}

void PlayerMessage::showState(State state) {
    state_ = state;
    busy_->setVisible(state == State::Connecting || state == State::Buffering);
    icon_->setVisible(state == State::Waiting || state == State::Ended || state == State::Failed);
    retry_->setVisible(state == State::Failed);
    leave_->setVisible(state == State::Waiting || state == State::Ended || state == State::Failed);
    switch (state) {
        case State::Idle:
        case State::Playing:
        case State::Paused:
            hide();
            return;
        case State::Connecting:
            present({}, tr("Connecting…"), {});
            return;
        case State::Buffering:
            present({}, tr("Buffering…"), {});
            return;
        case State::Waiting:
            present(QStringLiteral("live"), tr("Not on air yet"),
                    message_.isEmpty() ? tr("It starts here by itself as soon as it is live.") : message_);
            return;
        case State::Ended:
            present(QStringLiteral("check"), tr("The broadcast is over"),
                    message_.isEmpty() ? tr("If the channel goes live again, it starts here by itself.")
                                       : message_);
            return;
        case State::Failed:
            present(QStringLiteral("warning"), tr("This cannot be played"), message_);
            return;
    }
}

void PlayerMessage::present(const QString& icon, const QString& title, const QString& sentence) {
    if (!icon.isEmpty()) {
        icon_->setIcon(
            icon, icon == QStringLiteral("warning") ? theme::IconTone::Care : theme::IconTone::OnPicture);
    }
    title_->setText(title);
    sentence_->setText(sentence);
    sentence_->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    show();
    raise();
    place();
}

void PlayerMessage::place() {
    layout()->activate();
    // The buttons of another language may want more.
    setFixedWidth(std::max(kWidth, layout()->minimumSize().width()));
    // Without a sentence that can wrap there is no height for a width.
    resize(width(),
           layout()->hasHeightForWidth() ? layout()->heightForWidth(width()) : layout()->sizeHint().height());
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
}

}  // namespace footlight::watch
