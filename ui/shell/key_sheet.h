#pragma once

#include "ui/widgets/floating_panel.h"

class QAction;
class QGridLayout;

namespace footlight::shell {

/// `?`: the keys of this page, until any key or click.
class KeySheet final : public widgets::FloatingPanel {
    Q_OBJECT
public:
    explicit KeySheet(QWidget* window);

    void open(const QString& page, const QList<QAction*>& actions);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(const QString& page, const QList<QAction*>& actions);

    QGridLayout* grid_;
};

}  // namespace footlight::shell
