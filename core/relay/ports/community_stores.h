#pragma once

namespace footlight::relay {

class JobStore;

/// What the hub keeps of what people are to one another, and of what is to be told to them.
struct CommunityStores {
    JobStore& jobs;
};

}  // namespace footlight::relay
