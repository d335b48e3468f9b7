#include "ui/studio/property_editor.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <limits>
#include <utility>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"

namespace footlight::studio {
namespace {

using capture::Property;
using capture::PropertyType;
using capture::PropertyValue;
using Changed = std::function<void(const PropertyValue&)>;

template <typename T>
T valueOf(const Property& property) {
    const T* value = std::get_if<T>(&property.value);
    return value == nullptr ? T{} : *value;
}

QString textOf(const Property& property) { return QString::fromStdString(valueOf<std::string>(property)); }

QWidget* makeToggle(const Property& property, const Changed& changed, QWidget* parent) {
    auto* box = new QCheckBox(QString::fromStdString(property.label), parent);
    box->setChecked(valueOf<bool>(property));
    QObject::connect(box, &QCheckBox::toggled, box, [changed](bool on) { changed(on); });
    return box;
}

QWidget* makeNumber(const Property& property, const Changed& changed, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    const auto clamp = [](double value) {
        return static_cast<int>(
            std::clamp<double>(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    };
    box->setRange(clamp(property.minimum), clamp(property.maximum));
    box->setSingleStep(qMax(1, clamp(property.step)));
    box->setSuffix(property.unit.empty() ? QString()
                                         : QLatin1Char(' ') + QString::fromStdString(property.unit));
    box->setValue(static_cast<int>(valueOf<std::int64_t>(property)));
    QObject::connect(box, &QSpinBox::valueChanged, box,
                     [changed](int value) { changed(std::int64_t{value}); });
    return box;
}

QWidget* makeFraction(const Property& property, const Changed& changed, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(property.minimum, property.maximum);
    box->setSingleStep(property.step > 0 ? property.step : 0.1);
    box->setDecimals(2);
    box->setValue(valueOf<double>(property));
    QObject::connect(box, &QDoubleSpinBox::valueChanged, box, [changed](double value) { changed(value); });
    return box;
}

QWidget* makeText(const Property& property, const Changed& changed, QWidget* parent) {
    auto* field = new QLineEdit(textOf(property), parent);
    QObject::connect(field, &QLineEdit::textEdited, field,
                     [changed](const QString& text) { changed(text.toStdString()); });
    return field;
}

QWidget* makeLongText(const Property& property, const Changed& changed, QWidget* parent) {
    auto* field = new QPlainTextEdit(textOf(property), parent);
    field->setTabChangesFocus(true);
    field->setMaximumHeight(96);
    QObject::connect(field, &QPlainTextEdit::textChanged, field,
                     [changed, field] { changed(field->toPlainText().toStdString()); });
    return field;
}

QWidget* makePath(const Property& property, const Changed& changed, QWidget* parent) {
    auto* holder = new QWidget(parent);
    auto* field = new QLineEdit(textOf(property), holder);
    field->setAccessibleName(QString::fromStdString(property.label));
    auto* choose = new QPushButton(QObject::tr("Choose…"), holder);
    choose->setAccessibleName(QObject::tr("Choose a file"));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(field, 1);
    row->addWidget(choose);
    QObject::connect(field, &QLineEdit::editingFinished, field,
                     [changed, field] { changed(field->text().toStdString()); });
    QObject::connect(choose, &QPushButton::clicked, field, [changed, field, filter = property.filter] {
        const QString path = QFileDialog::getOpenFileName(field->window(), QObject::tr("Choose a file"),
                                                          field->text(), QString::fromStdString(filter));
        if (!path.isEmpty()) {
            field->setText(path);
            changed(path.toStdString());
        }
    });
    holder->setFocusProxy(field);
    return holder;
}

QColor toQColor(capture::Colour colour) {
    return {static_cast<int>(colour.rgba >> 24U & 0xFFU), static_cast<int>(colour.rgba >> 16U & 0xFFU),
            static_cast<int>(colour.rgba >> 8U & 0xFFU), static_cast<int>(colour.rgba & 0xFFU)};
}

capture::Colour fromQColor(const QColor& colour) {
    return {static_cast<std::uint32_t>(colour.red()) << 24U |
            static_cast<std::uint32_t>(colour.green()) << 16U |
            static_cast<std::uint32_t>(colour.blue()) << 8U | static_cast<std::uint32_t>(colour.alpha())};
}

QIcon swatch(const QColor& colour) {
    QPixmap pixmap(theme::kIconSize, theme::kIconSize);
    pixmap.fill(colour);
    return QIcon(pixmap);
}

QWidget* makeColour(const Property& property, const Changed& changed, QWidget* parent) {
    const QColor colour = toQColor(valueOf<capture::Colour>(property));
    auto* button = new QPushButton(swatch(colour), colour.name(), parent);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, button, [changed, button] {
        const QColor chosen =
            QColorDialog::getColor(QColor(button->text()), button->window(), QObject::tr("Choose a colour"),
                                   QColorDialog::ShowAlphaChannel);
        if (chosen.isValid()) {
            button->setIcon(swatch(chosen));
            button->setText(chosen.name());
            changed(fromQColor(chosen));
        }
    });
    return button;
}

QWidget* makeChoice(const Property& property, const Changed& changed, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    for (const auto& choice : property.choices) {
        box->addItem(QString::fromStdString(choice.label));
        if (choice.value == property.value) {
            box->setCurrentIndex(box->count() - 1);
        }
    }
    QObject::connect(box, &QComboBox::activated, box, [changed, choices = property.choices](int row) {
        changed(choices[static_cast<std::size_t>(row)].value);
    });
    return box;
}

QWidget* makeAction(const Property& property, const Changed& changed, QWidget* parent) {
    auto* button = new QPushButton(QString::fromStdString(property.label), parent);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, button, [changed] { changed(true); });
    return button;
}

QWidget* makeControl(const Property& property, const Changed& changed, QWidget* parent) {
    switch (property.type) {
        case PropertyType::Toggle:
            return makeToggle(property, changed, parent);
        case PropertyType::Number:
            return makeNumber(property, changed, parent);
        case PropertyType::Fraction:
            return makeFraction(property, changed, parent);
        case PropertyType::Text:
            return makeText(property, changed, parent);
        case PropertyType::LongText:
            return makeLongText(property, changed, parent);
        case PropertyType::Path:
            return makePath(property, changed, parent);
        case PropertyType::Colour:
            return makeColour(property, changed, parent);
        case PropertyType::NumberChoice:
        case PropertyType::TextChoice:
            return makeChoice(property, changed, parent);
        case PropertyType::Action:
            return makeAction(property, changed, parent);
    }
    return new QWidget(parent);
}

}  // namespace

QWidget* makePropertyEditor(const Property& property, Changed changed, QWidget* parent) {
    QWidget* control = makeControl(property, changed, parent);
    control->setAccessibleName(QString::fromStdString(property.label));
    control->setObjectName(QString::fromStdString(property.name));
    control->setEnabled(property.enabled);
    return control;
}

}  // namespace footlight::studio
