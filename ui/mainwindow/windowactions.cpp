// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowactions.h"

#include "ui/style/icons.h"
#include "ui/uitr.h"

#include <QMenu>
#include <QMenuBar>

namespace recoupe {

namespace {

struct ActionSpec
{
    QAction *WindowActions::*action;
    const char *name;
    const char *text;
    const char *icon;
    const char *keys; //!< no Ctrl+digit and no Ctrl+Alt: AZERTY keyboards need both for letters
    const char *does;
    bool checkable = false;
};

const ActionSpec actionSpecs[] = {
    {&WindowActions::importFiles, "importFiles", QT_TRANSLATE_NOOP("Ui", "&Importer…"), "import",
     "Ctrl+I",
     QT_TRANSLATE_NOOP("Ui", "Importer des offres, des notifications ou SESAR, après un résumé")},
    {&WindowActions::importMapped, "importMapped",
     QT_TRANSLATE_NOOP("Ui", "Importer avec un &profil…"), "import-profile", "Ctrl+Shift+I",
     QT_TRANSLATE_NOOP("Ui", "Dire quelles sont les colonnes d'un tableau, puis l'importer")},
    {&WindowActions::exportList, "exportList", QT_TRANSLATE_NOOP("Ui", "Exporter la &liste…"),
     "export-list", "Ctrl+Shift+E",
     QT_TRANSLATE_NOOP("Ui", "Écrire les lignes affichées dans un classeur Excel ou un CSV")},
    {&WindowActions::saveTable, "saveTable", QT_TRANSLATE_NOOP("Ui", "&Enregistrer sous…"),
     "save-pdf", "Ctrl+S",
     QT_TRANSLATE_NOOP("Ui", "Enregistrer le tableau affiché en PDF, HTML, Excel ou CSV")},
    {&WindowActions::printTable, "printTable", QT_TRANSLATE_NOOP("Ui", "I&mprimer…"), "print",
     "Ctrl+P", QT_TRANSLATE_NOOP("Ui", "Imprimer le tableau affiché")},
    {&WindowActions::issueEdition, "issueEdition",
     QT_TRANSLATE_NOOP("Ui", "É&diter et enregistrer le PDF…"), "issue", "Ctrl+Shift+P",
     QT_TRANSLATE_NOOP("Ui", "Numéroter et figer une édition du tableau, puis l'enregistrer")},
    {&WindowActions::compareEditions, "compareEditions",
     QT_TRANSLATE_NOOP("Ui", "&Comparer au n° précédent…"), "differences", "Ctrl+Shift+K",
     QT_TRANSLATE_NOOP("Ui", "Montrer ce qui change par rapport à l'édition précédente")},
    {&WindowActions::annulEdition, "annulEdition",
     QT_TRANSLATE_NOOP("Ui", "A&nnuler cette édition…"), "undo-batch", "Ctrl+Shift+X",
     QT_TRANSLATE_NOOP("Ui", "Retirer la dernière édition, avec un motif ; elle reste lisible")},
    {&WindowActions::prescribers, "prescribersAction",
     QT_TRANSLATE_NOOP("Ui", "Des&tinataires du tableau…"), "prescribers", "Ctrl+Shift+F9",
     QT_TRANSLATE_NOOP("Ui", "Voir, importer et changer les adresses qui reçoivent le tableau")},
    {&WindowActions::mailTable, "mailTable",
     QT_TRANSLATE_NOOP("Ui", "Préparer l'en&voi du tableau…"), "mail-table", "Shift+F9",
     QT_TRANSLATE_NOOP("Ui", "Écrire les brouillons qui envoient une édition par département")},
    {&WindowActions::fetchFeed, "fetchFeed", QT_TRANSLATE_NOOP("Ui", "&Relever le portail"),
     "fetch-feed", "Ctrl+F5",
     QT_TRANSLATE_NOOP("Ui", "Télécharger le flux du portail et importer ce qu'il a de nouveau")},
    {&WindowActions::exportNow, "exportNow", QT_TRANSLATE_NOOP("Ui", "Exporter &maintenant"),
     "export-now", "F11",
     QT_TRANSLATE_NOOP("Ui", "Préparer les fichiers du partenaire choisi et les lui envoyer")},
    {&WindowActions::exportAll, "exportAll", QT_TRANSLATE_NOOP("Ui", "&Tout exporter"),
     "export-all", "Shift+F11",
     QT_TRANSLATE_NOOP("Ui", "Envoyer à chaque partenaire qui a une destination")},
    {&WindowActions::exportToFolder, "exportToFolder",
     QT_TRANSLATE_NOOP("Ui", "Exporter vers un &dossier…"), "export-folder", "Ctrl+F11",
     QT_TRANSLATE_NOOP("Ui", "Écrire une fois les fichiers du partenaire dans un dossier choisi")},
    {&WindowActions::exportDifferences, "exportDifferences",
     QT_TRANSLATE_NOOP("Ui", "&Voir les différences"), "export-differences", "Ctrl+Shift+F11",
     QT_TRANSLATE_NOOP("Ui", "Comparer ce qui partirait maintenant à ce que le partenaire a")},
    {&WindowActions::deliveryDifferences, "deliveryDifferences",
     QT_TRANSLATE_NOOP("Ui", "Différences de cet &envoi"), "delivery-differences", "Alt+F11",
     QT_TRANSLATE_NOOP("Ui", "Montrer ce que l'envoi choisi dans la liste a changé")},
    {&WindowActions::confirmDelivery, "confirmDelivery",
     QT_TRANSLATE_NOOP("Ui", "&Confirmer l'envoi…"), "confirm-delivery", "F2",
     QT_TRANSLATE_NOOP("Ui", "Laisser partir l'envoi retenu, avec un motif écrit")},
    {&WindowActions::dropDelivery, "dropDelivery", QT_TRANSLATE_NOOP("Ui", "&Abandonner l'envoi…"),
     "drop-delivery", "Shift+F2",
     QT_TRANSLATE_NOOP("Ui", "Renoncer à l'envoi en attente, avec un motif écrit")},
    {&WindowActions::retryDelivery, "retryDelivery", QT_TRANSLATE_NOOP("Ui", "&Réessayer"),
     "retry-delivery", "Ctrl+F2",
     QT_TRANSLATE_NOOP("Ui", "Tenter tout de suite l'envoi qui a échoué ou qui attend")},
    {&WindowActions::acknowledge, "acknowledge",
     QT_TRANSLATE_NOOP("Ui", "&Lire l'accusé de SESAR…"), "acknowledgement", "Ctrl+Shift+F2",
     QT_TRANSLATE_NOOP("Ui", "Lire le fichier où SESAR dit ce qu'il a accepté et refusé")},
    {&WindowActions::chooseDatabase, "chooseDatabase", QT_TRANSLATE_NOOP("Ui", "&Base de données…"),
     "database", "Ctrl+F10",
     QT_TRANSLATE_NOOP("Ui", "Voir où est la base, en choisir une autre, y déplacer les données")},
    {&WindowActions::restoreBackup, "restoreBackup",
     QT_TRANSLATE_NOOP("Ui", "Re&staurer une sauvegarde…"), "restore", "Ctrl+Shift+Y",
     QT_TRANSLATE_NOOP("Ui", "Remettre en place une copie de la base, gardée à côté d'elle")},
    {&WindowActions::quit, "quit", QT_TRANSLATE_NOOP("Ui", "&Quitter"), "quit", "Ctrl+Q",
     QT_TRANSLATE_NOOP("Ui", "Quitter Recoupe")},
    {&WindowActions::undo, "undo", QT_TRANSLATE_NOOP("Ui", "&Annuler la dernière décision"), "undo",
     "Ctrl+Z", QT_TRANSLATE_NOOP("Ui", "Annuler la dernière décision ou le dernier lot")},
    {&WindowActions::redo, "redo", QT_TRANSLATE_NOOP("Ui", "Rétab&lir ce qui a été annulé"), "redo",
     "Ctrl+Y", QT_TRANSLATE_NOOP("Ui", "Reprendre la décision ou le lot qui vient d'être annulé")},
    {&WindowActions::undoBatch, "undoBatch", QT_TRANSLATE_NOOP("Ui", "Annuler ce l&ot…"),
     "undo-batch", "Ctrl+Shift+Z",
     QT_TRANSLATE_NOOP("Ui", "Revenir sur le lot de décisions choisi dans le journal")},
    {&WindowActions::search, "searchAction", QT_TRANSLATE_NOOP("Ui", "&Rechercher"), "search",
     "Ctrl+F", QT_TRANSLATE_NOOP("Ui", "Chercher dans toutes les colonnes")},
    {&WindowActions::copy, "copyWithHeaders", QT_TRANSLATE_NOOP("Ui", "&Copier avec en-têtes"),
     "copy", "Ctrl+Shift+C",
     QT_TRANSLATE_NOOP("Ui", "Copier les lignes sélectionnées pour un tableur")},
    {&WindowActions::resetFilter, "resetFilterAction", QT_TRANSLATE_NOOP("Ui", "&Tout afficher"),
     "filter-reset", "Ctrl+Shift+A",
     QT_TRANSLATE_NOOP("Ui", "Enlever la recherche et les filtres")},
    {&WindowActions::views, "viewsAction", QT_TRANSLATE_NOOP("Ui", "V&ues enregistrées"), "views",
     "Ctrl+Shift+L", QT_TRANSLATE_NOOP("Ui", "Retrouver ou garder des filtres, colonnes et tris")},
    {&WindowActions::columns, "columnsAction", QT_TRANSLATE_NOOP("Ui", "Colo&nnes et tri…"),
     "columns", "Ctrl+G",
     QT_TRANSLATE_NOOP("Ui", "Choisir les colonnes de la liste et celle qui la trie")},
    {&WindowActions::commands, "commands", QT_TRANSLATE_NOOP("Ui", "Co&mmandes…"), "commands",
     "Ctrl+K", QT_TRANSLATE_NOOP("Ui", "Trouver une commande par son nom")},
    {&WindowActions::validateNext, "validateNext", QT_TRANSLATE_NOOP("Ui", "&Valider et suivante"),
     "validate-next", "F8; Ctrl+Return",
     QT_TRANSLATE_NOOP("Ui", "Activer la session conforme et passer à la suivante")},
    {&WindowActions::activate, "activate", QT_TRANSLATE_NOOP("Ui", "&Activer"), "activate", "F7",
     QT_TRANSLATE_NOOP("Ui", "Activer les sessions sélectionnées")},
    {&WindowActions::overrideGap, "overrideGap",
     QT_TRANSLATE_NOOP("Ui", "Activer malgré l'&écart…"), "override", "Ctrl+F7",
     QT_TRANSLATE_NOOP("Ui", "Activer malgré un constat bloquant, avec un motif écrit")},
    {&WindowActions::deactivate, "deactivate", QT_TRANSLATE_NOOP("Ui", "&Désactiver"), "deactivate",
     "Shift+F7", QT_TRANSLATE_NOOP("Ui", "Désactiver les sessions sélectionnées")},
    {&WindowActions::setAside, "setAside", QT_TRANSLATE_NOOP("Ui", "Écarter la &session…"),
     "set-aside", "Ctrl+Shift+D",
     QT_TRANSLATE_NOOP("Ui", "Sortir les sessions sélectionnées de la file, avec une raison")},
    {&WindowActions::takeUp, "takeUp", QT_TRANSLATE_NOOP("Ui", "Re&mettre dans la file"), "take-up",
     "Ctrl+Shift+R", QT_TRANSLATE_NOOP("Ui", "Reprendre les sessions écartées")},
    {&WindowActions::holdSession, "holdSession", QT_TRANSLATE_NOOP("Ui", "Prendre en char&ge"),
     "hold", "Ctrl+Shift+H",
     QT_TRANSLATE_NOOP("Ui", "Dire aux collègues que l'on traite les sessions sélectionnées")},
    {&WindowActions::releaseSession, "releaseSession", QT_TRANSLATE_NOOP("Ui", "Li&bérer"),
     "release", "Ctrl+Shift+J",
     QT_TRANSLATE_NOOP("Ui", "Dire que l'on ne traite plus les sessions sélectionnées")},
    {&WindowActions::addNote, "addNote", QT_TRANSLATE_NOOP("Ui", "Ajouter une no&te"), "note-add",
     "Ctrl+Shift+T", QT_TRANSLATE_NOOP("Ui", "Écrire une note sur la session")},
    {&WindowActions::recruitmentOpen, "recruitmentOpen", QT_TRANSLATE_NOOP("Ui", "&Ouvert"),
     "recruitment-open", "Ctrl+Shift+O", QT_TRANSLATE_NOOP("Ui", "Recrutement ouvert")},
    {&WindowActions::recruitmentSuspended, "recruitmentSuspended",
     QT_TRANSLATE_NOOP("Ui", "&Suspendu"), "recruitment-suspended", "Ctrl+Shift+S",
     QT_TRANSLATE_NOOP("Ui", "Recrutement suspendu")},
    {&WindowActions::recruitmentClosed, "recruitmentClosed", QT_TRANSLATE_NOOP("Ui", "&Fermé"),
     "recruitment-closed", "Ctrl+Shift+F", QT_TRANSLATE_NOOP("Ui", "Recrutement fermé")},
    {&WindowActions::requestCorrection, "requestCorrection",
     QT_TRANSLATE_NOOP("Ui", "Demander une corr&ection…"), "letter", "F9",
     QT_TRANSLATE_NOOP("Ui", "Écrire aux organismes ce qui est à corriger dans la sélection")},
    {&WindowActions::remindOrganisation, "remindOrganisation",
     QT_TRANSLATE_NOOP("Ui", "Re&lancer l'organisme…"), "remind", "Ctrl+F9",
     QT_TRANSLATE_NOOP("Ui", "Rappeler aux organismes les sessions qu'ils doivent saisir")},
    {&WindowActions::validateConforming, "validateConforming",
     QT_TRANSLATE_NOOP("Ui", "Valider les &conformes…"), "validate-all", "Ctrl+Shift+V",
     QT_TRANSLATE_NOOP("Ui", "Activer toutes les sessions conformes encore inactives")},
    {&WindowActions::candidates, "candidates", QT_TRANSLATE_NOOP("Ui", "Notifications &possibles"),
     "candidates", "F4",
     QT_TRANSLATE_NOOP("Ui", "Montrer les notifications possibles de la session")},
    {&WindowActions::associate, "associate", QT_TRANSLATE_NOOP("Ui", "&Associer"), "associate",
     "Ctrl+M", QT_TRANSLATE_NOOP("Ui", "Rapprocher la session de la notification montrée")},
    {&WindowActions::associateOther, "associateOther",
     QT_TRANSLATE_NOOP("Ui", "Associer à une autre &notification…"), "associate-other",
     "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Ui", "Choisir la notification par son numéro")},
    {&WindowActions::dissociate, "dissociate", QT_TRANSLATE_NOOP("Ui", "&Dissocier"), "dissociate",
     "Ctrl+Shift+M",
     QT_TRANSLATE_NOOP("Ui", "Oublier le rapprochement : le numéro de marché décide de nouveau")},
    {&WindowActions::refuseAward, "refuseAward",
     QT_TRANSLATE_NOOP("Ui", "&Écarter cette notification"), "refuse", "Ctrl+D",
     QT_TRANSLATE_NOOP("Ui", "Ne plus proposer la notification montrée pour cette session")},
    {&WindowActions::nextGap, "nextGap", QT_TRANSLATE_NOOP("Ui", "Écart s&uivant"), "next", "F3",
     QT_TRANSLATE_NOOP("Ui", "Aller à la session suivante qui a un écart")},
    {&WindowActions::previousGap, "previousGap", QT_TRANSLATE_NOOP("Ui", "Écart &précédent"),
     "previous", "Shift+F3",
     QT_TRANSLATE_NOOP("Ui", "Revenir à la session précédente qui a un écart")},
    {&WindowActions::showHome, "showHome", QT_TRANSLATE_NOOP("Ui", "&Accueil"), "page-home",
     "Ctrl+U", QT_TRANSLATE_NOOP("Ui", "Voir ce qui attend aujourd'hui"), true},
    {&WindowActions::showControl, "showControl", QT_TRANSLATE_NOOP("Ui", "&Contrôle"),
     "page-control", "Ctrl+L", QT_TRANSLATE_NOOP("Ui", "Contrôler et activer les sessions"), true},
    {&WindowActions::showAwards, "showAwards", QT_TRANSLATE_NOOP("Ui", "&Notifications"),
     "page-awards", "Ctrl+N", QT_TRANSLATE_NOOP("Ui", "Suivre les notifications de marché"), true},
    {&WindowActions::showTable, "showTable", QT_TRANSLATE_NOOP("Ui", "&Tableau"), "page-table",
     "Ctrl+T", QT_TRANSLATE_NOOP("Ui", "Préparer et éditer le tableau de la quinzaine"), true},
    {&WindowActions::showExports, "showExports", QT_TRANSLATE_NOOP("Ui", "&Exports"),
     "page-exports", "Ctrl+O", QT_TRANSLATE_NOOP("Ui", "Envoyer aux partenaires et suivre"), true},
    {&WindowActions::showJournal, "showJournal", QT_TRANSLATE_NOOP("Ui", "&Journal"),
     "page-journal", "Ctrl+J", QT_TRANSLATE_NOOP("Ui", "Relire les décisions et y revenir"), true},
    {&WindowActions::filterPane, "filterPaneAction", QT_TRANSLATE_NOOP("Ui", "Volet &Filtres"),
     "filter", "Ctrl+Shift+B",
     QT_TRANSLATE_NOOP("Ui", "Montrer les filtres à gauche de la liste ou au-dessus"), true},
    {&WindowActions::comparison, "comparison", QT_TRANSLATE_NOOP("Ui", "&Volet Comparaison"),
     "pane", "Ctrl+B", QT_TRANSLATE_NOOP("Ui", "Montrer ou cacher le volet Comparaison"), true},
    {&WindowActions::differencesOnly, "differencesOnly",
     QT_TRANSLATE_NOOP("Ui", "Écarts se&ulement"), "differences", "Ctrl+E",
     QT_TRANSLATE_NOOP("Ui", "Ne comparer que les champs en écart"), true},
    {&WindowActions::nextPane, "nextPane", QT_TRANSLATE_NOOP("Ui", "Volet &suivant"), "next", "F6",
     QT_TRANSLATE_NOOP("Ui", "Passer de la liste aux détails et retour")},
    {&WindowActions::zoomFit, "zoomFit", QT_TRANSLATE_NOOP("Ui", "Ajuster à la &largeur"),
     "zoom-fit", "Ctrl+W", QT_TRANSLATE_NOOP("Ui", "Pages du tableau à la largeur de la fenêtre"),
     true},
    {&WindowActions::zoomActual, "zoomActual", QT_TRANSLATE_NOOP("Ui", "Taille &réelle (100 %)"),
     "zoom-actual", "Ctrl+H", QT_TRANSLATE_NOOP("Ui", "Pages du tableau à leur taille imprimée"),
     true},
    {&WindowActions::refresh, "refresh", QT_TRANSLATE_NOOP("Ui", "Actual&iser"), "refresh", "F5",
     QT_TRANSLATE_NOOP("Ui", "Relire la base et contrôler de nouveau")},
    {&WindowActions::themeSystem, "themeSystem", QT_TRANSLATE_NOOP("Ui", "Comme le s&ystème"),
     "theme", "Ctrl+F12",
     QT_TRANSLATE_NOOP("Ui", "Fenêtres claires ou sombres, comme celles du système"), true},
    {&WindowActions::themeLight, "themeLight", QT_TRANSLATE_NOOP("Ui", "&Clair"), "theme-light",
     "Shift+F12", QT_TRANSLATE_NOOP("Ui", "Fenêtres claires"), true},
    {&WindowActions::themeDark, "themeDark", QT_TRANSLATE_NOOP("Ui", "&Sombre"), "theme-dark",
     "Ctrl+Shift+F12", QT_TRANSLATE_NOOP("Ui", "Fenêtres sombres"), true},
    {&WindowActions::checkSettings, "checkSettings",
     QT_TRANSLATE_NOOP("Ui", "&Réglages du contrôle…"), "settings", "Ctrl+R",
     QT_TRANSLATE_NOOP("Ui", "Changer la gravité des règles, les délais et les départements")},
    {&WindowActions::exchangeSettings, "exchangeSettings",
     QT_TRANSLATE_NOOP("Ui", "Réglages des éc&hanges…"), "exchange-settings", "Ctrl+Shift+G",
     QT_TRANSLATE_NOOP("Ui", "Dire d'où vient le flux du portail et où vont les exports")},
    {&WindowActions::watchFolders, "watchFolders", QT_TRANSLATE_NOOP("Ui", "&Dossiers surveillés…"),
     "watch", "Ctrl+Shift+W",
     QT_TRANSLATE_NOOP("Ui", "Choisir les dossiers dont les nouveaux fichiers sont proposés")},
    {&WindowActions::personalData, "personalData",
     QT_TRANSLATE_NOOP("Ui", "Données &personnelles…"), "persons", "Ctrl+Shift+F3",
     QT_TRANSLATE_NOOP("Ui", "Montrer, corriger ou effacer ce que la base dit d'une personne")},
    {&WindowActions::help, "help", QT_TRANSLATE_NOOP("Ui", "&Aide de Recoupe"), "help", "F1",
     QT_TRANSLATE_NOOP("Ui", "Touches, verdicts et états")},
    {&WindowActions::guidedTour, "guidedTour", QT_TRANSLATE_NOOP("Ui", "&Visite guidée"), "tour",
     "Shift+F1",
     QT_TRANSLATE_NOOP("Ui", "Importer, contrôler, éditer : le travail en trois étapes")},
    {&WindowActions::demonstration, "demonstration",
     QT_TRANSLATE_NOOP("Ui", "&Découvrir avec les données de démonstration"), "demonstration",
     "Ctrl+Shift+F1",
     QT_TRANSLATE_NOOP("Ui", "Ouvrir une fenêtre à part sur des données fictives")},
    {&WindowActions::about, "about", QT_TRANSLATE_NOOP("Ui", "À &propos de Recoupe"), "about",
     "Ctrl+F1", QT_TRANSLATE_NOOP("Ui", "Version, base et opérateur")},
};

//! What reads from the base more than is shown, or writes to it.
constexpr QAction *WindowActions::*baseActions[] = {
    &WindowActions::importFiles,
    &WindowActions::importMapped,
    &WindowActions::saveTable,
    &WindowActions::printTable,
    &WindowActions::issueEdition,
    &WindowActions::compareEditions,
    &WindowActions::annulEdition,
    &WindowActions::prescribers,
    &WindowActions::mailTable,
    &WindowActions::fetchFeed,
    &WindowActions::exportNow,
    &WindowActions::exportAll,
    &WindowActions::exportToFolder,
    &WindowActions::exportDifferences,
    &WindowActions::deliveryDifferences,
    &WindowActions::confirmDelivery,
    &WindowActions::dropDelivery,
    &WindowActions::retryDelivery,
    &WindowActions::acknowledge,
    &WindowActions::undo,
    &WindowActions::redo,
    &WindowActions::undoBatch,
    &WindowActions::validateNext,
    &WindowActions::activate,
    &WindowActions::overrideGap,
    &WindowActions::deactivate,
    &WindowActions::setAside,
    &WindowActions::takeUp,
    &WindowActions::holdSession,
    &WindowActions::releaseSession,
    &WindowActions::addNote,
    &WindowActions::recruitmentOpen,
    &WindowActions::recruitmentSuspended,
    &WindowActions::recruitmentClosed,
    &WindowActions::requestCorrection,
    &WindowActions::remindOrganisation,
    &WindowActions::validateConforming,
    &WindowActions::associate,
    &WindowActions::associateOther,
    &WindowActions::dissociate,
    &WindowActions::refuseAward,
    &WindowActions::checkSettings,
    &WindowActions::exchangeSettings,
    &WindowActions::personalData,
};

constexpr char doesProperty[] = "recoupeDoes";
constexpr char whyNotProperty[] = "recoupeWhyNot"; //!< as it was last set
constexpr char heldProperty[] = "recoupeHeld";     //!< why it is held

} // namespace

WindowActions::WindowActions(QWidget *window)
{
    for (const ActionSpec &spec : actionSpecs) {
        auto *action =
            new QAction(themedIcon(QString::fromLatin1(spec.icon)), UiTr::tr(spec.text), window);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(spec.keys)));
        action->setProperty(doesProperty, UiTr::tr(spec.does));
        action->setCheckable(spec.checkable);
        setAvailable(action, {});
        window->addAction(action);
        this->*spec.action = action;
    }
}

void WindowActions::fillMenuBar(QMenuBar *bar)
{
    fileMenu = bar->addMenu(UiTr::tr("&Fichier"));
    fileMenu->addActions({importFiles, importMapped, fetchFeed});
    fileMenu->addSeparator();
    fileMenu->addMenu(makeExportMenu(bar));
    fileMenu->addAction(exportList);
    fileMenu->addSeparator();
    fileMenu->addActions({saveTable, printTable});
    fileMenu->addSeparator();
    fileMenu->addActions({issueEdition, compareEditions, annulEdition});
    fileMenu->addSeparator();
    fileMenu->addActions({prescribers, mailTable});
    fileMenu->addSeparator();
    fileMenu->addActions({chooseDatabase, restoreBackup});
    fileMenu->addSeparator();
    fileMenu->addAction(quit);
    QMenu *edit = bar->addMenu(UiTr::tr("É&dition"));
    edit->addActions({undo, redo, undoBatch});
    edit->addSeparator();
    edit->addAction(copy);
    edit->addSeparator();
    edit->addActions({search, resetFilter, views, columns});
    edit->addSeparator();
    edit->addAction(commands);
    QMenu *session = bar->addMenu(UiTr::tr("&Session"));
    session->addActions({validateNext, activate, overrideGap, deactivate});
    session->addSeparator();
    session->addActions({setAside, takeUp, addNote});
    session->addSeparator();
    session->addActions({holdSession, releaseSession});
    session->addSeparator();
    recruitmentMenu = session->addMenu(themedIcon(QStringLiteral("recruitment")),
                                       UiTr::tr("État du &recrutement"));
    recruitmentMenu->addActions({recruitmentOpen, recruitmentSuspended, recruitmentClosed});
    QMenu *notification =
        session->addMenu(themedIcon(QStringLiteral("candidates")), UiTr::tr("&Notification"));
    notification->addActions({candidates});
    notification->addSeparator();
    notification->addActions({associate, associateOther, dissociate, refuseAward});
    session->addSeparator();
    session->addActions({requestCorrection, remindOrganisation});
    session->addSeparator();
    session->addActions({validateConforming});
    session->addSeparator();
    session->addActions({nextGap, previousGap});
    QMenu *view = bar->addMenu(UiTr::tr("&Affichage"));
    view->addActions({showHome, showControl, showAwards, showTable, showExports, showJournal});
    view->addSeparator();
    view->addActions({filterPane, comparison, differencesOnly, nextPane});
    view->addSeparator();
    view->addActions({zoomFit, zoomActual});
    view->addSeparator();
    QMenu *theme = view->addMenu(themedIcon(QStringLiteral("theme")), UiTr::tr("Thè&me"));
    theme->addActions({themeSystem, themeLight, themeDark});
    view->addSeparator();
    view->addAction(refresh);
    QMenu *tools = bar->addMenu(UiTr::tr("&Outils"));
    tools->addActions({checkSettings, exchangeSettings, watchFolders});
    tools->addSeparator();
    tools->addAction(personalData);
    QMenu *helpMenu = bar->addMenu(UiTr::tr("A&ide"));
    helpMenu->addActions({help, guidedTour, demonstration});
    helpMenu->addSeparator();
    helpMenu->addAction(about);
    for (QMenu *menu :
         {fileMenu, edit, session, recruitmentMenu, notification, view, theme, tools, helpMenu})
        menu->setToolTipsVisible(true);
}

QMenu *WindowActions::makeExportMenu(QWidget *parent) const
{
    auto *menu = new QMenu(UiTr::tr("E&xports"), parent);
    menu->setIcon(themedIcon(QStringLiteral("page-exports")));
    menu->setToolTipsVisible(true);
    menu->addActions({exportNow, exportAll, exportToFolder});
    menu->addSeparator();
    menu->addActions({exportDifferences, deliveryDifferences});
    menu->addSeparator();
    menu->addActions({confirmDelivery, dropDelivery, retryDelivery});
    menu->addSeparator();
    menu->addAction(acknowledge);
    return menu;
}

void WindowActions::holdBaseActions(const QString &whyNot) const
{
    for (QAction *WindowActions::*const of : baseActions) {
        QAction *action = this->*of;
        action->setProperty(heldProperty, whyNot);
        setAvailable(action, action->property(whyNotProperty).toString());
    }
}

void setAvailable(QAction *action, const QString &reason)
{
    action->setProperty(whyNotProperty, reason);
    const QString held = action->property(heldProperty).toString();
    const QString &whyNot = held.isEmpty() ? reason : held;
    action->setEnabled(whyNot.isEmpty());
    const QString description = descriptionOf(action);
    const QString tip =
        whyNot.isEmpty() ? description : UiTr::tr("%1\nIndisponible : %2").arg(description, whyNot);
    action->setToolTip(tip);
    action->setStatusTip(whyNot.isEmpty() ? action->property(doesProperty).toString() : whyNot);
}

QString descriptionOf(const QAction *action)
{
    const QString does = action->property(doesProperty).toString();
    return action->shortcut().isEmpty()
               ? does
               : UiTr::tr("%1 (%2)").arg(does,
                                         action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace recoupe
