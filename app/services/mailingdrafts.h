// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/editioncontent.h"
#include "services/distributionservice.h"

#include <QMap>

namespace recoupe {

//! A view of an edition, and who is to get it.
struct MailingPart
{
    EditionContent content;
    QStringList addresses;
};

//! The drafts of one mailing. They disappear with it unless they are kept: who finds a draft in the
//! folder may take it for one that was recorded.
class MailingDrafts
{
public:
    //! \a settings: the template and how many addresses a draft takes, by name.
    MailingDrafts(QString folder, QMap<QString, QString> settings, QString operatorName);
    ~MailingDrafts();
    MailingDrafts(const MailingDrafts &) = delete;
    MailingDrafts &operator=(const MailingDrafts &) = delete;

    //! \a progress counts addresses.
    [[nodiscard]] Result<> write(const QList<MailingPart> &parts, const Progress &progress);
    [[nodiscard]] const QList<MailingDraft> &written() const { return m_written; }
    void keep() { m_isKept = true; }

private:
    [[nodiscard]] Result<> writePart(const MailingPart &part, const Progress &step);
    [[nodiscard]] Result<> writeDraft(const EditionContent &content, const QByteArray &message,
                                      const QString &fileName, qsizetype recipients);

    QString m_folder;
    QMap<QString, QString> m_settings;
    QString m_operatorName;
    QDateTime m_writtenAt; //!< of all
    QList<MailingDraft> m_written;
    qint64 m_addressed = 0;
    bool m_isKept = false;
};

} // namespace recoupe
