#include "core/net/websocket/frame.h"

namespace footlight::net::websocket {
namespace {

constexpr std::uint8_t kFinal = 0x80;
constexpr std::size_t kShort = 125;
constexpr std::uint8_t kTwoBytes = 126;
constexpr std::uint8_t kEightBytes = 127;

void appendLength(std::string& bytes, std::size_t length) {
    int lengthBytes = 0;
    if (length <= kShort) {
        bytes.push_back(static_cast<char>(length));
    } else if (length <= 0xFFFF) {
        bytes.push_back(static_cast<char>(kTwoBytes));
        lengthBytes = 2;
    } else {
        bytes.push_back(static_cast<char>(kEightBytes));
        lengthBytes = 8;
    }
    for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<char>((length >> static_cast<unsigned>(shift)) & 0xFFU));
    }
}

}  // namespace

Frame::Frame(Opcode opcode, std::string_view payload) {
    constexpr std::size_t kLongestHeader = 10;
    bytes_.reserve(payload.size() + kLongestHeader);
    bytes_.push_back(static_cast<char>(kFinal | static_cast<std::uint8_t>(opcode)));
    appendLength(bytes_, payload.size());
    headerSize_ = static_cast<std::uint8_t>(bytes_.size());
    bytes_.append(payload);
}

}  // namespace footlight::net::websocket
