#include "ui/people/choices_section.h"

#include <QCheckBox>
#include <QGridLayout>

#include "ui/people/inbox.h"
#include "ui/people/notification_words.h"
#include "ui/people/same_user.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kWayWidth = 84;

using Kind = wire::NotificationKind;

}  // namespace

ChoicesSection::ChoicesSection(Inbox& inbox, QWidget* parent)
    : Section(tr("What you are told of"),
              tr("In the app it is under the bell, and on the desktop while you look elsewhere. Mail needs a "
                 "verified address in your account."),
              parent),
      inbox_(inbox),
      outcome_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    outcome_->setFit(widgets::TextLabel::Fit::Wrap);
    outcome_->setSecondary();
    auto* holder = new QWidget(this);
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kGap8);
    grid->setVerticalSpacing(theme::kGap4);
    grid->setColumnStretch(0, 1);
    int column = 1;
    for (const QString& way : {tr("In the app"), tr("By mail"), tr("Webhook")}) {
        grid->setColumnMinimumWidth(column, kWayWidth);
        grid->addWidget(new widgets::TextLabel(way, theme::TextRole::Caption, QFont::DemiBold, holder), 0,
                        column++, Qt::AlignHCenter);
    }
    for (const Kind kind :
         {Kind::WentLive, Kind::StartsSoon, Kind::NewRecording, Kind::Mention, Kind::Reply, Kind::Follower,
          Kind::FriendRequest, Kind::FriendAccepted, Kind::WebhookSuspended}) {
        rows_[kind] = makeRow(*grid, kind);
    }
    addWide(holder);
    addWide(outcome_);
    connect(&inbox_, &Inbox::userChanged, this, &ChoicesSection::clear);
}

void ChoicesSection::clear() {
    for (const auto& [kind, row] : rows_) {
        for (auto* box : {row.inApp, row.email, row.webhook}) {
            box->setChecked(false);
            box->setEnabled(false);
        }
    }
    outcome_->setText({});
}

ChoicesSection::Row ChoicesSection::makeRow(QGridLayout& grid, Kind kind) {
    const int at = grid.rowCount();
    auto* words = new widgets::TextLabel(textOf(kind), theme::TextRole::Body, QFont::Normal, this);
    words->setFit(widgets::TextLabel::Fit::Wrap);
    grid.addWidget(words, at, 0);
    Row row;
    int column = 1;
    for (const auto& [place, name] :
         {std::pair{&row.inApp, tr("%1: in the app")}, std::pair{&row.email, tr("%1: by mail")},
          std::pair{&row.webhook, tr("%1: by webhook")}}) {
        *place = new QCheckBox(this);
        (*place)->setAccessibleName(name.arg(textOf(kind)));
        (*place)->setEnabled(false);
        grid.addWidget(*place, at, column++, Qt::AlignHCenter);
        connect(*place, &QCheckBox::clicked, this, [this, kind] { choose(kind); });
    }
    return row;
}

void ChoicesSection::refresh() {
    if (!inbox_.isSignedIn()) {
        return;
    }
    inbox_.api().fetchChoices(forSameUser<std::vector<wire::NotificationChoice>>(
        this, inbox_, [this](const Result<std::vector<wire::NotificationChoice>>& choices) {
            if (choices) {
                show(*choices);
                outcome_->setText({});
            } else {
                outcome_->setText(QString::fromStdString(choices.error().message()));
            }
        }));
}

void ChoicesSection::show(const std::vector<wire::NotificationChoice>& choices) {
    for (const auto& choice : choices) {
        const auto found = rows_.find(choice.kind);
        if (found == rows_.end()) {
            continue;
        }
        for (const auto& [box, isOn] :
             {std::pair{found->second.inApp, choice.inApp}, std::pair{found->second.email, choice.email},
              std::pair{found->second.webhook, choice.webhook}}) {
            box->setChecked(isOn);
            box->setEnabled(true);
        }
    }
}

void ChoicesSection::choose(Kind kind) {
    const Row& row = rows_[kind];
    const wire::NotificationChoice choice{kind, row.inApp->isChecked(), row.email->isChecked(),
                                          row.webhook->isChecked()};
    inbox_.api().choose({choice},
                        forSameUser<std::vector<wire::NotificationChoice>>(
                            this, inbox_, [this](const Result<std::vector<wire::NotificationChoice>>& all) {
                                if (all) {
                                    show(*all);
                                    outcome_->setText(tr("Saved"));
                                } else {
                                    outcome_->setText(QString::fromStdString(all.error().message()));
                                    refresh();
                                }
                            }));
}

}  // namespace footlight::people
