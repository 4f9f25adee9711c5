// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlbackend.h"

#include "storage/postgresqlbackend.h"
#include "storage/sqlitebackend.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

std::unique_ptr<SqlBackend> SqlBackend::of(const DatabaseUrl &url)
{
    if (url.backend == DatabaseUrl::Backend::PostgreSql)
        return std::make_unique<PostgreSqlBackend>(url);
    return std::make_unique<SqliteBackend>(url);
}

namespace {

QStringList listed(const QString &columns)
{
    return columns.split(QStringLiteral(", "));
}

//! What must hold of OLD and NEW for an update that erases.
QString erasureCondition(const QString &kind, const QStringList &texts, const QStringList &facts,
                         const QString &isSame)
{
    QStringList conditions;
    for (const QString &fact : facts)
        conditions << QStringLiteral("NEW.%1 %2 OLD.%1").arg(fact, isSame);
    for (const QString &text : texts)
        conditions << (text == u"content"
                           ? QStringLiteral("length(NEW.content) <= length(OLD.content)")
                           : QStringLiteral("NEW.%1 IN ('', OLD.%1)").arg(text));
    conditions << QStringLiteral(
                      "EXISTS (SELECT 1 FROM erased_texts e JOIN trail_links l "
                      "ON l.position = e.position WHERE l.kind = '%1' AND l.event_id = OLD.id "
                      "AND NOT EXISTS (SELECT 1 FROM trail_links s WHERE s.kind = 'erasure' "
                      "AND s.event_id = e.erasure_id))")
                      .arg(kind);
    return conditions.join(QStringLiteral(" AND "));
}

} // namespace

QString SqlBackend::withErasable(QString text, const QString &statements, const QString &isSame)
{
    static const QRegularExpression erasable(
        QStringLiteral("\\{erasable (\\w+) ([\\w-]+) \\(([^)]*)\\) \\(([^)]*)\\)\\}"));
    for (auto match = erasable.match(text); match.hasMatch(); match = erasable.match(text)) {
        const QString condition = erasureCondition(match.captured(2), listed(match.captured(3)),
                                                   listed(match.captured(4)), isSame);
        text.replace(match.capturedStart(), match.capturedLength(),
                     statements.arg(match.captured(1), condition));
    }
    return text;
}

QString SqlBackend::unguarded(const QString &table)
{
    return Tr::tr("La table « %1 » n'est plus protégée : ses lignes peuvent être changées ou "
                  "effacées après coup.")
        .arg(table);
}

} // namespace recoupe
