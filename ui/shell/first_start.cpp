#include "ui/shell/first_start.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::shell {
namespace {

QVBoxLayout* fillCard(QFrame* card, const QString& icon, const QString& title, const QString& sentence) {
    card->setProperty("surface", QStringLiteral("card"));
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap24);
    layout->setSpacing(theme::kGap8);
    auto* picture = new widgets::IconView(icon, theme::IconTone::Accent, card);
    picture->setFixedSize(32, 32);
    layout->addWidget(picture);
    layout->addSpacing(theme::kGap8);
    layout->addWidget(new widgets::TextLabel(title, theme::TextRole::Section, QFont::DemiBold, card));
    auto* words = new widgets::TextLabel(sentence, theme::TextRole::Body, QFont::Normal, card);
    words->setFit(widgets::TextLabel::Fit::Wrap);
    words->setSecondary();
    layout->addWidget(words);
    layout->addStretch(1);
    return layout;
}

}  // namespace

QString problemWithAddress(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return FirstStart::tr(
            "Type the address that the relay's owner gave you, such as studio.example:8080.");
    }
    const QUrl url(trimmed.contains(QStringLiteral("://")) ? trimmed : QStringLiteral("http://") + trimmed,
                   QUrl::StrictMode);
    const bool http = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (!url.isValid() || url.host().isEmpty() || !http || trimmed.contains(QLatin1Char(' '))) {
        return FirstStart::tr(
                   "“%1” is no address of a relay. It looks like studio.example or 192.168.1.20:8080.")
            .arg(trimmed.left(60));
    }
    return {};
}

FirstStart::FirstStart(QWidget* parent)
    : QDialog(parent),
      address_(new QLineEdit(this)),
      own_(new QPushButton(tr("Use this computer"), this)),
      connect_(new QPushButton(tr("Connect"), this)),
      hint_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setWindowTitle(tr("Welcome to Footlight"));
    setAccessibleName(windowTitle());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(theme::kGap16);
    layout->addWidget(new widgets::TextLabel(tr("Where should your broadcasts go?"), theme::TextRole::Hero,
                                             QFont::DemiBold, this));
    auto* under = new widgets::TextLabel(tr("A relay takes your stream and hands it to everybody who "
                                            "watches. You can change this later in Settings."),
                                         theme::TextRole::Body, QFont::Normal, this);
    under->setSecondary();
    layout->addWidget(under);
    layout->addSpacing(theme::kGap8);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(theme::kGap16);
    cards->addWidget(makeOwnCard(), 1);
    cards->addWidget(makeOtherCard(), 1);
    layout->addLayout(cards, 1);
    resize(760, 420);
    own_->setFocus();
}

QWidget* FirstStart::makeOwnCard() {
    auto* card = new QFrame(this);
    auto* layout =
        fillCard(card, QStringLiteral("screen"), tr("This computer"),
                 tr("Footlight runs a relay here. Account, channel and stream key are made for you. At first "
                    "only this computer reaches it; Settings > Relay opens it to your network."));
    own_->setProperty("tone", QStringLiteral("primary"));
    own_->setAccessibleName(own_->text());
    own_->setAutoDefault(true);
    connect(own_, &QPushButton::clicked, this, [this] {
        choice_ = {true, {}};
        accept();
    });
    layout->addWidget(own_);
    return card;
}

QWidget* FirstStart::makeOtherCard() {
    auto* card = new QFrame(this);
    auto* layout = fillCard(card, QStringLiteral("relay"), tr("Another relay"),
                            tr("Somebody runs a relay for you. Its address is all that Footlight needs."));
    address_->setPlaceholderText(QStringLiteral("studio.example:8080"));
    address_->setAccessibleName(tr("Address of the relay"));
    address_->setMaxLength(255);
    connect_->setAccessibleName(tr("Connect to this relay"));
    connect_->setAutoDefault(false);
    hint_->setFit(widgets::TextLabel::Fit::Wrap);
    hint_->setProperty("tone", QStringLiteral("care"));
    hint_->hide();
    connect(address_, &QLineEdit::returnPressed, this, &FirstStart::takeAddress);
    connect(address_, &QLineEdit::textEdited, hint_, &QWidget::hide);
    connect(connect_, &QPushButton::clicked, this, &FirstStart::takeAddress);
    layout->addWidget(hint_);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap8);
    row->addWidget(address_, 1);
    row->addWidget(connect_);
    layout->addLayout(row);
    return card;
}

// A dialog would press its default button on Enter in the field.
void FirstStart::keyPressEvent(QKeyEvent* event) {
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enters || !address_->hasFocus()) {
        QDialog::keyPressEvent(event);
    }
}

void FirstStart::takeAddress() {
    const QString problem = problemWithAddress(address_->text());
    if (!problem.isEmpty()) {
        hint_->setText(problem);
        hint_->setAccessibleName(problem);
        hint_->show();
        address_->setFocus();
        return;
    }
    choice_ = {false, address_->text().trimmed()};
    accept();
}

}  // namespace footlight::shell
