#include "ui/people/sessions_section.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <algorithm>

#include "ui/models/wording.h"
#include "ui/people/account_state.h"
#include "ui/people/same_user.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

/// Those beyond were not used for long; "End all others" reaches them too.
constexpr std::size_t kMostShown = 30;

/// When this one was last used is now, and not told.
bool areShownAlike(const std::vector<wire::SessionInfo>& some, const std::vector<wire::SessionInfo>& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](wire::SessionInfo one, const wire::SessionInfo& other) {
                          if (one.current) {
                              one.lastUsedAt = other.lastUsedAt;
                          }
                          return one == other;
                      });
}

}  // namespace

SessionsSection::SessionsSection(AccountState& state, QWidget* parent)
    : Section(tr("Where you are signed in"), {}, parent),
      state_(state),
      rows_(new QWidget(this)),
      list_(new QVBoxLayout(rows_)),
      endOthers_(new QPushButton(tr("End all others…"), this)),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(theme::kGap8);
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    outcome_->hide();
    endOthers_->setAccessibleName(tr("End all other sign-ins"));
    endOthers_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addWide(rows_);
    addWide(endOthers_);
    addWide(outcome_);
    connect(endOthers_, &QPushButton::clicked, this, &SessionsSection::endOthers);
    connect(&state_, &AccountState::userChanged, outcome_, &QWidget::hide);
    connect(&state_, &AccountState::changed, this, &SessionsSection::refresh);
    refresh();
}

void SessionsSection::refresh() {
    if (!state_.me()) {
        show({});
        return;
    }
    state_.security().fetchSessions(forSameUser<std::vector<wire::SessionInfo>>(
        this, state_, [this](const Result<std::vector<wire::SessionInfo>>& sessions) {
            if (sessions) {
                show(*sessions);
            }
        }));
}

void SessionsSection::show(const std::vector<wire::SessionInfo>& sessions) {
    endOthers_->setEnabled(sessions.size() > 1);
    // A button that somebody is about to press stays where nothing has changed.
    if (areShownAlike(sessions, shown_)) {
        return;
    }
    shown_ = sessions;
    qDeleteAll(rows_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    for (std::size_t at = 0; at < std::min(sessions.size(), kMostShown); ++at) {
        list_->addWidget(makeRow(sessions[at]));
    }
    Q_EMIT rowsChanged();
}

QWidget* SessionsSection::makeRow(const wire::SessionInfo& session) {
    const QString given = QString::fromStdString(session.device);
    const QString device = given.isEmpty() ? tr("A program without a name") : given;
    auto* row = new QFrame(rows_);
    row->setProperty("surface", QStringLiteral("raised"));
    row->setAccessibleName(device);
    auto* title = new widgets::TextLabel(device, theme::TextRole::Body, QFont::DemiBold, row);
    title->setFit(widgets::TextLabel::Fit::Elide);
    QString used =
        session.current
            ? tr("This one, since %1").arg(models::momentText(session.createdAt))
            : tr("Last used %1, since %2; network %3")
                  .arg(models::momentText(session.lastUsedAt), models::momentText(session.createdAt),
                       session.address.empty() ? QStringLiteral("–")
                                               : QString::fromStdString(session.address));
    if (session.ownApp.value_or(false)) {
        used = tr("%1; the app that runs this relay").arg(used);
    }
    auto* when = new widgets::TextLabel(used, theme::TextRole::Caption, QFont::Normal, row);
    when->setFit(widgets::TextLabel::Fit::Wrap);
    when->setSecondary();
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(when);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(
        new widgets::IconView(session.current ? QStringLiteral("check") : QStringLiteral("screen"),
                              session.current ? theme::IconTone::Good : theme::IconTone::Plain, row));
    layout->addLayout(words, 1);
    if (!session.current) {
        auto* end = new QPushButton(tr("End"), row);
        end->setAccessibleName(tr("End the sign-in of %1").arg(device));
        connect(end, &QPushButton::clicked, this, [this, id = session.id] { this->end(id); });
        layout->addWidget(end);
    }
    return row;
}

void SessionsSection::end(SessionId id) {
    state_.security().endSession(
        id, forSameUser<void>(this, state_, [this](const Result<>& done) { ended(done); }));
}

void SessionsSection::endOthers() {
    auto* dialog = new widgets::ConfirmDialog({tr("End all other sign-ins of %1?").arg(state_.name()),
                                               tr("Whoever uses them has to sign in again. This one stays."),
                                               tr("End all others"), tr("Keep them")},
                                              QStringLiteral("primary"), this);
    connect(dialog, &QDialog::accepted, this, [this] {
        state_.security().endOtherSessions(
            forSameUser<void>(this, state_, [this](const Result<>& done) { ended(done); }));
    });
    widgets::openAccountDialog(*dialog);
}

void SessionsSection::ended(const Result<>& done) {
    outcome_->setText(done ? tr("Ended.") : problemOf(done));
    outcome_->show();
    refresh();
}

}  // namespace footlight::people
