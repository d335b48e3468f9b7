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

}  // namespace footlight::relay
