#include "core/relay/origin/stream_snapshot.h"

#include <algorithm>

namespace footlight::relay::origin {

std::string withWholePlaylists(std::string text) {
    constexpr std::string_view kWindow = "/media.m3u8";
    constexpr std::string_view kWhole = "/dvr.m3u8";
    for (auto at = text.find(kWindow); at != std::string::npos; at = text.find(kWindow, at + kWhole.size())) {
        text.replace(at, kWindow.size(), kWhole);
    }
    return text;
}

const PrintedText& MultivariantText::in(WindowSnapshot::Form form) const {
    const auto print = [this] { return text_; };
    return form == WindowSnapshot::Form::Gzip ? forms_.gzip(print) : forms_.plain(print);
}

const PrintedText& MultivariantText::wholeIn(WindowSnapshot::Form form) const {
    const auto print = [this] { return withWholePlaylists(text_); };
    return form == WindowSnapshot::Form::Gzip ? wholeForms_.gzip(print) : wholeForms_.plain(print);
}

SnapshotPtr StreamSnapshot::find(std::string_view rendition) const {
    const auto found = std::find_if(renditions.begin(), renditions.end(),
                                    [rendition](const Rendition& one) { return one.name == rendition; });
    return found != renditions.end() ? found->window : nullptr;
}

}  // namespace footlight::relay::origin
