#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

class QNetworkReply;

namespace footlight::client {

/// What an answer of a relay at `place` ("host:port") came to, in words for people: its body, or the problem
/// that it named, or why there was no answer.
Result<QByteArray> outcomeOf(QNetworkReply& answer, const QString& place);

}  // namespace footlight::client
