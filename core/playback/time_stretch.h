#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace footlight::playback {

/// Plays stereo samples a little faster or slower and keeps their pitch: overlapping pieces are laid on one
/// another where they look most alike (WSOLA, Verhelst and Roelands 1993). A queue: push() at one end, pull()
/// at the other. Owned and used by one thread; its owner bounds what is pushed.
class TimeStretch {
public:
    static constexpr std::size_t kChannels = 2;

    explicit TimeStretch(int sampleRate);

    void push(std::span<const float> interleaved);
    /// Fills `interleaved` at `rate` (media seconds a second) and returns how many frames of two samples it
    /// wrote; fewer when the queue runs out.
    std::size_t pull(std::span<float> interleaved, double rate);
    /// Drops up to `frames` frames from the front.
    void skip(std::size_t frames);
    void clear();

    /// Frames not pulled yet, in media.
    [[nodiscard]] std::size_t framesQueued() const;

private:
    [[nodiscard]] std::size_t bestMatch(std::size_t natural, std::size_t nominal) const;
    [[nodiscard]] double likeness(std::size_t a, std::size_t b, std::size_t step) const;
    bool makeHop(double rate);
    std::size_t takeReady(std::span<float> out);
    void compact();

    std::size_t hop_;     ///< frames that each piece adds
    std::size_t search_;  ///< frames to either side that a piece may move
    std::vector<float> input_;
    std::size_t natural_ = 0;  ///< the frame of input_ that would follow if nothing were cut
    double nominal_ = 0;       ///< the frame of input_ that the rate asks for
    std::vector<float> ready_;
    std::size_t readyAt_ = 0;
};

}  // namespace footlight::playback
