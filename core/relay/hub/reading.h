#pragma once

#include "core/net/async/work_pool.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// Where questions are asked that may take long: nobody's chat waits for them.
struct Reading {
    Stores stores;
    net::WorkPool& pool;
};

}  // namespace footlight::relay::hub
