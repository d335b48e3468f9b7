#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/chat/message.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// Who has which name; remembers 10,000 of those that were asked for. On the hub's loop.
class People {
public:
    static constexpr std::size_t kRemembered = 10'000;

    People(Stores stores, net::WorkPool& database, const Clock& clock)
        : stores_(stores), database_(database), clock_(clock) {}

    /// Those of the names that somebody has, in their order. Where the disk does not answer, those that are
    /// known without it.
    [[nodiscard]] net::Task<std::vector<chat::Person>> find(std::vector<std::string> names);
    /// NotFound (`chat.no_such_person`).
    [[nodiscard]] net::Task<Result<chat::Person>> findOne(std::string name);

    /// Nobody is known by this name any more.
    void forget(const std::string& name);

private:
    struct Known {
        std::optional<chat::Person> person;  ///< absent: nobody has the name
        SteadyTime at;
    };
    [[nodiscard]] const Known* known(const std::string& name) const;
    void remember(const std::vector<std::string>& names, const std::vector<chat::Person>& found);

    Stores stores_;
    net::WorkPool& database_;
    const Clock& clock_;
    std::map<std::string, Known> known_;
};

}  // namespace footlight::relay::hub
