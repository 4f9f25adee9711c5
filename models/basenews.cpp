// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/basenews.h"

#include "core/counted.h"
#include "models/words.h"

#include <set>

namespace recoupe {

namespace {

constexpr qsizetype mostNames = 3;

//! "c.martin", "c.martin et a.durand", "c.martin, a.durand, b.petit et d'autres".
QString namesInWords(QStringList names)
{
    if (names.size() == 1)
        return names.first();
    const QString last = names.size() > mostNames ? ModelsTr::tr("d'autres") : names.takeLast();
    return ModelsTr::tr("%1 et %2", "names")
        .arg(names.first(std::min(names.size(), mostNames)).join(QLatin1String(", ")), last);
}

QString who(const QList<Decision> &decisions, const QString &me)
{
    QStringList names;
    for (const Decision &decision : decisions) {
        const QString name = decision.operatorName == me
                                 ? ModelsTr::tr("vous-même depuis un autre poste")
                                 : decision.operatorName;
        if (!names.contains(name))
            names << name;
    }
    return namesInWords(names);
}

} // namespace

QString newsInWords(const QList<Decision> &decisions, const QString &me)
{
    if (decisions.isEmpty())
        return {};
    std::set<SessionKey> sessions;
    bool hasSettings = false;
    for (const Decision &decision : decisions) {
        if (decision.subject == DecisionSubject::Session)
            sessions.insert(decision.key);
        hasSettings = hasSettings || decision.subject == DecisionSubject::Setting;
    }
    QStringList changes;
    if (!sessions.empty()) {
        changes << counted(qsizetype(sessions.size()), ModelsTr::tr("%1 session modifiée"),
                           ModelsTr::tr("%1 sessions modifiées"));
    }
    if (hasSettings)
        changes << ModelsTr::tr("réglages du contrôle changés");
    if (changes.isEmpty())
        changes << ModelsTr::tr("actions modifiées");
    return ModelsTr::tr("Base actualisée : %1 par %2.")
        .arg(changes.join(QLatin1String(", ")), who(decisions, me));
}

} // namespace recoupe
