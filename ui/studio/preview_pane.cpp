#include "ui/studio/preview_pane.h"

#include <QEvent>
#include <QTimer>

#include "ui/widgets/text_label.h"

namespace footlight::studio {
namespace {

/// A window of the window system's own that Qt never paints into.
class NativeSurface final : public QWidget {
public:
    explicit NativeSurface(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_DontCreateNativeAncestors);
        setAttribute(Qt::WA_NativeWindow);
        setAttribute(Qt::WA_PaintOnScreen);
        setAttribute(Qt::WA_NoSystemBackground);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }
    [[nodiscard]] QPaintEngine* paintEngine() const override { return nullptr; }
};

}  // namespace

PreviewPane::PreviewPane(PreviewPort& port, QSize canvas, QWidget* parent)
    : QFrame(parent),
      port_(port),
      canvas_(canvas),
      surface_(new NativeSurface(this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, this)) {
    setAccessibleName(tr("Preview of what is on air"));
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setSecondary();
    problem_->setAlignment(Qt::AlignCenter);
    problem_->hide();
    surface_->installEventFilter(this);
}

PreviewPane::~PreviewPane() {
    surface_->removeEventFilter(this);
    detach();
}

QSize PreviewPane::pixels() const { return surface_->size() * surface_->devicePixelRatioF(); }

void PreviewPane::place() {
    const QSize fitted = canvas_.scaled(size(), Qt::KeepAspectRatio);
    surface_->setGeometry(
        QRect(QPoint((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted));
    problem_->setGeometry(rect().adjusted(24, 24, -24, -24));
    if (preview_) {
        port_.resize(*preview_, pixels().width(), pixels().height());
    }
}

void PreviewPane::attach() {
    if (preview_ || !isVisible()) {
        return;
    }
    const auto attached = port_.attach(static_cast<capture::NativeWindow>(surface_->winId()),
                                       pixels().width(), pixels().height());
    surface_->setVisible(attached.has_value());
    problem_->setVisible(!attached);
    if (attached) {
        preview_ = *attached;
    } else {
        problem_->setText(QString::fromStdString(attached.error().message()));
    }
}

void PreviewPane::detach() {
    if (preview_) {
        port_.detach(*preview_);
        preview_.reset();
    }
}

void PreviewPane::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    place();
}

void PreviewPane::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    place();
    // Once the window system has mapped the window.
    QTimer::singleShot(0, this, &PreviewPane::attach);
}

void PreviewPane::hideEvent(QHideEvent* event) {
    detach();
    QFrame::hideEvent(event);
}

bool PreviewPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == surface_ && event->type() == QEvent::WinIdChange && preview_) {
        detach();
        QTimer::singleShot(0, this, &PreviewPane::attach);
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace footlight::studio
