#pragma once

#include <QImage>
#include <chrono>

#include "core/wire/audience.h"

namespace footlight::audience {

/// A poll as a picture for the broadcast: a card at the lower left of an else transparent canvas, readable on
/// any background, in the same look whatever the window's. `left` is the time until it closes.
QImage pollPicture(const wire::Poll& poll, std::chrono::milliseconds left, QSize canvas);

}  // namespace footlight::audience
