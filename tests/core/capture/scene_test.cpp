#include "core/capture/scene.h"

#include <algorithm>

#include "core/capture/source_kinds.h"
#include "tests/core/capture/studio_fixture.h"

namespace footlight::capture {
namespace {

class SceneTest : public StudioFixture {
protected:
    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (const auto& source : scene_->list()) {
            all.push_back(source.name);
        }
        return all;
    }
    Property property(SourceId id, std::string_view name) {
        for (const auto& property : scene_->properties(id).value_or(std::vector<Property>{})) {
            if (property.name == name) {
                return property;
            }
        }
        ADD_FAILURE() << "no property " << name;
        return {};
    }
};

using Names = std::vector<std::string>;

TEST_F(SceneTest, EveryKindCanBeAddedOrSaysWhatIsMissing) {
    std::size_t available = 0;
    for (const auto& known : knownKinds()) {
        const auto kind = describe(known, core_->plugins());
        const auto added = scene_->addSource(kind.id, "");
        EXPECT_EQ(added.has_value(), kind.available) << kind.id;
        available += kind.available ? 1U : 0U;
        if (!kind.available) {
            EXPECT_FALSE(kind.whyNot.empty());
            EXPECT_EQ(added.error().category(), ErrorCategory::Unavailable);
            EXPECT_EQ(added.error().message(), kind.whyNot);
        }
    }
    // Xvfb has neither a window manager nor a portal; all else is there.
    EXPECT_GE(available, 9U);
    EXPECT_EQ(scene_->list().size(), available);
}

TEST_F(SceneTest, AnUnknownKindIsNotFound) {
    const auto added = scene_->addSource("no_such_kind", "x");
    ASSERT_FALSE(added.has_value());
    EXPECT_EQ(added.error().category(), ErrorCategory::NotFound);
}

TEST_F(SceneTest, TheNewestSourceIsOnTopAndNamesStayUnique) {
    add("color_source", "Colour");
    add("color_source", "Colour");
    EXPECT_EQ(names(), (Names{"Colour 2", "Colour"}));
}

TEST_F(SceneTest, SourcesMoveHideRenameAndGo) {
    const auto back = add("color_source", "back");
    const auto front = add(kTestPatternKind, "front");
    ASSERT_TRUE(scene_->move(back, Move::ToTop));
    EXPECT_EQ(names(), (Names{"back", "front"}));
    ASSERT_TRUE(scene_->setVisible(back, false));
    EXPECT_FALSE(scene_->list().front().visible);
    ASSERT_TRUE(scene_->rename(back, "curtain"));
    EXPECT_EQ(scene_->rename(front, "curtain").error().category(), ErrorCategory::Conflict);
    ASSERT_TRUE(scene_->remove(front));
    EXPECT_EQ(names(), (Names{"curtain"}));
    EXPECT_EQ(scene_->remove(front).error().category(), ErrorCategory::NotFound);
}

TEST_F(SceneTest, PropertiesAreTypedAndChecked) {
    const auto colour = add("color_source", "colour");
    EXPECT_EQ(property(colour, "color").type, PropertyType::Colour);
    ASSERT_TRUE(scene_->setProperty(colour, "color", Colour{0x112233FF}));
    EXPECT_EQ(std::get<Colour>(property(colour, "color").value), Colour{0x112233FF});
    ASSERT_TRUE(scene_->setProperty(colour, "width", std::int64_t{320}));
    EXPECT_EQ(scene_->setProperty(colour, "width", std::int64_t{-5}).error().category(),
              ErrorCategory::Invalid);
    EXPECT_EQ(scene_->setProperty(colour, "width", std::string("x")).error().category(),
              ErrorCategory::Invalid);
    EXPECT_EQ(scene_->setProperty(colour, "nothing", true).error().category(), ErrorCategory::NotFound);
}

TEST_F(SceneTest, AScreenOffersItsScreensToChooseFrom) {
    const auto screen = add(kScreenKind, "screen");
    const auto choice = property(screen, "screen");
    EXPECT_EQ(choice.type, PropertyType::NumberChoice);
    EXPECT_EQ(choice.choices.size(), 1U);
}

TEST_F(SceneTest, ASavedSceneComesBackAsItWas) {
    const auto pattern = add(kTestPatternKind, "pattern");
    add("color_source", "curtain");
    ASSERT_TRUE(scene_->setProperty(pattern, "title", std::string("Ümläut \"quoted\"")));
    ASSERT_TRUE(scene_->setVisible(pattern, false));
    const auto json = scene_->save();
    ASSERT_TRUE(scene_->remove(pattern));

    const auto leftOut = scene_->load(json);
    ASSERT_TRUE(leftOut.has_value()) << leftOut.error().text();
    EXPECT_TRUE(leftOut->empty());
    EXPECT_EQ(names(), (Names{"curtain", "pattern"}));
    EXPECT_FALSE(scene_->list().back().visible);
    EXPECT_EQ(scene_->list().back().id, pattern);
    EXPECT_EQ(std::get<std::string>(property(pattern, "title").value), "Ümläut \"quoted\"");
}

TEST_F(SceneTest, ASourceWhoseKindIsMissingIsLeftOutAndNamed) {
    add("color_source", "curtain");
    add(kTestPatternKind, "pattern");
    auto json = scene_->save();
    for (auto at = json.find("color_source"); at != std::string::npos;
         at = json.find("color_source", at + 1)) {
        json.replace(at, 12, "other_source");
    }
    const auto leftOut = scene_->load(json);
    ASSERT_TRUE(leftOut.has_value());
    EXPECT_EQ(*leftOut, (Names{"curtain"}));
    EXPECT_EQ(names(), (Names{"pattern"}));
}

TEST_F(SceneTest, WhatIsNoSavedSceneIsRefusedAndThePresentOneStays) {
    add("color_source", "curtain");
    for (const char* wrong :
         {"", "{", "[]", "{}", R"({"footlight_scene":1})", R"({"footlight_scene":1,"sources":[]})"}) {
        const auto loaded = scene_->load(wrong);
        ASSERT_FALSE(loaded.has_value()) << wrong;
        EXPECT_EQ(loaded.error().category(), ErrorCategory::Corrupt) << wrong;
    }
    EXPECT_EQ(scene_->load(R"({"footlight_scene":99,"sources":[]})").error().category(),
              ErrorCategory::Unsupported);
    EXPECT_EQ(names(), (Names{"curtain"}));
}

}  // namespace
}  // namespace footlight::capture
