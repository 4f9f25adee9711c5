// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/accessrights.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr qsizetype longestName = 63; // bytes: https://www.postgresql.org/docs/15/limits.html

constexpr char own[] = "operator_name = session_user";
constexpr char all[] = "true";
constexpr char none[] = "false";
// Who may change settings; asked by the right, so that a copy of the base on another server does
// not need the same groups.
constexpr char ownOrAdministrator[] =
    "operator_name = session_user OR has_table_privilege('recoupe.settings', 'UPDATE')";

constexpr std::array rights{
    TableRights{"imports", "INSERT, UPDATE (added, changed, unchanged, rejected, vanished)", "",
                own, none},
    TableRights{"import_rejections", "INSERT"},
    TableRights{"actions", "INSERT, UPDATE"},
    TableRights{"action_submissions", "INSERT"},
    TableRights{"sessions", "INSERT, UPDATE"},
    TableRights{"session_submissions", "INSERT"},
    TableRights{"session_awards", "INSERT, DELETE"},
    // A colleague's may be taken over, in one's own name; it is then one's own to give back.
    TableRights{"session_holders", "INSERT, UPDATE, DELETE", "", all, own},
    TableRights{"awards", "INSERT, UPDATE (is_current)"},
    TableRights{"sesar_declarations", "INSERT, UPDATE (is_current)"},
    TableRights{"settings", "", "INSERT, UPDATE, DELETE"},
    TableRights{"table_profiles", "", "INSERT, UPDATE, DELETE"},
    TableRights{"decisions", "INSERT", "", none, none},
    TableRights{"notes", "INSERT, DELETE", "", none, ownOrAdministrator},
    TableRights{"letters", "INSERT", "", none, none},
    TableRights{"letter_subjects", "INSERT"},
    TableRights{"editions", "INSERT", "", none, none},
    TableRights{"edition_annulments", "INSERT", "", none, none},
    TableRights{"prescribers", "", "INSERT, UPDATE, DELETE"},
    TableRights{"edition_mailings", "INSERT", "", none, none},
    // Whoever is there transmits what a colleague prepared; who prepared it stays.
    TableRights{"deliveries",
                "INSERT, UPDATE (state, tries, next_try_at, result, question, confirmation, "
                "finished_at, accepted_at, refused_lines)",
                "", all, none},
    TableRights{"delivery_events", "INSERT", "", none, none},
    TableRights{"delivery_lines", "INSERT, UPDATE (answer, refusal)"},
    TableRights{"partner_sessions", "INSERT, DELETE"},
    TableRights{"feeds", "INSERT, UPDATE"},
    // All read them: a window follows what was erased, an import knows the person again.
    TableRights{"erasures", "", "", none, none},
    TableRights{"erased_texts"},
    TableRights{"erased_persons"},
    TableRights{"trail_links", "INSERT"},
    TableRights{"trail_salts", "INSERT", "DELETE"},
};

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', QLatin1String("\"\"")) + u'"';
}

//! The groups of a base, quoted, in the order of grantedRoles.
Result<QStringList> groupsOf(const QString &base)
{
    QStringList groups;
    for (const AccountRole role : grantedRoles) {
        const Result<QString> name = groupName(role, base);
        if (!name)
            return failureOf(name);
        groups << quotedName(*name);
    }
    return groups;
}

QStringList policiesOf(const TableRights &row)
{
    const QString table = QLatin1String("recoupe.") + QLatin1String(row.table);
    const auto policy = [&table](const char *name, const QString &text) {
        const QString first = QStringLiteral("DROP POLICY IF EXISTS %1 ON %2");
        const QString then = QStringLiteral("CREATE POLICY %1 ON %2 %3");
        return QStringList{first.arg(QLatin1String(name), table),
                           then.arg(QLatin1String(name), table, text)};
    };
    const QString signedBy = QLatin1String(own);
    return QStringList{QStringLiteral("ALTER TABLE %1 ENABLE ROW LEVEL SECURITY").arg(table)} +
           policy("recoupe_read", QStringLiteral("FOR SELECT USING (true)")) +
           policy("recoupe_sign", QStringLiteral("FOR INSERT WITH CHECK (%1)").arg(signedBy)) +
           policy("recoupe_change",
                  QStringLiteral("FOR UPDATE USING (%1) WITH CHECK (%2)")
                      .arg(QLatin1String(row.changeable),
                           // Where the right covers the name, the new one is one's own.
                           QLatin1String(row.operators).contains(QLatin1String("UPDATE ("))
                               ? QLatin1String(all)
                               : QLatin1String(own))) +
           policy("recoupe_remove",
                  QStringLiteral("FOR DELETE USING (%1)").arg(QLatin1String(row.removable)));
}

QStringList rightsOn(const TableRights &row, const QStringList &groups)
{
    const auto grant = [&row](const char *what, const QStringList &whom) {
        return QStringLiteral("GRANT %1 ON recoupe.%2 TO %3")
            .arg(QLatin1String(what), QLatin1String(row.table), whom.join(QLatin1String(", ")));
    };
    QStringList statements{grant("SELECT", groups)};
    if (*row.operators)
        statements << grant(row.operators, groups.mid(1));
    if (*row.administrators)
        statements << grant(row.administrators, groups.mid(2));
    return row.changeable ? statements + policiesOf(row) : statements;
}

} // namespace

QString quotedText(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1String("''")) + u'\'';
}

std::span<const TableRights> tableRights()
{
    return rights;
}

Result<QString> groupName(AccountRole role, const QString &base)
{
    QString name = QLatin1String("recoupe_") + toToken(role);
    if (base != u"recoupe")
        name += u'_' + base;
    if (name.toUtf8().size() <= longestName)
        return name;
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("Le nom de la base « %1 » est trop long pour en faire des noms de rôles, "
                       "que PostgreSQL limite à %2 octets. Donnez à la base un nom plus court.")
                    .arg(base)
                    .arg(longestName));
}

Result<QStringList> groupStatements(const QString &base)
{
    QStringList statements;
    for (const AccountRole role : grantedRoles) {
        const Result<QString> name = groupName(role, base);
        if (!name)
            return failureOf(name);
        statements << QLatin1String("DO ") +
                          quotedText(QStringLiteral("BEGIN IF NOT EXISTS (SELECT FROM "
                                                    "pg_catalog.pg_roles WHERE rolname = %1) THEN "
                                                    "CREATE ROLE %2 NOLOGIN; END IF; END")
                                         .arg(quotedText(*name), quotedName(*name)));
    }
    return statements;
}

Result<QStringList> rightsStatements(const QString &base)
{
    return groupsOf(base).map([](const QStringList &groups) {
        const QString everybody = groups.join(QLatin1String(", "));
        QStringList statements{
            QStringLiteral("REVOKE ALL ON ALL TABLES IN SCHEMA recoupe FROM %1").arg(everybody),
            QStringLiteral("GRANT USAGE ON SCHEMA recoupe TO %1").arg(everybody),
            QStringLiteral("GRANT SELECT ON recoupe.schema_version TO %1").arg(everybody)};
        for (const TableRights &row : rights)
            statements += rightsOn(row, groups);
        return statements;
    });
}

Result<QStringList> membershipStatements(AccountRole role, const QString &account,
                                         const QString &base)
{
    const Result<QString> group = groupName(role, base);
    if (!group)
        return failureOf(group);
    return leavingStatements(account, base).map([&](QStringList statements) {
        return statements
               << QStringLiteral("GRANT %1 TO %2").arg(quotedName(*group), quotedName(account));
    });
}

Result<QStringList> leavingStatements(const QString &account, const QString &base)
{
    // What was not given is not taken back: the server would warn of it.
    return groupsOf(base).map([&](const QStringList &groups) {
        QStringList statements;
        const QString member = quotedName(account);
        for (const QString &group : groups) {
            statements << QLatin1String("DO ") +
                              quotedText(
                                  QStringLiteral("BEGIN IF EXISTS (SELECT FROM "
                                                 "pg_catalog.pg_auth_members WHERE roleid = "
                                                 "%1::regrole AND member = %2::regrole) "
                                                 "THEN REVOKE %3 FROM %4; END IF; END")
                                      .arg(quotedText(group), quotedText(member), group, member));
        }
        return statements;
    });
}

} // namespace recoupe
