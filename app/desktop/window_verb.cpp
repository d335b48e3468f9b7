#include "app/desktop/window_verb.h"

#include <QApplication>

#include "app/desktop/broadcast.h"
#include "ui/shell/first_start.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confirm_dialog.h"

namespace footlight::desktop {

WindowVerb::WindowVerb(AppContext& context, OpenWindow options, Logger logger)
    : context_(context), options_(std::move(options)), logger_(std::move(logger)) {}

WindowVerb::~WindowVerb() = default;

void WindowVerb::start() {
    theme_ = std::make_unique<theme::Theme>(*qApp);
    if (options_.relay.empty() && !askForRelay()) {
        succeed();
        return;
    }
    open(context_.destination, FirstScene::Saved);
    if (const auto chosen = context_.useRelay(QString::fromStdString(options_.relay)); !chosen) {
        failWith(QString::fromStdString(chosen.error().message()));
    }
}

AppWindow& WindowVerb::open(studio::DestinationProvider& destinations, FirstScene scene) {
    if (!theme_) {
        theme_ = std::make_unique<theme::Theme>(*qApp);
    }
    theme_->setAppearance(
        theme::appearanceFrom(context_.settings.value(models::keys::kAppearance, QString()).toString()));
    app_ = std::make_unique<AppWindow>(context_, makeEngine(context_.settings, logger_.child("studio")),
                                       destinations, scene);
    connect(app_.get(), &AppWindow::appearanceChosen, theme_.get(), &theme::Theme::setAppearance);
    app_->window().setCloseGuard([this] { return closeAsked(); });
    app_->window().show();
    return *app_;
}

void WindowVerb::stop() {
    if (isOver()) {
        return;
    }
    if (app_ && app_->studio() != nullptr) {
        app_->studio()->broadcast().end();
    }
    sumUp();
    context_.link.stop();
}

bool WindowVerb::closeAsked() {
    const bool isOnAir = app_->studio() != nullptr &&
                         app_->studio()->broadcast().phase() != studio::BroadcastController::Phase::OffAir;
    if (isOnAir) {
        widgets::ConfirmDialog question(
            {tr("End the broadcast and close Footlight?"), tr("Viewers see that it is over."),
             tr("End broadcast"), tr("Keep going")},
            QStringLiteral("onair"), &app_->window());
        if (question.exec() != QDialog::Accepted) {
            return false;
        }
    }
    stop();
    return true;
}

bool WindowVerb::askForRelay() {
    auto& settings = context_.settings;
    if (!settings.value(models::keys::kRelayKind, QString()).toString().isEmpty()) {
        return true;
    }
    shell::FirstStart question;
    if (question.exec() != QDialog::Accepted) {
        return false;
    }
    const auto choice = question.choice();
    settings.setValue(models::keys::kRelayKind,
                      choice.bundled ? QStringLiteral("bundled") : QStringLiteral("address"));
    settings.setValue(models::keys::kRelayAddress, choice.address);
    return true;
}

}  // namespace footlight::desktop
