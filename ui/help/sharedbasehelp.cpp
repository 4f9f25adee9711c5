// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/sharedbasehelp.h"

#include "ui/uitr.h"

namespace recoupe {

QList<HelpEntry> colleaguesHelp()
{
    return {
        {UiTr::tr("Ce que font les collègues"),
         UiTr::tr("La liste suit d'elle-même, en une seconde, ce qui est décidé ou importé sur les "
                  "autres postes ; la sélection, les filtres et ce que vous écrivez restent en "
                  "place. La barre d'état dit qui a changé quoi.")},
        {UiTr::tr("Prendre en charge"),
         UiTr::tr("Ctrl+Maj+H dit aux collègues que vous traitez les sessions sélectionnées, "
                  "Ctrl+Maj+J les libère. La colonne « Pris en charge », le filtre du même nom "
                  "et le titre de la session disent qui, et depuis quand.")},
        {UiTr::tr("Rien n'est verrouillé"),
         UiTr::tr("Ouvrir une session ne la prend pas, et décider n'oblige pas à la prendre. "
                  "Décider sur celle d'un collègue, ou prendre sa suite, demande d'abord une "
                  "confirmation qui le nomme.")},
        {UiTr::tr("Fin de la prise en charge"),
         UiTr::tr("Activer ou écarter la session la libère : le travail est fait. Une annulation "
                  "ne la reprend pas. Changer le recrutement, associer ou désactiver n'y change "
                  "rien. Ce n'est pas une décision : le journal n'en garde pas trace.")},
    };
}

QList<HelpEntry> awayHelp()
{
    return {
        {UiTr::tr("Pendant la coupure"),
         UiTr::tr("Un bandeau dit depuis quand la base ne répond plus. Lire, chercher, filtrer, "
                  "copier et exporter la liste restent possibles ; ce qui a besoin de la base "
                  "attend, et le dit. La connexion est retentée toutes les deux secondes ; F5 "
                  "ou « Réessayer maintenant » n'attend pas.")},
        {UiTr::tr("Décision en attente"),
         UiTr::tr("Une décision que la base n'a pas reçue attend son retour, et les suivantes "
                  "derrière elle, dans l'ordre. Le bandeau les nomme ; « Abandonner ce qui "
                  "attend » y renonce. Fermer la fenêtre y renonce aussi.")},
        {UiTr::tr("Au retour"),
         UiTr::tr("Tout est relu et contrôlé de nouveau, puis ce qui attendait est enregistré.")},
    };
}

QList<HelpEntry> backupHelp()
{
    return {
        {UiTr::tr("Sauvegarde du jour"),
         UiTr::tr("Au premier démarrage de la journée, une base qui est un fichier est copiée à "
                  "côté d'elle, dans le dossier qui porte son nom et « .sauvegardes » ; les "
                  "copies sont gardées trente jours. Si la copie n'a pas pu être faite, un "
                  "message dit pourquoi.")},
        {UiTr::tr("Restaurer"),
         UiTr::tr("Fichier > Restaurer une sauvegarde (Ctrl+Maj+Y) liste les copies, avec leur "
                  "date et leur nombre de sessions. Celle qui est choisie prend la place de la "
                  "base ; la base d'avant est gardée sous un nom daté, jamais effacée. Fermer "
                  "d'abord Recoupe partout ailleurs.")},
        {UiTr::tr("Base endommagée"),
         UiTr::tr("Au démarrage, la dernière copie est proposée d'elle-même. Rien n'est changé "
                  "sans votre accord.")},
        {UiTr::tr("Base sur un serveur"),
         UiTr::tr("Son administrateur la sauvegarde et la restaure.")},
    };
}

} // namespace recoupe
