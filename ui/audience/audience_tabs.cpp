#include "ui/audience/audience_tabs.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/audience/audience.h"
#include "ui/audience/people_panel.h"
#include "ui/audience/questions_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

constexpr int kChat = 0;
constexpr int kQuestions = 1;
constexpr int kLeastHeight = 128;

}  // namespace

AudienceTabs::AudienceTabs(Audience& audience, pictures::PictureStore& faces, QWidget* chat, QWidget* parent)
    : QWidget(parent),
      audience_(audience),
      bar_(new QHBoxLayout),
      heading_(new widgets::TextLabel(tr("Chat"), theme::TextRole::Body, QFont::DemiBold, this)),
      pages_(new QStackedWidget(this)) {
    // As high as there is room for: no page of it makes the window taller.
    pages_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    pages_->setMinimumHeight(kLeastHeight);
    bar_->setSpacing(theme::kGap4);
    bar_->addWidget(heading_, 1);
    heading_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap8);
    layout->addLayout(bar_);
    layout->addWidget(pages_, 1);
    questions_ = new QuestionsPanel(audience_.questions, audience_.hands, pages_);
    addTab(tr("Chat"), chat);
    addTab(tr("Questions"), questions_);
    auto* people = new PeoplePanel(audience_.people, faces, pages_);
    connect(people, &PeoplePanel::personChosen, this, &AudienceTabs::personChosen);
    addTab(tr("People"), people);
    wire();
    showChat();
}

void AudienceTabs::wire() {
    connect(&audience_.questions, &QAbstractItemModel::rowsInserted, this, [this] {
        if (current() != kQuestions) {
            ++unseen_;
            nameQuestions();
        }
    });
    connect(&audience_.link, &RoomLink::entered, this, [this] {
        unseen_ = 0;
        nameQuestions();
    });
    const auto showRights = [this] {
        questions_->setClosed(audience_.link.self() ? QString() : tr("Sign in to ask"));
    };
    connect(&audience_.link, &RoomLink::selfChanged, this, showRights);
    showRights();
}

void AudienceTabs::addTab(const QString& name, QWidget* page) {
    const int tab = pages_->addWidget(page);
    auto* button = new QPushButton(name, this);
    button->setProperty("tone", QStringLiteral("quiet"));
    button->setCheckable(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    connect(button, &QPushButton::clicked, this, [this, tab] { show(tab); });
    bar_->insertWidget(static_cast<int>(buttons_.size()), button);
    buttons_.append(button);
}

void AudienceTabs::setChatTool(QWidget* tool) {
    chatTool_ = tool;
    QSizePolicy policy = tool->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    tool->setSizePolicy(policy);
    bar_->addWidget(tool);
    tool->show();
}

void AudienceTabs::setAlone(bool isAlone) {
    heading_->setVisible(isAlone);
    for (QPushButton* button : std::as_const(buttons_)) {
        button->setVisible(!isAlone);
    }
    if (isAlone) {
        showChat();
    }
}

void AudienceTabs::showChat() { show(kChat); }

int AudienceTabs::current() const { return pages_->currentIndex(); }

void AudienceTabs::show(int tab) {
    pages_->setCurrentIndex(tab);
    for (qsizetype i = 0; i < buttons_.size(); ++i) {
        buttons_[i]->setChecked(i == tab);
    }
    if (chatTool_ != nullptr) {
        chatTool_->setVisible(tab == kChat);
    }
    if (tab == kQuestions) {
        unseen_ = 0;
        nameQuestions();
    }
}

void AudienceTabs::nameQuestions() {
    buttons_[kQuestions]->setText(unseen_ > 0 ? tr("Questions (%1)").arg(unseen_) : tr("Questions"));
}

}  // namespace footlight::audience
