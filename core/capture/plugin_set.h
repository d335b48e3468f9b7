#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/logger.h"

namespace footlight::capture {

/// The plugins of libobs that we load, by name and from known folders only: a plugin is native code with full
/// trust. One that is missing or broken costs what it brings and nothing else.
class PluginSet {
public:
    /// `folders` are searched before those beside libobs and those it was built with.
    PluginSet(std::vector<std::string> folders, Logger logger);

    void load(std::string_view name);
    /// Leaves a plugin out that could do nothing here.
    void leaveOut(std::string_view name, std::string why) { failures_[std::string(name)] = std::move(why); }
    /// Once, after the last load().
    void finishLoading();

    [[nodiscard]] bool isLoaded(std::string_view name) const;
    /// For people: why it is not loaded, and what to install.
    [[nodiscard]] std::string whyNot(std::string_view name) const;

private:
    std::vector<std::string> folders_;
    std::vector<std::string> dataFolders_;
    std::map<std::string, std::string, std::less<>> failures_;  ///< by name; empty text: loaded
    Logger logger_;
};

/// The Debian package that brings a plugin.
std::string_view packageOf(std::string_view plugin);

}  // namespace footlight::capture
