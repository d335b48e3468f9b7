#pragma once

/// The grid of four that everything is laid out on, in device-independent pixels.
namespace footlight::theme {

inline constexpr int kGap4 = 4;
inline constexpr int kGap8 = 8;
inline constexpr int kGap12 = 12;
inline constexpr int kGap16 = 16;
inline constexpr int kGap24 = 24;

inline constexpr int kControlRadius = 6;
inline constexpr int kCardRadius = 10;
inline constexpr int kControlHeight = 32;
inline constexpr int kPrimaryHeight = 36;
inline constexpr int kTouchTarget = 28;
inline constexpr int kIconSize = 20;

inline constexpr int kMotionMs = 120;

}  // namespace footlight::theme
