#include "ui/widgets/copy_field.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"

namespace footlight::widgets {
namespace {

constexpr std::chrono::seconds kSaysCopied{2};

}  // namespace

CopyField::CopyField(const QString& name, QWidget* parent)
    : QWidget(parent), name_(name), line_(new QLineEdit(this)), copy_(new QToolButton(this)) {
    setAccessibleName(name);
    line_->setReadOnly(true);
    line_->setAccessibleName(name);
    copy_->setProperty("tone", QStringLiteral("icon"));
    copy_->setIcon(theme::icon(QStringLiteral("copy")));
    copy_->setAccessibleName(tr("Copy: %1").arg(name));
    copy_->setToolTip(tr("Copy"));
    connect(copy_, &QToolButton::clicked, this, &CopyField::copy);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap4);
    row->addWidget(line_, 1);
    row->addWidget(copy_);
    setText({});
}

void CopyField::setText(const QString& text) {
    line_->setText(text);
    line_->setCursorPosition(0);
    copy_->setEnabled(!text.isEmpty());
}

QString CopyField::text() const { return line_->text(); }

void CopyField::copy() {
    QGuiApplication::clipboard()->setText(line_->text());
    copy_->setIcon(theme::icon(QStringLiteral("check"), theme::IconTone::Good));
    copy_->setAccessibleName(tr("Copied: %1").arg(name_));
    QTimer::singleShot(kSaysCopied, this, [this] {
        copy_->setIcon(theme::icon(QStringLiteral("copy")));
        copy_->setAccessibleName(tr("Copy: %1").arg(name_));
    });
}

}  // namespace footlight::widgets
