#include "core/mail/curl_library.h"

#include <dlfcn.h>

namespace footlight::mail {
namespace {

template <typename Function>
bool find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
}

}  // namespace

const CurlLibrary* CurlLibrary::get() {
    static CurlLibrary library;
    static const bool isLoaded = library.load();
    return isLoaded ? &library : nullptr;
}

bool CurlLibrary::load() {
    void* const library = ::dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    decltype(&curl_global_init) start = nullptr;
    return library != nullptr && find(library, "curl_global_init", start) &&
           find(library, "curl_easy_init", init) && find(library, "curl_easy_cleanup", cleanup) &&
           find(library, "curl_easy_setopt", setOption) && find(library, "curl_easy_getinfo", getInfo) &&
           find(library, "curl_easy_perform", perform) && find(library, "curl_easy_strerror", errorText) &&
           find(library, "curl_slist_append", append) && find(library, "curl_slist_free_all", freeList) &&
           start(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

}  // namespace footlight::mail
