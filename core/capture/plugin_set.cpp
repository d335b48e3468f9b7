#include "core/capture/plugin_set.h"

#include <dlfcn.h>
#include <obs.h>

#include <algorithm>
#include <filesystem>

namespace footlight::capture {

namespace fs = std::filesystem;

namespace {

/// The folder of the libobs that this process runs with: its plugins lie beside it.
fs::path libraryFolder() {
    Dl_info info{};
    if (dladdr(reinterpret_cast<void*>(&obs_startup), &info) == 0 || info.dli_fname == nullptr) {
        return {};
    }
    std::error_code error;
    return fs::canonical(info.dli_fname, error).parent_path();
}

/// The share folder that goes with a library folder: the nearest ancestor that has share/obs.
fs::path shareFolderOf(fs::path library) {
    std::error_code error;
    for (; !library.empty() && library != library.root_path(); library = library.parent_path()) {
        if (auto share = library / "share/obs/obs-plugins"; fs::is_directory(share, error)) {
            return share;
        }
    }
    return {};
}

void addFolder(std::vector<std::string>& folders, const fs::path& folder) {
    if (!folder.empty() && std::find(folders.begin(), folders.end(), folder.string()) == folders.end()) {
        folders.push_back(folder.string());
    }
}

std::string dataFolderOf(const std::vector<std::string>& folders, const std::string& name) {
    std::error_code error;
    for (const auto& folder : folders) {
        if (auto path = fs::path(folder) / name; fs::is_directory(path, error)) {
            return path.string();
        }
    }
    return {};
}

}  // namespace

std::string_view packageOf(std::string_view plugin) {
    return plugin == "linux-pipewire" || plugin == "linux-alsa" || plugin == "vlc-video" ? "obs-plugins"
                                                                                         : "obs-studio";
}

PluginSet::PluginSet(std::vector<std::string> folders, Logger logger)
    : folders_(std::move(folders)), dataFolders_(folders_), logger_(std::move(logger)) {
    const auto library = libraryFolder();
    addFolder(folders_, library / "obs-plugins");
    addFolder(dataFolders_, shareFolderOf(library));
    addFolder(folders_, FOOTLIGHT_OBS_PLUGINS);
    addFolder(dataFolders_, FOOTLIGHT_OBS_PLUGIN_DATA);
}

void PluginSet::load(std::string_view name) {
    const std::string module(name);
    const auto data = dataFolderOf(dataFolders_, module);
    std::error_code error;
    for (const auto& folder : folders_) {
        const auto path = fs::path(folder) / (module + ".so");
        if (!fs::exists(path, error)) {
            continue;
        }
        obs_module_t* opened = nullptr;
        const int code = obs_open_module(&opened, path.c_str(), data.c_str());
        if (code == MODULE_SUCCESS && obs_init_module(opened)) {
            failures_[module].clear();
            return;
        }
        failures_[module] = "The plugin " + path.string() + " could not be started (libobs code " +
                            std::to_string(code) + "); reinstall the package " +
                            std::string(packageOf(name)) + ".";
        logger_.warning("{}", failures_[module]);
        return;
    }
    failures_[module] = "Needs the libobs plugin \"" + module + "\"; install the package " +
                        std::string(packageOf(name)) + " and start again.";
    logger_.warning("plugin {} not found in {} folders", module, folders_.size());
}

void PluginSet::finishLoading() { obs_post_load_modules(); }

bool PluginSet::isLoaded(std::string_view name) const {
    const auto entry = failures_.find(name);
    return entry != failures_.end() && entry->second.empty();
}

std::string PluginSet::whyNot(std::string_view name) const {
    const auto entry = failures_.find(name);
    return entry == failures_.end() ? "Needs the libobs plugin \"" + std::string(name) + "\"."
                                    : entry->second;
}

}  // namespace footlight::capture
