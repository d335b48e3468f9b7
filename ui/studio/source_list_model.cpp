#include "ui/studio/source_list_model.h"

#include <algorithm>
#include <array>

#include "ui/theme/icon.h"

namespace footlight::studio {
namespace {

struct KindIcon {
    const char* part;
    const char* icon;
};

// By what the id says: libobs' own ids carry versions and platforms ("text_ft2_source_v2").
constexpr std::array kKindIcons{
    KindIcon{"test_pattern", "test-pattern"},
    KindIcon{"window", "window"},
    KindIcon{"xcomposite", "window"},
    KindIcon{"screen", "screen"},
    KindIcon{"desktop", "screen"},
    KindIcon{"xshm", "screen"},
    KindIcon{"v4l2", "camera"},
    KindIcon{"camera", "camera"},
    KindIcon{"pulse_input", "microphone"},
    KindIcon{"alsa", "microphone"},
    KindIcon{"pulse_output", "speaker"},
    KindIcon{"image", "image"},
    KindIcon{"text", "text"},
    KindIcon{"color", "colour"},
    KindIcon{"colour", "colour"},
    KindIcon{"ffmpeg", "media"},
    KindIcon{"media", "media"},
};

}  // namespace

QString iconOfKind(const std::string& kind) {
    const auto found = std::find_if(kKindIcons.begin(), kKindIcons.end(), [&kind](const KindIcon& each) {
        return kind.find(each.part) != std::string::npos;
    });
    return QLatin1String(found == kKindIcons.end() ? "source" : found->icon);
}

SourceListModel::SourceListModel(SceneDesk& scene, QObject* parent)
    : QAbstractListModel(parent), scene_(scene) {
    refresh();
}

void SourceListModel::refresh() {
    beginResetModel();
    sources_ = scene_.sources();
    endResetModel();
}

const capture::Source* SourceListModel::sourceAt(int row) const {
    return row >= 0 && row < rowCount() ? &sources_[static_cast<std::size_t>(row)] : nullptr;
}

int SourceListModel::rowOf(capture::SourceId id) const {
    const auto found = std::find_if(sources_.begin(), sources_.end(),
                                    [id](const capture::Source& each) { return each.id == id; });
    return found == sources_.end() ? -1 : static_cast<int>(found - sources_.begin());
}

int SourceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(sources_.size());
}

QVariant SourceListModel::data(const QModelIndex& index, int role) const {
    const capture::Source* source = sourceAt(index.row());
    if (source == nullptr) {
        return {};
    }
    const QString name = QString::fromStdString(source->name);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return name;
        case Qt::DecorationRole:
            return theme::icon(iconOfKind(source->kind));
        case Qt::CheckStateRole:
            return source->visible ? Qt::Checked : Qt::Unchecked;
        case Qt::ToolTipRole:
            return source->width > 0 ? tr("%1 x %2 pixels").arg(source->width).arg(source->height)
                                     : QString();
        case Qt::AccessibleTextRole:
            return source->visible ? tr("%1, shown").arg(name) : tr("%1, hidden").arg(name);
        default:
            return {};
    }
}

bool SourceListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const capture::Source* source = sourceAt(index.row());
    if (source == nullptr || (role != Qt::EditRole && role != Qt::CheckStateRole)) {
        return false;
    }
    const QString name = value.toString().trimmed();
    if (role == Qt::EditRole && (name.isEmpty() || name == QString::fromStdString(source->name))) {
        return false;
    }
    const auto done = role == Qt::EditRole ? scene_.rename(source->id, name.toStdString())
                                           : scene_.setVisible(source->id, value.toInt() == Qt::Checked);
    if (!done) {
        Q_EMIT refused(QString::fromStdString(done.error().message()));
        return false;
    }
    sources_ = scene_.sources();
    Q_EMIT dataChanged(this->index(0), this->index(rowCount() - 1));
    return true;
}

Qt::ItemFlags SourceListModel::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable | Qt::ItemIsUserCheckable;
}

}  // namespace footlight::studio
