#include "core/mail/smtp.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <memory>
#include <string_view>

#include "core/mail/curl_library.h"

namespace footlight::mail {
namespace {

constexpr long kPermanent = 500;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

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
    const auto what = "The mail server " + server + " has not taken the mail: " + detail;
    const bool isForGood = code == CURLE_LOGIN_DENIED || code == CURLE_PEER_FAILED_VERIFICATION ||
                           (response >= kPermanent && code != CURLE_OPERATION_TIMEDOUT);
    return {isForGood ? ErrorCategory::Denied : ErrorCategory::Unavailable, "mail.refused", what};
}

}  // namespace

Result<> send(const SmtpSettings& settings, const Message& message, const std::atomic<bool>& stop) {
    const CurlLibrary* const library = CurlLibrary::get();
    if (library == nullptr) {
        return fail(ErrorCategory::Unavailable, "mail.library",
                    "Mails are sent by libcurl, which this machine lacks: install libcurl4.");
    }
    // Outlives the handle, whose end may still talk.
    Watch watch{stop, std::chrono::steady_clock::now() + settings.timeout};
    const Handle handle(library->init(), library->cleanup);
    const List recipients(library->append(nullptr, ("<" + message.to + ">").c_str()), library->freeList);
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
    const auto set = [&](CURLoption option, auto value) { library->setOption(curl, option, value); };
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, detail.data());
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
    set(CURLOPT_USE_SSL,
        static_cast<long>(settings.security == SmtpSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!settings.authorities.empty()) {
        set(CURLOPT_CAINFO, settings.authorities.c_str());
    }
    if (!settings.user.empty()) {
        set(CURLOPT_USERNAME, settings.user.c_str());
        set(CURLOPT_PASSWORD, settings.password.reveal().c_str());
    }
    // Else its end would be talked about by another handle, which nobody watches.
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, mustStop);
    set(CURLOPT_XFERINFODATA, &watch);
    set(CURLOPT_MAIL_FROM, sender.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, readText);
    set(CURLOPT_READDATA, &left);
    const auto code = library->perform(curl);
    if (code == CURLE_OK) {
        return {};
    }
    long response = 0;
    library->getInfo(curl, CURLINFO_RESPONSE_CODE, &response);
    return fail(failureOf(code, response, server, detail[0] == 0 ? library->errorText(code) : detail.data()));
}

}  // namespace footlight::mail
