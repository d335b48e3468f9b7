#include <gtest/gtest.h>

#include <QApplication>

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");  // also where CTest only asks for the list of cases
    QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
