#include "core/relay/origin/stream_snapshot.h"

#include <algorithm>

namespace footlight::relay::origin {

const SharedBytes& MultivariantText::in(WindowSnapshot::Form form) const {
    const auto print = [this] { return text_; };
    return form == WindowSnapshot::Form::Gzip ? forms_.gzip(print) : forms_.plain(print);
}

SnapshotPtr StreamSnapshot::find(std::string_view rendition) const {
    const auto found = std::find_if(renditions.begin(), renditions.end(),
                                    [rendition](const Rendition& one) { return one.name == rendition; });
    return found != renditions.end() ? found->window : nullptr;
}

}  // namespace footlight::relay::origin
