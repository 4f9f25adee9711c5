// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "models/ruleguide.h"
#include "rules/control.h"
#include "services/exportservice.h"
#include "services/secrets.h"
#include "ui/help/sharedbasehelp.h"
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

QString anchorOf(HelpChapter chapter)
{
    return QStringLiteral("page-%1").arg(int(chapter));
}

QString heading(const QString &title)
{
    return QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped());
}

QString anchored(HelpChapter chapter, const QString &html)
{
    return QStringLiteral("<a name='%1'></a>%2").arg(anchorOf(chapter), html);
}

QString section(const QString &title, const QString &rows)
{
    return heading(title) + QStringLiteral("<table>%1</table>").arg(rows);
}

QString section(const QString &title, const QList<HelpEntry> &entries)
{
    QString rows;
    for (const auto &[term, meaning] : entries)
        rows += row(term, meaning);
    return section(title, rows);
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
               UiTr::tr("Modifiée sur le portail depuis son activation ou sa mise à l'écart. Ce "
                        "qui avait été vérifié reste diffusé en attendant.")) +
           row(controlName(Control::SetAside),
               UiTr::tr("Sortie de la file par un opérateur, avec une raison ; diffusée nulle "
                        "part. Elle revient d'elle-même si l'organisme la modifie."));
}

QString home()
{
    return row(UiTr::tr("Accueil"),
               UiTr::tr("Ctrl+U montre ce qui attend : chaque carte compte et ouvre la vue "
                        "correspondante. Une carte grise n'attend rien.")) +
           row(UiTr::tr("Recrutement à actualiser"),
               UiTr::tr("La session est diffusée et a commencé à date fixe, ou son état de "
                        "recrutement n'est pas renseigné.")) +
           row(UiTr::tr("Corrections demandées"),
               UiTr::tr("Un courrier a demandé à l'organisme de corriger la session, il ne l'a pas "
                        "encore modifiée et quelque chose reste à corriger.")) +
           row(UiTr::tr("Commandes"),
               UiTr::tr("Ctrl+K trouve toute commande par son nom et montre sa touche ; celles qui "
                        "ne sont pas possibles disent pourquoi.")) +
           row(UiTr::tr("Visite guidée"),
               UiTr::tr("Aide > Visite guidée (Maj+F1) montre le travail en trois étapes : Entrée "
                        "avance, la flèche gauche revient, Échap quitte.")) +
           row(UiTr::tr("Démonstration"),
               UiTr::tr("Aide > Découvrir avec les données de démonstration ouvre une fenêtre à "
                        "part, au 23/11/2026, sur une base provisoire qui disparaît avec elle. Les "
                        "données fictives ne se mêlent jamais aux vôtres.")) +
           row(UiTr::tr("Thème"),
               UiTr::tr("Affichage > Thème choisit des fenêtres claires ou sombres, ou celles du "
                        "système. Les pages du tableau restent blanches, comme le papier."));
}

QString lists()
{
    return row(UiTr::tr("Rechercher"),
               UiTr::tr("Ctrl+F cherche des mots dans toutes les colonnes, sans égard aux accents "
                        "ni à la casse. Les filtres comptent ce qu'ils montreraient.")) +
           row(UiTr::tr("Vues"),
               UiTr::tr("Le bouton « Vues » (Ctrl+Maj+L) garde sous un nom la recherche, les "
                        "filtres, les colonnes et le tri, et les retrouve.")) +
           row(UiTr::tr("Volet Filtres"),
               UiTr::tr("À la page Contrôle, Ctrl+Maj+B range les filtres à gauche de la liste, où "
                        "leurs valeurs restent en vue, ou au-dessus d'elle.")) +
           row(UiTr::tr("Exporter la liste"),
               UiTr::tr("Ctrl+Maj+E écrit les lignes affichées, avec les colonnes visibles, dans "
                        "un classeur Excel ou un CSV. Ctrl+Maj+C copie celles qui sont "
                        "sélectionnées.")) +
           row(UiTr::tr("Colonnes"),
               UiTr::tr(
                   "Ctrl+G, ou un clic droit sur les en-têtes, choisit les colonnes et celle qui "
                   "trie, et les remet comme au début ; elles se déplacent à la souris."));
}

QString aside()
{
    return row(UiTr::tr("Écarter la session"),
               UiTr::tr("Ctrl+Maj+D sort une session de la file avec une raison de la liste ; si "
                        "elle était active, elle ne l'est plus. « Remettre dans la file » "
                        "(Ctrl+Maj+R) la reprend.")) +
           row(UiTr::tr("Plusieurs sessions"),
               UiTr::tr("Une décision sur plusieurs sessions (Ctrl+A les prend toutes) montre "
                        "d'abord lesquelles changeraient et lesquelles sont refusées. Ctrl+Z "
                        "revient sur l'ensemble.")) +
           row(UiTr::tr("Notes"),
               UiTr::tr("Ctrl+Maj+T écrit une note sur la session, pour les collègues et pour plus "
                        "tard ; la dernière est dans la colonne « Note ». Une note commencée "
                        "attend avec sa session, même après un arrêt brutal."));
}

QString awards()
{
    return row(UiTr::tr("Sans session"),
               UiTr::tr("Le financeur a notifié, l'organisme n'a encore rien saisi. L'échéance est "
                        "le dernier jour pour saisir ; après, la notification est « En retard de "
                        "saisie ».")) +
           row(UiTr::tr("Remplacée"),
               UiTr::tr("Une notification « annule et remplace » celle-ci et reprend ses "
                        "sessions.")) +
           row(UiTr::tr("Entrée"), UiTr::tr("Ouvre les sessions du marché dans Contrôle."));
}

QString table()
{
    return row(UiTr::tr("Projet"),
               UiTr::tr("Ce que le tableau contiendrait à la date choisie : les sessions actives "
                        "au recrutement ouvert ou suspendu, telles qu'elles ont été validées.")) +
           row(UiTr::tr("Présentation"),
               UiTr::tr("Grouper par département, financeur ou domaine (les dix-sept de la NSF), "
                        "ne montrer qu'un département ou certains financeurs, imprimer en A4 ou en "
                        "A3. L'aperçu suit aussitôt ; ces choix sont retrouvés au prochain "
                        "démarrage. L'édition, elle, est toujours figée entière.")) +
           row(UiTr::tr("NOUVEAU, MODIFIÉ"),
               UiTr::tr("Par rapport à l'édition précédente : la session n'y était pas, ou ce que "
                        "la ligne dit a changé, et en quoi. Une réunion passée n'est pas une "
                        "modification. Les sorties sont listées à la fin, avec leur motif.")) +
           row(UiTr::tr("Contrôles avant édition"),
               UiTr::tr("Ce qu'il faut régler d'abord : écarts bloquants, sessions modifiées "
                        "depuis leur validation, conformes non activées, baisse anormale du nombre "
                        "de sessions… Entrée ouvre les sessions en cause. Un point bloquant n'est "
                        "levé que par un motif écrit, gardé avec l'édition.")) +
           row(UiTr::tr("Éditer"),
               UiTr::tr("Numérote et fige le tableau, puis écrit le fichier. Une édition ne change "
                        "plus ; elle se relit, s'imprime et s'enregistre de nouveau, à "
                        "l'identique.")) +
           row(UiTr::tr("Enregistrer sous"),
               UiTr::tr("Le même tableau en PDF, en page HTML pour un courriel, en classeur Excel "
                        "ou en CSV : la fin du nom du fichier décide du format.")) +
           row(UiTr::tr("Comparer, annuler"),
               UiTr::tr("Ctrl+Maj+K montre ce qui change par rapport au numéro précédent, avec les "
                        "deux valeurs. La dernière édition en vigueur peut être annulée, avec un "
                        "motif : elle reste dans la liste et son numéro n'est pas redonné.")) +
           row(UiTr::tr("Destinataires, envoi"),
               UiTr::tr(
                   "La liste des prescripteurs, par département, s'importe d'un tableau. "
                   "« Préparer l'envoi » écrit des brouillons de courriel avec le PDF et la "
                   "page HTML, les adresses en copie cachée, et note ce qui a été préparé ; mettre "
                   "sa propre adresse dans « À », puis envoyer. Un import remplace toute la "
                   "liste : corriger le fichier entier, pas les seules lignes rejetées."));
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

QString importing()
{
    return row(UiTr::tr("Résumé avant l'import"),
               UiTr::tr("Ctrl+I, ou déposer des fichiers sur la fenêtre : chaque fichier est lu "
                        "sans rien changer, et la liste dit ce que fera son import (nouvelles, "
                        "modifiées, inchangées, rejetées) et ce que deviennent les sessions "
                        "actives. Rien n'est changé avant « Importer ».")) +
           row(UiTr::tr("Contenu, financeur, profil"),
               UiTr::tr("Ce que contient un fichier est reconnu, et peut être corrigé. Quand des "
                        "lignes ne nomment pas leur financeur, le choisir ici ; « Colonnes… » dit "
                        "ce que donne chaque colonne d'un tableau.")) +
           row(UiTr::tr("Lignes rejetées"),
               UiTr::tr("« Voir les rejets » les montre et les enregistre telles qu'elles sont "
                        "dans le fichier, avec leur erreur, pour les renvoyer à l'expéditeur. "
                        "Corrigé, ce fichier s'importe tel quel.")) +
           row(UiTr::tr("Dossiers surveillés"),
               UiTr::tr("Outils > Dossiers surveillés (Ctrl+Maj+W) : les nouveaux fichiers y sont "
                        "proposés au-dessus de la page, jamais importés sans vous. Un partage "
                        "réseau ne prévient pas toujours : F5 y regarde. « Ignorer » vaut pour "
                        "ce contenu, pas pour ce nom."));
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

QString exports()
{
    return row(partnerName(Partner::Portal),
               UiTr::tr("Ce qui est diffusé, en LHÉO 2.3 : une édition publique, et une édition "
                        "professionnelle avec les bilans.")) +
           row(partnerName(Partner::Sesar),
               UiTr::tr("Les activations et désactivations depuis le dernier envoi, une ligne par "
                        "session (CSV). Rien de nouveau : rien ne part. Son accusé se lit par "
                        "« Lire l'accusé de SESAR… » ; ce qu'il refuse repart au prochain "
                        "envoi.")) +
           row(partnerName(Partner::Aude),
               UiTr::tr("Toute la base en LHÉO 2.3, sessions fermées comprises, chaque jour.")) +
           row(partnerName(Partner::Parcours3),
               UiTr::tr("Un index et un fichier LHÉO par action, avec les marques FLUX-CARIF, "
                        "chaque jour.")) +
           row(partnerName(Partner::ParcoursH),
               UiTr::tr("Intitulé, dates et lieux de ce qui est diffusé, en CSV et en XLSX.")) +
           row(UiTr::tr("Envoyer"),
               UiTr::tr("F11 prépare les fichiers du partenaire choisi, les valide et les envoie ; "
                        "Maj+F11 envoie à tous. Ctrl+F11 les écrit une fois dans un dossier. On "
                        "peut décider pendant ce temps : la barre d'état montre l'avancement.")) +
           row(UiTr::tr("Différences"),
               UiTr::tr("Ctrl+Maj+F11 montre ce qui partirait maintenant par rapport à ce que le "
                        "partenaire a : + nouvelle, ~ modifiée (avant → après), − retirée. "
                        "Alt+F11 montre ce qu'un envoi passé a changé.")) +
           row(UiTr::tr("Relever le portail"),
               UiTr::tr("Ctrl+F5 télécharge le flux du portail et importe ce qu'il a de nouveau. "
                        "Les réglages peuvent le demander toutes les quelques minutes, tant que "
                        "la fenêtre est ouverte."));
}

QString deliveryStates()
{
    return row(deliveryStateName(DeliveryState::Held),
               UiTr::tr("Le nombre de lignes baisse plus que permis : rien n'est parti. Voir les "
                        "différences, puis F2 confirme avec un motif, ou Maj+F2 abandonne ; le "
                        "partenaire garde alors ce qu'il a.")) +
           row(deliveryStateName(DeliveryState::ToDo),
               UiTr::tr(
                   "Le serveur n'a pas répondu : un nouvel essai est prévu, de plus en plus "
                   "espacé. Ctrl+F2 essaie tout de suite. Le lendemain ses fichiers ne seraient "
                   "plus à jour : exporter à nouveau.")) +
           row(deliveryStateName(DeliveryState::Delivered),
               UiTr::tr("Tous les fichiers sont arrivés. « Accusé reçu » est un autre fait, avec "
                        "sa date : le partenaire a lu ce qu'il a reçu.")) +
           row(deliveryStateName(DeliveryState::Refused),
               UiTr::tr("Le serveur répond et n'en veut pas : droits, adresse ou mot de passe. "
                        "Corriger les réglages, puis Ctrl+F2.")) +
           row(deliveryStateName(DeliveryState::Failed),
               UiTr::tr("Trop d'essais sans succès, ou ce qu'aucun essai ne répare : un mot de "
                        "passe que le trousseau n'a pas, un fichier de clé illisible. Le résultat "
                        "dit quoi ; Ctrl+F2 recommence.")) +
           row(deliveryStateName(DeliveryState::Dropped),
               UiTr::tr("Un opérateur y a renoncé, ou un envoi plus récent l'a remplacé.")) +
           row(UiTr::tr("SESAR"),
               UiTr::tr("Ses lignes ne partent qu'une fois : un envoi déjà essayé n'est jamais "
                        "remplacé. Ctrl+F2 le termine ; Maj+F2 l'abandonne, avec un motif, si "
                        "SESAR n'a rien reçu. Un accusé peut ne répondre qu'à une partie des "
                        "lignes, et un autre compléter ; ce qui est refusé repart.")) +
           row(UiTr::tr("Vers un dossier"),
               UiTr::tr("Quand le partenaire a une destination, c'est une copie : elle ne change "
                        "rien à ce qu'il a."));
}

QString exchangeSettings()
{
    return row(UiTr::tr("Destinations"),
               UiTr::tr("Outils > Réglages des échanges (Ctrl+Maj+G) : pour chaque partenaire un "
                        "dossier, un serveur HTTPS ou SFTP, et la baisse au-delà de laquelle "
                        "l'envoi attend. Chaque changement est dans le journal, et s'annule.")) +
           row(UiTr::tr("Secrets"),
               UiTr::tr(
                   "Mots de passe et jetons vont dans le trousseau de la session de "
                   "l'ordinateur, jamais dans la base, un fichier ou le journal : chaque "
                   "opérateur donne les siens, et les redonne quand l'adresse du serveur change. "
                   "Sans trousseau, ils durent jusqu'à la "
                   "fermeture ; une tâche planifiée les donne par une variable "
                   "d'environnement, comme %1.")
                   .arg(secretVariableOf(secretNameOf(Partner::Aude)))) +
           row(UiTr::tr("Après un envoi"),
               UiTr::tr("Annuler une décision déjà transmise ne rappelle rien : la correction "
                        "part au prochain envoi. L'historique d'une session dit à qui et quand "
                        "elle a été envoyée, retirée ou refusée."));
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

QString letters()
{
    return row(UiTr::tr("Demander une correction"),
               UiTr::tr("F9 écrit à chaque organisme mandataire un message avec tout ce qu'il a à "
                        "corriger dans les sessions sélectionnées, action par action. Ce qui "
                        "relève du Carif ou du financeur n'y figure pas.")) +
           row(UiTr::tr("Relancer l'organisme"),
               UiTr::tr("Ctrl+F9, page Notifications : un message par organisme, avec les marchés "
                        "sans session et leur délai.")) +
           row(UiTr::tr("Envoyer"),
               UiTr::tr("Le texte se relit et se change avant de partir. Il part en brouillon "
                        "(fichier .eml que la messagerie ouvre), en texte copié, ou directement "
                        "dans la messagerie quand il est court. Chaque envoi est noté dans "
                        "l'historique des sessions.")) +
           row(UiTr::tr("Modèle"),
               UiTr::tr("L'objet et le texte de départ se changent pour tous ; les repères entre "
                        "accolades, comme {organisme}, sont remplacés. Le changement est dans le "
                        "journal, et Ctrl+Z l'annule."));
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
    , m_text(new QTextBrowser)
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(UiTr::tr("Aide de Recoupe"));
    resize(640, 620);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(windowTitle());
    m_text->setHtml(
        QStringLiteral("<p>%1</p>")
            .arg(UiTr::tr("Importer les offres du portail, les notifications et SESAR (ou déposer "
                          "les fichiers sur la fenêtre), comparer, activer ce qui concorde, puis "
                          "éditer le tableau de la quinzaine.")
                     .toHtmlEscaped()) +
        anchored(HelpChapter::Home, section(UiTr::tr("L'accueil"), home())) +
        section(UiTr::tr("Les listes"), lists()) +
        anchored(HelpChapter::Control, section(UiTr::tr("Trois états distincts"), axes())) +
        section(UiTr::tr("Les verdicts"), verdicts()) +
        section(UiTr::tr("Rapprocher et comparer"), matching()) +
        section(UiTr::tr("Écarter, noter"), aside()) +
        section(UiTr::tr("Travailler à plusieurs"), colleaguesHelp()) +
        section(UiTr::tr("Quand la base ne répond pas"), awayHelp()) +
        anchored(HelpChapter::Awards, section(UiTr::tr("Les notifications"), awards())) +
        anchored(HelpChapter::Table, section(UiTr::tr("Le tableau"), table())) +
        anchored(HelpChapter::Exports, section(UiTr::tr("Les exports"), exports())) +
        section(UiTr::tr("L'état d'un envoi"), deliveryStates()) +
        section(UiTr::tr("Les réglages des échanges"), exchangeSettings()) +
        section(UiTr::tr("Écrire aux organismes"), letters()) +
        section(UiTr::tr("Importer"), importing()) +
        section(UiTr::tr("Importer un tableau d'une autre forme"), profiles()) +
        section(UiTr::tr("Les réglages du contrôle"), settings()) +
        anchored(HelpChapter::Journal, section(UiTr::tr("Revenir sur une décision"), journal())) +
        section(UiTr::tr("Les sauvegardes"), backupHelp()) +
        section(UiTr::tr("Les touches"), keys(actions)) +
        heading(UiTr::tr("Les règles du contrôle")) + ruleGuideHtml(QDate::currentDate()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
}

void HelpWindow::showChapter(HelpChapter chapter)
{
    m_text->scrollToAnchor(anchorOf(chapter));
}

} // namespace recoupe
