#include "ui/theme/footlight_style.h"

#include <QApplication>

#include "ui/theme/metrics.h"

namespace footlight::theme {

FootlightStyle::FootlightStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int FootlightStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ToolBarIconSize:
            return kIconSize;
        case PM_SliderLength:
            return kGap16;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FootlightStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* result) const {
    switch (hint) {
        case SH_ToolTip_WakeUpDelay:
            return 500;
        case SH_UnderlineShortcut:
            return 0;
        case SH_Slider_AbsoluteSetButtons:
            return Qt::LeftButton;
        default:
            return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

int motionDuration() { return QApplication::isEffectEnabled(Qt::UI_General) ? kMotionMs : 0; }

}  // namespace footlight::theme
