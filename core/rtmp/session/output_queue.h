#pragma once

#include <boost/asio/buffer.hpp>
#include <memory>
#include <span>
#include <vector>

#include "core/rtmp/session/play_frame.h"

namespace footlight::rtmp {

/// What one client has yet to be sent, in whole messages. Where a player does not keep up, frames are left
/// out up to the next key frame; what was half sent is finished. No I/O; owned by its Output.
class OutputQueue {
public:
    /// Bytes of frames that may wait.
    void setLimit(std::size_t limit) { limit_ = limit; }

    /// The frames that come from now on are of another feed, or of the same after a pause.
    void begin(std::uint32_t streamId);
    void take(const PlayFramePtr& frame);
    /// Takes back what is not begun.
    void dropFrames();
    /// Bytes that are whole messages of their own; never left out.
    void say(Bytes bytes);

    [[nodiscard]] bool isEmpty() const { return first_ == entries_.size(); }
    /// Where the next bytes are; returns how many of `out` are set.
    std::size_t next(std::span<boost::asio::const_buffer> out) const;
    /// The first message cannot be taken back any more, even where no byte of it has gone: TLS has it.
    void hold() { isHeld_ = true; }
    /// `count` bytes of them are gone.
    void consume(std::size_t count);
    [[nodiscard]] std::uint64_t leftOut() const { return leftOut_; }
    [[nodiscard]] std::size_t frameBytes() const { return frameBytes_; }

private:
    enum class Kind : std::uint8_t { Said, Preamble, Frame };
    struct Entry {
        Kind kind{};
        std::shared_ptr<const Bytes> bytes;  ///< shares ownership with the frame, for frames
    };

    void push(Kind kind, std::shared_ptr<const Bytes> bytes);

    std::size_t limit_ = 0;
    std::vector<Entry> entries_;  ///< a vector, so that who waits for nothing holds nothing
    std::size_t first_ = 0;       ///< of `entries_` that is not sent yet
    std::size_t sent_ = 0;        ///< bytes of it
    bool isHeld_ = false;
    std::size_t frameBytes_ = 0;
    std::uint32_t streamId_ = kPlayStream;
    std::uint64_t nextNumber_ = 0;
    bool isWaiting_ = true;  ///< for a frame to begin with
    std::shared_ptr<const PlayPreamble> preamble_;
    std::uint64_t leftOut_ = 0;
};

}  // namespace footlight::rtmp
