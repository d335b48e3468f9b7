#pragma once

#include <QObject>
#include <QTimer>

#include "ui/studio/ports.h"

namespace footlight::studio {

/// The way of one broadcast: asks where it goes, goes live, follows what happens to it, ends it. Widgets show
/// its phase and press its three verbs. Lives on the window's thread; the engine's own threads are marshalled
/// here.
class BroadcastController final : public QObject {
    Q_OBJECT
public:
    enum class Phase {
        OffAir,
        Preparing,   ///< asking for the address and the key
        Connecting,  ///< the encoder runs, no destination has it yet
        OnAir,
        Reconnecting,  ///< no destination has it any more; tried again by itself
    };
    Q_ENUM(Phase)

    BroadcastController(OnAirControl& control, DestinationProvider& destinations, QObject* parent = nullptr);
    ~BroadcastController() override;

    [[nodiscard]] Phase phase() const { return phase_; }
    [[nodiscard]] const capture::LiveStatistics& statistics() const { return statistics_; }
    [[nodiscard]] std::vector<std::string> destinationNames() const { return destinations_.names(); }
    void setEncoderSettings(const capture::EncoderSettings& settings) { settings_ = settings; }

    /// Does nothing unless off air. What the relay refuses is tried once more by itself where there is
    /// another key to try.
    void goLive();
    /// Gives up a start, or ends what is on air.
    void end();

Q_SIGNALS:
    void phaseChanged(footlight::studio::BroadcastController::Phase phase);
    /// Each second while something runs.
    void statisticsChanged();
    /// Why a start came to nothing or a broadcast was lost, in words for people.
    void failed(const QString& message);
    /// What goes on and still wants attention; empty when it is over.
    void warned(const QString& message);

private:
    void prepare();
    void tryAgainOrFail(const QString& message);
    void start(std::vector<capture::Destination> destinations);
    void refresh();
    void warn(const QString& message);
    void failWith(const QString& message);
    void enter(Phase phase);
    [[nodiscard]] Phase phaseFromDestinations() const;

    OnAirControl& control_;
    DestinationProvider& destinations_;
    capture::EncoderSettings settings_;
    capture::LiveStatistics statistics_;
    QTimer pulse_;
    QString warning_;
    Phase phase_ = Phase::OffAir;
    bool hasTriedAgain_ = false;
    int attempt_ = 0;  ///< a late answer to a start that was given up is of another attempt
};

}  // namespace footlight::studio
