#include "ui/settings/settings_page.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>

#include "ui/models/settings_store.h"
#include "ui/settings/channel_section.h"
#include "ui/settings/local_copy_section.h"
#include "ui/settings/relay_section.h"
#include "ui/settings/stream_section.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/tab_order.h"

namespace footlight::settings {
namespace {

constexpr int kFieldWidth = 240;

/// Dark, light, or what the desktop says.
class AppearanceSection final : public widgets::Section {
public:
    explicit AppearanceSection(QComboBox* box) : Section(SettingsPage::tr("Appearance"), {}) {
        addRow(SettingsPage::tr("Colours"), box);
    }
};

}  // namespace

SettingsPage::SettingsPage(models::SettingsStore& settings, QWidget* parent)
    : QWidget(parent),
      settings_(settings),
      relay_(new RelaySection(settings)),
      channel_(new ChannelSection),
      stream_(new StreamSection(settings)),
      localCopy_(new LocalCopySection(settings)) {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    auto* columns = new widgets::Columns(content);
    columns->addLeft(relay_);
    columns->addLeft(channel_);
    columns->addRight(stream_);
    columns->addRight(localCopy_);
    columns->addRight(makeAppearance());
    widgets::tabInLayoutOrder(*columns);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap24);
    row->addWidget(columns);
    area->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
}

QWidget* SettingsPage::makeAppearance() {
    using theme::Appearance;
    auto* box = new QComboBox;
    box->setFixedWidth(kFieldWidth);
    box->setAccessibleName(tr("Appearance"));
    const Appearance now = theme::appearanceFrom(
        settings_.value(models::keys::kAppearance, QStringLiteral("system")).toString());
    for (const auto& [text, value] :
         {std::pair{tr("As the system"), Appearance::System}, std::pair{tr("Dark"), Appearance::Dark},
          std::pair{tr("Light"), Appearance::Light}}) {
        box->addItem(text, QVariant::fromValue(static_cast<int>(value)));
        if (value == now) {
            box->setCurrentIndex(box->count() - 1);
        }
        auto* action =
            new QAction(theme::icon(QStringLiteral("appearance")), tr("Appearance: %1").arg(text), this);
        connect(action, &QAction::triggered, box,
                [box, row = box->count() - 1] { box->setCurrentIndex(row); });
        addAction(action);
    }
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
        const auto chosen = static_cast<Appearance>(box->currentData().toInt());
        settings_.setValue(models::keys::kAppearance, theme::toString(chosen));
        Q_EMIT appearanceChosen(chosen);
    });
    return new AppearanceSection(box);
}

}  // namespace footlight::settings
