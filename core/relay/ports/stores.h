#pragma once

namespace footlight::relay {

class AccountStore;
class SessionStore;
class ChannelStore;
struct CommunityStores;
class FollowStore;
class InvitationStore;
class SecondStepStore;
class BroadcastStore;
class MessageStore;
class TargetStore;
class InputStore;
class RecordingStore;
class RoomStore;

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
    SecondStepStore& secondSteps;
    InvitationStore& invitations;
    CommunityStores& community;
    RoomStore& rooms;
};

/// The same by two connections.
struct StoresPair {
    Stores main;
    Stores reading;  ///< writes nothing; for questions that take long, on a thread of their own
};

}  // namespace footlight::relay
