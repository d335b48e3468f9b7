#include "ui/audience/reaction_counts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTextDocument>

#include "ui/audience/reaction_board.h"
#include "ui/models/wording.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

constexpr int kOwnPicture = 16;

/// "984", "1.2k", "12k": six of them stand side by side.
QString shortText(qint64 count) {
    if (count < 1000) {
        return QLocale().toString(count);
    }
    const double thousands = static_cast<double>(count) / 1000;
    return ReactionCounts::tr("%1k").arg(QLocale().toString(thousands, 'f', thousands < 10 ? 1 : 0));
}

}  // namespace

ReactionCounts::ReactionCounts(ReactionBoard& board, QWidget* parent)
    : QWidget(parent), board_(board), own_(new QHBoxLayout) {
    setAccessibleName(tr("Reactions since the start"));
    auto* row = new QHBoxLayout;
    row->setSpacing(2);  // the side of the Studio is narrow
    for (const QString& kind : ReactionBoard::kinds()) {
        auto* emoji = new widgets::TextLabel(kind, theme::TextRole::Caption, QFont::Normal, this);
        QFont font = emoji->font();
        font.setFamilies({QStringLiteral("Noto Color Emoji"), font.family()});
        emoji->setFont(font);
        row->addWidget(emoji);
        row->addWidget(addFigure(kind));
        row->addStretch(1);
    }
    own_->setSpacing(row->spacing());
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme::kGap4, 0, theme::kGap4, 0);
    rows->setSpacing(theme::kGap4);
    rows->addLayout(row);
    rows->addLayout(own_);
    connect(&board_, &ReactionBoard::reacted, this, &ReactionCounts::add);
    clear();
}

widgets::FigureLabel* ReactionCounts::addFigure(const QString& kind) {
    auto* figure = new widgets::FigureLabel(theme::TextRole::Caption, this);
    figure->setAccessibleName(ReactionBoard::nameOf(kind));
    figures_.insert(kind, figure);
    return figure;
}

/// One of the channel's own kinds, the first time that it is thrown in; as many as stand side by side.
widgets::FigureLabel* ReactionCounts::addOwn(const QString& kind) {
    if (!ReactionBoard::isEmote(kind) || figures_.size() >= ReactionBoard::kinds().size() * 2) {
        return nullptr;
    }
    auto* picture = new QLabel(this);
    const auto showPicture = [this, picture, kind] {
        const QPixmap own = board_.pictureOf(kind);
        if (own.isNull()) {
            picture->setText(ReactionBoard::nameOf(kind));
            return;
        }
        const qreal scale = devicePixelRatioF();
        QPixmap fitted = own.scaled(QSize(kOwnPicture * 2, kOwnPicture) * scale, Qt::KeepAspectRatio,
                                    Qt::SmoothTransformation);
        fitted.setDevicePixelRatio(scale);
        picture->setPixmap(fitted);
    };
    picture->setTextFormat(Qt::PlainText);
    connect(&board_, &ReactionBoard::emotesChanged, picture, showPicture);
    showPicture();
    auto* figure = addFigure(kind);
    for (QWidget* each : {static_cast<QWidget*>(picture), static_cast<QWidget*>(figure)}) {
        own_->addWidget(each);
        each->show();
    }
    own_->addSpacing(theme::kGap8);
    return figure;
}

void ReactionCounts::add(const QString& kind, qint64 count) {
    auto* figure = figures_.value(kind);
    figure = figure == nullptr ? addOwn(kind) : figure;
    if (figure != nullptr) {
        counts_[kind] += count;
        figure->setText(shortText(counts_[kind]));
        figure->setToolTip(Qt::convertFromPlainText(
            QStringLiteral("%1: %2").arg(ReactionBoard::nameOf(kind), models::countText(counts_[kind]))));
        setVisible(true);
    }
}

void ReactionCounts::clear() {
    counts_.clear();
    while (auto* item = own_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    figures_.removeIf([](QHash<QString, widgets::FigureLabel*>::iterator each) {
        return ReactionBoard::isEmote(each.key());
    });
    for (auto* figure : std::as_const(figures_)) {
        figure->setText(models::countText(0));
    }
    hide();
}

}  // namespace footlight::audience
