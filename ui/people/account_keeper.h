#pragma once

#include <optional>

#include "core/base/secret.h"
#include "core/client/reply.h"
#include "core/wire/account.h"

namespace footlight::people {

/// Who signs us in and remembers that between runs: the app. Its replies come on the window's thread.
class AccountKeeper {
public:
    virtual ~AccountKeeper() = default;

    /// Remembered for the next start. Denied "account.second_step" where a code is wanted too.
    virtual void signIn(const wire::SignInRequest& request, client::Reply<> reply) = 0;
    virtual void signUp(const wire::SignUpRequest& request, client::Reply<> reply) = 0;
    /// At the relay of this computer, which knows its owner without a password.
    virtual void signInAsOwner(client::Reply<> reply) = 0;
    [[nodiscard]] virtual bool isOwnRelay() const = 0;
    virtual void signOut() = 0;

    /// Of an account that the app made by itself: nobody else knows it. Nothing where a person chose it.
    virtual void readPassword(client::Reply<std::optional<Secret>> reply) = 0;
    /// A person has chosen one: it is remembered by its session alone.
    virtual void passwordChanged() = 0;
    /// There is no account any more; none is made in its place.
    virtual void accountDeleted() = 0;
};

}  // namespace footlight::people
