#include "ui/chat/pin_bar.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/chat/chat_controller.h"
#include "ui/chat/line_wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::chatui {
namespace {

QString textOf(const wire::Pin& pin) {
    return oneLine(QString::fromStdString(pin.message.user.name + ": " + pin.message.text));
}

QToolButton* makeButton(const QString& icon, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setProperty("tone", QStringLiteral("icon"));
    button->setIcon(theme::icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

}  // namespace

PinBar::PinBar(ChatController& chat, QWidget* parent)
    : QFrame(parent),
      chat_(chat),
      summary_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      toggle_(makeButton(QStringLiteral("down"), tr("Show what is pinned"), this)),
      all_(new QWidget(this)),
      list_(new QVBoxLayout(all_)) {
    setProperty("surface", QStringLiteral("raised"));
    summary_->setFit(widgets::TextLabel::Fit::Elide);
    toggle_->setCheckable(true);
    connect(toggle_, &QToolButton::toggled, this, &PinBar::refresh);
    list_->setContentsMargins(0, 0, 0, theme::kGap4);
    list_->setSpacing(theme::kGap8);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kGap8);
    head->addWidget(new widgets::IconView(QStringLiteral("pin"), theme::IconTone::Plain, this));
    head->addWidget(summary_, 1);
    head->addWidget(toggle_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap8, 2, 2, 2);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(all_);
    connect(&chat_.room(), &Room::pinsChanged, this, &PinBar::refresh);
    connect(&chat_.room(), &Room::changed, this, &PinBar::refresh);
    refresh();
}

void PinBar::refresh() {
    const auto& pins = chat_.room().pins();
    const bool isOpen = toggle_->isChecked();
    setVisible(!pins.empty());
    while (QLayoutItem* item = list_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    all_->setVisible(isOpen && !pins.empty());
    toggle_->setIcon(theme::icon(isOpen ? QStringLiteral("up") : QStringLiteral("down")));
    toggle_->setAccessibleName(isOpen ? tr("Hide what is pinned") : tr("Show what is pinned"));
    toggle_->setToolTip(toggle_->accessibleName());
    if (pins.empty()) {
        return;
    }
    summary_->setText(isOpen ? tr("%n pinned message(s)", nullptr, static_cast<int>(pins.size()))
                             : textOf(pins.front()));
    for (std::size_t which = 0; isOpen && which < pins.size(); ++which) {
        list_->addWidget(makePin(which));
    }
}

QWidget* PinBar::makePin(std::size_t which) {
    const wire::Pin& pin = chat_.room().pins()[which];
    auto* row = new QWidget(all_);
    auto* text = new widgets::TextLabel(textOf(pin), theme::TextRole::Body, QFont::Normal, row);
    text->setFit(widgets::TextLabel::Fit::Wrap);
    auto* by = new widgets::TextLabel(tr("Pinned by %1").arg(QString::fromStdString(pin.by.name)),
                                      theme::TextRole::Caption, QFont::Normal, row);
    by->setSecondary();
    auto* show = makeButton(QStringLiteral("forward"), tr("Show in the chat"), row);
    connect(show, &QToolButton::clicked, this,
            [this, id = pin.message.id] { Q_EMIT lineAsked(QByteArray::fromStdString(id.text())); });
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(text);
    words->addWidget(by);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words, 1);
    layout->addWidget(show, 0, Qt::AlignTop);
    if (chat_.room().moderates()) {
        auto* unpin = makeButton(QStringLiteral("close"), tr("Unpin"), row);
        connect(unpin, &QToolButton::clicked, this,
                [this, id = pin.message.id] { chat_.actions().unpin(id); });
        layout->addWidget(unpin, 0, Qt::AlignTop);
    }
    return row;
}

}  // namespace footlight::chatui
