// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/firststeps.h"

#include "ui/mainwindow/windowactions.h"
#include "ui/uitr.h"

#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace recoupe {

QList<TourStep> firstSteps(const WindowActions &actions, QMenuBar *menus,
                           const std::function<QWidget *(QAction *)> &page)
{
    const auto commandButton = [&actions, page]() -> QWidget * {
        return page(actions.showControl)
            ->findChild<QToolBar *>(QStringLiteral("commandBar"))
            ->widgetForAction(actions.validateNext);
    };
    return {
        {.title = UiTr::tr("Importer"),
         .text = UiTr::tr("Fichier > Importer (Ctrl+I), ou déposer les fichiers sur la fenêtre : "
                          "les offres du portail, les notifications des financeurs, SESAR. Un "
                          "résumé dit ce qui changerait avant que rien ne change."),
         .openPage = [&actions] { actions.showHome->trigger(); },
         .target = [menus]() -> QWidget * { return menus; },
         .part = [menus,
                  &actions] { return menus->actionGeometry(actions.fileMenu->menuAction()); }},
        {.title = UiTr::tr("Contrôler et activer"),
         .text = UiTr::tr("Chaque session est comparée à sa notification et à SESAR ; le volet de "
                          "droite dit pourquoi ce verdict. F8 active une session conforme et passe "
                          "à la suivante, F3 va au prochain écart, Ctrl+Z annule."),
         .openPage = [&actions] { actions.showControl->trigger(); },
         .target = commandButton},
        {.title = UiTr::tr("Éditer le tableau"),
         .text = UiTr::tr("Le tableau de la quinzaine se compose de lui-même avec les sessions "
                          "actives ; tant qu'il n'y en a pas, il est vide. Relire l'aperçu, puis "
                          "« Éditer et enregistrer le PDF » le numérote, le fige et "
                          "l'enregistre, prêt à imprimer."),
         .openPage = [&actions] { actions.showTable->trigger(); },
         .target =
             [&actions, page] {
                 return page(actions.showTable)
                     ->findChild<QWidget *>(QStringLiteral("issueButton"));
             }},
    };
}

} // namespace recoupe
