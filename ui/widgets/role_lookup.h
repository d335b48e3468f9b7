#pragma once

#include <QAbstractItemModel>

namespace footlight::widgets {

/// The number of the role that `model` calls `name`, or -1: how painted lists read models that they do not
/// know.
inline int roleNamed(const QAbstractItemModel& model, const QByteArray& name) {
    return model.roleNames().key(name, -1);
}

}  // namespace footlight::widgets
