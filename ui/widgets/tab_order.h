#pragma once

class QWidget;

namespace footlight::widgets {

/// Lets Tab go through what is below `root` in the order of its layouts, as the eye does. Qt's own order is
/// that of making: rows that came later would stand behind everything. To be called again after rows changed.
void tabInLayoutOrder(QWidget& root);

}  // namespace footlight::widgets
