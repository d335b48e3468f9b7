#pragma once

namespace footlight::relay {

class AccountDataStore;
class AddressStore;
class FriendStore;
class JobStore;
class NotificationStore;
class PageStore;
class ScheduleStore;
class WebhookStore;

/// What the hub keeps of what people are to one another, and of what is to be told to them.
struct CommunityStores {
    JobStore& jobs;
    NotificationStore& notifications;
    WebhookStore& webhooks;
    AddressStore& addresses;
    FriendStore& friends;
    ScheduleStore& schedule;
    PageStore& pages;
    AccountDataStore& accountData;
};

}  // namespace footlight::relay
