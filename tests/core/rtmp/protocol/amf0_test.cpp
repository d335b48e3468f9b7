#include "core/rtmp/protocol/amf0.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace footlight::rtmp::amf0 {

using tests::fromHex;
using tests::toHex;

namespace {

ErrorCategory refusalOf(const Bytes& bytes) {
    const auto values = readAll(bytes);
    EXPECT_FALSE(values);
    return values ? ErrorCategory::NeedMoreInput : values.error().category();
}

Bytes nested(int depth, const std::string& opening) {
    Bytes bytes;
    for (int i = 0; i < depth; ++i) {
        const Bytes one = fromHex(opening);
        bytes.insert(bytes.end(), one.begin(), one.end());
    }
    return bytes;
}

std::vector<Value> oneOfEach() {
    const Object object{{"name", "value"}, {"nested", Object{{"deep", 1.5}}}, {"empty", Object{}}};
    return {"connect",
            1.0,
            true,
            false,
            Null{},
            Value(),
            Date{1.7e12},
            object,
            Object({{"width", 1280.0}}, true),
            Array{1.0, "two", Array{}},
            std::string(70'000, 'x')};
}

}  // namespace

TEST(Amf0, WritesWhatTheSpecificationShows) {
    EXPECT_EQ(toHex(writeAll({"live", 2.5, true, Null{}, Value()})),
              "0200046c69766500400400000000000001010506");
    EXPECT_EQ(toHex(writeAll({Object{{"a", "b"}}})), "0300016102000162000009");
    EXPECT_EQ(toHex(writeAll({Object({{"a", "b"}}, true)})), "080000000100016102000162000009");
}

TEST(Amf0, EveryTypeIsReadBackAsItWasWritten) {
    const Limits limits{16, 1024, 256, 100'000};
    const auto values = readAll(writeAll(oneOfEach()), limits);
    ASSERT_TRUE(values) << values.error().text();
    EXPECT_EQ(*values, oneOfEach());
}

TEST(Amf0, CutAnywhereIsCorruptOrShorterButNeverWrong) {
    const auto all = oneOfEach();
    const std::vector<Value> values(all.begin(), all.end() - 1);
    const Bytes whole = writeAll(values);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto read = readAll(ByteView(whole).first(length));
        if (read) {
            EXPECT_LT(read->size(), values.size()) << length;
            EXPECT_TRUE(std::equal(read->begin(), read->end(), values.begin())) << length;
        } else {
            EXPECT_EQ(read.error().category(), ErrorCategory::Corrupt) << length;
        }
    }
}

TEST(Amf0, TypedObjectsAndXmlAreReadAsObjectsAndText) {
    const auto values = readAll(fromHex("10 0003 466f6f 0001 61 05 000009  0f 00000002 6869"));
    ASSERT_TRUE(values) << values.error().text();
    ASSERT_EQ(values->size(), 2U);
    EXPECT_TRUE(values->at(0).object()->find("a")->isNull());
    EXPECT_EQ(*values->at(1).text(), "hi");
}

TEST(Amf0, APropertyMayHaveNoName) {
    const auto values = readAll(fromHex("03 0000 05 0001 62 0101 000009"));
    ASSERT_TRUE(values) << values.error().text();
    EXPECT_EQ(values->at(0).object()->properties.size(), 2U);
}

TEST(Amf0, TheLastOfTwoPropertiesOfOneNameCounts) {
    const Object object{{"a", 1.0}, {"a", 2.0}};
    EXPECT_EQ(*object.find("a")->number(), 2.0);
    EXPECT_EQ(object.find("b"), nullptr);
}

TEST(Amf0, SixteenLevelsAreTakenAndSeventeenAreNot) {
    const auto closed = [](int depth) {
        Bytes bytes = nested(depth - 1, "0a00000001");
        bytes.push_back(5);
        return bytes;
    };
    EXPECT_TRUE(readAll(closed(16)));
    EXPECT_EQ(refusalOf(closed(17)), ErrorCategory::Corrupt);
}

TEST(Amf0, TwentyThousandNestedValuesAreRefusedWithoutHarm) {
    EXPECT_EQ(refusalOf(nested(20'000, "0a00000001")), ErrorCategory::Corrupt);
    EXPECT_EQ(refusalOf(nested(20'000, "03000161")), ErrorCategory::Corrupt);
    EXPECT_EQ(refusalOf(nested(20'000, "0800000001000161")), ErrorCategory::Corrupt);
}

TEST(Amf0, TwoHundredFiftySixPropertiesAreTakenAndOneMoreIsNot) {
    Object object;
    for (int i = 0; i < 256; ++i) {
        object.properties.push_back({"p" + std::to_string(i), Null{}});
    }
    EXPECT_TRUE(readAll(writeAll({object})));
    object.properties.push_back({"last", Null{}});
    EXPECT_EQ(refusalOf(writeAll({object})), ErrorCategory::Corrupt);
}

TEST(Amf0, FourKibibytesOfTextAreTakenAndOneByteMoreIsNot) {
    EXPECT_TRUE(readAll(writeAll({std::string(4'096, 'a')})));
    EXPECT_EQ(refusalOf(writeAll({std::string(4'097, 'a')})), ErrorCategory::Corrupt);
}

TEST(Amf0, AnAnnouncedLengthAllocatesNothing) {
    EXPECT_EQ(refusalOf(fromHex("0a ffffffff")), ErrorCategory::Corrupt);
    EXPECT_EQ(refusalOf(fromHex("0c ffffffff 61")), ErrorCategory::Corrupt);
    EXPECT_EQ(refusalOf(nested(2'000, "05")), ErrorCategory::Corrupt) << "over 1024 values";
}

TEST(Amf0, Amf3ReferencesAndUnknownTypesAreUnsupported) {
    for (const char* bytes : {"11 0a0b01", "07 0001", "04", "0e", "ff", "09"}) {
        EXPECT_EQ(refusalOf(fromHex(bytes)), ErrorCategory::Unsupported) << bytes;
    }
}

}  // namespace footlight::rtmp::amf0
