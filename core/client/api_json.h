#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QUrl>

#include "core/client/reply.h"
#include "core/wire/json.h"

// What the parts of the relay's interface share: structures into bodies, and answers into structures.
namespace footlight::client {

inline QByteArray bytesOf(const std::string& text) { return QByteArray::fromStdString(text); }

/// A name as one segment of a path.
inline QString segment(const QString& name) { return QString::fromLatin1(QUrl::toPercentEncoding(name)); }

template <typename T>
Result<T> readAnswer(const Result<QByteArray>& body) {
    if (!body) {
        return fail(body.error());
    }
    auto parsed = wire::parse<T>({body->constData(), static_cast<std::size_t>(body->size())});
    if (!parsed) {
        const QString words = QCoreApplication::translate(
            "RelayApi", "The relay answers in a way that this version of Footlight does not know: %1");
        return fail(ErrorCategory::Unsupported, "relay.other_version",
                    words.arg(QString::fromStdString(parsed.error().message)).toStdString());
    }
    return std::move(*parsed);
}

/// A reply for the bytes of an answer that passes what they mean on to `reply`.
template <typename T>
Reply<QByteArray> parsing(QObject* context, Reply<T> reply) {
    return {context, [reply = std::move(reply)](const Result<QByteArray>& body) mutable {
                reply(readAnswer<T>(body));
            }};
}

/// The same for an answer without a body.
inline Reply<QByteArray> ignoring(QObject* context, Reply<> reply) {
    return {context, [reply = std::move(reply)](const Result<QByteArray>& body) mutable {
                reply(body ? Result<>() : Result<>(fail(body.error())));
            }};
}

}  // namespace footlight::client
