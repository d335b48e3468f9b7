#pragma once

#include "core/rtmp/protocol/amf0.h"

/// What each side says in `connect` and its answer that it understands of Enhanced RTMP (v2, "Enhancing
/// NetConnection connect Command").
namespace footlight::rtmp {

struct Capabilities {
    bool reconnect = false;         ///< obeys NetConnection.Connect.ReconnectRequest
    bool multitrack = false;        ///< reads messages of several tracks
    bool modEx = false;             ///< reads modified headers
    bool nanosecondOffset = false;  ///< among them times below a millisecond
    bool isEnhanced = false;        ///< named any codec by its FourCC
};

enum class Side : std::uint8_t { Relay, Encoder, Player };

/// Of the object that a client or server sent; whatever is missing or of another type counts as not said.
Capabilities readCapabilities(const amf0::Object& object);

/// Adds ours: every codec, every capability.
void addCapabilities(Side side, amf0::Object& object);

}  // namespace footlight::rtmp
