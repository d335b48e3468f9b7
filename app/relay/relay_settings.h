#pragma once

#include <span>

#include "app/shared/settings.h"
#include "core/base/logger.h"
#include "core/net/http/admission.h"
#include "core/net/http/server.h"

namespace footlight::app {

inline constexpr std::string_view kEnvironmentPrefix = "FOOTLIGHT_RELAY_";
inline constexpr std::string_view kSettingsHome = "relay";

/// Every setting of the relay, with its default and what it may be.
std::span<const SettingRule> relaySettings();

LogLevel logLevel(const Settings& settings);
net::http::AdmissionLimits admissionLimits(const Settings& settings);
net::http::ServerLimits serverLimits(const Settings& settings);
/// Where recordings are kept: `relay.recordings`, or a folder below `relay.data`.
std::filesystem::path recordingFolder(const Settings& settings);
/// The database of the hub below `relay.data`.
std::filesystem::path databaseFile(const Settings& settings);

}  // namespace footlight::app
