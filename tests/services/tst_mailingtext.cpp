// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mailingtext.h"

#include <QTest>

using namespace recoupe;

namespace {

EditionRow row(const char *title, RowMark mark, const QStringList &changes = {})
{
    EditionRow one;
    one.departement = QStringLiteral("63");
    one.funder = Funder::PoleEmploi;
    one.title = QString::fromUtf8(title);
    one.provider = QStringLiteral("Bâti-Formation");
    one.place = QStringLiteral("Thiers\n63300");
    one.dates = QStringLiteral("du 01/03 au\n30/06/2027");
    one.mark = mark;
    one.changes = changes;
    return one;
}

EditionContent edition(const QList<EditionRow> &rows, QDate previous = QDate(2026, 11, 9))
{
    EditionContent content;
    content.year = 2026;
    content.number = 3;
    content.date = QDate(2026, 11, 23);
    content.previousDate = previous;
    content.groups = {{QStringLiteral("Puy-de-Dôme (63)"), rows}};
    return content;
}

QString changesIn(const EditionContent &content)
{
    QString words = mailingPlaces(content, QStringLiteral("Odile")).value(LetterPlace::Changes);
    return words.replace(QChar(0x00a0), u' ');
}

} // namespace

class MailingTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesSayWhichEditionAndForWhom();
    void changesAreSaidInWords_data();
    void changesAreSaidInWords();
    void departuresSayWhy();
    void longListsAreCutShort();
};

void MailingTextTest::placesSayWhichEditionAndForWhom()
{
    EditionContent content = edition({row("Soudeur", RowMark::None)});
    PlaceTexts places = mailingPlaces(content, QStringLiteral("Odile"));
    QCOMPARE(places.value(LetterPlace::Edition), QStringLiteral("2026-03"));
    QCOMPARE(places.value(LetterPlace::EditionDate), QStringLiteral("23/11/2026"));
    QCOMPARE(places.value(LetterPlace::Scope), QStringLiteral("toute la région"));
    QCOMPARE(places.value(LetterPlace::Operator), QStringLiteral("Odile"));
    QVERIFY(places.value(LetterPlace::Count).startsWith(QStringLiteral("1 session")));
    content.view.departement = QStringLiteral("63");
    places = mailingPlaces(content, {});
    QCOMPARE(places.value(LetterPlace::Scope), QStringLiteral("Puy-de-Dôme (63)"));
    for (const LetterPlaceholder &place : letterPlaces(LetterKind::Table))
        QVERIFY2(places.contains(place.place), qPrintable(place.name));
}

void MailingTextTest::changesAreSaidInWords_data()
{
    QTest::addColumn<EditionContent>("content");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("notSaid");
    QTest::newRow("first") << edition({row("Soudeur", RowMark::None)}, QDate())
                           << QStringList(QStringLiteral("première édition"))
                           << QStringLiteral("Soudeur");
    QTest::newRow("nothing") << edition({row("Soudeur", RowMark::None)})
                             << QStringList{QStringLiteral("remplace celle du 09/11/2026"),
                                            QStringLiteral("Aucune session n'y a changé")}
                             << QStringLiteral("Soudeur");
    QTest::newRow("some")
        << edition({row("Soudeur", RowMark::New), row("Maçon", RowMark::None),
                    row("Peintre", RowMark::Changed,
                        {QStringLiteral("dates"), QStringLiteral("lieu")})})
        << QStringList{QStringLiteral("remplace celle du 09/11/2026 : merci"),
                       QStringLiteral("Depuis : 1 nouvelle session, 1 modifiée, 0 sortie."),
                       QStringLiteral("Nouvelles sessions :\n- Soudeur – Bâti-Formation, Thiers "
                                      "63300 : du 01/03 au 30/06/2027"),
                       QStringLiteral("Sessions modifiées :\n- Peintre – Bâti-Formation, Thiers "
                                      "63300 : dates, lieu")}
        << QStringLiteral("Maçon");
    EditionRow suspended =
        row("Peintre", RowMark::Changed, {QStringLiteral("état"), QStringLiteral("dates")});
    suspended.state = QStringLiteral("SUSPENDU");
    QTest::newRow("suspended") << edition({suspended})
                               << QStringList(QStringLiteral(": état (SUSPENDU), dates"))
                               << QStringLiteral("Maçon");
}

void MailingTextTest::changesAreSaidInWords()
{
    QFETCH(EditionContent, content);
    QFETCH(QStringList, said);
    const QString words = changesIn(content);
    for (const QString &part : std::as_const(said))
        QVERIFY2(words.contains(part), qPrintable(words));
    QFETCH(QString, notSaid);
    QVERIFY2(!words.contains(notSaid), qPrintable(words));
}

void MailingTextTest::departuresSayWhy()
{
    EditionContent content = edition({});
    EditionDeparture gone;
    gone.title = QStringLiteral("Carreleur");
    gone.reason = QStringLiteral("recrutement clos");
    content.departures = {gone};
    const QString words = changesIn(content);
    QVERIFY2(words.contains(QStringLiteral("1 sortie.")), qPrintable(words));
    QVERIFY2(words.endsWith(QStringLiteral("Sorties du tableau :\n- Carreleur : recrutement clos")),
             qPrintable(words));
}

void MailingTextTest::longListsAreCutShort()
{
    QList<EditionRow> rows;
    for (int i = 0; i < 40; ++i)
        rows << row("Soudeur", RowMark::New);
    const QString words = changesIn(edition(rows));
    QCOMPARE(words.count(QStringLiteral("- Soudeur")), 15);
    QVERIFY2(words.contains(QStringLiteral("40 nouvelles sessions")), qPrintable(words));
    QVERIFY2(words.endsWith(QStringLiteral("- et 25 de plus, dans le tableau")), qPrintable(words));
}

QTEST_GUILESS_MAIN(MailingTextTest)
#include "tst_mailingtext.moc"
