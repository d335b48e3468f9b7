#include "core/mail/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <memory>
#include <string_view>

namespace footlight::mail {
namespace {

constexpr long kPermanent = 500;

struct HandleEnd {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListEnd {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, HandleEnd>;
using List = std::unique_ptr<curl_slist, ListEnd>;

bool startLibrary() {
    static const bool isReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return isReady;
}

size_t readText(char* to, size_t size, size_t count, void* from) {
    auto& left = *static_cast<std::string_view*>(from);
    const auto length = std::min(size * count, left.size());
    std::memcpy(to, left.data(), length);
    left.remove_prefix(length);
    return length;
}

/// Asked about once a second, also while curl waits for the answer to its QUIT, for which it would take
/// minutes.
struct Watch {
    const std::atomic<bool>& stop;
    std::chrono::steady_clock::time_point deadline;
};

int mustStop(void* watch, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& one = *static_cast<const Watch*>(watch);
    return one.stop || std::chrono::steady_clock::now() > one.deadline ? 1 : 0;
}

Error failureOf(CURLcode code, long response, const std::string& server, const std::string& detail) {
    const auto what = "The mail server " + server +
                      " has not taken the mail: " + (detail.empty() ? curl_easy_strerror(code) : detail);
    const bool isForGood = code == CURLE_LOGIN_DENIED || code == CURLE_PEER_FAILED_VERIFICATION ||
                           (response >= kPermanent && code != CURLE_OPERATION_TIMEDOUT);
    return {isForGood ? ErrorCategory::Denied : ErrorCategory::Unavailable, "mail.refused", what};
}

}  // namespace

Result<> send(const SmtpSettings& settings, const Message& message, const std::atomic<bool>& stop) {
    // Outlives the handle, whose end may still talk.
    Watch watch{stop, std::chrono::steady_clock::now() + settings.timeout};
    const Handle handle(startLibrary() ? curl_easy_init() : nullptr);
    const List recipients(curl_slist_append(nullptr, ("<" + message.to + ">").c_str()));
    if (!handle || !recipients) {
        return fail(ErrorCategory::Unavailable, "mail.memory", "There is no memory for sending a mail.");
    }
    const auto server = settings.host + ":" + std::to_string(settings.port);
    const auto url = (settings.security == SmtpSecurity::Tls ? "smtps://" : "smtp://") + server;
    const auto sender = "<" + message.from + ">";
    const auto text = format(message);
    std::string_view left = text;
    std::array<char, CURL_ERROR_SIZE> detail{};
    CURL* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail.data());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
    curl_easy_setopt(
        curl, CURLOPT_USE_SSL,
        static_cast<long>(settings.security == SmtpSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!settings.authorities.empty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings.authorities.c_str());
    }
    if (!settings.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.reveal().c_str());
    }
    // Else its end would be talked about by another handle, which nobody watches.
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, mustStop);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &watch);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, readText);
    curl_easy_setopt(curl, CURLOPT_READDATA, &left);
    const auto code = curl_easy_perform(curl);
    if (code == CURLE_OK) {
        return {};
    }
    long response = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response);
    return fail(failureOf(code, response, server, detail.data()));
}

}  // namespace footlight::mail
