#pragma once

#include <boost/system/error_code.hpp>
#include <string>

#include "core/base/error.h"

struct ssl_st;

namespace footlight::net {

/// OpenSSL's own words for what went wrong last on this thread; empty where it has none.
std::string tlsWords();

/// Why a handshake failed: Denied where the certificate is not to be trusted, Closed where the peer went,
/// else Corrupt.
Error handshakeError(ssl_st* tls, const boost::system::error_code& error);

}  // namespace footlight::net
