#pragma once

#include <srt/srt.h>

#include <string>

#include "core/base/result.h"
#include "core/base/secret.h"

/// Included by the .cpp files of this folder, and by the headers of its SRT parts.
namespace footlight::relay::gateway {

/// libsrt, for as long as anything of it is used; it runs threads of its own.
class SrtLibrary {
public:
    SrtLibrary();
    ~SrtLibrary();
    SrtLibrary(const SrtLibrary&) = delete;
    SrtLibrary& operator=(const SrtLibrary&) = delete;
};

/// A socket of libsrt, closed with its owner.
class SrtSocket {
public:
    explicit SrtSocket(SRTSOCKET socket = SRT_INVALID_SOCK) : socket_(socket) {}
    ~SrtSocket() { close(); }
    SrtSocket(SrtSocket&& other) noexcept;
    SrtSocket& operator=(SrtSocket&& other) noexcept;

    [[nodiscard]] SRTSOCKET value() const { return socket_; }
    [[nodiscard]] bool isOpen() const { return socket_ != SRT_INVALID_SOCK; }
    void close();

private:
    SRTSOCKET socket_;
};

/// Sets what listener and caller have in common: live mode, `latency` in milliseconds, the passphrase where
/// there is one. Invalid where the passphrase is not 10 to 79 characters long.
Result<> prepareSrt(const SrtSocket& socket, int latency, const Secret& passphrase);

/// What libsrt says of the last call of this thread.
std::string srtErrorText();
/// "10.0.0.7".
std::string srtAddressText(const sockaddr* address);
bool isLoopbackAddress(const sockaddr* address);

}  // namespace footlight::relay::gateway
