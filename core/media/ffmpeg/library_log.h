#pragma once

namespace footlight::media::ffmpeg {

/// Silences the libraries' own lines on standard error, for the whole process and everything in it that uses
/// them: what goes wrong comes as our errors. For main, once.
void silenceLibraries();

}  // namespace footlight::media::ffmpeg
