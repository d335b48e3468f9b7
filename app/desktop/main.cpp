#include <QApplication>
#include <QTimer>
#include <iostream>

#include "app/desktop/app_context.h"
#include "app/desktop/command_line.h"
#include "app/desktop/display.h"
#include "app/desktop/headless_demo.h"
#include "app/desktop/headless_golive.h"
#include "app/desktop/headless_watch.h"
#include "app/desktop/translations.h"
#include "app/desktop/unix_signals.h"
#include "app/desktop/window_demo.h"
#include "app/desktop/window_golive.h"
#include "app/desktop/window_verb.h"
#include "app/desktop/window_watch.h"
#include "core/media/ffmpeg/library_log.h"

namespace footlight::desktop {
namespace {

Places placesFor(const Command& command) {
    return std::holds_alternative<Demo>(command) ? Places::forThisRun() : Places::ofUser();
}

std::unique_ptr<Verb> makeWindowVerb(const Command& command, AppContext& context, const Logger& logger) {
    if (const auto* goLive = std::get_if<GoLive>(&command)) {
        return std::make_unique<WindowGoLive>(context, *goLive, logger);
    }
    if (const auto* watch = std::get_if<Watch>(&command)) {
        return std::make_unique<WindowWatch>(context, *watch, logger);
    }
    if (const auto* demo = std::get_if<Demo>(&command)) {
        return std::make_unique<WindowDemo>(context, *demo, logger);
    }
    return std::make_unique<WindowVerb>(context, std::get<OpenWindow>(command), logger);
}

std::unique_ptr<Verb> makeVerb(const Command& command, bool hasWindow, AppContext& context,
                               const Logger& logger) {
    if (hasWindow) {
        return makeWindowVerb(command, context, logger);
    }
    if (const auto* goLive = std::get_if<GoLive>(&command)) {
        return std::make_unique<HeadlessGoLive>(context, *goLive, logger);
    }
    if (const auto* watch = std::get_if<Watch>(&command)) {
        return std::make_unique<HeadlessWatch>(context, *watch);
    }
    return std::make_unique<HeadlessDemo>(context, std::get<Demo>(command), logger);
}

/// Nobody can close a window that nobody sees.
void boundDemo(Command& command, const Display& display) {
    auto* demo = std::get_if<Demo>(&command);
    if (demo != nullptr && display.xvfb && !demo->run.duration) {
        demo->run.duration = std::chrono::seconds{20};
    }
}

int run(QApplication& application, const Command& command, const Display& display) {
    AppContext context(placesFor(command));
    const auto logger = Logger::toStandardError(LogLevel::Warning);
    const auto verb = makeVerb(command, display.hasWindow, context, logger);
    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::endAsked, verb.get(), &Verb::stop);
    QObject::connect(verb.get(), &Verb::finished, &application,
                     [](int exitCode) { QCoreApplication::exit(exitCode); });
    QObject::connect(&context.secrets, &client::SecretStore::unavailable, &application, &say);
    QTimer::singleShot(0, verb.get(), &Verb::start);
    return QApplication::exec();
}

}  // namespace
}  // namespace footlight::desktop

int main(int argc, char** argv) {
    using namespace footlight::desktop;
    auto parsed = parseCommandLine(argc, argv);
    if (const auto* explanation = std::get_if<Explanation>(&parsed)) {
        (explanation->exitCode == 0 ? std::cout : std::cerr) << explanation->text;
        return explanation->exitCode;
    }
    footlight::media::ffmpeg::silenceLibraries();
    auto command = std::get<Command>(std::move(parsed));
    auto display = prepareDisplay(command);
    if (!display) {
        say(QString::fromStdString(display.error().message()));
        return 1;
    }
    boundDemo(command, *display);
    int ownArguments = 1;  // Qt's own options are not ours
    QApplication application(ownArguments, argv);
    QApplication::setApplicationName(QStringLiteral("footlight"));
    QApplication::setApplicationDisplayName(QStringLiteral("Footlight"));
    QApplication::setDesktopFileName(QStringLiteral("footlight"));
    QApplication::setQuitOnLastWindowClosed(false);
    const Translations translations{QLocale()};
    return run(application, command, *display);
}
