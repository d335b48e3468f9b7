#include "ui/watch/player_pane.h"

#include <QAction>
#include <QCloseEvent>
#include <QGraphicsOpacityEffect>
#include <QLayout>
#include <QMouseEvent>
#include <QPropertyAnimation>

#include "core/playback/player.h"
#include "ui/models/settings_store.h"
#include "ui/theme/footlight_style.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/watch/control_keys.h"
#include "ui/watch/player_controls.h"
#include "ui/watch/player_message.h"
#include "ui/widgets/video_view.h"

namespace footlight::watch {
namespace {

constexpr std::chrono::seconds kControlsStay{2};
constexpr int kVolumeStep = 5;
constexpr double kSkipSeconds = 10;

}  // namespace

PlayerPane::PlayerPane(playback::Player& player, models::SettingsStore& settings, QWidget* parent)
    : QWidget(parent),
      player_(player),
      settings_(settings),
      view_(new widgets::VideoView(this)),
      controls_(new PlayerControls(this)),
      message_(new PlayerMessage(this)),
      keys_(new ControlKeys(this)),
      opacity_(new QGraphicsOpacityEffect(controls_)),
      fade_(new QPropertyAnimation(opacity_, "opacity", this)) {
    setMouseTracking(true);
    view_->setMouseTracking(true);
    view_->setAttribute(Qt::WA_TransparentForMouseEvents);
    controls_->setGraphicsEffect(opacity_);
    opacity_->setEnabled(false);
    idle_.setSingleShot(true);
    idle_.setInterval(kControlsStay);
    makeCommands();
    wire();
    volume_ = qBound(0, settings_.value(models::keys::kVolume, 100).toInt(), 100);
    muted_ = settings_.value(models::keys::kMuted, false).toBool();
    player_.setVolume(volume_ / 100.0);
    player_.setMuted(muted_);
    controls_->showVolume(volume_, muted_);
    player_.setVideoSink(view_->sink());
    wakeControls();
}

PlayerPane::~PlayerPane() { player_.setVideoSink(nullptr); }

void PlayerPane::wire() {
    using State = playback::Player::State;
    connect(&idle_, &QTimer::timeout, this, &PlayerPane::fadeControls);
    connect(fade_, &QPropertyAnimation::finished, this, [this] {
        controls_->setVisible(opacity_->opacity() > 0);
        // A disabled effect costs nothing while pictures change below.
        opacity_->setEnabled(opacity_->opacity() < 1);
    });
    connect(&player_, &playback::Player::stateChanged, this, [this](State state) {
        controls_->showState(state);
        message_->showState(state);
        if (state == State::Idle) {
            view_->clear();
        }
        wakeControls();
    });
    connect(&player_, &playback::Player::messageChanged, message_, &PlayerMessage::showMessage);
    connect(&player_, &playback::Player::statisticsChanged, controls_, &PlayerControls::showStatistics);
    connect(controls_, &PlayerControls::playPauseAsked, this, &PlayerPane::togglePlay);
    connect(controls_, &PlayerControls::liveAsked, this, &PlayerPane::liveAsked);
    connect(controls_, &PlayerControls::seekAsked, this, &PlayerPane::seekAsked);
    connect(controls_, &PlayerControls::muteAsked, this, &PlayerPane::toggleMute);
    connect(controls_, &PlayerControls::volumeAsked, this, &PlayerPane::setVolume);
    connect(controls_, &PlayerControls::fullScreenAsked, this, &PlayerPane::toggleFullScreen);
    connect(message_, &PlayerMessage::retryAsked, this, &PlayerPane::retryAsked);
    connect(message_, &PlayerMessage::leaveAsked, this, &PlayerPane::leaveAsked);
    for (QWidget* child : controls_->findChildren<QWidget*>()) {
        child->installEventFilter(this);
    }
    controls_->installEventFilter(this);
}

void PlayerPane::makeCommands() {
    const auto make = [this](const QString& icon, const QString& text, const QList<QKeySequence>& keys,
                             auto act) {
        auto* action = new QAction(theme::icon(icon), text, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, act);
        commands_.append(action);
    };
    make(QStringLiteral("play"), tr("Play or pause"), {QKeySequence(Qt::Key_K), QKeySequence(Qt::Key_Space)},
         [this] { togglePlay(); });
    make(QStringLiteral("jump-live"), tr("Jump to live"), {QKeySequence(Qt::Key_L)},
         [this] { Q_EMIT liveAsked(); });
    make(QStringLiteral("back"), tr("Back by 10 seconds"), {QKeySequence(Qt::Key_Left)},
         [this] { Q_EMIT skipAsked(-kSkipSeconds); });
    make(QStringLiteral("forward"), tr("On by 10 seconds"), {QKeySequence(Qt::Key_Right)},
         [this] { Q_EMIT skipAsked(kSkipSeconds); });
    make(QStringLiteral("volume-off"), tr("Mute or unmute"), {QKeySequence(Qt::Key_M)},
         [this] { toggleMute(); });
    make(QStringLiteral("volume"), tr("Louder"), {QKeySequence(Qt::Key_Plus)},
         [this] { setVolume(volume_ + kVolumeStep); });
    make(QStringLiteral("volume"), tr("Quieter"), {QKeySequence(Qt::Key_Minus)},
         [this] { setVolume(volume_ - kVolumeStep); });
    make(QStringLiteral("full-screen"), tr("Full screen"),
         {QKeySequence(Qt::Key_F), QKeySequence(Qt::Key_F11)}, [this] { toggleFullScreen(); });
    addActions(commands_);
    auto* leave = new QAction(tr("Leave full screen"), this);
    leave->setShortcut(QKeySequence(Qt::Key_Escape));
    leave->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QAction::triggered, this, [this] {
        if (isFullScreen()) {
            toggleFullScreen();
        }
    });
    addAction(leave);
}

void PlayerPane::showSpan(double length, double at) {
    if (controls_->showSpan(length, at)) {
        placeControls();
    }
}

void PlayerPane::togglePlay() {
    if (player_.state() == playback::Player::State::Paused) {
        player_.play();
    } else {
        player_.pause();
    }
    wakeControls();
}

void PlayerPane::setVolume(int percent) {
    volume_ = qBound(0, percent, 100);
    muted_ = false;
    player_.setVolume(volume_ / 100.0);
    player_.setMuted(false);
    settings_.setValue(models::keys::kVolume, volume_);
    settings_.setValue(models::keys::kMuted, false);
    controls_->showVolume(volume_, muted_);
    wakeControls();
}

void PlayerPane::toggleMute() {
    muted_ = !muted_;
    player_.setMuted(muted_);
    settings_.setValue(models::keys::kMuted, muted_);
    controls_->showVolume(volume_, muted_);
    wakeControls();
}

void PlayerPane::toggleFullScreen() {
    if (home_ == nullptr) {
        home_ = parentWidget();
        const QPoint where = mapToGlobal(QPoint());
        setParent(nullptr);
        setWindowTitle(tr("Footlight"));
        move(where);
        showFullScreen();
        setFocus();
    } else {
        QWidget* home = std::exchange(home_, nullptr);
        setParent(home);
        // The page's layout keeps the picture first.
        if (auto* box = qobject_cast<QBoxLayout*>(home->layout())) {
            box->insertWidget(0, this, 1);
        }
        show();
    }
    controls_->showFullScreen(isFullScreen());
    wakeControls();
}

void PlayerPane::closeEvent(QCloseEvent* event) {
    if (isFullScreen()) {
        event->ignore();
        toggleFullScreen();
    }
}

void PlayerPane::wakeControls() {
    controls_->show();
    controls_->raise();
    unsetCursor();
    if (opacity_->isEnabled()) {
        fadeTo(1);
    }
    idle_.start();
}

void PlayerPane::fadeControls() {
    const bool inUse = controls_->underMouse() || (focusWidget() != nullptr && focusWidget()->hasFocus() &&
                                                   controls_->isAncestorOf(focusWidget()));
    const bool plays = player_.state() == playback::Player::State::Playing;
    if (inUse || !plays) {
        return;
    }
    fadeTo(0);
    if (isFullScreen()) {
        setCursor(Qt::BlankCursor);
    }
}

void PlayerPane::fadeTo(qreal opacity) {
    fade_->stop();
    if (opacity < 1) {
        opacity_->setEnabled(true);
    }
    fade_->setDuration(theme::motionDuration());
    fade_->setEasingCurve(QEasingCurve::OutCubic);
    fade_->setStartValue(opacity_->opacity());
    fade_->setEndValue(opacity);
    fade_->start();
}

void PlayerPane::setOverlay(QWidget* overlay) {
    overlay_ = overlay;
    overlay_->setParent(this);
    overlay_->setGeometry(rect());
    overlay_->stackUnder(controls_);
    overlay_->show();
}

void PlayerPane::resizeEvent(QResizeEvent*) {
    view_->setGeometry(rect());
    if (overlay_ != nullptr) {
        overlay_->setGeometry(rect());
    }
    placeControls();
    message_->place();
}

void PlayerPane::placeControls() {
    const int height = controls_->sizeHint().height();
    controls_->setGeometry(theme::kGap12, this->height() - height - theme::kGap12, width() - theme::kGap24,
                           height);
}

/// The commands' keys hold for the whole window that the pane is in.
void PlayerPane::showEvent(QShowEvent* event) {
    window()->installEventFilter(keys_);
    QWidget::showEvent(event);
}

void PlayerPane::mouseMoveEvent(QMouseEvent* event) {
    wakeControls();
    QWidget::mouseMoveEvent(event);
}

void PlayerPane::mouseDoubleClickEvent(QMouseEvent*) { toggleFullScreen(); }

void PlayerPane::leaveEvent(QEvent* event) {
    idle_.start();
    QWidget::leaveEvent(event);
}

bool PlayerPane::eventFilter(QObject* watched, QEvent* event) {
    // Tab into hidden controls is not possible, so any key or movement on them keeps them awake.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseMove ||
        event->type() == QEvent::FocusIn) {
        wakeControls();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace footlight::watch
