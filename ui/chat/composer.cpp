#include "ui/chat/composer.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_people.h"
#include "ui/chat/composer_edit.h"
#include "ui/chat/line_wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::chatui {
namespace {

constexpr int kCountedFrom = 100;  // characters left
constexpr int kMostPeople = 200;

QToolButton* makeButton(const QString& icon, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setProperty("tone", QStringLiteral("icon"));
    button->setIcon(theme::icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

int charactersLeft(const QString& text) {
    return Composer::kLongest - static_cast<int>(text.toUcs4().size());
}

}  // namespace

Composer::Composer(ChatController& chat, QWidget* parent) : QFrame(parent), chat_(chat) {
    stack_ = new QStackedWidget(this);
    stack_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    stack_->addWidget(makeLine());
    stack_->addWidget(makeClosed());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap12, theme::kGap12);
    layout->setSpacing(theme::kGap4);
    layout->addWidget(makeBanner());
    layout->addWidget(stack_);
    clock_.setInterval(std::chrono::seconds{1});
    connect(&clock_, &QTimer::timeout, this, &Composer::showState);
    connect(&chat_.room(), &Room::changed, this, &Composer::showState);
    connect(&chat_.room(), &Room::entered, this, [this] {
        leaveBanner();
        edit_->clear();
    });
    showState();
}

QWidget* Composer::makeBanner() {
    banner_ = new QFrame(this);
    banner_->setProperty("surface", QStringLiteral("raised"));
    bannerText_ = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, banner_);
    bannerText_->setFit(widgets::TextLabel::Fit::Elide);
    auto* close = makeButton(QStringLiteral("close"), tr("Cancel"), banner_);
    connect(close, &QToolButton::clicked, this, &Composer::leaveBanner);
    auto* row = new QHBoxLayout(banner_);
    row->setContentsMargins(theme::kGap8, 0, 0, 0);
    row->addWidget(bannerText_, 1);
    row->addWidget(close);
    banner_->hide();
    return banner_;
}

QWidget* Composer::makeLine() {
    auto* page = new QWidget(stack_);
    edit_ = new ComposerEdit(page);
    edit_->setAccessibleName(tr("Say something"));
    edit_->setPlaceholderText(tr("Say something"));
    emoji_ = makeButton(QStringLiteral("emoji"), tr("Emoji"), page);
    send_ = makeButton(QStringLiteral("send"), tr("Send (Enter)"), page);
    note_ = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, page);
    note_->setFit(widgets::TextLabel::Fit::Wrap);
    note_->setSecondary();
    count_ = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, page);
    count_->setAlignment(Qt::AlignRight | Qt::AlignTop);
    connect(edit_, &ComposerEdit::submitted, this, &Composer::submit);
    connect(edit_, &ComposerEdit::cancelled, this, &Composer::leaveBanner);
    connect(edit_, &ComposerEdit::previousAsked, this, &Composer::changePrevious);
    connect(edit_, &QPlainTextEdit::textChanged, this, &Composer::showCount);
    connect(edit_, &QPlainTextEdit::cursorPositionChanged, this, &Composer::offerCompletions);
    connect(emoji_, &QToolButton::clicked, this, &Composer::emojiAsked);
    connect(send_, &QToolButton::clicked, this, &Composer::submit);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap4);
    row->addWidget(edit_, 1);
    row->addWidget(emoji_, 0, Qt::AlignBottom);
    row->addWidget(send_, 0, Qt::AlignBottom);
    auto* under = new QHBoxLayout;
    under->addWidget(note_, 1);
    under->addWidget(count_);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap4);
    layout->addLayout(row);
    layout->addLayout(under);
    return page;
}

QWidget* Composer::makeClosed() {
    auto* page = new QFrame(stack_);
    page->setProperty("surface", QStringLiteral("raised"));
    reason_ = new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, page);
    reason_->setFit(widgets::TextLabel::Fit::Wrap);
    mend_ = new QPushButton(page);
    mend_->setProperty("tone", QStringLiteral("primary"));
    connect(mend_, &QPushButton::clicked, this, &Composer::mend);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap8);
    row->setSpacing(theme::kGap8);
    row->addWidget(reason_, 1);
    row->addWidget(mend_);
    return page;
}

void Composer::showState() {
    const Writing writing = chat_.room().writing(QDateTime::currentDateTime());
    isPaused_ = writing.isPause;
    const bool isClosed = !writing.isOpen && !writing.isPause;
    if (isClosed) {
        showClosed(writing);
    }
    QWidget* shown = stack_->widget(isClosed ? 1 : 0);
    for (QWidget* page : {stack_->widget(0), stack_->widget(1)}) {
        // The page that is not shown takes no room.
        page->setSizePolicy(QSizePolicy::Expanding,
                            page == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    stack_->setCurrentWidget(shown);
    const bool isEmotesOnly = chat_.room().modes().emoteOnly && chat_.room().ownRole() < chat::Role::Vip;
    edit_->setPlaceholderText(isEmotesOnly ? tr("Emoji and emotes only") : tr("Say something"));
    note_->setText(isPaused_ ? writing.reason
                   : chat_.room().isConnected() || isClosed
                       ? QString()
                       : tr("No connection at present. What you write is sent when it is back."));
    note_->setVisible(!note_->text().isEmpty());
    writing.secondsLeft > 0 ? clock_.start() : clock_.stop();
    showCount();
}

void Composer::showClosed(const Writing& writing) {
    reason_->setText(writing.reason);
    const bool signsIn = writing.mend == Writing::Mend::SignIn;
    mend_->setText(signsIn ? tr("Sign in") : tr("Follow"));
    mend_->setAccessibleName(signsIn ? tr("Sign in to write") : tr("Follow this channel to write"));
    mend_->setVisible(writing.mend != Writing::Mend::None);
    leaveBanner();
}

void Composer::mend() {
    if (chat_.room().writing(QDateTime::currentDateTime()).mend == Writing::Mend::Follow) {
        chat_.room().follow();
    } else {
        Q_EMIT signInAsked();
    }
}

void Composer::showCount() {
    const QString text = edit_->text().trimmed();
    const int left = charactersLeft(text);
    const bool isTooLong = left < 0 || text.toUtf8().size() > kLongestBytes;
    count_->setVisible(left <= kCountedFrom || isTooLong);
    count_->setText(isTooLong ? tr("%n character(s) too many", nullptr, std::max(1, -left))
                              : tr("%n character(s) left", nullptr, left));
    count_->setProperty("tone", isTooLong ? QStringLiteral("care") : QStringLiteral("secondary"));
    count_->style()->unpolish(count_);
    count_->style()->polish(count_);
    send_->setEnabled(!text.isEmpty() && !isTooLong && !isPaused_);
}

void Composer::submit() {
    const QString text = edit_->text().trimmed();
    if (text.isEmpty() || !send_->isEnabled()) {
        return;
    }
    if (changed_) {
        if (text != changed_->text) {
            chat_.feed().edit(changed_->id, text);
        }
    } else {
        chat_.feed().say(text, answered_ ? std::optional(ChatLine::Quote{answered_->id, answered_->author,
                                                                         answered_->text})
                                         : std::nullopt);
    }
    changed_.reset();
    edit_->clear();
    leaveBanner();
    Q_EMIT said();
}

void Composer::answer(const ChatLine& line) {
    leaveBanner();
    answered_ = line;
    showBanner(tr("Reply to %1: %2").arg(line.author, oneLine(line.text)));
    focusLine();
}

void Composer::change(const ChatLine& line) {
    leaveBanner();
    changed_ = line;
    edit_->setText(line.text);
    showBanner(tr("Editing your message"));
    focusLine();
}

void Composer::changePrevious() {
    const ChatModel& model = chat_.model();
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        const ChatLine& line = model.line(row);
        if (line.isOwn && line.kind == ChatLine::Kind::Said && line.state == ChatLine::State::Shown) {
            change(line);
            return;
        }
    }
}

void Composer::showBanner(const QString& text) {
    bannerText_->setText(text);
    bannerText_->setAccessibleName(text);
    banner_->show();
}

void Composer::leaveBanner() {
    answered_.reset();
    if (changed_) {
        changed_.reset();
        edit_->clear();
    }
    banner_->hide();
}

void Composer::mention(const QString& name) {
    edit_->insertWord(QLatin1Char('@') + name + QLatin1Char(' '));
    focusLine();
}

void Composer::insert(const QString& text) { edit_->insertWord(text); }

void Composer::focusLine() { edit_->setFocus(Qt::ShortcutFocusReason); }

void Composer::offerCompletions() {
    const QString text = edit_->text();
    const auto word = openWordIn(text, edit_->textCursor().position());
    if (!word || !edit_->hasFocus()) {
        Q_EMIT completionsOffered({});
        return;
    }
    CompletionSources sources{recentPeople(chat_.model(), kMostPeople), chat_.room().emotes(),
                              chat_.room().ownRole()};
    sources.people.removeAll(chat_.room().ownName());
    const QString written = text.mid(word->start, word->length);
    auto found = completionsFor(written, sources);
    // What is written out already needs no choosing: Enter sends it.
    if (found.size() == 1 && found.front().inserted.trimmed().compare(written, Qt::CaseInsensitive) == 0) {
        found.clear();
    }
    Q_EMIT completionsOffered(found);
}

void Composer::complete(const Completion& completion) {
    QTextCursor cursor = edit_->textCursor();
    const auto word = openWordIn(edit_->text(), cursor.position());
    if (word) {
        cursor.setPosition(word->start);
        cursor.setPosition(word->start + word->length, QTextCursor::KeepAnchor);
        cursor.insertText(completion.inserted);
        edit_->setTextCursor(cursor);
    }
}

}  // namespace footlight::chatui
