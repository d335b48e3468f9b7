#include "ui/studio/properties_dialog.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include "ui/studio/property_editor.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::studio {
namespace {

bool changesOthers(capture::PropertyType type) {
    using capture::PropertyType;
    return type == PropertyType::Toggle || type == PropertyType::NumberChoice ||
           type == PropertyType::TextChoice || type == PropertyType::Action;
}

bool namesItself(capture::PropertyType type) {
    return type == capture::PropertyType::Toggle || type == capture::PropertyType::Action;
}

}  // namespace

PropertiesDialog::PropertiesDialog(SourceSettings& settings, capture::SourceId id, const QString& name,
                                   QWidget* parent)
    : QDialog(parent), settings_(settings), id_(id), area_(new QScrollArea(this)) {
    setWindowTitle(tr("Settings of %1").arg(name));
    auto* heading = new widgets::TextLabel(name, theme::TextRole::Title, QFont::DemiBold, this);
    heading->setFit(widgets::TextLabel::Fit::Elide);
    area_->setWidgetResizable(true);
    area_->setFocusPolicy(Qt::NoFocus);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(tr("Cancel and put the settings back"));
    cancel->setProperty("tone", QStringLiteral("large"));
    auto* done = new QPushButton(tr("Done"), this);
    done->setAccessibleName(tr("Done"));
    done->setProperty("tone", QStringLiteral("primary"));
    done->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &PropertiesDialog::reject);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(done);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap16);
    layout->addWidget(heading);
    layout->addWidget(area_, 1);
    layout->addLayout(buttons);
    resize(520, 420);

    refill_.setSingleShot(true);
    refill_.setInterval(0);
    connect(&refill_, &QTimer::timeout, this, &PropertiesDialog::fill);
    if (auto properties = settings_.properties(id_)) {
        before_ = std::move(*properties);
    }
    fill();
}

void PropertiesDialog::fill() {
    const auto properties = settings_.properties(id_);
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, theme::kGap8, 0);
    form->setHorizontalSpacing(theme::kGap16);
    form->setVerticalSpacing(theme::kGap8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const QString focused = focusWidget() != nullptr ? focusWidget()->objectName() : QString();
    if (!properties) {
        form->addRow(new widgets::TextLabel(QString::fromStdString(properties.error().message())));
    } else if (properties->empty()) {
        form->addRow(new widgets::TextLabel(tr("This source has no settings.")));
    } else {
        for (const auto& property : *properties) {
            QWidget* editor = makePropertyEditor(
                property, [this, property](const capture::PropertyValue& value) { set(property, value); },
                page);
            if (namesItself(property.type)) {
                form->addRow(QString(), editor);
            } else {
                auto* label = new widgets::TextLabel(QString::fromStdString(property.label));
                label->setSecondary();
                label->setMinimumHeight(theme::kControlHeight);
                form->addRow(label, editor);
            }
        }
    }
    area_->setWidget(page);
    if (auto* again = focused.isEmpty() ? nullptr : page->findChild<QWidget*>(focused)) {
        again->setFocus();
    }
}

void PropertiesDialog::set(const capture::Property& property, const capture::PropertyValue& value) {
    const auto done = settings_.setProperty(id_, property.name, value);
    if (!done) {
        Q_EMIT refused(QString::fromStdString(done.error().message()));
    }
    // Not at once: the control that reported the change is still on the stack.
    if (!done || changesOthers(property.type)) {
        refill_.start();
    }
}

void PropertiesDialog::reject() {
    for (const auto& property : before_) {
        if (property.type != capture::PropertyType::Action) {
            // What cannot be put back (its device is gone) stays as it is.
            static_cast<void>(settings_.setProperty(id_, property.name, property.value));
        }
    }
    QDialog::reject();
}

}  // namespace footlight::studio
