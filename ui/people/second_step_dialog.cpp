#include "ui/people/second_step_dialog.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/people/account_state.h"
#include "ui/people/field.h"
#include "ui/people/qr_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_field.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kWidth = 520;
constexpr int kPasswordPage = 0;
constexpr int kKeyPage = 1;
constexpr int kCodesPage = 2;

widgets::TextLabel* makeSentence(const QString& text, QWidget* parent) {
    auto* label = new widgets::TextLabel(text, theme::TextRole::Body, QFont::Normal, parent);
    label->setFit(widgets::TextLabel::Fit::Wrap);
    label->setSecondary();
    return label;
}

QVBoxLayout* columnOf(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap12);
    return column;
}

}  // namespace

SecondStepDialog::SecondStepDialog(AccountState& state, QWidget* parent)
    : QDialog(parent),
      state_(state),
      title_(new widgets::TextLabel({}, theme::TextRole::Section, QFont::DemiBold, this)),
      pages_(new QStackedWidget(this)),
      cancel_(new QPushButton(tr("Cancel"), this)),
      act_(new QPushButton(this)) {
    setWindowTitle(tr("Turn the second step on"));
    setMinimumWidth(kWidth);
    pages_->addWidget(makePasswordPage());
    pages_->addWidget(makeKeyPage());
    pages_->addWidget(makeCodesPage());
    cancel_->setAccessibleName(cancel_->text());
    cancel_->setAutoDefault(false);
    act_->setProperty("tone", QStringLiteral("primary"));
    act_->setDefault(true);
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
    connect(act_, &QPushButton::clicked, this, &SecondStepDialog::act);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(cancel_);
    buttons->addWidget(act_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(title_);
    layout->addWidget(pages_, 1);
    layout->addLayout(buttons);
    widgets::tabInLayoutOrder(*this);
    go(kPasswordPage, tr("Your password, please"), tr("Go on"));
    if (!state_.asksForPassword()) {
        start();
    }
}

QWidget* SecondStepDialog::makePasswordPage() {
    auto* page = new QWidget(pages_);
    password_ = new Field(tr("Password"), QLineEdit::Password, page);
    auto* column = columnOf(page);
    column->addWidget(makeSentence(tr("Only you can make signing in harder."), page));
    column->addWidget(password_);
    column->addStretch(1);
    return page;
}

QWidget* SecondStepDialog::makeKeyPage() {
    auto* page = new QWidget(pages_);
    picture_ = new QrView(page);
    key_ = new widgets::CopyField(tr("Key"), page);
    code_ = new Field(tr("Code of the app"), QLineEdit::Normal, page);
    code_->line().setPlaceholderText(QStringLiteral("123456"));
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::kGap8);
    right->addWidget(
        makeSentence(tr("1. Scan this with an authenticator app, or type the key there."), page));
    right->addWidget(key_);
    right->addSpacing(theme::kGap8);
    right->addWidget(makeSentence(tr("2. Type the six digits that the app shows."), page));
    right->addWidget(code_);
    right->addStretch(1);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap24);
    row->addWidget(picture_, 0, Qt::AlignTop);
    row->addLayout(right, 1);
    return page;
}

QWidget* SecondStepDialog::makeCodesPage() {
    auto* page = new QWidget(pages_);
    codesText_ = new widgets::TextLabel({}, theme::TextRole::Section, QFont::Normal, page);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(codesText_->fontInfo().pixelSize());
    codesText_->setFont(fixed);
    codesText_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    codesText_->setAccessibleName(tr("Recovery codes"));
    saved_ = makeSentence({}, page);
    auto* copy = new QPushButton(theme::icon(QStringLiteral("copy")), tr("Copy"), page);
    copy->setAccessibleName(tr("Copy the recovery codes"));
    copy->setAutoDefault(false);
    auto* save = new QPushButton(theme::icon(QStringLiteral("download")), tr("Save…"), page);
    save->setAccessibleName(tr("Save the recovery codes"));
    save->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(codes_.join(QLatin1Char('\n')));
        saved_->setText(tr("Copied."));
    });
    connect(save, &QPushButton::clicked, this, &SecondStepDialog::save);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addWidget(copy);
    buttons->addWidget(save);
    buttons->addWidget(saved_, 1);
    auto* column = columnOf(page);
    column->addWidget(
        makeSentence(tr("Without the telephone, each of these lets you in once. They are shown now and "
                        "never again: keep them where you keep other keys."),
                     page));
    column->addWidget(codesText_);
    column->addLayout(buttons);
    column->addStretch(1);
    return page;
}

void SecondStepDialog::go(int page, const QString& title, const QString& verb) {
    pages_->setCurrentIndex(page);
    title_->setText(title);
    act_->setText(verb);
    act_->setAccessibleName(verb);
    cancel_->setVisible(page != kCodesPage);
}

/// The codes are shown this once: Escape and the window's button do not take them away, nor the answer that
/// brings them.
void SecondStepDialog::reject() {
    if (pages_->currentIndex() != kCodesPage && !isConfirming_) {
        QDialog::reject();
    }
}

void SecondStepDialog::act() {
    switch (pages_->currentIndex()) {
        case kPasswordPage:
            start();
            break;
        case kKeyPage:
            confirm();
            break;
        default:
            accept();
    }
}

void SecondStepDialog::start() {
    act_->setEnabled(false);
    state_.security().startSecondStep(state_.proof(password_->text()),
                                      {this, [this](const Result<wire::SecondStepKey>& key) {
                                           act_->setEnabled(true);
                                           if (!key) {
                                               password_->setProblem(problemOf(key));
                                               return;
                                           }
                                           picture_->setText(key->url);
                                           key_->setText(QString::fromStdString(key->key.reveal()));
                                           go(kKeyPage, tr("Tell your authenticator app"), tr("Turn on"));
                                           code_->line().setFocus();
                                       }});
}

void SecondStepDialog::confirm() {
    isConfirming_ = true;
    act_->setEnabled(false);
    cancel_->setEnabled(false);
    state_.security().confirmSecondStep(code_->text().trimmed(),
                                        {this, [this](const Result<wire::RecoveryCodes>& codes) {
                                             isConfirming_ = false;
                                             act_->setEnabled(true);
                                             cancel_->setEnabled(true);
                                             if (codes) {
                                                 showCodes(*codes);
                                             } else {
                                                 code_->setProblem(problemOf(codes));
                                             }
                                         }});
}

void SecondStepDialog::showCodes(const wire::RecoveryCodes& codes) {
    for (const Secret& code : codes.codes) {
        codes_.append(QString::fromStdString(code.reveal()));
    }
    codesText_->setText(codes_.join(QLatin1Char('\n')));
    go(kCodesPage, tr("The second step is on"), tr("I have kept them"));
    state_.refresh();
}

void SecondStepDialog::save() {
    auto* dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("footlight-recovery-codes.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QFile file(path);
        const QByteArray text = codes_.join(QLatin1Char('\n')).toUtf8() + '\n';
        const bool isWritten = file.open(QIODevice::WriteOnly) &&
                               file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                               file.write(text) == text.size() && file.flush();
        saved_->setText(isWritten ? tr("Saved.") : tr("Not saved: %1.").arg(file.errorString()));
    });
    dialog->open();
}

}  // namespace footlight::people
