#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <optional>

#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::desktop {

/// Who may reach the bundled relay.
enum class RelayReach {
    ThisComputer,  ///< the loopback, on free ports
    Network,       ///< every interface, on the standard ports 1935, 8081 and 8080
};

/// The relay in the box: runs footlight-relay as a child of the app, lets its owner in by a fresh token,
/// starts it again when it dies (at the same addresses), and ends it with the app. Owned by the app, on the
/// window's thread.
class BundledRelay : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString program;     ///< empty: footlight-relay beside our own binary, else in PATH
        QString dataFolder;  ///< made when missing
        RelayReach reach = RelayReach::ThisComputer;
        std::chrono::milliseconds readyWithin = std::chrono::seconds{15};
    };

    explicit BundledRelay(Options options, QObject* parent = nullptr);
    ~BundledRelay() override;

    /// Later `ready` or `failed`. Does nothing while it runs.
    void start();
    /// Ends it and waits for that, at most 5 s.
    void stop();

    [[nodiscard]] bool isReady() const { return isReady_; }
    /// `http://127.0.0.1:port`, once ready.
    [[nodiscard]] QUrl hub() const { return hub_; }
    /// Signs in as the relay's owner; another one each start.
    [[nodiscard]] const Secret& ownerToken() const { return ownerToken_; }

Q_SIGNALS:
    void ready(const QUrl& hub);
    /// It died and is started again; for people.
    void restarting(const QString& message);
    /// It does not run and will not by itself; for people.
    void failed(const QString& message);

private:
    void launch();
    [[nodiscard]] QStringList arguments() const;
    void lookForPorts();
    void ended(int exitCode, QProcess::ExitStatus status);
    void restartOrGiveUp(const QString& why);
    void giveUp(const QString& message);
    [[nodiscard]] QString portsFile() const;
    [[nodiscard]] QString lastWords();

    Options options_;
    QProcess process_;
    QTimer poll_;
    QTimer deadline_;
    QTimer restart_;
    Secret ownerToken_;
    QByteArray errorTail_;
    QStringList lastAddresses_;
    QUrl hub_;
    bool isReady_ = false;
    bool wasReady_ = false;
    bool stopping_ = false;
    int restarts_ = 0;
    std::optional<std::chrono::steady_clock::time_point> firstRestart_;
};

}  // namespace footlight::desktop
