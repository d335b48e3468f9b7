#pragma once

#include <optional>

#include "core/wire/channel_input.h"
#include "ui/channel/route_dialog.h"

class QComboBox;
class QLineEdit;

namespace footlight::channel {

/// A stream that the relay takes or fetches for the channel: UDP, SRT caller or RTMP pull.
class InputDialog final : public RouteDialog {
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

    QComboBox* kind_;
    QLineEdit* url_;
    QLineEdit* sources_;
    QLineEdit* passphrase_;
    QComboBox* slot_;
};

}  // namespace footlight::channel
