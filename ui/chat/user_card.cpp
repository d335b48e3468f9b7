#include "ui/chat/user_card.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <functional>

#include "core/client/community_api.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_people.h"
#include "ui/chat/line_desk.h"
#include "ui/chat/line_wording.h"
#include "ui/chat/name_colour.h"
#include "ui/chat/role_badge.h"
#include "ui/models/wording.h"
#include "ui/pictures/picture_store.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::chatui {
namespace {

constexpr int kWidth = 280;
constexpr int kShownLines = 3;
constexpr int kFace = 48;

QString followingText(const Result<wire::Follower>& follower) {
    if (!follower) {
        return UserCard::tr("Not known whether they follow");
    }
    return follower->since ? UserCard::tr("Follows since %1").arg(models::dayText(*follower->since))
                           : UserCard::tr("Does not follow this channel");
}

}  // namespace

UserCard::UserCard(ChatController& chat, LineDesk& desk, const QString& name, QWidget* window)
    : FloatingPanel(window), chat_(chat), desk_(desk), name_(name) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(name);
    setFixedWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap16, theme::kGap16, theme::kGap16, theme::kGap12);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(makeHead());
    layout->addWidget(makeLines());
    addActions(*layout);
}

QWidget* UserCard::makeHead() {
    auto* head = new QWidget(this);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeName(head));
    words->addLayout(makeRole(head));
    if (auto* following = makeFollowing(head)) {
        words->addWidget(following);
    }
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(makeFace(head), 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return head;
}

QWidget* UserCard::makeFace(QWidget* parent) {
    auto* face = new widgets::AvatarView(kFace, parent);
    face->setName(name_);
    const QString path = pictures::pathOfAvatar(name_);
    face->setPicture(chat_.faces().picture(path));
    connect(&chat_.faces(), &pictures::PictureStore::loaded, face, [this, face, path](const QString& loaded) {
        if (loaded == path) {
            face->setPicture(chat_.faces().picture(path));
        }
    });
    return face;
}

QWidget* UserCard::makeName(QWidget* parent) {
    auto* name = new widgets::TextLabel(name_, theme::TextRole::Section, QFont::DemiBold, parent);
    name->setFit(widgets::TextLabel::Fit::Elide);
    QPalette colours = name->palette();
    colours.setColor(QPalette::WindowText,
                     colourOfName(name_, theme::tokens().panel, theme::tokens().control));
    name->setPalette(colours);
    return name;
}

QLayout* UserCard::makeRole(QWidget* parent) {
    const chat::Role role = chat_.room().roleOf(name_);
    const QString what = roleText(role);
    auto* label = new widgets::TextLabel(what.isEmpty() ? tr("Member") : what, theme::TextRole::Caption,
                                         QFont::Normal, parent);
    label->setSecondary();
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap4);
    if (!badgeOf(role).isEmpty()) {
        row->addWidget(new widgets::IconView(badgeOf(role), toneOf(role), parent));
    }
    row->addWidget(label, 1);
    return row;
}

/// One line from the first, whatever the answer: nothing below it moves.
QWidget* UserCard::makeFollowing(QWidget* parent) {
    const Room& room = chat_.room();
    const bool isSelf = name_.compare(room.ownName(), Qt::CaseInsensitive) == 0;
    const bool mayKnow = !room.ownName().isEmpty() && (isSelf || room.moderates());
    if (!mayKnow || room.roleOf(name_) == chat::Role::Owner) {
        return nullptr;
    }
    auto* label = new widgets::TextLabel(tr("Follows since %1").arg(QStringLiteral("…")),
                                         theme::TextRole::Caption, QFont::Normal, parent);
    label->setSecondary();
    label->setFit(widgets::TextLabel::Fit::Elide);
    auto* api = new client::CommunityApi(chat_.api(), this);
    api->fetchFollower(room.channel(), name_,
                       {label, [label](const Result<wire::Follower>& follower) {
                            label->setText(followingText(follower));
                            if (!follower) {
                                label->setToolTip(QString::fromStdString(follower.error().message()));
                            }
                        }});
    return label;
}

/// How much they have said here, and the last of it.
QWidget* UserCard::makeLines() {
    auto* lines = new QWidget(this);
    auto* layout = new QVBoxLayout(lines);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const int count = linesOf(chat_.model(), name_);
    auto* total = new widgets::TextLabel(tr("%n message(s) in sight", nullptr, count),
                                         theme::TextRole::Caption, QFont::Normal, lines);
    total->setSecondary();
    layout->addWidget(total);
    int shown = 0;
    for (int row = chat_.model().rowCount() - 1; row >= 0 && shown < kShownLines; --row) {
        const ChatLine& line = chat_.model().line(row);
        if (line.kind == ChatLine::Kind::Said && line.state != ChatLine::State::Deleted &&
            line.author.compare(name_, Qt::CaseInsensitive) == 0) {
            auto* label =
                new widgets::TextLabel(oneLine(line.text), theme::TextRole::Body, QFont::Normal, lines);
            label->setFit(widgets::TextLabel::Fit::Elide);
            layout->insertWidget(1, label);
            ++shown;
        }
    }
    return lines;
}

void UserCard::addAction(QVBoxLayout& layout, const QString& icon, const QString& text,
                         const std::function<void()>& act) {
    auto* button = new QPushButton(theme::icon(icon), text, this);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(text, name_));
    connect(button, &QPushButton::clicked, this, [this, act] {
        act();
        close();
    });
    layout.addWidget(button);
}

void UserCard::addRole(QVBoxLayout& layout, chat::Role role, const QString& give, const QString& take) {
    const bool has = chat_.room().roleOf(name_) == role;
    addAction(layout, badgeOf(role), has ? take : give,
              [this, role, has] { chat_.actions().appoint(name_, role, !has); });
}

void UserCard::addActions(QVBoxLayout& layout) {
    const Room& room = chat_.room();
    const bool isSelf = name_.compare(room.ownName(), Qt::CaseInsensitive) == 0;
    if (room.ownName().isEmpty() || isSelf) {
        return;
    }
    addAction(layout, QStringLiteral("user"), tr("Mention"), [this] { Q_EMIT desk_.mentionAsked(name_); });
    if (!room.mayRestrict(name_)) {
        return;
    }
    addRole(layout, chat::Role::Vip, tr("Make VIP"), tr("Take VIP away"));
    if (room.ownRole() == chat::Role::Owner) {
        addRole(layout, chat::Role::Moderator, tr("Make moderator"), tr("Take moderator away"));
    }
    auto* timeOut = new QPushButton(theme::icon(QStringLiteral("clock")), tr("Time out"), this);
    timeOut->setAccessibleName(QStringLiteral("%1: %2").arg(timeOut->text(), name_));
    auto* times = desk_.makeTimeOutMenu(name_, timeOut);
    connect(times, &QMenu::triggered, this, &QWidget::close);
    timeOut->setMenu(times);
    layout.addWidget(timeOut);
    addAction(layout, QStringLiteral("ban"), tr("Ban"), [this] { chat_.actions().ban(name_); });
}

void UserCard::openAt(const QPoint& globalPosition) {
    adjustSize();
    const QRect room = screen()->availableGeometry();
    const int left = std::clamp(globalPosition.x() - width() / 2, room.left() + theme::kGap8,
                                std::max(room.left(), room.right() - width() - theme::kGap8));
    const int below = globalPosition.y() + theme::kGap12;
    const bool fits = below + height() <= room.bottom();
    move(left, fits ? below : std::max(room.top(), globalPosition.y() - height() - theme::kGap12));
    show();
    setFocus(Qt::PopupFocusReason);
}

}  // namespace footlight::chatui
