// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "rules/control.h"
#include "ui/uitr.h"

#include <QAction>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace recoupe {

namespace {

QString row(const QString &term, const QString &meaning)
{
    return QStringLiteral("<tr><td style='padding:3px 14px 3px 0'><b>%1</b></td>"
                          "<td style='padding:3px 0'>%2</td></tr>")
        .arg(term.toHtmlEscaped(), meaning.toHtmlEscaped());
}

QString section(const QString &title, const QString &rows)
{
    return QStringLiteral("<h3>%1</h3><table>%2</table>").arg(title.toHtmlEscaped(), rows);
}

QString axes()
{
    return row(UiTr::tr("Verdict"),
               UiTr::tr("Ce qui est saisi concorde-t-il avec la notification du financeur et "
                        "SESAR ? Calculé, jamais décidé.")) +
           row(UiTr::tr("Activation"),
               UiTr::tr("La session est-elle diffusée ? Décidée par l'opérateur, toujours "
                        "annulable.")) +
           row(UiTr::tr("Recrutement"),
               UiTr::tr("Ouvert, suspendu ou fermé. Une session fermée n'est plus diffusée, mais "
                        "reste exportée vers AUDE / GSP et Parcours 3."));
}

QString verdicts()
{
    return row(controlName(Control::Conforming),
               UiTr::tr("Tout ce qui est affiché a été comparé et concorde.")) +
           row(controlName(Control::Discrepancy),
               UiTr::tr("Au moins un constat bloquant ou à vérifier. Un constat bloquant empêche "
                        "l'activation, sauf motif écrit.")) +
           row(controlName(Control::Ambiguous),
               UiTr::tr("Plusieurs notifications portent ce numéro de marché et rien ne les "
                        "départage.")) +
           row(controlName(Control::NoAward),
               UiTr::tr("Aucune notification ne porte ce numéro de marché.")) +
           row(controlName(Control::Incomplete),
               UiTr::tr("Rien ne s'y oppose, mais une donnée manque pour tout comparer.")) +
           row(controlName(Control::ToReview),
               UiTr::tr("Modifiée sur le portail depuis son activation. Ce qui avait été vérifié "
                        "reste diffusé en attendant."));
}

QString keys(const QList<QAction *> &actions)
{
    QString rows;
    for (const QAction *action : actions) {
        QStringList shortcuts;
        for (const QKeySequence &shortcut : action->shortcuts())
            shortcuts << shortcut.toString(QKeySequence::NativeText);
        if (!shortcuts.isEmpty())
            rows += row(shortcuts.join(UiTr::tr(" ou ")), action->text().remove(u'&'));
    }
    return rows;
}

} // namespace

HelpWindow::HelpWindow(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(UiTr::tr("Aide de Recoupe"));
    resize(640, 620);
    auto *text = new QTextBrowser;
    text->setObjectName(QStringLiteral("helpText"));
    text->setAccessibleName(windowTitle());
    text->setHtml(
        QStringLiteral("<p>%1</p>")
            .arg(UiTr::tr("Importer les offres du portail, les notifications et SESAR (ou déposer "
                          "les fichiers sur la fenêtre), comparer, activer ce qui concorde, puis "
                          "éditer le tableau de la quinzaine.")
                     .toHtmlEscaped()) +
        section(UiTr::tr("Trois états distincts"), axes()) +
        section(UiTr::tr("Les verdicts"), verdicts()) +
        section(UiTr::tr("Les touches"), keys(actions)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(text);
}

} // namespace recoupe
