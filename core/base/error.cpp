#include "core/base/error.h"

namespace footlight {

std::string_view toString(ErrorCategory category) {
    switch (category) {
        case ErrorCategory::NeedMoreInput:
            return "need_more_input";
        case ErrorCategory::Closed:
            return "closed";
        case ErrorCategory::Timeout:
            return "timeout";
        case ErrorCategory::Denied:
            return "denied";
        case ErrorCategory::NotFound:
            return "not_found";
        case ErrorCategory::Conflict:
            return "conflict";
        case ErrorCategory::Corrupt:
            return "corrupt";
        case ErrorCategory::Invalid:
            return "invalid";
        case ErrorCategory::Unsupported:
            return "unsupported";
        case ErrorCategory::Unavailable:
            return "unavailable";
    }
    return "unknown";
}

Error Error::within(std::string context) && {
    contexts_.push_back(std::move(context));
    return std::move(*this);
}

std::string Error::text() const {
    std::string text;
    for (auto context = contexts_.rbegin(); context != contexts_.rend(); ++context) {
        text += *context;
        text += ": ";
    }
    return text + message_;
}

}  // namespace footlight
