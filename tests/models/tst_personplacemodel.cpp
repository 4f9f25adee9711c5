// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/personplacemodel.h"
#include "models/workspacefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace recoupe;

namespace {

PersonPlace placeOf(const SessionKey &offer, const QString &subject,
                    PersonalRemedy remedy = PersonalRemedy::Change)
{
    return {QStringLiteral("Note"), subject, offer, QStringLiteral("Rappeler Mme Pradier"), remedy};
}

QString textAt(const PersonPlaceModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

class PersonPlaceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowSaysWhatStandsWhereAndWhatBecomesOfIt();
    void offersHaveTheirTitles();
    void everyRemedyIsSaid();
};

void PersonPlaceModelTest::rowSaysWhatStandsWhereAndWhatBecomesOfIt()
{
    PersonPlaceModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlaces({placeOf({}, QStringLiteral("toute la région"), PersonalRemedy::Remove),
                     placeOf({}, {}, PersonalRemedy::Remove)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(textAt(model, 0, PersonPlaceModel::Subject), QStringLiteral("Toute la région"));
    QCOMPARE(textAt(model, 0, PersonPlaceModel::Where, Qt::AccessibleTextRole),
             QStringLiteral("Note, Toute la région, Rappeler Mme Pradier, Supprimé"));
    QCOMPARE(textAt(model, 1, PersonPlaceModel::Where, Qt::AccessibleTextRole),
             QStringLiteral("Note, Rappeler Mme Pradier, Supprimé"));
    for (int column = 0; column < PersonPlaceModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    model.setPlaces({});
    QCOMPARE(model.rowCount(), 0);
}

void PersonPlaceModelTest::offersHaveTheirTitles()
{
    const auto workspace = workspaceOf({{.numero = QStringLiteral("SE_1")}});
    const SessionKey known = workspace->sessions.first().key();
    PersonPlaceModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlaces({placeOf(known, known.toString()),
                     placeOf({known.formation, {}, {}}, known.formation),
                     placeOf({QStringLiteral("AF_9"), {}, QStringLiteral("SE_9")},
                             QStringLiteral("AF_9//SE_9"))});
    QCOMPARE(textAt(model, 0, PersonPlaceModel::Subject), QStringLiteral("SE_1"));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setWorkspace(workspace);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(textAt(model, 0, PersonPlaceModel::Subject), QStringLiteral("Soudeur, SE_1"));
    QCOMPARE(textAt(model, 1, PersonPlaceModel::Subject),
             QStringLiteral("Soudeur, ") + known.formation);
    QCOMPARE(textAt(model, 2, PersonPlaceModel::Subject), QStringLiteral("SE_9"));
}

void PersonPlaceModelTest::everyRemedyIsSaid()
{
    PersonPlaceModel model;
    model.setPlaces(
        {placeOf({}, {}, PersonalRemedy::Change), placeOf({}, {}, PersonalRemedy::Remove),
         placeOf({}, {}, PersonalRemedy::Event), placeOf({}, {}, PersonalRemedy::Keep)});
    QSet<QString> said;
    for (int row = 0; row < model.rowCount(); ++row)
        said << textAt(model, row, PersonPlaceModel::Remedy);
    QCOMPARE(said.size(), 4);
    QVERIFY(!said.contains(QString()));
}

QTEST_GUILESS_MAIN(PersonPlaceModelTest)
#include "tst_personplacemodel.moc"
