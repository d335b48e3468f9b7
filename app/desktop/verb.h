#pragma once

#include <QObject>

namespace footlight::desktop {

/// One thing that the program does after the command line has been read. Made and run by main, on the
/// window's thread.
class Verb : public QObject {
    Q_OBJECT
public:
    virtual void start() = 0;
    /// A person asked for the end (Ctrl+C): ends the broadcast cleanly, sums up, then `finished`.
    virtual void stop() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    /// Says on standard error why it failed; `finished` follows, once.
    void failWith(const QString& message);
    void succeed();
    [[nodiscard]] bool isOver() const { return over_; }

private:
    void finish(int exitCode);
    bool over_ = false;
};

/// A line on standard error, where people read it; standard output is for figures.
void say(const QString& line);

}  // namespace footlight::desktop
