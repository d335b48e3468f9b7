#pragma once

// The functions stand behind pointers here: no macros in their place.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

namespace footlight::mail {

/// libcurl, loaded when the first mail is sent: it brings thirty libraries, which each process of a relay
/// would otherwise load at its start, and most relays send no mail.
class CurlLibrary {
public:
    /// Null where libcurl.so.4 is not installed or cannot be set up. Thread-safe; loaded until the process
    /// ends.
    static const CurlLibrary* get();

    decltype(&curl_easy_init) init = nullptr;
    decltype(&curl_easy_cleanup) cleanup = nullptr;
    decltype(&curl_easy_setopt) setOption = nullptr;
    decltype(&curl_easy_getinfo) getInfo = nullptr;
    decltype(&curl_easy_perform) perform = nullptr;
    decltype(&curl_easy_strerror) errorText = nullptr;
    decltype(&curl_slist_append) append = nullptr;
    decltype(&curl_slist_free_all) freeList = nullptr;

private:
    [[nodiscard]] bool load();
};

}  // namespace footlight::mail
