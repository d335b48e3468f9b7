#include "core/client/qt_keychain.h"

#include <qt6keychain/keychain.h>

namespace footlight::client {
namespace {

Result<> outcomeOf(const QKeychain::Job& job) {
    switch (job.error()) {
        case QKeychain::NoError:
            return {};
        case QKeychain::EntryNotFound:
            return fail(ErrorCategory::NotFound, "keychain.no_entry", job.errorString().toStdString());
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            return fail(ErrorCategory::Unavailable, "keychain.denied", "it refused access");
        default:
            return fail(ErrorCategory::Unavailable, "keychain.unavailable", "none answers");
    }
}

}  // namespace

QtKeychain::QtKeychain(QString service) : service_(std::move(service)) {}

void QtKeychain::read(const QString& name, Reply<std::optional<Secret>> reply) {
    auto* job = new QKeychain::ReadPasswordJob(service_, this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [job, reply = std::move(reply)]() mutable {
        const auto outcome = outcomeOf(*job);
        if (outcome) {
            reply(Secret(job->textData().toStdString()));
        } else if (outcome.error().category() == ErrorCategory::NotFound) {
            reply(std::nullopt);
        } else {
            reply(fail(outcome.error()));
        }
    });
    job->start();
}

void QtKeychain::write(const QString& name, const Secret& secret, Reply<> reply) {
    auto* job = new QKeychain::WritePasswordJob(service_, this);
    job->setKey(name);
    job->setTextData(QString::fromStdString(secret.reveal()));
    connect(job, &QKeychain::Job::finished, this,
            [job, reply = std::move(reply)]() mutable { reply(outcomeOf(*job)); });
    job->start();
}

void QtKeychain::remove(const QString& name, Reply<> reply) {
    auto* job = new QKeychain::DeletePasswordJob(service_, this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [job, reply = std::move(reply)]() mutable {
        auto outcome = outcomeOf(*job);
        const bool gone = !outcome && outcome.error().category() == ErrorCategory::NotFound;
        reply(gone ? Result<>() : std::move(outcome));
    });
    job->start();
}

}  // namespace footlight::client
