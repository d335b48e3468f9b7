#include "core/rtmp/protocol/command.h"

#include <iterator>

namespace footlight::rtmp {

const std::string* Command::text(std::size_t index) const {
    return index < arguments.size() ? arguments[index].text() : nullptr;
}

const double* Command::number(std::size_t index) const {
    return index < arguments.size() ? arguments[index].number() : nullptr;
}

std::string Command::textIn(std::size_t index, std::string_view property) const {
    const amf0::Object* information = index < arguments.size() ? arguments[index].object() : nullptr;
    const amf0::Value* value = information != nullptr ? information->find(property) : nullptr;
    const std::string* found = value != nullptr ? value->text() : nullptr;
    return found != nullptr ? *found : std::string();
}

Result<Command> readCommand(const Message& message) {
    ByteView body = message.payload;
    if (message.header.type == MessageType::CommandAmf3 && !body.empty() && body[0] == 0) {
        body = body.subspan(1);
    }
    auto values = amf0::readAll(body);
    if (!values) {
        return fail(std::move(values.error()).within("reading a command"));
    }
    if (values->empty() || values->front().text() == nullptr) {
        return fail(ErrorCategory::Corrupt, "rtmp.command", "a command came without a name");
    }
    Command command;
    command.name = *values->front().text();
    if (values->size() > 1 && (*values)[1].number() != nullptr) {
        command.transaction = *(*values)[1].number();
    }
    if (values->size() > 2) {
        command.object = std::move((*values)[2]);
        command.arguments.assign(std::make_move_iterator(values->begin() + 3),
                                 std::make_move_iterator(values->end()));
    }
    return command;
}

Bytes writeCommand(const Command& command) {
    std::vector<amf0::Value> values = {command.name, command.transaction, command.object};
    values.insert(values.end(), command.arguments.begin(), command.arguments.end());
    return amf0::writeAll(values);
}

amf0::Object status(std::string_view level, std::string_view code, std::string_view description) {
    return {{"level", level}, {"code", code}, {"description", description}};
}

}  // namespace footlight::rtmp
