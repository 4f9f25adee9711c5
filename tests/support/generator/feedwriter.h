// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/generator/world.h"

#include <QXmlStreamWriter>

#include <span>

class QIODevice;

namespace recoupe {

//! Writes the portal's feed, LHEO 2.3, one block after the other.
class FeedWriter
{
public:
    FeedWriter(QIODevice &device, QDate day);

    void begin();
    void write(const WorldBlock &block, const WorldFormation &formation);
    //! Closes the file; false where something could not be written.
    [[nodiscard]] bool end();

private:
    void description(const WorldFormation &formation);
    void action(const WorldBlock &block, const WorldFormation &formation,
                std::span<const WorldSession> sessions);
    void session(const WorldBlock &block, const WorldFormation &formation,
                 const WorldSession &session);
    void site(const WorldOrganisation &trainer, const WorldPlace &place);
    void address(const WorldPlace &place);
    void funders(const WorldAction &action);
    void hours(const WorldAction &action);
    void deliverer(const WorldOrganisation &organisation);
    void responsible(const WorldOrganisation &organisation, const QString &siret);
    void meeting(const WorldMeeting &meeting, const WorldSession &session);
    void assessments(const QList<WorldAssessment> &assessments);
    void person(const QString &holder, const WorldPerson &person);
    void period(const QString &start, const QString &end);
    void extra(const QString &group, const QString &key, const QString &value);
    void openExtras(const QString &group);
    void extraValue(const QString &key, const QString &value);
    void text(const QString &name, const QString &value);
    void start(const QString &name) { m_xml.writeStartElement(name); }
    void close() { m_xml.writeEndElement(); }

    QXmlStreamWriter m_xml;
    QDate m_day;
};

} // namespace recoupe
