#include "ui/channel/about_section.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

#include "ui/channel/page_controller.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kTextHeight = 112;
constexpr std::size_t kMostLinks = 10;
constexpr int kLongestText = 2'000;

}  // namespace

AboutSection::AboutSection(PageController& controller, QWidget* parent)
    : Section(tr("About the channel"), tr("What people read on its page, and how they find it on Home."),
              parent),
      controller_(controller),
      text_(new QPlainTextEdit(this)),
      category_(new QLineEdit(this)),
      tags_(new QLineEdit(this)),
      addLink_(new QPushButton(theme::icon(QStringLiteral("add")), tr("Add a link"), this)),
      save_(new QPushButton(tr("Save the page"), this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    text_->setFixedHeight(kTextHeight);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("Text"));
    category_->setMaxLength(40);
    category_->setPlaceholderText(tr("Music, Games, Talk…"));
    tags_->setMaxLength(280);
    tags_->setPlaceholderText(QStringLiteral("synth live-coding"));
    save_->setAccessibleName(save_->text());
    save_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->hide();
    addRow(tr("Text"), text_);
    addRow(tr("Category"), category_);
    addRow(tr("Tags"), tags_, tr("Up to ten, of a-z, 0-9 and -, with spaces between them."));
    addRow(tr("Links"), makeLinks());
    addRow({}, problem_);
    addRow({}, save_);
    connect(text_, &QPlainTextEdit::textChanged, this, &AboutSection::touch);
    connect(category_, &QLineEdit::textEdited, this, &AboutSection::touch);
    connect(tags_, &QLineEdit::textEdited, this, &AboutSection::touch);
    connect(save_, &QPushButton::clicked, this, &AboutSection::save);
    connect(&controller_, &PageController::channelChanged, this, &AboutSection::forgetTyped);
    connect(&controller_, &PageController::aboutSaved, this, &AboutSection::saved);
    connect(&controller_, &PageController::aboutChanged, this, &AboutSection::showAbout);
    connect(&controller_, &PageController::refused, this, &AboutSection::showProblem);
    connect(&controller_, &PageController::saved, this, [this] { problem_->hide(); });
    showAbout({});
}

QWidget* AboutSection::makeLinks() {
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap8);
    links_ = new QVBoxLayout;
    links_->setSpacing(theme::kGap8);
    addLink_->setAccessibleName(addLink_->text());
    addLink_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(addLink_, &QPushButton::clicked, this, [this] {
        addLink({});
        rows_.back().name->setFocus();
        touch();
    });
    column->addLayout(links_);
    column->addWidget(addLink_);
    return holder;
}

void AboutSection::addLink(const wire::PageLink& link) {
    auto* row = new QWidget(this);
    auto* name = new QLineEdit(QString::fromStdString(link.name), row);
    auto* url = new QLineEdit(QString::fromStdString(link.url), row);
    name->setPlaceholderText(tr("Name"));
    name->setAccessibleName(tr("Name of the link"));
    name->setMaxLength(40);
    url->setPlaceholderText(QStringLiteral("https://example.org"));
    url->setAccessibleName(tr("Address of the link"));
    url->setMaxLength(500);
    auto* remove = new QToolButton(row);
    remove->setProperty("tone", QStringLiteral("icon"));
    remove->setIcon(theme::icon(QStringLiteral("remove")));
    remove->setAccessibleName(tr("Remove the link"));
    remove->setToolTip(tr("Remove the link"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(name, 1);
    layout->addWidget(url, 2);
    layout->addWidget(remove);
    links_->addWidget(row);
    rows_.push_back({row, name, url});
    addLink_->setEnabled(rows_.size() < kMostLinks);
    connect(name, &QLineEdit::textEdited, this, &AboutSection::touch);
    connect(url, &QLineEdit::textEdited, this, &AboutSection::touch);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        removeLink(row);
        touch();
    });
    Q_EMIT rowsChanged();
}

void AboutSection::removeLink(QWidget* row) {
    std::erase_if(rows_, [row](const Link& each) { return each.row == row; });
    row->hide();
    row->deleteLater();
    addLink_->setEnabled(true);
}

void AboutSection::showAbout(const wire::ChannelAbout& about) {
    if (typed_ > 0) {
        return;
    }
    {
        const QSignalBlocker quiet(text_);
        text_->setPlainText(QString::fromStdString(about.description));
    }
    category_->setText(QString::fromStdString(about.category));
    QStringList tags;
    for (const auto& tag : about.tags) {
        tags << QString::fromStdString(tag);
    }
    tags_->setText(tags.join(QLatin1Char(' ')));
    while (!rows_.empty()) {
        removeLink(rows_.back().row);
    }
    for (const auto& link : about.links) {
        addLink(link);
    }
    save_->setEnabled(false);
}

void AboutSection::touch() {
    ++typed_;
    save_->setEnabled(true);
    problem_->hide();
}

void AboutSection::forgetTyped() {
    typed_ = 0;
    problem_->hide();
}

void AboutSection::save() {
    wire::ChannelAbout about;
    about.description = text_->toPlainText().left(kLongestText).toStdString();
    about.category = category_->text().trimmed().toStdString();
    static const QRegularExpression between(QStringLiteral("[\\s,#]+"));
    for (const QString& tag : tags_->text().toLower().split(between, Qt::SkipEmptyParts)) {
        about.tags.push_back(tag.toStdString());
    }
    for (const auto& row : rows_) {
        if (!row.name->text().trimmed().isEmpty() || !row.url->text().trimmed().isEmpty()) {
            about.links.push_back(
                {row.name->text().trimmed().toStdString(), row.url->text().trimmed().toStdString()});
        }
    }
    sent_ = typed_;
    save_->setEnabled(false);
    controller_.setAbout(about);
}

void AboutSection::saved() {
    // What was typed since then is not saved yet.
    if (typed_ == sent_) {
        forgetTyped();
    }
}

void AboutSection::showProblem(const QString& code, const QString& sentence) {
    if (code.startsWith(QStringLiteral("schedule."))) {
        return;
    }
    save_->setEnabled(typed_ > 0);
    problem_->setText(sentence);
    problem_->show();
    if (code == QStringLiteral("page.category")) {
        category_->setFocus();
    } else if (code == QStringLiteral("page.tag")) {
        tags_->setFocus();
    } else if (code == QStringLiteral("page.link") && !rows_.empty()) {
        rows_.back().url->setFocus();
    }
}

}  // namespace footlight::channel
