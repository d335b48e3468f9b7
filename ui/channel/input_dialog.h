#pragma once

#include <QDialog>
#include <optional>

#include "core/wire/channel_input.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace footlight::widgets {
class TextLabel;
}

namespace footlight::channel {

/// A stream that the relay takes or fetches for the channel: UDP, SRT caller or RTMP pull.
class InputDialog final : public QDialog {
    Q_OBJECT
public:
    explicit InputDialog(const std::optional<wire::ChannelInput>& known, QWidget* parent = nullptr);

    /// What was typed; valid after accept().
    [[nodiscard]] wire::NewChannelInput added() const;
    [[nodiscard]] wire::ChannelInputPatch changes() const;

private:
    void chooseKind();
    void check();
    [[nodiscard]] std::vector<std::string> sources() const;
    [[nodiscard]] wire::IngestSlot slot() const;

    bool isNew_;
    QComboBox* kind_;
    QLineEdit* url_;
    QLineEdit* sources_;
    QLineEdit* passphrase_;
    QComboBox* slot_;
    widgets::TextLabel* hint_;
    QPushButton* save_;
};

}  // namespace footlight::channel
