#include "ui/studio/broadcast_controller.h"

#include <QPointer>
#include <algorithm>
#include <utility>

namespace footlight::studio {
namespace {

using capture::DestinationState;
using capture::DestinationStatistics;

bool anyIs(const capture::LiveStatistics& statistics, DestinationState state) {
    return std::any_of(statistics.destinations.begin(), statistics.destinations.end(),
                       [state](const DestinationStatistics& each) { return each.state == state; });
}

QString messagesOf(const capture::LiveStatistics& statistics, DestinationState state) {
    QStringList messages;
    for (const auto& destination : statistics.destinations) {
        if (destination.state == state && !destination.message.empty()) {
            messages.append(QString::fromStdString(destination.message));
        }
    }
    return messages.join(QLatin1Char(' '));
}

}  // namespace

BroadcastController::BroadcastController(OnAirControl& control, DestinationProvider& destinations,
                                         QObject* parent)
    : QObject(parent), control_(control), destinations_(destinations) {
    pulse_.setInterval(std::chrono::seconds{1});
    connect(&pulse_, &QTimer::timeout, this, &BroadcastController::refresh);
    // Called on the engine's thread: only post. The destructor takes the listener away before this object
    // goes.
    control_.setStateListener([this](const DestinationStatistics&) {
        QMetaObject::invokeMethod(
            this, [this] { refresh(); }, Qt::QueuedConnection);
    });
}

BroadcastController::~BroadcastController() { control_.setStateListener({}); }

void BroadcastController::goLive() {
    if (phase_ != Phase::OffAir) {
        return;
    }
    warn({});
    hasTriedAgain_ = false;
    prepare();
}

void BroadcastController::prepare() {
    enter(Phase::Preparing);
    const int attempt = ++attempt_;
    destinations_.fetch([self = QPointer<BroadcastController>(this),
                         attempt](Result<std::vector<capture::Destination>> fetched) {
        if (!self || self->attempt_ != attempt || self->phase_ != Phase::Preparing) {
            return;
        }
        if (fetched) {
            self->start(std::move(*fetched));
        } else {
            self->failWith(QString::fromStdString(fetched.error().message()));
        }
    });
}

void BroadcastController::start(std::vector<capture::Destination> destinations) {
    const auto started = control_.goLive(std::move(destinations), settings_);
    if (!started) {
        failWith(QString::fromStdString(started.error().message()));
        return;
    }
    enter(Phase::Connecting);
    pulse_.start();
    refresh();
}

void BroadcastController::end() {
    if (phase_ == Phase::OffAir) {
        return;
    }
    ++attempt_;
    pulse_.stop();
    if (phase_ != Phase::Preparing) {
        control_.stop();
    }
    statistics_ = {};
    warn({});
    enter(Phase::OffAir);
    Q_EMIT statisticsChanged();
}

void BroadcastController::refresh() {
    if (phase_ == Phase::OffAir || phase_ == Phase::Preparing) {
        return;
    }
    statistics_ = control_.statistics();
    const auto& all = statistics_.destinations;
    const bool everyFailed = !all.empty() && std::all_of(all.begin(), all.end(), [](const auto& each) {
        return each.state == DestinationState::Failed;
    });
    if (everyFailed) {
        const QString message = messagesOf(statistics_, DestinationState::Failed);
        tryAgainOrFail(message.isEmpty() ? tr("The relay ended the broadcast.") : message);
        return;
    }
    QStringList notices;
    for (const auto state : {DestinationState::Reconnecting, DestinationState::Failed}) {
        const QString message = messagesOf(statistics_, state);
        if (!message.isEmpty()) {
            notices.append(message);
        }
    }
    if (!statistics_.localCopyProblem.empty()) {
        notices.append(QString::fromStdString(statistics_.localCopyProblem));
    }
    warn(notices.join(QLatin1Char(' ')));
    enter(phaseFromDestinations());
    Q_EMIT statisticsChanged();
}

void BroadcastController::tryAgainOrFail(const QString& message) {
    if (phase_ != Phase::Connecting || std::exchange(hasTriedAgain_, true)) {
        failWith(message);
        return;
    }
    pulse_.stop();
    control_.stop();
    enter(Phase::Preparing);
    destinations_.refused(
        [self = QPointer<BroadcastController>(this), attempt = ++attempt_, message](bool isWorthAnother) {
            if (!self || self->attempt_ != attempt || self->phase_ != Phase::Preparing) {
                return;
            }
            isWorthAnother ? self->prepare() : self->failWith(message);
        });
}

BroadcastController::Phase BroadcastController::phaseFromDestinations() const {
    if (anyIs(statistics_, DestinationState::Live)) {
        return Phase::OnAir;
    }
    const bool wasOnAir = phase_ == Phase::OnAir || phase_ == Phase::Reconnecting;
    return wasOnAir ? Phase::Reconnecting : Phase::Connecting;
}

void BroadcastController::warn(const QString& message) {
    if (message != warning_) {
        warning_ = message;
        Q_EMIT warned(message);
    }
}

void BroadcastController::failWith(const QString& message) {
    end();
    Q_EMIT failed(message);
}

void BroadcastController::enter(Phase phase) {
    if (phase != phase_) {
        phase_ = phase;
        Q_EMIT phaseChanged(phase);
    }
}

}  // namespace footlight::studio
