// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "models/ruleguide.h"
#include "rules/control.h"
#include "ui/uitr.h"

#include <QAction>
#include <QDate>
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

QString heading(const QString &title)
{
    return QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped());
}

QString section(const QString &title, const QString &rows)
{
    return heading(title) + QStringLiteral("<table>%1</table>").arg(rows);
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
                        "départage : choisir par F4.")) +
           row(controlName(Control::NoAward),
               UiTr::tr("Aucune notification ne porte ce numéro de marché. F4 montre les plus "
                        "proches.")) +
           row(controlName(Control::Incomplete),
               UiTr::tr("Rien ne s'y oppose, mais une donnée manque pour tout comparer.")) +
           row(controlName(Control::ToReview),
               UiTr::tr("Modifiée sur le portail depuis son activation. Ce qui avait été vérifié "
                        "reste diffusé en attendant."));
}

QString matching()
{
    return row(UiTr::tr("Notifications possibles"),
               UiTr::tr("F4 classe celles qui ressemblent à la session et dit, critère par "
                        "critère, ce qui concorde, est proche ou diffère. Seul un numéro de "
                        "marché égal est sûr : rien d'autre n'est rapproché sans vous.")) +
           row(UiTr::tr("Associer"),
               UiTr::tr("La notification devient celle de la session, quel que soit son numéro. "
                        "Les imports suivants ne changent rien à ce choix ; « Dissocier » "
                        "l'oublie.")) +
           row(UiTr::tr("Écarter"),
               UiTr::tr("La notification n'est plus proposée pour cette session, même si elle en "
                        "porte le numéro. L'associer, ou annuler (Ctrl+Z), revient en arrière.")) +
           row(UiTr::tr("Modifications"),
               UiTr::tr("D'une session « À revoir », seulement ce qui a changé depuis qu'elle a "
                        "été validée ; d'une session écrasée par un autre marché, ce qui la "
                        "distingue de l'ancienne, qui est conservée."));
}

QString profiles()
{
    return row(UiTr::tr("Autres en-têtes"),
               UiTr::tr("Fichier > Importer avec un profil (Ctrl+Maj+I) montre les premières "
                        "lignes du tableau. La liste au-dessus de chaque colonne dit ce qu'elle "
                        "donne ; ce qui reste « gardé à part » n'est pas perdu.")) +
           row(UiTr::tr("Profil"),
               UiTr::tr("Ces choix, le financeur, l'encodage et le séparateur s'enregistrent sous "
                        "un nom et servent au prochain envoi."));
}

QString settings()
{
    return row(UiTr::tr("Gravité des règles"),
               UiTr::tr("Outils > Réglages du contrôle (Ctrl+R) : pour chaque financeur, chaque "
                        "règle bloque, demande une vérification ou informe. Ce qui diffère de la "
                        "valeur par défaut est en gras.")) +
           row(UiTr::tr("Délais, départements"),
               UiTr::tr("Les délais de saisie se comptent en jours calendaires ou ouvrés ; un lieu "
                        "hors des départements de la région est signalé.")) +
           row(UiTr::tr("Enregistrer"),
               UiTr::tr("Tout est contrôlé de nouveau aussitôt. Chaque changement reste dans "
                        "l'historique avec son motif, et s'annule par Ctrl+Z."));
}

QString journal()
{
    return row(UiTr::tr("Annuler, rétablir"),
               UiTr::tr("Ctrl+Z revient sur la dernière décision ou le dernier lot, Ctrl+Y reprend "
                        "ce qui vient d'être annulé ; l'un et l'autre survivent à la fermeture. "
                        "L'infobulle dit de quoi il s'agit.")) +
           row(UiTr::tr("Journal"),
               UiTr::tr(
                   "Ctrl+J montre toutes les décisions : qui, quand, quoi, avant, après, "
                   "pourquoi. « Annuler ce lot » (Ctrl+Maj+Z) revient sur un lot plus ancien ; "
                   "ce qui a été décidé autrement depuis reste en l'état. Rien n'est jamais "
                   "effacé : une annulation est une ligne de plus."));
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
        section(UiTr::tr("Rapprocher et comparer"), matching()) +
        section(UiTr::tr("Importer un tableau d'une autre forme"), profiles()) +
        section(UiTr::tr("Les réglages du contrôle"), settings()) +
        section(UiTr::tr("Revenir sur une décision"), journal()) +
        section(UiTr::tr("Les touches"), keys(actions)) +
        heading(UiTr::tr("Les règles du contrôle")) + ruleGuideHtml(QDate::currentDate()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(text);
}

} // namespace recoupe
