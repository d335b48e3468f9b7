#include <gtest/gtest.h>

#include "tests/ui/chat/some_chat.h"
#include "ui/chat/line_spans.h"
#include "ui/chat/line_wording.h"
#include "ui/chat/name_colour.h"
#include "ui/theme/tokens.h"

namespace footlight::chatui {
namespace {

using Kind = Span::Kind;

std::vector<QString> linksIn(const QString& text) {
    std::vector<QString> links;
    for (const Span& span : spansOf(text, {}, {})) {
        if (span.kind == Kind::Link) {
            links.push_back(text.mid(span.start, span.length));
        }
    }
    return links;
}

TEST(ChatSpans, LinksEndBeforeThePunctuationOfTheirSentence) {
    EXPECT_EQ(linksIn(QStringLiteral("see https://a.example/b?c=1, or (http://d.example/e_(f)).")),
              (std::vector<QString>{QStringLiteral("https://a.example/b?c=1"),
                                    QStringLiteral("http://d.example/e_(f)")}));
}

TEST(ChatSpans, OnlyHonestWebAddressesAreLinks) {
    EXPECT_TRUE(
        linksIn(QStringLiteral("javascript:alert(1) file:///etc/passwd ftp://a.example www.a.example"))
            .empty());
    EXPECT_TRUE(
        linksIn(QStringLiteral("https://bank.example@evil.example/ http:// xhttp://a.example")).empty());
}

TEST(ChatSpans, LinksToOtherScriptsShowWhereTheyLead) {
    const auto spans = spansOf(QStringLiteral("https://аррӏе.com/"), {}, {});
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_TRUE(spans.front().target.contains(QStringLiteral("xn--")));
}

TEST(ChatSpans, MentionsAreThoseWhomTheRelayKnows) {
    const auto spans =
        spansOf(QStringLiteral("@Bertil and @nobody, mail me@bertil.se"), {QStringLiteral("bertil")}, {});
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_EQ(spans.front(), (Span{Kind::Mention, 0, 7, QStringLiteral("bertil")}));
}

TEST(ChatSpans, EmotesAreThoseThatTheMessageNames) {
    const auto spans = spansOf(QStringLiteral("a :grin: b:grin::other:"), {},
                               {{QStringLiteral("grin"), QStringLiteral("aa")}});
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_EQ(spans[0], (Span{Kind::Emote, 2, 6, QStringLiteral("aa")}));
    EXPECT_EQ(spans[1].start, 10);
}

TEST(ChatSpans, RunsOfEmojiAreOne) {
    const QString family = QStringLiteral("x 👩‍❤️‍👨👍🏽 🇸🇪 1️⃣ 12:30 #5");
    const auto spans = spansOf(family, {}, {});
    ASSERT_EQ(spans.size(), 3U);
    EXPECT_EQ(family.mid(spans[0].start, spans[0].length), QStringLiteral("👩‍❤️‍👨👍🏽"));
    EXPECT_EQ(family.mid(spans[1].start, spans[1].length), QStringLiteral("🇸🇪"));
    EXPECT_EQ(family.mid(spans[2].start, spans[2].length), QStringLiteral("1️⃣"));
}

TEST(ChatSpans, FewPicturesAloneAreShownLarger) {
    const auto alone = [](const QString& text) { return isPicturesAlone(text, spansOf(text, {}, {})); };
    EXPECT_TRUE(alone(QStringLiteral("🎉 🎉🎉")));
    EXPECT_FALSE(alone(QStringLiteral("🎉 yes")));
    EXPECT_FALSE(alone(QStringLiteral("🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉")));
    EXPECT_FALSE(alone(QStringLiteral(" ")));
}

TEST(NameColour, OfEveryNameIsReadableInDarkAndLight) {
    for (const auto* tokens : {&theme::darkTokens(), &theme::lightTokens()}) {
        for (int i = 0; i < 500; ++i) {
            const QString name = QStringLiteral("person%1").arg(i * 7919);
            const QColor colour = colourOfName(name, tokens->panel, tokens->control);
            EXPECT_GE(contrast(colour, tokens->panel), 4.5) << name.toStdString();
            EXPECT_GE(contrast(colour, tokens->control), 4.5) << name.toStdString();
            EXPECT_EQ(colour, colourOfName(name.toUpper(), tokens->panel, tokens->control));
        }
    }
    EXPECT_NEAR(contrast(Qt::white, Qt::black), 21.0, 0.01);
}

TEST(LineWording, SaysWhoWhatAndWhatBecameOfIt) {
    ChatModel model;
    auto message = messageOf("anna", "hello");
    message.role = wire::Role::Moderator;
    message.editedAt = message.at;
    message.replyTo = wire::Quote{messageOf("bertil", "x").id, {{}, "bertil"}, "x"};
    model.append(message);
    EXPECT_EQ(spokenLine(model.line(0)), QStringLiteral("Moderator anna answers bertil: hello (edited)"));
    model.markDeleted(message.id, QStringLiteral("erik"));
    EXPECT_EQ(spokenLine(model.line(0)), QStringLiteral("Message by anna, deleted by erik"));
}

TEST(LineWording, ModesAreOneSentence) {
    EXPECT_TRUE(modesText({}).isEmpty());
    EXPECT_EQ(modesText({90, 0, true}),
              QStringLiteral("One message every 90 s · followers only · emotes only"));
    EXPECT_EQ(modesText({60, 1440, false}),
              QStringLiteral("One message every 1 min · followers for 1 d or longer"));
    EXPECT_EQ(clockTime(59), QStringLiteral("0:59"));
    EXPECT_EQ(clockTime(3'725), QStringLiteral("1:02:05"));
}

}  // namespace
}  // namespace footlight::chatui
