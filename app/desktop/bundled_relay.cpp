#include "app/desktop/bundled_relay.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace footlight::desktop {
namespace {

constexpr std::chrono::milliseconds kPollEvery{10};
constexpr int kEndWithinMilliseconds = 5'000;
constexpr int kMostRestarts = 5;
constexpr std::chrono::minutes kRestartWindow{1};
constexpr qsizetype kTailBytes = 4'096;

QString relayProgram() {
    const QString name = QStringLiteral("footlight-relay");
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

}  // namespace

BundledRelay::BundledRelay(Options options, QObject* parent) : QObject(parent), options_(std::move(options)) {
    if (options_.program.isEmpty()) {
        options_.program = relayProgram();
    }
    poll_.setInterval(kPollEvery);
    deadline_.setSingleShot(true);
    deadline_.setInterval(options_.readyWithin);
    restart_.setSingleShot(true);
    connect(&poll_, &QTimer::timeout, this, &BundledRelay::lookForPorts);
    connect(&restart_, &QTimer::timeout, this, &BundledRelay::launch);
    connect(&deadline_, &QTimer::timeout, this, [this] {
        stop();
        giveUp(tr("This computer's relay started but was not ready in time. %1").arg(lastWords()));
    });
    connect(&process_, &QProcess::finished, this, &BundledRelay::ended);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            giveUp(tr("This computer's relay could not be started: %1.").arg(process_.errorString()));
        }
    });
    connect(&process_, &QProcess::readyReadStandardError, this,
            [this] { errorTail_ = (errorTail_ + process_.readAllStandardError()).right(kTailBytes); });
    process_.setStandardOutputFile(QProcess::nullDevice());
}

BundledRelay::~BundledRelay() { stop(); }

void BundledRelay::start() {
    if (process_.state() != QProcess::NotRunning) {
        return;
    }
    restarts_ = 0;
    firstRestart_.reset();
    launch();
}

void BundledRelay::launch() {
    if (options_.program.isEmpty()) {
        giveUp(tr(
            "The relay that comes with Footlight, footlight-relay, is not beside the app or in PATH. Install "
            "Footlight again, or use a relay elsewhere: Settings > Relay."));
        return;
    }
    if (!QDir().mkpath(options_.dataFolder)) {
        giveUp(
            tr("The folder %1 cannot be made; the relay keeps its data there. Check its permissions and the "
               "free space.")
                .arg(options_.dataFolder));
        return;
    }
    stopping_ = false;
    isReady_ = false;
    errorTail_.clear();
    QFile::remove(portsFile());
    ownerToken_ = Secret::random(256);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("FOOTLIGHT_OWNER_TOKEN"), QString::fromStdString(ownerToken_.reveal()));
    process_.setProcessEnvironment(environment);
    process_.start(options_.program, arguments(), QIODevice::ReadOnly);
    poll_.start();
    deadline_.start();
}

QStringList BundledRelay::arguments() const {
    QStringList addresses = lastAddresses_;
    if (addresses.isEmpty()) {
        addresses = options_.reach == RelayReach::Network
                        ? QStringList{QStringLiteral("0.0.0.0:1935"), QStringLiteral("0.0.0.0:8081"),
                                      QStringLiteral("0.0.0.0:8080")}
                        : QStringList{QStringLiteral("127.0.0.1:0"), QStringLiteral("127.0.0.1:0"),
                                      QStringLiteral("127.0.0.1:0")};
    }
    return {QStringLiteral("--data"),
            options_.dataFolder,
            QStringLiteral("--rtmp"),
            addresses[0],
            QStringLiteral("--media"),
            addresses[1],
            QStringLiteral("--hub"),
            addresses[2],
            QStringLiteral("--ports-file"),
            portsFile(),
            QStringLiteral("--stop-with-parent")};
}

void BundledRelay::lookForPorts() {
    QFile file(portsFile());
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const auto ports = QJsonDocument::fromJson(file.readAll()).object();
    const QString hub = ports.value(QStringLiteral("hub")).toString();
    if (hub.isEmpty()) {
        return;
    }
    poll_.stop();
    deadline_.stop();
    lastAddresses_ = {ports.value(QStringLiteral("rtmp")).toString(),
                      ports.value(QStringLiteral("media")).toString(), hub};
    hub_ = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(hub.section(QLatin1Char(':'), -1)));
    isReady_ = true;
    wasReady_ = true;
    Q_EMIT ready(hub_);
}

void BundledRelay::stop() {
    poll_.stop();
    deadline_.stop();
    restart_.stop();
    isReady_ = false;
    stopping_ = true;
    if (process_.state() != QProcess::NotRunning) {
        process_.terminate();
        if (!process_.waitForFinished(kEndWithinMilliseconds)) {
            process_.kill();
            process_.waitForFinished(kEndWithinMilliseconds);
        }
    }
    QFile::remove(portsFile());
}

void BundledRelay::ended(int exitCode, QProcess::ExitStatus status) {
    poll_.stop();
    deadline_.stop();
    isReady_ = false;
    if (stopping_) {
        return;
    }
    if (!wasReady_) {
        giveUp(tr("This computer's relay could not start. %1").arg(lastWords()));
    } else if (status == QProcess::CrashExit) {
        restartOrGiveUp(tr("This computer's relay crashed."));
    } else {
        restartOrGiveUp(tr("This computer's relay ended (exit code %1). %2").arg(exitCode).arg(lastWords()));
    }
}

void BundledRelay::restartOrGiveUp(const QString& why) {
    const auto now = std::chrono::steady_clock::now();
    if (!firstRestart_ || now - *firstRestart_ > kRestartWindow) {
        firstRestart_ = now;
        restarts_ = 0;
    }
    if (++restarts_ > kMostRestarts) {
        giveUp(tr("%1 It was started again %2 times within a minute, so Footlight has stopped trying. Start "
                  "Footlight again; if that does not help, look at the relay's data in %3.")
                   .arg(why)
                   .arg(kMostRestarts)
                   .arg(options_.dataFolder));
        return;
    }
    Q_EMIT restarting(tr("%1 It is being started again.").arg(why));
    restart_.start(std::chrono::milliseconds{200} * restarts_);
}

void BundledRelay::giveUp(const QString& message) {
    poll_.stop();
    deadline_.stop();
    Q_EMIT failed(message.trimmed());
}

QString BundledRelay::portsFile() const {
    return QDir(options_.dataFolder).filePath(QStringLiteral("ports.json"));
}

QString BundledRelay::lastWords() {
    errorTail_ = (errorTail_ + process_.readAllStandardError()).right(kTailBytes);
    QString words;
    // What it says to people begins with its name; the rest is its log.
    const QString mark = QStringLiteral("footlight-relay: ");
    for (const auto& line : QString::fromUtf8(errorTail_).trimmed().split(QLatin1Char('\n'))) {
        if (line.startsWith(mark) || !words.startsWith(mark)) {
            words = line;
        }
    }
    words.remove(mark);
    return words.isEmpty() ? QString() : tr("It said: %1").arg(words);
}

}  // namespace footlight::desktop
