// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/badges.h"
#include "ui/style/icons.h"
#include "ui/style/textrole.h"
#include "ui/style/theme.h"
#include "ui/style/themesetting.h"
#include "ui/style/toollook.h"
#include "ui/style/translations.h"
#include "ui/widgets/sign.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace recoupe;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(double(color.redF())) + 0.7152 * channel(double(color.greenF())) +
           0.0722 * channel(double(color.blueF()));
}

//! The ratio of WCAG 2 and RGAA 3.2.
double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr double enough = 4.5;
constexpr auto tones = {Tone::Good, Tone::Bad, Tone::Warn, Tone::Note, Tone::Muted};

bool isInked(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class StyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textReadsOnItsGround_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(ColorScheme::Light);
        QTest::newRow("dark") << int(ColorScheme::Dark);
    }
    void textReadsOnItsGround()
    {
        QFETCH(int, scheme);
        const QPalette palette = themePalette(ColorScheme(scheme));
        const auto check = [&](const QColor &ink, QPalette::ColorRole ground) {
            const double ratio = contrast(ink, palette.color(ground));
            return ratio >= enough
                       ? true
                       : (qWarning() << ink.name() << palette.color(ground).name() << ratio, false);
        };
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Highlight}) {
            for (const Tone tone : tones)
                QVERIFY(check(toneColor(tone, palette), ground));
        }
        // Cards, signs and messages stand on the ground of a window, a button or a hovered one.
        for (const auto ground : {QPalette::Window, QPalette::Button, QPalette::Midlight}) {
            for (const Tone tone : tones)
                QVERIFY(check(toneColor(tone, palette), ground));
            QVERIFY(check(palette.color(QPalette::WindowText), ground));
        }
        QVERIFY(check(palette.color(QPalette::PlaceholderText), QPalette::Window));
        QVERIFY(check(palette.color(QPalette::Link), QPalette::Window));
        QVERIFY(check(palette.color(QPalette::LinkVisited), QPalette::Base));
        QVERIFY(check(palette.color(QPalette::Text), QPalette::AlternateBase));
        QVERIFY(check(palette.color(QPalette::Text), QPalette::Base));
        QVERIFY(check(palette.color(QPalette::WindowText), QPalette::Window));
        QVERIFY(check(palette.color(QPalette::ButtonText), QPalette::Button));
        QVERIFY(check(palette.color(QPalette::HighlightedText), QPalette::Highlight));
        QVERIFY(check(palette.color(QPalette::PlaceholderText), QPalette::Base));
        QVERIFY(check(palette.color(QPalette::Link), QPalette::Base));
        QVERIFY(contrast(palette.color(QPalette::Text), differenceTint(palette)) >= enough);
        QVERIFY(contrast(palette.color(QPalette::ToolTipText),
                         palette.color(QPalette::ToolTipBase)) >= enough);
    }

    void everyBadgeHasItsDrawing()
    {
        for (const QString &badge : knownBadges()) {
            const QString name = QString(badge).replace(u'/', u'-');
            QVERIFY2(QFileInfo::exists(QStringLiteral(":/icons/%1.svg").arg(name)),
                     qPrintable(name));
        }
    }

    void drawingsTakeTheColourAskedFor()
    {
        for (const QString &file : QDir(QStringLiteral(":/icons")).entryList()) {
            if (file == QStringLiteral("recoupe.svg"))
                continue;
            const QIcon icon = tintedIcon(QFileInfo(file).completeBaseName(), Tone::Bad);
            const QColor color = toneColor(Tone::Bad, QGuiApplication::palette());
            const QImage image = icon.pixmap(QSize(24, 24)).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    inked += pixel.alpha() > 200;
                    QVERIFY2(pixel.alpha() < 200 || std::abs(pixel.red() - color.red()) < 3,
                             qPrintable(file));
                }
            }
            QVERIFY2(inked > 10, qPrintable(file));
        }
    }

    void edgesAndFocusRingsStandOut_data() { textReadsOnItsGround_data(); }
    //! 3:1 is what WCAG 2 asks of what is no text.
    void edgesAndFocusRingsStandOut()
    {
        QFETCH(int, scheme);
        const QPalette palette = themePalette(ColorScheme(scheme));
        for (const auto ground :
             {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::Highlight})
            QVERIFY(contrast(palette.color(QPalette::Link), palette.color(ground)) >= 3);
        for (const auto ground : {QPalette::Window, QPalette::Base})
            QVERIFY(contrast(palette.color(QPalette::Dark), palette.color(ground)) >= 3);
    }

    void chosenThemeIsKeptAndWornAtOnce()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat);
        {
            ThemeSetting theme(*qApp, settings);
            QCOMPARE(theme.choice(), ThemeChoice::System);
            const QSignalSpy chosen(&theme, &ThemeSetting::chosen);
            theme.choose(ThemeChoice::Dark);
            QCOMPARE(chosen.size(), 1);
            QCOMPARE(colorSchemeOf(QGuiApplication::palette()), ColorScheme::Dark);
        }
        ThemeSetting theme(*qApp, settings);
        QCOMPARE(theme.choice(), ThemeChoice::Dark);
        QCOMPARE(colorSchemeOf(QGuiApplication::palette()), ColorScheme::Dark);
        theme.choose(ThemeChoice::Light);
        QCOMPARE(colorSchemeOf(QGuiApplication::palette()), ColorScheme::Light);
        theme.choose(ThemeChoice::Dark);
        theme.choose(ThemeChoice::System); // offscreen has none of its own: light
        QCOMPARE(colorSchemeOf(QGuiApplication::palette()), ColorScheme::Light);
    }

    void unknownThemeIsThatOfTheSystem()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/theme"), QStringLiteral("mauve"));
        QCOMPARE(ThemeSetting(*qApp, settings).choice(), ThemeChoice::System);
    }

    void iconsAndSignsOfAnOpenWindowTakeTheNewColours()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("reglages.ini")), QSettings::IniFormat);
        ThemeSetting theme(*qApp, settings);
        QToolButton button;
        button.setIcon(themedIcon(QStringLiteral("settings")));
        button.setIconSize(QSize(48, 48));
        Sign sign(48);
        sign.setIcon(badgeIcon(QStringLiteral("control/discrepancy")));
        for (const auto &[choice, scheme] : {std::pair(ThemeChoice::Dark, ColorScheme::Dark),
                                             std::pair(ThemeChoice::Light, ColorScheme::Light)}) {
            theme.choose(choice);
            const QPalette palette = themePalette(scheme);
            QVERIFY(isInked(button.grab().toImage(), palette.color(QPalette::ButtonText)));
            QVERIFY(isInked(sign.grab().toImage(), toneColor(Tone::Bad, palette)));
        }
    }

    void flatPartsSayWhatIsOnAndWhereTheKeysAre_data() { textReadsOnItsGround_data(); }
    void flatPartsSayWhatIsOnAndWhereTheKeysAre()
    {
        QFETCH(int, scheme);
        applyTheme(*qApp, ColorScheme(scheme));
        const QPalette palette = themePalette(ColorScheme(scheme));
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *bar = new QToolBar;
        setToolLook(bar, ToolLook::Pages);
        auto *list = new QListView;
        layout->addWidget(bar);
        layout->addWidget(list);
        const auto button = [bar](const QString &text, bool isOn) {
            QAction *action = bar->addAction(text);
            action->setCheckable(true);
            action->setChecked(isOn);
            return bar->widgetForAction(action);
        };
        QWidget *shown = button(QStringLiteral("Accueil"), true);
        QWidget *other = button(QStringLiteral("Contrôle"), false);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        QVERIFY(isInked(shown->grab().toImage(), palette.color(QPalette::Highlight)));
        QVERIFY(!isInked(other->grab().toImage(), palette.color(QPalette::Highlight)));
        QCOMPARE(shown->width(), other->width());
        list->setFocus();
        QCOMPARE(list->grab().toImage().pixelColor(0, 0), palette.color(QPalette::Link));
        other->setFocus();
        QCOMPARE(list->grab().toImage().pixelColor(0, 0), palette.color(QPalette::Mid));
        QVERIFY(isInked(other->grab().toImage(), palette.color(QPalette::Link)));
    }

    //! The words must not run into the arrow, however short the button is.
    void arrowOfAMenuHasRoomOfItsOwn_data()
    {
        QTest::addColumn<ToolLook>("look");
        QTest::newRow("raised") << ToolLook::Raised;
        QTest::newRow("in a bar") << ToolLook::Commands;
    }
    void arrowOfAMenuHasRoomOfItsOwn()
    {
        QFETCH(ToolLook, look);
        applyTheme(*qApp, ColorScheme::Light);
        QToolButton button;
        setToolLook(&button, look);
        button.setText(QStringLiteral("Vues"));
        const int wordsWidth = button.fontMetrics().horizontalAdvance(button.text());
        const int withoutMenu = button.sizeHint().width();
        QMenu menu;
        button.setMenu(&menu);
        button.setPopupMode(QToolButton::InstantPopup);
        button.resize(button.sizeHint());
        QVERIFY(button.width() > withoutMenu);
        QVERIFY(button.width() >= wordsWidth + 20);

        button.setText({}); // what is left is the arrow
        const QImage image = button.grab().toImage();
        const QColor ground = image.pixelColor(image.width() / 4, image.height() / 2);
        const int middle = image.height() / 2;
        int left = image.width();
        int right = 0;
        for (int x = 4; x < image.width() - 4; ++x) { // within the edges
            if (image.pixelColor(x, middle) == ground)
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
        }
        QVERIFY2(left > wordsWidth + 4, qPrintable(QString::number(left)));
        QVERIFY(right > left);
    }

    void textsTakeTheLookOfTheirRole()
    {
        applyTheme(*qApp, ColorScheme::Light);
        QLabel plain(QStringLiteral("137"));
        QLabel figure(QStringLiteral("137"));
        setTextRole(&figure, TextRole::Figure);
        QVERIFY(figure.sizeHint().height() > plain.sizeHint().height());
        QLabel hint(QStringLiteral("dont 97"));
        setTextRole(&hint, TextRole::Hint);
        QVERIFY(isInked(hint.grab().toImage(),
                        themePalette(ColorScheme::Light).color(QPalette::PlaceholderText)));
    }

    void standardButtonsSpeakFrench()
    {
        QVERIFY2(installTranslations(*QCoreApplication::instance()),
                 "Qt's French translation is missing: install qt6-translations-l10n.");
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"),
                 QStringLiteral("Annuler"));
    }
};

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
