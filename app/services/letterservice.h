// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "correspondence/lettercontent.h"
#include "services/workspace.h"

namespace recoupe {

//! What a letter takes in of its organisation.
enum class LetterExtent
{
    Selected,         //!< what was named
    WholeOrganisation //!< all else that it is to mend or to enter, too
};

//! Whether the organisation can be asked to mend something in the session. Nothing is asked of one
//! that was set aside.
[[nodiscard]] bool isToMend(const CheckedSession &session);
//! The notifications whose offer is still to be entered and whose deadline has passed.
[[nodiscard]] QList<AwardKey> overdueAwards(const Workspace &workspace);

//! Letters to training organisations, by one operator.
class LetterService
{
public:
    LetterService(Database &database, QString operatorName, Clock clock);

    //! One letter a mandataire about what it is to mend; nothing where it has nothing to mend.
    [[nodiscard]] Result<QList<ComposedLetter>>
    corrections(const Workspace &workspace, const QList<SessionKey> &sessions,
                LetterExtent extent = LetterExtent::Selected) const;
    //! One letter a mandataire about the notifications without a session.
    [[nodiscard]] Result<QList<ComposedLetter>>
    reminders(const Workspace &workspace, const QList<AwardKey> &awards,
              LetterExtent extent = LetterExtent::Selected) const;

    //! Notes that a letter left the program; gives it with when and by whom. InvalidArgument when
    //! it cannot leave.
    [[nodiscard]] Result<Letter> record(Letter letter, LetterChannel channel);
    //! Writes the letter as a draft for a mail program, and records it.
    [[nodiscard]] Result<Letter> saveDraft(const Letter &letter, const QString &fileName);

    //! Newest first.
    [[nodiscard]] Result<QList<Letter>> letters() const;
    //! Those about one session, oldest first.
    [[nodiscard]] Result<QList<Letter>> ofSession(const SessionKey &key) const;

    //! The templates in force. They are settings: DecisionService::changeSettings() changes them.
    [[nodiscard]] Result<LetterTemplate> texts(LetterKind kind) const;

private:
    [[nodiscard]] Result<QList<ComposedLetter>> withPrevious(QList<ComposedLetter> composed) const;

    Database &m_database;
    QString m_operatorName;
    Clock m_clock;
};

} // namespace recoupe
