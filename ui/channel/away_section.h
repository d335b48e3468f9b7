#pragma once

#include <QPixmap>

#include "core/wire/channel_settings.h"
#include "ui/widgets/section.h"

class QLabel;
class QPushButton;
class QSpinBox;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

class ChannelController;

/// What viewers get while the encoder is away, and for how long it may be.
class AwaySection final : public widgets::Section {
    Q_OBJECT
public:
    explicit AwaySection(ChannelController& controller, QWidget* parent = nullptr);

    /// Sends the file's bytes to the relay; says here what is wrong with it.
    void useFile(const QString& path);

private:
    void show(const wire::ChannelSettings& settings);
    void showSlate(const QByteArray& bytes);
    QWidget* makeSlate();
    void choose();

    ChannelController& controller_;
    QSpinBox* grace_;
    QLabel* picture_;
    widgets::TextLabel* about_;
    QPushButton* choose_;
    QPushButton* remove_;
    bool isSending_ = false;
};

}  // namespace footlight::channel
