// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitstatus.h"
#include "services/backoffice.h"

#include <QCommandLineParser>
#include <QJsonDocument>

#include <limits>
#include <span>

namespace recoupe {

//! Translation context of the command line.
struct CliTr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

//! What one command works with. Results go to standard output, sentences to standard error.
class CommandContext
{
public:
    CommandContext(BackOffice &office, const QCommandLineParser &parser, QStringList arguments);

    [[nodiscard]] BackOffice &office() { return m_office; }
    //! What stands after the command's name.
    [[nodiscard]] const QStringList &arguments() const { return m_arguments; }
    [[nodiscard]] bool isSet(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_parser.value(option); }

    //! Opens the base; Refused where its account may not write to it, before anything is made.
    [[nodiscard]] Result<> openToWrite();

    void print(const QString &line) const;
    void print(const QJsonDocument &document) const;
    void say(const QString &sentence) const;
    //! Says why and gives the exit status that goes with it.
    ExitStatus fail(const Error &error) const;
    //! Wrong use: says the sentence and the command's synopsis.
    ExitStatus misuse(const QString &sentence) const;

private:
    BackOffice &m_office;
    const QCommandLineParser &m_parser;
    QStringList m_arguments;
};

//! One command of the command line.
struct Command
{
    const char *name;
    const char *synopsis;                 //!< after the name, as in --help
    const char *summary;                  //!< French, one line
    std::span<const char *const> options; //!< names, see commandOptions()
    ExitStatus (*run)(CommandContext &context);
    qsizetype maxArguments = unlimited; //!< after the name
    BackOffice::Base base = BackOffice::Base::MustExist;

    static constexpr qsizetype unlimited = std::numeric_limits<qsizetype>::max();
};

ExitStatus runImport(CommandContext &context);
ExitStatus runDemo(CommandContext &context);
ExitStatus runCheck(CommandContext &context);
ExitStatus runSessions(CommandContext &context);
ExitStatus runHistory(CommandContext &context);
ExitStatus runActivate(CommandContext &context);
ExitStatus runDeactivate(CommandContext &context);
ExitStatus runRecruitment(CommandContext &context);
ExitStatus runUndo(CommandContext &context);
ExitStatus runRedo(CommandContext &context);
ExitStatus runAssociate(CommandContext &context);
ExitStatus runRefuse(CommandContext &context);
ExitStatus runSetAside(CommandContext &context);
ExitStatus runTakeUp(CommandContext &context);
ExitStatus runHold(CommandContext &context);
ExitStatus runRelease(CommandContext &context);
ExitStatus runNote(CommandContext &context);
ExitStatus runSettings(CommandContext &context);
ExitStatus runProfiles(CommandContext &context);
ExitStatus runLetters(CommandContext &context);
ExitStatus runPrescribers(CommandContext &context);
ExitStatus runMailTable(CommandContext &context);
ExitStatus runTable(CommandContext &context);
ExitStatus runEditions(CommandContext &context);
ExitStatus runCompareEdition(CommandContext &context);
ExitStatus runAnnulEdition(CommandContext &context);
ExitStatus runExport(CommandContext &context);
ExitStatus runDeliveries(CommandContext &context);
ExitStatus runConfirmDelivery(CommandContext &context);
ExitStatus runRetryDelivery(CommandContext &context);
ExitStatus runDropDelivery(CommandContext &context);
ExitStatus runAcknowledge(CommandContext &context);
ExitStatus runSync(CommandContext &context);
ExitStatus runRetention(CommandContext &context);
ExitStatus runPersons(CommandContext &context);
ExitStatus runVerify(CommandContext &context);
ExitStatus runBackup(CommandContext &context);
ExitStatus runRestore(CommandContext &context);
ExitStatus runMove(CommandContext &context);
ExitStatus runSecret(CommandContext &context);
ExitStatus runRoles(CommandContext &context);

} // namespace recoupe
