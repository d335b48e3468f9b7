#include "core/relay/hub/picture_size.h"

#include <gtest/gtest.h>

#include "tests/support/pictures.h"

namespace footlight::relay::hub {
namespace {

using namespace std::string_literals;

TEST(PictureSize, IsReadFromTheHead) {
    EXPECT_EQ(pictureSizeOf(tests::pngOf(640, 70'000)), (PictureSize{640, 70'000}));
    EXPECT_EQ(pictureSizeOf(tests::jpegOf(1'920, 1'080)), (PictureSize{1'920, 1'080}));
    EXPECT_EQ(pictureSizeOf(tests::webpOf(66'000, 300)), (PictureSize{66'000, 300}));
    EXPECT_EQ(pictureSizeOf("RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\x30\x01\0\x9d\x01\x2a\x80\x42\xe0\x01"s +
                            std::string(4, '\0')),
              (PictureSize{0x280, 0x1e0}))
        << "two bits of each side tell how it is scaled";
    EXPECT_EQ(pictureSizeOf("RIFF\x20\0\0\0WEBPVP8L\x14\0\0\0\x2f\x7f\xc2\x77\0"s + std::string(8, '\0')),
              (PictureSize{0x280, 0x1e0}));
}

TEST(PictureSize, OfAGifIsThatOfItsScreen) {
    EXPECT_EQ(gifSizeOf(tests::gifOf(640, 300)), (PictureSize{640, 300}));
    EXPECT_FALSE(gifSizeOf(tests::gifOf(640, 300).substr(0, 9)));
    EXPECT_FALSE(gifSizeOf(tests::pngOf(640, 300)));
}

TEST(PictureSize, NothingOfWhatEndsTooEarlyOrIsNone) {
    for (const auto& whole :
         {tests::pngOf(64, 64).substr(0, 24), tests::jpegOf(64, 64).substr(0, 18), tests::webpOf(64, 64)}) {
        for (std::size_t length = 0; length < whole.size(); ++length) {
            EXPECT_FALSE(pictureSizeOf(whole.substr(0, length))) << length;
        }
    }
    EXPECT_FALSE(pictureSizeOf("GIF89a\x01\0\x01\0"s));
    EXPECT_FALSE(pictureSizeOf("\xff\xd8\xff\xda\0\x08"s + std::string(20, '\0')))
        << "a scan without a frame";
    EXPECT_FALSE(pictureSizeOf("\xff\xd8\xff\xc0\0\x02"s + std::string(20, '\0'))) << "a frame of nothing";
}

}  // namespace
}  // namespace footlight::relay::hub
