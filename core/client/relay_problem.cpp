#include "core/client/relay_problem.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <algorithm>
#include <array>

#include "core/wire/json.h"
#include "core/wire/problem.h"

namespace footlight::client {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RelayProblem)
};

/// The relay's codes that screens act on: which field a sentence belongs to, what to ask for next.
constexpr std::array<std::string_view, 34> kCodes{"account.email",
                                                  "account.email_taken",
                                                  "account.invitation",
                                                  "account.name",
                                                  "account.name_taken",
                                                  "account.on_air",
                                                  "account.owns_relay",
                                                  "account.password",
                                                  "account.second_step",
                                                  "account.second_step_off",
                                                  "account.second_step_on",
                                                  "account.sign_in_needed",
                                                  "account.sign_up_closed",
                                                  "account.too_many_tries",
                                                  "account.unknown",
                                                  "account.unknown_session",
                                                  "account.wrong_code",
                                                  "account.wrong_credentials",
                                                  "channel.unknown",
                                                  "follow.own_channel",
                                                  "friend.too_many",
                                                  "friend.yourself",
                                                  "page.category",
                                                  "page.description",
                                                  "page.link",
                                                  "page.tag",
                                                  "relay.no_mail",
                                                  "relay.not_yours",
                                                  "schedule.category",
                                                  "schedule.time",
                                                  "schedule.title",
                                                  "schedule.too_many",
                                                  "webhook.too_many",
                                                  "webhook.url"};

std::string_view codeOf(const wire::Problem& named) {
    const auto* known = std::find(kCodes.begin(), kCodes.end(), named.code);
    return known == kCodes.end() ? "relay.problem" : *known;
}

tl::unexpected<Error> problem(ErrorCategory category, std::string_view code, const QString& message) {
    return fail(category, code, message.toStdString());
}

ErrorCategory categoryOf(int status) {
    switch (status) {
        case 400:
        case 413:
        case 422:
            return ErrorCategory::Invalid;
        case 401:
        case 403:
            return ErrorCategory::Denied;
        case 404:
            return ErrorCategory::NotFound;
        case 409:
            return ErrorCategory::Conflict;
        default:
            return ErrorCategory::Unavailable;
    }
}

tl::unexpected<Error> noAnswer(const QNetworkReply& answer, const QString& place) {
    switch (answer.error()) {
        case QNetworkReply::OperationCanceledError:
        case QNetworkReply::TimeoutError:
            return problem(
                ErrorCategory::Timeout, "relay.timeout",
                Words::tr("The relay at %1 does not answer. Check the network, or try again later.")
                    .arg(place));
        case QNetworkReply::HostNotFoundError:
            return problem(ErrorCategory::NotFound, "relay.unknown_host",
                           Words::tr("There is no machine called %1. Check the relay's address.").arg(place));
        case QNetworkReply::ConnectionRefusedError:
            return problem(
                ErrorCategory::Unavailable, "relay.refused",
                Words::tr("No relay is running at %1. Start it, or check its address.").arg(place));
        default:
            return problem(
                ErrorCategory::Unavailable, "relay.unreachable",
                Words::tr("The relay at %1 cannot be reached: %2.").arg(place, answer.errorString()));
    }
}

}  // namespace

Result<QByteArray> outcomeOf(QNetworkReply& answer, const QString& place) {
    const int status = answer.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || answer.error() == QNetworkReply::OperationCanceledError) {
        return noAnswer(answer, place);
    }
    QByteArray body = answer.readAll();
    if (status >= 200 && status < 300) {
        return body;
    }
    const auto named = wire::parse<wire::Problem>({body.constData(), static_cast<std::size_t>(body.size())});
    if (named && !named->code.empty()) {
        const std::string& words = named->detail.empty() ? named->title : named->detail;
        return fail(categoryOf(status), codeOf(*named), words);
    }
    return problem(
        ErrorCategory::Unsupported, "relay.not_a_relay",
        Words::tr("Something answers at %1, but it is no Footlight relay (HTTP %2). Check the address.")
            .arg(place)
            .arg(status));
}

}  // namespace footlight::client
