#pragma once

#include "app/desktop/distribution.h"
#include "app/desktop/sample.h"

namespace footlight::desktop {

/// Sums up samples: medians of what varies, the last value of what counts up.
class Summary {
public:
    void add(const Sample& sample);
    /// The medians and totals in a sample's form.
    [[nodiscard]] Sample value() const;
    [[nodiscard]] bool isEmpty() const { return samples_ == 0; }

private:
    std::size_t samples_ = 0;
    Sample last_;
    Distribution bitrate_;
    Distribution fps_;
    Distribution latency_;
    Distribution glassLatency_;
    Distribution buffer_;
    Distribution roundTrip_;
};

}  // namespace footlight::desktop
