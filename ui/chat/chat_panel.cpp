#include "ui/chat/chat_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/chat/chat_view.h"
#include "ui/chat/completion_list.h"
#include "ui/chat/composer.h"
#include "ui/chat/composer_edit.h"
#include "ui/chat/emoji_picker.h"
#include "ui/chat/hover_bar.h"
#include "ui/chat/line_desk.h"
#include "ui/chat/line_wording.h"
#include "ui/chat/options_menu.h"
#include "ui/chat/pin_bar.h"
#include "ui/chat/user_card.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::chatui {
namespace {

constexpr int kPickerHeight = 280;
/// In the lowest window the composer is still whole.
constexpr int kLeastView = 20;

}  // namespace

ChatPanel::ChatPanel(ChatController& chat, QWidget* parent)
    : QFrame(parent),
      chat_(chat),
      view_(new ChatView(this)),
      desk_(new LineDesk(chat, *this)),
      empty_(new widgets::EmptyState(QStringLiteral("drawing-chat"), tr("No messages yet"),
                                     tr("What people say about the broadcast appears here."), this)),
      cards_(new QVBoxLayout),
      modes_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      undo_(new widgets::UndoBar(this)),
      composer_(new Composer(chat, this)),
      completions_(new CompletionList(chat.emotes(), this)),
      picker_(new EmojiPicker(chat.options(), chat.emotes(), this)) {
    setProperty("surface", QStringLiteral("card"));
    modes_->setFit(widgets::TextLabel::Fit::Wrap);
    modes_->setSecondary();
    modes_->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap12, 0);
    new HoverBar(*view_, *desk_);
    view_->setModel(&chat.model(), &chat.options(), &chat.emotes());
    view_->setMinimumHeight(kLeastView);
    layOut();
    wireLines();
    wireComposer();
    wireDoings();
    showEmptyOrView();
    showModes();
}

QWidget* ChatPanel::makeHead() {
    head_ = new QWidget(this);
    options_ = new QToolButton(head_);
    options_->setProperty("tone", QStringLiteral("icon"));
    options_->setIcon(theme::icon(QStringLiteral("properties")));
    options_->setAccessibleName(tr("How the chat looks"));
    options_->setToolTip(options_->accessibleName());
    options_->setPopupMode(QToolButton::InstantPopup);
    options_->setMenu(new OptionsMenu(chat_.options(), options_));
    auto* row = new QHBoxLayout(head_);
    row->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap4);
    row->addWidget(new widgets::TextLabel(tr("Chat"), theme::TextRole::Body, QFont::DemiBold, head_), 1);
    row->addWidget(options_);
    return head_;
}

QToolButton* ChatPanel::giveOptions() {
    head_->hide();
    layout()->setContentsMargins(0, theme::kGap8, 0, 0);
    return options_;
}

void ChatPanel::layOut() {
    auto* pins = new PinBar(chat_, this);
    connect(pins, &PinBar::lineAsked, this, [this](const QByteArray& id) {
        if (const auto message = MessageId::parse(id.toStdString())) {
            view_->jumpTo(chat_.model().rowOf(*message));
        }
    });
    auto* framed = new QVBoxLayout;
    framed->setContentsMargins(theme::kGap8, 0, theme::kGap8, 0);
    framed->addWidget(pins);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(theme::kGap8, 0, theme::kGap8, 0);
    below->addWidget(undo_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addLayout(framed);
    layout->addWidget(empty_, 1);
    layout->addWidget(view_, 1);
    layout->addLayout(below);
    layout->addLayout(cards_);
    layout->addWidget(modes_);
    layout->addWidget(composer_);
}

void ChatPanel::wireLines() {
    connect(view_, &ChatView::activated, this, &ChatPanel::activate);
    connect(view_, &ChatView::menuAsked, desk_, &LineDesk::openMenu);
    connect(desk_, &LineDesk::cardAsked, this, &ChatPanel::openCard);
    connect(desk_, &LineDesk::lineAsked, this,
            [this](const MessageId& id) { view_->jumpTo(chat_.model().rowOf(id)); });
    connect(&chat_.options(), &ChatOptions::changed, view_, &ChatView::refresh);
    const auto* model = &chat_.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &ChatPanel::showEmptyOrView);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ChatPanel::showEmptyOrView);
    connect(model, &QAbstractItemModel::modelReset, this, &ChatPanel::showEmptyOrView);
    connect(&chat_.room(), &Room::changed, this, &ChatPanel::showModes);
}

void ChatPanel::wireComposer() {
    connect(desk_, &LineDesk::replyAsked, composer_, &Composer::answer);
    connect(desk_, &LineDesk::editAsked, composer_, &Composer::change);
    connect(desk_, &LineDesk::mentionAsked, composer_, &Composer::mention);
    connect(composer_, &Composer::signInAsked, this, &ChatPanel::signInAsked);
    connect(composer_, &Composer::emojiAsked, this, &ChatPanel::toggleEmoji);
    connect(composer_, &Composer::said, this, [this] {
        chat_.model().endUnread();
        view_->follow();
    });
    connect(composer_, &Composer::completionsOffered, this, [this](const std::vector<Completion>& found) {
        completions_->offer(found);
        placeOverlay(*completions_, completions_->sizeHint().height());
    });
    connect(completions_, &CompletionList::chosen, composer_, &Composer::complete);
    composer_->edit().setKeyTaker([this](int key) { return completions_->take(key); });
    connect(picker_, &EmojiPicker::chosen, composer_, &Composer::insert);
    connect(picker_, &EmojiPicker::closed, composer_, &Composer::focusLine);
}

void ChatPanel::wireDoings() {
    connect(&chat_.actions(), &ChatActions::done, this,
            [this](const QString& sentence, const std::function<void()>& undo) {
                if (undo) {
                    undo_->offer(sentence, undo);
                }
            });
    connect(&chat_.room(), &Room::entered, undo_, &widgets::UndoBar::pass);
    connect(&chat_.actions(), &ChatActions::failed, this, [this](const QString& sentence) {
        chat_.model().appendNotice(sentence, QDateTime::currentDateTime());
    });
}

void ChatPanel::activate(int row, const ChatRow::Hit& hit, const QPoint& globalPosition) {
    using Kind = ChatRow::Hit::Kind;
    switch (hit.kind) {
        case Kind::Name:
        case Kind::Mention:
            openCard(hit.target, globalPosition);
            break;
        case Kind::Link:
            desk_->openLink(hit.target);
            break;
        case Kind::Quote:
            view_->jumpTo(chat_.model().rowOf(chat_.model().line(row).quote->id));
            break;
        case Kind::SayAgain:
            desk_->perform(LineAction::SayAgain, row);
            break;
        case Kind::Discard:
            desk_->perform(LineAction::Discard, row);
            break;
        case Kind::Emote:
        case Kind::Badge:
        case Kind::Nothing:
            break;
    }
}

void ChatPanel::openCard(const QString& name, const QPoint& globalPosition) {
    (new UserCard(chat_, *desk_, name, window()))->openAt(globalPosition);
}

void ChatPanel::setCard(QWidget* card) { cards_->addWidget(card); }

void ChatPanel::focusComposer() { composer_->focusLine(); }

void ChatPanel::toggleEmoji() {
    if (picker_->isVisible()) {
        picker_->hide();
        composer_->focusLine();
        return;
    }
    picker_->open(chat_.room().emotes());
    placeOverlay(*picker_, kPickerHeight);
}

/// Over the lines, standing on the line to write in.
void ChatPanel::placeOverlay(QWidget& overlay, int height) {
    const int bottom = composer_->y();
    const int top = std::max(theme::kGap8, bottom - height);
    overlay.setGeometry(theme::kGap8, top, width() - theme::kGap8 * 2, bottom - top);
}

void ChatPanel::showEmptyOrView() {
    const bool any = chat_.model().rowCount() > 0;
    view_->setVisible(any);
    empty_->setVisible(!any);
}

void ChatPanel::showModes() {
    modes_->setText(modesText(chat_.room().modes()));
    modes_->setVisible(!modes_->text().isEmpty());
}

void ChatPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) {
        chat_.model().beginUnread();
    }
}

void ChatPanel::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    picker_->hide();
    completions_->hide();
    chat_.model().beginUnread();
}

void ChatPanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    placeOverlay(*picker_, kPickerHeight);
    placeOverlay(*completions_, completions_->sizeHint().height());
}

}  // namespace footlight::chatui
