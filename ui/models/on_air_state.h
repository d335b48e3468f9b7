#pragma once

#include <QtGlobal>
#include <chrono>
#include <optional>

namespace footlight::models {

/// What every page may say about the broadcast that runs, or does not.
struct OnAirState {
    bool onAir = false;
    std::chrono::seconds timeOnAir{};
    std::optional<qint64> viewers;
};

}  // namespace footlight::models
