// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backoffice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

// A resource in a static library must be named by a plain function to be linked in.
static void initDemoResource()
{
    Q_INIT_RESOURCE(demo);
}

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! Readers take files of the disk; the demonstration data are embedded in the program.
Result<QString> unpack(const QString &name, const QDir &folder)
{
    QFile source(QStringLiteral(":/demo/") + name);
    const QString target = folder.filePath(name);
    if (!source.copy(target))
        return fail(
            ErrorCode::FileUnwritable,
            Tr::tr("Le fichier de démonstration « %1 » n'a pas pu être écrit dans le dossier "
                   "temporaire : vérifier la place sur le disque.")
                .arg(name),
            source.errorString());
    return target;
}

//! Fails unless the base is empty or these data are in it already.
Result<> expectNoOthers(BackOffice &office, const QList<ImportPlan> &plans,
                        const Progress &progress)
{
    const Result<WorkspacePtr> base = office.workspace(progress);
    if (!base)
        return failureOf(base);
    const Result<QList<Prescriber>> prescribers = office.distribution().prescribers();
    if (!prescribers)
        return failureOf(prescribers);
    if ((*base)->sessions.isEmpty() && (*base)->awards.isEmpty() && prescribers->isEmpty())
        return {};
    const Result<ImportTrial> trial = office.imports().tryAll(plans, nullptr, progress);
    if (!trial)
        return failureOf(trial);
    const bool isThere = std::ranges::all_of(trial->files, [](const ImportOutcome &file) {
        return file.summary && !file.summary->changedAnything();
    });
    if (isThere)
        return {};
    return fail(ErrorCode::Refused,
                Tr::tr("La base contient déjà d'autres données, auxquelles celles de démonstration "
                       "ne doivent pas être mêlées : les charger dans une base à part, par exemple "
                       "avec « --database sqlite:demonstration.recoupe »."));
}

} // namespace

Result<QList<ImportSummary>> BackOffice::loadDemo(const Progress &progress)
{
    struct DemoFile
    {
        const char16_t *name;
        std::optional<ImportKind> kind = {}; //!< empty: its content tells
    };
    static constexpr std::array files{DemoFile{u"portail.xml"}, DemoFile{u"notifications.csv"},
                                      DemoFile{u"notifications-agefiph.xlsx"},
                                      DemoFile{u"sesar.xlsx"},
                                      DemoFile{u"prescripteurs.csv", ImportKind::Prescribers}};
    initDemoResource();
    if (Result<> opened = open(); !opened)
        return failureOf(opened);
    const QTemporaryDir folder;
    QList<ImportPlan> plans;
    for (const auto &[name, kind] : files) {
        const Result<QString> file = unpack(QString::fromUtf16(name), QDir(folder.path()));
        if (!file)
            return failureOf(file);
        ImportPlan plan{.file = *file, .kind = kind};
        plan.profile.funder = Funder::Agefiph;
        plans << plan;
    }
    if (const Result<> pure = expectNoOthers(*this, plans, progress); !pure)
        return failureOf(pure);
    // All or nothing: a part of them could not be told from somebody's own.
    QList<ImportSummary> summaries;
    const Result<> loaded = m_database->inTransaction([&]() -> Result<> {
        summaries.clear();
        for (const ImportPlan &plan : plans) {
            Result<ImportSummary> summary = imports().import(plan, progress);
            if (!summary)
                return failureOf(summary);
            summaries.append(*std::move(summary));
        }
        return {};
    });
    return loaded.map([&] { return summaries; });
}

} // namespace recoupe
