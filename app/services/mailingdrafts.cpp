// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mailingdrafts.h"

#include "core/clock.h"
#include "core/writtenfile.h"
#include "correspondence/mailingsettings.h"
#include "correspondence/mailmessage.h"
#include "report/tablefile.h"
#include "report/tablehtml.h"
#include "report/tablepdf.h"
#include "services/mailingtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Services)
};

//! The PDF is written to files only, page by page.
Result<QByteArray> pdfOf(const EditionContent &content, const Progress &progress)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return unwritable(QDir::tempPath(), folder.errorString());
    QFile pdf(folder.filePath(QStringLiteral("tableau.pdf")));
    if (const Result<> written = writeTablePdf(content, pdf.fileName(), progress); !written)
        return failureOf(written);
    if (!pdf.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable,
                    Tr::tr("Le PDF du tableau n'a pas pu être relu dans le dossier temporaire."),
                    pdf.errorString());
    return pdf.readAll();
}

Failure interrupted()
{
    return fail(ErrorCode::Cancelled,
                Tr::tr("Préparation interrompue ; aucun brouillon n'a été gardé."));
}

Result<QList<MailAttachment>> attachmentsOf(const EditionContent &content, const Progress &progress)
{
    const Result<QByteArray> pdf = pdfOf(content, progress);
    if (!pdf)
        return pdf.error().code == ErrorCode::Cancelled ? interrupted() : failureOf(pdf);
    return QList<MailAttachment>{
        {tableFileName(content, QStringLiteral("pdf")), "application/pdf", *pdf},
        {tableFileName(content, QStringLiteral("html")), "text/html; charset=utf-8",
         tableHtml(content)}};
}

//! As even as can be: none with a single address where the others have a hundred.
QList<QStringList> batchesOf(const QStringList &addresses, qsizetype most)
{
    const qsizetype count = (addresses.size() + most - 1) / most;
    QList<QStringList> batches;
    for (qsizetype batch = 0; batch < count; ++batch) {
        const qsizetype first = addresses.size() * batch / count;
        const qsizetype end = addresses.size() * (batch + 1) / count;
        batches << addresses.mid(first, end - first);
    }
    return batches;
}

//! "tableau-formations-collectives-2026-03-du-2026-02-09-departement-63-lot-1-sur-2.eml".
QString draftFileName(const EditionContent &content, qsizetype batch, qsizetype batches)
{
    const QString name = tableFileName(content, QStringLiteral("eml"));
    if (batches == 1)
        return name;
    return QStringLiteral("%1-lot-%2-sur-%3.eml")
        .arg(QFileInfo(name).completeBaseName())
        .arg(batch + 1)
        .arg(batches);
}

} // namespace

MailingDrafts::MailingDrafts(QString folder, QMap<QString, QString> settings, QString operatorName)
    : m_folder(std::move(folder))
    , m_settings(std::move(settings))
    , m_operatorName(std::move(operatorName))
    , m_writtenAt(Clock::now())
{
}

MailingDrafts::~MailingDrafts()
{
    if (m_isKept)
        return;
    for (const MailingDraft &draft : std::as_const(m_written))
        QFile::remove(draft.file);
}

Result<> MailingDrafts::write(const QList<MailingPart> &parts, const Progress &progress)
{
    qint64 total = 0;
    for (const MailingPart &part : parts)
        total += part.addresses.size();
    const auto step = [&](qint64, qint64) { return !progress || progress(m_addressed, total); };
    for (const MailingPart &part : parts) {
        if (Result<> written = writePart(part, step); !written)
            return written;
    }
    return {};
}

Result<> MailingDrafts::writePart(const MailingPart &part, const Progress &step)
{
    const Result<QList<MailAttachment>> attachments = attachmentsOf(part.content, step);
    if (!attachments)
        return failureOf(attachments);
    const LetterTemplate words = letterTemplate(LetterKind::Table, m_settings);
    const PlaceTexts places = mailingPlaces(part.content, m_operatorName);
    const QList<QStringList> batches = batchesOf(part.addresses, addressesPerDraft(m_settings));
    for (qsizetype batch = 0; batch < batches.size(); ++batch) {
        const BulkMessage message{batches.at(batch),
                                  filledIn(LetterKind::Table, words.subject, places),
                                  filledIn(LetterKind::Table, words.body, places), *attachments};
        if (const QString defect = bulkMessageDefect(message); !defect.isEmpty())
            return fail(ErrorCode::InvalidArgument, defect);
        const QString name = draftFileName(part.content, batch, batches.size());
        if (Result<> written = writeDraft(part.content, mailMessage(message, m_writtenAt), name,
                                          message.addresses.size());
            !written)
            return written;
        if (!step(0, 0))
            return interrupted();
    }
    return {};
}

Result<> MailingDrafts::writeDraft(const EditionContent &content, const QByteArray &message,
                                   const QString &fileName, qsizetype recipients)
{
    const QString file = QDir(m_folder).filePath(fileName);
    if (QFile::exists(file))
        return fail(ErrorCode::Refused,
                    Tr::tr("« %1 » est déjà dans ce dossier : l'enlever ou choisir un autre "
                           "dossier, pour que personne ne reçoive deux fois le tableau.")
                        .arg(fileName));
    const Result<> written = writeFile(file, [&message](QIODevice &device) -> Result<> {
        device.write(message);
        return {};
    });
    if (!written)
        return written;
    m_addressed += recipients;
    m_written.append({{content.year, content.number, content.view.departement, m_writtenAt,
                       m_operatorName, int(recipients)},
                      file,
                      message.size()});
    return {};
}

} // namespace recoupe
