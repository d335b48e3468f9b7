#include "core/capture/delivery/destination.h"

namespace footlight::capture {

std::string_view toString(DestinationState state) {
    switch (state) {
        case DestinationState::Connecting:
            return "connecting";
        case DestinationState::Live:
            return "live";
        case DestinationState::Reconnecting:
            return "reconnecting";
        case DestinationState::Failed:
            return "failed";
        case DestinationState::Ended:
            return "ended";
    }
    return "unknown";
}

}  // namespace footlight::capture
