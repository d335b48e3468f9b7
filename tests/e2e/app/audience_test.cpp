// What an audience does beside speaking, in the app's own window against the real relay, with somebody else
// in the room; and chat that goes with the picture. With FOOTLIGHT_SHOTS=FOLDER it leaves screenshots.
#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <algorithm>

#include "core/client/recording_api.h"
#include "tests/e2e/app/app_on_a_relay.h"
#include "ui/audience/audience.h"
#include "ui/audience/chat_sync.h"
#include "ui/audience/poll_card.h"
#include "ui/audience/poll_option_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

namespace footlight::tests {
namespace {

using State = playback::Player::State;

/// Bob, with an account of his own at the same relay, in anna's room.
struct Visitor {
    void comeTo(const QUrl& hub, const QString& channel) {
        relay.api().setAddress(hub);
        bool isSignedUp = false;
        relay.api().signUp(QStringLiteral("bob"), Secret("a long password of bob"),
                           {&room.link, [&](const Result<wire::Session>& session) {
                                EXPECT_TRUE(session) << (session ? "" : session.error().message());
                                isSignedUp = true;
                            }});
        ASSERT_TRUE(eventually([&] { return isSignedUp; }));
        room.link.enter(channel);
        bool isThere = false;
        QObject::connect(&room.link, &audience::RoomLink::joined, &room.link, [&isThere] { isThere = true; });
        relay.live().join(channel, true);
        relay.connectTo(hub);
        ASSERT_TRUE(eventually([&] { return isThere; }));
        QObject::connect(&room.reactions, &audience::ReactionBoard::reacted, &room.link,
                         [this](const QString& kind, qint64 count) { seen[kind] += count; });
    }

    SystemClock clock;
    client::RelayClient relay{clock};
    audience::Audience room{relay};
    std::map<QString, qint64> seen;
};

class TheAudience : public AppOnARelay {
protected:
    void watch() {
        open("Watch");
        app_->watch().openChannel(channel());
        ASSERT_TRUE(eventually([&] { return app_->player().state() == State::Playing; }))
            << app_->player().message().toStdString() << relay_.output();
    }
    bool says(const QString& words) {
        for (auto* label : window().findChildren<widgets::TextLabel*>()) {
            if (label->isVisible() && label->text().contains(words)) {
                return true;
            }
        }
        return false;
    }
    QAbstractButton* buttonThatSays(const QString& words) {
        for (auto* button : window().findChildren<audience::PollOptionButton*>()) {
            if (button->isVisible() && button->accessibleName().contains(words)) {
                return button;
            }
        }
        return nullptr;
    }
    QListView* list(const char* name) {
        for (auto* view : window().findChildren<QListView*>()) {
            if (view->isVisible() && view->accessibleName() == QLatin1String(name)) {
                return view;
            }
        }
        return nullptr;
    }
    void shoot(const char* name) {
        const QString folder = qEnvironmentVariable("FOOTLIGHT_SHOTS");
        if (folder.isEmpty()) {
            return;
        }
        QDir().mkpath(folder);
        for (const auto appearance : {theme::Appearance::Light, theme::Appearance::Dark}) {
            theme_->setAppearance(appearance);
            for (const QSize size : {QSize(1920, 1080), QSize(1280, 720)}) {
                window().resize(size);
                QTest::qWait(400);
                const QPoint at = window().mapToGlobal(QPoint());
                QGuiApplication::primaryScreen()
                    ->grabWindow(0, at.x(), at.y(), size.width(), size.height())
                    .save(QDir(folder).filePath(QStringLiteral("%1-%2-%3.png")
                                                    .arg(QLatin1String(name), theme::toString(appearance))
                                                    .arg(size.width())));
            }
        }
    }

    Visitor bob;
};

}  // namespace

TEST_F(TheAudience, ReactsVotesAsksAndIsSeen) {
    publish();
    watch();
    bob.comeTo(client::hubUrlFromText(QString::fromStdString(relay_.hubAddress())), channel());

    ASSERT_TRUE(press("React: Fire"));
    ASSERT_TRUE(press("React: Fire"));
    EXPECT_TRUE(eventually([&] { return bob.seen[QStringLiteral("🔥")] == 2; }));

    context_.client.live().say(channel(),
                               QStringLiteral("/quiz 10m Which filter is that? | Ladder | *State variable"));
    ASSERT_TRUE(eventually([&] { return buttonThatSays(QStringLiteral("State variable")) != nullptr; }));
    ASSERT_TRUE(eventually([&] { return bob.room.polls.isOpen(); }));
    bob.room.polls.vote(0);
    auto* focus = QApplication::focusWidget();
    QTest::keyClick(focus == nullptr ? &window() : focus, Qt::Key_2);
    EXPECT_TRUE(eventually([&] { return buttonThatSays(QStringLiteral("your choice")) != nullptr; }));
    EXPECT_TRUE(eventually([&] {
        const auto& poll = bob.room.polls.poll();
        return poll && poll->options[0].votes == 1 && poll->options[1].votes == 1;
    }));
    EXPECT_FALSE(bob.room.polls.poll()->right) << "told at its end";
    for (int i = 0; i < 12; ++i) {
        bob.room.reactions.throwIn(audience::ReactionBoard::kinds()[i % 6]);
    }
    shoot("watch-quiz");
    context_.client.live().say(channel(), QStringLiteral("/poll end"));
    EXPECT_TRUE(eventually([&] { return buttonThatSays(QStringLiteral("the right answer")) != nullptr; }));
    shoot("watch-quiz-result");

    ASSERT_TRUE(press("Questions"));
    auto* composer = named<QLineEdit>("Ask a question");
    ASSERT_NE(composer, nullptr);
    composer->setFocus();
    QTest::keyClicks(composer, QStringLiteral("What is on the second shelf?"));
    QTest::keyClick(composer, Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return bob.room.questions.rowCount() == 1; }));
    bob.room.questions.upvote(0);
    bob.room.questions.ask(QStringLiteral("When is the next one?"));
    bob.room.hands.raise(true);
    ASSERT_TRUE(eventually([&] {
        auto* questions = list("Questions");
        return questions != nullptr && questions->model()->rowCount() == 2 &&
               questions->model()->index(0, 0).data(audience::QuestionBoard::Votes).toInt() == 1;
    }));
    EXPECT_EQ(list("Questions")->model()->index(0, 0).data().toString(),
              QStringLiteral("What is on the second shelf?"))
        << "more votes, higher";
    auto* questions = list("Questions");
    const QRect first = questions->visualRect(questions->model()->index(0, 0));
    QTest::mouseClick(questions->viewport(), Qt::LeftButton, {},
                      QPoint(first.left() + 20, first.center().y()));
    EXPECT_TRUE(eventually([&] { return says(QStringLiteral("own")) || says(QStringLiteral("yours")); }))
        << "one's own question, as the relay says";
    shoot("watch-questions");
    EXPECT_TRUE(press("Lower bob's hand"));
    EXPECT_TRUE(eventually([&] { return bob.room.hands.ownPlace() == 0; }));
    questions->setCurrentIndex(questions->model()->index(1, 0));
    ASSERT_TRUE(press("Answered"));
    EXPECT_TRUE(eventually([&] { return bob.room.questions.rowCount() == 1; }));

    ASSERT_TRUE(press("People"));
    EXPECT_TRUE(eventually([&] {
        auto* people = list("People here");
        return people != nullptr && people->model()->rowCount() == 4;  // two headings, two names
    }));
    shoot("watch-people");
    bob.room.people.setLooked(true);
    const auto annaDoes = [&](const QString& what) {
        return eventually([&] {
            for (int row = 0; row < bob.room.people.rowCount(); ++row) {
                const QModelIndex at = bob.room.people.index(row);
                if (at.data().toString().compare(channel(), Qt::CaseInsensitive) == 0 &&
                    at.data(audience::AttendeeModel::Doing).toString().startsWith(what)) {
                    return true;
                }
            }
            return false;
        });
    };
    EXPECT_TRUE(annaDoes(QStringLiteral("watching")));
    app_->player().pause();
    EXPECT_TRUE(annaDoes(QStringLiteral("paused")));
}

class ChatWithThePicture : public TheAudience {
protected:
    void listen() {
        auto& sync = app_->watch().chatSync();
        QObject::connect(
            &sync, &audience::ChatSync::released, &window(),
            [this](const wire::ChatMessage& line) { shown_.append(QString::fromStdString(line.text)); });
        QObject::connect(&sync, &audience::ChatSync::replaced, &window(),
                         [this](const std::vector<wire::ChatMessage>& lines) {
                             shown_.clear();
                             for (const auto& line : lines) {
                                 shown_.append(QString::fromStdString(line.text));
                             }
                         });
    }
    [[nodiscard]] bool shows(const char* text) const { return shown_.contains(QLatin1String(text)); }
    /// Bob says it when the encoder's picture of that second is on our screen.
    void bobSaysAt(double second, const char* text) {
        ASSERT_TRUE(eventually([&] { return pictureTime() > second; })) << pictureTime();
        bob.room.link.say(QLatin1String(text), [](const QString& problem, const QString&) {
            EXPECT_TRUE(problem.isEmpty()) << problem.toStdString();
        });
    }

    QStringList shown_;
};

TEST_F(ChatWithThePicture, GoesBackAndOnWithItLiveAndInTheRecording) {
    publish();
    watch();
    listen();
    bob.comeTo(client::hubUrlFromText(QString::fromStdString(relay_.hubAddress())), channel());
    bobSaysAt(4, "early");
    bobSaysAt(16, "late");
    EXPECT_TRUE(eventually([&] { return shows("early") && shows("late"); }));

    app_->watch().seek(0);
    EXPECT_TRUE(eventually([&] { return !shows("early") && pictureTime() < 4; })) << pictureTime();
    EXPECT_TRUE(app_->watch().chatSync().isHeld());
    EXPECT_TRUE(eventually([&] { return shows("early"); }));
    EXPECT_LT(pictureTime(), 14) << "with its picture";
    EXPECT_FALSE(shows("late"));
    app_->watch().backToLive();
    EXPECT_TRUE(eventually([&] { return shows("late"); }));

    finish();
    std::optional<wire::Recording> recording;
    client::RecordingApi recordings(context_.client.api());
    EXPECT_TRUE(eventually([&] {
        recordings.fetchAll(channel(), {&window(), [&](Result<std::vector<wire::Recording>> all) {
                                            if (all && !all->empty() && all->front().endedAt) {
                                                recording = all->front();
                                            }
                                        }});
        QTest::qWait(200);
        return recording.has_value();
    })) << relay_.output();
    ASSERT_TRUE(recording);
    app_->watch().openRecording(QUrl(QString::fromStdString(recording->playback)),
                                QStringLiteral("Recording"));
    EXPECT_TRUE(eventually([&] { return shows("early") && !shows("late"); }))
        << pictureTime() << app_->player().message().toStdString();
    EXPECT_LT(pictureTime(), 14);
    shoot("watch-recording");
    app_->watch().seek(20);
    EXPECT_TRUE(eventually([&] { return shows("late"); })) << pictureTime();
    app_->watch().seek(0);
    EXPECT_TRUE(eventually([&] { return !shows("late") && !shows("early"); })) << pictureTime();
}

}  // namespace footlight::tests
