#include "core/net/websocket/decoder.h"

#include <array>
#include <cstring>

namespace footlight::net::websocket {
namespace {

constexpr std::size_t kMask = 4;
constexpr std::uint64_t kLongestControl = 125;

bool isControl(Opcode opcode) { return (static_cast<std::uint8_t>(opcode) & 8U) != 0; }

bool isKnown(Opcode opcode) {
    switch (opcode) {
        case Opcode::Continuation:
        case Opcode::Text:
        case Opcode::Binary:
        case Opcode::Close:
        case Opcode::Ping:
        case Opcode::Pong:
            return true;
    }
    return false;
}

std::uint64_t bigEndian(std::span<const std::uint8_t> bytes) {
    std::uint64_t value = 0;
    for (const auto byte : bytes) {
        value = value << 8U | byte;
    }
    return value;
}

/// RFC 6455 5.3, eight bytes at a time.
void unmask(std::span<std::uint8_t> bytes, const std::uint8_t* mask) {
    std::array<std::uint8_t, 2 * kMask> twice{};
    std::memcpy(twice.data(), mask, kMask);
    std::memcpy(twice.data() + kMask, mask, kMask);
    std::uint64_t key = 0;
    std::memcpy(&key, twice.data(), sizeof key);
    std::size_t at = 0;
    for (; at + sizeof key <= bytes.size(); at += sizeof key) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        word ^= key;
        std::memcpy(bytes.data() + at, &word, sizeof word);
    }
    for (; at < bytes.size(); ++at) {
        bytes[at] ^= twice[at % kMask];
    }
}

std::string_view asText(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

void Decoder::feed(std::span<std::uint8_t> bytes) {
    if (held_.empty()) {
        rest_ = bytes;
        return;
    }
    held_.append(asText(bytes));
    rest_ = {reinterpret_cast<std::uint8_t*>(held_.data()), held_.size()};
}

void Decoder::hold() {
    if (rest_.empty()) {
        std::string().swap(held_);
        return;
    }
    // rest_ may lie in held_: the copy is made first.
    std::string kept(asText(rest_));
    held_.swap(kept);
    rest_ = {reinterpret_cast<std::uint8_t*>(held_.data()), held_.size()};
}

void Decoder::drop() {
    rest_ = {};
    std::string().swap(held_);
    std::string().swap(message_);
}

Decoder::Step Decoder::failed(CloseCode code, std::string_view problem) {
    drop();
    isOver_ = true;
    code_ = code;
    payload_ = problem;
    return Step::Failed;
}

/// What is wrong with a header is told before its length is waited for.
Decoder::Step Decoder::next() {
    if (isMessageGiven_) {
        std::string().swap(message_);
        isMessageGiven_ = false;
    }
    if (isOver_) {
        drop();
        return Step::NeedMore;
    }
    for (;;) {
        Head head;
        const Read read = readHead(head);
        if (rest_.size() >= 2) {
            if (const char* problem = problemOf(head)) {
                const bool isBinary =
                    head.opcode == Opcode::Binary && std::string_view(problem) == "text only";
                return failed(isBinary ? CloseCode::UnsupportedData : CloseCode::ProtocolError, problem);
            }
        }
        if (read == Read::Wrong) {
            return failed(CloseCode::ProtocolError, "a length is not in its shortest form");
        }
        if (read == Read::Partial) {
            break;
        }
        if (!isControl(head.opcode) && head.length > limit_ - message_.size()) {
            return failed(CloseCode::TooBig, "the message is too long");
        }
        if (rest_.size() < head.size + head.length) {
            break;
        }
        if (const Step step = take(head); step != Step::NeedMore) {
            return step;
        }
    }
    hold();
    return Step::NeedMore;
}

Decoder::Read Decoder::readHead(Head& head) {
    if (rest_.size() < 2) {
        return Read::Partial;
    }
    head.isFinal = (rest_[0] & 0x80U) != 0;
    head.opcode = static_cast<Opcode>(rest_[0] & 0x0FU);
    return readLength(head);
}

/// RFC 6455 5.2: the minimal number of bytes must be used, and the topmost bit of eight is 0.
Decoder::Read Decoder::readLength(Head& head) {
    head.length = rest_[1] & 0x7FU;
    head.size = 2 + kMask;
    if (head.length > kLongestControl) {
        const std::size_t bytes = head.length == 126 ? 2 : 8;
        const std::uint64_t least = bytes == 2 ? 126 : 65'536;
        if (isControl(head.opcode)) {
            return Read::Whole;  // refused for its length, whatever that is
        }
        if (rest_.size() < 2 + bytes) {
            return Read::Partial;
        }
        head.length = bigEndian(rest_.subspan(2, bytes));
        head.size += bytes;
        if (head.length < least || head.length >> 63U != 0) {
            return Read::Wrong;
        }
    }
    return rest_.size() < head.size ? Read::Partial : Read::Whole;
}

const char* Decoder::problemOf(const Head& head) const {
    if ((rest_[0] & 0x70U) != 0) {
        return "a reserved bit is set";
    }
    if (!isKnown(head.opcode)) {
        return "a reserved opcode";
    }
    if ((rest_[1] & 0x80U) == 0) {
        return "a frame is not masked";
    }
    if (isControl(head.opcode)) {
        return !head.isFinal                   ? "a control frame is in fragments"
               : head.length > kLongestControl ? "a control frame is too long"
                                               : nullptr;
    }
    if (head.opcode == Opcode::Continuation) {
        return isInMessage_ ? nullptr : "a continuation of nothing";
    }
    if (isInMessage_) {
        return "a message begins within another";
    }
    return head.opcode == Opcode::Binary ? "text only" : nullptr;
}

/// The whole frame is there. NeedMore where it makes no event.
Decoder::Step Decoder::take(const Head& head) {
    const auto payload = rest_.subspan(head.size, static_cast<std::size_t>(head.length));
    unmask(payload, rest_.data() + head.size - kMask);
    rest_ = rest_.subspan(head.size + payload.size());
    payload_ = asText(payload);
    switch (head.opcode) {
        case Opcode::Ping:
            return Step::Ping;
        case Opcode::Pong:
            return Step::Pong;
        case Opcode::Close:
            return takeClose(payload);
        default:
            return takeData(head, payload);
    }
}

Decoder::Step Decoder::takeData(const Head& head, std::span<std::uint8_t> payload) {
    if (!utf8_.take(payload) || (head.isFinal && !utf8_.isWhole())) {
        return failed(CloseCode::InvalidData, "a text is not UTF-8");
    }
    const bool isFragment = isInMessage_ || !head.isFinal;
    if (isFragment) {
        message_.append(asText(payload));
    }
    isInMessage_ = !head.isFinal;
    if (isInMessage_) {
        return Step::NeedMore;
    }
    if (isFragment) {
        payload_ = message_;
        isMessageGiven_ = true;
    }
    return Step::Text;
}

/// RFC 6455 5.5.1: nothing, or a code and a reason in UTF-8.
Decoder::Step Decoder::takeClose(std::span<std::uint8_t> payload) {
    if (payload.empty()) {
        code_ = CloseCode::NoStatus;
    } else if (payload.size() == 1 || !mayBeSent(static_cast<std::uint16_t>(bigEndian(payload.first(2))))) {
        return failed(CloseCode::ProtocolError, "the close code is not one");
    } else if (!isUtf8(payload.subspan(2))) {
        return failed(CloseCode::InvalidData, "the close reason is not UTF-8");
    } else {
        code_ = static_cast<CloseCode>(bigEndian(payload.first(2)));
        payload_.remove_prefix(2);
    }
    isOver_ = true;
    return Step::Close;
}

}  // namespace footlight::net::websocket
