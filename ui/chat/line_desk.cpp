#include "ui/chat/line_desk.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>
#include <algorithm>
#include <array>

#include "ui/chat/chat_controller.h"
#include "ui/chat/line_spans.h"
#include "ui/chat/line_wording.h"
#include "ui/theme/icon.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/confirm_dialog.h"

namespace footlight::chatui {
namespace {

constexpr std::array kTimes{60, 600, 3'600, 86'400, 604'800};  // seconds
constexpr int kShownOfQuestion = 120;
constexpr int kLinkWidth = 280;  // pixels

/// With places to break at: an address has no spaces.
QString breakable(const QString& address) {
    constexpr int kEvery = 24;
    QString result;
    for (int at = 0; at < address.size(); at += kEvery) {
        result += address.mid(at, kEvery) + QChar(0x200B);
    }
    return result;
}

/// No letter of it is a key of the menu.
QString withoutMnemonic(QString text) { return text.replace(QLatin1Char('&'), QStringLiteral("&&")); }

}  // namespace

LineDesk::LineDesk(ChatController& chat, QWidget& owner) : QObject(&owner), chat_(chat), owner_(owner) {}

bool LineDesk::isPinned(const ChatLine& line) const {
    const auto& pins = chat_.room().pins();
    return std::any_of(pins.begin(), pins.end(),
                       [&line](const wire::Pin& pin) { return pin.message.id == line.id; });
}

std::vector<LineAction> LineDesk::actionsFor(const ChatLine& line) const {
    const Room& room = chat_.room();
    if (line.kind == ChatLine::Kind::Notice) {
        return {LineAction::Copy};
    }
    if (line.state == ChatLine::State::Refused) {
        return {LineAction::SayAgain, LineAction::Discard, LineAction::Copy};
    }
    if (line.state == ChatLine::State::Waiting) {
        return {LineAction::Copy};
    }
    std::vector<LineAction> actions;
    const bool isMember = !room.ownName().isEmpty();
    const bool stands = line.state == ChatLine::State::Shown;
    if (isMember && stands) {
        actions.push_back(LineAction::Reply);
    }
    if (isMember && !line.isOwn) {
        actions.push_back(LineAction::Mention);
    }
    actions.push_back(LineAction::Copy);
    if (line.isOwn && stands) {
        actions.push_back(LineAction::Edit);
    }
    if (room.moderates() && stands) {
        actions.push_back(isPinned(line) ? LineAction::Unpin : LineAction::Pin);
    }
    if (stands && (line.isOwn || room.mayRestrict(line.author))) {
        actions.push_back(LineAction::Delete);
    }
    if (room.mayRestrict(line.author)) {
        actions.push_back(LineAction::TimeOut);
        actions.push_back(LineAction::Ban);
    }
    return actions;
}

void LineDesk::perform(LineAction action, int row) {
    if (row < 0 || row >= chat_.model().rowCount()) {
        return;
    }
    const ChatLine line = chat_.model().line(row);
    switch (action) {
        case LineAction::Reply:
            Q_EMIT replyAsked(line);
            break;
        case LineAction::Mention:
            Q_EMIT mentionAsked(line.author);
            break;
        case LineAction::Copy:
            QGuiApplication::clipboard()->setText(line.text);
            break;
        case LineAction::Edit:
            Q_EMIT editAsked(line);
            break;
        case LineAction::Pin:
            chat_.actions().pin(line.id);
            break;
        case LineAction::Unpin:
            chat_.actions().unpin(line.id);
            break;
        case LineAction::Delete:
            askToDelete(line);
            break;
        case LineAction::TimeOut:
            chat_.actions().timeOut(line.author, kTimes[1]);
            break;
        case LineAction::Ban:
            chat_.actions().ban(line.author);
            break;
        case LineAction::SayAgain:
            chat_.feed().sayAgain(line.nonce);
            break;
        case LineAction::Discard:
            chat_.model().discard(line.nonce);
            break;
    }
}

void LineDesk::removeNow(int row) {
    if (row >= 0 && row < chat_.model().rowCount()) {
        chat_.actions().remove(chat_.model().line(row).id);
    }
}

void LineDesk::askToDelete(const ChatLine& line) {
    QString said = oneLine(line.text);
    if (said.size() > kShownOfQuestion) {
        said = said.left(kShownOfQuestion) + QStringLiteral("…");
    }
    auto* dialog = new widgets::ConfirmDialog(
        {line.isOwn ? tr("Delete your message?") : tr("Delete the message by %1?").arg(line.author),
         QStringLiteral("“%1”").arg(said), tr("Delete message"), tr("Keep it")},
        QStringLiteral("primary"), owner_.window());
    connect(dialog, &QDialog::accepted, this, [this, id = line.id] { chat_.actions().remove(id); });
    connect(&chat_.room(), &Room::entered, dialog, &QDialog::reject);
    widgets::openAccountDialog(*dialog);
}

void LineDesk::openLink(const QString& address) {
    auto* dialog = new widgets::ConfirmDialog(
        {tr("Open this link in the browser?"), breakable(address), tr("Open link"), tr("Stay here")},
        QStringLiteral("primary"), owner_.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, dialog, [address] {
        QDesktopServices::openUrl(QUrl::fromEncoded(address.toLatin1(), QUrl::StrictMode));
    });
    dialog->open();
}

QMenu* LineDesk::makeTimeOutMenu(const QString& name, QWidget* parent) {
    auto* menu = new QMenu(textOf(LineAction::TimeOut), parent);
    menu->setIcon(theme::icon(iconOf(LineAction::TimeOut)));
    for (const int seconds : kTimes) {
        connect(menu->addAction(shortTime(seconds)), &QAction::triggered, this,
                [this, name, seconds] { chat_.actions().timeOut(name, seconds); });
    }
    return menu;
}

int LineDesk::rowOf(const ChatLine& line) const {
    const ChatModel& model = chat_.model();
    if (line.kind == ChatLine::Kind::Said) {
        return line.nonce.isEmpty() ? model.rowOf(line.id) : model.rowOfNonce(line.nonce);
    }
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        if (model.line(row).kind == line.kind && model.line(row).at == line.at &&
            model.line(row).text == line.text) {
            return row;
        }
    }
    return -1;
}

void LineDesk::addPlaces(QMenu& menu, const ChatLine& line, const QPoint& globalPosition) {
    if (line.kind == ChatLine::Kind::Notice || line.state == ChatLine::State::Waiting ||
        line.state == ChatLine::State::Refused) {
        return;
    }
    menu.addSeparator();
    const bool stands = line.state == ChatLine::State::Shown;
    for (const Span& span : stands ? spansOf(line.text, line.mentions, line.emotes) : std::vector<Span>{}) {
        if (span.kind == Span::Kind::Link) {
            const QString shown = menu.fontMetrics().elidedText(span.target, Qt::ElideMiddle, kLinkWidth);
            connect(menu.addAction(theme::icon(QStringLiteral("link")),
                                   tr("Open %1").arg(withoutMnemonic(shown))),
                    &QAction::triggered, this, [this, address = span.target] { openLink(address); });
        }
    }
    if (line.quote && chat_.model().rowOf(line.quote->id) >= 0) {
        connect(menu.addAction(theme::icon(QStringLiteral("up")), tr("Go to what it answers")),
                &QAction::triggered, this, [this, id = line.quote->id] { Q_EMIT lineAsked(id); });
    }
    connect(
        menu.addAction(theme::icon(QStringLiteral("user")), tr("About %1").arg(withoutMnemonic(line.author))),
        &QAction::triggered, this,
        [this, name = line.author, globalPosition] { Q_EMIT cardAsked(name, globalPosition); });
}

void LineDesk::openMenu(int row, const QPoint& globalPosition) {
    if (row < 0) {
        return;
    }
    const ChatLine line = chat_.model().line(row);
    auto* menu = new QMenu(&owner_);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Actions for this line"));
    for (const LineAction action : actionsFor(line)) {
        if (action == LineAction::TimeOut) {
            menu->addSeparator();
            menu->addMenu(makeTimeOutMenu(line.author, menu));
            continue;
        }
        connect(menu->addAction(theme::icon(iconOf(action)), textOf(action)), &QAction::triggered, this,
                [this, action, line] { perform(action, rowOf(line)); });
    }
    addPlaces(*menu, line, globalPosition);
    menu->popup(globalPosition);
}

QString LineDesk::textOf(LineAction action) {
    switch (action) {
        case LineAction::Reply:
            return tr("Reply");
        case LineAction::Mention:
            return tr("Mention");
        case LineAction::Copy:
            return tr("Copy text");
        case LineAction::Edit:
            return tr("Edit");
        case LineAction::Pin:
            return tr("Pin");
        case LineAction::Unpin:
            return tr("Unpin");
        case LineAction::Delete:
            return tr("Delete …");
        case LineAction::TimeOut:
            return tr("Time out");
        case LineAction::Ban:
            return tr("Ban");
        case LineAction::SayAgain:
            return tr("Try again");
        case LineAction::Discard:
            return tr("Discard");
    }
    return {};
}

QString LineDesk::iconOf(LineAction action) {
    switch (action) {
        case LineAction::Reply:
            return QStringLiteral("reply");
        case LineAction::Mention:
            return QStringLiteral("user");
        case LineAction::Copy:
            return QStringLiteral("copy");
        case LineAction::Edit:
            return QStringLiteral("rename");
        case LineAction::Pin:
        case LineAction::Unpin:
            return QStringLiteral("pin");
        case LineAction::Delete:
        case LineAction::Discard:
            return QStringLiteral("remove");
        case LineAction::TimeOut:
            return QStringLiteral("clock");
        case LineAction::Ban:
            return QStringLiteral("ban");
        case LineAction::SayAgain:
            return QStringLiteral("retry");
    }
    return {};
}

}  // namespace footlight::chatui
