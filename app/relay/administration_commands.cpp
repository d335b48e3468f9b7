#include "app/relay/administration_commands.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "app/relay/relay_settings.h"
#include "app/shared/private_files.h"
#include "core/relay/hub/administration.h"
#include "core/store/database.h"

namespace footlight::app {

using relay::hub::Administration;

namespace {

/// Turns the terminal's echo off while it lives.
class SilentTerminal {
public:
    SilentTerminal() : isTerminal_(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (isTerminal_) {
            termios silent = before_;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
        }
    }
    ~SilentTerminal() {
        if (isTerminal_) {
            ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
            std::fputs("\n", stderr);
        }
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    [[nodiscard]] bool isTerminal() const { return isTerminal_; }

private:
    termios before_{};
    bool isTerminal_;
};

Secret readPassword() {
    const SilentTerminal terminal;
    if (terminal.isTerminal()) {
        std::fputs("Password: ", stderr);
    }
    std::string password;
    std::getline(std::cin, password);
    return Secret(std::move(password));
}

void printKey(const std::string& sentence, const Secret& key) {
    std::printf("%s The key is shown this once:\n%s\n", sentence.c_str(), key.reveal().c_str());
}

Result<> addUser(Administration& administration, const std::string& name) {
    auto added = administration.addUser(name, readPassword());
    if (added) {
        std::printf("The account %s is made.\n", name.c_str());
    }
    return added;
}

Result<> addChannel(Administration& administration, const std::string& name) {
    const auto key = administration.addChannel(name);
    if (!key) {
        return fail(key.error());
    }
    printKey("The channel " + name + " is made. Publish to rtmp://HOST:1935/live with this stream key.",
             *key);
    return {};
}

Result<> showKey(Administration& administration, const std::string& channel) {
    const auto info = administration.keyInfo(channel);
    if (!info) {
        return fail(info.error());
    }
    if (!*info) {
        std::printf("The channel %s has no stream key yet; make one with: footlight-relay key rotate %s\n",
                    channel.c_str(), channel.c_str());
        return {};
    }
    std::printf(
        "The channel %s has a stream key with the fingerprint %s, made %s.\n"
        "Keys are stored hashed, so the key itself cannot be shown; make a new one with: "
        "footlight-relay key rotate %s\n",
        channel.c_str(), (*info)->fingerprint.c_str(), toIso8601((*info)->createdAt).c_str(),
        channel.c_str());
    return {};
}

Result<> rotateKey(Administration& administration, const std::string& channel) {
    const auto key = administration.rotateKey(channel);
    if (!key) {
        return fail(key.error());
    }
    printKey("The channel " + channel + " has a new stream key; the old one is refused from now on.", *key);
    return {};
}

Result<> perform(Administration& administration, const CommandLine& line) {
    switch (line.verb) {
        case Verb::UserAdd:
            return addUser(administration, line.name);
        case Verb::ChannelAdd:
            return addChannel(administration, line.name);
        case Verb::KeyShow:
            return showKey(administration, line.name);
        case Verb::KeyRotate:
            return rotateKey(administration, line.name);
        case Verb::Serve:
            break;
    }
    return {};
}

}  // namespace

Result<> administrate(const CommandLine& line) {
    if (auto prepared = preparePrivateFolder(line.settings.text("relay.data")); !prepared) {
        return prepared;
    }
    auto database = store::Database::open(databaseFile(line.settings));
    if (!database) {
        return fail(std::move(database.error()));
    }
    const SystemClock clock;
    Administration administration((*database)->stores(), clock);
    return perform(administration, line);
}

}  // namespace footlight::app
