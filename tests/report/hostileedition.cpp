// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/hostileedition.h"

#include "report/sampleedition.h"

namespace recoupe::testing {

namespace {

EditionRow markupRow()
{
    EditionRow row;
    row.state = QStringLiteral("Ouvert");
    row.title = QStringLiteral("<script>alert(1)</script> & \"autres\" 'signes'");
    row.details = QStringLiteral("</th></tr></table>\n<img src=x onerror=alert(1)>\n]]>&amp;&#60;");
    row.provider = QStringLiteral("<!-- fin");
    row.place = QStringLiteral("a;b\"c\td");
    row.contactName = QStringLiteral("</style><b>");
    row.contactEmail = QStringLiteral("x\"onclick=\"alert(1)@example.fr");
    row.places = QStringLiteral("007");
    row.session = QStringLiteral("SE_1");
    return row;
}

EditionRow formulaRow()
{
    EditionRow row;
    row.state = QStringLiteral("=1+1");
    row.title = QStringLiteral("=cmd|' /C calc'!A0");
    row.details = QStringLiteral("=HYPERLINK(\"http://x\")");
    row.provider = QStringLiteral("@SUM(1)");
    row.place = QStringLiteral("01000");
    row.dates = QStringLiteral("12/01");
    row.duration = QStringLiteral("+33");
    row.places = QStringLiteral("12");
    row.meeting = QStringLiteral("-1");
    row.contactEmail = QStringLiteral("=a@example.fr");
    row.funding = QStringLiteral("1E13");
    return row;
}

EditionRow hiddenRow()
{
    EditionRow row;
    row.state = QStringLiteral("Ou\u200Bvert");
    row.title = QStringLiteral("facture\u202Efdp.exe\u202C et \u2066suite\u2069");
    row.details =
        QStringLiteral("un") + QChar(0) + QStringLiteral("deux\u0001\u001B[31mtrois\u0085");
    row.provider = QStringLiteral("\uFEFFzéro\u200Dlar\u00ADgeur\u2060");
    row.place =
        QStringLiteral("seul ") + QChar(0xD83C) + QStringLiteral(" paire 🎓 ") + QChar(0xDF93);
    row.dates = QStringLiteral("un\u2028deux\u2029trois");
    row.duration = QStringLiteral("\uFFFE\uFFFF");
    row.session = QStringLiteral("\u202E");
    return row;
}

EditionRow longRow()
{
    EditionRow row;
    row.title = QString(40'000, u'é');
    row.provider = QStringLiteral("x") + QStringLiteral("🎓").repeated(20'000);
    row.details = QStringLiteral("ligne\n").repeated(300);
    return row;
}

} // namespace

EditionContent hostileEdition()
{
    EditionContent content = sampleEdition(0);
    content.groups = {{QStringLiteral("<td>groupe\u202E & \"autres\""),
                       {markupRow(), formulaRow(), hiddenRow(), longRow()}}};
    EditionDeparture departure;
    departure.title = QStringLiteral("=1+1</td>");
    departure.reason = QStringLiteral("<i>\u202Eclos\n& parti");
    content.departures = {departure};
    return content;
}

} // namespace recoupe::testing
