#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/chat/message.h"
#include "core/store/row.h"

namespace footlight::store {

/// The columns of messages and of what they speak of, in the order of messageColumns(), as a statement reads
/// them.
struct MessageRow {
    std::string id;
    std::string channel;
    std::string user;
    std::string name;
    std::string text;
    long long at = 0;
    std::string mentions;
    std::string emotes;
    long long editedAt = 0;
    std::string replyTo;
    std::string parentUser;
    std::string parentName;
    std::string parentText;
    std::string role;

    /// The statement reads into this row, which must outlive it.
    void exchangeWith(soci::statement& select);
    [[nodiscard]] chat::Message message() const;
};

/// Whether what was cleared or hidden is quoted: by recordings alone.
enum class Quoting : std::uint8_t { WhatIsShown, Everything };

/// To be followed by WHERE; speaks of deleted messages as well, but never of those of deleted people.
std::string messageColumns(Quoting quoting);

std::string columnFrom(const std::vector<chat::Person>& people);
std::string columnFrom(const std::vector<chat::Emote>& emotes);
std::string columnFrom(chat::Role role);
chat::Role roleFrom(const std::string& text);

}  // namespace footlight::store
