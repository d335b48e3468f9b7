#include "core/media/bitstream/transport_packets.h"

#include "core/base/byte_reader.h"

namespace footlight::media {

namespace {

constexpr std::uint8_t kSync = 0x47;
constexpr unsigned kNullPid = 0x1FFF;
constexpr unsigned kRtpVersion = 2;
/// So many sync bytes in their places make a stream of it.
constexpr std::size_t kProof = 3;

bool isSynchronous(ByteView bytes, std::size_t stride) {
    for (std::size_t i = 0; i < kProof; ++i) {
        if (i * stride >= bytes.size()) {
            return i > 0;
        }
        if (bytes[i * stride] != kSync) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<ByteView> rtpPayload(ByteView datagram) {
    ByteReader reader(datagram);
    const unsigned first = reader.u8();
    reader.take(11);
    reader.take(std::size_t{4} * (first & 0x0F));
    if ((first & 0x10) != 0) {
        reader.u16();
        reader.take(std::size_t{4} * reader.u16());
    }
    const ByteView payload = reader.rest();
    if (!reader.ok() || first >> 6 != kRtpVersion || payload.empty() || payload[0] != kSync) {
        return std::nullopt;
    }
    return payload;
}

void TransportPackets::feed(ByteView data) {
    // A transport packet begins with 0x47: never with RTP's version.
    const ByteView bytes = waiting_.empty() ? rtpPayload(data).value_or(data) : data;
    waiting_.insert(waiting_.end(), bytes.begin(), bytes.end());
    std::size_t at = 0;
    while (waiting_.size() - at >= kPacket) {
        const ByteView rest = ByteView(waiting_).subspan(at);
        if (rest[0] != kSync ||
            (stride_ == 0 && !isSynchronous(rest, kPacket) && !isSynchronous(rest, kLongPacket))) {
            stride_ = 0;
            ++at;
            ++skipped_;
            continue;
        }
        if (stride_ == 0) {
            stride_ = isSynchronous(rest, kPacket) ? kPacket : kLongPacket;
        }
        if (rest.size() < stride_) {
            break;
        }
        addPacket(rest.first(kPacket));
        at += stride_;
    }
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(at));
}

Bytes TransportPackets::take() { return std::exchange(packets_, {}); }

void TransportPackets::addPacket(ByteView packet) {
    countLoss(packet);
    packets_.insert(packets_.end(), packet.begin(), packet.end());
}

/// ISO/IEC 13818-1 2.4.3.3: the counter goes on with each packet that has a payload; one packet may come
/// twice.
void TransportPackets::countLoss(ByteView packet) {
    constexpr std::uint8_t kHasPayload = 0x10;
    constexpr std::uint8_t kHasAdaptation = 0x20;
    constexpr std::uint8_t kDiscontinuity = 0x80;
    const unsigned pid = (packet[1] & 0x1FU) << 8 | packet[2];
    if (pid == kNullPid || (packet[3] & kHasPayload) == 0) {
        return;
    }
    const auto counter = static_cast<std::uint8_t>(packet[3] & 0x0F);
    const std::uint8_t before = std::exchange(counters_[pid], counter);
    const bool isNewBase =
        (packet[3] & kHasAdaptation) != 0 && packet[4] > 0 && (packet[5] & kDiscontinuity) != 0;
    if (before != kUnknown && before != counter && !isNewBase) {
        lost_ += (counter - before - 1) & 0x0F;
    }
}

}  // namespace footlight::media
