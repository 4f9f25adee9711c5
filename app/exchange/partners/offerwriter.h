// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/outgoingoffer.h"
#include "domain/rejection.h"

#include <QDateTime>
#include <QStringList>

#include <memory>

namespace recoupe {

//! The FLUX-CARIF marks that close a file (LHEO.md, "Consumers").
struct FlowMarks
{
    QString carifNumber;
    QString region; //!< INSEE code
    QString mail;
    QDateTime exportedAt; //!< local time
};

//! What did not go out as it came. The file of each is relative to the folder, its field a path of
//! LHEO ("session/periode/debut").
struct WritingRemarks
{
    QList<Rejection> leftOut; //!< sessions that could not be made valid
    QList<Rejection> altered; //!< written otherwise: cut, put in order, an invalid part left away
};

//! What all writers of offers are told.
struct OfferWriting
{
    QString folder; //!< exists, and is empty
    FlowMarks marks;
    QString xsdFile; //!< LHEO 2.3; empty: our own checks alone
};

//! A session that was written, with a digest of all that is said of it and of its action, without
//! the marks of the flow and the times that every export rewrites.
struct WrittenSession
{
    SessionKey key;
    QByteArray digest;
};

//! Writes offers one by one into one or several files, in memory that does not grow with them.
class OfferWriter
{
public:
    virtual ~OfferWriter() = default;

    //! Those of its sessions that were written; what is wrong with the others goes to remarks().
    //! A failure ends the writing.
    [[nodiscard]] virtual Result<QList<WrittenSession>> add(const OutgoingOffer &offer) = 0;
    //! Closes and checks what was written. Gives the files, relative to the folder with slashes, in
    //! the order in which a receiver may see them appear: an index comes last.
    [[nodiscard]] virtual Result<QStringList> finish() = 0;
    [[nodiscard]] virtual const WritingRemarks &remarks() const = 0;
};

//! Whether bilans go out: in the professional edition alone (DOMAIN, "Who sees what").
enum class Assessments
{
    LeftAway,
    Kept
};

//! One LHEO 2.3 file of all offers. Where none can be written finish() fails with Refused: LHEO has
//! no file without a formation.
[[nodiscard]] Result<std::unique_ptr<OfferWriter>>
openLheoFile(const OfferWriting &writing, const QString &fileName, Assessments assessments);

//! Parcours 3: a file an action under `offres/`, without bilans, and `index.xml` (lheo-index) that
//! names each by its address under \a offersUrl, or by its path where that is empty: once for each
//! of its LHEO actions, for each has a place of its own.
[[nodiscard]] Result<std::unique_ptr<OfferWriter>> openParcours3Files(const OfferWriting &writing,
                                                                      const QString &offersUrl);

} // namespace recoupe
