#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace footlight::accounts {

/// Users and channels are named with 3 to 25 of A-Z a-z 0-9 _ - (RELIABILITY L18). Invalid says so.
Result<> checkName(std::string_view name);

/// Names that differ in case alone are the same name: the form that is compared.
std::string foldName(std::string_view name);

/// The nearest valid name to what a system calls its user: forbidden characters go, short ones become
/// "owner".
std::string nameFrom(std::string_view text);

}  // namespace footlight::accounts
