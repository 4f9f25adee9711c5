// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of the README. Where RECOUPE_SCREENSHOTS names a folder they are made there anew,
// else in a temporary one: they can always be made, and the README shows all of them.
#include "services/backoffice.h"
#include "ui/dialogparts.h"
#include "ui/exports/exportspage.h"
#include "ui/style/themesetting.h"
#include "ui/style/translations.h"
#include "ui/widgets/jobprogress.h"
#include "ui/windowfixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace recoupe;

namespace {

constexpr int waitMs = 60'000;
constexpr int fewestColours = 20; // an empty page has fewer
constexpr QSize usual(1280, 800);
constexpr QSize wide(1920, 1080);
const QString toCorrect = QStringLiteral("SE_0000060221");

using Show = std::function<void(WindowFixture &)>;

struct Picture
{
    QString name;
    Show show;
    ThemeChoice theme = ThemeChoice::Light;
    QSize size = usual;
};

//! What is in the base: a fortnight of work on the demonstration's data, by services.
class FortnightOfWork
{
public:
    explicit FortnightOfWork(const QString &folder)
        : m_folder(folder)
    {
    }

    [[nodiscard]] QString url() const
    {
        return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("carif.recoupe"));
    }
    [[nodiscard]] static QString operatorName() { return QStringLiteral("Odile Chabrol"); }

    void prepare() const
    {
        issueFirstEdition();
        BackOffice office(url(), operatorName(), Clock{BackOffice::demoDay()});
        QVERIFY(office.open());
        changeRecruitment(office);
        send(office);
    }

private:
    void issueFirstEdition() const
    {
        BackOffice office(url(), operatorName(), Clock{BackOffice::demoDay().addDays(-14)});
        QVERIFY(office.open());
        QVERIFY(office.loadDemo());
        QVERIFY(office.decisions().activateConforming());
        const QString pdf = m_folder.filePath(QStringLiteral("tableau.pdf"));
        const QString reason = QStringLiteral("Édition de la quinzaine");
        QVERIFY(office.editions().issue({office.clock().today(), {pdf}, reason}));
    }

    //! What the next edition differs by.
    static void changeRecruitment(BackOffice &office)
    {
        const WorkspacePtr workspace = office.workspace().value();
        QList<SessionKey> active;
        for (const CheckedSession &session : workspace->sessions) {
            if (session.stored.active && session.stored.recruitment == RecruitmentState::Open)
                active << session.key();
        }
        QVERIFY(active.size() > 12);
        DecisionService decisions = office.decisions();
        QVERIFY(decisions.setRecruitment(active.mid(2, 4), RecruitmentState::Suspended));
        QVERIFY(decisions.setRecruitment(active.mid(8, 3), RecruitmentState::Closed));
        QVERIFY(decisions.setAside(active.mid(11, 1), ReturnReason::Cancelled));
    }

    //! Three partners have their files; the next ones of Parcours H wait for an answer.
    void send(BackOffice &office) const
    {
        QMap<QString, QString> destinations;
        for (const Partner partner : {Partner::Portal, Partner::Aude, Partner::ParcoursH}) {
            const QString token = toToken(partner);
            QVERIFY(m_folder.mkpath(token));
            destinations.insert(QStringLiteral("partner/%1/transport").arg(token),
                                QStringLiteral("folder"));
            destinations.insert(QStringLiteral("partner/%1/address").arg(token),
                                m_folder.filePath(token));
        }
        destinations.insert(QStringLiteral("partner/parcoursh/max-fall"), QStringLiteral("1"));
        QVERIFY(office.decisions().changeSettings(destinations));
        for (const Partner partner : {Partner::Portal, Partner::Aude, Partner::ParcoursH})
            QVERIFY(office.exports().send({partner, {}, {}, {}}));
        const WorkspacePtr workspace = office.workspace().value();
        QList<SessionKey> sent;
        for (const CheckedSession &session : workspace->sessions) {
            if (session.audience.table && session.audience.parcoursH)
                sent << session.key();
        }
        QVERIFY(sent.size() > 4);
        QVERIFY(office.decisions().deactivate(sent.last(4)));
        QVERIFY(office.exports().send({Partner::ParcoursH, {}, {}, {}}));
    }

    QDir m_folder;
};

void waitFor(const std::function<bool()> &condition, const char *what)
{
    if (!QTest::qWaitFor(condition, waitMs))
        qFatal("Not shown: %s", what);
}

void turnTo(WindowFixture &fixture, const char *page)
{
    fixture.action(QString::fromLatin1(page))->trigger();
}

QDialog &opened(WindowFixture &fixture, const char *action)
{
    turnTo(fixture, action);
    const auto isOpen = [] { return qobject_cast<QDialog *>(QApplication::activeWindow()); };
    waitFor([&] { return isOpen() != nullptr; }, action);
    QDialog &dialog = *isOpen();
    const auto jobs = dialog.findChildren<JobProgress *>();
    waitFor([&] { return std::ranges::none_of(jobs, &QWidget::isVisible); }, action);
    return dialog;
}

void waitForRows(const QWidget &parent, const char *view)
{
    const auto *shown = in<QAbstractItemView>(parent, view);
    waitFor([shown] { return shown->model() && shown->model()->rowCount() > 0; }, view);
}

void showControl(WindowFixture &fixture)
{
    turnTo(fixture, "showControl");
    fixture.select(toCorrect);
    const auto *title = fixture.inControl<QWidget>(QStringLiteral("sessionSubtitle"));
    waitFor([title] { return title->property("text").toString().contains(toCorrect); },
            "the session");
}

void showEdition(WindowFixture &fixture)
{
    turnTo(fixture, "showTable");
    waitFor([&] { return fixture.action(QStringLiteral("compareEditions"))->isEnabled(); },
            "the edition");
}

void showComparison(WindowFixture &fixture)
{
    showEdition(fixture);
    waitForRows(opened(fixture, "compareEditions"), "differenceView");
}

void showMailing(WindowFixture &fixture)
{
    showEdition(fixture);
    waitForRows(opened(fixture, "mailTable"), "mailingTargets");
}

void showExports(WindowFixture &fixture)
{
    turnTo(fixture, "showExports");
    fixture.window().findChild<ExportsPage *>()->choosePartner(Partner::ParcoursH);
    const auto *question = in<QLabel>(fixture.window(), "questionText");
    waitFor([question] { return question->isVisible(); }, "the question");
}

void showDifferences(WindowFixture &fixture)
{
    showExports(fixture);
    waitForRows(opened(fixture, "exportDifferences"), "exportDifferenceView");
}

void showExchangeSettings(WindowFixture &fixture)
{
    showExports(fixture);
    opened(fixture, "exchangeSettings");
}

void showJournal(WindowFixture &fixture)
{
    turnTo(fixture, "showJournal");
    waitForRows(fixture.window(), "journal");
}

void showSettings(WindowFixture &fixture)
{
    turnTo(fixture, "showControl");
    opened(fixture, "checkSettings");
}

void showPersons(WindowFixture &fixture)
{
    turnTo(fixture, "showHome");
    QDialog &dialog = opened(fixture, "personalData");
    auto *field = in<QLineEdit>(dialog, "personSearch");
    field->setText(QStringLiteral("Sauzedde"));
    QTest::keyClick(field, Qt::Key_Return);
    waitForRows(dialog, "personPlaces");
}

//! All data moved to another base.
void showDatabase(WindowFixture &fixture)
{
    turnTo(fixture, "showHome");
    QDialog &dialog = opened(fixture, "chooseDatabase");
    auto *path = in<QLineEdit>(dialog, "path");
    path->setText(QFileInfo(path->text()).dir().filePath(QStringLiteral("nouvelle.recoupe")));
    in<QPushButton>(dialog, "moveDatabase")->click();
    waitForRows(dialog, "databaseTables");
}

//! The window with what stands on it, each dialog framed as by a desktop.
QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (const QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<const QDialog *>(widget);
        if (!dialog || !dialog->isVisible())
            continue;
        const QPoint corner((window.width() - dialog->width()) / 2,
                            (window.height() - dialog->height()) / 2);
        painter.drawPixmap(corner, const_cast<QDialog *>(dialog)->grab());
        painter.setPen(dialog->palette().color(QPalette::Dark));
        painter.drawRect(QRect(corner, dialog->size()).adjusted(-1, -1, 0, 0));
    }
    return picture;
}

//! The colours of an image that can be told apart, the most frequent first: of those that are
//! alike, the most frequent alone.
QList<QRgb> coloursOf(const QImage &image)
{
    constexpr int frequent = 96;
    constexpr QRgb alike = 0xfff0f0f0;
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QList<QRgb> colours = counts.keys();
    std::ranges::sort(colours, [&](QRgb a, QRgb b) {
        return std::pair(counts.value(b), b) < std::pair(counts.value(a), a);
    });
    QSet<QRgb> known;
    colours.removeIf([&, position = 0](QRgb colour) mutable {
        const bool isKnown = known.contains(colour & alike);
        known.insert(colour & alike);
        return ++position > frequent && isKnown;
    });
    return colours;
}

//! A third of the size, with no difference to the eye.
QImage withFewColours(const QImage &image, const QList<QRgb> &colours)
{
    const qsizetype count = std::min<qsizetype>(colours.size(), 256);
    return image.convertToFormat(QImage::Format_Indexed8, colours.first(count),
                                 Qt::ThresholdDither | Qt::AvoidDither);
}

QList<Picture> pictures()
{
    const QList<std::pair<QString, Show>> pages{
        {QStringLiteral("accueil"), [](WindowFixture &fixture) { turnTo(fixture, "showHome"); }},
        {QStringLiteral("controle"), showControl},
        {QStringLiteral("notifications"),
         [](WindowFixture &fixture) { turnTo(fixture, "showAwards"); }},
        {QStringLiteral("tableau"), showEdition},
        {QStringLiteral("exports"), showExports},
        {QStringLiteral("journal"), showJournal},
    };
    QList<Picture> all{
        {QStringLiteral("comparaison-clair-1280"), showComparison},
        {QStringLiteral("envoi-clair-1280"), showMailing},
        {QStringLiteral("differences-clair-1280"), showDifferences},
        {QStringLiteral("echanges-clair-1280"), showExchangeSettings},
        {QStringLiteral("reglages-clair-1280"), showSettings},
        {QStringLiteral("personnes-clair-1280"), showPersons},
        {QStringLiteral("base-clair-1280"), showDatabase},
    };
    for (const auto &[name, show] : pages) {
        all.append({name + QStringLiteral("-clair-1280"), show});
        all.append({name + QStringLiteral("-clair-1920"), show, ThemeChoice::Light, wide});
        all.append({name + QStringLiteral("-sombre-1280"), show, ThemeChoice::Dark});
        all.append({name + QStringLiteral("-sombre-1920"), show, ThemeChoice::Dark, wide});
    }
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Picture)

class ScreenshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_fixture.reset(); }
    void readmeShowsThemAll();
    void pictureIsMade_data();
    void pictureIsMade();

private:
    QTemporaryDir m_folder{QDir::temp().filePath(QStringLiteral("carif-XXXXXX"))};
    QDir m_pictures;
    std::unique_ptr<WindowFixture> m_fixture;
};

void ScreenshotsTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    installTranslations(*qApp); // the standard buttons
    m_pictures = QDir(qEnvironmentVariable("RECOUPE_SCREENSHOTS", m_folder.path()));
    QVERIFY(m_pictures.exists());
    const FortnightOfWork work(m_folder.path());
    work.prepare();
    m_fixture = std::make_unique<WindowFixture>(work.url(), FortnightOfWork::operatorName());
    m_fixture->settings().setValue(QStringLiteral("files/folder"), m_folder.path());
}

void ScreenshotsTest::readmeShowsThemAll()
{
    QFile readme(QStringLiteral(RECOUPE_SOURCE_DIR "README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    static const QRegularExpression link(
        QStringLiteral("resources/screenshots/([a-z]+-(?:clair|sombre)-\\d+)\\.png"));
    QStringList shown;
    auto matches = link.globalMatch(QString::fromUtf8(readme.readAll()));
    while (matches.hasNext())
        shown << matches.next().captured(1);
    QStringList made;
    for (const Picture &picture : pictures())
        made << picture.name;
    shown.removeDuplicates();
    shown.sort();
    made.sort();
    QCOMPARE(shown, made);
}

void ScreenshotsTest::pictureIsMade_data()
{
    QTest::addColumn<Picture>("picture");
    for (const Picture &picture : pictures())
        QTest::newRow(qPrintable(picture.name)) << picture;
}

void ScreenshotsTest::pictureIsMade()
{
    QFETCH(const Picture, picture);
    MainWindow &window = m_fixture->window();
    m_fixture->theme().choose(picture.theme);
    window.resize(picture.size);
    m_fixture->action(QStringLiteral("filterPaneAction"))->setChecked(picture.size == wide);
    picture.show(*m_fixture);
    QCoreApplication::processEvents(); // laid out and painted once
    const QImage shown = pictureOf(window).toImage();
    QCOMPARE(shown.size(), picture.size);
    const QList<QRgb> colours = coloursOf(shown);
    QVERIFY(colours.size() > fewestColours);
    QVERIFY(withFewColours(shown, colours)
                .save(m_pictures.filePath(picture.name + QStringLiteral(".png"))));
    for (QDialog *dialog : window.findChildren<QDialog *>())
        dialog->close();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

QTEST_MAIN(ScreenshotsTest)
#include "tst_screenshots.moc"
