#include "ui/widgets/empty_state.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/text_label.h"

namespace footlight::widgets {
namespace {

constexpr int kDrawingWidth = 160;
constexpr int kSentenceWidth = 380;

/// The drawing, in the faintest colour of the appearance of the moment.
class Drawing final : public QWidget {
public:
    Drawing(QString name, QWidget* parent) : QWidget(parent), name_(std::move(name)) {
        setFixedSize(kDrawingWidth, kDrawingWidth * 3 / 4);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const auto& tokens = theme::tokens();
        painter.drawPixmap(0, 0, theme::drawing(name_, kDrawingWidth, devicePixelRatioF(), tokens.faint));
    }

private:
    QString name_;
};

}  // namespace

EmptyState::EmptyState(const QString& drawing, const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent),
      title_(new TextLabel(title, theme::TextRole::Section, QFont::DemiBold, this)),
      sentence_(new TextLabel(sentence, theme::TextRole::Body, QFont::Normal, this)),
      button_(new QPushButton(this)) {
    title_->setAlignment(Qt::AlignHCenter);
    title_->setFit(TextLabel::Fit::Wrap);
    sentence_->setAlignment(Qt::AlignHCenter);
    sentence_->setFit(TextLabel::Fit::Wrap);
    sentence_->setSecondary();
    title_->setMaximumWidth(kSentenceWidth);
    sentence_->setMaximumWidth(kSentenceWidth);
    button_->setProperty("tone", QStringLiteral("primary"));
    button_->hide();
    connect(button_, &QPushButton::clicked, this, &EmptyState::actionTriggered);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::kGap8);
    layout->addStretch(2);
    drawing_ = new Drawing(drawing, this);
    layout->addWidget(drawing_, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kGap8);
    // A wrapped label inside an aligned cell gets its hint's width only: centre with stretches instead.
    for (TextLabel* label : {title_, sentence_}) {
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 8);
        row->addStretch(1);
        layout->addLayout(row);
    }
    layout->addSpacing(theme::kGap8);
    layout->addWidget(button_, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int width = std::min(contentsRect().width() * 8 / 10, kSentenceWidth);
    const int button = button_->isHidden() ? 0 : button_->sizeHint().height() + theme::kGap8;
    const int words = title_->heightForWidth(width) + sentence_->heightForWidth(width) + button;
    drawing_->setVisible(height() >= drawing_->height() + words + 2 * theme::kGap24);
    sentence_->setVisible(height() >= words + 2 * theme::kGap24);
}

void EmptyState::setTexts(const QString& title, const QString& sentence) {
    title_->setText(title);
    sentence_->setText(sentence);
}

void EmptyState::setAction(const QString& text, const QString& icon) {
    button_->setText(text);
    button_->setAccessibleName(text);
    if (!icon.isEmpty()) {
        button_->setIcon(theme::icon(icon, theme::IconTone::OnAccent));
    }
    button_->setVisible(!text.isEmpty());
}

}  // namespace footlight::widgets
