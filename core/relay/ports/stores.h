#pragma once

namespace footlight::relay {

class AccountStore;
class SessionStore;
class ChannelStore;
class FollowStore;
class BroadcastStore;
class MessageStore;
class TargetStore;
class InputStore;
class RecordingStore;

/// Everything that the hub keeps on disk.
struct Stores {
    AccountStore& accounts;
    SessionStore& sessions;
    ChannelStore& channels;
    BroadcastStore& broadcasts;
    MessageStore& messages;
    TargetStore& targets;
    InputStore& inputs;
    RecordingStore& recordings;
    FollowStore& follows;
};

}  // namespace footlight::relay
