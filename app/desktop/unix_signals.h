#pragma once

#include <QObject>
#include <memory>

class QSocketNotifier;

namespace footlight::desktop {

/// Turns SIGINT and SIGTERM into a Qt signal. One per process, made by main. A second signal ends the program
/// at once.
class UnixSignals : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject* parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endAsked();

private:
    int readEnd_ = -1;
    std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace footlight::desktop
