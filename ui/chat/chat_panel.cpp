#include "ui/chat/chat_panel.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

namespace footlight::chatui {
namespace {

constexpr int kLongestLine = 500;

}  // namespace

ChatPanel::ChatPanel(ChatController& chat, QWidget* parent)
    : QFrame(parent),
      chat_(chat),
      heading_(new widgets::TextLabel(tr("Chat"), theme::TextRole::Body, QFont::DemiBold, this)),
      view_(new ChatView(this)),
      empty_(new widgets::EmptyState(QStringLiteral("drawing-chat"), tr("No messages yet"),
                                     tr("What people say about the broadcast appears here."), this)),
      composer_(new QLineEdit(this)),
      send_(new QToolButton(this)) {
    setProperty("surface", QStringLiteral("card"));
    heading_->setContentsMargins(theme::kGap12, theme::kGap12, theme::kGap12, theme::kGap4);
    view_->setModel(&chat.model(), &chat.options(), &chat.emotes());
    composer_->setMaxLength(kLongestLine);
    composer_->setAccessibleName(tr("Say something"));
    send_->setProperty("tone", QStringLiteral("icon"));
    send_->setIcon(theme::icon(QStringLiteral("send")));
    send_->setAccessibleName(tr("Send"));
    send_->setToolTip(tr("Send (Enter)"));
    connect(composer_, &QLineEdit::returnPressed, this, &ChatPanel::say);
    connect(send_, &QToolButton::clicked, this, &ChatPanel::say);
    connect(&chat.model(), &QAbstractItemModel::rowsInserted, this, &ChatPanel::showEmptyOrView);
    connect(&chat.model(), &QAbstractItemModel::modelReset, this, &ChatPanel::showEmptyOrView);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap12, theme::kGap12);
    line->setSpacing(theme::kGap4);
    line->addWidget(composer_, 1);
    line->addWidget(send_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading_);
    layout->addWidget(empty_, 1);
    layout->addWidget(view_, 1);
    layout->addLayout(line);
    connect(&chat.room(), &Room::changed, this, &ChatPanel::showWriting);
    showWriting();
    showEmptyOrView();
}

void ChatPanel::showWriting() {
    const Writing writing = chat_.room().writing(QDateTime::currentDateTime());
    composer_->setEnabled(writing.isOpen);
    send_->setEnabled(writing.isOpen);
    composer_->setPlaceholderText(writing.isOpen ? tr("Say something") : writing.reason);
}

void ChatPanel::setHeading(const QString& text) { heading_->setText(text); }

void ChatPanel::setEmptyTexts(const QString& title, const QString& sentence) {
    empty_->setTexts(title, sentence);
}

void ChatPanel::focusComposer() { composer_->setFocus(Qt::ShortcutFocusReason); }

void ChatPanel::say() {
    const QString text = composer_->text().trimmed();
    if (!text.isEmpty()) {
        composer_->clear();
        view_->follow();
        chat_.feed().say(text);
    }
}

void ChatPanel::showEmptyOrView() {
    const bool any = chat_.model().rowCount() > 0;
    view_->setVisible(any);
    empty_->setVisible(!any);
}

}  // namespace footlight::chatui
