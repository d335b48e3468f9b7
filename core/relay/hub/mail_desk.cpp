#include "core/relay/hub/mail_desk.h"

#include "core/accounts/credential.h"
#include "core/mail/message.h"
#include "core/mail/smtp.h"
#include "core/relay/hub/news.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/job_store.h"
#include "core/wire/json.h"

namespace footlight::relay::hub {
namespace {

constexpr std::chrono::hours kVerifyWithin{24};
constexpr std::chrono::hours kResetWithin{1};
constexpr std::chrono::minutes kCodeEvery{10};
constexpr std::chrono::hours kDay{24};
constexpr std::size_t kCodesADay = 10;
/// To an address that has asked for nothing, by all who name it.
constexpr std::size_t kStrangersCodesADay = 3;
constexpr auto kVerifyKeys = "verify:";
constexpr std::size_t kReminders = 100;

tl::unexpected<Error> wrongCode() {
    return fail(ErrorCategory::Denied, "account.wrong_code",
                "The code is wrong, was used already or is too old; ask for a new one.");
}

jobs::Attempt failed(const Error& error) {
    return {error.category() == ErrorCategory::Denied ? jobs::Outcome::Refused : jobs::Outcome::Failed,
            error.text(), std::nullopt};
}

/// What a job of the kind "mail.code" carries, before it is sealed: three lines.
struct CodeMail {
    MailPurpose purpose;
    std::string address;
    std::string code;
};

Secret packed(const CodeMail& mail) {
    return Secret((mail.purpose == MailPurpose::VerifyAddress ? "verify\n" : "reset\n") + mail.address +
                  "\n" + mail.code);
}

std::optional<CodeMail> unpacked(const Secret& text) {
    const auto& all = text.reveal();
    const auto first = all.find('\n');
    const auto second = first == std::string::npos ? first : all.find('\n', first + 1);
    if (second == std::string::npos) {
        return std::nullopt;
    }
    return CodeMail{all.starts_with("verify\n") ? MailPurpose::VerifyAddress : MailPurpose::ResetPassword,
                    all.substr(first + 1, second - first - 1), all.substr(second + 1)};
}

}  // namespace

MailDesk::MailDesk(net::Executor executor, Stores stores, net::WorkPool& database,
                   const accounts::SecretBox& box, const CommunityOptions& options,
                   std::function<void()> wakeJobs, const Clock& clock, Logger logger)
    : stores_(stores),
      database_(database),
      box_(box),
      options_(options),
      wakeJobs_(std::move(wakeJobs)),
      clock_(clock),
      logger_(std::move(logger)),
      tasks_(executor, logger_) {}

Result<> MailDesk::requireServer() const {
    if (options_.smtp.host.empty()) {
        return fail(ErrorCategory::Conflict, "relay.no_mail",
                    "This relay sends no mail; its owner can name a mail server (smtp.host).");
    }
    return {};
}

/// The code itself is nowhere but in the mail: the database has its hash, and the job a sealed copy until the
/// mail is out.
Result<> MailDesk::addCode(const MailedCode& code, const CodeKeys& keys, std::chrono::milliseconds goodFor) {
    auto& jobs = stores_.community.jobs;
    const auto now = clock_.utcNow();
    // Of the address and not of the account: what went there still counts when that is deleted.
    const auto target = sha256Hex(mail::foldAddress(code.address));
    const auto got = jobs.countFor(target, kVerifyKeys, now - kDay);
    if (!got) {
        return fail(got.error());
    }
    if (code.purpose == MailPurpose::VerifyAddress && *got >= kStrangersCodesADay) {
        return fail(ErrorCategory::Denied, "account.too_many_codes",
                    "Too many codes were mailed to this address today; try again tomorrow.");
    }
    const auto sent = jobs.count(keys.together, now - kDay);
    if (!sent) {
        return fail(sent.error());
    }
    if (*sent >= kCodesADay) {
        return fail(ErrorCategory::Denied, "account.too_many_codes",
                    "Too many codes were mailed today; try again tomorrow.");
    }
    const auto made = accounts::makeInvitation();
    const auto window = now.time_since_epoch() / kCodeEvery;
    const footlight::jobs::NewJob job{"mail.code", keys.together + keys.own + ":" + std::to_string(window),
                                      target, box_.seal(packed({code.purpose, code.address, made.reveal()})),
                                      now};
    const auto added = jobs.add(job, now);
    if (!added) {
        return fail(added.error());
    }
    auto& addresses = stores_.community.addresses;
    if (*added) {
        return addresses.addCode(sha256Hex(made.reveal()), code, now + goodFor);
    }
    const auto isGood = addresses.hasCode(code, now);
    if (!isGood) {
        return fail(isGood.error());
    }
    if (!*isGood) {
        return fail(ErrorCategory::Denied, "account.too_many_codes",
                    "A code went to this address in the last ten minutes; try again a little later.");
    }
    return {};
}

net::Task<Result<>> MailDesk::changeAddress(accounts::Account account, std::string address) {
    if (auto can = requireServer(); !can) {
        co_return can;
    }
    if (auto good = mail::checkAddress(address); !good) {
        co_return good;
    }
    auto work = [this, user = account.id, address] {
        const CodeKeys keys{kVerifyKeys + user.text() + ":", sha256Hex(mail::foldAddress(address))};
        return addCode({user, MailPurpose::VerifyAddress, address}, keys, kVerifyWithin);
    };
    auto done = co_await database_.run(std::move(work));
    wakeJobs_();
    co_return done;
}

Result<> MailDesk::addFarewell(UserId user, const std::string& address) {
    const auto now = clock_.utcNow();
    const footlight::jobs::NewJob job{"mail.former", "former:" + JobId::make(now).text(), user.text(),
                                      box_.seal(Secret(address)), now};
    const auto added = stores_.community.jobs.add(job, now);
    return added ? Result<>{} : fail(added.error());
}

Result<> MailDesk::verifyNow(const std::string& codeHash) {
    auto& addresses = stores_.community.addresses;
    const auto taken = addresses.takeCode(codeHash, MailPurpose::VerifyAddress, clock_.utcNow());
    if (!taken) {
        return fail(taken.error());
    }
    if (!*taken) {
        return wrongCode();
    }
    const auto& [user, purpose, address] = **taken;
    const auto folded = mail::foldAddress(address);
    const auto former = addresses.addressOf(user);
    if (!former) {
        return fail(former.error());
    }
    if (auto set = addresses.setAddress(user, address, folded); !set) {
        return set;
    }
    return *former && mail::foldAddress(**former) != folded ? addFarewell(user, **former) : Result<>{};
}

net::Task<Result<>> MailDesk::verify(Secret code) {
    auto work = [this, hash = sha256Hex(code.reveal())] { return verifyNow(hash); };
    auto done = co_await database_.run(std::move(work));
    wakeJobs_();
    co_return done;
}

net::Task<Result<std::optional<std::string>>> MailDesk::addressOf(accounts::Account account) {
    auto work = [this, user = account.id] { return stores_.community.addresses.addressOf(user); };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<>> MailDesk::removeAddress(accounts::Account account) {
    auto work = [this, user = account.id] { return removeNow(user); };
    auto done = co_await database_.run(std::move(work));
    wakeJobs_();
    co_return done;
}

Result<> MailDesk::removeNow(UserId user) {
    auto& addresses = stores_.community.addresses;
    const auto former = addresses.addressOf(user);
    if (!former) {
        return fail(former.error());
    }
    if (auto removed = addresses.removeAddress(user); !removed) {
        return removed;
    }
    return *former ? addFarewell(user, **former) : Result<>{};
}

Result<> MailDesk::forgotten(const std::string& address) {
    if (auto can = requireServer(); !can) {
        return can;
    }
    if (auto good = mail::checkAddress(address); !good) {
        return good;
    }
    // Later, so that the answer takes as long whoever's address it is; never so many that they would pile up.
    if (tasks_.size() < kReminders) {
        tasks_.spawn("a forgotten password", remindLater(mail::foldAddress(address)));
    }
    return {};
}

Result<> MailDesk::remind(const std::string& folded) {
    auto& addresses = stores_.community.addresses;
    const auto user = addresses.userOf(folded);
    if (!user || !*user) {
        return user ? Result<>{} : fail(user.error());
    }
    const auto address = addresses.addressOf(**user);
    if (!address || !*address) {
        return address ? Result<>{} : fail(address.error());
    }
    const CodeKeys keys{"forgotten:" + sha256Hex(folded), ""};
    return addCode({**user, MailPurpose::ResetPassword, **address}, keys, kResetWithin);
}

net::Task<> MailDesk::remindLater(std::string folded) {
    auto work = [this, folded] { return remind(folded); };
    if (const auto done = co_await database_.run(std::move(work)); !done) {
        logger_.warning("a code for a forgotten password could not be made: {}", done.error().text());
    }
    wakeJobs_();
}

net::Task<Result<accounts::Account>> MailDesk::redeem(Secret code) {
    auto work = [this, hash = sha256Hex(code.reveal())]() -> Result<accounts::Account> {
        const auto taken =
            stores_.community.addresses.takeCode(hash, MailPurpose::ResetPassword, clock_.utcNow());
        if (!taken) {
            return fail(taken.error());
        }
        if (!*taken) {
            return wrongCode();
        }
        const auto found = stores_.accounts.find((*taken)->user);
        if (!found) {
            return fail(found.error());
        }
        return *found ? Result<accounts::Account>((*found)->account) : wrongCode();
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<jobs::Attempt> MailDesk::sendNews(jobs::Job job) {
    const auto user = UserId::parse(job.subject);
    const auto news = wire::parse<wire::Notification>(job.payload);
    if (!user || !news) {
        jobs::Attempt refused{jobs::Outcome::Refused, "the job is damaged", std::nullopt};
        co_return refused;
    }
    auto look = [this, id = *user] { return stores_.community.addresses.addressOf(id); };
    const auto address = co_await database_.run(std::move(look));
    if (!address) {
        co_return failed(address.error());
    }
    if (!*address) {
        co_return jobs::Attempt();  // removed meanwhile: there is nobody to tell
    }
    auto text = newsText(*news);
    text.text += "\nYou get this because you chose so in " + options_.relayName + ".\n";
    co_return co_await send(**address, std::move(text.subject), std::move(text.text), job.id);
}

net::Task<jobs::Attempt> MailDesk::sendCode(jobs::Job job) {
    const auto opened = box_.open(job.payload);
    const auto mail = opened ? unpacked(*opened) : std::nullopt;
    if (!mail) {
        jobs::Attempt refused{jobs::Outcome::Refused, "the job is damaged", std::nullopt};
        co_return refused;
    }
    const bool isVerification = mail->purpose == MailPurpose::VerifyAddress;
    auto subject = isVerification ? "Your e-mail address at " + options_.relayName
                                  : "Your password at " + options_.relayName;
    auto text =
        (isVerification ? "Somebody wants mail of " + options_.relayName +
                              " to go to this address. If it was you, this code\nconfirms it within 24 "
                              "hours:\n\n    "
                        : "Somebody has forgotten the password of your account at " + options_.relayName +
                              ". If it was you, this\ncode lets you choose a new one within the hour:\n\n"
                              "    ") +
        mail->code + "\n\nIf not, nothing needs to be done.\n";
    co_return co_await send(mail->address, std::move(subject), std::move(text), job.id);
}

net::Task<jobs::Attempt> MailDesk::sendFarewell(jobs::Job job) {
    const auto address = box_.open(job.payload);
    if (!address) {
        jobs::Attempt refused{jobs::Outcome::Refused, "the job is damaged", std::nullopt};
        co_return refused;
    }
    auto subject = "Your e-mail address at " + options_.relayName;
    auto text =
        "Mail of " + options_.relayName +
        " goes to this address no more: your account there has another one now, or\nnone. If it was not "
        "you who changed that, somebody knows your password: sign in, choose a\nnew one, and end the "
        "other sessions.\n";
    co_return co_await send(address->reveal(), std::move(subject), std::move(text), job.id);
}

net::Task<jobs::Attempt> MailDesk::send(std::string to, std::string subject, std::string text, JobId id) {
    if (const auto can = requireServer(); !can) {
        co_return failed(can.error());
    }
    mail::Message message;
    message.from = options_.smtp.from;
    message.fromName = options_.relayName;
    message.to = std::move(to);
    message.subject = std::move(subject);
    message.text = std::move(text);
    message.id = id.text();
    message.at = clock_.utcNow();
    auto work = [this, mail = std::move(message)] { return mail::send(options_.smtp, mail, isStopping_); };
    const auto sent = co_await sending_.run(std::move(work));
    co_return sent ? jobs::Attempt() : failed(sent.error());
}

net::Task<> MailDesk::close() { co_await tasks_.close(); }

}  // namespace footlight::relay::hub
