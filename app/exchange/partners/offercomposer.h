// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/partners/offertext.h"
#include "exchange/xml/xmlschema.h"

#include <unordered_set>

namespace recoupe {

//! Makes valid LHEO 2.3 of offers, one after the other, and keeps account of what that cost.
class OfferComposer
{
public:
    //! \a schema judges each offer too; null: our own checks alone.
    OfferComposer(Assessments assessments, const XmlSchema *schema)
        : m_assessments(assessments)
        , m_schema(schema)
    {
    }

    //! Begins a file, relative to the folder: remarks name it, and its identifiers start anew.
    void beginFile(const QString &name);
    //! Empty where none of its sessions can be written: remarks() tells why.
    [[nodiscard]] OfferText compose(const OutgoingOffer &offer);
    //! Leaves out the sessions of one action after all.
    void leaveOut(const ActionText &action, const Rejection &why);

    [[nodiscard]] const WritingRemarks &remarks() const { return m_remarks; }

private:
    [[nodiscard]] OfferText drafted(const OutgoingOffer &offer);
    //! Leaves out the sessions that the schema does not take.
    void judge(OfferText &text);
    [[nodiscard]] std::optional<XmlViolation> violationIn(const OfferText &text);
    void leaveOut(const SessionKey &key, Rejection why);
    void report(const OfferText &text);
    void report(const OfferPart &part, const QString &record);

    Assessments m_assessments;
    const XmlSchema *m_schema;
    std::string m_buffer; // of the document that is judged
    QString m_file;
    std::unordered_set<std::string> m_identifiers; //!< of the file, so far
    WritingRemarks m_remarks;
};

} // namespace recoupe
