#include "app/desktop/translations.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <set>

namespace footlight::desktop {
namespace {

struct Message {
    QString source;
    QStringList forms;
    bool isNumerus = false;
    bool isFinished = true;
};

std::vector<Message> messagesOf(const QString& file) {
    QFile texts(QDir(QStringLiteral(FOOTLIGHT_TRANSLATIONS)).filePath(file));
    EXPECT_TRUE(texts.open(QIODevice::ReadOnly)) << file.toStdString();
    QXmlStreamReader xml(&texts);
    std::vector<Message> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QStringLiteral("message")) {
            messages.emplace_back().isNumerus = xml.attributes().hasAttribute(QStringLiteral("numerus"));
        } else if (xml.name() == QStringLiteral("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            messages.back().isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!messages.back().isNumerus) {
                messages.back().forms = QStringList{xml.readElementText()};
            }
        } else if (xml.name() == QStringLiteral("numerusform")) {
            messages.back().forms.append(xml.readElementText());
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_FALSE(messages.empty());
    return messages;
}

std::multiset<QString> placesIn(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%(?:L?n|\\d)"));
    std::multiset<QString> places;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        places.insert(found.next().captured());
    }
    return places;
}

QString newMessages(int count) {
    return QCoreApplication::translate("footlight::chatui::ChatView", "%n new message(s)", nullptr, count);
}

}  // namespace

TEST(Translations, EveryCountedTextHasBothFormsInEveryLanguage) {
    for (const auto* file : {"footlight_en.ts", "footlight_de.ts"}) {
        int counted = 0;
        for (const auto& message : messagesOf(QString::fromLatin1(file))) {
            if (message.isNumerus) {
                ++counted;
                ASSERT_EQ(message.forms.size(), 2) << message.source.toStdString();
                EXPECT_FALSE(message.forms[0].isEmpty()) << message.source.toStdString();
                EXPECT_FALSE(message.forms[1].isEmpty()) << message.source.toStdString();
            }
        }
        EXPECT_GT(counted, 0) << file;
    }
}

TEST(Translations, GermanIsCompleteAndKeepsThePlacesOfValues) {
    for (const auto& message : messagesOf(QStringLiteral("footlight_de.ts"))) {
        EXPECT_TRUE(message.isFinished) << message.source.toStdString();
        for (const auto& form : message.forms) {
            EXPECT_FALSE(form.isEmpty()) << message.source.toStdString();
            EXPECT_EQ(placesIn(form), placesIn(message.source)) << message.source.toStdString();
        }
    }
}

TEST(Translations, GermanIsShownToWhoSpeaksIt) {
    const Translations texts(QLocale(QLocale::German));
    EXPECT_EQ(QCoreApplication::translate("footlight::studio::BroadcastBar", "Go live"),
              QStringLiteral("Live gehen"));
    EXPECT_EQ(newMessages(3), QStringLiteral("3 neue Nachrichten"));
}

TEST(Translations, OtherLanguagesHaveEnglishWithItsPlurals) {
    for (const auto language : {QLocale::English, QLocale::Finnish, QLocale::C}) {
        const Translations texts{QLocale(language)};
        EXPECT_EQ(newMessages(1), QStringLiteral("1 new message"));
        EXPECT_EQ(newMessages(3), QStringLiteral("3 new messages"));
        EXPECT_EQ(QCoreApplication::translate("footlight::studio::BroadcastBar", "Go live"),
                  QStringLiteral("Go live"));
    }
}

}  // namespace footlight::desktop
