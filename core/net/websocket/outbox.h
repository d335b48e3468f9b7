#pragma once

#include <boost/asio/buffer.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "core/net/websocket/frame.h"

namespace footlight::net::websocket {

/// Frames that wait for one connection's socket, and what gives way when there are too many. Empty, it holds
/// no memory.
class Outbox {
public:
    Outbox(std::size_t frames, std::size_t bytes) : mostFrames_(frames), mostBytes_(bytes) {}

    [[nodiscard]] bool isEmpty() const { return first_ == queue_.size(); }
    /// For one more frame of so many bytes.
    [[nodiscard]] bool hasRoom(std::size_t bytes) const;
    /// The oldest of the least go, as long as they are less than `priority`, or reactions and presence for
    /// their own kind. False where there is no room for it, which counts as dropped where it is not Normal.
    [[nodiscard]] bool add(SharedFrame frame, Priority priority);
    /// To an empty one: a frame of which `taken` bytes are on their way.
    void addBegun(SharedFrame frame, Priority priority, std::size_t taken);
    /// Goes before any limit: of those that say the same (pongs) only the newest is kept.
    void addControl(SharedFrame frame);
    /// Forgets what the socket has no part of yet.
    void clear();
    void forgetAll();

    static constexpr std::size_t kMostBuffers = 64;
    /// What is next, at most kMostBuffers; the count that was filled in.
    std::size_t fill(std::span<boost::asio::const_buffer> into) const;
    /// So much of it has been taken.
    void taken(std::size_t bytes);
    /// So many of the first must be offered again as they are: they are within a TLS record already.
    void pin(std::size_t frames) { pinned_ = static_cast<std::uint32_t>(frames); }

    [[nodiscard]] std::uint32_t dropped() const { return dropped_; }

private:
    struct Queued {
        SharedFrame frame;
        Priority priority;
        bool isControl;
    };

    /// Where what may be dropped begins.
    [[nodiscard]] std::size_t loose() const;
    void remove(std::size_t index);

    std::vector<Queued> queue_;  ///< from first_ on
    std::uint32_t first_ = 0;
    std::uint32_t pinned_ = 0;  ///< from first_ on
    std::size_t offset_ = 0;    ///< taken of the first
    std::size_t bytes_ = 0;
    std::size_t mostFrames_;
    std::size_t mostBytes_;
    std::uint32_t dropped_ = 0;
};

}  // namespace footlight::net::websocket
