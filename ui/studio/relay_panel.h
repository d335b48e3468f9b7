#pragma once

#include <QFrame>
#include <map>
#include <optional>

#include "core/wire/socket.h"

class QPushButton;
class QVBoxLayout;

namespace footlight::widgets {
class StateChip;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::studio {

class StudioFeed;

/// What the relay does with the broadcast: which input it shows, whether it records, where it sends it on to.
/// Takes no room while nothing is on air. The feed outlives it.
class RelayPanel final : public QFrame {
    Q_OBJECT
public:
    explicit RelayPanel(StudioFeed& feed, QWidget* parent = nullptr);

    void show(const std::optional<wire::Health>& health);

private:
    struct TargetLine {
        QWidget* line = nullptr;
        widgets::TextLabel* name = nullptr;
        widgets::StateChip* state = nullptr;
        QPushButton* act = nullptr;
        bool isOn = false;
    };

    QWidget* makeInput();
    void showInput(const std::optional<wire::InputStatus>& input);
    void showRecording(const std::optional<wire::RecordingStatus>& recording);
    void showTargets(const std::vector<wire::TargetStatus>& targets);
    TargetLine makeTarget(TargetId id);
    void confirmSwitch();

    StudioFeed& feed_;
    QVBoxLayout* targets_;
    QWidget* inputLine_;
    widgets::StateChip* input_;
    QPushButton* switch_;
    widgets::StateChip* recording_;
    wire::IngestSlot other_ = wire::IngestSlot::Backup;  ///< what a press of the button would show
    std::map<TargetId, TargetLine> lines_;
};

}  // namespace footlight::studio
