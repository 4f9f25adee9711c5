// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

class QMenu;
class QMenuBar;
class QWidget;

namespace recoupe {

//! Every action of the window, from one table: name, words, icon, keys, what it does.
struct WindowActions
{
    explicit WindowActions(QWidget *window);

    //! Fichier, Édition, Session, Affichage, Outils, Aide.
    void fillMenuBar(QMenuBar *bar);
    //! Takes away what cannot be done without the base, whatever else would allow it, and says why;
    //! gives it back when there is no reason any more.
    void holdBaseActions(const QString &whyNot) const;

    QAction *importFiles = nullptr;
    QAction *importMapped = nullptr;
    QAction *exportList = nullptr;
    QAction *saveTable = nullptr;
    QAction *printTable = nullptr;
    QAction *issueEdition = nullptr;
    QAction *compareEditions = nullptr;
    QAction *annulEdition = nullptr;
    QAction *prescribers = nullptr;
    QAction *mailTable = nullptr;
    QAction *fetchFeed = nullptr;
    QAction *exportNow = nullptr;
    QAction *exportAll = nullptr;
    QAction *exportToFolder = nullptr;
    QAction *exportDifferences = nullptr;
    QAction *deliveryDifferences = nullptr;
    QAction *confirmDelivery = nullptr;
    QAction *dropDelivery = nullptr;
    QAction *retryDelivery = nullptr;
    QAction *acknowledge = nullptr;
    QAction *chooseDatabase = nullptr;
    QAction *restoreBackup = nullptr;
    QAction *quit = nullptr;

    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *undoBatch = nullptr;
    QAction *search = nullptr;
    QAction *copy = nullptr;
    QAction *views = nullptr;
    QAction *columns = nullptr;
    QAction *commands = nullptr;
    QAction *resetFilter = nullptr;

    QAction *validateNext = nullptr;
    QAction *activate = nullptr;
    QAction *overrideGap = nullptr;
    QAction *deactivate = nullptr;
    QAction *setAside = nullptr;
    QAction *takeUp = nullptr;
    QAction *holdSession = nullptr;
    QAction *releaseSession = nullptr;
    QAction *addNote = nullptr;
    QAction *recruitmentOpen = nullptr;
    QAction *recruitmentSuspended = nullptr;
    QAction *recruitmentClosed = nullptr;
    QAction *candidates = nullptr;
    QAction *associate = nullptr;
    QAction *associateOther = nullptr;
    QAction *dissociate = nullptr;
    QAction *refuseAward = nullptr;
    QAction *requestCorrection = nullptr;
    QAction *remindOrganisation = nullptr;
    QAction *validateConforming = nullptr;
    QAction *nextGap = nullptr;
    QAction *previousGap = nullptr;

    QAction *showHome = nullptr;
    QAction *showControl = nullptr;
    QAction *showAwards = nullptr;
    QAction *showTable = nullptr;
    QAction *showExports = nullptr;
    QAction *showJournal = nullptr;
    QAction *filterPane = nullptr;
    QAction *comparison = nullptr;
    QAction *differencesOnly = nullptr;
    QAction *nextPane = nullptr;
    QAction *zoomFit = nullptr;
    QAction *zoomActual = nullptr;
    QAction *refresh = nullptr;
    QAction *themeSystem = nullptr;
    QAction *themeLight = nullptr;
    QAction *themeDark = nullptr;

    QAction *checkSettings = nullptr;
    QAction *exchangeSettings = nullptr;
    QAction *watchFolders = nullptr;
    QAction *personalData = nullptr;

    QAction *help = nullptr;
    QAction *guidedTour = nullptr;
    QAction *demonstration = nullptr;
    QAction *about = nullptr;

    QMenu *fileMenu = nullptr;
    QMenu *recruitmentMenu = nullptr;

private:
    [[nodiscard]] QMenu *makeExportMenu(QWidget *parent) const;
};

//! Enables an action, or disables it and says why in its tool tip and status tip; one that is held
//! stays so.
void setAvailable(QAction *action, const QString &whyNot);
//! What an action does and its key, for tool tips and the help.
[[nodiscard]] QString descriptionOf(const QAction *action);

} // namespace recoupe
