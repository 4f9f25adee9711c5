// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose columns go by other names: the dialog that says which is which, on real files.
#include "ui/dialogparts.h"
#include "ui/dialogs/meanwhiledialog.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/mappingdialog.h"
#include "ui/importing/mappingheader.h"
#include "ui/widgets/recordview.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace recoupe;

namespace {

const QByteArray foreignTable = "Réf. achat;Action;Envoyé le;Ville\n"
                                "M2651401;Soudeur;01/10/2026;Thiers\n"
                                "M2651402;Maçon;02/10/2026;Brioude\n";

} // namespace

class MappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void fileWithOtherColumnsOffersToChooseThem();
    void missingColumnsAreSaidUntilAllAreChosen();
    void chosenColumnsAreImported();
    void columnsCanBeChosenFromTheKeyboard();
    void tabLeadsFromTheFieldsToTheColumnsThenToTheTable();
    void columnIsLeftAsideAgain();
    void knownColumnCanBeLeftAside();
    void profileIsSavedAndFoundAgain();
    void savingUnderATakenNameAsksFirst();
    void profileThatAColleagueChangedIsLeftAlone();
    void profileOfAnImportThatAColleagueChangedIsLeftAlone();
    void profileIsRemoved();
    void encodingAndSeparatorAreFoundOrChosen();
    void workbookHasNeitherEncodingNorSeparator();
    void unreadableFileIsSaidInPlace();
    void sesarNeedsNoFunder();
    void everyFieldHasAnAccessibleName();

private:
    //! Opens the dialog on a file and waits for its first look.
    void open(const QString &file);
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        return m_fixture->write(name, content);
    }
    template <typename Widget>
    [[nodiscard]] Widget *in(const char *name) const
    {
        return recoupe::in<Widget>(*m_dialog, name);
    }
    [[nodiscard]] QString message() const { return in<QLabel>("message")->text(); }
    [[nodiscard]] QPushButton *acceptButton() const { return in<QPushButton>("accept"); }
    //! The list above the column of that title.
    [[nodiscard]] QComboBox *choiceOf(const char *title) const;
    void choose(QComboBox *box, const QVariant &data) const;
    void map(const char *title, const char *name) const;
    void mapWhatIsNeeded() const;

    std::unique_ptr<WindowFixture> m_fixture;
    QPointer<MappingDialog> m_dialog;
};

void MappingTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
}

void MappingTest::open(const QString &file)
{
    m_fixture->dialogs().files = {file};
    m_fixture->action(QStringLiteral("importMapped"))->trigger();
    m_dialog = m_fixture->window().findChild<MappingDialog *>();
    QVERIFY(m_dialog);
    QTRY_VERIFY(!message().contains(QStringLiteral("en cours")));
}

QComboBox *MappingTest::choiceOf(const char *title) const
{
    const auto *table = in<QTableView>("preview");
    auto *header = in<MappingHeader>("mappingHeader");
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        if (table->model()->headerData(column, Qt::Horizontal) == QString::fromUtf8(title))
            return header->choiceAt(column);
    }
    qFatal("No column %s.", title);
}

void MappingTest::choose(QComboBox *box, const QVariant &data) const
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

void MappingTest::map(const char *title, const char *name) const
{
    choose(choiceOf(title), QString::fromLatin1(name));
    QTRY_COMPARE(choiceOf(title)->currentData().toString(), QString::fromLatin1(name));
}

void MappingTest::mapWhatIsNeeded() const
{
    map("Réf. achat", "numero_marche");
    map("Action", "intitule");
    map("Envoyé le", "date_notification");
    choose(in<QComboBox>("funder"), QStringLiteral("region"));
    QTRY_VERIFY2(acceptButton()->isEnabled(), qPrintable(message()));
}

void MappingTest::fileWithOtherColumnsOffersToChooseThem()
{
    m_fixture->window().importFiles({write(QStringLiteral("envoi.csv"), foreignTable)});
    const ImportDialog *import = m_fixture->triedImport();
    QVERIFY(!import->findChild<QPushButton *>(QStringLiteral("import"))->isEnabled());
    auto *columns = import->findChild<QPushButton *>(QStringLiteral("columns"));
    QVERIFY2(columns->isEnabled(), qPrintable(columns->toolTip()));
    columns->click();
    m_dialog = m_fixture->window().findChild<MappingDialog *>();
    QVERIFY(m_dialog);
    QTRY_COMPARE(in<QTableView>("preview")->model()->columnCount(), 4);
    mapWhatIsNeeded();
    acceptButton()->click();
    m_fixture->importShown(); // the same one
    QCOMPARE(m_fixture->model()->workspace()->awards.size(), 2);
}

void MappingTest::missingColumnsAreSaidUntilAllAreChosen()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    QVERIFY(message().contains(QStringLiteral("« N° de marché »")));
    QVERIFY(!acceptButton()->isEnabled());
    QCOMPARE(acceptButton()->toolTip(), message());
    map("Réf. achat", "numero_marche");
    QTRY_VERIFY(!message().contains(QStringLiteral("« N° de marché »")));
    map("Action", "intitule");
    map("Envoyé le", "date_notification");
    QTRY_VERIFY(message().contains(QStringLiteral("financeur")));
    choose(in<QComboBox>("funder"), QStringLiteral("region"));
    QTRY_VERIFY(acceptButton()->isEnabled());
}

void MappingTest::chosenColumnsAreImported()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    mapWhatIsNeeded();
    acceptButton()->click();
    m_fixture->importShown();
    auto *awards = m_fixture->window().findChild<RecordView *>(QStringLiteral("awards"));
    QCOMPARE(awards->model()->rowCount(), 2);
    const AwardNotification &award = m_fixture->model()->workspace()->awards.first();
    QCOMPARE(award.funder, Funder::Region);
    QCOMPARE(award.place, QStringLiteral("Thiers")); // found by its name
}

void MappingTest::columnsCanBeChosenFromTheKeyboard()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    QComboBox *choice = choiceOf("Action");
    choice->setFocus();
    QTest::keyClicks(choice, QStringLiteral("intit"));
    QTRY_COMPARE(choiceOf("Action")->currentData().toString(), QStringLiteral("intitule"));
    QTRY_VERIFY(!message().contains(QStringLiteral("« Intitulé »")));
    QVERIFY(choiceOf("Action")->hasFocus());
}

void MappingTest::tabLeadsFromTheFieldsToTheColumnsThenToTheTable()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    in<QComboBox>("separator")->setFocus();
    for (const char *title : {"Réf. achat", "Action", "Envoyé le", "Ville"}) {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_dialog->focusWidget(), choiceOf(title));
    }
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_dialog->focusWidget(), in<QTableView>("preview"));
}

void MappingTest::columnIsLeftAsideAgain()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    map("Action", "intitule");
    map("Action", "");
    QTRY_VERIFY(message().contains(QStringLiteral("« Intitulé »")));
}

void MappingTest::knownColumnCanBeLeftAside()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    QCOMPARE(choiceOf("Ville")->currentData().toString(), QStringLiteral("lieu"));
    map("Ville", "");
    mapWhatIsNeeded();
    acceptButton()->click();
    m_fixture->importShown();
    const AwardNotification &award = m_fixture->model()->workspace()->awards.first();
    QCOMPARE(award.place, QString());
    QCOMPARE(award.extras.value(QStringLiteral("Ville")), QStringLiteral("Thiers"));
}

void MappingTest::profileIsSavedAndFoundAgain()
{
    const QString file = write(QStringLiteral("envoi.csv"), foreignTable);
    open(file);
    mapWhatIsNeeded();
    m_fixture->dialogs().name = QStringLiteral("Mon financeur");
    in<QPushButton>("saveProfile")->click();
    QTRY_COMPARE(in<QComboBox>("profile")->currentText(), QStringLiteral("Mon financeur"));
    delete m_dialog;

    open(file);
    QTRY_COMPARE(in<QComboBox>("profile")->count(), 2);
    QVERIFY(!acceptButton()->isEnabled());
    choose(in<QComboBox>("profile"), QStringLiteral("Mon financeur"));
    QTRY_VERIFY(acceptButton()->isEnabled());
    QCOMPARE(in<QComboBox>("funder")->currentData().toString(), QStringLiteral("region"));
    QCOMPARE(choiceOf("Action")->currentData().toString(), QStringLiteral("intitule"));
}

void MappingTest::savingUnderATakenNameAsksFirst()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    m_fixture->dialogs().name = QStringLiteral("Mon financeur");
    in<QPushButton>("saveProfile")->click();
    QTRY_COMPARE(in<QComboBox>("profile")->currentText(), QStringLiteral("Mon financeur"));
    in<QPushButton>("saveProfile")->click(); // the one in use: no question
    QCOMPARE(m_fixture->dialogs().asked.size(), 2);
    QTRY_COMPARE(in<QComboBox>("profile")->currentText(), QStringLiteral("Mon financeur"));
    choose(in<QComboBox>("profile"), QString());
    m_fixture->dialogs().confirms = false;
    in<QPushButton>("saveProfile")->click();
    QCOMPARE(m_fixture->dialogs().asked.size(), 4);
    QVERIFY(m_fixture->dialogs().asked.last().text.contains(QStringLiteral("Mon financeur")));
}

void MappingTest::profileThatAColleagueChangedIsLeftAlone()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    m_fixture->dialogs().name = QStringLiteral("Mon financeur");
    in<QPushButton>("saveProfile")->click();
    QTRY_COMPARE(in<QComboBox>("profile")->currentText(), QStringLiteral("Mon financeur"));
    BackOffice paul(QStringLiteral("sqlite:") + m_fixture->path(QStringLiteral("base.recoupe")),
                    QStringLiteral("Paul"), Clock{});
    QVERIFY(paul.open());
    TableProfile theirs = paul.profiles().find(QStringLiteral("Mon financeur")).value();
    theirs.encoding = QStringLiteral("UTF-8");
    QVERIFY(paul.profiles().save(theirs));

    mapWhatIsNeeded();
    for (const char *button : {"saveProfile", "removeProfile"}) {
        in<QPushButton>(button)->click();
        QTRY_VERIFY(m_dialog->findChild<MeanwhileDialog *>());
        m_dialog->findChild<MeanwhileDialog *>()->close();
        QTRY_VERIFY(!m_dialog->findChild<MeanwhileDialog *>());
        QVERIFY(paul.profiles().find(theirs.name).value() == theirs);
    }
    in<QPushButton>("saveProfile")->click();
    QTRY_VERIFY(m_dialog->findChild<MeanwhileDialog *>());
    const QSignalSpy listed(in<QComboBox>("profile")->model(), &QAbstractItemModel::rowsInserted);
    in<QPushButton>("takeUp")->click();
    QTRY_VERIFY(!listed.isEmpty());
    // What was mapped is still there, and is saved once the other was seen.
    QCOMPARE(choiceOf("Action")->currentData().toString(), QStringLiteral("intitule"));
    const auto kept = [&] { return paul.profiles().find(theirs.name).value(); };
    in<QPushButton>("saveProfile")->click();
    QTRY_COMPARE(kept().columns.size(), 3);
    QCOMPARE(kept().encoding, QString());
}

//! What the import shows of it is as old as the import, whatever is read for the list of profiles.
void MappingTest::profileOfAnImportThatAColleagueChangedIsLeftAlone()
{
    BackOffice paul(QStringLiteral("sqlite:") + m_fixture->path(QStringLiteral("base.recoupe")),
                    QStringLiteral("Paul"), Clock{});
    TableProfile theirs;
    theirs.name = QStringLiteral("Mon financeur");
    theirs.funder = Funder::Region;
    theirs.columns = {{QStringLiteral("numero_marche"), QStringLiteral("Réf. achat")},
                      {QStringLiteral("intitule"), QStringLiteral("Action")},
                      {QStringLiteral("date_notification"), QStringLiteral("Envoyé le")}};
    QVERIFY(paul.open() && paul.profiles().save(theirs));
    m_fixture->window().importFiles({write(QStringLiteral("envoi.csv"), foreignTable)});
    const ImportDialog *import = m_fixture->triedImport();
    choose(import->findChild<QComboBox *>(QStringLiteral("profile")), theirs.name);
    const auto openColumns = [&] {
        auto *columns =
            m_fixture->triedImport()->findChild<QPushButton *>(QStringLiteral("columns"));
        QTRY_VERIFY2(columns->isEnabled(), qPrintable(columns->toolTip()));
        columns->click();
        m_dialog = m_fixture->window().findChild<MappingDialog *>();
        QVERIFY(m_dialog);
        QTRY_COMPARE(in<QTableView>("preview")->model()->columnCount(), 4);
        QTRY_COMPARE(in<QComboBox>("profile")->currentData().toString(), theirs.name);
    };
    theirs.columns.insert(QStringLiteral("lieu"), QStringLiteral("Ville"));
    QVERIFY(paul.profiles().save(theirs));
    openColumns();
    m_fixture->dialogs().name = theirs.name;
    in<QPushButton>("saveProfile")->click();
    QTRY_VERIFY(m_dialog->findChild<MeanwhileDialog *>());
    QVERIFY(paul.profiles().find(theirs.name).value() == theirs);
    const QSignalSpy listed(in<QComboBox>("profile")->model(), &QAbstractItemModel::rowsInserted);
    in<QPushButton>("takeUp")->click();
    QTRY_VERIFY(!listed.isEmpty());
    in<QPushButton>("saveProfile")->click();
    const auto kept = [&] { return paul.profiles().find(theirs.name).value(); };
    QTRY_VERIFY(!kept().columns.contains(QStringLiteral("lieu")));

    // What was saved here is no surprise, though the import was opened before.
    QTRY_VERIFY(acceptButton()->isEnabled());
    acceptButton()->click();
    QTRY_VERIFY(!m_fixture->window().findChild<MappingDialog *>());
    openColumns();
    choose(in<QComboBox>("encoding"), QStringLiteral("UTF-8"));
    in<QPushButton>("saveProfile")->click();
    QTRY_COMPARE(kept().encoding, QStringLiteral("UTF-8"));
    QVERIFY(!m_dialog->findChild<MeanwhileDialog *>());
}

void MappingTest::profileIsRemoved()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    QVERIFY(!in<QPushButton>("removeProfile")->isEnabled());
    m_fixture->dialogs().name = QStringLiteral("Mon financeur");
    in<QPushButton>("saveProfile")->click();
    QTRY_VERIFY(in<QPushButton>("removeProfile")->isEnabled());
    in<QPushButton>("removeProfile")->click();
    QTRY_COMPARE(in<QComboBox>("profile")->count(), 1);
}

void MappingTest::encodingAndSeparatorAreFoundOrChosen()
{
    open(write(QStringLiteral("envoi.csv"), "R\xe9"
                                            "f,Action\nM1,\"Soudeur, ma\xe7on\"\n"));
    QVERIFY(in<QComboBox>("encoding")->currentText().contains(QStringLiteral("Windows-1252")));
    QVERIFY(in<QComboBox>("separator")->currentText().contains(QStringLiteral("virgule")));
    QCOMPARE(in<QTableView>("preview")->model()->columnCount(), 2);
    choose(in<QComboBox>("separator"), QChar(u';'));
    QTRY_COMPARE(in<QTableView>("preview")->model()->columnCount(), 1);
}

void MappingTest::workbookHasNeitherEncodingNorSeparator()
{
    open(WindowFixture::demoFile(QStringLiteral("notifications-agefiph.xlsx")));
    QVERIFY(!in<QComboBox>("encoding")->isEnabled());
    QVERIFY(!in<QComboBox>("separator")->isEnabled());
    QVERIFY(in<QLabel>("found")->text().contains(QStringLiteral("feuille")));
    QVERIFY(in<QTableView>("preview")->model()->rowCount() > 0);
}

void MappingTest::unreadableFileIsSaidInPlace()
{
    open(m_fixture->path(QStringLiteral("absent.csv")));
    QVERIFY2(message().contains(QStringLiteral("absent.csv")), qPrintable(message()));
    QVERIFY(!acceptButton()->isEnabled());
}

void MappingTest::sesarNeedsNoFunder()
{
    open(write(QStringLiteral("sesar.csv"), "Réf.;date_debut;date_fin\n"
                                            "M2651401;01/03/2027;30/06/2027\n"));
    choose(in<QComboBox>("kind"), int(TableKind::Sesar));
    QTRY_VERIFY(!in<QComboBox>("funder")->isEnabled());
    map("Réf.", "numero_marche");
    QTRY_VERIFY(acceptButton()->isEnabled());
    acceptButton()->click();
    m_fixture->importShown();
    QCOMPARE(m_fixture->model()->workspace()->declarations.size(), 1);
}

void MappingTest::everyFieldHasAnAccessibleName()
{
    open(write(QStringLiteral("envoi.csv"), foreignTable));
    for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        // What Qt puts into a field of its own speaks through that field.
        const bool isPartOfField = widget->objectName().startsWith(u"qt_");
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || isPartOfField)
            continue;
        const auto *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(MappingTest)
#include "tst_mapping.moc"
