#include "core/relay/origin/playlist_text.h"

#include <fmt/format.h>
#include <zlib.h>

#include <string_view>

namespace footlight::relay::origin {
namespace {

/// 15 bits of window, and a gzip header around it.
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 8;
/// Playlists shrink to a tenth at any level; the fastest costs least.
constexpr int kLevel = Z_BEST_SPEED;

}  // namespace

std::string tagOf(ByteView bytes) {
    return fmt::format("\"{:016x}\"", std::hash<std::string_view>{}(textOf(bytes)));
}

const PrintedText& PlaylistText::plain(const std::function<std::string()>& print) const {
    std::call_once(printed_, [&] {
        const auto text = print();
        plain_ = {share(Bytes(text.begin(), text.end())), tagOf(bytesOf(text))};
    });
    return plain_;
}

const PrintedText& PlaylistText::gzip(const std::function<std::string()>& print) const {
    const auto& text = plain(print);
    std::call_once(compressed_, [&] {
        auto bytes = share(compress(*text.bytes));
        auto tag = tagOf(*bytes);
        gzip_ = {std::move(bytes), std::move(tag)};
    });
    return gzip_;
}

Bytes compress(ByteView bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    Bytes output(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    stream.next_in = const_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = output.data();
    stream.avail_out = static_cast<uInt>(output.size());
    const int outcome = deflate(&stream, Z_FINISH);
    output.resize(outcome == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return output;
}

}  // namespace footlight::relay::origin
