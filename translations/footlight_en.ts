<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BroadcastWording</name>
    <message numerus="yes">
        <source>%n frame(s) left out</source>
        <translation>
            <numerusform>%n frame left out</numerusform>
            <numerusform>%n frames left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::AttendeeModel</name>
    <message numerus="yes">
        <source>%n moderators</source>
        <translation>
            <numerusform>%n moderator</numerusform>
            <numerusform>%n moderators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n VIPs</source>
        <translation>
            <numerusform>%n VIP</numerusform>
            <numerusform>%n VIPs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::HandsStrip</name>
    <message numerus="yes">
        <source>%n hands are up</source>
        <translation>
            <numerusform>%n hand is up</numerusform>
            <numerusform>%n hands are up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::PeoplePanel</name>
    <message numerus="yes">
        <source>watching, %n guests here</source>
        <translation>
            <numerusform>watching, %n guest here</numerusform>
            <numerusform>watching, %n guests here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::PollCard</name>
    <message numerus="yes">
        <source>%n votes</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::PollMaker</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::PollOptionButton</name>
    <message numerus="yes">
        <source>%1. %2, %n votes</source>
        <translation>
            <numerusform>%1. %2, %n vote</numerusform>
            <numerusform>%1. %2, %n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::QuestionBoard</name>
    <message numerus="yes">
        <source>%1 asks: %2, %n votes</source>
        <translation>
            <numerusform>%1 asks: %2, %n vote</numerusform>
            <numerusform>%1 asks: %2, %n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::SyncStrip</name>
    <message numerus="yes">
        <source>In sync with the picture, %n to come</source>
        <translation>
            <numerusform>In sync with the picture, %n to come</numerusform>
            <numerusform>In sync with the picture, %n to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::channel::EntryDialog</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::channel::InputsSection</name>
    <message numerus="yes">
        <source>from %n address(es)</source>
        <translation>
            <numerusform>from %n address</numerusform>
            <numerusform>from %n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatView</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s), the last: %1</source>
        <translation>
            <numerusform>%n new message, the last: %1</numerusform>
            <numerusform>%n new messages, the last: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::chatui::Composer</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::chatui::Line</name>
    <message numerus="yes">
        <source>%n message(s) missed while the connection was away.</source>
        <translation>
            <numerusform>%n message missed while the connection was away.</numerusform>
            <numerusform>%n messages missed while the connection was away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) or more missed while the connection was away.</source>
        <translation>
            <numerusform>%n message or more missed while the connection was away.</numerusform>
            <numerusform>%n messages or more missed while the connection was away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::chatui::PinBar</name>
    <message numerus="yes">
        <source>%n pinned message(s)</source>
        <translation>
            <numerusform>%n pinned message</numerusform>
            <numerusform>%n pinned messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::chatui::UserCard</name>
    <message numerus="yes">
        <source>%n message(s) in sight</source>
        <translation>
            <numerusform>%n message in sight</numerusform>
            <numerusform>%n messages in sight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::models::RecordingListModel</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::people::BellButton</name>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n new</numerusform>
            <numerusform>Notifications, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::people::ProfilePage</name>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n follower</numerusform>
            <numerusform>%n followers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n recordings</source>
        <translation>
            <numerusform>Show the %n recording</numerusform>
            <numerusform>Show all %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::studio::AdviceList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
