#pragma once

namespace footlight::capture {

class RelayClock;

/// Registers the test pattern as a source of libobs. `clock` must outlive libobs.
void registerTestPattern(const RelayClock& clock);

}  // namespace footlight::capture
