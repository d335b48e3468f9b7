#pragma once

#include <QString>

namespace footlight::theme {

struct Tokens;

/// The application's style sheet with the colours of `tokens` filled in.
QString styleSheet(const Tokens& tokens);

}  // namespace footlight::theme
