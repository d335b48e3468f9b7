#pragma once

#include <QProxyStyle>

namespace footlight::theme {

/// Our habits on top of Qt's own widgets: 20 px icons, no mnemonic underlines until Alt, unhurried tool tips,
/// and no motion where the system asks for none.
class FootlightStyle final : public QProxyStyle {
public:
    FootlightStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override;
};

/// How long what appears or moves may take, in milliseconds: 120, or 0 where motion is not wanted.
int motionDuration();

}  // namespace footlight::theme
