// Who somebody is, in the app's own window against the real relay: their faces in the viewer list and on the
// card that their name opens, since when they follow; and what is open when the session ends.
#include <QApplication>
#include <QDialog>
#include <QImage>
#include <QListView>
#include <QPointer>

#include "tests/e2e/app/app_on_a_relay.h"
#include "tests/support/relay_owner.h"
#include "tests/support/temp_dir.h"
#include "ui/audience/attendee_model.h"
#include "ui/chat/chat_model.h"
#include "ui/chat/chat_view.h"
#include "ui/chat/user_card.h"
#include "ui/people/second_step_dialog.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::tests {
namespace {

class Faces : public AppOnARelay {
protected:
    /// Berta's, as her app sent it.
    void giveAFace(const RelayOwner& owner) {
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(Qt::red);
        const std::string path = (files_ / "face.png").string();
        ASSERT_TRUE(image.save(QString::fromStdString(path)));
        ASSERT_EQ(owner.api("PUT", "/channels/" + owner.name() + "/avatar", "@" + path).status, 200);
    }
    chatui::ChatView* chat() {
        for (auto* view : window().findChildren<chatui::ChatView*>()) {
            if (view->isVisible()) {
                return view;
            }
        }
        return nullptr;
    }
    /// What a click on the name in the newest line opens.
    chatui::UserCard* openCard() {
        auto& view = *chat();
        const QRect line = view.rectOf(view.count() - 1);
        for (int x = 4; x < line.width(); x += 8) {
            const QPoint at(x, line.center().y());
            if (view.hitAt(at).kind == chatui::ChatRow::Hit::Kind::Name) {
                QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
                return qobject_cast<chatui::UserCard*>(QApplication::activePopupWidget());
            }
        }
        return nullptr;
    }
    static bool says(const QWidget& root, const QString& words) {
        for (const auto* label : root.findChildren<widgets::TextLabel*>()) {
            if (label->isVisible() && label->text().contains(words)) {
                return true;
            }
        }
        return false;
    }
    bool showsRed(const QListView& list) {
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const QModelIndex at = list.model()->index(row, 0);
            if (at.data().toString() == QStringLiteral("Berta")) {
                const QImage shown = list.viewport()->grab(list.visualRect(at)).toImage();
                return shown.pixelColor(20, shown.height() / 2) == QColor(Qt::red);
            }
        }
        return false;
    }

    TempDir files_;
};

}  // namespace

TEST_F(Faces, AreSeenInTheViewerListAndOnTheCardWithSinceWhenSomebodyFollows) {
    const RelayOwner berta(relay_.hubAddress(), "Berta");
    giveAFace(berta);
    ASSERT_EQ(berta.api("PUT", "/channels/anna/follow").status, 204);
    publish();
    open("Watch");
    app_->watch().openChannel(channel());
    client::RelayClient theirs(context_.clock);
    theirs.connectTo(client::hubUrlFromText(QString::fromStdString(relay_.hubAddress())));
    ASSERT_TRUE(eventually([&] { return theirs.state() == client::ConnectionState::Online; }));
    theirs.api().resume(Secret(berta.token()), {});
    ASSERT_TRUE(eventually([&] { return theirs.api().session().has_value(); }));
    theirs.live().join(channel(), true);
    theirs.live().say(channel(), QStringLiteral("good evening"));
    ASSERT_TRUE(eventually([&] { return chat() != nullptr && chat()->count() > 0; })) << relay_.output();

    const QPointer<chatui::UserCard> card(openCard());
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->accessibleName(), QStringLiteral("Berta"));
    const QSize before = card->size();
    EXPECT_TRUE(eventually([&] {
        return card && says(*card, QStringLiteral("Follows since")) && !says(*card, QStringLiteral("…")) &&
               !card->findChild<widgets::AvatarView*>()->picture().isNull();
    })) << relay_.output();
    EXPECT_EQ(card->size(), before) << "nothing jumps";
    card->close();

    ASSERT_TRUE(press("People"));
    EXPECT_TRUE(eventually([&] {
        auto* list = named<QListView>("People here");
        return list != nullptr && showsRed(*list);
    })) << relay_.output();
}

TEST_F(Faces, WhatBelongsToTheAccountGoesWhenTheSessionIsEndedElsewhere) {
    window().showPage(QStringLiteral("account"));
    ASSERT_TRUE(press("Turn the second step on"));
    const QPointer<QDialog> dialog(window().findChild<people::SecondStepDialog*>());
    ASSERT_TRUE(dialog && dialog->isVisible());
    const auto& session = context_.client.api().session();
    const std::vector<std::string> asMe{"-H",
                                        "Authorization: Bearer " + std::string(session->token.reveal())};
    const std::string api = relay_.hubAddress() + "/api/v1/me/sessions";
    const auto id = RelayOwner::text(fetch(api, asMe), "id");
    ASSERT_FALSE(id.empty());
    auto end = asMe;
    end.insert(end.end(), {"-X", "DELETE"});
    ASSERT_EQ(fetch(api + "/" + id, end).status, 204);
    EXPECT_TRUE(eventually([&] { return !dialog; })) << relay_.output();
    EXPECT_TRUE(eventually([&] { return context_.client.api().session().has_value(); }))
        << "and the app signs in again by itself";
}

}  // namespace footlight::tests
