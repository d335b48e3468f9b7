#pragma once

#include <optional>
#include <utility>

#include "core/rtmp/protocol/chunk_reader.h"
#include "core/rtmp/protocol/chunk_writer.h"
#include "core/rtmp/protocol/command.h"
#include "core/rtmp/protocol/control.h"
#include "core/rtmp/protocol/handshake.h"

namespace footlight::rtmp {

/// What both sides of a connection have in common: the handshake, messages in and out, acknowledgements and
/// pings, which it answers by itself. Owned by a peer.
template <typename Handshake>
class MessageLink {
public:
    MessageLink(Handshake handshake, MessageLimits limits) : handshake_(handshake), reader_(limits) {}

    /// The bytes must stay where they are until next() has returned nothing or keep() was called.
    void feed(ByteView bytes) {
        acknowledgements_.received(bytes.size());
        if (!isOpen_) {
            unread_ = bytes;
            return;
        }
        reader_.feed(bytes);
        if (const auto count = acknowledgements_.due()) {
            sendControl(MessageType::Acknowledgement, control::number(*count));
        }
    }

    void beginHandshake() { handshake_.begin(output_); }

    /// True once the handshake is done: with the call that ends it, and ever after.
    Result<bool> shakeHands() {
        if (!isOpen_) {
            const auto done = handshake_.receive(unread_, output_);
            if (!done) {
                return fail(done.error());
            }
            isOpen_ = *done;
            if (isOpen_) {
                reader_.feed(unread_);
            }
        }
        return isOpen_;
    }

    /// The next message that asks for more than an answer which goes without saying.
    Result<std::optional<Message>> next() {
        for (;;) {
            auto message = reader_.next();
            if (!message || !*message || !answers(**message)) {
                return message;
            }
        }
    }

    void keep() { reader_.keep(); }
    void setLimits(MessageLimits limits) { reader_.setLimits(limits); }
    void setChunkSize(std::uint32_t size) { writer_.setChunkSize(size, output_); }

    void send(ChunkStreamId chunkStream, const MessageHeader& header, ByteView head, ByteView body = {}) {
        writer_.write(chunkStream, header, head, body, output_);
    }
    void sendCommand(std::uint32_t streamId, const Command& command) {
        send(ChunkStreamId::Command, {MessageType::CommandAmf0, streamId, 0}, writeCommand(command));
    }
    void sendControl(MessageType type, ByteView body) { send(ChunkStreamId::Control, {type, 0, 0}, body); }
    void sendUserControl(control::Event event, std::uint32_t value) {
        sendControl(MessageType::UserControl, control::userControl({event, value}));
    }

    [[nodiscard]] Bytes takeOutput() { return std::exchange(output_, {}); }

private:
    bool answers(const Message& message) {
        if (message.header.type == MessageType::WindowAckSize) {
            acknowledgements_.setWindow(control::readNumber(message.payload).value_or(0));
            return true;
        }
        if (message.header.type != MessageType::UserControl) {
            return false;
        }
        const auto read = control::readUserControl(message.payload);
        if (read && read->event == control::Event::PingRequest) {
            sendUserControl(control::Event::PingResponse, read->value);
        }
        return true;
    }

    Handshake handshake_;
    bool isOpen_ = false;
    ByteView unread_;  ///< behind the handshake, in what was fed
    ChunkReader reader_;
    ChunkWriter writer_;
    control::AcknowledgementCounter acknowledgements_;
    Bytes output_;
};

}  // namespace footlight::rtmp
