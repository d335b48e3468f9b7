#pragma once

#include <QUrl>

#include "core/base/result.h"

namespace footlight::playback {

/// Which addresses a stream may lead to: those on the host that the person opened, by https, or by http where
/// the person opened it by http (RELIABILITY S-HLS). Keeps a playlist from sending the viewer's machine
/// anywhere else.
class AddressPolicy {
public:
    AddressPolicy() = default;
    explicit AddressPolicy(const QUrl& opened) : opened_(opened) {}

    /// Denied with a sentence for people.
    [[nodiscard]] Result<> allow(const QUrl& url) const;

private:
    QUrl opened_;
};

}  // namespace footlight::playback
