#include <QApplication>
#include <QListWidget>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include "tests/ui/audience/room_fixture.h"
#include "ui/audience/own_reactions.h"
#include "ui/audience/reaction_bar.h"
#include "ui/audience/reaction_counts.h"
#include "ui/audience/reaction_field.h"
#include "ui/audience/reaction_swarm.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

const QString kFire = QStringLiteral("🔥");

/// Something opaque of such a colour is painted now.
bool paints(ReactionField& field, const std::function<bool(QColor)>& isIt) {
    QImage image(field.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    field.render(&image, {}, {}, QWidget::RenderFlags());
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() > 100 && isIt(colour)) {
                return true;
            }
        }
    }
    return false;
}

TEST(ReactionSwarm, ShowsASampleOfManyAndAllOfFew) {
    EXPECT_EQ(ReactionSwarm::sampleOf(0), 0);
    EXPECT_EQ(ReactionSwarm::sampleOf(3), 3);
    EXPECT_GT(ReactionSwarm::sampleOf(100), ReactionSwarm::sampleOf(10));
    EXPECT_LE(ReactionSwarm::sampleOf(1'000'000), 16);
}

TEST(ReactionSwarm, IsBoundedAndEnds) {
    ReactionSwarm swarm(1);
    for (int i = 0; i < 100; ++i) {
        swarm.add(kFire, 984);
    }
    EXPECT_EQ(swarm.particles().size(), ReactionSwarm::kMost);
    for (int frame = 0; frame < 60 * 5; ++frame) {
        for (const auto& each : swarm.particles()) {
            EXPECT_GE(each.opacity(), 0);
            EXPECT_LE(each.opacity(), 1);
            EXPECT_GE(each.place().x(), 0);
            EXPECT_LE(each.place().x(), 1);
        }
        swarm.step(1.0 / 60);
    }
    EXPECT_TRUE(swarm.isEmpty());
}

TEST(ReactionSwarm, RisesFromTheBottomToTheTop) {
    ReactionSwarm swarm(2);
    swarm.add(kFire, 1);
    ASSERT_EQ(swarm.particles().size(), 1U);
    EXPECT_DOUBLE_EQ(swarm.particles().front().place().y(), 1);
    double before = 1.1;
    while (!swarm.isEmpty()) {
        const double now = swarm.particles().front().place().y();
        EXPECT_LT(now, before);
        before = now;
        swarm.step(0.05);
    }
    EXPECT_LT(before, 0.1);
}

/// Of the size of a small picture, with a pointer that must go through it.
class AReactionField : public testing::Test {
protected:
    AReactionField() {
        window.resize(640, 360);
        field.setGeometry(window.rect());
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    void askForMotion(bool moves) { QApplication::setEffectEnabled(Qt::UI_General, moves); }

    QWidget window;
    ReactionField field{&window};
};

TEST_F(AReactionField, MovesOnlyWhileSomethingFloats) {
    askForMotion(true);
    EXPECT_FALSE(field.isMoving());
    field.show(kFire, 20);
    EXPECT_TRUE(field.isMoving());
    EXPECT_TRUE(QTest::qWaitFor([this] { return !field.isMoving(); }, 30'000));
}

TEST_F(AReactionField, PaintsWhatFloats) {
    askForMotion(true);
    field.show(kFire, 1);
    EXPECT_TRUE(QTest::qWaitFor([this] { return paints(field, [](QColor) { return true; }); }, 3000));
}

TEST_F(AReactionField, IsAQuietCountWhereLessMotionIsAskedFor) {
    askForMotion(false);
    field.show(kFire, 984);
    field.show(kFire, 16);
    EXPECT_FALSE(field.isMoving());
    EXPECT_TRUE(field.quietText().contains(kFire));
    EXPECT_TRUE(field.quietText().contains(QLocale().toString(1000)));
    EXPECT_TRUE(QTest::qWaitFor([this] { return field.quietText().isEmpty(); }, 30'000));
    askForMotion(true);
}

TEST_F(AReactionField, LetsThePointerThrough) {
    EXPECT_TRUE(field.testAttribute(Qt::WA_TransparentForMouseEvents));
    EXPECT_EQ(window.childAt(320, 180), nullptr);
    EXPECT_EQ(field.focusPolicy(), Qt::NoFocus);
}

TEST_F(AReactionField, StopsWhereItCannotBeSeen) {
    askForMotion(true);
    field.show(kFire, 20);
    window.hide();
    EXPECT_FALSE(field.isMoving());
    field.show(kFire, 20);
    EXPECT_FALSE(field.isMoving());
}

using Reactions = InARoom;

TEST_F(Reactions, AreGatheredIntoFewMessagesAndAtMostTenASecond) {
    QSignalSpy shown(&room.reactions, &ReactionBoard::reacted);
    for (int press = 0; press < 30; ++press) {
        room.reactions.throwIn(kFire);
    }
    EXPECT_LE(shown.count(), 20) << "at once, and no more than are sent";
    EXPECT_GE(shown.count(), 10);
    ASSERT_TRUE(tests::eventually([this] { return !hub.heardOf<wire::React>().empty(); }));
    const auto sent = hub.heardOf<wire::React>();
    EXPECT_LE(sent.size(), 2U);
    EXPECT_EQ(sent.front().channel, "bob");
    EXPECT_LE(sent.front().count, 10);
}

TEST_F(Reactions, OfOnesOwnAreNotShownTwice) {
    std::map<QString, qint64> shown;
    QObject::connect(&room.reactions, &ReactionBoard::reacted, &room.link,
                     [&shown](const QString& kind, qint64 count) { shown[kind] += count; });
    room.reactions.throwIn(kFire);
    room.reactions.throwIn(kFire);
    hub.tell(wire::Reactions{"bob", {{kFire.toStdString(), 984}, {"👏", 3}}});
    hub.tell(wire::Reactions{"elsewhere", {{"👏", 3}}});
    ASSERT_TRUE(tests::eventually([&] { return shown.contains(QStringLiteral("👏")); }));
    EXPECT_EQ(shown[kFire], 984);
    EXPECT_EQ(shown[QStringLiteral("👏")], 3);
}

TEST_F(Reactions, ThatTheRelayRefusesSaySoBesideTheButtons) {
    ReactionBar bar(room.reactions);
    bar.show();
    wire::ErrorMessage error;
    error.code = "reaction.too_fast";
    error.message = "At most 10 reactions in a second.";
    hub.tell(error);
    auto* problem = bar.findChild<widgets::TextLabel*>();
    ASSERT_TRUE(tests::eventually([&] { return problem->isVisible(); }));
    EXPECT_EQ(problem->text(), QStringLiteral("At most 10 reactions in a second."));
    const auto buttons = bar.findChildren<QToolButton*>();
    ASSERT_EQ(buttons.size(), ReactionBoard::kinds().size() + 1);
    EXPECT_TRUE(buttons.back()->isHidden()) << "the channel has none of its own";
    QTest::mouseClick(buttons.front(), Qt::LeftButton);
    EXPECT_EQ(heard<wire::React>().kind, ReactionBoard::kinds().front().toStdString());
}

TEST_F(Reactions, HaveTheirButtonsSideBySideHoweverWideTheBarIs) {
    ReactionBar bar(room.reactions);
    bar.resize(900, 40);
    bar.show();
    const auto buttons = bar.findChildren<QToolButton*>();
    for (qsizetype i = 1; i < ReactionBoard::kinds().size(); ++i) {
        EXPECT_LE(buttons[i]->x() - buttons[i - 1]->geometry().right(), 8) << i;
    }
}

TEST_F(Reactions, OfGuestsAreNotSent) {
    ReactionBar bar(room.reactions);
    relay.api().signOut();
    for (auto* button : bar.findChildren<QToolButton*>()) {
        EXPECT_FALSE(button->isEnabled());
        EXPECT_FALSE(button->accessibleName().isEmpty());
    }
}

TEST_F(Reactions, AreSummedInTheStudio) {
    QWidget window;
    ReactionCounts counts(room.reactions, &window);
    EXPECT_TRUE(counts.isHidden());
    Q_EMIT room.reactions.reacted(kFire, 900);
    Q_EMIT room.reactions.reacted(kFire, 84);
    EXPECT_FALSE(counts.isHidden());
    EXPECT_EQ(counts.countOf(kFire), 984);
}

/// The channel has one picture of its own, blue.
class ReactionsOfItsOwn : public InARoom {
protected:
    ReactionsOfItsOwn() {
        wire::Joined joined;
        joined.channel = "bob";
        joined.role = wire::Role::Member;
        joined.emotes = {{"grin", "aa01"}};
        Q_EMIT relay.live().joined(joined);
    }
    void load() {
        room.reactions.setPictures([](const QString& hash) {
            QPixmap picture(56, 28);
            picture.fill(Qt::blue);
            return hash == QStringLiteral("aa01") ? picture : QPixmap();
        });
        room.reactions.picturesLoaded();
    }
    const QString kGrin = QStringLiteral(":grin:");
};

TEST_F(ReactionsOfItsOwn, AreThrownInFromAGridThatStaysOpen) {
    load();
    QWidget window;
    ReactionBar bar(room.reactions, &window);
    window.show();
    auto* own = bar.findChildren<QToolButton*>().back();
    ASSERT_TRUE(own->isVisible());
    QTest::mouseClick(own, Qt::LeftButton);
    auto* popup = bar.findChild<OwnReactions*>();
    ASSERT_TRUE(popup->isVisible());
    auto* grid = popup->findChild<QListWidget*>();
    ASSERT_EQ(grid->count(), 1);
    EXPECT_FALSE(grid->item(0)->icon().isNull());
    EXPECT_EQ(grid->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("React: grin"));
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualItemRect(grid->item(0)).center());
    EXPECT_TRUE(popup->isVisible());
    const auto sent = heard<wire::React>();
    EXPECT_EQ(sent.kind, ":grin:");
    EXPECT_EQ(sent.count, 1);
    QTest::keyClick(grid, Qt::Key_Escape);
    EXPECT_FALSE(popup->isVisible());
    hub.tell(wire::EmotesChanged{"bob", {}});
    EXPECT_TRUE(tests::eventually([own] { return own->isHidden(); }));
}

TEST_F(ReactionsOfItsOwn, FloatOnceTheirPictureIsThere) {
    QApplication::setEffectEnabled(Qt::UI_General, true);
    QWidget window;
    window.resize(640, 360);
    ReactionField field(&window);
    field.setGeometry(window.rect());
    field.setBoard(room.reactions);
    window.show();
    const auto isBlue = [&field] {
        return paints(field, [](QColor colour) { return colour.blue() > 200 && colour.red() < 20; });
    };
    field.show(kGrin, 16);
    EXPECT_TRUE(field.isMoving());
    EXPECT_FALSE(isBlue());
    load();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            field.show(kGrin, 1);
            return isBlue();
        },
        30'000));
}

TEST_F(ReactionsOfItsOwn, HaveARowOfTheirOwnInTheStudio) {
    load();
    QWidget window;
    ReactionCounts counts(room.reactions, &window);
    for (int kind = 0; kind < 20; ++kind) {
        Q_EMIT room.reactions.reacted(QStringLiteral(":k%1:").arg(kind), 1);
    }
    EXPECT_EQ(counts.findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly).size(),
              ReactionBoard::kinds().size() * 2)
        << "no more than fit";
    counts.clear();
    Q_EMIT room.reactions.reacted(kGrin, 900);
    Q_EMIT room.reactions.reacted(kGrin, 84);
    EXPECT_EQ(counts.countOf(kGrin), 984);
    int pictures = 0;
    for (const auto* label : counts.findChildren<QLabel*>()) {
        pictures += label->pixmap().isNull() ? 0 : 1;
    }
    EXPECT_EQ(pictures, 1);
}

}  // namespace
}  // namespace footlight::audience
