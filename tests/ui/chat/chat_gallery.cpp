// Pictures of the chat panel in all its states: ui_chat_gallery FOLDER
#include <QApplication>
#include <QDir>
#include <QTest>
#include <QToolButton>

#include "tests/ui/chat/some_chat.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/chat_view.h"
#include "ui/chat/composer.h"
#include "ui/chat/composer_edit.h"
#include "ui/chat/line_desk.h"
#include "ui/chat/options_menu.h"
#include "ui/chat/user_card.h"
#include "ui/theme/theme.h"

using namespace footlight;
using namespace footlight::chatui;

namespace {

QPixmap someEmote() {
    QPixmap picture(56, 56);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(0xFF, 0xB0, 0x20));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(2, 2, 52, 52);
    painter.setBrush(Qt::black);
    painter.drawEllipse(16, 18, 7, 9);
    painter.drawEllipse(33, 18, 7, 9);
    painter.drawPie(14, 26, 28, 20, 180 * 16, 180 * 16);
    return picture;
}

void fill(SomeChat& some) {
    std::int64_t at = 0;
    const auto say = [&](const char* who, const std::string& text, std::optional<wire::Role> role = {}) {
        auto message = messageOf(who, text, at += 20'000);
        message.role = role;
        return message;
    };
    const auto hello =
        say("anna", "Welcome, everybody! Tonight: the 1962 radio, part two.", wire::Role::Owner);
    some.hear(hello);
    some.hear(say("bertil", "hello from Göteborg 👋"));
    some.hear(say("carla_92", "🎉🎉🎉"));
    some.hear(say("mod-erik", "Please keep it friendly. The rules: https://studio.example/rules?page=1.",
                  wire::Role::Moderator));
    auto emote = say("dora", "that solder joint :grin: is :grin: art, and :later: is not loaded");
    emote.emotes = {{"grin", "aa01"}, {"later", "aa02"}};
    some.hear(emote);
    auto mention = say("frida",
                       "@me did you see that one? It took me three evenings and a very long line "
                       "that has to be broken somewhere near the end of the panel.",
                       wire::Role::Vip);
    mention.mentions = {{{}, "me"}};
    some.hear(mention);
    auto answer = say("gustav", "Agreed, and the capacitor as well.");
    answer.replyTo = wire::Quote{hello.id, {{}, "anna"}, hello.text};
    some.hear(answer);
    auto edited = say("hanna", "I meant 470 pF, not 470 nF");
    edited.editedAt = edited.at;
    some.hear(edited);
    const auto spam = say("spammer", "buy cheap things");
    some.hear(spam);
    Q_EMIT some.relay.live().messageDeleted({"anna", spam.id, {{}, "mod-erik"}});
    some.chat.model().beginUnread();
    some.hear(say("ivar", "مرحبا بالجميع and Привет 世界 <b>not bold</b>"));
    Q_EMIT some.relay.live().modesChanged({"anna", {30, 10, false}});
    some.hear(say("jonna", "How do I write when it is slow?"));
    some.chat.model().appendOwn(QStringLiteral("n1"), QStringLiteral("this one is on its way"),
                                QDateTime::currentDateTime());
    some.chat.model().appendOwn(QStringLiteral("n2"), QStringLiteral("and this one was refused"),
                                QDateTime::currentDateTime());
    some.chat.model().refuse(QStringLiteral("n2"), QStringLiteral("Slow mode: wait 12 s."));
}

void shoot(QWidget& widget, const QDir& out, const QString& name) {
    QTest::qWait(80);
    widget.grab().save(out.filePath(name + QStringLiteral(".png")));
}

/// What opens over the lines, and the line to write in as it answers.
void shootOpened(const QDir& out, const QString& size, SomeChat& some, ChatPanel& panel) {
    panel.composer().answer(some.chat.model().line(0));
    panel.view().jumpTo(4);
    Q_EMIT some.chat.actions().done(QStringLiteral("spammer is timed out for 10 min."), [] {});
    for (auto* button : panel.findChildren<QToolButton*>()) {
        if (button->accessibleName() == QStringLiteral("Show what is pinned")) {
            button->click();
        }
    }
    shoot(panel, out, QStringLiteral("answer") + size);
    panel.composer().edit().setFocus();
    QTest::keyClicks(&panel.composer().edit(), QStringLiteral("/"));
    shoot(panel, out, QStringLiteral("commands") + size);
    panel.composer().edit().clear();
    Q_EMIT panel.composer().emojiAsked();
    for (auto* tab : panel.findChildren<QToolButton*>()) {
        if (tab->accessibleName() == QStringLiteral("Faces")) {
            tab->click();
        }
    }
    shoot(panel, out, QStringLiteral("emoji") + size);
    LineDesk desk(some.chat, panel);
    auto* card = new UserCard(some.chat, desk, QStringLiteral("frida"), &panel);
    card->openAt({400, 100});
    shoot(*card, out, QStringLiteral("card") + size);
    card->close();
    OptionsMenu menu(some.options);
    menu.popup({100, 100});
    shoot(menu, out, QStringLiteral("options") + size);
    menu.close();
}

void shootClosed(const QDir& out, const QString& size, int width) {
    SomeChat guest;
    ChatPanel guests(guest.chat);
    guests.resize(width, 300);
    guests.show();
    guest.enter("", wire::Role::Guest);
    guest.hear(messageOf("anna", "Guests may read."));
    shoot(guests, out, QStringLiteral("guest") + size);
    SomeChat out1;
    out1.restriction =
        wire::Restriction{utcFromMilliseconds(QDateTime::currentMSecsSinceEpoch() + 300'000), "spam"};
    ChatPanel timedOut(out1.chat);
    timedOut.resize(width, 300);
    timedOut.show();
    out1.enter("me");
    out1.hear(messageOf("anna", "One is timed out."));
    shoot(timedOut, out, QStringLiteral("timedout") + size);
}

void shootAll(const QDir& out, const QString& tone) {
    for (const int width : {300, 420}) {
        const QString size = QStringLiteral("-%1-%2").arg(width).arg(tone);
        shootClosed(out, size, width);
        SomeChat some;
        some.chat.emotes().insert(QStringLiteral("aa01"), someEmote());
        some.pins = {{messageOf("anna", "Parts list: https://studio.example/parts"), {{}, "anna"}, {}}};
        ChatPanel panel(some.chat);
        panel.resize(width, 720);
        panel.show();
        some.enter("me", wire::Role::Moderator);
        shoot(panel, out, QStringLiteral("empty") + size);
        fill(some);
        shoot(panel, out, QStringLiteral("busy") + size);
        shootOpened(out, size, some, panel);
        some.options.setHighContrast(true);
        some.options.setTextSize(18);
        shoot(panel, out, QStringLiteral("contrast") + size);
    }
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    theme::Theme theme(app);
    const QDir out(app.arguments().value(1, QStringLiteral(".")));
    for (const auto appearance : {theme::Appearance::Dark, theme::Appearance::Light}) {
        theme.setAppearance(appearance);
        shootAll(out, theme::toString(appearance));
    }
    return 0;
}
