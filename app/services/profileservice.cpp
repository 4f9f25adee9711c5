// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/profileservice.h"

#include "exchange/awards/tableawards.h"
#include "exchange/sesar/sesarreader.h"
#include "exchange/table/tablepreview.h"
#include "storage/database.h"
#include "storage/profilerepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

Failure unknownProfile(const QString &name, const QList<TableProfile> &profiles)
{
    QStringList names;
    for (const TableProfile &profile : profiles)
        names << Tr::tr("« %1 »").arg(profile.name);
    return fail(ErrorCode::NotFound,
                names.isEmpty()
                    ? Tr::tr("Aucun profil ne s'appelle « %1 » : aucun n'est enregistré.").arg(name)
                    : Tr::tr("Aucun profil ne s'appelle « %1 » ; il y a : %2.")
                          .arg(name, names.join(u", ")));
}

//! All that a table may have, of either kind.
QStringList columnNames()
{
    QStringList names;
    for (const auto columns : {awardColumns(), sesarColumns()}) {
        for (const TableColumn &column : columns) {
            if (const QString name = QString::fromUtf16(column.name); !names.contains(name))
                names << name;
        }
    }
    return names;
}

//! Why a profile cannot be kept; empty when it can.
QString defectOf(const TableProfile &profile)
{
    if (profile.name.isEmpty())
        return Tr::tr("Donner un nom au profil.");
    const QStringList known = columnNames();
    for (auto column = profile.columns.begin(); column != profile.columns.end(); ++column) {
        if (!known.contains(column.key()))
            return Tr::tr("« %1 » n'est aucune de nos colonnes ; il y a : %2.")
                .arg(column.key(), known.join(u", "));
    }
    return {};
}

TableProfile trimmed(TableProfile profile)
{
    profile.name = profile.name.trimmed();
    return profile;
}

//! The profile of that name as it stands in the running transaction.
Result<ProfileState> standing(Database &database, const QString &name)
{
    return ProfileRepository(database).profiles().map(
        [&](const QList<TableProfile> &profiles) -> ProfileState {
            const auto found = std::ranges::find(profiles, name, &TableProfile::name);
            return found == profiles.end() ? std::nullopt : ProfileState(*found);
        });
}

} // namespace

ProfileService::ProfileService(Database &database)
    : m_database(database)
{
}

Result<QList<TableProfile>> ProfileService::profiles() const
{
    return ProfileRepository(m_database).profiles();
}

Result<TableProfile> ProfileService::find(const QString &name) const
{
    const Result<QList<TableProfile>> all = profiles();
    if (!all)
        return failureOf(all);
    const auto found = std::ranges::find(*all, name.trimmed(), &TableProfile::name);
    if (found == all->end())
        return unknownProfile(name, *all);
    return *found;
}

Result<TableProfile> ProfileService::save(TableProfile profile)
{
    profile = trimmed(std::move(profile));
    if (const QString defect = defectOf(profile); !defect.isEmpty())
        return fail(ErrorCode::InvalidArgument, defect);
    return m_database.inTransaction([&] { return ProfileRepository(m_database).save(profile); })
        .map([&] { return profile; });
}

Result<SavedProfile> ProfileService::saveUnlessChanged(TableProfile profile,
                                                       const ProfileState &seen)
{
    SavedProfile saved{trimmed(std::move(profile))};
    if (const QString defect = defectOf(saved.profile); !defect.isEmpty())
        return fail(ErrorCode::InvalidArgument, defect);
    const ProfileState wanted = saved.profile;
    return m_database
        .inTransaction([&]() -> Result<> {
            const Result<ProfileState> now = standing(m_database, saved.profile.name);
            if (!now)
                return failureOf(now);
            saved.meanwhile =
                *now == wanted ? QList<MeanwhileChange>() : profileChanges(seen, *now, wanted);
            return saved.meanwhile.isEmpty() ? ProfileRepository(m_database).save(saved.profile)
                                             : Result<>();
        })
        .map([&] { return saved; });
}

Result<> ProfileService::remove(const QString &name)
{
    const Result<TableProfile> found = find(name);
    if (!found)
        return failureOf(found);
    return m_database.inTransaction([&]() -> Result<> {
        return ProfileRepository(m_database).remove(found->name).map([](bool) {});
    });
}

Result<QList<MeanwhileChange>> ProfileService::removeUnlessChanged(const TableProfile &seen)
{
    QList<MeanwhileChange> changes;
    return m_database
        .inTransaction([&]() -> Result<> {
            const Result<ProfileState> now = standing(m_database, seen.name);
            if (!now)
                return failureOf(now);
            changes = *now ? profileChanges(seen, *now, {}) : QList<MeanwhileChange>();
            if (!*now || !changes.isEmpty())
                return {};
            return ProfileRepository(m_database).remove(seen.name).map([](bool) {});
        })
        .map([&] { return changes; });
}

Result<TablePreview> ProfileService::preview(const QString &fileName, TableKind kind,
                                             const TableProfile &profile)
{
    return previewTable(fileName, kind, profile);
}

} // namespace recoupe
