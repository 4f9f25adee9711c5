// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/command.h"
#include "cli/manual.h"
#include "platform/environment.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

struct OptionText
{
    const char *name;
    const char *help;
    const char *value; //!< null for a switch
};

constexpr std::array globalOptions{
    OptionText{
        "database",
        QT_TRANSLATE_NOOP("CommandLine",
                          "La base : sqlite:CHEMIN ou postgresql://UTILISATEUR@HÔTE:PORT/NOM "
                          "(sinon la variable RECOUPE_DATABASE, sinon celle des réglages, sinon la "
                          "base du poste)."),
        "URL"},
    OptionText{"today",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Le jour pour lequel les règles et les éditions sont calculées."),
               "AAAA-MM-JJ"},
    OptionText{"operator",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Le nom sous lequel les décisions sont enregistrées ; sur "
                                 "un serveur, c'est celui du compte."),
               "NOM"},
};

constexpr std::array commandOptionTexts{
    OptionText{"json", QT_TRANSLATE_NOOP("CommandLine", "Résultat en JSON."), nullptr},
    OptionText{"funder",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Financeur des lignes qui n'en nomment pas : region, pole-emploi "
                                 "ou agefiph."),
               "FINANCEUR"},
    OptionText{"profile",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Lire les tableaux comme le dit le profil de ce nom (voir "
                                 "profiles)."),
               "NOM"},
    OptionText{
        "dry-run",
        QT_TRANSLATE_NOOP("CommandLine", "Dire ce qui serait fait, sans rien changer à la base."),
        nullptr},
    OptionText{"rejected",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Écrire les lignes rejetées, telles qu'elles sont et avec leur "
                                 "erreur, dans ce fichier CSV ; d'un seul fichier à la fois."),
               "FICHIER"},
    OptionText{"save", QT_TRANSLATE_NOOP("CommandLine", "Garder un profil sous ce nom."), "NOM"},
    OptionText{"remove", QT_TRANSLATE_NOOP("CommandLine", "Supprimer le profil de ce nom."), "NOM"},
    OptionText{"encoding",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Encodage du texte : UTF-8, UTF-16, Windows-1252 ou ISO-8859-15 ; "
                                 "sinon reconnu."),
               "ENCODAGE"},
    OptionText{"separator",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Ce qui sépare les cellules du texte, ou tab ; sinon reconnu."),
               "CARACTÈRE"},
    OptionText{"header-line",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Ligne où commence l'en-tête, à partir de 1 ; sinon reconnue."),
               "LIGNE"},
    OptionText{"status",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Seulement ces états, séparés par des virgules : conforming, "
                                 "discrepancy, ambiguous, no-award, incomplete, to-review, "
                                 "set-aside, active, inactive, open, suspended, closed, unknown."),
               "ÉTATS"},
    OptionText{"apply", QT_TRANSLATE_NOOP("CommandLine", "Supprimer pour de bon."), nullptr},
    OptionText{"find",
               QT_TRANSLATE_NOOP("CommandLine", "Montrer tout ce qui parle de cette personne."),
               "TEXTE"},
    OptionText{"erase",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Effacer cette personne de toute la base et des envois qui "
                                 "attendent."),
               "TEXTE"},
    OptionText{"correct", QT_TRANSLATE_NOOP("CommandLine", "Ce qu'il faut corriger."), "TEXTE"},
    OptionText{"with", QT_TRANSLATE_NOOP("CommandLine", "Ce qui en prend la place."), "TEXTE"},
    OptionText{"remove-backups",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Supprimer aussi les sauvegardes que le programme a gardées, et "
                                 "en faire une nouvelle."),
               nullptr},
    OptionText{"reason", QT_TRANSLATE_NOOP("CommandLine", "Motif de la décision ou de la demande."),
               "TEXTE"},
    OptionText{"why",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Pourquoi : place, mandataire, dates, market-number, duplicate, "
                                 "cancelled, unreachable, ou other avec --reason."),
               "RAISON"},
    OptionText{"take-over",
               QT_TRANSLATE_NOOP("CommandLine", "Prendre la suite de qui les a prises en charge."),
               nullptr},
    OptionText{"conforming", QT_TRANSLATE_NOOP("CommandLine", "Toutes les sessions conformes."),
               nullptr},
    OptionText{"action",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Les numéros sont ceux d'actions entières (formations LHÉO)."),
               nullptr},
    OptionText{"draft", QT_TRANSLATE_NOOP("CommandLine", "Un projet, sans numéro."), nullptr},
    OptionText{"issue", QT_TRANSLATE_NOOP("CommandLine", "Une édition, numérotée et figée."),
               nullptr},
    OptionText{"none",
               QT_TRANSLATE_NOOP("CommandLine", "Plus aucune association : le numéro de marché "
                                                "décide à nouveau."),
               nullptr},
    OptionText{"edition",
               QT_TRANSLATE_NOOP("CommandLine", "Une édition déjà sortie, telle quelle."),
               "AAAA-NN"},
    OptionText{"date", QT_TRANSLATE_NOOP("CommandLine", "Le jour de l'édition ou de l'export."),
               "AAAA-MM-JJ"},
    OptionText{"output", QT_TRANSLATE_NOOP("CommandLine", "Le fichier ou le dossier à écrire."),
               "CHEMIN"},
    OptionText{
        "paper",
        QT_TRANSLATE_NOOP("CommandLine",
                          "Le papier du tableau, pour le PDF et le classeur\u00A0: a4 (sinon) ou "
                          "a3."),
        "PAPIER"},
    OptionText{
        "group",
        QT_TRANSLATE_NOOP("CommandLine", "Grouper par departement (sinon), funder ou domain."),
        "GROUPEMENT"},
    OptionText{
        "departement",
        QT_TRANSLATE_NOOP("CommandLine",
                          "Seulement ce département (son code) ; de l'envoi, « region » aussi : "
                          "les destinataires de toute la région."),
        "CODE"},
    OptionText{"funders",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Ne montrer que ces financeurs, séparés par des virgules : "
                                 "region, pole-emploi, agefiph."),
               "FINANCEURS"},
    OptionText{"preview",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Dire ce qui changerait chez le partenaire, sans rien envoyer."),
               nullptr},
    OptionText{"log",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Ajouter à ce fichier une ligne par étape, sans donnée "
                                 "personnelle."),
               "FICHIER"},
    OptionText{"remove-secret",
               QT_TRANSLATE_NOOP("CommandLine", "Oublier ce qui est gardé sous ce nom."), nullptr},
    OptionText{"heads",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Le fichier où la ronde et la première ouverture de chaque jour "
                                 "notent la tête du journal : toutes doivent encore y être."),
               "FICHIER"},
    OptionText{"head",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Une empreinte notée avant, ou le fichier où verify --json a été "
                                 "gardé : elle doit encore être dans le journal."),
               "EMPREINTE"},
    OptionText{"grant",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Donner ce rôle, à la place de tout autre : reader, operator ou "
                                 "administrator."),
               "RÔLE"},
    OptionText{"revoke", QT_TRANSLATE_NOOP("CommandLine", "Retirer son rôle à ce compte."),
               "COMPTE"},
    OptionText{"list", QT_TRANSLATE_NOOP("CommandLine", "Les comptes qui ont un rôle."), nullptr},
    OptionText{"sql",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Écrire ce que --grant ferait, pour l'administrateur du serveur, "
                                 "sans rien changer."),
               nullptr},
    OptionText{"from", QT_TRANSLATE_NOOP("CommandLine", "La base à recopier."), "URL"},
    OptionText{"to",
               QT_TRANSLATE_NOOP("CommandLine", "La base, vide ou nouvelle, où tout est recopié."),
               "URL"},
    OptionText{"late",
               QT_TRANSLATE_NOOP("CommandLine", "Relancer les organismes sur toutes les "
                                                "notifications en retard de saisie."),
               nullptr},
};

constexpr std::array exportOptions{"output", "date", "preview", "reason", "json"};
constexpr std::array secretOptions{"remove-secret"};
constexpr std::array syncOptions{"log", "json"};
constexpr std::array importOptions{"funder", "profile", "dry-run", "rejected", "json"};
constexpr std::array profilesOptions{"save",      "remove",      "funder", "encoding",
                                     "separator", "header-line", "json"};
constexpr std::array jsonOption{"json"};
constexpr std::array rolesOptions{"grant", "revoke", "list", "sql", "json"};
constexpr std::array moveOptions{"from", "to", "json"};
constexpr std::array personOptions{"find",   "erase",          "correct", "with",
                                   "reason", "remove-backups", "json"};
constexpr std::array retentionOptions{"dry-run", "apply", "json"};
constexpr std::array verifyOptions{"head", "heads", "json"};
constexpr std::array sessionsOptions{"json", "status"};
constexpr std::array activateOptions{"reason", "conforming", "action", "json"};
constexpr std::array deactivateOptions{"reason", "action", "json"};
constexpr std::array associateOptions{"reason", "none", "json"};
constexpr std::array reasonOptions{"reason", "json"};
constexpr std::array holdOptions{"take-over", "json"};
constexpr std::array setAsideOptions{"why", "reason", "json"};
constexpr std::array letterOptions{"late", "reason", "output", "json"};
constexpr std::array tableOptions{"draft",       "issue",   "edition", "date",   "output", "group",
                                  "departement", "funders", "paper",   "reason", "json"};
constexpr std::array compareOptions{"date", "json"};
constexpr std::array annulOptions{"reason"};
constexpr std::array prescriberOptions{"edition", "json"};
constexpr std::array mailTableOptions{"edition", "departement", "output", "json"};

constexpr std::array commands{
    Command{"import", "lheo|awards|sesar|prescribers FICHIER…",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Importe des fichiers du portail ou des financeurs, ou "
                              "la liste des destinataires du tableau."),
            importOptions, runImport, Command::unlimited, BackOffice::Base::MayBeNew},
    Command{"check", "",
            QT_TRANSLATE_NOOP("CommandLine", "Rapproche et contrôle tout ; donne les constats."),
            jsonOption, runCheck, 0},
    Command{"sessions", "",
            QT_TRANSLATE_NOOP("CommandLine", "Les sessions, avec leurs trois états."),
            sessionsOptions, runSessions, 0},
    Command{"activate", "SESSION… | --conforming",
            QT_TRANSLATE_NOOP("CommandLine", "Active des sessions et leurs actions."),
            activateOptions, runActivate},
    Command{"deactivate", "SESSION…", QT_TRANSLATE_NOOP("CommandLine", "Désactive des sessions."),
            deactivateOptions, runDeactivate},
    Command{"set-aside", "SESSION…",
            QT_TRANSLATE_NOOP("CommandLine", "Écarte des sessions de la file."), setAsideOptions,
            runSetAside},
    Command{"take-up", "SESSION…",
            QT_TRANSLATE_NOOP("CommandLine", "Remet des sessions écartées dans la file."),
            reasonOptions, runTakeUp},
    Command{"hold", "SESSION…",
            QT_TRANSLATE_NOOP("CommandLine", "Prend des sessions en charge : les collègues voient "
                                             "qui les traite."),
            holdOptions, runHold},
    Command{"release", "SESSION…",
            QT_TRANSLATE_NOOP("CommandLine", "Libère des sessions prises en charge."), jsonOption,
            runRelease},
    Command{"note", "SESSION [TEXTE]",
            QT_TRANSLATE_NOOP("CommandLine", "Ajoute une note à une session, ou montre les "
                                             "siennes."),
            jsonOption, runNote, 2},
    Command{"recruitment", "SESSION open|suspended|closed",
            QT_TRANSLATE_NOOP("CommandLine", "Fixe l'état de recrutement."), reasonOptions,
            runRecruitment, 2},
    Command{"associate", "SESSION NUMÉRO[/LOT] | --none SESSION…",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Associe une session à une notification, ou défait ce lien."),
            associateOptions, runAssociate},
    Command{"refuse", "SESSION NUMÉRO[/LOT]",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Écarte une notification pour une session : ce n'est pas la sienne."),
            reasonOptions, runRefuse, 2},
    Command{"settings", "[NOM=VALEUR…]",
            QT_TRANSLATE_NOOP("CommandLine", "Montre ou change les réglages du contrôle."),
            reasonOptions, runSettings},
    Command{"profiles", "[--save NOM COLONNE=EN-TÊTE… | --remove NOM]",
            QT_TRANSLATE_NOOP("CommandLine", "Montre, garde ou supprime des profils d'import : "
                                             "nos colonnes et leurs noms chez un financeur."),
            profilesOptions, runProfiles},
    Command{"letters", "SESSION… | --late, --output DOSSIER",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Écrit un brouillon par organisme mandataire (.eml), pour demander "
                              "une correction ou relancer, et le note dans l'historique."),
            letterOptions, runLetters},
    Command{"undo", "[LOT]",
            QT_TRANSLATE_NOOP("CommandLine", "Annule la dernière décision, le dernier lot ou celui "
                                             "que history nomme."),
            jsonOption, runUndo, 1},
    Command{"redo", "", QT_TRANSLATE_NOOP("CommandLine", "Reprend ce qui vient d'être annulé."),
            jsonOption, runRedo, 0},
    Command{"table", "--draft|--issue|--edition AAAA-NN --output FICHIER.(pdf|html|csv|xlsx)",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Le tableau des formations collectives, dans le format que dit la "
                              "fin du nom du fichier."),
            tableOptions, runTable, 0},
    Command{"editions", "",
            QT_TRANSLATE_NOOP("CommandLine", "Les éditions du tableau, la plus récente d'abord."),
            jsonOption, runEditions, 0},
    Command{"compare-edition", "[AAAA-NN]",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Ce qui change entre une édition, ou le projet du jour, et celle "
                              "d'avant."),
            compareOptions, runCompareEdition, 1},
    Command{"annul-edition", "AAAA-NN --reason TEXTE",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Annule la dernière édition en vigueur ; elle reste dans la liste."),
            annulOptions, runAnnulEdition, 1},
    Command{"prescribers", "[--edition AAAA-NN]",
            QT_TRANSLATE_NOOP("CommandLine", "Les destinataires du tableau ; d'une édition, ce qui "
                                             "a été préparé pour chaque département."),
            prescriberOptions, runPrescribers, 0},
    Command{"mail-table", "--edition AAAA-NN --output DOSSIER",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Prépare l'envoi d'une édition à qui n'en a encore rien eu, ou au "
                              "département nommé : des brouillons (.eml) avec le PDF et la page "
                              "HTML, les destinataires en copie cachée."),
            mailTableOptions, runMailTable, 0},
    Command{"export", "portal|sesar|aude|parcours3|parcoursh [--output DOSSIER]",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Envoie ses fichiers à un partenaire, là où disent les réglages ou "
                              "dans ce dossier. Une baisse anormale attend --reason ou "
                              "confirm-delivery."),
            exportOptions, runExport, 1},
    Command{"sync", "",
            QT_TRANSLATE_NOOP("CommandLine",
                              "La ronde du jour, pour un planificateur : relève le portail, "
                              "reprend les envois en attente, envoie à chaque partenaire."),
            syncOptions, runSync, 0},
    Command{"deliveries", "[PARTENAIRE]",
            QT_TRANSLATE_NOOP("CommandLine", "Les envois aux partenaires, le plus récent d'abord."),
            jsonOption, runDeliveries, 1},
    Command{"confirm-delivery", "N --reason TEXTE",
            QT_TRANSLATE_NOOP("CommandLine", "Confirme un envoi qui attend, et l'envoie."),
            reasonOptions, runConfirmDelivery, 1},
    Command{"retry-delivery", "N",
            QT_TRANSLATE_NOOP("CommandLine", "Essaie de nouveau un envoi en attente ou échoué."),
            jsonOption, runRetryDelivery, 1},
    Command{"drop-delivery", "N [--reason TEXTE]",
            QT_TRANSLATE_NOOP("CommandLine", "Abandonne un envoi qui n'est pas parti."),
            reasonOptions, runDropDelivery, 1},
    Command{"acknowledge", "FICHIER",
            QT_TRANSLATE_NOOP("CommandLine", "Lit l'accusé de réception de SESAR."), jsonOption,
            runAcknowledge, 1},
    Command{"secret", "database|feed|partner/PARTENAIRE [--remove-secret]",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Garde dans le trousseau le mot de passe ou le jeton lu sur "
                              "l'entrée standard."),
            secretOptions, runSecret, 1},
    Command{
        "history", "[SESSION]",
        QT_TRANSLATE_NOOP("CommandLine", "Les décisions, des plus anciennes aux plus récentes."),
        jsonOption, runHistory, 1},
    Command{"retention", "--dry-run | --apply",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Supprime ce qui a été gardé aussi longtemps que le disent les "
                              "réglages (retention/…-months), ou le compte seulement."),
            retentionOptions, runRetention, 0},
    Command{"persons",
            "--find TEXTE | --erase TEXTE --reason TEXTE [--remove-backups] | --correct TEXTE "
            "--with TEXTE --reason TEXTE",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Montre, efface ou corrige ce que la base dit d'une personne, nommée "
                              "par son nom, son adresse électronique ou son téléphone."),
            personOptions, runPersons, 0},
    Command{"verify", "[--head EMPREINTE] [--heads FICHIER]",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Vérifie la base et son journal ; donne l'empreinte de tête du "
                              "journal, à noter ailleurs."),
            verifyOptions, runVerify, 0},
    Command{"backup", "FICHIER",
            QT_TRANSLATE_NOOP("CommandLine", "Copie la base dans un nouveau fichier."),
            std::span<const char *const>(), runBackup, 1},
    Command{"restore", "FICHIER",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Remet une sauvegarde à la place de la base, qui est gardée à côté."),
            std::span<const char *const>(), runRestore, 1},
    Command{"move", "--from URL --to URL",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Recopie toute une base dans une autre, d'un fichier à un serveur ou "
                              "retour, et compare table par table."),
            moveOptions, runMove, 0},
    Command{"roles", "--grant RÔLE COMPTE | --revoke COMPTE | --list",
            QT_TRANSLATE_NOOP("CommandLine",
                              "Qui peut quoi dans la base d'un serveur ; pour son propriétaire."),
            rolesOptions, runRoles, 1, BackOffice::Base::MayBeNew},
    Command{"demo", "", QT_TRANSLATE_NOOP("CommandLine", "Charge les données de démonstration."),
            std::span<const char *const>(), runDemo, 0, BackOffice::Base::MayBeNew},
};

void tell(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
}

QCommandLineOption optionOf(const OptionText &text)
{
    const QString name = QString::fromLatin1(text.name);
    const QString help = CliTr::tr(text.help);
    return text.value ? QCommandLineOption(name, help, QString::fromUtf8(text.value))
                      : QCommandLineOption(name, help);
}

const Command *commandNamed(const QString &name)
{
    const auto command = std::ranges::find_if(commands, [&name](const Command &candidate) {
        return name == QLatin1String(candidate.name);
    });
    return command == commands.end() ? nullptr : &*command;
}

void addGlobalOptions(QCommandLineParser &parser)
{
    for (const OptionText &text : globalOptions)
        parser.addOption(optionOf(text));
}

ManualOption explained(const OptionText &text)
{
    return {QString::fromLatin1(text.name), QString::fromUtf8(text.value ? text.value : ""),
            CliTr::tr(text.help)};
}

Manual manual()
{
    Manual manual;
    for (const Command &command : commands) {
        QList<ManualOption> options;
        for (const char *name : command.options) {
            const auto text = std::ranges::find_if(commandOptionTexts, [name](const auto &option) {
                return QLatin1String(option.name) == QLatin1String(name);
            });
            options << explained(*text);
        }
        manual.commands << ManualCommand{QString::fromLatin1(command.name),
                                         QString::fromUtf8(command.synopsis),
                                         CliTr::tr(command.summary), options};
    }
    for (const OptionText &text : globalOptions)
        manual.options << explained(text);
    return manual;
}

QString faultIn(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    return unknown.isEmpty() ? CliTr::tr("Il manque une valeur à la dernière option.")
                             : CliTr::tr("Option « %1 » inconnue.").arg(unknown.first());
}

ExitStatus misuse(const QString &sentence)
{
    tell(sentence);
    tell(CliTr::tr("« recoupe --help » montre comment faire."));
    return ExitStatus::WrongUse;
}

//! Fills the options in; a French sentence when a value cannot be used.
QString readGlobalOptions(const QCommandLineParser &parser, GlobalOptions &options)
{
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    if (parser.isSet(QStringLiteral("database")))
        options.database = {value("database"), DatabaseOrigin::CommandLine};
    if (parser.isSet(QStringLiteral("operator"))) {
        options.operatorName = value("operator");
        options.namesOperator = true;
    }
    if (parser.isSet(QStringLiteral("today"))) {
        const QDate today = QDate::fromString(value("today"), Qt::ISODate);
        if (!today.isValid())
            return CliTr::tr("« %1 » n'est pas une date : l'écrire AAAA-MM-JJ.")
                .arg(value("today"));
        options.clock.fixedToday = today;
    }
    return {};
}

//! A word that names a file and no command: what a double click on a file gives.
bool isFileToOpen(const QString &word)
{
    return !commandNamed(word) && QFileInfo::exists(word);
}

//! A base is opened, where any other file would be imported.
bool isBase(const QString &word)
{
    return isFileToOpen(word) && QFileInfo(word).suffix() == u"recoupe";
}

} // namespace

std::optional<Invocation> parseCommandLine(const QStringList &arguments, ExitStatus &status)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    addGlobalOptions(parser);
    parser.addOptions({{{QStringLiteral("h"), QStringLiteral("help")}, QString()},
                       {{QStringLiteral("v"), QStringLiteral("version")}, QString()},
                       {QStringLiteral("man"), QString()}}); // the build makes the page of it
    status = ExitStatus::Done;
    if (!parser.parse(arguments)) {
        status = misuse(faultIn(parser));
        return std::nullopt;
    }
    const bool askedInside = arguments.contains(QStringLiteral("--help"));
    if (parser.isSet(QStringLiteral("help")) || askedInside) {
        std::fputs((helpText(manual()) + u'\n').toUtf8().constData(), stdout);
        return std::nullopt;
    }
    if (parser.isSet(QStringLiteral("man"))) {
        std::fputs((manualPage(manual()) + u'\n').toUtf8().constData(), stdout);
        return std::nullopt;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        std::fputs("recoupe " RECOUPE_VERSION "\n", stdout);
        return std::nullopt;
    }

    Invocation invocation;
    invocation.options.database = databaseOfStart();
    invocation.options.operatorName = currentOperatorName();
    if (const QString fault = readGlobalOptions(parser, invocation.options); !fault.isEmpty()) {
        status = misuse(fault);
        return std::nullopt;
    }
    invocation.arguments = parser.positionalArguments();
    if (!invocation.arguments.isEmpty() && isBase(invocation.arguments.first()))
        invocation.options.database = {
            urlOfBase(QFileInfo(invocation.arguments.takeFirst()).absoluteFilePath()),
            DatabaseOrigin::CommandLine};
    else if (!invocation.arguments.isEmpty() && !isFileToOpen(invocation.arguments.first()))
        invocation.command = invocation.arguments.takeFirst();
    return invocation;
}

ExitStatus runCommand(const Invocation &invocation)
{
    const Command *command = commandNamed(invocation.command);
    if (!command)
        return misuse(CliTr::tr("Commande « %1 » inconnue.").arg(invocation.command));

    QCommandLineParser parser;
    addGlobalOptions(parser); // also accepted after the command's name
    for (const OptionText &text : commandOptionTexts) {
        const auto isThis = [&text](const char *name) {
            return QLatin1String(name) == QLatin1String(text.name);
        };
        if (std::ranges::any_of(command->options, isThis))
            parser.addOption(optionOf(text));
    }
    if (!parser.parse(QStringList{QStringLiteral("recoupe")} + invocation.arguments))
        return misuse(faultIn(parser));
    GlobalOptions options = invocation.options;
    if (const QString fault = readGlobalOptions(parser, options); !fault.isEmpty())
        return misuse(fault);

    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() > command->maxArguments)
        return misuse(CliTr::tr("« %1 » est de trop pour la commande « %2 ».")
                          .arg(arguments.at(command->maxArguments), invocation.command));
    // What only looks or takes away makes no base.
    static const QStringList makingNone{QStringLiteral("dry-run"), QStringLiteral("sql"),
                                        QStringLiteral("list"), QStringLiteral("revoke")};
    const bool makesNone = std::ranges::any_of(
        makingNone, [&](const QString &option) { return parser.optionNames().contains(option); });
    BackOffice office(options.database.url, options.operatorName, options.clock,
                      makesNone ? BackOffice::Base::MustExist : command->base);
    CommandContext context(office, parser, arguments);
    const ExitStatus status = command->run(context);
    if (options.namesOperator && office.operatorName() != options.operatorName)
        tell(CliTr::tr("La base d'un serveur n'est signée que du nom du compte : « %1 » et non "
                       "« %2 ».")
                 .arg(office.operatorName(), options.operatorName));
    if (office.backupFailure())
        tell(CliTr::tr("La sauvegarde du jour n'a pas été faite : %1")
                 .arg(office.backupFailure()->message));
    if (office.headFailure())
        tell(CliTr::tr("La tête du journal n'a pas été notée : %1")
                 .arg(office.headFailure()->message));
    return status;
}

ExitStatus explainMissingDisplay()
{
    return misuse(
        CliTr::tr("Il n'y a pas d'écran ici pour ouvrir la fenêtre : nommer une commande."));
}

bool needsFonts(const QString &command)
{
    return command == u"table" || command == u"mail-table";
}

QString commandIn(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QString argument = QFile::decodeName(argv[i]);
        const bool takesValue =
            argument == u"--database" || argument == u"--today" || argument == u"--operator";
        if (takesValue)
            ++i;
        else if (!argument.startsWith(u'-'))
            return isFileToOpen(argument) ? QString() : argument;
    }
    return {};
}

} // namespace recoupe
