#include "ui/people/field.h"

#include <QAction>
#include <QVBoxLayout>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kLongest = 500;

}  // namespace

Field::Field(const QString& name, QLineEdit::EchoMode echo, QWidget* parent)
    : QWidget(parent),
      line_(new QLineEdit(this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setAccessibleName(name);
    line_->setAccessibleName(name);
    line_->setMaxLength(kLongest);
    line_->setEchoMode(echo);
    if (echo == QLineEdit::Password) {
        letBeShown();
    }
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap4);
    column->addWidget(line_);
    column->addWidget(problem_);
    connect(line_, &QLineEdit::textEdited, this, [this] {
        setProblem({});
        Q_EMIT edited();
    });
    connect(line_, &QLineEdit::returnPressed, this, &Field::entered);
}

void Field::letBeShown() {
    auto* show = line_->addAction(theme::icon(QStringLiteral("show")), QLineEdit::TrailingPosition);
    show->setCheckable(true);
    show->setToolTip(tr("Show what is typed"));
    connect(show, &QAction::toggled, this, [this, show](bool isShown) {
        line_->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        show->setIcon(theme::icon(isShown ? QStringLiteral("hide") : QStringLiteral("show")));
        show->setToolTip(isShown ? tr("Hide what is typed") : tr("Show what is typed"));
    });
}

QString Field::text() const { return line_->text(); }

void Field::setText(const QString& text) { line_->setText(text); }

void Field::clear() {
    line_->clear();
    setProblem({});
}

void Field::setProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->setVisible(!sentence.isEmpty());
    // Read out with the line.
    line_->setAccessibleDescription(sentence);
    if (!sentence.isEmpty()) {
        line_->setFocus();
    }
}

}  // namespace footlight::people
