#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace footlight::mail {

/// One mail, plain text in UTF-8.
struct Message {
    std::string from;      ///< the address alone
    std::string fromName;  ///< may be empty
    std::string to;        ///< the address alone
    std::string subject;
    std::string text;
    std::string id;  ///< what stands before the @ of the Message-ID: by it a receiver knows a second copy
    UtcTime at{};
};

/// The mail as it goes over the wire (RFC 5322, RFC 2047, RFC 2045): lines of CR LF, the text in base64, so
/// that no line is too long and none begins with a dot.
std::string format(const Message& message);

/// Local part and host of 1 to 254 printable ASCII characters with one @, and nothing that could end a header
/// or an SMTP command. Invalid says so.
Result<> checkAddress(std::string_view address);

/// The form by which addresses are compared: the host's case does not count, nor, in practice, the rest's.
std::string foldAddress(std::string_view address);

}  // namespace footlight::mail
