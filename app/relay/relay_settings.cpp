#include "app/relay/relay_settings.h"

#include <sys/resource.h>

#include <algorithm>
#include <thread>

#include "app/shared/paths.h"

namespace footlight::app {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

SettingRule text(std::string_view key, std::string fallback, std::string_view help) {
    return {key, SettingKind::Text, std::move(fallback), help, 0, 0, {}};
}

SettingRule address(std::string_view key, std::string fallback, std::string_view help) {
    return {key, SettingKind::Address, std::move(fallback), help, 0, 0, {}};
}

SettingRule number(std::string_view key, std::int64_t fallback, std::int64_t least, std::int64_t most,
                   std::string_view help) {
    return {key, SettingKind::Number, std::to_string(fallback), help, least, most, {}};
}

SettingRule truth(std::string_view key, bool fallback, std::string_view help) {
    return {key, SettingKind::Boolean, fallback ? "true" : "false", help, 0, 0, {}};
}

SettingRule choice(std::string_view key, std::string fallback, std::vector<std::string_view> choices,
                   std::string_view help) {
    return {key, SettingKind::Choice, std::move(fallback), help, 0, 0, std::move(choices)};
}

std::string complaintOfProxies(const std::string& list) {
    const auto proxies = net::http::TrustedProxies::parse(list);
    return proxies ? std::string() : proxies.error().message();
}

SettingRule proxies(std::string_view key, std::string_view help) {
    return {key, SettingKind::Text, "", help, 0, 0, {}, complaintOfProxies};
}

std::int64_t defaultLoops() {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::thread::hardware_concurrency()), 1, 2);
}

std::vector<SettingRule> makeRules() {
    return {
        text("relay.data", (userDataFolder() / "relay").string(),
             "folder of the database and what waits on disk"),
        text("relay.recordings", "", "folder of the recordings; empty: `recordings` in relay.data"),
        address("relay.rtmp", "0.0.0.0:1935", "where encoders publish"),
        address("relay.media", "0.0.0.0:8081", "where players fetch HLS"),
        address("relay.srt", "0.0.0.0:8890", "where encoders publish by SRT (UDP)"),
        text("srt.passphrase", "",
             "10 to 79 characters that SRT encoders must know; empty: only programs of this machine may send "
             "by SRT"),
        truth("srt.open", false, "without a passphrase, other machines may send by SRT too, unencrypted"),
        number("srt.latency_ms", 120, 20, 10'000, "time in which lost SRT packets are sent again, at least"),
        address("relay.hub", "0.0.0.0:8080", "REST API and live socket"),
        choice("relay.log_level", "info", {"debug", "info", "warning", "error"}, "how much is logged"),
        number("relay.loops", defaultLoops(), 1, 64, "event loops of the origin, one thread each"),
        text("relay.name", "Footlight", "how the relay calls itself to apps"),
        text("relay.tls_certificate", "",
             "PEM file of the certificate with its chain: HTTPS, WSS and RTMPS on the same ports"),
        text("relay.tls_key", "", "PEM file of the certificate's key, not encrypted"),
        text(
            "relay.tls_authorities", "",
            "PEM file of authorities that are trusted beside the system's, for rtmps:// services and inputs"),
        text("relay.public_host", "", "host in the URLs handed out; empty: the one by which it was asked"),
        proxies("relay.trusted_proxies",
                "addresses and networks (10.0.0.0/8) of reverse proxies, commas between them: whom their "
                "X-Forwarded-For or Forwarded names counts as the client; they must write one of the two"),
        choice("accounts.sign_up", "open", {"open", "invite", "closed"},
               "who may make an account; the first one, who owns the relay, always may"),
        text("smtp.host", "", "mail server of notifications and forgotten passwords; empty: no mail is sent"),
        number("smtp.port", 587, 1, 65'535, "of the mail server"),
        choice("smtp.security", "starttls", {"starttls", "tls", "none"},
               "how the mail server is spoken to; none is for a server on this machine"),
        text("smtp.user", "", "to sign in at the mail server; empty: without signing in"),
        text("smtp.password", "", "of smtp.user"),
        text("smtp.from", "", "address that mails come from"),
        truth("webhooks.private_addresses", false,
              "webhooks may lead to this machine and its networks, whoever makes them"),
        choice("relay.metrics_from", "loopback", {"loopback", "anyone"}, "who may read /metrics"),
        number("limits.connections", 20'000, 1, 1'000'000, "connections of one role at a time"),
        number("limits.connections_per_address", 200, 1, 1'000'000, "of one IPv4 address or IPv6 /64"),
        number("limits.new_connections_per_second", 20, 1, 100'000, "of one address"),
        number("limits.new_connections_burst", 50, 1, 100'000, "of one address"),
        truth("limits.loopback_exempt", true, "programs on this machine are exempt from limits by address"),
        number("limits.header_deadline_ms", 5'000, 100, 60'000, "for an HTTP request's headers to arrive"),
        number("limits.keep_alive_idle_ms", 30'000, 100, 600'000,
               "between two HTTP requests of a connection"),
        number("limits.body_bytes", 64 * 1024, 1'024, 16 * 1024 * 1024, "of an HTTP request"),
        number("limits.requests_per_connection", 1'000, 1, 1'000'000, "of HTTP"),
        number("limits.slowest_reader_bytes", 8 * 1024, 0, 1'000'000, "a second, measured over 30 s"),
        number("limits.api_requests_per_second", 50, 1, 100'000, "to the API, of one address"),
        number("limits.sign_ups_per_hour", 5, 1, 100'000, "from one address"),
        number("limits.media_requests_per_second", 300, 1, 1'000'000, "for media, of one address"),
        number("limits.publish_silence_ms", 10'000, 1'000, 600'000,
               "without picture or sound ends a publisher"),
        number("limits.bitrate", 100'000'000, 100'000, 1'000'000'000, "bits a second of one stream"),
        number("limits.broadcasts", 1'000, 1, 100'000, "on air at a time"),
        number("limits.recordings_mib", 0, 0, 1'000'000'000,
               "of all recordings, in MiB; beyond, the oldest that nobody keeps are deleted; 0: no bound"),
        number("recording.alarm_free_mib", 5'120, 0, 1'000'000'000,
               "with less room on its disk, or less than 5 %, the streamer is warned"),
        number("recording.stop_free_mib", 512, 0, 1'000'000'000,
               "with less room on its disk recordings pause; what is live goes on"),
        number("stream.part_ms", 200, 50, 2'000, "length of an LL-HLS part"),
        number("stream.segment_ms", 2'000, 500, 10'000, "length of an HLS segment, at least"),
        number("stream.window_ms", 24'000, 6'000, 3'600'000, "how much of a live stream is listed"),
        number("stream.after_end_ms", 60'000, 0, 3'600'000, "how long an ended stream can still be fetched"),
    };
}

milliseconds duration(const Settings& settings, std::string_view key) {
    return milliseconds(settings.number(key));
}
/// Connections that the open-file limit leaves room for: each takes one descriptor.
std::size_t descriptorRoom() {
    constexpr rlim_t kReserve = 64;
    rlimit limit{};
    const bool isKnown = ::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur > 2 * kReserve;
    return isKnown ? static_cast<std::size_t>(limit.rlim_cur - kReserve) : kReserve;
}

std::size_t size(const Settings& settings, std::string_view key) {
    return static_cast<std::size_t>(settings.number(key));
}

}  // namespace

std::span<const SettingRule> relaySettings() {
    static const std::vector<SettingRule> kRules = makeRules();
    return kRules;
}

LogLevel logLevel(const Settings& settings) {
    const std::string& level = settings.text("relay.log_level");
    return level == "debug"     ? LogLevel::Debug
           : level == "info"    ? LogLevel::Info
           : level == "warning" ? LogLevel::Warning
                                : LogLevel::Error;
}

net::http::AdmissionLimits admissionLimits(const Settings& settings) {
    net::http::AdmissionLimits limits;
    limits.total = std::min(size(settings, "limits.connections"), descriptorRoom());
    limits.perAddress = size(settings, "limits.connections_per_address");
    limits.newPerSecond = static_cast<double>(settings.number("limits.new_connections_per_second"));
    limits.burst = static_cast<double>(settings.number("limits.new_connections_burst"));
    limits.loopbackExempt = settings.isOn("limits.loopback_exempt");
    limits.proxies = net::http::TrustedProxies::parse(settings.text("relay.trusted_proxies"))
                         .value_or(net::http::TrustedProxies());
    return limits;
}

net::http::ServerLimits serverLimits(const Settings& settings) {
    net::http::ServerLimits limits;
    limits.headerDeadline = duration(settings, "limits.header_deadline_ms");
    limits.keepAliveIdle = duration(settings, "limits.keep_alive_idle_ms");
    limits.body = size(settings, "limits.body_bytes");
    limits.requestsPerConnection =
        static_cast<std::uint32_t>(settings.number("limits.requests_per_connection"));
    limits.slowestReader = static_cast<std::uint64_t>(settings.number("limits.slowest_reader_bytes"));
    return limits;
}

std::filesystem::path recordingFolder(const Settings& settings) {
    const std::string& folder = settings.text("relay.recordings");
    return folder.empty() ? std::filesystem::path(settings.text("relay.data")) / "recordings"
                          : std::filesystem::path(folder);
}

std::filesystem::path databaseFile(const Settings& settings) {
    return std::filesystem::path(settings.text("relay.data")) / "relay.db";
}

}  // namespace footlight::app
