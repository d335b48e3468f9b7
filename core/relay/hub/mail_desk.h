#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/accounts/secret_box.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/community_options.h"
#include "core/relay/jobs/job_runner.h"
#include "core/relay/ports/address_store.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// People's e-mail addresses, the codes that verify them and open forgotten accounts, and every mail that the
/// relay sends. Two are handed over at a time, on workers of its own. Lives on the hub's loop.
class MailDesk {
public:
    MailDesk(net::Executor executor, Stores stores, net::WorkPool& database, const accounts::SecretBox& box,
             const CommunityOptions& options, std::function<void()> wakeJobs, const Clock& clock,
             Logger logger);

    /// Conflict (relay.no_mail) where the operator has named no server, Invalid (account.email). A code goes
    /// to the address, good for 24 h; the former address counts until it comes back. One mail in ten minutes
    /// for an address: the one before is as good. Denied (account.too_many_codes) where it is not, beyond ten
    /// a day, and beyond three a day to an address, whoever asks.
    [[nodiscard]] net::Task<Result<>> changeAddress(accounts::Account account, std::string address);
    /// The former address is told. Denied (account.wrong_code), Conflict (account.email_taken).
    [[nodiscard]] net::Task<Result<>> verify(Secret code);
    [[nodiscard]] net::Task<Result<std::optional<std::string>>> addressOf(accounts::Account account);
    /// The address is told.
    [[nodiscard]] net::Task<Result<>> removeAddress(accounts::Account account);

    /// Sends a code, good for an hour, where the address is somebody's; who asks cannot tell. One in ten
    /// minutes for an address, and ten a day. Conflict (relay.no_mail), Invalid (account.email).
    Result<> forgotten(const std::string& address);
    /// Whose code it is: it is worth nothing from now on. Denied (account.wrong_code).
    [[nodiscard]] net::Task<Result<accounts::Account>> redeem(Secret code);

    /// The work of jobs: "mail" tells a person news, "mail.code" sends a code, "mail.former" tells an address
    /// that it is nobody's any more. By the job's id, in `Message-ID`, the receiver knows a mail that comes a
    /// second time.
    [[nodiscard]] net::Task<jobs::Attempt> sendNews(jobs::Job job);
    [[nodiscard]] net::Task<jobs::Attempt> sendCode(jobs::Job job);
    [[nodiscard]] net::Task<jobs::Attempt> sendFarewell(jobs::Job job);

    /// Ends conversations with the server that are under way.
    void stop() { isStopping_ = true; }
    [[nodiscard]] net::Task<> close();

private:
    Result<> requireServer() const;
    /// What the keys begin with of the codes that count together.
    struct CodeKeys {
        std::string together;
        std::string own;
    };
    Result<> addCode(const MailedCode& code, const CodeKeys& keys, std::chrono::milliseconds goodFor);
    Result<> verifyNow(const std::string& codeHash);
    Result<> removeNow(UserId user);
    /// Tells the address that it is the user's no more.
    Result<> addFarewell(UserId user, const std::string& address);
    Result<> remind(const std::string& folded);
    [[nodiscard]] net::Task<> remindLater(std::string folded);
    [[nodiscard]] net::Task<jobs::Attempt> send(std::string to, std::string subject, std::string text,
                                                JobId id);

    Stores stores_;
    net::WorkPool& database_;
    const accounts::SecretBox& box_;
    CommunityOptions options_;
    std::function<void()> wakeJobs_;
    const Clock& clock_;
    Logger logger_;
    std::atomic<bool> isStopping_{false};
    net::WorkPool sending_{2, 64};
    net::TaskGroup tasks_;
};

}  // namespace footlight::relay::hub
