#include "tests/support/webhook_receiver.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace footlight::tests {

WebhookReceiver::WebhookReceiver()
    : process_({"/usr/bin/python3", FOOTLIGHT_SOURCE_DIR "/tests/support/webhook_receiver.py",
                folder_.path().string()}) {
    const bool isUp = process_.waitForOutput("\n");
    std::istringstream line(process_.output());
    std::string word;
    line >> word >> port_;
    if (!isUp || word != "port") {
        throw std::runtime_error("the receiver does not start: " + process_.output());
    }
}

std::vector<std::string> WebhookReceiver::deliveries(const std::string& path) const {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::vector<std::string> all;
    for (const auto& file : files) {
        std::ifstream in(file);
        std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (jsonText(text, "path") == path) {
            all.push_back(std::move(text));
        }
    }
    return all;
}

bool WebhookReceiver::waitForDeliveries(const std::string& path, std::size_t count) const {
    return waitUntil([&] { return deliveries(path).size() >= count; });
}

std::string jsonText(const std::string& json, const std::string& name) {
    const auto key = "\"" + name + "\": \"";
    const auto at = json.find(key);
    std::string text;
    for (auto i = at == std::string::npos ? json.size() : at + key.size(); i < json.size() && json[i] != '"';
         ++i) {
        if (json[i] == '\\') {
            ++i;
        }
        text += json[i];
    }
    return text;
}

}  // namespace footlight::tests
