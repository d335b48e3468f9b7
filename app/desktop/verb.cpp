#include "app/desktop/verb.h"

#include <iostream>

namespace footlight::desktop {

void Verb::failWith(const QString& message) {
    if (!over_) {
        say(message);
        finish(1);
    }
}

void Verb::succeed() {
    if (!over_) {
        finish(0);
    }
}

void Verb::finish(int exitCode) {
    over_ = true;
    // Later: whoever called us may still touch what main then destroys.
    QMetaObject::invokeMethod(
        this, [this, exitCode] { Q_EMIT finished(exitCode); }, Qt::QueuedConnection);
}

void say(const QString& line) { std::cerr << "footlight: " << line.toStdString() << std::endl; }

}  // namespace footlight::desktop
