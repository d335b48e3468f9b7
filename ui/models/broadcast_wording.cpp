#include "ui/models/broadcast_wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <string_view>

#include "ui/models/wording.h"

namespace footlight::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BroadcastWording)
};

QString figure(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString textOf(const std::string& utf8) { return QString::fromStdString(utf8); }

using Advise = QString (*)(double value);

/// By the relay's code (core/relay/origin/health_rules.cpp).
constexpr std::array<std::pair<std::string_view, Advise>, 9> kAdvice{{
    {"ingest.no_audio",
     [](double) {
         return Words::tr(
             "No sound arrives. See whether the microphone is muted; some players do not begin "
             "without sound.");
     }},
    {"ingest.no_video",
     [](double) { return Words::tr("No picture arrives, only sound. See whether its source still runs."); }},
    {"ingest.long_gop",
     [](double value) {
         return Words::tr(
                    "A key frame comes only every %1 s. Set the key frame interval to 2 s: viewers wait "
                    "for one when they join.")
             .arg(figure(value, 1));
     }},
    {"ingest.b_frames",
     [](double) {
         return Words::tr("B frames cost every viewer some latency. Set them to 0 for the lowest latency.");
     }},
    {"ingest.over_capacity",
     [](double value) {
         return Words::tr(
                    "Your line does not carry the bitrate: the broadcast is %1 s behind by now. Lower "
                    "the video bitrate.")
             .arg(figure(value, 1));
     }},
    {"ingest.packet_loss",
     [](double value) {
         return Words::tr(
                    "The network lost %1 packets in the last seconds. Use a cable, a lower bitrate, or "
                    "SRT with a latency of four round trips.")
             .arg(figure(value, 0));
     }},
    {"ingest.variable_frame_rate",
     [](double value) {
         return Words::tr(
                    "The time between pictures changes: %1 % of them come early or late. Set a constant "
                    "frame rate.")
             .arg(figure(value * 100, 0));
     }},
    {"ingest.low_frame_rate",
     [](double value) {
         return Words::tr("Only %1 pictures a second arrive. Choose a faster preset or a smaller picture.")
             .arg(figure(value, 0));
     }},
    {"ingest.unstable_bitrate",
     [](double value) {
         return Words::tr("The bitrate leaps by %1 %. Set the encoder's rate control to CBR.")
             .arg(figure(value * 100, 0));
     }},
}};

}  // namespace

QString adviceText(const wire::HealthAdvice& advice) {
    for (const auto& [code, advise] : kAdvice) {
        if (advice.code == code) {
            return advise(advice.value);
        }
    }
    return textOf(advice.text);
}

QString slotText(wire::IngestSlot slot) {
    return slot == wire::IngestSlot::Backup ? Words::tr("Backup") : Words::tr("Primary");
}

Saying recordingSaying(const wire::RecordingStatus& recording) {
    const QString amount = QStringLiteral("%1, %2").arg(
        clockText(std::chrono::seconds(recording.durationMs / 1000)), bytesText(recording.bytes));
    switch (recording.phase) {
        case wire::RecordingPhase::Writing:
            return {QStringLiteral("record"), Mood::Good, Words::tr("Recording"),
                    Words::tr("Recording on the relay: %1").arg(amount)};
        case wire::RecordingPhase::Paused:
            return {QStringLiteral("warning"), Mood::Care, Words::tr("Recording paused"),
                    recording.reason.empty() ? Words::tr("The relay does not record at the moment.")
                                             : textOf(recording.reason)};
        case wire::RecordingPhase::Finished:
            return {QStringLiteral("check"), Mood::Plain, Words::tr("Recorded"), amount};
    }
    return {};
}

Saying targetSaying(const wire::TargetStatus& target) {
    const QString detail = textOf(target.detail);
    switch (target.phase) {
        case wire::TargetPhase::Off:
            return {QStringLiteral("stop"), Mood::Plain, Words::tr("Off"), detail};
        case wire::TargetPhase::Connecting:
            return {QStringLiteral("retry"), Mood::Plain, Words::tr("Connecting"), detail};
        case wire::TargetPhase::Sending: {
            const QString dropped = target.dropped == 0 ? QString()
                                                        : Words::tr("%n frame(s) left out", nullptr,
                                                                    static_cast<int>(target.dropped));
            return {QStringLiteral("check"), Mood::Good,
                    bitrateText(static_cast<double>(target.bitrate) / 1000), dropped};
        }
        case wire::TargetPhase::Waiting:
            return {QStringLiteral("warning"), Mood::Care, Words::tr("Trying again"), detail};
        case wire::TargetPhase::Refused:
            return {QStringLiteral("warning"), Mood::Care, Words::tr("Refused"), detail};
    }
    return {};
}

}  // namespace footlight::models
