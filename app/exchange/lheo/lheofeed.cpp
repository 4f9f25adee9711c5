// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheofeed.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/lheo/lheodialect.h"

#include <QCoreApplication>

namespace recoupe {

namespace {

constexpr std::size_t maxRecordBytes = 32u * 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Result<> LheoFeed::startElement(const XmlStart &element)
{
    ++m_depth;
    if (m_formationDepth > 0) {
        m_batch.offers.open(element);
        return {};
    }
    if (m_depth == 1)
        return checkRoot(element);
    if (element.name == "offres")
        m_offersDepth = m_depth;
    else if (element.name == "formation" && m_offersDepth > 0 && m_depth == m_offersDepth + 1)
        beginFormation(element);
    return {};
}

Result<> LheoFeed::endElement(std::string_view)
{
    const int depth = m_depth--;
    if (depth == m_offersDepth)
        m_offersDepth = 0;
    if (m_formationDepth == 0)
        return {};
    m_batch.offers.close();
    if (depth != m_formationDepth)
        return {};
    m_formationDepth = 0;
    return m_isDue ? handOn() : Result<>();
}

Result<> LheoFeed::text(std::string_view text)
{
    if (m_formationDepth > 0)
        m_batch.offers.addText(text);
    return {};
}

// A formation may begin in one block and end in another: all wait for it.
Result<> LheoFeed::blockRead(qint64 position, qint64 size)
{
    m_batch.bytesRead = position;
    m_batch.bytesTotal = size;
    m_isDue = true;
    return m_formationDepth > 0 ? checkSize() : handOn();
}

void LheoFeed::tolerated(const QString &sentence)
{
    m_batch.warnings << sentence;
}

Result<> LheoFeed::checkRoot(const XmlStart &root)
{
    Result<QString> warning = judgeLheoRoot(root, m_source.shownName());
    if (!warning) {
        warning.error().where = {m_source.fileName(), root.line, 0};
        return failureOf(warning);
    }
    if (!warning->isEmpty())
        m_batch.warnings << *warning;
    return {};
}

void LheoFeed::beginFormation(const XmlStart &formation)
{
    if (m_batch.offers.root().isNull())
        m_batch.offers.open({"offres", "offres", {}, formation.line});
    m_batch.offers.open(formation);
    m_formationDepth = m_depth;
    m_formationLine = formation.line;
}

Result<> LheoFeed::handOn()
{
    if (!m_batch.offers.root().isNull())
        m_batch.offers.close();
    m_isDue = false;
    return m_sink.take(m_batch);
}

Result<> LheoFeed::checkSize() const
{
    if (m_batch.offers.bytes() <= maxRecordBytes)
        return {};
    return fail(ErrorCode::LimitExceeded,
                Tr::tr("Le fichier « %1 » est refusé : la formation qui commence à la ligne %2 est "
                       "démesurée. Faites-le vérifier par celui qui l'a produit.")
                    .arg(m_source.shownName())
                    .arg(m_formationLine),
                {}, {m_source.fileName(), m_formationLine, 0});
}

} // namespace recoupe
