#include "core/relay/hub/second_step.h"

#include "core/accounts/totp.h"
#include "core/relay/ports/second_step_store.h"

namespace footlight::relay::hub {
namespace {

tl::unexpected<Error> wrongCode() {
    return fail(ErrorCategory::Denied, "account.wrong_code",
                "The code is wrong or was used already; wait for the next one.");
}

tl::unexpected<Error> alreadyOn() {
    return fail(ErrorCategory::Conflict, "account.second_step_on",
                "Your account has a second step already; switch it off first.");
}

}  // namespace

SecondStep::SecondStep(Stores stores, net::WorkPool& database, const accounts::SecretBox& box,
                       const Clock& clock)
    : stores_(stores), database_(database), box_(box), clock_(clock) {}

net::Task<Result<Secret>> SecondStep::begin(accounts::Account account) {
    auto work = [this, user = account.id]() -> Result<Secret> {
        const auto former = stores_.secondSteps.find(user);
        if (!former) {
            return fail(former.error());
        }
        if (*former && (*former)->isOn) {
            return alreadyOn();
        }
        auto key = accounts::makeTotpKey();
        const auto stored = stores_.secondSteps.put(user, {box_.seal(key), false, 0});
        return stored ? Result<Secret>(std::move(key)) : fail(stored.error());
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<std::vector<Secret>>> SecondStep::confirm(accounts::Account account, std::string code) {
    auto work = [this, user = account.id, code]() -> Result<std::vector<Secret>> {
        const auto begun = stores_.secondSteps.find(user);
        if (!begun) {
            return fail(begun.error());
        }
        if (!*begun) {
            return fail(ErrorCategory::Conflict, "account.second_step_off",
                        "Ask for a key first, and give it to your authenticator app.");
        }
        if ((*begun)->isOn) {
            return alreadyOn();
        }
        const auto key = box_.open((*begun)->sealedKey);
        if (!key) {
            return fail(key.error());
        }
        const auto step = accounts::matchTotp(*key, code, clock_.utcNow(), 0);
        if (!step) {
            return wrongCode();
        }
        auto codes = accounts::makeRecoveryCodes();
        std::vector<std::string> hashes;
        for (const auto& one : codes) {
            hashes.push_back(accounts::recoveryCodeHash(one.reveal()));
        }
        // The codes first: nobody is asked for a second step without a way back in.
        if (auto stored = stores_.secondSteps.setRecoveryCodes(user, hashes); !stored) {
            return fail(std::move(stored.error()));
        }
        const auto stored = stores_.secondSteps.put(user, {(*begun)->sealedKey, true, *step});
        return stored ? Result<std::vector<Secret>>(std::move(codes)) : fail(stored.error());
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<>> SecondStep::switchOff(accounts::Account account) {
    auto work = [this, user = account.id] { return stores_.secondSteps.remove(user); };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<bool>> SecondStep::isOn(accounts::Account account) {
    auto work = [this, user = account.id]() -> Result<bool> {
        const auto found = stores_.secondSteps.find(user);
        return found ? Result<bool>(*found && (*found)->isOn) : fail(found.error());
    };
    co_return co_await database_.run(std::move(work));
}

Result<> SecondStep::checkNow(UserId user, const std::string& code) {
    const auto found = stores_.secondSteps.find(user);
    if (!found) {
        return fail(found.error());
    }
    if (!*found || !(*found)->isOn) {
        return {};
    }
    if (code.empty()) {
        return fail(ErrorCategory::Denied, "account.second_step",
                    "Send the `code` of your authenticator app, or a recovery code.");
    }
    const auto key = box_.open((*found)->sealedKey);
    const auto step =
        key ? accounts::matchTotp(*key, code, clock_.utcNow(), (*found)->lastStep) : std::nullopt;
    const auto used = step ? stores_.secondSteps.useStep(user, *step)
                           : stores_.secondSteps.useRecoveryCode(user, accounts::recoveryCodeHash(code));
    if (!used) {
        return fail(used.error());
    }
    return *used ? Result<>{} : wrongCode();
}

net::Task<Result<>> SecondStep::check(accounts::Account account, std::string code) {
    auto work = [this, user = account.id, code] { return checkNow(user, code); };
    co_return co_await database_.run(std::move(work));
}

}  // namespace footlight::relay::hub
