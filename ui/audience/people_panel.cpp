#include "ui/audience/people_panel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>

#include "ui/audience/attendee_delegate.h"
#include "ui/audience/attendee_model.h"
#include "ui/models/wording.h"
#include "ui/pictures/picture_store.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
PeoplePanel::PeoplePanel(AttendeeModel& people, pictures::PictureStore& faces, QWidget* parent)
    : QFrame(parent),
      people_(people),
      viewers_(new widgets::FigureLabel(theme::TextRole::Title, this)),
      guests_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      list_(new QListView(this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setProperty("surface", QStringLiteral("card"));
    viewers_->setAccessibleName(tr("Viewers"));
    guests_->setSecondary();
    guests_->setFit(widgets::TextLabel::Fit::Elide);
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->hide();
    auto* search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search names"));
    search->setAccessibleName(tr("Search names"));
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, &people_, &AttendeeModel::setFilter);
    list_->setModel(&people_);
    list_->setItemDelegate(new AttendeeDelegate(faces, list_));
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("People here"));
    connect(list_, &QListView::clicked, this, &PeoplePanel::choose);
    connect(list_, &QListView::activated, this, [this](const QModelIndex& index) {
        // A double click has chosen by its first half.
        if (QApplication::activePopupWidget() == nullptr) {
            choose(index);
        }
    });
    connect(&faces, &pictures::PictureStore::loaded, list_->viewport(), qOverload<>(&QWidget::update));
    auto* figures = new QHBoxLayout;
    figures->setSpacing(theme::kGap8);
    figures->addWidget(viewers_);
    figures->addWidget(guests_, 1, Qt::AlignBottom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap12, theme::kGap12, theme::kGap12);
    layout->setSpacing(theme::kGap8);
    layout->addLayout(figures);
    layout->addWidget(search);
    layout->addWidget(problem_);
    layout->addWidget(list_, 1);
    connect(&people_, &AttendeeModel::figuresChanged, this, &PeoplePanel::showFigures);
    connect(&people_, &AttendeeModel::refused, this, [this](const QString& sentence) {
        problem_->setText(sentence);
        problem_->show();
    });
    showFigures();
}

void PeoplePanel::choose(const QModelIndex& index) {
    if (!index.data(AttendeeModel::IsHeading).toBool()) {
        const QPoint middle = list_->visualRect(index).center();
        Q_EMIT personChosen(index.data().toString(), list_->viewport()->mapToGlobal(middle));
    }
}

void PeoplePanel::showFigures() {
    problem_->hide();
    viewers_->setText(models::countText(people_.viewers()));
    viewers_->setToolTip(tr("People and guests who watch, each counted once"));
    guests_->setText(people_.guests() > 0
                         ? tr("watching, %n guests here", nullptr, static_cast<int>(people_.guests()))
                         : tr("watching"));
}

void PeoplePanel::showEvent(QShowEvent* event) {
    people_.setLooked(true);
    QFrame::showEvent(event);
}

void PeoplePanel::hideEvent(QHideEvent* event) {
    people_.setLooked(false);
    QFrame::hideEvent(event);
}

}  // namespace footlight::audience
