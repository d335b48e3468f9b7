#include "core/media/bitstream/flv_file.h"

#include <gtest/gtest.h>

#include "core/media/bitstream/flv_tag.h"

namespace footlight::media::flv {
namespace {

using std::chrono::milliseconds;

Bytes file(const std::vector<FileTag>& tags) {
    Bytes bytes = fileHeader(true, true);
    for (const FileTag& tag : tags) {
        const Bytes one = fileTag(tag.type, tag.time, tag.body).value();
        bytes.insert(bytes.end(), one.begin(), one.end());
    }
    return bytes;
}

const std::vector<FileTag> kTags{{FileTagType::Data, milliseconds(0), {2, 0, 1, 'x'}},
                                 {FileTagType::Video, milliseconds(40), {0x17, 1, 0, 0, 0, 9, 9}},
                                 {FileTagType::Audio, milliseconds(0xFEDCBA98LL), {0xAF, 1, 7}},
                                 {FileTagType::Audio, milliseconds(5), {}}};

void expectSame(const FileTag& read, const FileTag& written) {
    EXPECT_EQ(read.type, written.type);
    EXPECT_EQ(read.time, written.time);
    EXPECT_EQ(read.body, written.body);
}

/// Feeds `bytes` in steps of `step`; what came out.
std::vector<FileTag> readAll(const Bytes& bytes, std::size_t step) {
    FileReader reader;
    std::vector<FileTag> tags;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        reader.feed(ByteView(bytes).subspan(at, std::min(step, bytes.size() - at)));
        for (auto tag = reader.next().value(); tag; tag = reader.next().value()) {
            tags.push_back(std::move(*tag));
        }
    }
    EXPECT_EQ(reader.position(), bytes.size());
    return tags;
}

TEST(FlvFile, WhatIsWrittenIsReadInPiecesOfAnySize) {
    const Bytes bytes = file(kTags);
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
        const auto tags = readAll(bytes, step);
        ASSERT_EQ(tags.size(), kTags.size()) << step;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            expectSame(tags[i], kTags[i]);
        }
    }
}

TEST(FlvFile, HeadAndPayloadMakeOneBody) {
    const Bytes payload{1, 2, 3};
    Bytes bytes = fileHeader(true, false);
    const Bytes tag = fileTag(FileTagType::Video, milliseconds(7),
                              frameHeader(Codec::H264, 0, true, milliseconds(80)), payload)
                          .value();
    bytes.insert(bytes.end(), tag.begin(), tag.end());
    const auto tags = readAll(bytes, bytes.size());
    ASSERT_EQ(tags.size(), 1U);
    const auto parsed = parseVideo(tags[0].body);
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(parsed->at(0).isKeyFrame);
    EXPECT_EQ(parsed->at(0).compositionOffset, milliseconds(80));
    EXPECT_EQ(Bytes(parsed->at(0).payload.begin(), parsed->at(0).payload.end()), payload);
}

TEST(FlvFile, AFileThatWasCutKeepsItsWholeTags) {
    Bytes bytes = file(kTags);
    bytes.resize(bytes.size() - 4 - 11 - 4 - 1);  // into the third tag
    FileReader reader;
    reader.feed(bytes);
    expectSame(reader.next().value().value(), kTags[0]);
    expectSame(reader.next().value().value(), kTags[1]);
    EXPECT_FALSE(reader.next().value());
}

TEST(FlvFile, UnknownTagsAndALongFileHeaderArePassedOver) {
    Bytes bytes = file({kTags[1]});
    bytes[8] = 12;  // three bytes more in front of the first trailer
    bytes.insert(bytes.begin() + 9, {0, 0, 0});
    Bytes unknown = fileTag(FileTagType::Data, milliseconds(1), Bytes(300, 1)).value();
    unknown[0] = 15;
    bytes.insert(bytes.begin() + 16, unknown.begin(), unknown.end());
    for (const std::size_t step : {std::size_t{1}, bytes.size()}) {
        const auto tags = readAll(bytes, step);
        ASSERT_EQ(tags.size(), 1U);
        expectSame(tags[0], kTags[1]);
    }
}

TEST(FlvFile, WhatIsNoFlvIsRefusedForGood) {
    FileReader reader;
    reader.feed(bytesOf("\x1A\x45\xDF\xA3matroska"));
    EXPECT_EQ(reader.next().error().category(), ErrorCategory::Corrupt);
    EXPECT_EQ(reader.next().error().category(), ErrorCategory::Corrupt);
    Bytes encrypted = file({kTags[1]});
    encrypted[13] |= 0x20;
    FileReader other;
    other.feed(encrypted);
    EXPECT_EQ(other.next().error().category(), ErrorCategory::Unsupported);
}

TEST(FlvFile, AFrameThatIsTooLargeIsNotWritten) {
    EXPECT_EQ(fileTag(FileTagType::Video, milliseconds(0), Bytes(1 << 24)).error().category(),
              ErrorCategory::Invalid);
    EXPECT_TRUE(fileTag(FileTagType::Video, milliseconds(0), Bytes((1 << 24) - 1)));
}

}  // namespace
}  // namespace footlight::media::flv
