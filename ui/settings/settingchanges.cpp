// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingchanges.h"

#include "core/counted.h"
#include "services/words.h"
#include "ui/dialogs/dialogs.h"
#include "ui/uitr.h"

#include <algorithm>

namespace recoupe {

namespace {
constexpr qsizetype mostAnnounced = changeLines - 1;
constexpr qsizetype mostSaid = 5;
} // namespace

QMap<QString, QString> changedTexts(const QMap<QString, QString> &before,
                                    QMap<QString, QString> after)
{
    after.removeIf([&](QMap<QString, QString>::iterator text) {
        return before.value(text.key()) == text.value();
    });
    return after;
}

QString changesInWords(const QMap<QString, QString> &before, const QMap<QString, QString> &changes)
{
    if (changes.isEmpty())
        return UiTr::tr("Rien n'a changé.");
    QStringList sentences{counted(changes.size(), UiTr::tr("%1 changement à enregistrer :"),
                                  UiTr::tr("%1 changements à enregistrer :"))};
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (sentences.size() > mostAnnounced && changes.size() > mostAnnounced) {
            sentences.last() += UiTr::tr(" ; et %1 de plus").arg(changes.size() - mostAnnounced);
            break;
        }
        sentences << settingChangeInWords(change.key(), before.value(change.key()), *change);
    }
    return sentences.join(u'\n');
}

QString savedInWords(const QList<Decision> &changes)
{
    QStringList sentences;
    for (const Decision &change : changes.first(std::min(changes.size(), mostSaid)))
        sentences << decisionInWords(change);
    if (changes.size() > mostSaid)
        sentences << UiTr::tr("Et %1 de plus.").arg(changes.size() - mostSaid);
    return sentences.join(u'\n');
}

void leaveUnsaved(qsizetype changes, Dialogs &dialogs, QWidget *parent, std::function<void()> leave)
{
    if (changes == 0)
        return leave();
    dialogs.confirm(parent,
                    {.title = UiTr::tr("Réglages non enregistrés"),
                     .text = counted(changes, UiTr::tr("%1 changement sera perdu."),
                                     UiTr::tr("%1 changements seront perdus.")),
                     .acceptLabel = UiTr::tr("&Abandonner")},
                    std::move(leave));
}

} // namespace recoupe
