#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

class QNetworkReply;

namespace footlight::client {

/// What an answer of a relay at `place` ("host:port") came to, in words for people: its body, or the problem
/// that it named, or why there was no answer. The error's code is the relay's own where a screen acts on it
/// ("account.second_step"), else "relay.problem".
Result<QByteArray> outcomeOf(QNetworkReply& answer, const QString& place);

}  // namespace footlight::client
