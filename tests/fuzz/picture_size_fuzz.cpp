#include <string_view>

#include "core/relay/hub/picture_size.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

// What follows the head changes nothing of what the head says.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto known = relay::hub::pictureSizeOf(input);
    if (known) {
        fuzz::require(relay::hub::pictureSizeOf(std::string(input) + "more") == known);
    }
    return 0;
}
