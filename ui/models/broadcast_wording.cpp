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

/// By the relay's code (core/relay/origin, HealthRules).
constexpr std::array<std::pair<std::string_view, Advise>, 10> kAdvice{{
    {"ingest.long_gop",
     [](double value) {
         return Words::tr(
                    "A key frame comes only every %1 s. Set the key frame interval to 2 s: viewers start "
                    "and rewind sooner.")
             .arg(figure(value, 1));
     }},
    {"ingest.bitrate_over_way",
     [](double value) {
         return Words::tr(
                    "Your line does not carry the bitrate: the broadcast arrives %1 s late. Lower the "
                    "video bitrate.")
             .arg(figure(value / 1000, 1));
     }},
    {"ingest.no_audio",
     [](double) { return Words::tr("No sound arrives. Check that the microphone is not muted."); }},
    {"ingest.no_video", [](double) { return Words::tr("No picture arrives. Check the encoder."); }},
    {"ingest.variable_frame_rate",
     [](double value) {
         return Words::tr("The frame rate changes all the time (%1 a second now). Set a constant frame rate.")
             .arg(figure(value, 1));
     }},
    {"ingest.low_frame_rate",
     [](double value) {
         return Words::tr(
                    "Only %1 pictures a second arrive. The encoder has too much to do: choose a smaller "
                    "picture or a faster preset.")
             .arg(figure(value, 1));
     }},
    {"ingest.loss",
     [](double value) {
         return Words::tr("%1 packets were lost on the way. Use a cable, or SRT with a longer latency.")
             .arg(figure(value, 0));
     }},
    {"ingest.drift",
     [](double value) {
         return Words::tr("The stream's clock is %1 ms off. Restart the encoder if sound and picture part.")
             .arg(figure(value, 0));
     }},
    {"ingest.low_audio_bitrate",
     [](double value) {
         return Words::tr("The sound has only %1 kbit/s. Set 128 kbit/s or more.")
             .arg(figure(value / 1000, 0));
     }},
    {"ingest.many_b_frames",
     [](double value) {
         return Words::tr("%1 B frames in a row add delay. Set two at most.").arg(figure(value, 0));
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
