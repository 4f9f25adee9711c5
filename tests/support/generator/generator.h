// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QStringList>

namespace recoupe {

struct GeneratorOptions
{
    quint64 seed = 1;
    qint64 sessions = 2000;
    //! Share of the sessions in which something is planted, as far as the defects allow.
    double defectRate = 0.2;
    //! Which; all when empty. One named twice is planted twice as often.
    QStringList defects = {};
    bool withNextDay = false; //!< a second feed, and the defects that only it shows
    QDate today = QDate(2026, 11, 23);
    QString folder = {}; //!< has to exist
};

//! Where generate() wrote.
struct GeneratedFiles
{
    QString feed;        //!< portail.xml, LHEO 2.3
    QString nextDayFeed; //!< portail-2.xml; empty unless asked for
    QString awards;      //!< notifications.csv
    QString sesar;       //!< sesar.csv
    QString truth;       //!< truth.jsonl
};

//! Writes a feed, notifications, SESAR and the truth about them, in memory that does not grow with
//! their size. The same options give the same bytes everywhere.
[[nodiscard]] Result<GeneratedFiles> generate(const GeneratorOptions &options);

} // namespace recoupe
