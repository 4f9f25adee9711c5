// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/manual.h"

#include "cli/command.h"

namespace recoupe {

namespace {

QString statusText()
{
    return CliTr::tr("Résultat : 0 fait ; 1 fait, avec des lignes rejetées, des refus ou des "
                     "constats bloquants ; 2 mauvais usage ; 3 fichier illisible ; 4 erreur de "
                     "base ; 5 serveur qui ne répond pas, refuse ou n'est pas sûr.");
}

//! For man(7): a backslash and the dash have a meaning there, and so has a line's first full stop
//! or apostrophe.
QString escaped(QString text)
{
    text.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(QStringLiteral("\\&"));
    return text;
}

QString bold(const QString &text)
{
    return QStringLiteral("\\fB%1\\fR").arg(escaped(text));
}

QString italic(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral(" \\fI%1\\fR").arg(escaped(text));
}

//! What is explained, and by what.
QStringList explained(const QString &term, const QString &meaning)
{
    return {QStringLiteral(".TP"), term, escaped(meaning)};
}

QStringList explained(const ManualOption &option)
{
    return explained(bold(QStringLiteral("--") + option.name) + italic(option.value), option.help);
}

QString section(const QString &title)
{
    return QStringLiteral(".SH ") + title;
}

QStringList commandsSection(const Manual &manual)
{
    QStringList lines{section(CliTr::tr("COMMANDES"))};
    for (const ManualCommand &command : manual.commands) {
        lines << explained(bold(command.name) + italic(command.synopsis), command.summary);
        if (command.options.isEmpty())
            continue;
        lines << QStringLiteral(".RS");
        for (const ManualOption &option : command.options)
            lines << explained(option);
        lines << QStringLiteral(".RE");
    }
    return lines;
}

QStringList environmentSection()
{
    return QStringList{section(CliTr::tr("ENVIRONNEMENT"))} +
           explained(bold(QStringLiteral("RECOUPE_DATABASE")),
                     CliTr::tr("La base, quand l'option --database ne la dit pas.")) +
           explained(bold(QStringLiteral("RECOUPE_LANGUAGE")),
                     CliTr::tr("La langue, quand une traduction est installée ; sinon le "
                               "français.")) +
           explained(bold(QStringLiteral("RECOUPE_SECRET_FEED")) + QStringLiteral(", ") +
                         bold(QStringLiteral("RECOUPE_SECRET_PARTNER_")) +
                         italic(CliTr::tr("PARTENAIRE")).trimmed(),
                     CliTr::tr("Les mots de passe d'une tâche planifiée, là où il n'y a pas de "
                               "trousseau."));
}

} // namespace

QString helpText(const Manual &manual)
{
    QStringList lines{CliTr::tr("Usage : recoupe [OPTIONS] [COMMANDE [ARGUMENTS]]"), QString(),
                      CliTr::tr("Sans commande, la fenêtre s'ouvre. Commandes :")};
    for (const ManualCommand &command : manual.commands) {
        lines << QStringLiteral("  %1 %2").arg(command.name, command.synopsis)
              << QStringLiteral("      %1").arg(command.summary);
        for (const ManualOption &option : command.options)
            lines << QStringLiteral("        --%1 %2  %3")
                         .arg(option.name, option.value, option.help);
    }
    lines << QString() << CliTr::tr("Options :");
    for (const ManualOption &option : manual.options)
        lines << QStringLiteral("  --%1 %2  %3").arg(option.name, option.value, option.help);
    lines << QStringLiteral("  --help, --version") << QString() << statusText();
    return lines.join(u'\n');
}

QString manualPage(const Manual &manual)
{
    QStringList lines{
        QStringLiteral(".TH RECOUPE 1 \"\" \"Recoupe " RECOUPE_VERSION "\" \"Recoupe\""),
        section(CliTr::tr("NOM")),
        QStringLiteral("recoupe \\- ") +
            CliTr::tr("recoupe offres de formation, notifications de marché et déclarations SESAR"),
        section(CliTr::tr("SYNOPSIS")),
        bold(QStringLiteral("recoupe")) + italic(CliTr::tr("[OPTIONS] [COMMANDE [ARGUMENTS]]")),
        section(CliTr::tr("DESCRIPTION")),
        escaped(CliTr::tr("Sans commande, la fenêtre s'ouvre ; un fichier .recoupe nommé seul est "
                          "la base à ouvrir, tout autre fichier est proposé à l'import. Les "
                          "messages vont sur la sortie d'erreur, les résultats sur la sortie "
                          "standard."))};
    lines << section(CliTr::tr("OPTIONS"));
    for (const ManualOption &option : manual.options)
        lines << explained(option);
    lines << commandsSection(manual) << environmentSection() << section(CliTr::tr("ÉTAT DE SORTIE"))
          << escaped(statusText());
    return lines.join(u'\n');
}

} // namespace recoupe
