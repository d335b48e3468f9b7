#pragma once

namespace footlight::relay {

class AccountStore;
class SessionStore;
class ChannelStore;
class BroadcastStore;
class MessageStore;

/// Everything that the hub keeps on disk.
struct Stores {
    AccountStore& accounts;
    SessionStore& sessions;
    ChannelStore& channels;
    BroadcastStore& broadcasts;
    MessageStore& messages;
};

}  // namespace footlight::relay
