#pragma once

#include <QWidget>
#include <functional>

#include "core/capture/source.h"

namespace footlight::studio {

/// A control for one property of a source, made from its type. `changed` is called with the new value as the
/// person edits; the control belongs to `parent`.
QWidget* makePropertyEditor(const capture::Property& property,
                            std::function<void(const capture::PropertyValue&)> changed, QWidget* parent);

}  // namespace footlight::studio
