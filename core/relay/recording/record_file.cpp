#include "core/relay/recording/record_file.h"

#include <boost/json.hpp>

namespace footlight::relay::recording {
namespace {

namespace json = boost::json;

std::string_view nameOf(Visibility visibility) {
    switch (visibility) {
        case Visibility::Public:
            return "public";
        case Visibility::Unlisted:
            return "unlisted";
        case Visibility::Protected:
            return "protected";
    }
    return "protected";
}

/// A word that we do not know locks rather than opens.
Visibility visibilityOf(std::string_view name) {
    return name == nameOf(Visibility::Public)     ? Visibility::Public
           : name == nameOf(Visibility::Unlisted) ? Visibility::Unlisted
                                                  : Visibility::Protected;
}

json::object policyOf(const ChannelPolicy& policy) {
    return {{"graceMs", policy.grace.count()},
            {"recorded", policy.isRecorded},
            {"visibility", nameOf(policy.visibility)},
            {"slate", policy.slate},
            {"rtmpPlay", policy.allowsRtmpPlay}};
}

/// Reads members of an object; remembers whether one was missing or of another kind.
class Members {
public:
    explicit Members(const json::object& object) : object_(object) {}

    std::string text(std::string_view name) {
        const auto* value = object_.if_contains(name);
        isWhole_ = isWhole_ && value != nullptr && value->is_string();
        return isWhole_ ? std::string(value->get_string()) : std::string();
    }
    std::int64_t number(std::string_view name) {
        const auto* value = object_.if_contains(name);
        isWhole_ = isWhole_ && value != nullptr && value->is_int64();
        return isWhole_ ? value->get_int64() : 0;
    }
    bool truth(std::string_view name) {
        const auto* value = object_.if_contains(name);
        isWhole_ = isWhole_ && value != nullptr && value->is_bool();
        return isWhole_ && value->get_bool();
    }
    template <typename Id>
    Id id(std::string_view name) {
        const auto parsed = Id::parse(text(name));
        isWhole_ = isWhole_ && parsed;
        return parsed.value_or(Id{});
    }
    [[nodiscard]] bool isWhole() const { return isWhole_; }

private:
    const json::object& object_;
    bool isWhole_ = true;
};

}  // namespace

std::string printRecord(const RecordFile& file) {
    const auto& record = file.record;
    json::object object{{"channel", record.channel},
                        {"channelId", record.channelId.text()},
                        {"broadcast", record.broadcast.text()},
                        {"policy", policyOf(record.policy)},
                        {"startedAt", toMilliseconds(record.startedAt)},
                        {"targetDuration", record.targetDuration.count()},
                        {"partTarget", record.partTarget.count()},
                        {"multivariant", record.multivariant}};
    if (file.endedAt) {
        object["endedAt"] = toMilliseconds(*file.endedAt);
    }
    return json::serialize(object) + "\n";
}

Result<RecordFile> parseRecord(std::string_view text) {
    boost::system::error_code error;
    const auto parsed = json::parse(text, error);
    const auto* object = error ? nullptr : parsed.if_object();
    const auto* policy = object != nullptr ? object->if_contains("policy") : nullptr;
    if (policy == nullptr || !policy->is_object()) {
        return fail(ErrorCategory::Corrupt, "recording.record", "record.json is no record of a broadcast");
    }
    Members members(*object);
    RecordFile file;
    file.record.channel = members.text("channel");
    file.record.channelId = members.id<ChannelId>("channelId");
    file.record.broadcast = members.id<BroadcastId>("broadcast");
    file.record.startedAt = utcFromMilliseconds(members.number("startedAt"));
    file.record.targetDuration = media::MediaTime{members.number("targetDuration")};
    file.record.partTarget = media::MediaTime{members.number("partTarget")};
    file.record.multivariant = members.text("multivariant");
    if (object->contains("endedAt")) {
        file.endedAt = utcFromMilliseconds(members.number("endedAt"));
    }
    Members chosen(policy->get_object());
    file.record.policy.grace = std::chrono::milliseconds{chosen.number("graceMs")};
    file.record.policy.isRecorded = chosen.truth("recorded");
    file.record.policy.visibility = visibilityOf(chosen.text("visibility"));
    file.record.policy.slate = chosen.text("slate");
    file.record.policy.allowsRtmpPlay = chosen.truth("rtmpPlay");
    if (!members.isWhole() || !chosen.isWhole()) {
        return fail(ErrorCategory::Corrupt, "recording.record", "record.json lacks something");
    }
    return file;
}

}  // namespace footlight::relay::recording
