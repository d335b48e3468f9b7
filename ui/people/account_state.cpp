#include "ui/people/account_state.h"

#include "core/client/relay_client.h"

namespace footlight::people {

AccountState::AccountState(client::RelayClient& relay, AccountKeeper& keeper, QObject* parent)
    : QObject(parent), relay_(relay), keeper_(keeper), account_(relay.api()), security_(relay.api()) {
    connect(&relay_.api(), &client::RelayApi::signedIn, this, [this] {
        forget();
        refresh();
    });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, &AccountState::forget);
    if (relay_.api().session()) {
        refresh();
    }
}

void AccountState::forget() {
    me_.reset();
    kept_.reset();
    ++userRun_;
    Q_EMIT userChanged();
    Q_EMIT changed();
}

void AccountState::refresh() {
    const auto& session = relay_.api().session();
    if (!session) {
        return;
    }
    const auto asked = session->user.id;
    const auto isStillAsked = [this, asked] {
        const auto& now = relay_.api().session();
        return now && now->user.id == asked;
    };
    account_.fetchMe({this, [this, isStillAsked](const Result<wire::Me>& me) {
                          if (me && isStillAsked()) {
                              me_ = *me;
                              Q_EMIT changed();
                          }
                      }});
    keeper_.readPassword({this, [this, isStillAsked](const Result<std::optional<Secret>>& kept) {
                              if (kept && isStillAsked()) {
                                  kept_ = *kept;
                                  Q_EMIT changed();
                              }
                          }});
}

QString AccountState::name() const {
    const auto& session = relay_.api().session();
    return session ? QString::fromStdString(session->user.name) : QString();
}

bool AccountState::asksForPassword() const { return me_ && me_->hasPassword.value_or(false) && !kept_; }

std::optional<Secret> AccountState::proof(const QString& typed) const {
    if (kept_) {
        return kept_;
    }
    return typed.isEmpty() ? std::nullopt : std::optional(Secret(typed.toStdString()));
}

}  // namespace footlight::people
