#pragma once

namespace footlight::chatui {

/// Makes a ChatView a list of lines for screen readers, each with its text, from now on.
void installChatAccessibility();

}  // namespace footlight::chatui
