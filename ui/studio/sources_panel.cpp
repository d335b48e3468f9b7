#include "ui/studio/sources_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>

#include "ui/studio/panel_header.h"
#include "ui/studio/properties_dialog.h"
#include "ui/studio/source_delegate.h"
#include "ui/studio/source_list_model.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::studio {

SourcesPanel::SourcesPanel(SceneDesk& scene, SourceSettings& settings, QWidget* parent)
    : QFrame(parent),
      scene_(scene),
      settings_(settings),
      model_(new SourceListModel(scene, this)),
      list_(new QListView(this)),
      undo_(new widgets::UndoBar(this)),
      addMenu_(new QMenu(this)) {
    setProperty("surface", QStringLiteral("card"));
    setAccessibleName(tr("Sources"));
    list_->setModel(model_);
    list_->setItemDelegate(new SourceDelegate(list_));
    list_->setAccessibleName(tr("Sources of the scene, topmost first"));
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    list_->setMouseTracking(true);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    makeCommands();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(theme::kGap4, 0, theme::kGap4, theme::kGap4);
    inner->addWidget(list_, 1);
    inner->addWidget(undo_);
    layout->addLayout(inner, 1);

    addMenu_->setToolTipsVisible(true);
    connect(addMenu_, &QMenu::aboutToShow, this, &SourcesPanel::fillAddMenu);
    connect(model_, &SourceListModel::refused, this, &SourcesPanel::refused);
    connect(model_, &SourceListModel::dataChanged, this, &SourcesPanel::sceneChanged);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SourcesPanel::updateCommands);
    changed(0);
}

void SourcesPanel::makeCommands() {
    const auto make = [this](const QString& icon, const QString& text, const QKeySequence& key) {
        auto* action = new QAction(theme::icon(icon), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        commands_.append(action);
        return action;
    };
    add_ = make(QStringLiteral("add"), tr("Add a source"), QKeySequence(Qt::CTRL | Qt::Key_N));
    add_->setShortcutContext(Qt::WindowShortcut);
    properties_ =
        make(QStringLiteral("properties"), tr("Settings of the source"), QKeySequence(Qt::Key_Return));
    auto* rename = make(QStringLiteral("rename"), tr("Rename the source"), QKeySequence(Qt::Key_F2));
    auto* toggle = make(QStringLiteral("show"), tr("Show or hide the source"), QKeySequence(Qt::Key_Space));
    up_ = make(QStringLiteral("up"), tr("Move the source up"), QKeySequence(Qt::CTRL | Qt::Key_Up));
    down_ = make(QStringLiteral("down"), tr("Move the source down"), QKeySequence(Qt::CTRL | Qt::Key_Down));
    remove_ = make(QStringLiteral("remove"), tr("Remove the source"), QKeySequence(Qt::Key_Delete));
    connect(add_, &QAction::triggered, this,
            [this] { addMenu_->popup(mapToGlobal(QPoint(theme::kGap8, 36))); });
    connect(properties_, &QAction::triggered, this, &SourcesPanel::openProperties);
    connect(rename, &QAction::triggered, this, [this] { list_->edit(list_->currentIndex()); });
    connect(toggle, &QAction::triggered, this, &SourcesPanel::toggleCurrent);
    connect(up_, &QAction::triggered, this, [this] { moveCurrent(capture::Move::Up); });
    connect(down_, &QAction::triggered, this, [this] { moveCurrent(capture::Move::Down); });
    connect(remove_, &QAction::triggered, this, &SourcesPanel::removeCurrent);
    list_->addActions(commands_);
}

QWidget* SourcesPanel::makeTools() {
    auto* holder = new QWidget(this);
    auto* row = makeHeader(tr("Sources"), holder);
    holder->setLayout(row);
    for (QAction* action : {properties_, up_, down_, remove_, add_}) {
        auto* tool = makeTool({}, action->text(), holder);
        tool->setDefaultAction(action);
        tool->setToolButtonStyle(Qt::ToolButtonIconOnly);
        row->addWidget(tool);
    }
    return holder;
}

void SourcesPanel::fillAddMenu() {
    addMenu_->clear();
    for (const capture::SourceKind& kind : scene_.kinds()) {
        const QString name = QCoreApplication::translate("SourceKind", kind.displayName.c_str());
        auto* action = addMenu_->addAction(theme::icon(iconOfKind(kind.id)), name);
        action->setEnabled(kind.available);
        if (!kind.available) {
            const QString why = QString::fromStdString(kind.whyNot);
            action->setText(tr("%1 (not available)").arg(name));
            action->setToolTip(why);
            action->setStatusTip(why);
        }
        connect(action, &QAction::triggered, this, [this, kind] { add(kind); });
    }
}

void SourcesPanel::add(const capture::SourceKind& kind) {
    const QString name = QCoreApplication::translate("SourceKind", kind.displayName.c_str());
    const auto added = scene_.add(kind.id, name.toStdString());
    if (!added) {
        Q_EMIT refused(QString::fromStdString(added.error().message()));
        return;
    }
    model_->refresh();
    changed(model_->rowOf(*added));
    Q_EMIT sceneChanged();
    openProperties();
}

void SourcesPanel::removeCurrent() {
    const capture::Source* source = current();
    if (source == nullptr) {
        return;
    }
    const std::string before = scene_.snapshot();
    const QString name = QString::fromStdString(source->name);
    const int row = list_->currentIndex().row();
    if (const auto done = scene_.remove(source->id); !done) {
        Q_EMIT refused(QString::fromStdString(done.error().message()));
        return;
    }
    model_->refresh();
    changed(row);
    Q_EMIT sceneChanged();
    undo_->offer(tr("Removed %1").arg(name), [this, before, row] {
        if (const auto done = scene_.restore(before); !done) {
            Q_EMIT refused(QString::fromStdString(done.error().message()));
        }
        model_->refresh();
        changed(row);
        Q_EMIT sceneChanged();
    });
}

void SourcesPanel::moveCurrent(capture::Move where) {
    const capture::Source* source = current();
    if (source == nullptr) {
        return;
    }
    const auto id = source->id;
    if (const auto done = scene_.move(id, where); !done) {
        Q_EMIT refused(QString::fromStdString(done.error().message()));
    }
    model_->refresh();
    changed(model_->rowOf(id));
}

void SourcesPanel::toggleCurrent() {
    if (const capture::Source* source = current()) {
        model_->setData(list_->currentIndex(), source->visible ? Qt::Unchecked : Qt::Checked,
                        Qt::CheckStateRole);
    }
}

void SourcesPanel::openProperties() {
    const capture::Source* source = current();
    if (source == nullptr) {
        return;
    }
    auto* dialog = new PropertiesDialog(settings_, source->id, QString::fromStdString(source->name), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PropertiesDialog::refused, this, &SourcesPanel::refused);
    connect(dialog, &QDialog::finished, this, &SourcesPanel::sceneChanged);
    dialog->open();
}

void SourcesPanel::refresh() {
    const int row = list_->currentIndex().row();
    model_->refresh();
    changed(row);
}

void SourcesPanel::changed(int row) {
    const int last = model_->rowCount() - 1;
    if (last >= 0) {
        list_->setCurrentIndex(model_->index(qBound(0, row, last)));
    }
    updateCommands();
}

void SourcesPanel::updateCommands() {
    const int row = list_->currentIndex().row();
    const bool any = current() != nullptr;
    for (QAction* action : commands_) {
        action->setEnabled(action == add_ || any);
    }
    up_->setEnabled(any && row > 0);
    down_->setEnabled(any && row < model_->rowCount() - 1);
}

const capture::Source* SourcesPanel::current() const { return model_->sourceAt(list_->currentIndex().row()); }

}  // namespace footlight::studio
