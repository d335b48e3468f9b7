#include "core/relay/hub/request.h"

#include "core/relay/hub/frame.h"

namespace footlight::relay::hub {

void RoomRequest::done(std::optional<std::string> text) const {
    if (nonce) {
        member->deliver(frame(wire::Done{*nonce, std::move(text)}), Priority::Normal);
    }
}

MessageWriter::Done RoomRequest::whenWritten(std::optional<std::string> text, Undo undo) const {
    return [weak = std::weak_ptr(member), where = std::weak_ptr(room), nonce = nonce, text = std::move(text),
            undo = std::move(undo)](const Result<>& written) {
        const auto changed = written || !undo ? nullptr : where.lock();
        if (changed) {
            undo(*changed);
        }
        const auto receiver = weak.lock();
        if (!receiver || (written && !nonce)) {
            return;
        }
        const auto answer = written ? wire::ServerMessage(wire::Done{*nonce, text})
                                    : wire::ServerMessage(errorMessage(written.error(), nonce));
        receiver->deliver(frame(answer), Priority::Normal);
    };
}

}  // namespace footlight::relay::hub
