// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/distribution/mailingwords.h"

#include "core/counted.h"
#include "services/words.h"
#include "ui/uitr.h"

namespace recoupe {

QString noEditionInWords()
{
    return UiTr::tr("Aucune édition : éditer d'abord le tableau (page Tableau, « Éditer et "
                    "enregistrer le PDF »).");
}

QString editionStateInWords(const QList<MailingTarget> &targets, bool isLast)
{
    const QString state = distributionInWords(targets);
    return isLast ? state
                  : UiTr::tr("Attention : une édition plus récente la remplace. %1").arg(state);
}

QString preparationInWords(int addresses)
{
    return UiTr::tr("%1 en copie cachée, un brouillon par département ou davantage s'il y a "
                    "beaucoup d'adresses. Rien n'est envoyé : c'est votre messagerie qui enverra.")
        .arg(addressesInWords(addresses));
}

QString draftsInWords(const QList<MailingDraft> &drafts)
{
    int recipients = 0;
    QStringList large;
    for (const MailingDraft &draft : drafts) {
        recipients += draft.mailing.recipients;
        if (draft.size > MailingDraft::largeSize)
            large << largeDraftInWords(draft);
    }
    const QString written =
        counted(drafts.size(), UiTr::tr("%1 brouillon écrit"), UiTr::tr("%1 brouillons écrits"));
    const QString next =
        UiTr::tr("%1 pour %2. Ouvrir chacun, mettre sa propre adresse dans « À », relire, "
                 "envoyer : les destinataires sont en copie cachée.")
            .arg(written, addressesInWords(recipients));
    return (QStringList(next) + large).join(u'\n');
}

} // namespace recoupe
