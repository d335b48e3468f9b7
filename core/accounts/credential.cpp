#include "core/accounts/credential.h"

namespace footlight::accounts {

Secret makeSessionToken() { return Secret::random(256); }

Secret makeStreamKey() { return Secret::random(160); }

Secret makeInvitation() { return Secret::random(128); }

std::string fingerprint(std::string_view keyHash) { return std::string(keyHash.substr(0, 8)); }

}  // namespace footlight::accounts
