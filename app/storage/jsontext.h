// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "domain/delivery.h"
#include "domain/tableprofile.h"
#include "domain/trainingsession.h"

#include <QMap>
#include <QString>

#include <concepts>

namespace recoupe {

//! What stands in a column as JSON text: lists, maps, an organisation with its contact, how a table
//! is laid out, without the name of it, and what is shown of a session that was exported.
template <typename Value>
concept JsonStored = std::same_as<Value, QStringList> || std::same_as<Value, QList<Contact>> ||
    std::same_as<Value, QList<Place>> || std::same_as<Value, QList<Organisation>> ||
    std::same_as<Value, QList<Funding>> || std::same_as<Value, QList<InfoMeeting>> ||
    std::same_as<Value, QList<Assessment>> || std::same_as<Value, QMap<QString, QString>> ||
    std::same_as<Value, QList<DeliveredFile>> || std::same_as<Value, Organisation> ||
    std::same_as<Value, TableProfile> || std::same_as<Value, ExportDetails>;

//! JSON text; empty for an empty list. What equals its default is left out.
template <JsonStored Value>
[[nodiscard]] QString toJsonText(const Value &value);

//! Reads what toJsonText() wrote. Names that are not known are passed over.
template <JsonStored Value>
void fromJsonText(const QString &text, Value &value);

} // namespace recoupe
