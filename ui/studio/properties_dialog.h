#pragma once

#include <QDialog>
#include <QTimer>

#include "ui/studio/ports.h"

class QScrollArea;

namespace footlight::studio {

/// The settings of one source, shown live while they are edited; Cancel puts back what was there.
class PropertiesDialog final : public QDialog {
    Q_OBJECT
public:
    PropertiesDialog(SourceSettings& settings, capture::SourceId id, const QString& name,
                     QWidget* parent = nullptr);

    void reject() override;

Q_SIGNALS:
    void refused(const QString& message);

private:
    void fill();
    void set(const capture::Property& property, const capture::PropertyValue& value);

    SourceSettings& settings_;
    capture::SourceId id_;
    QScrollArea* area_;
    QTimer refill_;
    std::vector<capture::Property> before_;
};

}  // namespace footlight::studio
