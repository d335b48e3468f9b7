#include "core/rtmp/protocol/amf0.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

// What is read is written and read again as the same.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto values = rtmp::amf0::readAll({data, size});
    if (values) {
        const Bytes written = rtmp::amf0::writeAll(*values);
        const auto again = rtmp::amf0::readAll(written);
        fuzz::require(again.has_value());
        fuzz::require(rtmp::amf0::writeAll(*again) == written);
    }
    return 0;
}
