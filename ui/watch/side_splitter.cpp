#include "ui/watch/side_splitter.h"

#include <QAction>
#include <QPainter>
#include <QToolButton>

#include "ui/models/settings_store.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::watch {
namespace {

const QString kWidthKey = QStringLiteral("watch/chatWidth");  // pixels
const QString kFoldedKey = QStringLiteral("watch/chatFolded");

constexpr int kWidth = 320;
constexpr int kNarrowest = 280;
constexpr int kWidest = 640;

/// The gap between the two, in which a bar shows while the pointer is there.
class Gap final : public QSplitterHandle {
public:
    explicit Gap(QSplitter* parent) : QSplitterHandle(Qt::Horizontal, parent) { setAttribute(Qt::WA_Hover); }

protected:
    void paintEvent(QPaintEvent*) override {
        if (!underMouse()) {
            return;
        }
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::tokens().secondary);
        const QRectF bar(width() / 2.0 - 2, height() / 2.0 - theme::kGap24, 4, theme::kGap24 * 2.0);
        painter.drawRoundedRect(bar, 2, 2);
    }
};

}  // namespace

SideSplitter::SideSplitter(models::SettingsStore& settings, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      settings_(settings),
      fold_(new QAction(theme::icon(QStringLiteral("chat")), tr("Show or fold the chat"), this)),
      width_(qBound(kNarrowest, settings.value(kWidthKey, kWidth).toInt(), kWidest)),
      isFolded_(settings.value(kFoldedKey, false).toBool()) {
    setHandleWidth(theme::kGap12);
    setChildrenCollapsible(false);
    fold_->setCheckable(true);
    fold_->setChecked(!isFolded_);
    fold_->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_C));
    connect(fold_, &QAction::triggered, this, [this](bool isShown) { setFolded(!isShown); });
    connect(this, &QSplitter::splitterMoved, this, [this] {
        width_ = sizes().value(1, width_);
        settings_.setValue(kWidthKey, width_);
    });
}

void SideSplitter::setParts(QWidget* main, QWidget* side) {
    side->setMinimumWidth(kNarrowest);
    side->setMaximumWidth(kWidest);
    addWidget(main);
    addWidget(side);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    showSide();
}

void SideSplitter::setOffered(bool isOffered) {
    isOffered_ = isOffered;
    fold_->setEnabled(isOffered);
    showSide();
}

void SideSplitter::setFolded(bool isFolded) {
    isFolded_ = isFolded;
    settings_.setValue(kFoldedKey, isFolded);
    fold_->setChecked(!isFolded);
    showSide();
}

void SideSplitter::showSide() {
    if (QWidget* side = widget(1)) {
        side->setVisible(isOffered_ && !isFolded_);
        spread();
    }
}

/// QSplitter would share what a window grows by.
void SideSplitter::spread() { setSizes({qMax(0, width() - handleWidth() - width_), width_}); }

void SideSplitter::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    spread();
}

QSplitterHandle* SideSplitter::createHandle() { return new Gap(this); }

QToolButton* SideSplitter::makeFoldButton(QWidget* parent) const {
    auto* button = new QToolButton(parent);
    button->setProperty("tone", QStringLiteral("icon"));
    button->setDefaultAction(fold_);
    button->setAccessibleName(fold_->text());
    button->setToolTip(fold_->text());
    return button;
}

}  // namespace footlight::watch
